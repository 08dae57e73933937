"""From what a person wrote to a query tree: which words carry content, and how each is understood."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from index import weights
from index.analysis import (
    LANGUAGES,
    forms,
    hyphen_parts,
    is_stopword,
    is_weak,
    normalise,
    phrase_term,
    tokens,
)
from index.codes import find_codes
from index.schema import MAX_PHRASE_WORDS, WORD_FIELDS
from index.tree import All, Any, Leaf, Node, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.engine import Engine
    from index.tree import Via

MAX_WORDS = 32
"""Content words looked at: 500 characters seldom hold more, and each costs some dozen look-ups."""
MAX_COMBINED = 8
"""Words tried together as phrases: pairs to fours of 8 words are 154 look-ups."""

_ANALYSED_AS = {"latt": "sv"}
_VIA: dict[tuple[str, bool], Via] = {
    ("w", False): "written",
    ("s", False): "inflected",
    ("f", False): "folded",
    ("n", False): "written",
    ("w", True): "everyday",
    ("s", True): "everyday",
    ("f", True): "folded",
    ("n", True): "everyday",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of the query, as written and as normalised; `weak` ones need not be answered."""

    written: str
    text: str
    weak: bool = False
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understanding:
    """A query understood: its content words and the tree that asks for them."""

    words: tuple[Word, ...]
    tree: Node


def understand(query: str, language: str, engine: Engine) -> Understanding:
    """Turn a query into a tree over terms that the index has.

    Args:
        query: As the person wrote it.
        language: The page's language: sv, fi, en, ar or latt.
        engine: Tells which terms exist.
    """
    primary = _ANALYSED_AS.get(language, language)
    words = _content(query, primary, engine)[:MAX_WORDS]
    if not words:
        return Understanding((), All())
    alternatives: list[list[Leaf]] = [[] for _ in words]
    for leaf in _all_leaves(words, primary, engine):
        for position in leaf.origin.words:
            alternatives[position].append(leaf)
    children = tuple(Any(tuple(found), weights.TIE) for found in alternatives if found)
    return Understanding(tuple(words), Any(children, tie=1.0))


def _content(query: str, language: str, engine: Engine) -> list[Word]:
    """The words that carry content, numbers and references first taken out whole."""
    text = normalise(query)
    words: list[Word] = []
    at = 0
    for code in find_codes(text):
        words += _plain_words(text[at : code.start], language, engine)
        words.append(Word(text[code.start : code.end].strip(), "", codes=code.terms))
        at = code.end
    words += _plain_words(text[at:], language, engine)
    if words and all(word.weak for word in words):
        return [Word(word.written, word.text) for word in words]
    return words


def _plain_words(text: str, language: str, engine: Engine) -> Iterator[Word]:
    for token in tokens(text):
        written = text[token.start : token.end]
        pieces = [token.text]
        if token.text != written and not _known(token.text, engine):
            pieces = list(hyphen_parts(written)) or pieces
        for piece in pieces:
            if not _carries_nothing(piece, language, engine):
                yield Word(written if len(pieces) == 1 else piece, piece, weak=is_weak(piece, language))


def _carries_nothing(word: str, language: str, engine: Engine) -> bool:
    """A function word of the page's language, or of another language where the index does not know it."""
    if is_stopword(word, language):
        return True
    return any(is_stopword(word, other) for other in LANGUAGES) and not _known(word, engine)


def _known(word: str, engine: Engine) -> bool:
    return any(
        engine.knows(field, forms(word, language)[0])
        for field, language in (
            ("name", "sv"),
            ("source", "sv"),
            *((WORD_FIELDS[each], each) for each in LANGUAGES),
        )
    )


def _all_leaves(words: list[Word], language: str, engine: Engine) -> Iterator[Leaf]:
    for position, word in enumerate(words):
        if word.codes:
            yield from _code_leaves(word, position, engine)
        else:
            yield from _word_leaves(word.text, (position,), word, language, engine)
    plain = [(position, word) for position, word in enumerate(words) if not word.codes]
    yield from _joined_leaves(plain, language, engine)
    yield from _phrase_leaves(plain, language, engine)


def _code_leaves(word: Word, position: int, engine: Engine) -> Iterator[Leaf]:
    origin = Origin((position,), "written", word.written)
    for term in word.codes:
        for field in ("code", "code_source"):
            if engine.knows(field, term):
                yield Leaf(field, term, weights.FIELDS[field], origin)


def _fields(language: str) -> Iterator[tuple[str, str, float, bool]]:
    """The fields a word is looked up in: name, language of analysis, weight, and whether everyday words."""
    for field in ("name", "answer", "source"):
        yield field, "sv", weights.FIELDS[field], False
    for other in LANGUAGES:
        scale = 1.0 if other == language else weights.OTHER_LANGUAGE
        yield WORD_FIELDS[other], other, weights.FIELDS["words"] * scale, True


def _word_leaves(text: str, positions: tuple[int, ...], word: Word, language: str, engine: Engine) -> Iterator[Leaf]:
    scale = weights.WEAK if word.weak else 1.0
    for field, analysed_as, weight, everyday in _fields(language):
        for term in forms(text, analysed_as):
            if engine.knows(field, term):
                via = _VIA[term[0], everyday]
                yield Leaf(field, term, scale * weight * weights.FORMS[term[0]], Origin(positions, via, word.written))


def _joined_leaves(words: list[tuple[int, Word]], language: str, engine: Engine) -> Iterator[Leaf]:
    """Words that were parted by mistake: ”reach mee”, ”diarie system”."""
    for (first, one), (second, other) in pairwise(words):
        if second == first + 1:
            joined = Word(f"{one.written} {other.written}", one.text + other.text)
            for leaf in _word_leaves(joined.text, (first, second), joined, language, engine):
                # As a name or an everyday word only: in running text a chance collision is likelier.
                if leaf.field not in {"answer", "source"}:
                    yield leaf


def _phrase_leaves(words: list[tuple[int, Word]], language: str, engine: Engine) -> Iterator[Leaf]:
    """Names and everyday phrases of several words, whatever stands between them in the question."""
    for size in range(2, MAX_PHRASE_WORDS + 1):
        for chosen in combinations(words[:MAX_COMBINED], size):
            texts = [word.text for _, word in chosen]
            written = " ".join(word.written for _, word in chosen)
            positions = tuple(position for position, _ in chosen)
            for field, analysed_as, weight, everyday in _fields(language):
                if field in {"answer", "source"}:
                    continue
                term = phrase_term(texts, analysed_as)
                if engine.knows(field, term):
                    origin = Origin(positions, _VIA["n", everyday], written)
                    yield Leaf(field, term, weight * weights.FORMS["n"], origin)
