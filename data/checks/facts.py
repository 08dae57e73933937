"""Truth: what is said to stand in the text stands there, in the passages that are named for it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from data.checks.guidance import id_of
from data.checks.located import in_source, located
from data.checks.truth import short
from data.cited import cites
from data.fields.kinds import IdKind
from data.fields.text import OUTSIDE_TEXT
from data.model import Guidance, Observation, SecrecyProvision
from data.nearest import proposal
from data.quotes import contains, normalised
from data.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.checks.located import Located
    from data.loader import Loaded
    from data.model import Description, Passage, Quote, Section

_FEWEST_WORDS = 2
"""Words of a quote that an answer rests on: one names something, and it takes another to say something of it."""
_LONG_WORD = 4
"""Letters of a word that says something by itself: of the shorter ones most only bind others together."""


def check_quotes(loaded: Loaded, description: Description) -> None:
    """Every quote stands word for word in the passage that it names, and is long enough to prove something."""
    for place in located(loaded, description):
        if not isinstance(place.record, Guidance | Observation):
            continue
        for index, quote in enumerate(place.record.quotes):
            passage = description.source.passages.get(quote.passage)
            if not passage or not quote.text:
                continue  # already reported
            key = place.table.key_of("quotes")
            if not contains(passage.whole, quote.text):
                place.tell(
                    f"citatet ”{short(quote.text)}” står inte i stycket {quote.passage}. "
                    "Kopiera orden från original.txt, hela ord från början till slut.",
                    key,
                    index,
                )
            elif not _proves(quote, passage, place):
                place.tell(
                    f"citatet ”{short(quote.text)}” är för kort för att bevisa något. Ta med så många av "
                    f"meningens ord att de säger det som svaret säger, minst {_FEWEST_WORDS}.",
                    key,
                    index,
                )


def _proves(quote: Quote, passage: Passage, place: Located) -> bool:
    """Whether a quote says something: a few words, or all that stands there; of a name it is enough to give it."""
    quoted = words(normalised(quote.text))
    if not any(len(word) >= _LONG_WORD or word.isdigit() for word in quoted):
        return False
    is_whole = normalised(quote.text) in {normalised(part) for part in (passage.text, passage.subheading)}
    return len(quoted) >= _FEWEST_WORDS or is_whole or isinstance(place.record, Observation)


def check_facts(loaded: Loaded, description: Description) -> None:
    """What ``beskrivning.toml`` says of a thing stands in the passages that it points at, or in headings over them."""
    passages = description.source.passages
    over = headings_over(description.source.sections.values())
    for place in in_source(loaded, description):
        outside = _outside_text(place)
        rows = [row for row in place.table.fields if row.in_text and row.key not in outside]
        ids = [named.id for named in place.table.ids(place.record) if named.kind is IdKind.PASSAGE] if rows else []
        texts = [text for id_ in ids if id_ in passages for text in (passages[id_].whole, *over[passages[id_].section])]
        for row in rows if texts else ():
            for below, fact in row.kind.words(getattr(place.record, row.attribute)):
                if fact and not any(row.kind.stands_in(text, fact) for text in texts):
                    place.tell(
                        f"”{short(fact)}” står inte i de stycken som anges ({', '.join(ids)}). "
                        "Använd textens ord, hela ord och nummer, eller lägg till rätt stycke.",
                        row.key,
                        *below,
                    )
        if isinstance(place.record, SecrecyProvision) and texts:
            _check_provision(place, place.record, texts)


def headings_over(sections: Iterable[Section]) -> Mapping[str, tuple[str, ...]]:
    """For each section, in their order, its heading and those that it stands in; what is no section has none."""
    over: dict[str, tuple[str, ...]] = defaultdict(tuple)
    open_: list[Section] = []
    for section in sections:
        open_ = [*(above for above in open_ if above.level < section.level), section]
        over[section.id] = tuple(one.heading for one in reversed(open_) if one.heading)
    return over


def _outside_text(place: Located) -> tuple[str, ...]:
    """The keys of a record whose words need not stand in the text; each is one of its table's."""
    outside: tuple[str, ...] = getattr(place.record, OUTSIDE_TEXT.attribute, ())
    known = [row.key for row in place.table.fields if row.in_text]
    for index, key in enumerate(outside):
        if key not in known:
            meant = proposal(key, known) or f" Välj bland: {', '.join(known)}."
            place.tell(f"{OUTSIDE_TEXT.key} har ”{key}”, som inte är en nyckel här.{meant}", OUTSIDE_TEXT.key, index)
    return outside


def _check_provision(place: Located, provision: SecrecyProvision, texts: list[str]) -> None:
    """The text cites the paragraph: another of the chapter, or of another law, is another provision."""
    law, chapter, paragraph = provision.law, provision.chapter, provision.paragraph
    if not (law and (chapter or paragraph)) or id_of(provision) != provision.id:
        return  # already reported
    texts = [normalised(text) for text in texts]
    ids = ", ".join(provision.passages)
    if chapter and not any(cites(text, law, chapter) for text in texts):
        place.tell(
            f"”{chapter} kap” står inte i de stycken som anges ({ids}), eller är där ett kapitel i en annan lag än "
            f"{law}. Rätta numret, eller lägg till rätt stycke.",
            place.table.key_of("chapter"),
        )
    elif paragraph and not any(cites(text, law, chapter, paragraph) for text in texts):
        place.tell(
            f"”{provision.citation}” står inte i de stycken som anges ({ids}). "
            "Rätta paragrafens nummer, eller lägg till rätt stycke.",
            place.table.key_of("paragraph"),
        )
