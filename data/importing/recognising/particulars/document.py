"""The description as a document: title, number, what it replaces, dates, who decided and who drew it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Basis, PassageKind, Subject
from data.importing.proposal import DocumentFacts, Told
from data.importing.recognising.particulars.dates import dates, first_date, is_date
from data.importing.recognising.particulars.labels import Labelled, front, head_lines, labelled_values
from data.importing.recognising.particulars.numbers import bare_number, in_page_head, labelled, number_in, numbers_in
from data.importing.recognising.particulars.people import named_title, title_of
from data.importing.recognising.particulars.phrases import pattern, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.importing.outline import Outline, OutlinePassage

_FIRST_SECTIONS, _LAST = 12, 4
"""Passages at the beginning and at the end that may tell of the document itself."""
_HEAD = "Uppgiften står bara i sidhuvudet."
_BARE = "Datumet står för sig, utan ord om att det är beslutets."
_UNLABELLED = "Numret står för sig, utan ordet diarienummer."
_LONGEST_VALUE = 160
_SHORT = 60
_GOES_ON = re.compile(r"(?:för|av|hos|vid|över|och|avseende|i|enligt) \S")
"""What a title's second line begins with, where it is set in two."""


def document_facts(outline: Outline) -> DocumentFacts:
    """What the document says of itself.

    Args:
        outline: Its words.
    """
    values = labelled_values(outline)
    replaces = _replaces(outline, values)
    by, on = _decision(outline, values)
    return DocumentFacts(
        title=_title(outline),
        number=_number(outline, values, replaces.value),
        replaces=replaces,
        decided_on=on,
        valid_from=_valid(outline, values),
        decided_by=by,
        drawn_up_by=_drawn(outline, values),
    )


def _title(outline: Outline) -> Told:
    title = next((passage for passage in outline.passages if passage.kind is PassageKind.TITLE), None)
    if title is not None:
        after = outline.passages[title.n].text if title.n < len(outline.passages) else ""
        goes_on = bool(_GOES_ON.match(after)) and len(after) <= _LONGEST_VALUE and not after.endswith(".")
        both = (title.n, title.n + 1) if goes_on else (title.n,)
        return Told(" ".join(f"{title.text} {after if goes_on else ''}".split()), Basis("title", both))
    return Told()


def _number(outline: Outline, values: Sequence[Labelled], replaced: str) -> Told:
    for each in values:
        number = number_in(each.value) if each.field == "number" else ""
        if number and number != replaced:
            return Told(number, Basis("number", (each.passage,) if each.passage else ()))
    alone = _number_alone(outline, replaced)
    if alone.value:
        return alone
    for line in head_lines(outline):
        number = in_page_head(line)
        if number and number != replaced:
            return Told(number, Basis("page-head", (), guessed=not labelled(line), why="" if labelled(line) else _HEAD))
    for passage, sentence in _of_itself(outline):
        clear = _of_this(sentence)
        if _is_itself(clear, _title(outline).value) and labelled(clear) and not _of_other(clear):
            return Told(labelled(clear), Basis("said-number", (passage.n,)))
    return Told()


def _number_alone(outline: Outline, replaced: str) -> Told:
    """A number on a short line of the first page, with or without its label."""
    lines = [(passage.n, line) for passage in front(outline) for line in passage.text.split("\n")]
    for n, line in lines:
        said = labelled(line) if len(line) <= _SHORT and not _is_earlier(line) else ""
        if said and said != replaced:
            return Told(said, Basis("number", (n,)))
        if bare_number(line):
            is_guess = line[:1].isdigit()
            basis = Basis("bare-number", (n,), guessed=is_guess, why=_UNLABELLED if is_guess else "")
            return Told(bare_number(line), basis)
    return Told()


def _replaces(outline: Outline, values: Sequence[Labelled]) -> Told:
    for each in values:
        number = _first_number(each.value) if each.field == "replaces" else ""
        if number:
            return Told(number, Basis("replaces", (each.passage,) if each.passage else ()))
    for passage, sentence in _of_itself(outline):
        said = pattern("replacing").search(sentence)
        if said:
            after, before = numbers_in(sentence[said.end() :]), numbers_in(sentence[: said.start()])
            is_passive = said[0].casefold().startswith("upphör")
            replaced = (before if is_passive else after)[:1]
            if replaced:
                return Told(replaced[0], Basis("replacing", (passage.n,)))
    return Told()


def _first_number(value: str) -> str:
    found = numbers_in(value)
    return bare_number(value) or (found[0] if found else number_in(value))


def _of_itself(outline: Outline) -> Iterator[tuple[OutlinePassage, str]]:
    """Sentences that may tell of the document: of the first page, of what is about it, and of its end."""
    last = len(outline.passages) - _LAST
    first = {passage.n for passage in front(outline)}
    for passage in outline.passages:
        is_near = passage.n <= _FIRST_SECTIONS or passage.n > last or Subject.ABOUT in passage.subjects
        if not passage.cells and not passage.recited:
            for sentence in sentences(passage.text):
                if is_near or passage.n in first or pattern("this-very-document").match(sentence):
                    yield passage, sentence


def _is_earlier(text: str) -> bool:
    """Whether a text tells of another document: an earlier one, or a plan."""
    return bool(pattern("earlier").search(text) or pattern("replacing").search(text) or _of_other(text))


