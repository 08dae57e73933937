"""The searcher: from a `SearchRequest` to a `SearchResult` on one opened generation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from data.model import Description
from index import coverage, generation, vocabulary
from index.analyser import Analyser
from index.analysis import LANGUAGES
from index.build import ARRAYS, DESCRIPTIONS, WHOOSH
from index.engine import Engine
from index.expansions import correction, expansions
from index.lexicon import Lexicon
from index.result import MAX_LIMIT, FacetValue, Hit, SearchRequest, SearchResult
from index.schema import FACETS
from index.signposts import Signposts
from index.snippet import snippet
from index.spelling import Speller
from index.surfaces import Surfaces
from index.understanding import Understander

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from index.engine import Matches
    from index.tree import Leaf

    Bools = NDArray[np.bool_]
    Numbers = NDArray[np.int32]


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
        self._engine = Engine(folder / WHOOSH, folder / ARRAYS)
        self.entries = {
            (entry.authority, entry.id): entry for entry in map(self._engine.entry, range(self._engine.size))
        }
        self.former_ids = {
            (description.id, former): guidance.id
            for description in self.descriptions.values()
            for guidance in description.guidance.values()
            for former in guidance.former_ids
        }
        self.analyser = Analyser(Lexicon(folder))
        self._surfaces = Surfaces(folder)
        known = vocabulary.load(folder)
        self._signposts = Signposts(self.descriptions.values(), known.signposts, self.analyser)
        speller = Speller(known.words, known.sounds, self.analyser.lexicon)
        self._understander = Understander(self._engine, self.analyser, speller, self._signposts, known)
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
        return self._engine.facet(facet).values

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a request."""
        understood = self._understander.understand(request.query, request.language, as_written=request.as_written)
        matches = self._engine.execute(understood.tree)
        matched = np.ones(len(matches.documents), dtype=np.bool_)
        rows = coverage.answered(understood.words, matches)
        if understood.words:
            near = coverage.touched(understood.words, matches)
            matched = coverage.close_enough(understood.words, rows, near)
        masks = {
            facet: self._engine.facet(facet).mask(wanted, matches.documents)
            for facet, wanted in request.filters.items()
            if wanted
        }
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
            expanded=expansions(understood.words, hits, self.analyser, self._surfaces),
            hits=hits,
            facets={
                facet: self._facet(facet, request, matches.documents[_all_but(matched, masks, facet)])
                for facet in FACETS
            },
            signposts=self._signposts.find(understood.words, request.language, authorities),
        )

    def _hits(self, request: SearchRequest, matches: Matches, shown: Bools) -> tuple[Hit, ...]:
        page = matches.best(np.flatnonzero(shown), request.offset + request.limit)[request.offset :]
        return tuple(
            self._hit(int(matches.documents[place]), float(matches.scores[place]), leaves)
            for place, leaves in zip(page, matches.leaves_of(page), strict=True)
        )

    def _hit(self, document: int, score: float, leaves: list[Leaf]) -> Hit:
        entry = self._engine.entry(document)
        marks = {word: leaf.origin.words for leaf in leaves for word in self._surfaces.of(leaf.term)}
        return Hit(entry, score, snippet(entry.source, marks), tuple(leaves))

    def _facet(self, name: str, request: SearchRequest, documents: Numbers) -> tuple[FacetValue, ...]:
        """Values by count, each as if its own facet were open; a chosen value stays even at zero."""
        if name == "unit" and not self._one_authority(request):
            return ()
        facet = self._engine.facet(name)
        wanted = request.filters.get(name, frozenset())
        counts = {value: 0 for value in facet.values if value in wanted} | facet.counts(documents)
        values = (FacetValue(value, count, value in wanted) for value, count in counts.items())
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
