"""Numbers as programs write them before headings and items."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_LOW = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26
_MOST = 4_000
"""No list is longer; a file that says so is given plain figures."""


def formatted(count: int, form: str) -> str:
    """A number in one of the forms of Word or of OpenDocument.

    Args:
        count: The number.
        form: ``decimal``, ``lowerLetter`` and so on, or ``1``, ``a``, ``A``, ``i``, ``I``.
    """
    if form in {"none", "bullet", ""}:
        return ""
    if not 0 < count < _MOST:
        return str(count)
    written = _FORMS.get(form.removeprefix("upper").removeprefix("lower").lower(), str)(count)
    return written.upper() if form.startswith("upper") or form in {"A", "I"} else written


def _letters(count: int) -> str:
    """A, b … z, aa, bb: a letter as often as the alphabet has been gone through."""
    turns, at = divmod(count - 1, _LETTERS)
    return chr(ord("a") + at) * (turns + 1)


def _roman(count: int) -> str:
    written = []
    for value, letters in (*_ROMAN, *_ROMAN_LOW):
        times, count = divmod(count, value)
        written.append(letters * times)
    return "".join(written)


_FORMS = {"letter": _letters, "a": _letters, "roman": _roman, "i": _roman, "decimalzero": "{:02}".format}
