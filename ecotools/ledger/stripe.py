"""Import what Stripe's Dashboard exports: payments, subscriptions, refunds and invoices.

The columns are those of Dashboard downloads, as public programs that read real ones name them:

- *Payments → Export*, ``unified_payments.csv``: one line per payment attempt. ``Created date (UTC)`` was
  ``Created (UTC)`` in older ones. Status is Paid, Refunded, Failed, or the state of a payment that was never
  completed. Field lists: the readers of this export in gratipay and in the Wikimedia Foundation's
  fundraising CRM; Stripe's own export dialogue ("Default" and "All columns").
- *Billing → Subscriptions → Export*, ``subscriptions.csv``: one line per subscription, as it is on the day of
  the export. Field lists: migration scripts that read it. Statuses and dates are those of the Subscription
  object in Stripe's API reference: ``canceled_at`` is the day of the request, ``ended_at`` the day it took
  effect.

Times are in UTC and become days in UTC. What the columns mean is said in
``ecotools/data/mappings/stripe-*.yaml``.
"""

from ecotools.ledger.assembly import assemble
from ecotools.ledger.import_result import Imported
from ecotools.ledger.mapping import known
from ecotools.ledger.options import stated
from ecotools.ledger.problems import LedgerError
from ecotools.ledger.sheet_reader import listed, read_sheet


def import_stripe(
    payments=None,
    subscriptions=None,
    *,
    refunds=None,
    invoices=None,
    currency: str | None = None,
    products=None,
    coupons=None,
    converted: bool = False,
    minor_units: bool = False,
    renewals: bool = False,
    **options,
) -> Imported:
    """Return the ledger in Stripe's exports, with a report of every line that is not in it.

    A payment becomes an order line, unless it pays a subscription: what subscribers pay is told by the
    subscriptions. The export has no list price, so ``price`` is what was paid. A payment lost in a dispute
    counts as refunded on the day of the dispute. A trial becomes a period of price 0, also one that was put
    on a running subscription as a free month. What is past due counts as running and is reported. The
    exports tell nothing of visits, activity or surveys: those tables are empty.

    Parameters
    ----------
    payments, subscriptions : path-like or list of them, optional
        The downloaded CSV files; at least one of the four.
    refunds, invoices : path-like or list of them, optional
        Lists of refunds are taken off the payments. Invoices tell the periods of subscriptions where there is
        no export of subscriptions, and name what was paid.
    currency : str, optional
        The ledger's currency; lines in another are reported. When left out, the one most lines are in.
    products : Blueprint or mapping, optional
        What Stripe's product names mean: a blueprint (by id, name or shop name), or name to product id, or
        name to ``(id, kind)``. A name without a meaning becomes a product id of its own, of unknown kind.
    coupons : mapping, optional
        Coupon code to the fraction it takes off (0.2, not 20). The exports do not say; without it, a
        subscription with a coupon is imported at its full price, and reported.
    converted : bool
        Take ``Converted Amount`` in ``Converted Currency``, what reached the balance, instead of what the
        customer paid. Subscriptions have no converted amount.
    minor_units : bool
        Amounts are cents, as in data taken from the API rather than the Dashboard.
    renewals : bool
        Make order lines (of kind ``subscription``) of the payments of subscriptions too, as for a cash view.
        Mind that revenue then counts them twice when it adds orders and subscriptions.
    **options
        ``dates``, ``encoding``, ``timezone`` and ``customers`` of `ecotools.ledger.import_files`.

    Returns
    -------
    Imported
        ``ledger``, checked; ``unmapped``, one row for everything that is not in it or not certain; ``lines``.

    Raises
    ------
    LedgerError
        When a file is not such an export, or lacks a column without which nothing can be imported.
    FileNotFoundError
        When there is no such file.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "unified_payments.csv"
    >>> _ = file.write_text(
    ...     "id,Created date (UTC),Amount,Currency,Description,Status,Customer ID\\n"
    ...     "ch_1,2025-03-01 10:00,199.00,usd,Copy Bootcamp,Paid,cus_1\\n"
    ...     "ch_2,2025-03-02 11:00,199.00,usd,Copy Bootcamp,Failed,cus_2\\n")
    >>> result = import_stripe(file, products={"Copy Bootcamp": ("bootcamp", "core")})
    >>> result.ledger.orders[["order_id", "day", "product", "amount"]]
      order_id        day   product  amount
    0     ch_1 2025-03-01  bootcamp   199.0
    >>> result.unmapped[["line", "what", "reason"]]
       line what                            reason
    0     3  row  no money came in: status 'Failed'

    References
    ----------
    Stripe documentation, "Export payments" and "Subscription object".
    """
    given = {"payments": payments, "subscriptions": subscriptions, "refunds": refunds, "invoices": invoices}
    given = {kind: files for kind, files in given.items() if files is not None}
    if not given:
        raise LedgerError(
            "import_stripe needs payments, subscriptions or both, or refunds, invoices: name the downloaded "
            "CSV files"
        )
    choice = stated(
        products,
        currency=currency,
        coupons=coupons,
        converted=converted,
        minor_units=minor_units,
        renewals=renewals,
        **options,
    )
    sheets = [
        read_sheet(listed(files, kind), known(f"stripe-{kind}"), choice) for kind, files in given.items()
    ]
    return assemble(sheets, choice)
