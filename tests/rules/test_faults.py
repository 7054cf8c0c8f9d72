"""Blueprints that others would write: what is found in them has to be wrong with the business."""

from pathlib import Path

import pandas as pd
import pytest

from ecotools.blueprint import Blueprint, BlueprintError
from ecotools.blueprint.absence import GROUPS, LISTS
from ecotools.ledger import Ledger
from ecotools.rules import review
from ecotools.rules.engine.html import to_html
from ecotools.rules.engine.sarif import to_sarif

from .examples import blueprint, one_subscriber

FOLDER = Path(__file__).parent / "faults"


def found(example, rules, severity=None, **more):
    """Return (rule, text) of what the rules find: in a file of the folder, or in YAML."""
    said = Blueprint.read(FOLDER / example) if example.endswith(".yaml") else blueprint(example)
    told = review(said, select=rules, **more).findings
    return [(one.rule, one.found) for one in told if severity in (None, one.severity)]


class TestDefaults:
    def test_a_kpi_without_direction_has_the_one_that_is_documented(self):
        assert found("kpi-defaults.yaml", "MET12") == []

    def test_a_step_of_the_funnel_without_base_and_window_has_those_that_are_documented(self):
        assert found("recurring-core.yaml", "FUN12") == []
        assert found("yearly-membership.yaml", "FUN12") == []

    def test_an_upgrade_has_no_such_default(self):
        example = """
            products: [{id: a, name: A, kind: core}, {id: b, name: B, kind: coaching}]
            ladder: {upgrades: [{from: a, to: b, rate: 0.1}]}
            """
        assert found(example, "FUN12") == [("FUN12", "10% without base and window")]


class TestWording:
    def test_one_problem_in_two_wordings_is_at_most_a_remark(self):
        assert found("problem-words.yaml", "LAD03, JRN10", "error") == []
        assert found("problem-words.yaml", "LAD03, JRN10", "warning") == []
        remark = "'Month end takes far too long' is not among the audience's problems in these words"
        assert found("problem-words.yaml", "LAD03, JRN10", "info") == [("JRN10", remark)]

    def test_words_of_a_claim_are_a_remark_where_numbers_are_an_error(self):
        words = "claims: [{text: A stream of revenue, unit: arr}]"
        assert found(words, "PRJ06", "info") and not found(words, "PRJ06", "error")
        numbers = "claims: [{text: New, value: 9, unit: revenue}, {text: Old, value: 9, unit: arr}]"
        assert found(numbers, "PRJ06", "error")

    @pytest.mark.parametrize("problem", ["month end takes nine days.", "Month  end takes nine days"])
    def test_case_spaces_and_stops_are_not_even_remarked_on(self, problem):
        example = f"""
            audience: {{who: a, pain_point: Month end takes nine days}}
            products: [{{id: c, name: C, kind: core, problem: {problem}}}]
            """
        assert found(example, "LAD03, JRN10") == []


def words_of(example, rules=None):
    """Return rule -> what came of it."""
    return {one.rule.id: one.word for one in review(blueprint(example), select=rules).outcomes}


