"""Units that sentences tell of: divisions, members, and names that stand in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Subject
from data.importing.recognising.units.headings import Announced
from data.importing.recognising.units.naming import capital, definite
from data.importing.recognising.units.parts import listed_after
from data.importing.recognising.units.vocabulary import Form, Noun, Role, Strength, noun_of, qualifies, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Mention, Token
    from data.importing.recognising.units.places import Places, Said

_PREPOSED = frozenset({"i", "inom", "vid", "på", "under", "till", "hos"})
_BELONGS = re.compile(
    r"\b(?:hör(?: också| även)? till|ingår(?: också| även)? i|tillhör|lyder under|sorterar under|är en del av|är placera[dt]e? (?:på|i|inom|vid)|"
    r"är underställd|organiseras under|är organisatoriskt placera[dt] (?:på|i|inom|vid))\b"
)
_ALL = re.compile(r"(?:Samtliga|Båda|Alla|Dessa|De)\b")
_NOT = frozenset({"inte", "inga", "ingen", "inget", "ej", "saknar", "saknas"})
_ELSEWHERE = frozenset({"i", "vid", "på", "hos", "inom"})
_MANY = re.compile(r"\d+\s*[-–]\s*\d+")
_OPENING = frozenset({"har", "finns", "består", "biträds", "ingår", "indelad", "indelat", "indelade", "organiserad", "organiserat", "uppdelad", "uppdelat", "omfattar", "utgörs", "hör", "tillhandahåller", "med", "lyder", "stöds", "är"})


def told(said: Said, places: Places, book: Book) -> Announced | None:
    """Put the units of a sentence into the book; what it says will follow."""
    past = _is_past(said)
    here = places.is_of_organisation(said.passage)
    if past or not (here or places.may_name(said.passage)):
        return None
    rule = "sentence" if here else "mentioned"
    container = container_of(said, book)
    found: list[Draft] = []
    for mention in said.names:
        draft = _named(said, mention, book, rule, here=here)
        if draft is not None:
            found.append(draft)
            if not here:
                draft.guessed = draft.guessed or "Enheten nämns bara i förbigående."
    if not here:
        return None
    announced = _divided(said, book, container, found)
    _placed(said, book, container, found)
    return announced


def _is_past(said: Said) -> bool:
    low = {token.low for token in said.toks}
    return bool(low & words(Role.PAST)) and not low & words(Role.NOW)


def _named(said: Said, mention: Mention, book: Book, rule: str, *, here: bool) -> Draft | None:
    """The unit of a name in a sentence, a new one if the name is enough."""
    known = book.named(mention.name)
    if known is not None and not mention.bare:
        return known if here and not mention.genitive else None
    if mention.noun.strength is Strength.BOARD or mention.genitive or _is_of_other(said.toks, mention, book):
        return None
    if mention.form is Form.BASE and not mention.strong:
        return _indefinite(said, mention, book, rule) if here else None
    if mention.form is Form.BASE and not mention.name[-1:].isdigit() and not mention.alias and len(mention.name) > 1:
        if not re.search(r" [A-ZÅÄÖ]$", mention.name):
            return _indefinite(said, mention, book, rule) if here else None
    if mention.bare:
        return _owned(said, mention, book, rule) if here else None
    if mention.strong or (here and _is_group(mention) and _is_noted(said, mention)):
        return book.add(mention.name, mention.noun.kind, said.passage.n, rule, aliases=[mention.alias] if mention.alias else ())
    return None


def _is_group(mention: Mention) -> bool:
    return mention.noun.kind in {UnitKind.GROUP, UnitKind.COUNCIL} and mention.form is Form.DEFINITE


def _is_noted(said: Said, mention: Mention) -> bool:
    """Whether a group is the sentence's subject, or what it says that there is."""
    before = [token.low for token in said.toks[: mention.start]]
    return not before or bool(set(before) & {"finns", "ingår", "hör", "har", "består", "heter"})


def _owned(said: Said, mention: Mention, book: Book, rule: str) -> Draft | None:
    """*Nämndens kansli*, *Kammarrättens kansli*: a bare noun that the authority owns."""
    owner = mention.owner[:-1].casefold()
    if mention.noun.base in words(Role.INDEFINITE) and owner and book.is_root(owner):
        return book.add(capital(mention.noun.definite), mention.noun.kind, said.passage.n, rule)
    return None


