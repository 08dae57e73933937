"""Organisations with names of their own, told by grammar: companies, federations, unions, whoever runs something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Subject
from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.naming import mention_at, spelled
from data.importing.recognising.units.vocabulary import Role, Strength, qualifies, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book
    from data.importing.recognising.units.naming import Token
    from data.importing.recognising.units.places import Said

_NO_PART = re.compile(
    r"^,? ?(?:\w+ ){0,8}?är (?:också |dock |däremot )?(?:ingen (?:myndighet|del av)|inte någon (?:myndighet|del av)|"
    r"inte en (?:myndighet|del av)|(?:ett|en) (?:kommunalt|kommunal|regionalt|regional|eget|egen|självständigt|"
    r"självständig|fristående|gemensamt|gemensam|statligt|statlig|helägt|delägt|annat|annan) "
    r"(?:\w+ )?(?:bolag|aktiebolag|förbund|kommunalförbund|myndighet|stiftelse|förening|organisation|nämnd|"
    r"juridisk person))"
)
_SELLS = re.compile(r"\b(?:levereras|levererad|utveckla[dts]{1,2}|inköpt|köpts?|leverantör|upphandlad|byggd)\b")
_SHORT = re.compile(r" \(([A-ZÅÄÖ][A-Za-zÅÄÖåäö-]{1,9})\)")
_OWN_RECORDS = re.compile(
    r"\b(?:har|upprättar|ger ut) (?:dock |också )?(?:en egen (?:beskrivning|arkivbeskrivning|dokumenthanteringsplan)|"
    r"ett eget (?:diarium|arkiv)|egna (?:beskrivningar|diarier|arkiv))"
)
_EARLY = 4
_FAR = 12
_MOST = 6
_NEAR = 10


def named_bodies(said: Said, book: Book) -> None:
    """Put the organisations in the book that a sentence says hold or run something, or are no part of us."""
    if {t.low for t in said.toks} & (words(Role.PAST) - {"tidigare"}):
        return
    at = 0
    while at < len(said.toks):
        start, end = _name(said.toks, at)
        if end > start and _counts(said, start, end):
            _add(said, book, start, end)
        at = max(end, at + 1)


def _name(toks: list[Token], at: int) -> tuple[int, int]:
    """Where a name that begins at a place, with or without a noun for what it is before it, starts and ends."""
    start = at + 1 if _is_form(toks[at]) and at + 1 < len(toks) and toks[at + 1].is_capital else at
    if not toks[start].is_word or not toks[start].is_capital:
        return at, at
    end = _adjective(toks, start) or start + 1
    while end < len(toks) and end - start < _MOST and toks[end].is_word:
        if not (toks[end].is_capital or _runs_on(toks, end)):
            break
        end += 1
    return start, end


def _is_form(token: Token) -> bool:
    return token.low in words(Role.FEDERATION)


def _runs_on(toks: list[Token], at: int) -> bool:
    """Whether a small word is a name's: *Studentkåren i Ekby*, *Lövängens universitetsbibliotek*."""
    after = toks[at + 1] if at + 1 < len(toks) else None
    if toks[at].low in {"i", "för", "och", "på"}:
        following = [token.low for token in toks[at + 1 : at + 4]]
        joins = toks[at].low == "i" or _ends_in_form(toks[at - 1].low) or bool(set(following) & words(Role.COMPANY))
        return bool(joins and after is not None and after.is_capital and after.is_word)
    return toks[at - 1].is_capital and _is_organ(toks[at].low)


def _adjective(toks: list[Token], start: int) -> int:
    """Where a name such as *Gemensam it-service i Norrbygden* has its place; 0 where a name does not begin so."""
    if toks[start].low not in {"gemensam", "gemensamt", "gemensamma"} or start + 3 >= len(toks) or start == 0:
        return 0
    joined = toks[start + 1].is_word and toks[start + 2].low == "i" and toks[start + 3].is_capital
    return start + 4 if joined else 0


def _is_organ(low: str) -> bool:
    return low.endswith(
        ("bibliotek", "förening", "förbund", "universitet", "högskola", "museum", "bolag", "stiftelse", "studentkår")
    )


def _ends_in_form(low: str) -> bool:
    return any(low.endswith(form) for form in words(Role.FEDERATION))