class TestNone:
    @pytest.mark.parametrize("said", ["false", "none"])
    def test_no_community_is_believed(self, said):
        words = words_of(f"community: {said}\nproducts: [{{id: c, name: C, kind: core}}]", "COM")
        assert {"ok", "finding", "not checked"} & set(words.values()) == set()

    @pytest.mark.parametrize("said", ["[]", "false", "none"])
    def test_no_levers_are_not_asked_for_again(self, said):
        came = review(blueprint(f"levers: {said}"))
        assert "levers" not in [one.field for one in came.advice]
        assert {one.word for one in came.outcomes if one.rule.id.startswith("LVR0") and one.none} == {
            "does not apply"
        }

    @pytest.mark.parametrize("section", [*GROUPS, *LISTS])
    def test_it_can_be_said_of_every_section(self, section):
        came = review(blueprint(f"{section}: false"))
        assert not [one for one in came.advice if one.field.split(".")[0].split("[")[0] == section]

    def test_these_are_all_sections_that_the_blueprint_has(self):
        def is_one(field):
            inside = [field["items"]] if "items" in field else field.get("anyOf", [])
            return "$ref" in field or any(map(is_one, inside))

        fields = Blueprint.model_json_schema()["properties"]
        assert {name for name, field in fields.items() if is_one(field)} == {*GROUPS, *LISTS}

    def test_without_a_community_no_product_of_that_kind_is_asked_for(self):
        products = "products: [{id: c, name: C, kind: core}]"
        assert words_of(products, "LAD11") == {"LAD11": "not checked"}
        assert words_of(f"{products}\ncommunity: none", "LAD11") == {"LAD11": "does not apply"}

    def test_that_nothing_is_automated_is_an_answer_that_is_judged(self):
        assert words_of("automations: none", "AUT01") == {"AUT01": "finding"}

    def test_an_item_that_was_looked_at_counts_more_than_one_that_has_none(self):
        empty, whole = "{id: a, trigger: lead, steps: []}", "{id: b, trigger: join, steps: [{action: end}]}"
        assert words_of(f"automations: [{empty}]", "AUT09") == {"AUT09": "does not apply"}
        assert words_of(f"automations: [{empty}, {whole}]", "AUT09") == {"AUT09": "ok"}

    def test_a_community_without_tiers_is_believed(self):
        assert found("community: {tiers: []}", None) == []

    def test_kinds_of_products_are_advised_last(self):
        fields = [one.field for one in review(blueprint("products: [{id: c, name: C, kind: core}]")).advice]
        kinds = [at for at, field in enumerate(fields) if field.startswith("a product ")]
        assert kinds and kinds == list(range(kinds[0], len(fields)))

    def test_what_does_not_apply_is_listed_with_what_there_is_none_of(self):
        came = review(blueprint("levers: none"), select="LVR01")
        assert came.summary() == "Example: no findings; 0 rules ok, 0 not checked, 1 does not apply"
        assert "Does not apply (1)" in to_html(came) and "levers" in to_html(came)

    def test_silence_says_nothing(self):
        assert words_of("levers: null", "LVR01") == {"LVR01": "not checked"}


class TestWaivers:
    SAID = """
        waivers: {LAD05: We write one book and no second., LAD01: Two trades.}
        products: [{id: book, name: Book, kind: core, price: 29}]
        """

    def test_what_is_waived_is_no_finding_and_not_forgotten(self):
        came = review(blueprint(self.SAID), select="LAD05")
        assert came.findings == [] and came.counts["waived"] == 1
        ((one, (told,)),) = came.waived
        assert (one.rule.id, one.waiver, told.found) == (
            "LAD05",
            "We write one book and no second.",
            "no recurring offers",
        )
        row = came.table.iloc[0]
        assert (row.outcome, row.basis) == ("waived", "waived: We write one book and no second.")

    def test_a_waiver_that_waives_nothing_is_told(self):
        assert [one.rule.id for one in review(blueprint(self.SAID)).needless] == ["LAD01"]

    def test_a_page_lists_waivers_that_are_not_needed_any_more(self):
        page = to_html(review(blueprint(self.SAID)))
        assert "Waivers that are not needed any more (1)" in page
        assert "It finds nothing: the waiver can go." in page

    def test_an_error_that_is_waived_fails_no_build(self, tmp_path):
        from click.testing import CliRunner

        from ecotools.cli import main

        file = tmp_path / "b.yaml"
        text = "name: Q\nproducts: [{id: book, name: Book, kind: core, price: 29}]\n"
        file.write_text(text, encoding="utf-8")
        assert CliRunner().invoke(main, ["review", str(file), "--select", "LAD03"]).exit_code == 1
        file.write_text(f"{text}waivers: {{LAD03: It is a novel}}\n", encoding="utf-8")
        came = CliRunner().invoke(main, ["review", str(file), "--select", "LAD03"])
        assert came.exit_code == 0 and "It is a novel" in came.output and "1 waived" in came.output

    def test_programs_are_told_that_it_is_suppressed(self):
        came = review(blueprint(self.SAID), select="LAD05")
        (result,) = to_sarif(came, "b.yaml")["runs"][0]["results"]
        assert result["suppressions"][0]["justification"] == "We write one book and no second."
        assert "We write one book and no second." in to_html(came)

    def test_a_waiver_of_no_rule_is_an_error(self):
        (told,) = review(blueprint("waivers: {LAD99: Why not}"), select="LAD01").errors
        assert told.where == "waivers.LAD99" and told.found == "there is no rule 'LAD99'"

    def test_a_waiver_needs_a_reason(self):
        with pytest.raises(BlueprintError, match="expected text, found nothing"):
            blueprint("waivers: {LAD05: null}")


