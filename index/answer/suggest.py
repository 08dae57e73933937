"""Suggestions while someone types: what there is by the beginning of a name or an everyday word, or of a word in it."""

from __future__ import annotations

from array import array
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from data.concepts import Signpost
from data.entries import Entry
from data.kinds import EntryType
from index.answer.called import KIND, KINDS, LEVEL, TEXT, TEXTS, THINGS, Called, Things
from index.words import keeping
from index.words.analysis import LANGUAGES, fold, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from index.answer.called import Texts

MAX_SUGGESTIONS = 8
"""As many as fit above a phone's keyboard without scrolling."""
_OF_ONE_KIND, _OF_ONE_TITLE = 5, 3
"""How many of one kind, or called alike at several authorities, come before all else that begins so."""
_LOOKED_AT = 256
"""Matches that are looked at: enough to choose from, and few enough for every key that is pressed."""
_ENOUGH = 20
"""Things to choose from, the best ones."""
_Thing = Entry | tuple[str, Signpost]


class SuggestedType(StrEnum):
    """What is suggested: an entry of any type, or a signpost."""

    RECORD_TYPE = EntryType.RECORD_TYPE.value
    FINDING_AID = EntryType.FINDING_AID.value
    UNIT = EntryType.UNIT.value
    PROVISION = EntryType.PROVISION.value
    EXCHANGE = EntryType.EXCHANGE.value
    SECTION = EntryType.SECTION.value
    GUIDE = EntryType.GUIDE.value
    SIGNPOST = "signpost"


_TYPES = (
    *(SuggestedType.RECORD_TYPE, SuggestedType.GUIDE, SuggestedType.FINDING_AID, SuggestedType.UNIT),
    *(SuggestedType.SIGNPOST, SuggestedType.EXCHANGE, SuggestedType.PROVISION, SuggestedType.SECTION),
)
"""In which order kinds take turns where they match equally well: what people come for first."""
_WAITS = (0, 0, 0, 0, 0, 2, 2, 2)
"""How many turns each of these waits: the last ones are rarely meant."""
_TURNS = LEVEL + 8
_BELOW = (1 << LEVEL) - 1
"""Turns go between the level of a match and what is below it, with room for more than there ever are."""
_WORSE = 0, 1, 5
"""How much worse a text matches of which all was typed, whole words, or the mere beginning of one."""
_TITLE, _OTHER_NAME, _WORD, _WITHIN = 0, 1, 3, 6
"""How much worse other names match than titles, everyday words, and later words of any of them.

A name's beginning comes before an everyday word's, and both before a later word's; a whole typed word before a mere
beginning. Where these two disagree the sum decides: a whole word inside a title (7) comes before an everyday word that
only begins so (8).
"""


class Suggestion(NamedTuple):
    """An entry or a signpost that the typed text begins.

    Attributes:
        matched: The everyday word or other name that begins so, where it is not what the title says.
        holder: Who usually has what a signpost is about; empty for an entry.
        part_of: The guide that an entry is a question of; else empty.
    """

    authority: str
    type: SuggestedType
    id: str
    title: str
    matched: str = ""
    holder: str = ""
    part_of: str = ""


def _as_it_is(_text: str) -> None:
    return None


