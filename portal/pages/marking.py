"""Texts as HTML: line breaks, emphasis, and what no machine is to translate."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from portal.services.services import services

_NUMBERS = (
    r"[A-Z]+ [0-9]+/[0-9]+|(?:[0-9]+ kap\. )?[0-9]+ §(?: [A-Za-zÅÄÖåäö]+)?|[A-Z]+ [0-9]+:[0-9]+"
    r"|[0-9]+(?:[ -][0-9]+)+|[\w.+-]+@[\w.-]+"
)
"""Case numbers, citations, telephone numbers, e-mail addresses: in Arabic the signs inside them have no direction."""


def lines(text: str) -> Markup:
    """A text with its line breaks (lättläst has one thing a line), and what no machine is to translate marked."""
    return _lines(text, services().current.catalogues().names)


@lru_cache(maxsize=4096)
def _lines(text: str, names: tuple[str, ...]) -> Markup:
    """Kept: the same texts of the data are shown again and again. What a visitor writes is never shown this way."""
    fixed = _fixed(names)
    marked = (
        fixed.sub(r'<bdi class="fixed" translate="no">\g<0></bdi>', str(escape(line))) for line in text.split("\n")
    )
    return Markup("<br>".join(marked))  # noqa: S704  (escaped just here)


@lru_cache(maxsize=8)
def _fixed(names: tuple[str, ...]) -> re.Pattern[str]:
    """What stands as it is in every language: names of systems, and numbers of all kinds."""
    listed = "|".join(re.escape(str(escape(name))) for name in names)
    return re.compile(rf"\b(?:{listed})\b|{_NUMBERS}" if listed else _NUMBERS)


def emphasis(text: str) -> Markup:
    """The source's asterisks as emphasis; every word stays as it is."""
    return Markup(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", str(escape(text))))  # noqa: S704  (escaped just here)
