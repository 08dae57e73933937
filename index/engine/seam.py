"""The seam: what is asked of an engine, and all that it answers.

It lies below understanding and above coverage. An engine gets a tree and says which entries match, how well, and by
which leaves. Which words of the question are answered is a part of its answer, since that is told of all that match,
and the engine alone sees those. All of it is plain values, so that a search server can stand behind it
(docs/decisions/0023-seam.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from data.entries import Entry
from index.result import Coverage
from index.tree import Leaf

if TYPE_CHECKING:
    from index.question.understood import Understood
    from index.result import SearchRequest


CLOSE_ENOUGH = 0.7
"""Share of the best entry's words that another must answer to be shown. Below it a question of many words brings in
everything that repeats one of them. A word that is answered counts one, one that is only touched
(`index.tree.Origin.counts`) a half, one that stands everywhere nothing: beside an entry with two or three words another
may have one of them touched alone, and with four it may lack one."""


CLOSE_IN_SCORE = 0.6
"""Share of the best score that another entry must have to be shown where none has a word of the question."""


LEAST_CLUES = 2
"""Words of the question that people use when they ask about an entry that has none of them itself."""
ALIKE = 4
"""Decimals to which scores are compared: the arrays hold 32-bit numbers, and see no difference past them."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that is shown, its score, and the leaves that matched it, in the order of the tree."""

    entry: Entry
    score: float
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class FoundPart:
    """What one need of a question found: how much of it is answered, and its own matches from the first on."""

    coverage: Coverage
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine found.

    Attributes:
        total: How many entries are close enough and pass the filters.
        matches: Those of them that the request's offset and limit choose, the best first; scores that are equal to
            four decimals come the narrower entry first, which has fewest words of its own, and then in the order in
            which entries were indexed; or as they are. Where nothing is asked for that order holds alone.
        facets: By facet, its values and how many entries have each, the facet's own filter left aside; only values
            that some have.
        without: By facet that filters, how many entries there would be without its filter.
        answered: For each word of the question, whether some matched entry answers it, filters left aside.
        coverage: How much of the question one entry answers, filters left aside: *partial*, too, where a part of a
            compound is all of it that some entry has; of a question in parts, *full* where
            each part is, and else *partial*.
        parts: What each of the question's needs found by itself; none where it was asked as one. Then `matches`,
            `total` and the counts are of all parts, whose matches come in turn: the first of each, then the second of
            each.
    """

    total: int
    matches: tuple[Match, ...]
    facets: Mapping[str, Mapping[str, int]]
    without: Mapping[str, int]
    answered: tuple[bool, ...]
    coverage: Coverage
    parts: tuple[FoundPart, ...] = ()


class Engine(Protocol):
    """Whatever holds the entries of one generation, and finds those that match."""

    def find(self, understood: Understood, request: SearchRequest) -> Found:
        """Find what matches a question.

        A question that may be of several needs is asked in parts where no entry answers it whole, each part is
        understood at all, and not all of them find the same entry first.

        Args:
            understood: The tree, and the words that its leaves name.
            request: Filters, limit and offset; its query and language are understood already.
        """
        ...

    def facet_values(self, facet: str) -> tuple[str, ...]:
        """All values of a facet, sorted."""
        ...

    def close(self) -> None:
        """Let go of what it holds open."""
        ...
