"""What a page takes from the request that it answers: its context, and the parameters that its addresses carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, request

from data.left_out import without_numbers
from portal.modes import MODES
from portal.pages.context import SCOPE, PageContext
from portal.services.current import NoGenerationError
from portal.services.services import services
from portal.web import params
from portal.web.day import ended_by_now
from portal.words.translations import current_language

if TYPE_CHECKING:
    from index.answer.search import Searcher

SEARCH_PARAMETERS = frozenset({*params.KNOWN, params.AS_WRITTEN})
REQUEST_PARAMETERS = frozenset({"vad", "period", "form"})
KEYS_OFF = ("tangenter", "av")
"""The parameter that switches single-key shortcuts off at the desk (WCAG 2.1.4); each address carries it along."""


def current_context() -> PageContext:
    """What the pages of this request are made with.

    Raises:
        portal.services.current.NoGenerationError: There is no index to make them from.
    """
    searcher = services().current.get()
    return PageContext(
        searcher, current_language(), MODES[g.mode], kept_parameters(), _scope(searcher), ended_by_now(searcher)
    )


def context_or_none() -> PageContext | None:
    """The same for what must stand without an index too: errors, and what is around them."""
    try:
        return current_context()
    except NoGenerationError:
        return None


def used_parameters() -> tuple[tuple[str, str], ...]:
    """The parameters that the page was made with; no others are repeated, and no number that was left out."""
    used = {"/sok": SEARCH_PARAMETERS, "/begar-ut": REQUEST_PARAMETERS}.get(g.plain_path, frozenset())
    return tuple(
        (name, without_numbers(value, labelled=g.plain_path == "/sok").text)
        for name, value in request.args.items(multi=True)
        if name in used or (name, value) in kept_parameters()
    )


def kept_parameters() -> tuple[tuple[str, str], ...]:
    """What every address of this visit carries along: that keys are off, and which authority is asked."""
    try:
        scope = _scope(services().current.get())
    except NoGenerationError:
        scope = ""
    return (*((KEYS_OFF,) if keys_are_off() else ()), *(((SCOPE, scope),) if scope else ()))


def keys_are_off() -> bool:
    """Whether single-key shortcuts are switched off."""
    name, value = KEYS_OFF
    return MODES[g.mode].keys and request.args.get(name) == value


def _scope(searcher: Searcher) -> str:
    """The authority that is asked, where there are several: one that there is, and no more than one.

    On a page of another authority that is none: who comes there has gone on from it.
    """
    asked = set(request.args.getlist(SCOPE)).intersection(searcher.descriptions)
    of_the_page = {g.plain_path.split("/")[1]}.intersection(searcher.descriptions)
    is_one = len(asked) == 1 and len(searcher.descriptions) > 1 and of_the_page <= asked
    return asked.pop() if is_one else ""
