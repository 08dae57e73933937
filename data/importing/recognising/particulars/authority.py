"""The authority whose records are described: told from title, labels, page heads and text, or asked for."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from data.importing.outline import Basis, PassageKind, Subject
from data.importing.proposal import AuthorityFacts, Told
from data.importing.recognising.particulars.labels import front, head_lines, labelled_values
from data.importing.recognising.particulars.names import AuthorityRule, Name, is_never, names_in
from data.importing.recognising.particulars.organisations import organisation_of
from data.importing.recognising.particulars.phrases import pattern, sentences
from data.importing.recognising.particulars.reach import switchboard_of, website_of
from data.importing.rules import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from data.importing.outline import Outline

_LONGEST_COVER = 120
_FIRST = 24
_MOST = 6
_DEFINITE = ("et", "en", "n", "t", "")
_OFTEN = "Namnet är den nämnd som texten nämner oftast; ingen rubrik säger vilken myndighet det är."
_ONLY = "Namnet är det enda i sitt slag som texten nämner; ingen rubrik säger vilken myndighet det är."
_OF_OTHERS = frozenset({Subject.EXCHANGES, Subject.HANDED_OVER})
_OWN = "Namnet står i filens egen titel; i texten säger ingenting vilken myndighet det är."
_IS = re.compile(
    r"(?: \([^()]{1,60}\))? (?:är|utgör) (?:en |ett )?(?:[a-zåäö-]{1,20} ){0,3}"
    r"[a-zåäö]{0,20}(?:myndighet(?:en)?|förbund)(?!\w)"
)


class AuthorityAsked(msgspec.Struct, frozen=True):
    """No authority could be told, or more than one.

    Attributes:
        names: Those that were found, to choose among; empty where none was.
    """

    names: tuple[str, ...] = ()


class _Source(msgspec.Struct, frozen=True):
    """Names that stand at one place; where `decides`, two of them are asked about."""

    names: tuple[Name, ...]
    basis: Basis
    decides: bool = True


def authority_told(outline: Outline, named: str = "") -> AuthorityFacts | AuthorityAsked:
    """The authority, or the names to ask about: never a guess between two.

    Args:
        outline: The document's words.
        named: Its name as whoever imports gave it; empty where nobody did.
    """
    known = "\n".join(passage.text for passage in outline.passages)
    if named:
        return _facts(outline, _given(named, known), Basis("given"), known)
    for source in _sources(outline, known):
        distinct = _distinct(source.names)
        if len(distinct) == 1 or (distinct and _is_joint(distinct, known)):
            return _facts(outline, _longest(distinct[0], known), source.basis, known)
        if len(distinct) > 1 and source.decides:
            return _asked(outline, distinct, source.basis, known)
    return _by_often(outline, known)


def _asked(outline: Outline, names: Sequence[Name], basis: Basis, known: str) -> AuthorityFacts | AuthorityAsked:
    """The names to ask about; where they are one and the same, nobody is asked."""
    whole = {_whole(longest, outline): longest for longest in (_longest(name, known) for name in names)}
    if len(whole) == 1:
        return _facts(outline, next(iter(whole.values())), basis, known)
    return AuthorityAsked(tuple(whole))


def _given(named: str, known: str) -> Name:
    found = names_in(named, known)
    if found and found[0].whole.casefold() in named.casefold():
        return found[0]
    nothing = AuthorityRule(id="given", why="", kind="", heads=())
    return Name(named, "", named.casefold(), nothing)


def _sources(outline: Outline, known: str) -> Iterator[_Source]:
    """Places that may name the authority, the surest first."""
    for each in labelled_values(outline):
        if each.field == "authority":
            basis = Basis("label", (each.passage,) if each.passage else ())
            yield _Source(tuple(names_in(each.value, known)), basis)
    first = [passage for passage in front(outline) if not passage.cells and len(passage.text) <= _LONGEST_COVER]
    for passage in sorted(first, key=lambda each: each.kind is not PassageKind.TITLE):
        is_title = passage.kind is PassageKind.TITLE
        basis = Basis("title" if is_title else "cover", (passage.n,))
        yield _Source(tuple(names_in(passage.text, known)), basis, decides=is_title)
    yield from _said(outline, known, _of_scope, decides=True)
    yield from _called_in_title(outline, known)
    for line in head_lines(outline):
        yield _Source(tuple(names_in(line, known)), Basis("page-head", ()), decides=False)
    yield from _said(outline, known, _of_being, decides=False)
    own = outline.properties.get("title", "")
    yield _Source(tuple(names_in(own, known)), Basis("properties", (), guessed=True, why=_OWN), decides=False)


def _called_in_title(outline: Outline, known: str) -> Iterator[_Source]:
    """The name whose head word the title has alone: *Länsstyrelsens allmänna handlingar*."""
    title = next((passage for passage in outline.passages if passage.kind is PassageKind.TITLE), None)
    words = re.findall(r"[a-zåäö-]{4,40}", title.text.casefold()) if title else []
    said = {word.removesuffix("s") for word in words}
    called = tuple(name for name in names_in(known, known) if _is_called(name, said))
    if title and called:
        yield _Source(called, Basis("title", (title.n,)), decides=False)


def _is_called(name: Name, words: Collection[str]) -> bool:
    """Whether one of some words is its head word: not of boards, which a text has many of."""
    return not name.is_board and any(name.head + ending in words and not is_never(name.head) for ending in _DEFINITE)


def _said(outline: Outline, known: str, part: Callable[[str], str], *, decides: bool) -> Iterator[_Source]:
    """Names in the part of a sentence of the first passages that says which authority it is."""
    for passage in outline.passages[:_FIRST]:
        for sentence in sentences(passage.text) if not passage.recited else ():
            names = names_in(part(sentence), known)
            yield _Source(tuple(names if decides else names[:1]), Basis("said", (passage.n,)), decides=decides)


def _of_scope(sentence: str) -> str:
    """What follows *beskrivningen omfattar*."""
    said = pattern("scope").search(sentence)
    is_own = said and pattern("this-document").search(sentence[: said.start()])
    return sentence[said.end() :] if said and is_own else ""


def _of_being(sentence: str) -> str:
    """What precedes *är en myndighet*: not what is the authority for archives, or has supervision."""
    said = _IS.search(sentence)
    is_other = said and pattern("other-duty").search(said[0])
    return sentence[: said.start()] if said and not is_other else ""


def _distinct(names: Sequence[Name]) -> list[Name]:
    """Names that are not the same, nor parts of each other; state agencies only where no board or court stands."""
    kept: dict[str, Name] = {}
    for name in names:
        key = name.root.casefold()
        if not any(key in other or other in key for other in kept):
            kept[key] = name
    surer = [name for name in kept.values() if name.rule.id not in {"agency", "museum"}]
    return surer or list(kept.values())


def _is_joint(names: Sequence[Name], known: str) -> bool:
    """Whether several names are one: a board and what belongs to it."""
    return len({name.root.casefold() for name in names}) == 1 or bool(
        pattern("joined").search(known) and len(names) == 1
    )


def _longest(name: Name, known: str) -> Name:
    """A name as the text has it whole: *Vattenrådet* is *Statens vattenråd*, *Hovrätten* is *Hovrätten över …*."""
    best = name
    for other in names_in(known, known):
        if other.root.casefold() == name.root.casefold() and len(other.place) > len(best.place) and not best.place:
            best = other
        elif " " not in name.root and not name.place and " " in other.root and not name.is_board:
            last = other.root.split(" ")[-1].casefold()
            if any(last + ending == name.root.casefold() for ending in _DEFINITE):
                return other
    return best


def _by_often(outline: Outline, known: str) -> AuthorityFacts | AuthorityAsked:
    """The board that the text names most, guessed; asked where two are named as often."""
    found = [name for name in names_in(known, known) if name.is_board or name.rule.id in {"court", "county-board"}]
    counted = Counter(name.root for name in found)
    top = counted.most_common(_MOST)
    if top and top[0][1] > 1 and (len(top) == 1 or top[0][1] >= 2 * top[1][1]):
        name = next(each for each in found if each.root == top[0][0])
        stands = tuple(p.n for p in outline.passages if name.root.casefold() in p.text.casefold())[:1]
        return _facts(outline, _longest(name, known), Basis("often", stands, guessed=True, why=_OFTEN), known)
    names = list(_first_of(found, top))
    if len(names) == 1 and not _stands_as_own(outline, names[0]):
        return AuthorityAsked()
    return _asked(outline, names, Basis("often", (), guessed=True, why=_ONLY), known)


def _stands_as_own(outline: Outline, name: Name) -> bool:
    """Whether a name stands anywhere but where the text tells of others, whom data is fetched from or supplied to."""
    return any(
        name.root.casefold() in passage.text.casefold() and _OF_OTHERS.isdisjoint(passage.subjects)
        for passage in outline.passages
    )


def _first_of(found: Sequence[Name], top: Sequence[tuple[str, int]]) -> Iterator[Name]:
    for root, _ in top:
        yield next(each for each in found if each.root == root)


def _whole(name: Name, outline: Outline) -> str:
    organisation = organisation_of(outline).value if name.is_board else ""
    if name.is_board and organisation and organisation not in name.place:
        return f"{name.root} i {organisation}"
    return name.whole


def _facts(outline: Outline, name: Name, basis: Basis, known: str) -> AuthorityFacts:
    organisation = _organisation(outline, name, basis) if name.is_board else Told()
    whole = f"{name.root} i {organisation.value}" if organisation.value else name.whole
    return AuthorityFacts(
        name=Told(whole, basis),
        short_name=_short(name, known, outline),
        organisation=organisation,
        website=website_of(outline, whole),
        switchboard=switchboard_of(outline),
        kind=_kind(name, organisation.value, known),
        root=name.root if name.is_board else name.whole,
    )


def _organisation(outline: Outline, name: Name, basis: Basis) -> Told:
    """What the name itself says, else what the document does."""
    own = re.sub(r"^ (?:i|inom) ", "", name.place)
    is_whole = own.startswith(("Region ", "Landstinget ")) or own.casefold().endswith(("kommun", " stad", "landsting"))
    return Told(own, basis) if is_whole else organisation_of(outline)


def _kind(name: Name, organisation: str, known: str) -> str:
    if not name.is_board:
        return name.rule.kind
    if organisation.startswith(("Region ", "Landstinget ")) or name.head.startswith(("region", "landsting")):
        return _kind_of("regional-board")
    if organisation:
        return name.rule.kind
    state = _kind_of("agency")
    return state if state in known.casefold() else name.rule.kind if "kommun" in known.casefold() else ""


def _kind_of(rule: str) -> str:
    return next(str(each.kind) for each in rules("authorities", AuthorityRule) if each.id == rule)


def _short(name: Name, known: str, outline: Outline) -> Told:
    """What the text calls it: as it says, else its head word alone where the text has it."""
    for passage in outline.passages[:_FIRST]:
        said = re.search(
            rf"(?:{pattern('called').pattern}|[,(] ?nedan) ([A-Za-zÅÄÖåäö-]{{2,30}}[nt])(?!\w)", passage.text
        )
        if said:
            return Told(said[1], Basis("called", (passage.n,)))
    generic = name.rule.generic.replace("*", "") or name.head
    endings = _DEFINITE[:-1] if " " in name.root and name.rule.generic.startswith("*") else _DEFINITE
    for word in (generic + ending for ending in endings):
        forms = re.findall(rf"(?<![\w-]){re.escape(word)}s?(?!\w)", known, re.IGNORECASE)
        plain = [form[: len(word)] for form in forms]
        plain = [form for form in plain if form[:1].islower()] or plain
        if plain and word.endswith(("n", "t")) and word.casefold() != name.whole.casefold():
            form = Counter(plain).most_common(1)[0][0]
            stands = tuple(passage.n for passage in outline.passages if form in passage.text)[:1]
            return Told(form, Basis("short-name", stands))
    return Told()
