"""The kinds of value that stand in the description's text: each tells how it is found there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.exact import has_case_number, has_website
from data.fields.kinds import Text, Texts
from data.quotes import contains, mentions, normalised
from data.wording import stands_inflected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.positions import Path


class Name(Text):
    """What something is called: one name."""

    longest = 200

    def stands_in(self, text: str, words: str) -> bool:
        """In any form of its words: a text says *arbetsutskottet* of what is called *Arbetsutskott*."""
        return stands_inflected(normalised(text).casefold(), normalised(words).casefold())


class Names(Texts):
    """Names of the same thing."""

    longest = Name.longest

    def stands_in(self, text: str, words: str) -> bool:
        """As `Name`."""
        return Name().stands_in(text, words)


class Quotation(Text):
    """A sentence of the text."""

    longest = 20_000

    def stands_in(self, text: str, words: str) -> bool:
        """Word for word, upper and lower case told apart."""
        return contains(text, words)


class Phone(Text):
    """A telephone number, or words for how one is reached by telephone."""

    longest = 60

    def stands_in(self, text: str, words: str) -> bool:
        """As a whole number, however spaced."""
        return mentions(text, words)


class CaseNumber(Text):
    """The number of a case in a register."""

    longest = 60

    def stands_in(self, text: str, words: str) -> bool:
        """As a whole number."""
        return has_case_number(normalised(text), normalised(words))


class Website(Text):
    """An address on the web, or its name."""

    longest = 300

    def stands_in(self, text: str, words: str) -> bool:
        """As an address of its own; a name as words."""
        return has_website(normalised(text), normalised(words)) if "." in words else mentions(text, words)


class Law(Text):
    """The name of a law, which stands in the text with its chapter and paragraph."""

    longest = 200

    def words(self, value: str) -> Iterator[tuple[Path, str]]:
        """None by itself: `data.checks.facts` looks for all three together."""
        del value
        yield from ()
