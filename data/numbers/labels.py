"""What the words before digits say that they are. Letters have no marks here: ”ärende” is read ”arende”."""

from __future__ import annotations

import re

_BEFORE = 80
"""Characters before the digits that are looked at."""
_OF_A_PERSON = (
    r"person[a-z]*",
    r"pers",
    r"persn[a-z]*",
    r"p[-. ]?n(?:umme)?r",
    r"samordning[a-z]*",
    r"fodd[a-z]*",
    r"fodelse[a-z]*",
    r"identit[a-z]*",
    r"social security",
    r"ssn",
    r"henkilo[a-z]*",
    r"sotu",
)
_OF_PEOPLE = "pers|patient|journal|elev|barn|medlem|anst|brukar|klient|forsakr|skatte|henkilo|fodelse|ident|samord"
"""A number is labelled by what it counts (”kollinr”), but those of people may be their own."""
_OF_SOMETHING_ELSE = (
    # Cases and documents
    *(r"d[-. ]?nro?", r"diaa?r[a-z]*", r"[a-z]*arende[a-z]*", r"ar\.?nr", r"asia[a-z]*", r"mal(?: nr)?"),
    *(r"beslut[a-z]*", r"case", r"ticket", r"reference", r"referens[a-z]*", r"ref", r"viite[a-z]*"),
    *(r"handlingsn[a-z]*", r"felanm[a-z]*", r"avt(?:al[a-z]*)?", r"kontrakt[a-z]*", r"proj(?:ekt[a-z]*)?"),
    *(r"upphandl[a-z]*", r"serien[a-z]*", r"art(?:ikel[a-z]*)?"),
    # Money and goods
    *(r"fakt", r"[a-z]*faktur[a-z]*", r"inv(?:oice[a-z]*)?", r"lasku[a-z]*", r"rakning[a-z]*", r"ocr[a-z]*"),
    *(r"kvitt[a-z]*", r"[a-z]*order[a-z]*", r"best(?:alln[a-z]*)?", r"inkop[a-z]*", r"tilaus[a-z]*"),
    *(r"offert[a-z]*", r"verif[a-z]*", r"bokning[a-z]*", r"booking", r"leverans[a-z]*", r"foljesed[a-z]*"),
    *(r"paket[a-z]*", r"kolli[a-z]*", r"forsandels[a-z]*", r"inventari[a-z]*", r"anlaggning[a-z]*", r"matar[a-z]*"),
    *(r"kund[a-z]*", r"customer", r"bg", r"bankgiro[a-z]*", r"pg", r"plusgiro[a-z]*", r"postgiro[a-z]*", r"iban"),
    *(r"swish[a-z]*", r"konto[a-z]*", r"account", r"clearing[a-z]*", r"autogiro[a-z]*", r"belopp[a-z]*"),
    *(r"ean", r"gtin", r"imei"),
    # Organisations
    *(r"org", r"orgn[a-z]*", r"organisationsn[a-z]*", r"moms[a-z]*", r"vat[a-z]*", r"y-tunnus"),
    # Telephones
    *(r"tele?", r"[a-z]*tele?fon[a-z]*", r"tfn", r"[a-z]*mobil[a-z]*", r"mob", r"ring", r"sms", r"fax[a-z]*"),
    *(r"vaxel[a-z]*", r"phone", r"call", r"gsm", r"puh", r"puhelin[a-z]*", r"whatsapp"),
    # Books, programs
    *(r"isbn[a-z]*", r"issn[a-z]*", r"libris[a-z]*", r"version[a-z]*", r"ver", r"build", r"release"),
    # A bare word for number, or one with what it counts
    *(rf"(?!{_OF_PEOPLE})[a-z]{{2,}}n(?:umme)?r", r"nr", r"nummer", r"nro", r"numero", r"no", r"number"),
    # An invoice, a telephone, a mobile one and a case, in Arabic
    *(r"(?:ال)?فاتورة", r"(?:ال)?هاتف", r"(?:ال)?جوال", r"(?:ال)?قضية"),
)
LABELS = "|".join(_OF_SOMETHING_ELSE)
"""As a pattern, for scripts too."""
_BETWEEN = r"(?:[^a-z0-9]|_|\b(?:med n(?:umme)?r|nr|nummer|no|number|numero|nro|id|kod|ar|har|is|lyder|on)\b)*"
_CODE = r"(?:\b(?-i:[A-Z]{1,5})\b[^a-z0-9]*)?"
"""The letters of a register, in capitals: ”dnr KS 20190517-1234”."""
_PERSON = re.compile(rf"\b(?:{'|'.join(_OF_A_PERSON)}){_BETWEEN}$", re.IGNORECASE)
_OTHER = re.compile(rf"\b(?P<label>{LABELS}){_BETWEEN}{_CODE}$", re.IGNORECASE)
_LINK = re.compile(r"(?:https?:|www\.)\S*$", re.IGNORECASE)


def says_person(text: str, at: int) -> bool:
    """Whether the words before a place say that a person's number follows."""
    return _PERSON.search(text[max(0, at - _BEFORE) : at]) is not None


def other_label(text: str, at: int) -> str:
    """The word before a place that says that something else than a person's number follows, or nothing."""
    match = _OTHER.search(text[max(0, at - _BEFORE) : at])
    return match["label"] if match else ""


def is_in_a_link(text: str, at: int) -> bool:
    """Whether a place is inside a web address."""
    return _LINK.search(text[max(0, at - 4 * _BEFORE) : at]) is not None
