"""Telephone numbers and e-mail addresses in a text, as they stand."""

from __future__ import annotations

import re

from data.importing.recognising.roles.words import says

PHONE = re.compile(
    r"(?<![\w/:.@+-])(?:\+46[\s-]{0,2}(?:\(0\)\s?)?[1-9]\d{0,3}|\(?0\d{1,3}\)?)[\s/]?[-–]?\s?\d{2,3}(?:\s?\d{2,3}){1,3}(?![\w@-]|[.:]\d)"
)
"""A number with its area code."""
_AT = r"(?:@|\s?(?:\[|\()(?:at|snabel-?a|@)(?:\]|\))\s?)"
"""The sign between a name and a host, or what is written for it so that machines shall not find it."""
EMAIL = re.compile(rf"(?<![\w.%+-])[\w.%+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}")
_BEFORE = 30
"""Characters before a number that may say whose it is."""


def phone_in(text: str, *, own: bool = False) -> str:
    """The first telephone number of a text that is not said to be the switchboard's or a fax; empty for none.

    Args:
        text: The words.
        own: Whether a number is taken whoever it is said to be.
    """
    for match in PHONE.finditer(text):
        if own or not says("switchboard", text[max(0, match.start() - _BEFORE) : match.start()]):
            return match.group()
    return ""


def email_in(text: str) -> str:
    """The first e-mail address of a text; empty for none."""
    match = EMAIL.search(text)
    return re.sub(_AT, "@", match.group()).rstrip(".") if match else ""


def without_contacts(text: str) -> str:
    """A text without its numbers and addresses, and without what leads to them."""
    for pattern in (PHONE, EMAIL, _LEADS):
        text = pattern.sub("", text)
    return " ".join(text.split()).strip(" ,.;:()–-")


_LEADS = re.compile(r"(?i)\b(?:på\s|via\s|genom\s)?(?:telefon(?:nummer)?|tfn|tel|e-?post|mejl|mail)\b\.?:?")
