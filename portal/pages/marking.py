"""Texts as HTML: line breaks, emphasis, and what no machine is to translate."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from portal.languages import ORIGINAL
from portal.pages.parting import LONG, addressed, broken, generation, parted
from portal.services.services import services

_NUMBERS = (
    r"[A-Z]+ [0-9]+/[0-9]+|(?:[0-9]+ kap\. )?[0-9]+ §(?: [A-Za-zÅÄÖåäö]+)?|[A-Z]+ [0-9]+:[0-9]+"
    r"|[0-9]+(?:[ -][0-9]+)+|[\w.+-]+@[\w.-]+"
)
"""Case numbers, citations, telephone numbers, e-mail addresses: in Arabic the signs inside them have no direction."""


def lines(text: str, lang: str = "") -> Markup:
    """A text with its line breaks (lättläst has one thing a line), and what no machine is to translate marked.

    Args:
        text: The words.
        lang: What they are in: long Swedish ones may break between their parts.
    """
    return _lines(text, services().current.catalogues().names, generation(lang))


@lru_cache(maxsize=4096)
def _lines(text: str, names: tuple[str, ...], digest: str) -> Markup:
    """Kept: the same texts of the data are shown again and again. What a visitor writes is never shown this way."""

    def marked(found: re.Match[str]) -> str:
        if found["fixed"]:
            return f'<bdi class="fixed" translate="no">{addressed(found.group())}</bdi>'
        return broken(found.group()) if digest else found.group()

    html = "<br>".join(_fixed(names).sub(marked, str(escape(line))) for line in text.split("\n"))
    return Markup(html)  # noqa: S704  (escaped just here)


@lru_cache(maxsize=8)
def _fixed(names: tuple[str, ...]) -> re.Pattern[str]:
    """What stands as it is in every language, names of systems and numbers of all kinds; and long words."""
    listed = "|".join(re.escape(str(escape(name))) for name in names)
    listed = rf"\b(?:{listed})\b|" if listed else ""
    return re.compile(rf"(?P<fixed>{listed}{_NUMBERS})|{LONG}")


def emphasis(text: str) -> Markup:
    """The source's asterisks as emphasis; every word stays as it is, and may break where it is long."""
    html = re.sub(r"\*([^*]+)\*", r"<em>\1</em>", str(parted(text, ORIGINAL)))
    return Markup(html)  # noqa: S704  (escaped by `parted`)