class TestPrices:
    def test_three_months_of_a_monthly_price_are_what_three_months_bring(self):
        assert found("projection-months.yaml", "PRJ02") == [
            ("PRJ02", "m at $39, but $39 a month make $117 in 3 months")
        ]

    @pytest.mark.parametrize(
        ("said", "price", "right"),
        [
            ("unit: mrr, month: 4", 39, True),
            ("month: 4, unit: revenue", 39, True),
            ("month: 4, unit: revenue", 117, False),
            ("month: 1, to_month: 12, unit: revenue", 468, True),
            ("month: 1, to_month: 12, unit: revenue", 39, False),
            ("unit: revenue", 468, True),
        ],
    )
    def test_the_months_of_the_projection_count(self, said, price, right):
        line = f"{{product: m, unit_price: {price}}}"
        example = f"""
            products: [{{id: m, name: M, kind: community, price: 39, billing: month}}]
            projections: [{{id: p, {said}, lines: [{line}]}}]
            """
        assert (found(example, "PRJ02") == []) == right

    @pytest.mark.parametrize("price", [390, 97.5])
    def test_a_yearly_price_is_paid_at_once_or_falls_to_its_months(self, price):
        example = f"""
            products: [{{id: m, name: M, kind: community, price: 390, billing: year}}]
            projections: [{{id: p, month: 1, to_month: 3, lines: [{{product: m, unit_price: {price}}}]}}]
            """
        assert found(example, "PRJ02") == []


class TestPlans:
    SHOP = """
        journey: [{id: page, stage: awareness, asset: Page, product: monthly}]
        products:
          - {id: monthly, name: Monthly, kind: subscription, price: 9, billing: month}
          - {id: yearly, name: Yearly, kind: subscription, price: 90, billing: year}
        """

    def test_a_page_of_two_plans_reaches_both(self):
        assert found(self.SHOP, "JRN09") == []

    def test_two_plans_of_the_core_product_are_one_core_product(self):
        core = self.SHOP.replace("kind: subscription", "kind: core").replace("name: M", "problem: p, name: M")
        assert found(core, "LAD01, LAD03") == []
        assert found(core.replace("billing: year", "billing: month"), "LAD01, LAD03") != []

    def test_another_subscription_by_the_month_is_another_thing(self):
        other = self.SHOP.replace("billing: year", "billing: month")
        assert found(other, "JRN09") == [("JRN09", "no way leads from awareness to yearly")]

    SOFTWARE = """
        profile: saas
        audience: {who: Yards, pain_point: Jobs get lost, problems: [No records]}
        journey: [{id: page, stage: awareness, asset: Page, product: small}]
        products:
          - {id: small, name: Small, kind: core, price: 9, billing: month, problem: Jobs get lost}
          - {id: small_yearly, name: Small, kind: core, price: 90, billing: year, problem: Jobs get lost}
          - {id: large, name: Large, kind: core, price: 19, billing: month, problem: No records}
          - {id: large_yearly, name: Large, kind: core, price: 190, billing: year, problem: No records}
        """

    def test_the_tiers_of_software_are_plans_of_one_core_product(self):
        assert found(self.SOFTWARE, "LAD01, LAD03, JRN09") == []
        assert {rule for rule, _ in found(self.SOFTWARE.replace("saas", "creator"), "LAD01, LAD03")} == {
            "LAD01",
            "LAD03",
        }

    def test_one_of_the_plans_has_to_solve_the_main_problem(self):
        none = self.SOFTWARE.replace("problem: Jobs get lost}", "problem: No records}")
        assert len(found(none, "LAD03")) == 4

    def test_a_page_may_list_the_products_that_it_sells(self):
        shop = """
            journey: [{id: page, stage: awareness, asset: Prices, products: [course, kit]}]
            products: [{id: course, name: C, kind: core}, {id: kit, name: K, kind: add_on}]
            """
        assert found(shop, "JRN09") == []
        assert found(shop.replace("[course, kit]", "[course]"), "JRN09") == [
            ("JRN09", "no way leads from awareness to kit")
        ]
        with pytest.raises(BlueprintError, match=r"journey.page..products.1.: unknown product 'kits'"):
            blueprint(shop.replace("[course, kit]", "[course, kits]"))

    def test_a_gift_may_be_one_of_several_things_on_a_page(self):
        page = """
            journey: [{id: page, stage: awareness, asset: Page, products: [course, list]}]
            products: [{id: course, name: C, kind: core, price: 9}, {id: list, name: L, kind: lead_magnet}]
            """
        assert found(page, "JRN04") == []

    def test_the_tiers_of_a_page_are_all_on_it(self):
        tiers = "ladder: {tiers: [{product: monthly}, {product: yearly}]}"
        said = "journey: [{id: page, stage: awareness, asset: Page, product: monthly}]\n"
        said += "products:\n" + "".join(
            f"  - {{id: {id}, name: N, kind: subscription, price: 9, billing: month}}\n"
            for id in ("monthly", "yearly")
        )
        assert found(said + tiers, "JRN09") == []


