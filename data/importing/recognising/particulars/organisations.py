"""The municipality or region that a board belongs to, by where and how often the text names it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from data.importing.outline import Basis, PassageKind
from data.importing.proposal import Told
from data.importing.recognising.particulars.labels import front, head_lines
from data.importing.recognising.particulars.phrases import pattern, sentences

if TYPE_CHECKING:
    from data.importing.outline import Outline

_CAPITAL = r"[A-ZÅÄÖ][\wåäö-]{1,30}"
_NAMED = re.compile(
    rf"(?<!\w)(?:Region(?: {_CAPITAL}){{1,2}}|Landstinget {_CAPITAL}"
    rf"|(?:{_CAPITAL} ){{1,2}}(?:kommun|[Ss]tad|landsting)s?)(?!\w)"
)
_WHY = "Namnet är det som står oftast i texten."


def organisation_of(outline: Outline) -> Told:
    """The municipality or region: of the title and the first page, else the one that the text names most."""
    text = "\n".join(passage.text for passage in outline.passages)
    first = sorted(front(outline), key=lambda passage: passage.kind is not PassageKind.TITLE)
    for passage in first:
        found = organisations_in(passage.text, text)
        if found and (passage.kind is PassageKind.TITLE or len(passage.text) < 3 * len(found[0]) or len(found) == 1):
            return Told(found[0], Basis("organisation", (passage.n,)))
    for line in head_lines(outline):
        found = organisations_in(line, text)
        if found:
            return Told(found[0], Basis("page-head", ()))
    return _most_named(outline, text)


def _most_named(outline: Outline, text: str) -> Told:
    host = next((each for each in sentences(text) if pattern("host").search(each)), "")
    hosts = organisations_in(host, text)
    if hosts:
        return Told(hosts[0], _basis(outline, hosts[0]))
    counted = Counter(organisations_in(text, text))
    if counted:
        name, count = counted.most_common(1)[0]
        rivals = [other for other in counted if other != name and counted[other] == count]
        return Told() if rivals else Told(name, _basis(outline, name))
    company = outline.properties.get("company", "")
    return (
        Told(company, Basis("properties", (), guessed=True, why=_WHY)) if organisations_in(company, company) else Told()
    )


def _basis(outline: Outline, name: str) -> Basis:
    stands = tuple(passage.n for passage in outline.passages if name in passage.text)
    return Basis("organisation", stands[:1], guessed=True, why=_WHY)


def organisations_in(text: str, known: str) -> list[str]:
    """Names of municipalities and regions in a text, in their base form.

    Args:
        text: The text.
        known: The whole document, to tell a genitive's base form by.
    """
    return [_base(match[0], known) for match in _NAMED.finditer(text)]


def _base(name: str, known: str) -> str:
    for ending in ("kommuns", "stads", "Stads", "landstings"):
        name = name[:-1] if name.endswith(" " + ending) else name
    words = name.split(" ")
    if words[0] in {"Region", "Landstinget"}:
        if len(words) > 2 and not re.search(rf"(?:i|inom|av|för|hos) {re.escape(name)}", known):  # noqa: PLR2004
            name = " ".join(words[:2])
        without = re.search(rf"(?<!\w){re.escape(name[:-1])}(?!\w)", known) if name.endswith("s") else None
        return name[:-1] if without else name
    shorter = " ".join(words[1:])
    is_shorter = len(words) > 2 and len(re.findall(rf"(?<!{re.escape(words[0])} ){re.escape(shorter)}", known)) > 0  # noqa: PLR2004
    return shorter if is_shorter else name
