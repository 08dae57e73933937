"""Other organisations that the text names as holding or running something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Subject
from data.importing.recognising.units.naming import Mention, capital, mention_at, spelled
from data.importing.recognising.units.vocabulary import Form, Role, Strength, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book
    from data.importing.recognising.units.naming import Token
    from data.importing.recognising.units.places import Said

_OF = re.compile(r"\s{1,2}i ((?:Region )?[A-ZÅÄÖ]\w{1,40}(?: (?:kommun|stad|region))?)s?\b")
_IS_OTHER = re.compile(
    r"\bär (?:en )?(?:andra|annan|egen|egna|självständiga?|fristående) (?:nämnder|nämnd|myndigheter|myndighet)\b"
)
_ARCHIVE_IS = re.compile(r"\b[Aa]rkivmyndighet(?:en)?\b")
_HELD = re.compile(r"\b(?:finns|förvaras|söks|ligger) hos ([A-ZÅÄÖ][a-zåäö]{4,30})(?=[.,;]| och)(?! [A-ZÅÄÖ])")
_GONE_TO = (["utan", "till"], ["flyttat", "till"], ["flyttats", "till"], ["utan", "av"], ["utan", "hos"])
_ITS = re.compile(
    r" (?:\w{3,20}a )?(?:databas|databaser|system|register|handläggningssystem|verksamhetssystem|e-arkiv|diarium|"
    r"webbplats|"
    r"ärendesystem|portal|e-tjänst)\b"
)
_IS_OWNER = re.compile(r" är (?:system|register|informations)?(?:ägare|huvudman|förvaltare|ansvarig)\b")
_MOVED = re.compile(
    r"\b(?:lämna[rst]{1,2}|hämta[rst]{1,2}|rapportera[rst]{1,2}|skicka[rst]{1,2}|sänds|överförs|enligt)\b"
)
_JOINT = re.compile(
    r"\b(?:av|hos|till|vid) (?:en (?P<name>gemensam )|den gemensamma )(?P<board>\w{3,30}nämnd)(?:(?<=d)en)?"
    r"(?P<of> i [A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w-]{1,30})?(?: kommun| stad)?)?(?!\w)"
)
_BYGONE = re.compile(r"\w(?:ades|ddes|ttes|ktes|ptes|stes|ldes|rdes)\b[^,;]{0,40}$|\binte $")
_BRACKET = re.compile(r" \([^()]{1,20}\)$")
_PART_OF = re.compile(r"\b(?:hör till|tillhör|lyder under|sorterar under|ingår i|är underställd) $")
MOST_WORDS = 7
_NEAR_THE_START = 12
_NEAR = 6


def told(said: Said, book: Book) -> None:
    """Put the other organisations of a sentence into the book."""
    _unknown_holder(said, book)
    _joint_board(said, book)
    _owner(said, book)
    for start, end, archive in _bodies(said, book):
        name = _plain(said.toks[start:end])
        if (archive and _holds_as_archive(said.toks, start)) or (
            not archive and (_holds(said, start, end) or _has_part(said, start, end, book))
        ):
            of = _OF.match(said.text[said.toks[end - 1].end :])
            if archive and name.casefold() in words(Role.OWN_ARCHIVE) and book.root.kind is UnitKind.AGENCY:
                continue
            if archive:
                _archive(name, of.group(0).strip() if of else "", said, book)
                continue
            whole = (
                f"{name} i {of.group(1)}{'s' if of.group(0).endswith('s') and not of.group(1).endswith('s') else ''}"
                if of
                else name
            )
            if of and " kommun" in of.group(1):
                whole = f"{name}{of.group(0)}"
            if book.named(whole) is None or book.named(whole) is not book.root:
                book.add(whole, UnitKind.EXTERNAL, said.passage.n, "other-body")


def _joint_board(said: Said, book: Book) -> None:
    """*handläggs av en gemensam lönenämnd i Ekby*: a board that several have together, at another."""
    for match in _JOINT.finditer(said.text):
        board = match["board"].casefold()
        if board in book.root.name.casefold() or _BYGONE.search(said.text[max(0, match.start() - 60) : match.start()]):
            continue
        name, of = f"{match['name']}{board}" if match["name"] else f"{board}en", match["of"] or ""
        aliases = [name, f"{board}en"] if of else [f"{board}en"]
        book.add(capital(name) + of, UnitKind.EXTERNAL, said.passage.n, "joint-board", aliases=aliases)


def _owner(said: Said, book: Book) -> None:
    """A known authority in a table's column of who owns the system."""
    for column, cell in zip(said.passage.columns, said.passage.cells, strict=False):
        name = _BRACKET.sub("", cell).strip()
        owns = column.casefold().strip() in words(Role.OWNER_COLUMN) and cell.strip() == said.text
        if owns and name.casefold() in words(Role.BODY) and book.named(name) is not book.root:
            book.add(name, UnitKind.EXTERNAL, said.passage.n, "owner-column")


