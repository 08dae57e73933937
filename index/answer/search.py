"""The searcher: from a `SearchRequest` to a `SearchResult` on one opened generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.entries import guide_entries
from data.kinds import EntryType
from data.model import Description
from data.place import Place
from index import generation
from index.answer.expansions import correction, expansions
from index.answer.snippet import snippet
from index.engine.opened import open_engine
from index.engine.stored import StoredEntries
from index.fields import FACETS, ONE_AUTHORITYS
from index.generation import ARRAYS, DESCRIPTIONS, PLACE, WHOOSH
from index.question import vocabulary
from index.question.intents import unlisted_kind
from index.question.signposts import Signposts
from index.question.spelling import Speller
from index.question.terms import Terms
from index.question.understanding import Understander
from index.result import MAX_LIMIT, Coverage, FacetValue, Hit, Part, SearchRequest, SearchResult
from index.shared import speaker, speakers_of_guides
from index.words import keeping
from index.words.analyser import Analyser
from index.words.analysis import LANGUAGES
from index.words.lexicon import Lexicon
from index.words.surfaces import Surfaces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from data.concepts import Signpost
    from data.entries import Entry
    from index.engine.seam import Match
    from index.question.understood import Understood, Word
    from index.result import Unlisted

_ODD_WORDS = "kommunstyrelsesammanträdesprotokoll skolskjutsansökningarna misspeld 24:8 zqxwkv"
"""Words that go every way of understanding: compounds, a misspelling, a reference, and what nothing holds."""


class Searcher:
    """One generation, opened and verified; read-only, so that any number may ask at once."""

    def __init__(self, folder: Path) -> None:
        """Verify and open the generation in `folder`.

        Raises:
            index.generation.GenerationError: A file is missing or damaged.
        """
        self.manifest = generation.verify(folder)
        self.folder = folder
        self.descriptions = {
            authority: msgspec.json.decode((folder / DESCRIPTIONS / f"{authority}.json").read_bytes(), type=Description)
            for authority in self.manifest.authorities
        }
        self._stored = StoredEntries(folder / WHOOSH)
        self.place = msgspec.json.decode((folder / PLACE).read_bytes(), type=Place)
        self.entries = {(entry.authority, entry.id): entry for entry in self._stored}
        self._alike = {
            (entry.authority, entry.id): entry
            for description in self.descriptions.values()
            for entry in guide_entries(description)
        }
        self._speakers = speakers_of_guides(self.descriptions.values())
        self.former_ids = {
            (description.id, former): guidance.id
            for description in self.descriptions.values()
            for guidance in description.guidance.values()
            for former in guidance.former_ids
        }
        self.analyser = Analyser(Lexicon.mapped(folder))
        self._surfaces = Surfaces(folder)
        terms = Terms(folder / ARRAYS)
        self._engine = open_engine(folder, terms, self._stored)
        known = vocabulary.load(folder)
        described = tuple(self.descriptions.values())
        self._signposts = Signposts(described, known.signposts, known.signpost_clues, self.analyser, known.told_here)
        speller = Speller(known.words, known.sounds, self.analyser.lexicon)
        self._understander = Understander(terms, self.analyser, speller, self._signposts, known)
        keeping.only(terms.has)
        self._warm()

    def _warm(self) -> None:
        """Ask once in every language: word lists, rules, stemmers and entries are read now, and not by a visitor."""
        for language in LANGUAGES:
            self.search(SearchRequest(_ODD_WORDS, language))
        self.search(SearchRequest(limit=MAX_LIMIT))

    def close(self) -> None:
        """Let go of the generation's files."""
        self._engine.close()
        self._stored.close()

    @property
    def home(self) -> str:
        """The authority that speaks where none is asked for: the first in the place's order."""
        return self.manifest.authorities[0]

    def entry(self, authority: str, id_: str) -> Entry | None:
        """An authority's entry, one that it has like others too; None where it has none."""
        return self.entries.get((authority, id_)) or self._alike.get((authority, id_))

    def holders(self, concept: str, authorities: Collection[str]) -> tuple[tuple[str, str], ...]:
        """Who has what a signpost is about, in the organisations of some authorities."""
        return self._signposts.holders(concept, authorities)

    def signposts(self) -> Iterator[tuple[str, Signpost]]:
        """Every signpost once, with the first of the authorities that have it."""
        return self._signposts.each()

    def facet_values(self, facet: str) -> tuple[str, ...]:
        """The values that a filter may have."""
        return self._engine.facet_values(facet)

    def understand(self, request: SearchRequest) -> Understood:
        """What a request asks for: its content words, and the tree of terms that an engine looks for."""
        return self._understander.understand(request.query, request.language, as_written=request.as_written)

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a request, and forget it."""
        try:
            return self._search(request)
        finally:
            keeping.forget()

    def _search(self, request: SearchRequest) -> SearchResult:
        understood = self.understand(request)
        found = self._engine.find(understood, request)
        asked = request.filters.get("authority") or self.descriptions.keys()
        words = understood.words
        pairs = tuple(pair for pair in zip(words, found.answered, strict=True) if _is_told(pair[0]))
        needed = [pair for pair in pairs if not pair[0].weak]
        hits = tuple(self._hit(match, asked) for match in found.matches)
        return SearchResult(
            request=request,
            total=found.total,
            understood=tuple(word.written for word, is_answered in pairs if is_answered),
            unknown=tuple(word.written for word, is_answered in pairs if not is_answered),
            without=dict(found.without),
            coverage=found.coverage,
            correction=correction(request.query, words),
            expanded=expansions(words, hits, self.analyser, self._surfaces),
            hits=hits,
            facets={facet: self._facet(facet, request, found.facets[facet]) for facet in FACETS},
            signposts=self._signposts.find(
                understood.words,
                request.language,
                asked,
                understood.tree,
                # Each word by itself, too: several needs lead nowhere that none of them leads to alone.
                is_answered=found.coverage is Coverage.FULL or all(is_answered for _word, is_answered in needed),
            ),
            unlisted=_unlisted(word for word, is_answered in pairs if not is_answered),
            parts=tuple(
                Part(need.query, part.coverage, tuple(self._hit(match, asked) for match in part.matches))
                for need, part in zip(understood.parts, found.parts, strict=False)
            ),
        )

    def _hit(self, match: Match, asked: Collection[str]) -> Hit:
        entry = match.entry
        if entry.type is EntryType.GUIDE and entry.authority not in asked:
            entry = self._said_by(entry, asked)
        marks = {word: leaf.origin.words for leaf in match.leaves for word in self._surfaces.of(leaf.term)}
        return Hit(entry, match.score, snippet(entry.own_words, marks), match.leaves)

    def _said_by(self, guide: Entry, asked: Collection[str]) -> Entry:
        """A guide that several authorities have, as the first of those who were asked has it."""
        said_by = speaker(self._speakers[guide.authority, guide.id], asked)
        return self._alike[said_by or guide.authority, guide.id]

    def _facet(self, name: str, request: SearchRequest, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
        """Values by count, each as if its own facet were open; a chosen value stays even at zero."""
        if name in ONE_AUTHORITYS and not self._one_authority(request):
            return ()
        wanted = request.filters.get(name, frozenset())
        kept = dict.fromkeys(wanted.intersection(self.facet_values(name)), 0) | dict(counts) if wanted else counts
        values = (FacetValue(value, count, value in wanted) for value, count in kept.items())
        return tuple(sorted(values, key=lambda value: (-value.count, value.value)))

    def _one_authority(self, request: SearchRequest) -> bool:
        """Whether all that is asked for is of one authority."""
        return len(request.filters.get("authority") or self.descriptions) == 1


def _is_told(word: Word) -> bool:
    """Whether it is told if a word was found: a hint is not looked for, and no description lists records by year."""
    return not word.hints and not (word.weak and word.written.isdecimal())


def _unlisted(words: Iterable[Word]) -> tuple[Unlisted, ...]:
    """The kinds of number among words that no entry answers."""
    kinds = (unlisted_kind(word.codes) for word in words)
    return tuple(dict.fromkeys(kind for kind in kinds if kind))