class Suggester:
    """What entries and signposts are called in a language and in Swedish, in sorted order."""

    def __init__(
        self,
        entries: Iterable[Entry],
        language: str = "sv",
        translated: Callable[[str], str | None] = _as_it_is,
        signposts: Iterable[tuple[str, Signpost]] = (),
    ) -> None:
        """Sort all that they are called.

        Args:
            entries: The entries, in the place's order.
            language: The language of the page.
            translated: A Swedish name in that language; None where it has none.
            signposts: Authorities, whose visitors they speak to, and signposts.
        """
        self._translated = translated
        self._things: list[_Thing] = [*entries, *signposts]
        languages = tuple(each for each in LANGUAGES if each in {language, "sv"})
        numbers: dict[tuple[str, SuggestedType], int] = {}
        alike = (numbers.setdefault((_title(each), _type(each)), len(numbers)) for each in self._things)
        things = Things(bytearray(_TYPES.index(_type(each)) for each in self._things), array("I", alike))
        self._alike = things.alike
        called = (chain(self._names(each), _words(each, languages)) for each in self._things)
        self._called = Called(called, things, MAX_SUGGESTIONS, languages, _WITHIN)

    def suggest(self, text: str) -> tuple[Suggestion, ...]:
        """What is called something that begins with the text, the best match first; none for an empty text."""
        try:
            return self._suggest(text)
        finally:
            keeping.forget()

    def _suggest(self, text: str) -> tuple[Suggestion, ...]:
        wanted = " ".join(fold(token.text) for token in tokens(text))
        if not wanted:
            return ()
        found = self._called.matches(wanted, _WORSE, _LOOKED_AT, _ENOUGH)
        return tuple(map(self._suggestion, self._mixed(found)))

    def _mixed(self, found: Iterable[int]) -> list[int]:
        """The best of each thing: equal matches by turns of their kinds, and what would fill the list alone last."""
        turns: dict[int, int] = {}
        seen: set[int] = set()
        in_turn: list[int] = []
        for match in found:
            thing = match >> TEXT & THINGS
            if thing not in seen:
                seen.add(thing)
                kind = match >> KIND  # and level
                turns[kind] = turn = turns.get(kind, _WAITS[kind & KINDS]) + 1
                in_turn.append(match >> LEVEL << _TURNS | turn << LEVEL | match & _BELOW)
                if len(in_turn) == _ENOUGH:
                    break
        in_turn.sort()
        return self._chosen(in_turn)

    def _chosen(self, in_turn: Iterable[int]) -> list[int]:
        kinds = [0] * len(_TYPES)
        titles: dict[int, int] = {}
        chosen: list[int] = []
        waiting: list[int] = []
        for match in in_turn:
            kind, alike = match >> KIND & KINDS, self._alike[match >> TEXT & THINGS]
            kinds[kind] += 1
            titles[alike] = of_title = titles.get(alike, 0) + 1
            if kinds[kind] > _OF_ONE_KIND or of_title > _OF_ONE_TITLE:
                waiting.append(match)
                continue
            chosen.append(match)
            if len(chosen) == MAX_SUGGESTIONS:
                return chosen
        return [*chosen, *waiting][:MAX_SUGGESTIONS]

    def _suggestion(self, match: int) -> Suggestion:
        thing, text = self._things[match >> TEXT & THINGS], self._called.texts[match & TEXTS]
        title, type_ = _title(thing), _TYPES[match >> KIND & KINDS]
        matched = "" if text == (self._translated(title) or title) else text
        if isinstance(thing, Entry):
            return Suggestion(thing.authority, type_, thing.id, title, matched, part_of=thing.part_of)
        authority, signpost = thing
        return Suggestion(authority, type_, signpost.id, title, matched, signpost.holder)

    def _names(self, thing: _Thing) -> Iterator[Texts]:
        """Its names: what it goes by in Swedish and in the language of the page, and the others."""
        title = _title(thing)
        titles = (title, translated) if (translated := self._translated(title)) else (title,)
        yield _TITLE, titles
        if isinstance(thing, Entry):
            yield _OTHER_NAME, tuple(name for name in thing.names if name not in titles)


def _words(thing: _Thing, languages: Iterable[str]) -> Iterator[Texts]:
    by_language = thing.words if isinstance(thing, Entry) else thing[1].words
    return ((_WORD, by_language[each]) for each in languages if each in by_language)


def _type(thing: _Thing) -> SuggestedType:
    return SuggestedType(thing.type) if isinstance(thing, Entry) else SuggestedType.SIGNPOST


def _title(thing: _Thing) -> str:
    return thing.title if isinstance(thing, Entry) else thing[1].topic