def _indefinite(said: Said, mention: Mention, book: Book, rule: str) -> Draft | None:
    """*har ett arbetsutskott*, *en administrativ enhet*: that there is one makes it known."""
    before = said.toks[mention.start - 1].low if mention.start else ""
    owned = _owned(said, mention, book, rule)
    if owned is not None:
        return owned
    if mention.owner and not mention.bare and book.is_root(mention.owner[:-1]):
        return book.add(_definite_name(mention), mention.noun.kind, said.passage.n, rule)
    if before not in {"en", "ett"} and not (mention.start == 0 and " " not in mention.name and not mention.bare):
        earlier = [token.low for token in said.toks[max(0, mention.start - 2) : mention.start]]
        if earlier != ["ett", "gemensamt"] and before != "gemensamt":
            return None
    earlier_words = {token.low for token in said.toks[: mention.start]}
    if not earlier_words & _OPENING or earlier_words & _NOT or _is_being(said.toks, mention):
        return None
    if mention.noun.strength is Strength.WEAK and not (
        mention.noun.kind in {UnitKind.GROUP, UnitKind.COUNCIL, UnitKind.COMMITTEE} and not mention.bare
    ):
        return None
    if mention.bare and mention.noun.base not in words(Role.INDEFINITE):
        return None
    return _added_indefinite(said, mention, book, rule)


def _is_being(toks: Sequence[Token], mention: Mention) -> bool:
    """Whether something only *is* a unit: *är en enhet*."""
    return mention.start >= 2 and toks[mention.start - 2].low in {"är", "utgör", "som", "inom"}


def _added_indefinite(said: Said, mention: Mention, book: Book, rule: str) -> Draft:
    name, sure = definite(mention), " " not in mention.name or " för " in mention.name
    if " för " in mention.name:
        first, rest = mention.name.split(" ", 1)
        name = f"{mention.noun.definite if first.casefold() == mention.noun.base else first} {rest}"
    known = book.named(mention.name)
    if known is not None:
        known.tells(said.passage.n)
        return known
    shown = name if sure else mention.name
    other = mention.name if sure else _definite_name(mention)
    return book.add(capital(shown), mention.noun.kind, said.passage.n, rule, aliases=[other])


def _definite_name(mention: Mention) -> str:
    """*administrativ enhet*: *administrativa enheten*."""
    parts = mention.name.split(" ")
    parts = [f"{part[:-1] if part.endswith('t') else part}a" if qualifies(part) and part[-1] not in "ae" else part for part in parts]
    parts[-1] = parts[-1][: len(parts[-1]) - len(mention.noun.base)] + mention.noun.definite if mention.form is Form.BASE else parts[-1]
    return " ".join(parts)


def _is_of_other(toks: Sequence[Token], mention: Mention, book: Book) -> bool:
    """Whether a name is another organisation's: *antagningskansliet i Region Norr*."""
    after = toks[mention.end : mention.end + 4]
    if len(after) < 2 or after[0].low not in _ELSEWHERE:
        return False
    if any(token.low in {"region", "kommun", "kommuns", "kommunen"} for token in after[1:]):
        return not book.root.name.casefold().endswith(after[1].low)
    known = noun_of(after[1].text)
    return bool(known and not known[2] and known[1] is Form.DEFINITE and book.named(after[1].text) is None)


def container_of(said: Said, book: Book) -> Draft | None:
    """The unit that a sentence says the parts of."""
    toks = said.toks
    if not toks:
        return None
    start = 1 if toks[0].low in {"närmast", "direkt"} else 0
    if toks[start : start + 1] and toks[start].low in _PREPOSED and len(toks) > start + 1:
        first = toks[start + 1]
        if book.is_root(first.text) or book.named(first.text) is book.root:
            return book.root
        mention = next((m for m in said.names if start + 1 <= m.start <= start + 2), None)
        if mention is not None:
            return book.meant(mention, said.topic)
        return None
    return said.topic if said.topic is not None and not _BELONGS.search(said.text) else None


