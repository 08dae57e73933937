"""The searcher: from a `SearchRequest` to a `SearchResult` on one opened generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from data.model import Description
from index import coverage, generation, weights
from index.analyser import Analyser
from index.analysis import LANGUAGES, content_words, stem
from index.build import DESCRIPTIONS, WHOOSH
from index.engine import Engine
from index.expansions import correction, expansions
from index.lexicon import Lexicon
from index.result import MAX_LIMIT, FacetValue, Hit, SearchRequest, SearchResult
from index.schema import FACETS, WORD_FIELDS
from index.signposts import Signposts
from index.snippet import snippet
from index.spelling import Speller
from index.understanding import Understander

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from data.entries import Entry
    from index.engine import Matches

    Bools = NDArray[np.bool_]


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
        self._engine = Engine(folder / WHOOSH)
        self.entries: dict[tuple[str, str], Entry] = {}
        for number in range(self._engine.size):
            entry = self._engine.entry(number)
            self.entries[entry.authority, entry.id] = entry
            self._engine.priors[number] = weights.TYPES[entry.type]
        self.former_ids = {
            (description.id, former): guidance.id
            for description in self.descriptions.values()
            for guidance in description.guidance.values()
            for former in guidance.former_ids
        }
        self.analyser = Analyser(Lexicon(folder))
        self._signposts = Signposts(self.descriptions.values(), self.analyser)
        speller = Speller(self._vocabulary(), self.analyser.lexicon)
        self._understander = Understander(self._engine, self.analyser, speller, self._signposts, self._everywhere())
        self._warm()

    def _warm(self) -> None:
        """Ask once in every language: word lists, rules, stemmers and entries are read now, and not by a visitor."""
        for language in LANGUAGES:
            self.search(SearchRequest(_ODD_WORDS, language))
        self.search(SearchRequest(limit=MAX_LIMIT))

    def close(self) -> None:
        """Let go of the generation's files."""
        self._engine.close()

    def facet_values(self, facet: str) -> tuple[str, ...]:
        """The values that a filter may have."""
        return self._engine.facet_values(facet)

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a request."""
        understood = self._understander.understand(request.query, request.language, as_written=request.as_written)
        matches = self._engine.execute(understood.tree)
        matched = matches.matched
        rows = coverage.answered(understood.words, matches)
        if understood.words:
            near = coverage.touched(understood.words, matches)
            matched = matched & coverage.close_enough(understood.words, rows, near)
        masks = {facet: self._engine.facet_mask(facet, wanted) for facet, wanted in request.filters.items() if wanted}
        shown = _all_of(matched, masks.values())
        hits = self._hits(request, matches, shown)
        authorities = request.filters.get("authority") or self.descriptions.keys()
        return SearchResult(
            request=request,
            total=int(shown.sum()),
            understood=tuple(word.written for word, row in zip(understood.words, rows, strict=True) if row.any()),
            unknown=tuple(word.written for word, row in zip(understood.words, rows, strict=True) if not row.any()),
            without={facet: int(_all_but(matched, masks, facet).sum()) for facet in masks},
            coverage=coverage.coverage(understood.words, rows),
            correction=correction(request.query, understood.words),
            expanded=expansions(understood.words, hits, self.analyser),
            hits=hits,
            facets={facet: self._facet(facet, request, matched, masks) for facet in FACETS},
            signposts=self._signposts.find(understood.words, request.language, authorities),
        )

    def _vocabulary(self) -> dict[str, list[str]]:
        """The words that a misspelling may be of: those of names, answers, texts, everyday words and signposts."""
        words: dict[str, list[str]] = {language: [] for language in WORD_FIELDS}
        for language, field in (*(("sv", name) for name in ("name", "answer", "source")), *WORD_FIELDS.items()):
            words[language] += [term[2:] for term in self._engine.terms(field) if term.startswith("w:")]
        for language, word in self._signposts.words():
            words[language].append(word)
        words["sv"] += [base for word in set(words["sv"]) for base in self.analyser.bases(word)]
        return words

    def _everywhere(self) -> frozenset[str]:
        """Stems of the authorities' own names: nearly every entry has them, so no one asks for them alone."""
        names = (
            name
            for description in self.descriptions.values()
            for name in (description.source.authority.name, description.source.authority.organisation)
        )
        return frozenset(
            stem(base, "sv")
            for name in names
            for word in content_words(name, "sv")
            for base in self.analyser.bases(word)
        )

    def _hits(self, request: SearchRequest, matches: Matches, shown: Bools) -> tuple[Hit, ...]:
        documents = np.flatnonzero(shown)
        # Equal scores keep the order of the description, so that the same question has one answer.
        order = documents[np.argsort(-matches.scores[documents], kind="stable")]
        page = order[request.offset : request.offset + request.limit]
        return tuple(self._hit(int(document), matches) for document in page)

    def _hit(self, document: int, matches: Matches) -> Hit:
        entry = self._engine.entry(document)
        leaves = matches.leaves_of(document)
        terms = {leaf.term for leaf in leaves}
        return Hit(entry, float(matches.scores[document]), snippet(entry.source, terms, self.analyser), tuple(leaves))

    def _facet(
        self, facet: str, request: SearchRequest, matched: Bools, masks: dict[str, Bools]
    ) -> tuple[FacetValue, ...]:
        """Values by count, each as if its own facet were open; a chosen value stays even at zero."""
        wanted = request.filters.get(facet, frozenset())
        if facet == "unit" and not self._one_authority(request):
            return ()
        counts = self._engine.facet_counts(facet, _all_but(matched, masks, facet))
        values = (
            FacetValue(value, count, value in wanted) for value, count in counts.items() if count or value in wanted
        )
        return tuple(sorted(values, key=lambda value: (-value.count, value.value)))

    def _one_authority(self, request: SearchRequest) -> bool:
        """The unit facet means something within one authority only."""
        return len(request.filters.get("authority") or self.descriptions) == 1


def _all_but(matched: Bools, masks: dict[str, Bools], facet: str) -> Bools:
    return _all_of(matched, (mask for name, mask in masks.items() if name != facet))


def _all_of(matched: Bools, masks: Iterable[Bools]) -> Bools:
    for mask in masks:
        matched = matched & mask
    return matched
