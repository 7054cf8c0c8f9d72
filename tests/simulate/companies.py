"""A small company that uses every part of the simulator."""

YAML = """
name: Small company
products:
  - {id: course, name: Course, kind: core, price: 199}
  - {id: kit, name: Kit, kind: add_on, price: 49}
  - {id: audit, name: Audit, kind: add_on, price: 149}
  - {id: suite, name: Suite, kind: bundle, price: 239, includes: [course, kit]}
  - {id: basic, name: Basic, kind: subscription, price: 29, billing: month}
  - {id: plus, name: Plus, kind: subscription, price: 59, billing: month}
  - {id: yearly, name: Yearly, kind: subscription, price: 290, billing: year}
  - {id: room, name: Room, kind: community, price: 60, billing: quarter}
  - {id: coaching, name: Coaching, kind: coaching, price: 997}
journey:
  - {id: blog, stage: awareness, asset: Blog, channel: search}
  - {id: reels, stage: awareness, asset: Reels, channel: social}
  - {id: list, stage: consideration, asset: Checklist}
  - {id: webinar, stage: consideration, asset: Webinar}
  - {id: checkout, stage: purchase, asset: Checkout}
  - {id: lesson, stage: activation, asset: First lesson}
funnel:
  - {from: awareness, to: consideration, rate: 0.5, window_days: 14}
  - {from: consideration, to: purchase, rate: 0.3, window_days: 30}
  - {from: purchase, to: activation, rate: 0.6, window_days: 14}
  - {from: activation, to: retention, rate: 0.5, window_days: 30}
assumptions:
  channels:
    - {name: search, visitors_per_month: 600, monthly_growth: 0.05}
    - {name: social, visitors_per_month: 400, quality: 0.8}
    - {name: partners, visitors_per_month: 100, quality: 1.5}
  add_on_rate: {kit: 0.3, audit: 0.1}
  bundle_rate: {suite: 0.2}
  subscribe_rate: {basic: 0.4, plus: 0.1, room: 0.2}
  churn: {basic: {alpha: 1, beta: 9}, plus: {alpha: 1, beta: 15}, room: {alpha: 1, beta: 6}}
  plan_change: {basic: {to: plus, monthly_rate: 0.04}, plus: {to: yearly, monthly_rate: 0.02}}
  refund_rate: {course: 0.06, suite: 0.04, kit: 0.02}
  payment_failure_rate: 0.05
  recovered_share: 0.6
"""
