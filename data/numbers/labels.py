"""What the words before digits say that they are. Letters have no marks here: ”ärende” is read ”arende”."""

from __future__ import annotations

import re

_BEFORE = 80
"""Characters before the digits that are looked at."""
_OF_A_PERSON = (
    r"person[a-z]*",
    r"pers",
    r"p\.?nr",
    r"samordning[a-z]*",
    r"fodd[a-z]*",
    r"fodelse[a-z]*",
    r"identit[a-z]*",
    r"social security",
    r"ssn",
    r"henkilo[a-z]*",
    r"sotu",
)
_OF_SOMETHING_ELSE = (
    # Cases and documents
    *(r"d\.?nr", r"diarie[a-z]*", r"arende[a-z]*", r"asia[a-z]*", r"malnr", r"malnummer", r"mal nr", r"beslut[a-z]*"),
    *(r"case", r"reference", r"referens[a-z]*", r"ref", r"lopnr", r"lopnummer", r"handlingsn[a-z]*"),
    *(r"avtal[a-z]*", r"kontrakt[a-z]*", r"projekt[a-z]*", r"serien[a-z]*", r"artikel[a-z]*", r"art", r"order[a-z]*"),
    # Money
    *(r"faktur[a-z]*", r"invoice[a-z]*", r"lasku[a-z]*", r"rakning[a-z]*", r"ocr[a-z]*", r"kvitto[a-z]*"),
    *(r"kund[a-z]*", r"customer", r"bg", r"bankgiro[a-z]*", r"pg", r"plusgiro[a-z]*", r"postgiro[a-z]*", r"iban"),
    *(r"swish[a-z]*", r"konto[a-z]*", r"account", r"clearing[a-z]*", r"autogiro[a-z]*", r"belopp[a-z]*"),
    # Organisations
    *(r"org", r"orgn[a-z]*", r"organisationsn[a-z]*", r"moms[a-z]*", r"vat[a-z]*", r"y-tunnus"),
    # Telephones
    *(r"tele?", r"tele?fon[a-z]*", r"teln[a-z]*", r"tfn", r"mobil[a-z]*", r"mob", r"ring", r"sms", r"fax[a-z]*"),
    *(r"vaxel[a-z]*", r"phone", r"call", r"gsm", r"puh", r"puhelin[a-z]*", r"whatsapp"),
    # Books, programs
    *(r"isbn[a-z]*", r"issn[a-z]*", r"libris[a-z]*", r"version[a-z]*", r"ver", r"build", r"release"),
    # A bare word for number
    *(r"nr", r"nummer", r"nro", r"numero", r"no", r"number"),
)
LABELS = "|".join(_OF_SOMETHING_ELSE)
"""As a pattern, for scripts too."""
_BETWEEN = r"(?:[^a-z0-9]|_|\b(?:med n(?:umme)?r|nr|nummer|no|number|numero|nro|id|kod|ar|har|is|lyder|on)\b)*"
_CODE = r"(?:\b(?-i:[A-Z]{1,5})\b[^a-z0-9]*)?"
"""The letters of a register, in capitals: ”dnr KS 20190517-1234”."""
_PERSON = re.compile(rf"\b(?:{'|'.join(_OF_A_PERSON)}){_BETWEEN}$", re.IGNORECASE)
_OTHER = re.compile(rf"\b(?P<label>{LABELS}){_BETWEEN}{_CODE}$", re.IGNORECASE)
_CAMPAIGN = re.compile(
    r"\b(?:utm|mtm|pk|piwik|matomo|hsa|mc|ga|gad|campaign|kampanj|cid|cmp)[a-z_-]*=[^\s&]*$", re.IGNORECASE
)
_LINK = re.compile(r"(?:https?:|www\.)\S*$", re.IGNORECASE)


def says_person(text: str, at: int) -> bool:
    """Whether the words before a place say that a person's number follows."""
    return _PERSON.search(text[max(0, at - _BEFORE) : at]) is not None


def other_label(text: str, at: int) -> str:
    """The word before a place that says that something else than a person's number follows, or nothing."""
    match = _OTHER.search(text[max(0, at - _BEFORE) : at])
    return match["label"] if match else ""


def is_of_a_campaign(text: str, at: int) -> bool:
    """Whether a place is inside what a link carries along to count its visitors."""
    return _CAMPAIGN.search(text[max(0, at - _BEFORE) : at]) is not None


def is_in_a_link(text: str, at: int) -> bool:
    """Whether a place is inside a web address."""
    return _LINK.search(text[max(0, at - 4 * _BEFORE) : at]) is not None
