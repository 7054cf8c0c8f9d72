"""Columns of the shops' exports that are understood but have no place in a ledger: they are not reported.

Where the names come from is said in the importers.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(","))


STRIPE_PAYMENTS = _names(
    """
    Decline Reason, Fee, Is Link, Link Funding, PaymentIntent ID, Payment Source Type,
    Statement Descriptor, Seller Message, Tax, Taxes On Fee, Card ID, Card Name, Card Address Line1,
    Card Address Line2, Card Address City, Card Address State, Card Address Country, Card Address Zip,
    Card AVS Line1 Status, Card AVS Zip Status, Card Brand, Card CVC Status, Card Exp Month,
    Card Exp Year, Card Fingerprint, Card Funding, Card Issue Country, Card Last4,
    Card Tokenization Method, Checkout Session ID, Client Reference ID, Customer Description,
    Customer Name, Customer Phone, Destination, Dispute Evidence Due (UTC), Dispute Reason, Invoice ID,
    Invoice Number, Payment Link ID, Shipping Name, Shipping Address Line1, Shipping Address Line2,
    Shipping Address City, Shipping Address State, Shipping Address Country,
    Shipping Address Postal Code, Terminal Location ID, Terminal Reader ID, Transfer, Transfer Group,
    Application Fee, Application ID, UTM Campaign, UTM Content, UTM Medium, UTM Term
    """
)

STRIPE_SUBSCRIPTIONS = _names(
    """
    Customer Description, Customer Name, Application Fee Percent, Tax Percent, Start (UTC),
    Collection Method, Cancellation Comment, Cancellation Feedback, Days Until Due
    """
)

GUMROAD = _names(
    """
    Buyer Name, Buyer Email, Do not contact?, Subtotal ($), Taxes ($), Tax Type, Shipping ($), Fees ($),
    Net Total ($), Tip ($), Tax Included in Price?, Street Address, City, Zip Code, State, Country,
    Access Revoked?, Variants, Discount Code, Order Number, Pre-order authorization time (UTC timezone),
    Custom Fields, Item Price ($), Variants Price ($), Giftee Email, SKU ID, Affiliate,
    Affiliate commission ($), Rating, Review, License Key, License Key Activation Count,
    License Key Enabled?, Payment Type, PayPal Transaction ID, PayPal Fee Amount, PayPal Fee Currency,
    Stripe Transaction ID, Stripe Fee Amount, Stripe Fee Currency, Purchasing Power Parity Discounted?,
    Upsold?, Sent Abandoned Cart Email?, UTM Medium, UTM Campaign, UTM Term, UTM Content,
    Buyer Currency, Buyer Total, Buyer Refunded Total
    """
)
