"""Keeps what was worked out for a word, so that the next question with it costs less.

What lasts is kept of the descriptions' own words alone, once `only` has said which those are: a name or a number that a
visitor writes is forgotten with the answer (docs/privacy.md). Each word has its place by its hash, which differs from
process to process: places say nothing of when or in what order words were asked for.
"""

from __future__ import annotations

from functools import update_wrapper
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from index.terms import WRITTEN, is_of_one_word

if TYPE_CHECKING:
    from collections.abc import Callable

    More = ParamSpec("More")
    Found = TypeVar("Found")

PLACES = 16_384
"""Words kept for one purpose, at most: one that comes to another's place takes it."""
_BESIDE = 131_072
"""Words that a build keeps beside those for which there are places, at most: it asks for all of them over and over."""
_now: dict[tuple[object, ...], Any] = {}
"""What was worked out for the question that is being answered, or the build: words come up again and again in it."""
_NOTHING: Any = object()
_may_last: list[Callable[[str], bool]] = []
"""Whether a term is the descriptions' own, as `only` was told; at a build, where nobody asks, all are."""


def only(is_known: Callable[[str], bool]) -> None:
    """Keep words from now on only where the term of the word is a known one.

    Args:
        is_known: Whether a term is the descriptions' own; asked of each word anew when it is to be kept.
    """
    _may_last[:] = [is_known]


def forget() -> None:
    """Let go of what is not to last: the question is answered."""
    _now.clear()


def kept(find: Callable[Concatenate[str, More], Found]) -> Callable[Concatenate[str, More], Found]:
    """Call `find` once for each word, and anew for what is no word.

    Args:
        find: Its first argument is a normalised word, or a term with its prefix.
    """
    places: list[tuple[tuple[object, ...], Found] | None] = [None] * PLACES

    def look(word: str, /, *more: More.args, **named: More.kwargs) -> Found:
        is_word = word.isalpha()
        if named or not (is_word or is_of_one_word(word)):
            return find(word, *more, **named)
        key = (word, *more)
        place = hash(key) % PLACES
        held = places[place]
        if held is not None and held[0] == key:
            return held[1]
        passing = (find, *key)
        found: Found = _now.get(passing, _NOTHING)  # asked once: another thread may be forgetting
        if found is not _NOTHING:
            return found
        found = find(word, *more, **named)
        lasts = all(is_known(f"{WRITTEN}{word}" if is_word else word) for is_known in _may_last)
        is_beside = held is not None and not _may_last and len(_now) < _BESIDE
        if lasts and not is_beside:
            places[place] = (key, found)
        else:
            _now[passing] = found
        return found

    return update_wrapper(look, find)
