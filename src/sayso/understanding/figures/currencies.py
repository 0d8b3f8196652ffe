"""Currencies as newspapers write them, by ISO 4217 code."""

from __future__ import annotations

import re

# A plain "$" is the currency that the caller names.
SIGNS = {
    "US$": "USD", "AU$": "AUD", "A$": "AUD", "CA$": "CAD", "C$": "CAD", "CDN$": "CAD", "NZ$": "NZD", "N$": "NAD",
    "NT$": "TWD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "RM": "MYR", "R": "ZAR", "Rs.": "INR", "Rs": "INR",
    "₹": "INR", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "KSh": "KES", "Ksh": "KES", "KES": "KES", "TSh": "TZS", "Tsh": "TZS",
    "Sh": "TZS", "NIS": "ILS", "CHF": "CHF", "AED": "AED", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CAD": "CAD",
    "AUD": "AUD", "NZD": "NZD", "INR": "INR", "ZAR": "ZAR", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "TZS": "TZS",
    "MYR": "MYR", "SGD": "SGD", "JPY": "JPY", "CNY": "CNY", "RMB": "CNY", "UAH": "UAH", "RUB": "RUB", "PLN": "PLN",
}  # fmt: skip
SIGN = "|".join(sorted((re.escape(sign) for sign in [*SIGNS, "$"]), key=len, reverse=True))

NOUNS = {
    "euro": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB", "rupee": "INR",
    "shekel": "ILS", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "forint": "HUF", "rand": "ZAR", "ringgit": "MYR",
    "baht": "THB", "rupiah": "IDR", "naira": "NGN", "lira": "TRY", "krona": "SEK", "kronor": "SEK", "krone": "NOK",
    "kroner": "NOK", "franc": "CHF", "peso": "MXN", "real": "BRL", "reais": "BRL", "dirham": "AED", "riyal": "SAR",
    "bitcoin": "BTC", "dong": "VND",
}  # fmt: skip
NOUNS |= {f"{noun}s": code for noun, code in NOUNS.items() if noun[-1] != "s"}
# Nouns that several currencies share, by the country's adjective before them.
SHARED = {
    "dollar": {
        "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "namibian": "NAD",
        "taiwan": "TWD", "taiwanese": "TWD", "singapore": "SGD", "hong kong": "HKD", "new zealand": "NZD",
        "jamaican": "JMD", "zimbabwean": "ZWL",
    },
    "pound": {"british": "GBP", "sterling": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG"},
    "rupee": {"indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "sri lankan": "LKR", "nepali": "NPR", "nepalese": "NPR"},
    "peso": {"mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "colombian": "COP", "chilean": "CLP", "cuban": "CUP"},
    "franc": {"swiss": "CHF", "cfa": "XAF"},
    "krona": {"swedish": "SEK", "icelandic": "ISK"},
    "krone": {"norwegian": "NOK", "danish": "DKK"},
    "dinar": {"kuwaiti": "KWD", "iraqi": "IQD", "serbian": "RSD", "jordanian": "JOD", "tunisian": "TND", "bahraini": "BHD"},
    "rial": {"iranian": "IRR", "omani": "OMR", "qatari": "QAR", "yemeni": "YER"},
    "won": {"korean": "KRW", "south korean": "KRW"},
    "shilling": {"kenyan": "KES", "tanzanian": "TZS", "tanzania": "TZS", "kenya": "KES", "ugandan": "UGX", "uganda": "UGX"},
}  # fmt: skip
CODES = {*SIGNS.values(), *NOUNS.values(), *(code for codes in SHARED.values() for code in codes.values())}
_PLURALS = {"kroner": "krone", "kronor": "krona"}
_QUALIFIED = re.compile(
    r"((?:(?:hong|south|new|sri)\s)?[a-z.]+)\s(dollar|pound|rupee|peso|franc|krona|kronor|krone|kroner|dinar|rial|won|shilling)s?\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"([a-z]+)\b", re.IGNORECASE)


def read_currency(text: str, at: int, stop: int, dollar: str) -> tuple[str, int] | None:
    """The currency that the words at `text[at:stop]` name, with where they end; None when they name none.

    A bare "dollars" is `dollar`. "Pounds", which may be weight, are left to the caller, as is "won", which may be a verb.
    """
    if found := _QUALIFIED.match(text, at, stop):
        noun = found[2].lower()
        code = SHARED[_PLURALS.get(noun, noun)].get(" ".join(found[1].lower().split()))
        if code:
            return code, found.end()
    found = _PLAIN.match(text, at, stop)
    if not found:
        return None
    if found[1].lower() in ("dollar", "dollars", "buck", "bucks"):
        return dollar, found.end()
    code = found[1] if found[1] in SIGNS.values() else NOUNS.get(found[1].lower())
    return (code, found.end()) if code else None


_MARK_AFTER = re.compile(r"[\s\u00a0]?([€₩₽₴₺₹])(?!\d)|/-(?!\d)")
# Whose shillings or rupees "5,000/-" are, by a word of the text.
_WRITTEN_SO = (("KES", "Kenya"), ("UGX", "Uganda"), ("INR", "India"))


def read_mark_after(text: str, at: int, stop: int) -> tuple[str, int] | None:
    """The currency whose mark stands behind a number that ends at `at`: "500 €", "5,000/-"; None without one.

    "/-" is the mark of Tanzania's shilling unless the text names another country that writes so.
    """
    found = _MARK_AFTER.match(text, at, stop)
    if not found:
        return None
    code = SIGNS[found[1]] if found[1] else next((code for code, word in _WRITTEN_SO if word in text), "TZS")
    return code, found.end()


# The currency of a plain "$" by where an outlet's site is registered.
DOLLARS = {"ca": "CAD", "au": "AUD", "nz": "NZD", "sg": "SGD", "hk": "HKD", "tw": "TWD", "na": "NAD"}


def dollar_of(outlet: str | None) -> str:
    """The currency that a plain "$" means in `outlet`, told by the country in its domain name; else US dollars."""
    return DOLLARS.get((outlet or "").lower().rpartition(".")[2], "USD")
