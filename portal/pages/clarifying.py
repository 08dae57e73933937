"""What staff ask the caller first, where two answers compete: what the caller means, or which authority it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.parts import Link, Text
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.pages.context import PageContext
    from portal.pages.parts import Alike


@dataclass(frozen=True, slots=True)
class Clarification:
    """A question to ask the caller where two answers compete, and the answer that each reply leads to."""

    question: Text
    choices: tuple[Link, ...]


COMPETING = 3
"""Hits looked at for a clarifying question: those that one sees at a glance."""


def clarification(context: PageContext, authority: str, hits: list[str]) -> Clarification | None:
    """The question to ask where at least two of its answers are among the first hits.

    Args:
        context: What pages are made with.
        authority: Whose entries they are.
        hits: Ids of the hits, the best first.
    """
    for candidate in context.description(authority).clarifications.values():
        wanted = [choice.entry for choice in candidate.choices]
        if len(set(wanted) & set(hits[:COMPETING])) > 1 and hits[0] in wanted:
            entries = context.searcher.entries
            return Clarification(
                context.text(candidate.question),
                tuple(
                    Link(context.text(choice.answer), context.entry_url(entries[authority, choice.entry]))
                    for choice in candidate.choices
                ),
            )
    return None


def which_authority(context: PageContext, lines: Sequence[Alike]) -> Clarification:
    """The question to ask where several authorities have the kind of record that was asked for."""
    question = context.said(_("Vilken myndighet gäller det?"))
    return Clarification(question, tuple(Link(each.whose, each.url, each.scope.value) for each in lines))
