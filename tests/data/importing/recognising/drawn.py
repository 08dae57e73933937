"""Outlines drawn in a few lines of text, so that a test needs no document.

``## [subject] heading``, ``• list item``, ``|! column | column``, ``| cell | cell``, ``: term :: words``,
``**lead** words``; any other line is a paragraph.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from data.importing.outline import Outline, OutlinePassage, OutlineSection, PassageKind, Subject


def cases(stage: str) -> list[dict[str, Any]]:
    """The cases of a stage: texts, and the facts that they state."""
    listed: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name(f"{stage}_cases.toml").read_text())["case"]
    return listed


def drawn(text: str) -> Outline:
    """The outline that lines of text draw."""
    sections = [OutlineSection("")]
    passages: list[OutlinePassage] = []
    told: tuple[Subject, ...] = ()
    columns: tuple[str, ...] = ()
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith("## "):
            own, heading = _heading(line[3:])
            told, columns = own or told, ()
            nested = not own and len(sections) > 1
            above = max((at for at, one in enumerate(sections) if at and one.level == 1), default=-1) if nested else -1
            sections.append(OutlineSection(heading, 2 if nested else 1, "", above, "", own))
        elif line.startswith("|!"):
            columns = tuple(cell.strip() for cell in line[2:].split("|"))
        else:
            passages.append(_passage(line, len(passages) + 1, len(sections) - 1, told, columns))
    return Outline(tuple(sections), tuple(passages))


def _heading(words: str) -> tuple[tuple[Subject, ...], str]:
    if not words.startswith("["):
        return (), words
    subject, _, heading = words[1:].partition("] ")
    return (Subject(subject),), heading


def _passage(line: str, n: int, section: int, told: tuple[Subject, ...], columns: tuple[str, ...]) -> OutlinePassage:
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line[1:].split("|"))
        return OutlinePassage(
            n, PassageKind.TABLE_ROW, " | ".join(cells), section, subjects=told, table=1, cells=cells, columns=columns
        )
    if line.startswith(": "):
        cells = tuple(cell.strip() for cell in line[2:].split("::"))
        return OutlinePassage(n, PassageKind.DEFINITION, " | ".join(cells), section, subjects=told, cells=cells)
    if line.startswith("• "):
        return OutlinePassage(n, PassageKind.LIST_ITEM, line[2:], section, subjects=told)
    if line.startswith("**"):
        lead, _, rest = line[2:].partition("**")
        bold = lead.rstrip(".:")
        return OutlinePassage(n, PassageKind.PARAGRAPH, lead + rest, section, subjects=told, bold_lead=bold)
    return OutlinePassage(n, PassageKind.PARAGRAPH, line, section, subjects=told)
