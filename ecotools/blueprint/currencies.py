"""Currencies by their codes, and what people write in their place.

Source: ISO 4217, currencies that are in use, by their names in the Unicode Common Locale Data Repository.
"""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from ecotools.blueprint.fields import wrong
from ecotools.errors import nearest

_TABLE = """
AED united arab emirates dirham
AFN afghan afghani
ALL albanian lek
AMD armenian dram
AOA angolan kwanza
ARS argentine peso
AUD australian dollar
AWG aruban florin
AZN azerbaijani manat
BAM bosnia-herzegovina convertible mark
BBD barbadian dollar
BDT bangladeshi taka
BGN bulgarian lev
BHD bahraini dinar
BIF burundian franc
BMD bermudan dollar
BND brunei dollar
BOB bolivian boliviano
BRL brazilian real
BSD bahamian dollar
BTN bhutanese ngultrum
BWP botswanan pula
BYN belarusian ruble
BZD belize dollar
CAD canadian dollar
CDF congolese franc
CHF swiss franc
CLP chilean peso
CNY chinese yuan
COP colombian peso
CRC costa rican colón
CUP cuban peso
CVE cape verdean escudo
CZK czech koruna
DJF djiboutian franc
DKK danish krone
DOP dominican peso
DZD algerian dinar
EGP egyptian pound
ERN eritrean nakfa
ETB ethiopian birr
EUR euro
FJD fijian dollar
FKP falkland islands pound
GBP british pound
GEL georgian lari
GHS ghanaian cedi
GIP gibraltar pound
GMD gambian dalasi
GNF guinean franc
GTQ guatemalan quetzal
GYD guyanaese dollar
HKD hong kong dollar
HNL honduran lempira
HTG haitian gourde
HUF hungarian forint
IDR indonesian rupiah
ILS israeli new shekel
INR indian rupee
IQD iraqi dinar
IRR iranian rial
ISK icelandic króna
JMD jamaican dollar
JOD jordanian dinar
JPY japanese yen
KES kenyan shilling
KGS kyrgyz som
KHR cambodian riel
KMF comorian franc
KPW north korean won
KRW south korean won
KWD kuwaiti dinar
KYD cayman islands dollar
KZT kazakhstani tenge
LAK laotian kip
LBP lebanese pound
LKR sri lankan rupee
LRD liberian dollar
LSL lesotho loti
LYD libyan dinar
MAD moroccan dirham
MDL moldovan leu
MGA malagasy ariary
MKD macedonian denar
MMK myanmar kyat
MNT mongolian tugrik
MOP macanese pataca
MRU mauritanian ouguiya
MUR mauritian rupee
MVR maldivian rufiyaa
MWK malawian kwacha
MXN mexican peso
MYR malaysian ringgit
MZN mozambican metical
NAD namibian dollar
NGN nigerian naira
NIO nicaraguan córdoba
NOK norwegian krone
NPR nepalese rupee
NZD new zealand dollar
OMR omani rial
PAB panamanian balboa
PEN peruvian sol
PGK papua new guinean kina
PHP philippine peso
PKR pakistani rupee
PLN polish zloty
PYG paraguayan guarani
QAR qatari riyal
RON romanian leu
RSD serbian dinar
RUB russian ruble
RWF rwandan franc
SAR saudi riyal
SBD solomon islands dollar
SCR seychellois rupee
SDG sudanese pound
SEK swedish krona
SGD singapore dollar
SHP st. helena pound
SLE sierra leonean leone
SOS somali shilling
SRD surinamese dollar
SSP south sudanese pound
STN são tomé & príncipe dobra
SYP syrian pound
SZL swazi lilangeni
THB thai baht
TJS tajikistani somoni
TMT turkmenistani manat
TND tunisian dinar
TOP tongan paʻanga
TRY turkish lira
TTD trinidad & tobago dollar
TWD new taiwan dollar
TZS tanzanian shilling
UAH ukrainian hryvnia
UGX ugandan shilling
USD us dollar
UYU uruguayan peso
UZS uzbekistani som
VES venezuelan bolívar
VND vietnamese dong
VUV vanuatu vatu
WST samoan tala
XAF central african cfa franc
XCD east caribbean dollar
XCG caribbean guilder
XOF west african cfa franc
XPF cfp franc
YER yemeni rial
ZAR south african rand
ZMW zambian kwacha
ZWG zimbabwean gold
"""

CURRENCIES = dict(line.split(" ", 1) for line in _TABLE.strip().splitlines())
"""Code -> name, in small letters."""

_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₺": "TRY", "zł": "PLN",
          "US$": "USD", "CA$": "CAD", "C$": "CAD", "A$": "AUD", "R$": "BRL"}  # fmt: skip
_MEANT = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "yen": "JPY", "rupee": "INR",
          "franc": "CHF", "real": "BRL", "yuan": "CNY", "rmb": "CNY", "won": "KRW", "ruble": "RUB",
          "rouble": "RUB"}  # fmt: skip
"""A word that several currencies share -> the one that most people mean by it."""


def currency(value: object) -> str:
    """Return the code of a currency; anything else is refused with the code that was probably meant.

    >>> currency("EUR")
    'EUR'
    >>> currency("euro")
    Traceback (most recent call last):
    pydantic_core...: expected the ISO 4217 code of a currency, such as EUR, found 'euro' (text). Write EUR.
    """
    if isinstance(value, str) and value in CURRENCIES:
        return value
    meant = _meant(value) if isinstance(value, str) else None
    raise wrong("the ISO 4217 code of a currency, such as EUR", value, f"Write {meant}." if meant else "")


def _meant(text: str) -> str | None:
    """Return the code that a text stands for: in small letters, a sign, a name or a slip of the pen."""
    word = text.strip()
    if word.upper() in CURRENCIES or word in _SIGNS:
        return _SIGNS.get(word, word.upper())
    named = re.sub(r"[^a-z ]", "", word.lower()).strip()
    single = named.removesuffix("s")
    by_name = {name: code for code, name in CURRENCIES.items()}
    for form in (named, single):
        if form in _MEANT or form in by_name:
            return _MEANT.get(form) or by_name[form]
    ending = [code for code, name in CURRENCIES.items() if single and name.endswith(f" {single}")]
    if len(ending) == 1:
        return ending[0]
    if len(word) == 3:
        swapped = [code for code in CURRENCIES if sorted(code) == sorted(word.upper())]
        return swapped[0] if len(swapped) == 1 else nearest(word.upper(), CURRENCIES)
    return by_name.get(nearest(named, by_name) or "")


Currency = Annotated[
    str, BeforeValidator(currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})
]
