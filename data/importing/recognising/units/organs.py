"""An agency's own boards and councils, which its text names as a municipality's names other authorities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.naming import capital, definite
from data.importing.recognising.units.vocabulary import Form, Role, Strength, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Mention
    from data.importing.recognising.units.places import Said

_OWN_GOVERNING = re.compile(
    r"(?:högskole|universitets|fakultets|institutions|områdes|forskar\w{0,20}|grundutbildnings)"
)
_OPENS = frozenset({"finns", "har", "ingår", "består", "utgörs", "biträds", "inrättat", "inrättas"})
_NOT = frozenset({"inte", "ingen", "inget", "inga"})
_OTHERS = frozenset({"överklagas", "överklaganden", "kommun", "kommunen", "kommuner", "kommunernas"})
_COUNCILS = frozenset({UnitKind.COUNCIL, UnitKind.COMMITTEE, UnitKind.STAFF})


def is_organ(said: Said, mention: Mention, book: Book) -> bool:
    """Whether a name is that of an organ of the authority itself: *disciplinnämnden*, *rektors ledningsråd*."""
    if book.root.kind is not UnitKind.AGENCY or mention.genitive or _is_denied(said, mention):
        return False
    if _led(said, mention):
        return True
    if mention.noun.strength is not Strength.BOARD or mention.bare or not _is_inside(said, mention):
        return False
    low = definite(mention).casefold()
    if any(low.startswith(outer) for outer in words(Role.OUTER_BOARD)) or low in words(Role.BODY) | words(Role.ROOT):
        return False
    return mention.noun.base != "styrelse" or _OWN_GOVERNING.match(low) is not None


def _is_denied(said: Said, mention: Mention) -> bool:
    """Whether the sentence is of others, or says that there is none; what an organ does not do denies nothing."""
    low = {token.low for token in said.toks}
    return bool(low & _OTHERS or {token.low for token in said.toks[: mention.start]} & _NOT)


def _led(said: Said, mention: Mention) -> bool:
    """Whether a council or staff is one leader's: *rektors ledningsråd*."""
    if mention.noun.kind not in _COUNCILS or mention.form is not Form.BASE or not mention.owner:
        return False
    opens = bool({token.low for token in said.toks[: mention.start]} & _OPENS) or mention.start <= 1
    return opens and bool(title_at(mention.owner[:-1].casefold()))


def _is_inside(said: Said, mention: Mention) -> bool:
    """Whether a board is what the sentence is about, or one that it says there is."""
    before = [token.low for token in said.toks[: mention.start]]
    if mention.form is Form.BASE:
        return before[-1:] in (["en"], ["ett"]) and bool(set(before) & _OPENS)
    if mention.start and said.toks[mention.start].is_capital:
        return False
    return mention.start == 0 or bool(set(before) & _OPENS)


def added(said: Said, mention: Mention, book: Book) -> Draft:
    """An organ, by its definite name; that of a leader by the leader's."""
    if _led(said, mention):
        own = mention.name if mention.name.startswith(mention.owner) else f"{mention.owner} {mention.name}"
        return book.add(capital(own), mention.noun.kind, said.passage.n, "organ")
    return book.add(definite(mention), UnitKind.COUNCIL, said.passage.n, "organ", aliases=[mention.name])
