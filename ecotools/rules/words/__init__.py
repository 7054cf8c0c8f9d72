"""Words that rules are written in: they choose items, count, compare and show. No module here holds a rule.

`vocabulary` comes first: products by kind, lists, money, gaps between dates, graphs. The others are each
about one thing: `churn`, `dates`, `flows` of automations, `kpis`, `phases` of a plan, `prices`, `shares` of
people, and `sums`, the lines of projections.
"""
