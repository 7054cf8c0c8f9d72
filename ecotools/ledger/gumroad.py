"""Import Gumroad's sales export.

The columns are those of ``PURCHASE_FIELDS`` in ``app/services/exports/purchase_export_service.rb`` of
Gumroad's public source (antiwork/gumroad), which writes the CSV of *Sales → Export*: one line a
purchase, a line *Totals* at the end, all amounts in US dollars whatever the buyer paid in, times in UTC.
Years differ: ``Tax Type``, ``Access Revoked?``, ``Cancellation Date`` and the ``Buyer …`` columns are
newer. A cell that begins with ``=``, ``+``, ``-`` or ``@`` gets a leading apostrophe. What they mean is said
in ``ecotools/data/mappings/gumroad-sales.yaml``.
"""

from ecotools.ledger.assembly import assemble
from ecotools.ledger.import_result import Imported
from ecotools.ledger.mapping import known
from ecotools.ledger.options import stated
from ecotools.ledger.sheet_reader import listed, read_sheet


def import_gumroad(sales, *, products=None, renewals: bool = False, **options) -> Imported:
    """Return the ledger in Gumroad's sales export, with a report of every line that is not in it.

    Every sale but the payments of memberships becomes an order line, in US dollars. The export has the
    price that was paid and not the list price, so ``price`` is the sale price of one unit and ``discount``
    0; tax is not part of it. Refunds have no day in the export: ``refund_day`` is NaT. A sale lost in a
    dispute counts as refunded. Recurring charges of what is no membership are instalments: they are put into
    the order of the sale.

    The export has no subscriptions, only their payments. They are put together again: a membership sale
    that is not a recurring charge begins a subscription of that buyer, the recurring charges that follow
    continue that of their variant which was due, and a new price begins a new period. A free trial is a
    period of price 0. ``Subscription End Date`` ends it, as cancelled, or as ``payment_failed`` when the
    export has a ``Cancellation Date`` and it is empty. An end after the last day of the export has not
    happened yet.

    Parameters
    ----------
    sales : path-like or list of them
        The downloaded CSV files.
    products : Blueprint or mapping, optional
        What Gumroad's item names mean: a blueprint (matched by id or name), or name to product id, or name
        to ``(id, kind)``. A tier may have a name of its own: ``Club (Pro)``. A name without a meaning
        becomes a product id of its own, of unknown kind.
    renewals : bool
        Make order lines (of kind ``subscription``) of membership payments too, as for a cash view. Mind that
        revenue then counts them twice when it adds orders and subscriptions.
    **options
        ``dates``, ``encoding`` and ``timezone`` of `ecotools.ledger.import_files`.

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
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "Sales.csv"
    >>> _ = file.write_text(
    ...     "Purchase ID,Item Name,Purchase Email,Purchase Date,Sale Price ($)\\n"
    ...     "abc==,Template Pack,ann@example.com,2025-03-01,49.0\\n"
    ...     "Totals,,,,49.0\\n")
    >>> result = import_gumroad(file, products={"Template Pack": ("templates", "add_on")})
    >>> result.ledger.orders[["order_id", "day", "product", "amount"]]
      order_id        day    product  amount
    0    abc== 2025-03-01  templates    49.0
    >>> result.unmapped[["line", "what", "reason"]]
       line what                                         reason
    0     3  row  the Totals line of the export, not a purchase
    """
    choice = stated(products, renewals=renewals, **options)
    sheet = read_sheet(listed(sales, "sales"), known("gumroad-sales"), choice)
    return assemble([sheet], choice)
