"""A second engine behind the seam: slow, plain Python over the postings that Whoosh reads, in 64-bit numbers."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from whoosh import index as whoosh_index

from index.build.layout import K1, OWN_WORDS, B
from index.engine.coverage import is_by_chance
from index.engine.seam import ALIKE, CLOSE_ENOUGH, CLOSE_IN_SCORE, LEAST_CLUES, Found, FoundPart, Match
from index.engine.stored import read_entry
from index.fields import FACETS, facet_field
from index.result import Coverage
from index.tree import Any, Leaf, leaves
from index.weights import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from index.question.understood import Understood, Word
    from index.result import SearchRequest
    from index.tree import Node


@dataclass(frozen=True)
class _Matched:
    """A document that matches, by which leaves, and the places of the words that it answers and has."""

    score: float
    leaves: tuple[Leaf, ...]
    answers: frozenset[int]
    touches: frozenset[int]


class PlainEngine:
    """An `index.engine.seam.Engine` that goes through documents one at a time."""

    def __init__(self, index: Path) -> None:
        """Read the Whoosh index in `index`."""
        self._reader = whoosh_index.open_dir(str(index), readonly=True).reader()
        self._entries = [
            read_entry(self._reader.stored_fields(number)["entry"]) for number in range(self._reader.doc_count_all())
        ]
        self.counts = cache(self._counts)
        self._lengths = cache(self._find_lengths)
        self.facet_values = cache(self._find_facet_values)
        self._values = cache(self._find_values)
        self._leaf = cache(self._find_leaf)
        self._matched = cache(self._find_matched)
        self._near = cache(self._find_near)

    def find(self, understood: Understood, request: SearchRequest) -> Found:
        """Find what matches a question, whole or in parts."""
        whole = self._one(understood, request)
        if understood.parts and whole.coverage is not Coverage.FULL:
            every = replace(request, offset=0, limit=len(self._entries))
            parts = [self._one(part, every) for part in understood.parts]
            first = {self._ranked(part, self._near(part))[:1] for part in understood.parts}
            if all(part.coverage is Coverage.FULL for part in parts) and len(first) > 1:
                return self._in_turn(understood, parts, request)
        return whole

    def _one(self, understood: Understood, request: SearchRequest) -> Found:
        matched, near = self._matched(understood), self._near(understood)
        wanted = {facet: values for facet, values in request.filters.items() if values}
        shown = self._filtered(near, wanted)
        page = self._ranked(understood, shown)[request.offset : request.offset + request.limit]
        opened = self._opened(near, wanted)
        return Found(
            total=len(shown),
            matches=tuple(Match(self._entries[each], matched[each].score, matched[each].leaves) for each in page),
            facets={facet: self._counted(facet, opened[facet]) for facet in FACETS},
            without={facet: len(opened[facet]) for facet in wanted},
            answered=tuple(any(at in each.answers for each in matched.values()) for at in range(len(understood.words))),
            coverage=_coverage(matched.values(), understood.words),
        )

    def _in_turn(self, understood: Understood, parts: list[Found], request: SearchRequest) -> Found:
        in_turn: dict[str, Match] = {}
        for turn in range(len(self._entries)):
            for of_part in (part.matches for part in parts):
                if turn < len(of_part):
                    in_turn.setdefault(of_part[turn].entry.id, of_part[turn])
        wanted = {facet: values for facet, values in request.filters.items() if values}
        near: set[int] = set().union(*(self._near(part) for part in understood.parts))
        opened = self._opened(near, wanted)
        page = slice(request.offset, request.offset + request.limit)
        return Found(
            total=len(in_turn),
            matches=tuple(in_turn.values())[page],
            facets={facet: self._counted(facet, opened[facet]) for facet in FACETS},
            without={facet: len(opened[facet]) for facet in wanted},
            answered=tuple(any(part.answered[at] for part in parts) for at in range(len(understood.words))),
            coverage=Coverage.FULL,
            parts=tuple(FoundPart(part.coverage, part.matches[: request.limit]) for part in parts),
        )

    def _ranked(self, understood: Understood, documents: set[int]) -> tuple[int, ...]:
        matched = self._matched(understood)
        own = [self._lengths(field) for field in OWN_WORDS]

        def order(document: int) -> tuple[float, float, int]:
            score = round(matched[document].score, ALIKE)
            return -score, sum(lengths.get(document, 0.0) for lengths in own) if score else 0.0, document

        return tuple(sorted(documents, key=order))

    def _opened(self, near: set[int], wanted: Mapping[str, frozenset[str]]) -> dict[str, set[int]]:
        return {
            facet: self._filtered(near, {name: values for name, values in wanted.items() if name != facet})
            for facet in FACETS
        }

    def _counted(self, facet: str, documents: set[int]) -> dict[str, int]:
        return dict(Counter(value for document in documents for value in self._values(facet, document)))

    def _find_facet_values(self, facet: str) -> tuple[str, ...]:
        return tuple(sorted(term.decode() for term in self._reader.lexicon(facet_field(facet))))

    def forget_answers(self) -> None:
        """Work answers out anew: a weight has changed."""
        self._matched.cache_clear()
        self._near.cache_clear()
        self._leaf.cache_clear()

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def scores(self, tree: Node) -> dict[int, float]:
        """By matched document, what the book says of it, times what its type weighs."""
        return {
            document: score * TYPES[self._entries[document].type] for document, score in self._evaluate(tree).items()
        }

    def _find_matched(self, understood: Understood) -> dict[int, _Matched]:
        asked = list(dict.fromkeys(leaves(understood.tree)))
        matched = {}
        for document, score in self.scores(understood.tree).items():
            here = tuple(leaf for leaf in asked if document in self.counts(leaf.field, leaf.term))
            touching = [leaf.origin for leaf in here if leaf.origin.touches]
            touches = frozenset(
                at for each in touching if not is_by_chance(understood.words, each) for at in each.words
            )
            matched[document] = _Matched(score, here, frozenset(_answers(understood.words, here)), touches)
        return matched

    def _find_near(self, understood: Understood) -> set[int]:
        matched, needed = self._matched(understood), _needed(understood.words)
        if not understood.words:
            return set(matched)
        counts = {at: (len(each.answers & needed) + len(each.touches & needed)) / 2 for at, each in matched.items()}
        best = max(counts.values(), default=0)
        enough = {document for document, count in counts.items() if count > 0 and count >= CLOSE_ENOUGH * best}
        scores = {document: round(each.score, ALIKE) for document, each in matched.items()}
        asked_by = {document for document, each in matched.items() if _clues(each.leaves) >= LEAST_CLUES}
        best = max((scores[each] for each in asked_by), default=0) * CLOSE_IN_SCORE
        least = max(scores[each] for each in enough) if enough else best
        return enough | {document for document in asked_by if scores[document] >= least}

    def _filtered(self, documents: set[int], wanted: Mapping[str, frozenset[str]]) -> set[int]:
        return {
            document
            for document in documents
            if all(values & set(self._values(facet, document)) for facet, values in wanted.items())
        }

    def _find_values(self, facet: str, document: int) -> tuple[str, ...]:
        return tuple(value for value in self.facet_values(facet) if document in self.counts(facet_field(facet), value))

    def _evaluate(self, node: Node) -> dict[int, float]:
        if isinstance(node, Leaf):
            return self._leaf(node)
        parts = [self._evaluate(child) for child in node.children]
        if isinstance(node, Any):
            some = {document for part in parts for document in part}
            return {document: _tied([part.get(document, 0.0) for part in parts], node.tie) for document in some}
        every = set(range(len(self._entries))).intersection(*parts)
        return {document: sum(part[document] for part in parts) for document in every}

    def _find_leaf(self, leaf: Leaf) -> dict[int, float]:
        counts, size = self.counts(leaf.field, leaf.term), len(self._entries)
        idf = math.log(1 + (size - len(counts) + 0.5) / (len(counts) + 0.5))
        b, lengths = B.get(leaf.field, 0.0), self._lengths(leaf.field) if leaf.field in B else {}
        average = sum(lengths.values()) / size or 1.0

        def score(document: int, count: float) -> float:
            norm = 1 - b + b * lengths.get(document, 0) / average
            return leaf.weight * idf * count * (K1 + 1) / (count + K1 * norm)

        return {document: score(document, count) for document, count in counts.items()}

    def _counts(self, field: str, term: str) -> dict[int, float]:
        if (field, term) not in self._reader:
            return {}
        counts, matcher = {}, self._reader.postings(field, term)
        while matcher.is_active():
            counts[matcher.id()] = matcher.weight()
            matcher.next()
        return counts

    def _find_lengths(self, field: str) -> dict[int, float]:
        lengths: dict[int, float] = {}
        for term in self._reader.lexicon(field):
            for document, count in self.counts(field, term.decode()).items():
                lengths[document] = lengths.get(document, 0.0) + count
        return lengths


def _tied(scores: list[float], tie: float) -> float:
    return max(scores) + tie * (sum(scores) - max(scores))


def _clues(here: Iterable[Leaf]) -> int:
    """How many words of the question people use who ask about what these leaves found."""
    return len({at for leaf in here if not leaf.origin.touches for at in leaf.origin.words})


def _needed(words: tuple[Word, ...]) -> frozenset[int]:
    return frozenset(at for at, word in enumerate(words) if not word.weak)


def _answers(words: tuple[Word, ...], here: Iterable[Leaf]) -> Iterable[int]:
    """The words that a document answers: whole, or by all their parts."""
    origins = [leaf.origin for leaf in here if leaf.origin.counts]
    for at, word in enumerate(words):
        mine = {origin.part for origin in origins if at in origin.words}
        if None in mine or (word.parts and mine >= set(range(len(word.parts)))):
            yield at


def _coverage(matched: Iterable[_Matched], words: tuple[Word, ...]) -> Coverage:
    matched, needed = list(matched), _needed(words)
    answered = [each.answers & needed for each in matched]
    if not any(answered):
        origins = [leaf.origin for each in matched for leaf in each.leaves]
        parts = {at for each in origins if each.counts and each.part is not None for at in each.words}
        return Coverage.PARTIAL if parts & needed else Coverage.NONE
    telling = frozenset(at for at in needed if not words[at].spared) or needed
    return Coverage.FULL if any(telling <= each for each in answered) else Coverage.PARTIAL