class TestTriedBeforeItIsBought:
    JOURNEY = """
        journey:
          - {{id: trial, stage: consideration, asset: Trial, next: [{}]}}
          - {{id: first, stage: activation, asset: First job, next: [{}]}}
          - {{id: prices, stage: purchase, asset: Prices, next: [report]}}
          - {{id: report, stage: retention, asset: Report}}
        """

    def test_a_first_success_in_the_trial_is_an_activation(self):
        assert found(self.JOURNEY.format("first", "prices"), "JRN02") == []

    def test_an_activation_that_leads_to_no_purchase_is_none(self):
        told = [("JRN02", "prices leads straight to report")]
        assert found(self.JOURNEY.format("first, prices", "report"), "JRN02") == told

    def test_one_of_an_earlier_purchase_does_not_count(self):
        before = self.JOURNEY.format("course", "prices").replace(
            "- {id: first", "- {id: course, stage: purchase, asset: C, next: [first]}\n          - {id: first"
        )
        assert found(before, "JRN02") == [("JRN02", "prices leads straight to report")]


def test_a_kpi_that_can_be_computed_needs_an_owner_and_no_formula():
    said = "kpis: [{id: mrr, name: MRR, owner: Ada}, {id: loaves, name: Loaves, owner: Ada}]"
    assert found(said, "MET11") == [("MET11", "loaves has no source or formula")]


def test_the_last_phase_may_end():
    phases = "[{name: A, min_members: 0, max_members: 100}, {name: B, min_members: 100, max_members: 500}]"
    assert found(f"strategy: {{phases: {phases}}}", "SCL06") == []


def test_a_kpi_counts_by_what_it_means():
    example = """
        measured: [{metric: members, value: 60}]
        kpis: [{id: k1, name: Course completed, target: 1}, {id: k2, name: K, family: engagement}]
        dashboard: {kpis: [k1, k2]}
        """
    assert found(example, "MET10") == []