def _archive(name: str, place: str, said: Said, book: Book) -> None:
    """An archive, by its place where the text says it: two with one name are two."""
    known = book.named(name)
    whole = f"{name} {place}".strip()
    if known is not None and (not place or known.kind is not UnitKind.EXTERNAL):
        known.tells(said.passage.n)
        return
    if known is not None and known.name.casefold() == name.casefold() and not known.aliases:
        book.call(known, whole)
        return
    book.add(whole, UnitKind.EXTERNAL, said.passage.n, "other-body", aliases=[name] if place and known is None else [])


def _unknown_holder(said: Said, book: Book) -> None:
    """*finns hos Lönecenter*: a name with a capital that nothing else tells of."""
    for match in _HELD.finditer(said.text):
        if book.named(match[1]) is None and not book.is_root(match[1]):
            draft = book.add(match[1], UnitKind.EXTERNAL, said.passage.n, "unknown-holder")
            draft.guessed = "Togs för en annan organisation, för att texten säger att handlingar finns där."


def _bodies(said: Said, book: Book) -> list[tuple[int, int, bool]]:
    found = []
    toks = said.toks
    at = 0
    while at < len(toks):
        end, archive = _listed(toks, at)
        if end:
            found.append((at, end, archive))
            at = end
            continue
        at += 1
    for place in range(len(toks)):
        mention = mention_at(toks, place)
        if mention and (_is_other_board(said, mention, book) or _is_others(said, mention, book)):
            found.append((mention.start, mention.end, False))
    return found


def _plain(toks: list[Token]) -> str:
    """A name without the genitive's *s*, where it is one of the lists or a board's with it gone."""
    name = spelled(toks)
    known = words(Role.BODY)
    bare = name.removesuffix("s")
    is_board = bare.casefold().endswith(("nämnden", "styrelsen"))
    return bare if bare != name and (bare.casefold() in known or is_board) and name.casefold() not in known else name


def _listed(toks: list[Token], at: int) -> tuple[int, bool]:
    """Where a name of the lists that begins at a place ends, and whether it is an archive's."""
    for end in range(min(len(toks), at + MOST_WORDS), at, -1):
        name = _plain(toks[at:end]).casefold()
        if name in words(Role.ARCHIVE):
            return end, True
        if name in words(Role.BODY) or (" " in name and name in words(Role.OUTER_BOARD)):
            return end, False
    return 0, False


def _is_other_board(said: Said, mention: Mention, book: Book) -> bool:
    if (
        mention.noun.strength is not Strength.BOARD
        or mention.bare
        or (mention.genitive and not _has_its_own(said, mention.end))
        or mention.form is not Form.DEFINITE
    ):
        return False
    if book.is_root(mention.name) or book.named(mention.name) is book.root:
        after = said.text[said.toks[mention.end - 1].end :]
        of = _OF.match(after)
        return of is not None and book.named(mention.name) is book.root and not _is_own_place(of.group(1), book)
    return True


def _is_others(said: Said, mention: Mention, book: Book) -> bool:
    """Whether a unit is another authority's: *it-avdelningen i Ekby kommun*."""
    of = _OF.match(said.text[said.toks[mention.end - 1].end :])
    other = of is not None and " kommun" in of[1] and not _is_own_place(of[1], book) and bool(book.whole.strip())
    centre = mention.noun.base in {"centrum", "center", "service"} and mention.form is Form.BASE
    named = mention.form is Form.DEFINITE or centre
    works = mention.noun.kind is UnitKind.ACTIVITY and not mention.bare
    return other and (mention.strong or works) and named and not mention.genitive