def _counts(said: Said, start: int, end: int) -> bool:
    """Whether a name is that of an organisation which holds or runs something, or is said to be no part of us."""
    toks = said.toks
    if _is_known_kind(said, start, end) or title_at(toks[start].low) or _is_cut(toks, start, end):
        return False
    before = [token.low for token in toks[:start]]
    if before[-1:] and _is_form(toks[start - 1]):
        before = before[:-1]
    rest = said.text[toks[end - 1].end :]
    if (
        Subject.EXCHANGES not in said.passage.subjects
        and _NO_PART.match(rest)
        and (start <= 1 or _is_organisation(toks, start, end))
    ):
        return True
    instead = before[-2:] in (["utan", "av"], ["utan", "hos"]) and bool(set(before[-_FAR:]) & words(Role.RUN_BY))
    run = "av" in before[-1:] and bool(set(before[-6:]) & words(Role.RUN_BY)) and not _SELLS.search(said.text)
    if Subject.EXCHANGES in said.passage.subjects:
        return run and _is_organisation(toks, start, end)
    own = start <= _EARLY and _is_organisation(toks, start, end) and _OWN_RECORDS.search(rest)
    if run or instead or own:
        return True
    if not _is_organisation(toks, start, end) or _SELLS.search(said.text):
        return False
    after = [token.low for token in toks[end : end + 3]]
    held = before[-1:] in (["hos"], ["vid"]) and bool(set(before[-_NEAR:]) & words(Role.HELD_AT))
    early = [token.low for token in toks[end : end + 14]]
    does = start <= 1 and bool(set(after[:1] if after[:1] != [","] else early) & words(Role.RUNS))
    return held or does or (after[:2] == [",", "som"] and bool(set(after[2:]) & words(Role.RUNS)))


def _is_cut(toks: list[Token], start: int, end: int) -> bool:
    """Whether a name is only the first word of another: *Statens …*, *Hälso- …*, *Tekniska …*."""
    after = toks[end] if end < len(toks) else None
    last = toks[end - 1]
    if (
        toks[start].low in words(Role.DETERMINER)
        or last.text.endswith("-")
        or (end - start == 1 and qualifies(last.text))
    ):
        return True
    return bool(after and after.is_word and end - start == 1 and last.low.endswith("s") and after.text.islower())


def _is_organisation(toks: list[Token], start: int, end: int) -> bool:
    """Whether a name says what it is: *Ekby Vatten AB*, *bolaget Ekby Vatten*, *Räddningstjänstförbundet Norr*."""
    own = [token.low for token in toks[start:end]]
    company = own[-1] in words(Role.COMPANY)
    return (
        company
        or (end - start > 1 and _is_organ(own[-1]))
        or (start > 0 and _is_form(toks[start - 1]))
        or any(_ends_in_form(low) for low in own)
    )


def _is_known_kind(said: Said, start: int, end: int) -> bool:
    """Whether a name is one that other rules tell: of a list, or a board's, or of a unit's kind."""
    toks = said.toks
    low = spelled(toks[start:end]).casefold()
    if low in words(Role.BODY) | words(Role.ARCHIVE) | words(Role.ROOT) or any(
        low.startswith(f"{archive} ") for archive in words(Role.ARCHIVE)
    ):
        return True
    told = (Strength.BOARD, Strength.STRONG)
    return any(m.noun.strength in told and m.start <= start and m.end >= end for m in said.names) or any(
        m.noun.strength in told for at in range(start, end) if (m := mention_at(toks, at)) is not None
    )


def _add(said: Said, book: Book, start: int, end: int) -> None:
    name = spelled(said.toks[start:end])
    known = book.named(name)
    if known is not None or book.is_root(name) or book.is_root(said.toks[start].text):
        return
    form = said.toks[start - 1].text if start and _is_form(said.toks[start - 1]) else ""
    aliases = [f"{form} {name}"] if form else []
    short = _SHORT.match(said.text[said.toks[end - 1].end :])
    aliases += [short[1]] if short else []
    draft = book.add(name, UnitKind.EXTERNAL, said.passage.n, "named-body", aliases=aliases)
    if not _is_organisation(said.toks, start, end):
        draft.guessed = "Togs för en annan organisation, för att den har hand om något."