class TestFewEvents:
    @pytest.mark.parametrize(
        ("refunds", "sales", "told"),
        [(1, 16, False), (3, 40, False), (1, 10, False), (60, 400, True), (25, 100, True)],
    )
    def test_a_refund_rate_of_a_ledger_says_its_n_and_is_silent_where_that_says_nothing(
        self, refunds, sales, told
    ):
        ledger = sold(sales, refunds)
        found = review(blueprint(SHOP), ledger, select="FUN11").findings
        assert bool(found) == told
        assert not told or f"({refunds} of {sales} sales)" in found[0].found

    @pytest.mark.parametrize(("people", "told"), [(16, False), (1600, True)])
    def test_a_measured_rate_counts_by_the_people_it_was_measured_on(self, people, told):
        said = f"measured: [{{metric: refund_rate, value: 0.0625, people: {people}}}]"
        assert bool(found(said, "FUN11")) == told

    def test_without_a_number_only_the_rate_counts(self):
        assert found("measured: [{metric: refund_rate, value: 0.0625}]", "FUN11")

    @pytest.mark.parametrize(("entered", "told"), [(20, False), (2000, True)])
    def test_a_step_of_the_funnel_counts_by_who_entered_it(self, entered, told):
        reached = entered // 10
        step = f"{{from: awareness, to: consideration, rate: 0.1, entered: {entered}, reached: {reached}}}"
        texts = [text for _, text in found(f"funnel: [{step}]", "FUN01")]
        assert texts == (["10% of the visitors take the lead magnet (200 of 2,000)"] if told else [])

    @pytest.mark.parametrize(("people", "told"), [(12, False), (1200, True)])
    def test_churn_counts_by_who_was_there(self, people, told):
        said = f"""
            products: [{{id: c, name: C, kind: community, price: 9, billing: month}}]
            measured: [{{metric: churn_rate, product: c, value: 0.0833, people: {people}}}]
            """
        assert bool(found(said, "SUB02")) == told


SHOP = "products: [{id: kit, name: Kit, kind: core, price: 20}]"


def sold(sales, refunds):
    """Return a ledger of a whole month with so many sales and refunds, all of one price."""
    days = pd.to_datetime(["2025-01-10"] * sales)
    back = pd.Series([20.0] * refunds + [0.0] * (sales - refunds))
    orders = pd.DataFrame(
        {
            "order_id": range(sales),
            "customer_id": range(sales),
            "day": days,
            "product": "kit",
            "kind": "core",
            "quantity": 1,
            "price": 20.0,
            "discount": 0.0,
            "amount": 20.0,
            "refunded": back,
            "refund_day": pd.to_datetime("2025-01-20").as_unit("us"),
            "channel": "",
        }
    )
    orders.loc[orders["refunded"] == 0, "refund_day"] = pd.NaT
    return Ledger(orders=orders, start="2025-01-01", end="2025-04-01", currency="USD")


class TestStatedAndCounted:
    """A ledger with an MRR of 40 from January to March 2025."""

    @pytest.mark.parametrize(
        ("stated", "texts"),
        [
            ("value: 999999, period: 2025-02", ["mrr of 2025-02 is stated as $999,999, the ledger has $40"]),
            ("value: 999999", ["mrr of 2025-03 is stated as $999,999, the ledger has $40"]),
            ("value: 41", []),
            ("values: {2025-01: 40, 2025-02: 60, 2025-03: 40}",
             ["mrr of 2025-02 is stated as $60, the ledger has $40"]),
            ("value: 7, period: 2024-02", []),
        ],
    )  # fmt: skip
    def test_a_stated_value_is_held_against_the_ledger(self, stated, texts):
        said = f"measured: [{{metric: mrr, {stated}}}]"
        assert [text for _, text in found(said, "MET13", ledger=one_subscriber())] == texts

    def test_so_is_a_claim(self):
        said = "kpis: [{id: mrr, name: M}]\nclaims: [{text: We have it, kpi: mrr, value: 5213, unit: mrr}]"
        texts = [text for _, text in found(said, "MET13", ledger=one_subscriber())]
        assert texts == ["mrr of 2025-03 is stated as $5,213, the ledger has $40"]

    def test_a_value_of_a_product_is_that_of_the_product(self):
        said = """
            products: [{id: club, name: C, kind: community, price: 40, billing: month}]
            measured: [{metric: mrr, product: club, value: 80, period: 2025-02}]
            """
        texts = [text for _, text in found(said, "MET13", ledger=one_subscriber())]
        assert texts == ["mrr of club of 2025-02 is stated as $80, the ledger has $40"]

    def test_a_series_without_a_month_states_nothing(self):
        came = review(blueprint("measured: [{metric: mrr, values: {}}]"), one_subscriber(), select="MET13")
        assert came.outcomes[0].word == "not checked"

    def test_what_was_simulated_contradicts_nothing(self):
        ledger = one_subscriber()
        ledger.truth = {"seed": 1}
        said = blueprint("measured: [{metric: mrr, value: 999999}]")
        assert review(said, ledger, select="MET13").outcomes[0].word == "not checked"