def _is_own_place(place: str, book: Book) -> bool:
    first = place.replace("Region ", "").split()[0].casefold().rstrip("s")
    return first in book.whole or any(first in alias.casefold() for alias in book.root.aliases) or not book.root.aliases


def _holds_as_archive(toks: list[Token], start: int) -> bool:
    before = [token.low for token in toks[max(0, start - 3) : start]]
    return not {"samråd", "enligt", "med"} & set(before)


def _holds(said: Said, start: int, end: int) -> bool:
    """Whether a sentence says that a body holds or runs something, or is another authority."""
    before = [token.low for token in said.toks[:start]]
    after = [token.low for token in said.toks[end : end + 9]]
    if set(before + after) & words(Role.PAST):
        return False
    if Subject.EXCHANGES in said.passage.subjects:
        return before[-1:] == ["av"] and bool(set(before[-5:]) & words(Role.RUN_BY))
    rest = said.text[said.toks[end - 1].end :]
    return (_IS_OTHER.search(rest) is not None and start < _NEAR_THE_START) or any(
        (
            before[-2:] in _GONE_TO,
            _is_decided(said, before, end),
            _keeps(said, before, start, end),
            start <= 1 and _IS_OWNER.match(said.text[said.toks[end - 1].end :]) is not None,
            _is_outer(said, start, end) and before[-1:] in (["till"], ["av"], ["hos"]),
            _has_its_own(said, end),
            _is_archive_authority(said, before, after),
            "av" in before[-2:] and set(before[-6:]) & words(Role.RUN_BY),
            before[-1:] in (["hos"], ["vid"]) and set(before[-8:]) & words(Role.HELD_AT),
            start <= 1 and set(after[:1]) & words(Role.THEY_DO) and set(after) & words(Role.RUN_THING),
            before[-1:] == ["till"] and _is_sent(before) and "där" in after,
        )
    )


def _has_part(said: Said, start: int, end: int, book: Book) -> bool:
    """*Arkivet hör till kulturnämnden*: another board has something that the text tells of."""
    before = [token.low for token in said.toks[:start]]
    board = said.toks[end - 1].low.endswith(("nämnden", "styrelsen")) and book.root.kind is UnitKind.BOARD
    belongs = _PART_OF.search(said.text[: said.toks[start].start])
    return board and belongs is not None and not set(before) & words(Role.PAST)


def _keeps(said: Said, before: list[str], start: int, end: int) -> bool:
    """*registret, som Vägverket ansvarar för*, *registret förs av Vägverket*: a known authority's register."""
    if _plain(said.toks[start:end]).casefold() not in words(Role.BODY):
        return False
    next_word = {said.toks[end].low} if end < len(said.toks) else set()
    relative = before[-1:] == ["som"] and bool(next_word & (words(Role.RUNS) | {"för", "publicerar", "utger"}))
    return relative or (before[-1:] == ["av"] and bool(set(before[-_NEAR:]) & words(Role.KEPT_BY)))


def _is_decided(said: Said, before: list[str], end: int) -> bool:
    """*Bygglov prövas av byggnadsnämnden*: a board's own cases, and no appeals."""
    board = said.toks[end - 1].low.endswith("nämnden") and "överklaga" not in said.text.casefold()
    return board and before[-1:] == ["av"] and bool(set(before[-6:]) & words(Role.DECIDED_BY))


def _is_outer(said: Said, start: int, end: int) -> bool:
    return end - start > 1 and spelled(said.toks[start:end]).casefold() in words(Role.OUTER_BOARD)


def _has_its_own(said: Said, end: int) -> bool:
    """*i Transportverkets databas*, *är kommunstyrelsens system*: what the text names as another's."""
    if not said.toks[end - 1].low.endswith("s") or said.toks[end - 1].low.endswith("us"):
        return False
    after = _ITS.match(said.text[said.toks[end - 1].end :])
    return after is not None and not _MOVED.search(said.text[: said.toks[end - 1].start])


def _is_archive_authority(said: Said, before: list[str], after: list[str]) -> bool:
    beside = before[-1:] == ["är"] or after[:1] == ["är"] or after[:3] == [",", "som", "är"]
    return beside and _ARCHIVE_IS.search(said.text) is not None


def _is_sent(before: list[str]) -> bool:
    return bool(set(before) & words(Role.SENT)) or before[-2:-1] == ["hör"]
