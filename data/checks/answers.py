"""An answer is short, says what is, and does not contradict another that rests on the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.checks.located import located
from data.concepts import Concept
from data.fields.guidance import GUIDE_QUESTION
from data.kinds import EntryType
from data.model import Guidance
from data.quotes import normalised
from data.wordcount import (
    MOST_IN_SENTENCE,
    MOST_SENTENCES,
    MOST_SHORT,
    MOST_SPOKEN,
    sentences_of,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.checks.located import Located
    from data.fields.table import Table
    from data.loader import Loaded
    from data.model import Description, GuideQuestion, Quote

_TEXT_ITSELF = "beskrivningen"


def check_answers(loaded: Loaded, description: Description) -> None:
    """Report answers that are missing, long, begin with what the text does not say, or contradict each other."""
    records = list(located(loaded, description))
    for place in records:
        record = place.record
        if isinstance(record, Concept):
            if record.short:
                _check_line(place, record, place.table)
            _check_spoken(place, record.spoken, place.table)
        elif isinstance(record, Guidance):
            _check_guidance(place, record)
    _check_verdicts([place for place in records if _is_record_type(place.record)])


def _check_guidance(place: Located, guidance: Guidance) -> None:
    _check_answer(place, guidance, place.table)
    _check_spoken(place, guidance.spoken, place.table)
    if guidance.type is EntryType.RECORD_TYPE and _TEXT_ITSELF in guidance.short.lower():
        place.tell(
            f"{place.table.key_of('short')} talar om {_TEXT_ITSELF}. Svara på frågan där, och skriv vad texten inte "
            f"säger i {place.table.key_of('unsaid')}.",
            place.table.key_of("short"),
        )
    inner = place.table.key_of("questions") if guidance.questions else ""
    for question in guidance.questions:
        _check_answer(place, question, GUIDE_QUESTION, inner, question.id)


def _check_answer(place: Located, answered: Guidance | GuideQuestion, table: Table[object], *below: str) -> None:
    short, answer = table.key_of("short"), table.key_of("answer")
    if not answered.short and not answered.answer:
        if any(_written(place, *below, key) for key in (short, answer)):
            return  # what stands there has been refused already
        place.tell(f"{place.header} saknar svar. Skriv det på en rad, {short}, om högst {MOST_SHORT} ord.", *below)
    elif not answered.short:
        place.tell(
            f"{answer} står utan {short}. Skriv svaret på en rad, om högst {MOST_SHORT} ord.",
            *below,
            answer,
            warning=True,
        )
    else:
        _check_line(place, answered, table, *below)
        _check_rest(place, answered.answer, answer, *below)


def _written(place: Located, *below: str) -> object:
    """What the file itself has at a key of the record; None where it has none."""
    value: object = place.file.values
    for key in (*place.path, *below):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _check_line(
    place: Located, answered: Guidance | GuideQuestion | Concept, table: Table[object], *below: str
) -> None:
    key, count = table.key_of("short"), len(words_of(answered.short))
    if count > MOST_SHORT:
        place.tell(f"{key} har {count} ord. Korta den till högst {MOST_SHORT}, och flytta resten.", *below, key)
    _check_marks(place, answered.short, key, *below)


def _check_rest(place: Located, text: str, key: str, *below: str) -> None:
    sentences = sentences_of(text)
    if len(sentences) > MOST_SENTENCES:
        place.tell(
            f"{key} har {len(sentences)} meningar. Behåll högst {MOST_SENTENCES}, och flytta resten till stegen.",
            *below,
            key,
        )
    for sentence in sentences:
        if (count := len(words_of(sentence))) > MOST_IN_SENTENCE:
            place.tell(
                f"en mening i {key} har {count} ord. Dela eller korta den till högst {MOST_IN_SENTENCE}.", *below, key
            )
    _check_marks(place, text, key, *below)


def _check_spoken(place: Located, text: str, table: Table[object]) -> None:
    if not text:
        return
    key, count = table.key_of("spoken"), len(words_of(text))
    if count > MOST_SPOKEN:
        place.tell(f"{key} har {count} ord. Korta till högst {MOST_SPOKEN}: det ska gå att säga i ett andetag.", key)
    _check_marks(place, text, key)


def _check_marks(place: Located, text: str, key: str, *below: str) -> None:
    if ";" in text:
        place.tell(f"{key} har ett semikolon. Gör två meningar av det.", *below, key)


def _is_record_type(record: object) -> bool:
    return isinstance(record, Guidance) and record.type is EntryType.RECORD_TYPE


def _check_verdicts(places: list[Located]) -> None:
    """What rests on the same words is there, or is not: the first quote is the one that a verdict rests on."""
    first: list[tuple[Quote, Located, Guidance]] = []
    for place, guidance in _with_quotes(places):
        quote = guidance.quotes[0]
        for other, _where, of in first:
            if _is_same(quote, other) and guidance.verdict is not of.verdict:
                key = place.table.key_of("verdict")
                place.tell(
                    f"{key} säger emot {of.id}, som vilar på samma ord i {quote.passage}. Ge dem samma {key}, eller "
                    f"sätt det citat först som skiljer dem åt.",
                    key,
                )
                break
        first.append((quote, place, guidance))


def _with_quotes(places: list[Located]) -> Iterator[tuple[Located, Guidance]]:
    for place in places:
        if isinstance(place.record, Guidance) and place.record.quotes and place.record.short:
            yield place, place.record


def _is_same(quote: Quote, other: Quote) -> bool:
    if quote.passage != other.passage:
        return False
    one, two = normalised(quote.text), normalised(other.text)
    return one in two or two in one
