"""Where the law is recited, and which answers its points have: by their words, and by the recital's own order.

A recital may leave a point out: in one of six points ”6” may be the law's seventh. A number therefore means what the
recital says, and where the words of an answer say something else, they are right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.blocks import BlockKind
from data.importing.outline import POINTS, Subject
from data.importing.recognising.outlining.lines import Line, Role
from data.importing.recognising.outlining.subjects import answered, point_of, points_in
from data.importing.recognising.outlining.words import says, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_FEWEST_POINTS = 4
_FEWEST_ANSWERS = 4
_NUMBER = re.compile(r"(?:punkt |p\. ?)?([1-9])(?:[.):]| –)?\s", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?:] (?=[A-ZÅÄÖ])")
_LAW_ORDER = {number: subject for subject, number in POINTS.items()}
_DUTY = frozenset({"ska", "skall", "måste", "föreskriver", "anges", "framgår"})


def recited(lines: Sequence[Line]) -> tuple[dict[int, Subject], set[int]]:
    """The recital of the law.

    Returns:
        What each of its numbers means, and the places of the lines that are the law's words.
    """
    order: dict[int, Subject] = {}
    places: set[int] = set()
    for run in _runs(lines):
        if len({point_of(lines[at].block.text) for at in run}) >= _FEWEST_POINTS:
            places.update(run)
            places.update(_leading(lines, run[0]))
            order = order or _order(lines, run)
    places.update(at for at, line in enumerate(lines) if _is_text(line) and is_of_law(line.block.text))
    return order, places


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines in a row, each of which recites a point."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if _is_text(line) and point_of(line.block.text) is not None:
            run.append(at)
        elif line.role is not Role.FURNITURE and run:
            yield run
            run = []
    if run:
        yield run


def _is_text(line: Line) -> bool:
    return line.role is Role.PASSAGE and line.block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}


def _leading(lines: Sequence[Line], first: int) -> list[int]:
    """The paragraph before the points, where it says no more than that they come."""
    at = first - 1
    if at < 0 or not _is_text(lines[at]):
        return []
    text = lines[at].block.text
    opens = not text.endswith(".") and len(_SENTENCE.split(text)) == 1
    return [at] if opens and not _DUTY.isdisjoint(tokens(text)) else []


def _order(lines: Sequence[Line], run: Sequence[int]) -> dict[int, Subject]:
    order: dict[int, Subject] = {}
    for count, at in enumerate(run, 1):
        subject = point_of(lines[at].block.text)
        if subject is not None:
            order[number_of(lines[at]) or count] = subject
    return order


def is_of_law(text: str) -> bool:
    """Whether all sentences of a paragraph are the law's: they hold for every authority."""
    words = tokens(text)
    if len(points_in(text)) >= _FEWEST_POINTS and not _DUTY.isdisjoint(words):
        return True
    return all(_is_general(sentence) for sentence in _SENTENCE.split(text))


def _is_general(sentence: str) -> bool:
    words = tokens(sentence)
    if "har" in words:
        return False
    return (says("every-authority", sentence) and not _DUTY.isdisjoint(words)) or says("law-closing", sentence)


def number_of(line: Line) -> int:
    """The number of a point that a line begins with; 0 where it has none."""
    if line.block.number:
        bare = line.block.number.strip(" .):(")
        return int(bare) if bare.isdecimal() and len(bare) == 1 else 0
    found = _NUMBER.match(line.block.text)
    return int(found[1]) if found else 0


def answers(lines: Sequence[Line], order: Mapping[int, Subject], law: set[int]) -> dict[int, Subject]:
    """The points that lines without headings answer, by their numbers and words."""
    numbered = _numbered(lines, law)
    if len(numbered) < _FEWEST_ANSWERS:
        return {}
    is_said = bool(order) or any(says("numbering", line.block.text) for line in lines if _is_text(line))
    meaning = order or _LAW_ORDER
    agree = sum(meaning.get(number) in answered(lines[at].block.text) for at, number in numbered)
    against = sum(bool(answered(lines[at].block.text)) for at, _ in numbered) - agree
    if (is_said and agree < against) or (not is_said and agree <= max(2 * against, 3)):
        return {}
    found: dict[int, Subject] = {}
    for at, number in numbered:
        subject = _by_words(lines[at].block.text, meaning.get(number))
        if subject is not None:
            found.update(dict.fromkeys(_going_on(lines, at, {place for place, _ in numbered}), subject))
    return found


def _by_words(text: str, meant: Subject | None) -> Subject | None:
    said = answered(text)
    if said and meant not in said and (len(said) == 1 or Subject.SALE in said):
        return said[0]
    return meant


def _numbered(lines: Sequence[Line], law: set[int]) -> list[tuple[int, int]]:
    """Paragraphs whose numbers go on from one another, from 1."""
    found: list[tuple[int, int]] = []
    last = 0
    for at, line in enumerate(lines):
        number = number_of(line) if _is_text(line) and at not in law else 0
        if last < number <= last + 2 and (last or number == 1):
            found.append((at, number))
            last = number
    return found


def _going_on(lines: Sequence[Line], at: int, numbered: set[int]) -> Iterator[int]:
    """A line and those after it that belong to it: up to the next number, heading or table."""
    yield at
    for after in range(at + 1, len(lines)):
        if after in numbered or lines[after].role is Role.HEADING or lines[after].block.kind is BlockKind.TABLE_ROW:
            return
        yield after
