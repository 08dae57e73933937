"""Telephone numbers, addresses and case numbers of a text, compared as what they are.

As text, a number that lacks its end stands in the whole one; as a number, it is another. Texts and values have been
normalised (`data.quotes`).
"""

from __future__ import annotations

import re

from data.wording import stands

_RUN = re.compile(r"(?<![\w/.,:@-])(?:\+|\(\+?|)\d(?:[ \-\u2010-\u2015\u2212()/.]{0,3}\d){1,24}(?![\w@]|[/:]\d)")
"""Digits with what people put between them; what is a part of a word, an address or a date is none."""
_BEGINS = re.compile(r"(?<=\d) (?=\(?(?:0\d{1,3}\)?[-\u2010-\u2015]|\+\d))")
"""Where another number begins: an area code with its hyphen, or a country."""
_EMAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_WEBSITE = re.compile(
    r"(?<![\w@.-])(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?::\d{1,5})?(?:/[^\s)\]”\"<>]{0,300})?(?![\w@-])"
)
_NO_REGISTER = re.compile(r"(?<!\w)((?:diarie|d|ärende)?(?:nr|nummer)\.?)(?=\d)")
"""Words before a case number that are no part of it."""


def has_phone(text: str, number: str) -> bool:
    """Whether a telephone number stands in a text, however each is spaced, with or without +46."""
    digits = _national(number)
    runs = (run for match in _RUN.finditer(text) for run in _BEGINS.split(match.group()))
    return bool(digits) and any(_national(run) == digits for run in runs)


def has_email(text: str, address: str) -> bool:
    """Whether an e-mail address stands in a text, upper and lower case alike."""
    return any(match.group().rstrip(".").casefold() == address.casefold() for match in _EMAIL.finditer(text))


def has_website(text: str, address: str) -> bool:
    """Whether an address on the web stands in a text, with or without ``https://`` and a slash last."""
    return any(_bare(match.group()) == _bare(address) for match in _WEBSITE.finditer(text))


def has_case_number(text: str, number: str) -> bool:
    """Whether a case number stands in a text, whole: letters and blanks may be written in other ways, digits not."""
    squeezed = re.compile(r"(?<=[^\W\d]) (?=\d)")
    wanted = squeezed.sub("", number.casefold())
    there = squeezed.sub("", text.casefold())
    if wanted[:1].isdigit():  # a number that the text has with its register is another without it
        there = _NO_REGISTER.sub(r"\1 ", there)
    return stands(there, wanted)


def _national(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    if number.lstrip(" (").startswith("+46"):
        return "0" + digits[2:].lstrip("0")
    return "0" + digits[4:].lstrip("0") if digits.startswith("0046") else digits


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address.casefold()).rstrip("./,;:")