def _is_itself(text: str, title: str) -> bool:
    """Whether words call the document by a name of its own: a plan is the document only where its title says plan."""
    return bool(pattern("this-document").search(text) or (_of_other(title) and pattern("this-plan").search(text)))


def _before(sentence: str, rule: str) -> str:
    said = pattern(rule).search(sentence)
    return sentence[: said.start()] if said else sentence


def _of_this(sentence: str) -> str:
    """The part of a sentence that tells of the document, and not of the one that it replaces; empty where none does."""
    said = pattern("replacing").search(sentence)
    clear = sentence[: said.start()] if said else sentence
    is_passive = said is not None and said[0].casefold().startswith("upphör")
    return "" if is_passive or pattern("earlier").search(clear) or _of_other(clear) else clear


def _of_other(sentence: str) -> bool:
    return bool(pattern("other-document").search(sentence))


def _decision(outline: Outline, values: Sequence[Labelled]) -> tuple[Told, Told]:
    """Who decided, and when."""
    by, on = Told(), Told()
    for each in values:
        basis = Basis(each.field.replace("_", "-"), (each.passage,) if each.passage else ())
        if each.field in {"decided_by", "decided_on"} and len(each.value) <= _LONGEST_VALUE:
            value = _before(each.value, "replacing")
            on = on if on.value or not first_date(value) else Told(first_date(value), basis)
            who = _who(value, each.label) if each.field == "decided_by" else value.partition(" av ")[2].strip(" .,")
            by = by if by.value or not who else Told(who, basis)
    if not on.value:
        said_by, on = _said(outline)
        by = by if by.value else said_by
    if not on.value:
        on = _undecided(outline, values)
    return by, on


def _who(value: str, label: str) -> str:
    """Who decided, in the value of a label: with the day and the paragraph where they stand after it."""
    _, by, after = value.partition("av ") if not label.endswith("av") and not value[:1].isupper() else ("", "", value)
    who = _cut((after if by or after else value).strip(" ,.").removesuffix(" och"))
    starts = who[:1]
    return who if starts.isalpha() and not is_date(who) and not first_date(who[:14]) else ""


def _said(outline: Outline) -> tuple[Told, Told]:
    """A decision that a sentence tells of."""
    title = _title(outline).value
    first = {passage.n for passage in front(outline)}
    for passage, sentence in _of_itself(outline):
        clear = _before(sentence, "replacing")
        said = pattern("decided").search(clear)
        is_own = passage.n in first or _is_itself(clear, title)
        is_other = _of_other(clear) and not _of_other(title)
        if said and is_own and not is_other and dates(clear[said.start() :]):
            basis = Basis("decided", (passage.n,))
            date = next(iso for iso, _, _ in dates(clear[said.start() :]))
            _, by, who = clear[said.end() :].partition("av ")
            return Told(_cut(who), basis) if by else Told(), Told(date, basis)
    return Told(), Told()


def _cut(who: str) -> str:
    """Who decided, without what the sentence goes on with."""
    for stop in (", dnr", ", diarie", " (dnr", " och ", ". ", ";", " (", ", som ", ", samt "):
        head, found, rest = who.partition(stop)
        if found and not rest[:1].isdigit() and not (stop == " och " and head.endswith("-")):
            who = head
    return who.strip(" ,.")


def _undecided(outline: Outline, values: Sequence[Labelled]) -> Told:
    """A date of the document that no word says to be the decision's."""
    for each in values:
        if each.field == "date" and first_date(each.value):
            basis = Basis("date", (each.passage,) if each.passage else (), guessed=True, why=_BARE)
            return Told(first_date(each.value), basis)
    for passage in front(outline):
        for line in passage.text.split("\n"):
            if is_date(line):
                return Told(first_date(line), Basis("bare-date", (passage.n,), guessed=True, why=_BARE))
    for line in head_lines(outline):
        if first_date(line) and not pattern("page-date").search(line):
            return Told(first_date(line), Basis("page-head-date", (), guessed=True, why=_HEAD))
    return Told()


def _valid(outline: Outline, values: Sequence[Labelled]) -> Told:
    for each in values:
        if each.field == "valid_from" and first_date(each.value[:40]):
            return Told(first_date(each.value), Basis("valid-from", (each.passage,) if each.passage else ()))
    title = _title(outline).value
    for passage, sentence in _of_itself(outline):
        said = pattern("valid").search(sentence)
        found = dates(sentence[said.end() :][:40]) if said else []
        if said and found and (not _of_other(sentence) or _of_other(title)) and _is_itself(sentence, title):
            return Told(found[0][0], Basis("valid", (passage.n,)))
    return Told()


def _drawn(outline: Outline, values: Sequence[Labelled]) -> Told:
    for each in values:
        title = title_of(each.value) if each.field == "drawn_up_by" else ""
        if title:
            return Told(title, Basis("drawn-up-by", (each.passage,) if each.passage else ()))
    for passage in front(outline):
        title = named_title(passage.text)
        if title:
            why = "Raden är ett namn och en titel; att den skrev dokumentet sägs inte."
            return Told(title, Basis("named", (passage.n,), guessed=True, why=why))
    for passage, sentence in _of_itself(outline):
        said = pattern("drawn").search(sentence)
        if said and _is_itself(sentence[: said.start()], _title(outline).value):
            who = title_of(sentence[said.end() :].strip())
            if who:
                return Told(who, Basis("drawn", (passage.n,)))
    return Told()
