"""The engine that is built in: a generation's arrays, in this process."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

import numpy as np

from index.engine import arrays
from index.engine.arrays import Bools
from index.engine.coverage import answered, close_enough, coverage_of
from index.engine.matching import Matcher, Matches
from index.engine.seam import Found, FoundPart, Match
from index.fields import FACETS
from index.result import Coverage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.engine.arrays import Numbers
    from index.engine.stored import StoredEntries
    from index.question.terms import Terms
    from index.question.understood import Understood
    from index.result import SearchRequest


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question, or a part of one, matched.

    Attributes:
        near: Which of the matched documents are close enough to the best.
        masks: By facet that filters, which of them pass.
        answered: For each word, whether some document answers it.
        first: The number of the best document, filters left aside; -1 where there is none.
    """

    matches: Matches
    near: Bools
    masks: dict[str, Bools]
    answered: tuple[bool, ...]
    coverage: Coverage
    first: int

    def shown(self, without: str = "") -> Bools:
        """Which of the matched documents are shown; the filter of a facet may be left aside."""
        some = self.near
        for facet, mask in self.masks.items():
            if facet != without:
                some = some & mask
        return some


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
        whole = self._asked(understood, request)
        if understood.parts and whole.coverage is not Coverage.FULL:
            parts = [self._asked(part, request) for part in understood.parts]
            if all(part.coverage is Coverage.FULL for part in parts) and len({part.first for part in parts}) > 1:
                return self._in_turn(parts, request)
        return self._found(whole, self._page(whole, request.offset, request.limit))

    def facet_values(self, facet: str) -> tuple[str, ...]:
        """All values of a facet, sorted."""
        return self._arrays.facets[facet].values

    def close(self) -> None:
        """Nothing to let go of: what is mapped goes with its last reader."""

    def _asked(self, understood: Understood, request: SearchRequest) -> _Asked:
        words = understood.words
        matches = self._matcher.execute(understood.tree)
        rows = answered(words, matches)
        near = close_enough(words, rows, matches) if words else _all_of(matches)
        best = matches.best(np.flatnonzero(near), 1)
        return _Asked(
            matches=matches,
            near=near,
            masks={
                facet: self._arrays.facets[facet].mask(wanted, matches.documents)
                for facet, wanted in request.filters.items()
                if wanted
            },
            answered=tuple(bool(row.any()) for row in rows),
            coverage=coverage_of(words, rows, matches),
            first=int(matches.documents[best[0]]) if len(best) else -1,
        )

    def _found(self, asked: _Asked, page: tuple[Match, ...]) -> Found:
        documents = asked.matches.documents
        return Found(
            total=int(asked.shown().sum()),
            matches=page,
            facets={facet: self._arrays.facets[facet].counts(documents[asked.shown(facet)]) for facet in FACETS},
            without={facet: int(asked.shown(facet).sum()) for facet in asked.masks},
            answered=asked.answered,
            coverage=asked.coverage,
        )

    def _in_turn(self, parts: Sequence[_Asked], request: SearchRequest) -> Found:
        """What several needs found: the first of each, then the second of each, and so on."""
        ranked = [self._page(part, 0, request.offset + request.limit) for part in parts]
        in_turn: dict[tuple[str, str], Match] = {}
        for match in chain.from_iterable(zip_longest(*ranked)):
            if match:
                in_turn.setdefault((match.entry.authority, match.entry.id), match)
        page = tuple(in_turn.values())[request.offset : request.offset + request.limit]
        return Found(
            total=len(self._together(parts)),
            matches=page,
            facets={facet: self._arrays.facets[facet].counts(self._together(parts, facet)) for facet in FACETS},
            without={facet: len(self._together(parts, facet)) for facet in parts[0].masks},
            answered=tuple(map(any, zip(*(part.answered for part in parts), strict=True))),
            coverage=Coverage.FULL if all(part.coverage is Coverage.FULL for part in parts) else Coverage.PARTIAL,
            parts=tuple(
                FoundPart(part.coverage, of_part[: request.limit]) for part, of_part in zip(parts, ranked, strict=True)
            ),
        )

    @staticmethod
    def _together(parts: Sequence[_Asked], without: str = "") -> Numbers:
        """The documents that some part shows, each once."""
        shown = [part.matches.documents[part.shown(without)] for part in parts]
        together: Numbers = np.unique(np.concatenate(shown))
        return together

    def _page(self, asked: _Asked, offset: int, limit: int) -> tuple[Match, ...]:
        matches = asked.matches
        places = matches.best(np.flatnonzero(asked.shown()), offset + limit)[offset:]
        return tuple(
            Match(self._entries.entry(int(matches.documents[place])), float(matches.scores[place]), tuple(leaves))
            for place, leaves in zip(places, matches.leaves_of(places), strict=True)
        )


def _all_of(matches: Matches) -> Bools:
    return np.ones(len(matches.documents), dtype=np.bool_)
