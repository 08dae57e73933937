"""The engine that is built in: a generation's arrays, in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.engine import arrays
from index.engine.coverage import answered, close_enough, coverage_of, touched
from index.engine.matching import Matcher
from index.engine.seam import Found, Match
from index.fields import FACETS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from index.engine.arrays import Bools
    from index.engine.matching import Matches
    from index.engine.stored import StoredEntries
    from index.question.terms import Terms
    from index.question.understood import Understood
    from index.result import SearchRequest


class LocalEngine:
    """One generation's arrays, opened; an `index.engine.seam.Engine`."""

    def __init__(self, folder: Path, terms: Terms, entries: StoredEntries) -> None:
        """Map the arrays in `folder`.

        Args:
            folder: What `index.build.layout` wrote to.
            terms: The generation's terms.
            entries: Its entries.
        """
        self._arrays = arrays.load(folder)
        self._entries = entries
        self._matcher = Matcher(terms, self._arrays)

    def find(self, understood: Understood, request: SearchRequest) -> Found:
        """Find what matches a question; see `index.engine.seam.Engine.find`."""
        words = understood.words
        matches = self._matcher.execute(understood.tree)
        rows = answered(words, matches)
        near = close_enough(words, rows, touched(words, matches)) if words else _all_of(matches)
        masks = {
            facet: self._arrays.facets[facet].mask(wanted, matches.documents)
            for facet, wanted in request.filters.items()
            if wanted
        }
        shown = _both(near, masks.values())
        open_in = {facet: _both(near, (mask for name, mask in masks.items() if name != facet)) for facet in FACETS}
        return Found(
            total=int(shown.sum()),
            matches=self._page(matches, shown, request),
            facets={facet: self._arrays.facets[facet].counts(matches.documents[open_in[facet]]) for facet in FACETS},
            without={facet: int(open_in[facet].sum()) for facet in masks},
            answered=tuple(bool(row.any()) for row in rows),
            coverage=coverage_of(words, rows),
        )

    def facet_values(self, facet: str) -> tuple[str, ...]:
        """All values of a facet, sorted."""
        return self._arrays.facets[facet].values

    def close(self) -> None:
        """Nothing to let go of: what is mapped goes with its last reader."""

    def _page(self, matches: Matches, shown: Bools, request: SearchRequest) -> tuple[Match, ...]:
        places = matches.best(np.flatnonzero(shown), request.offset + request.limit)[request.offset :]
        return tuple(
            Match(self._entries.entry(int(matches.documents[place])), float(matches.scores[place]), tuple(leaves))
            for place, leaves in zip(places, matches.leaves_of(places), strict=True)
        )


def _all_of(matches: Matches) -> Bools:
    return np.ones(len(matches.documents), dtype=np.bool_)


def _both(some: Bools, masks: Iterable[Bools]) -> Bools:
    for mask in masks:
        some = some & mask
    return some
