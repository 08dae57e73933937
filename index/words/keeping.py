"""Keeps what was worked out for a word, so that the next question with it costs less.

Words alone are kept: a number may be someone's, and phrases and addresses are more than a word (docs/privacy.md).
"""

from __future__ import annotations

from functools import lru_cache, update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from index.terms import is_of_one_word

if TYPE_CHECKING:
    from collections.abc import Callable

    More = ParamSpec("More")
    Found = TypeVar("Found")

MOST = 16_384
"""Words kept for one purpose; the one that was asked for longest ago goes first."""


def kept(find: Callable[Concatenate[str, More], Found]) -> Callable[Concatenate[str, More], Found]:
    """Call `find` once for each word, and anew for what is no word.

    Args:
        find: Its first argument is a normalised word, or a term with its prefix.
    """
    keep: Callable[..., Found] = lru_cache(MOST)(find)

    def look(word: str, /, *more: More.args, **named: More.kwargs) -> Found:
        if word.isalpha() or is_of_one_word(word):
            return keep(word, *more, **named)
        return find(word, *more, **named)

    return update_wrapper(look, find)