def _divided(said: Said, book: Book, container: Draft | None, found: list[Draft]) -> Announced | None:
    """The parts that a sentence lists after the word for them, or says will follow."""
    for at, token in enumerate(said.toks):
        known = noun_of(token.text) if token.is_word else None
        if not known or known[1] not in {Form.PLURAL, Form.PLURALS} or known[0].strength is Strength.BOARD:
            continue
        noun, form, _ = known
        count = _count(said.toks[:at])
        if noun.plural == noun.base and form is Form.PLURAL and not count:
            continue
        if not _opens(said.toks[:at]) and form is Form.PLURAL:
            continue
        parts = listed_after(said, at, count, definite=form is Form.PLURALS)
        for name, alias in parts:
            draft = book.add(name, _kind_of(name, noun), said.passage.n, "division", aliases=[alias] if alias else ())
            found.append(draft)
        if parts:
            return None
        if count and form is Form.PLURAL:
            total = count + len({token.low for token in said.toks[at:]} & {"en", "ett"})
            return Announced(container, noun.kind, count, said.passage.section, said.passage.n, total)
    if said.text.rstrip().endswith(":") or said.text.rstrip().endswith((" av", " är")):
        return Announced(container, UnitKind.UNIT, 0, said.passage.section, said.passage.n, 0) if _opens_list(said) else None
    return None


def _opens_list(said: Said) -> bool:
    low = said.text.casefold()
    if any(word in low for word in ("handlingar", "register", "system", "bestämmelse", "uppgifter", "mål ", "ärenden")):
        return False
    return any(word in low for word in ("består av", "organisation", "indelad i", "indelat i", "uppdelad", "uppdelat", "enheter", "avdelningar"))


def _kind_of(name: str, noun: Noun) -> UnitKind:
    known = noun_of(name.split(" ")[0])
    return known[0].kind if known and known[0].strength is Strength.STRONG else noun.kind


def _count(before: Sequence[Token]) -> int:
    """How many a number word before the noun says; 99 for *följande*."""
    numbers = {"två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12}
    for token in reversed(before[-3:]):
        if token.low in numbers:
            return numbers[token.low]
        if token.text.isdigit():
            return int(token.text)
        if token.low == "följande":
            return 99
    return 0


def _opens(before: Sequence[Token]) -> bool:
    low = {token.low for token in before}
    return bool(low & (_OPENING | {"bedrivs", "på", "i", "följande"})) and not low & _NOT and "ledamöter" not in low


def _placed(said: Said, book: Book, container: Draft | None, found: list[Draft]) -> None:
    """Whose the units of a sentence are."""
    from data.importing.recognising.units.parts import members  # noqa: PLC0415

    belongs = _BELONGS.search(said.text)
    if belongs and not said.text.startswith(("Till ", "Hit ", "I ", "Inom ", "Under ")):
        _belong(said, book, belongs.end(), found)
        return
    parts = found + members(said, book, container)
    if container is None or not _says_parts(said):
        return
    for draft in parts:
        if draft is not container and not container.is_under(draft):
            _put(draft, container)


def _says_parts(said: Said) -> bool:
    low = said.text.casefold()
    return any(re.search(rf"\b{word}\b", low) for word in words(Role.DIVIDE) - {"är", "med"}) or " heter " in low


def _belong(said: Said, book: Book, at: int, found: list[Draft]) -> None:
    """*Y hör till X*: those before the verb are X's."""
    after = next((m for m in said.names if said.toks[m.start].start >= at - 1), None)
    over = book.meant(after, said.topic) if after is not None else None
    if over is None and after is None and any(book.is_root(t.text) for t in said.toks if t.start >= at - 1):
        over = book.root
    if over is None:
        return
    before = [d for m in said.names if said.toks[m.start].start < at and (d := book.named(m.name)) is not None]
    if not before and _ALL.match(said.text):
        before = [d for d in book.units[1:] if said.passage.n in d.passages and d is not over and d.parent is None]
    for draft in before:
        if draft is not over and not over.is_under(draft):
            _put(draft, over)


def _put(draft: Draft, over: Draft) -> None:
    if not draft.certain:
        draft.parent, draft.certain = over, True
