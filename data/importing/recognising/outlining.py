"""From the blocks that were read to an outline: headings, passages, and what each of them tells of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind
from data.importing.outline import Basis, Outline, OutlinePassage, OutlineSection, PassageKind, Subject
from data.importing.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.blocks import Block, ReadDocument

_WORD = re.compile(r"[\w-]+")


class SubjectRule(Rule, frozen=True, kw_only=True):
    """A heading tells of a subject where all words of one list stand in it; ``*`` ends one that may go on."""

    subject: Subject
    words: tuple[tuple[str, ...], ...]


def outlined(document: ReadDocument) -> Outline:
    """The outline of a document."""
    sections: list[OutlineSection] = [OutlineSection("")]
    passages: list[OutlinePassage] = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            sections.append(_section(block, sections))
        elif block.text.strip():
            passages.append(_passage(block, len(passages) + 1, sections))
    return Outline(
        tuple(sections), tuple(passages), document.furniture, document.properties, document.notices, document.format
    )


def subjects_of(heading: str) -> tuple[Subject, ...]:
    """What a heading says that its section tells of; empty where it says nothing of the kind."""
    words = _WORD.findall(heading.casefold())
    for rule in rules("subjects", SubjectRule):
        if any(all(_stands(word, words) for word in wanted) for wanted in rule.words):
            return (rule.subject,)
    return ()


def _stands(wanted: str, words: Sequence[str]) -> bool:
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in words)
    return wanted in words


def _section(block: Block, before: Sequence[OutlineSection]) -> OutlineSection:
    level = block.level or 1
    above = next((at for at in range(len(before) - 1, 0, -1) if before[at].level < level), -1)
    return OutlineSection(block.text, level, block.number, above, block.place, subjects_of(block.text), Basis("style"))


def _passage(block: Block, n: int, sections: Sequence[OutlineSection]) -> OutlinePassage:
    at = section = len(sections) - 1
    subjects: tuple[Subject, ...] = ()
    while at >= 0 and not subjects:
        subjects, at = sections[at].subjects, sections[at].above
    return OutlinePassage(
        n=n,
        kind=PassageKind(block.kind.value),
        text=block.text,
        section=section,
        place=block.place,
        subjects=subjects,
        number=block.number,
        bold_lead=block.look.bold_lead,
        table=block.table,
        cells=block.cells,
        columns=block.columns,
    )
