"""What a page says, and what of it is Swedish where it should not be."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from portal.languages import LANGUAGES, ORIGINAL
from tests.portal.pages.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Description
    from tests.portal.pages.reading import Node

OTHERS = [code for code, language in LANGUAGES.items() if language.html != LANGUAGES[ORIGINAL].html]
UNSAID = frozenset({"script", "style", "blockquote", "bdi", "kbd", "svg", "textarea"})
SPOKEN = ("aria-label", "title", "placeholder", "alt", "content", "data-what", "data-then", "data-said", "data-label")
BESIDE = re.compile(r"\([^)]*\)|[“”\"«][^“”\"»]*[“”\"»]")
"""A Swedish name beside its translation, or words to look for on a Swedish site."""
ALIKE = frozenset({"API", "JSON", "CSV", "Enter", "Esc", "registrator", "Registrator", "Register"})


def said(node: Node) -> Iterator[str]:
    """What a page says in its own language: to the eye, and to a screen reader."""
    if node.tag in UNSAID or node.get("translate") == "no" or (node.get("lang") == "sv" and node.tag != "html"):
        return
    if node.tag == "meta" and node.get("name") != "description":
        return
    for name in SPOKEN:
        if words(node.get(name)):
            yield words(node.get(name))
    for child in node.children:
        if not isinstance(child, str):
            yield from said(child)
        elif words(child):
            yield words(child)


def words(text: str) -> str:
    """A text without blanks; empty where it has no word of four letters."""
    found = " ".join(text.split())
    return found if re.search(r"[^\W\d_]{4}", found) and "@" not in found and "://" not in found else ""


def swedish(here: str, there: str, names: re.Pattern[str], code: str) -> set[str]:
    """What a page in a language says as the Swedish page does, or with letters that its language has not.

    Args:
        here: The page's HTML.
        there: The HTML of the same page in Swedish.
        names: What may stand in every language.
        code: The language.
    """
    ours, theirs = said_by(here), said_by(there)
    foreign = "å" if code == "fi" else "åäö"  # Finnish has å in names alone
    strange = {text for text in ours if set(names.sub("", BESIDE.sub("", text)).lower()) & set(foreign)}
    return {text for text in ours & theirs if words(names.sub("", text))} - ALIKE | strange


@lru_cache(maxsize=512)
def said_by(html: str) -> frozenset[str]:
    """What a page says, by its HTML: that of the Swedish one is asked for beside each other language's."""
    return frozenset(text.removesuffix(" – Vägvisaren") for text in said(read(html)))


def names_of(description: Description) -> re.Pattern[str]:
    """Names that stand in every language as the description has them, with the endings that Finnish gives them."""
    source = description.source
    found = {"Vägvisaren", "Norrköping", "Fjärde storstadsregionen", "näringslivskontoret", "å:n"}  # the letter itself
    for unit in source.units.values():
        found |= {unit.name, *unit.aliases}
    for aid in source.finding_aids.values():
        found |= {aid.name, *aid.aliases}
    return re.compile(
        "|".join(rf"{re.escape(name)}\w*" for name in sorted(found, key=len, reverse=True)), re.IGNORECASE
    )
