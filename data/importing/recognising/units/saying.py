"""What a sentence says of which units there are, and whose parts they are."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.units import tree
from data.importing.recognising.units.alone import (
    found_alone,
    found_at,
    found_inside,
    found_ours,
    found_run,
    proper_names,
)
from data.importing.recognising.units.drafts import fits
from data.importing.recognising.units.headings import Announced
from data.importing.recognising.units.parts import listed_after, members
from data.importing.recognising.units.places import subject
from data.importing.recognising.units.running import NOT, OPENING, named, numbered
from data.importing.recognising.units.vocabulary import Form, Noun, Role, Strength, noun_of, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Token
    from data.importing.recognising.units.places import Places, Said

BELONGS = re.compile(
    r"\b(?:hör(?: också| även)? till|ingår(?: också| även)? i|tillhör|lyder under|sorterar under|är en del av|"
    r"är placera[dt]e? (?:på|i|inom|vid)|är underställd|organiseras under|"
    r"är organisatoriskt placera[dt] (?:på|i|inom|vid))\b"
)
_INSIDE = re.compile(r"\bingår (?:också |även )?([\w-]{3,40}(?: [\w-]{3,40})?) i (?=\w)")
_ENDS_OPEN = re.compile(
    r"\b(?:(?:[Hh]it|[Dd]it|till \w{3,40}) hör|(?:i \w{3,40}|där) ingår|består av|utgörs av|"
    r"(?:in|upp)dela[dt]e? [ip]å?|"
    r"organisera[dt]e? [ip]å?|inom \w{3,40} finns)(?: också| även| dessutom)?:?$",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:Samtliga|Båda|Alla|Dessa|De)\b")
_WITH = re.compile(
    r"(?:,| ) med |, som driver |, (?:dit|där) (?=[^,.]{3,90} (?:hör|ingår|finns)\b)|"
    r", som (?:är )?(?:indela[dt]|organisera[dt]|uppdela[dt]|består|omfattar|utgörs|har)\b"
)
_BACK = re.compile(
    r"(?:[Dd]är|[Dd]it|(?:[Ii]|[Tt]ill|[Ii]nom|[Uu]nder|[Pp]å) "
    r"(?:den|det|vilken|vilket)(?P<latter> (?:sistnämnda|senare))?) "
    r"(?:ingår|hör|finns|lyder|sorterar)\b"
)
_VERB = re.compile(
    r"\b(?:består|utgörs|indela[dt]e?|delas in|organisera[dt]e?|uppdela[dt]e?|finns|ingår|hör|lyder|sorterar|omfattar|"
    r"innefattar|rymmer|biträds|bedrivs|har)\b"
)


def _is_past(said: Said) -> bool:
    low = {token.low for token in said.toks}
    return bool(low & words(Role.PAST)) and not low & words(Role.NOW)


def told(said: Said, places: Places, book: Book) -> Announced | None:
    """Put the units of a sentence into the book; what it says will follow."""
    past = _is_past(said)
    here = places.is_of_organisation(said.passage)
    if past or not (here or places.may_name(said.passage)):
        return None
    found: list[Draft] = []
    for mention in said.names:
        draft = named(said, mention, book, here=here)
        if draft is not None:
            found += [draft, *numbered(said, mention, draft, book)]
            if not here:
                draft.guessed = draft.guessed or "Enheten nämns bara i förbigående."
    found_alone(said, book, here=here)
    found_ours(said, book)
    found_at(said, book)
    if not here:
        return None
    found_run(said, book)
    found += proper_names(said, book)
    about = said.about or subject(said.names, said.toks, book, said.topic)
    said = said._replace(about=about, topic=about or said.topic)
    found_inside(said, book, listed=places.is_row(said.passage))
    container = container_of(said, book, places.owner_of(said.passage))
    announced = _divided(said, book, container, found)
    _placed(said, book, container, found)
    return announced


def container_of(said: Said, book: Book, owner: Draft | None) -> Draft | None:
    """The unit that a sentence says the parts of; a bare noun may point to the owner of its part of the text."""
    toks = said.toks
    start = 1 if toks and toks[0].low in {"närmast", "direkt"} else 0
    if len(toks) <= start + 1:
        return None
    back = _BACK.match(said.text)
    if back and (said.last[1:] == () or back["latter"]) and said.last:
        return said.last[-1]
    if toks[start].low in words(Role.PREPOSED):
        return _preposed(said, book, start + 1, owner)
    if said.topic is None and toks[0].low == "verksamheten":
        return book.root
    if said.about is None and toks[0].low not in words(Role.GOES_ON):
        return _before_verb(said, book)
    return said.topic if not BELONGS.search(said.text) else None


def _preposed(said: Said, book: Book, at: int, owner: Draft | None) -> Draft | None:
    """*Under nämnden finns …*, *Inom enheten finns …*: the unit after the first preposition."""
    first = said.toks[at]
    if book.is_root(first.text) or book.named(first.text) is book.root:
        return book.root
    mention = next((m for m in said.names if at <= m.start <= at + 1), None)
    meant = book.meant(mention, said.topic) if mention is not None else None
    if meant is None and mention is not None and mention.bare and owner is not None and fits(owner, mention.noun):
        return owner
    return book.root if meant is None and mention is not None and mention.bare else meant


def _before_verb(said: Said, book: Book) -> Draft | None:
    """*Nämndens förvaltning, kontoret, är indelad i …*: the name nearest before the verb."""
    verb = _VERB.search(said.text)
    if verb is None or verb.group() in {"finns", "hör", "har"} or BELONGS.search(said.text):
        return None
    near = [m for m in said.names if said.toks[m.end - 1].end <= verb.start() and m.strong and not m.genitive]
    return book.named(near[-1].name) if near else None


def _divided(said: Said, book: Book, container: Draft | None, found: list[Draft]) -> Announced | None:
    """The parts that a sentence lists after the word for them, or says will follow."""
    n, section = said.passage.n, said.passage.section
    for at, noun, form in _plurals(said):
        count = _count(said.toks[:at])
        if form is Form.PLURAL and ((noun.plural == noun.base and not count) or not _opens(said.toks[:at])):
            continue
        names = listed_after(said, at, count, definite=form is Form.PLURALS)
        found += [book.add(name, _kind_of(name, noun), n, "division") for name in names]
        if names:
            return None
        if count and form is Form.PLURAL:
            total = count + len({token.low for token in said.toks[at:]} & {"en", "ett"})
            return Announced(container, noun.kind, count, section, n, total)
    opens = (said.text.rstrip().endswith((":", " av", " är")) and _opens_list(said)) or (
        _ENDS_OPEN.search(said.text) is not None and said.passage.text.endswith(said.text)
    )
    return Announced(container, UnitKind.UNIT, 0, section, n, 0) if opens else None


def _plurals(said: Said) -> list[tuple[int, Noun, Form]]:
    """The plurals of nouns for units in a sentence, and where they stand."""
    found: list[tuple[int, Noun, Form]] = []
    for at, token in enumerate(said.toks):
        known = noun_of(token.text) if token.is_word else None
        if known and known[1] in {Form.PLURAL, Form.PLURALS} and known[0].strength is not Strength.BOARD:
            found.append((at, known[0], known[1]))
    return found


def _opens_list(said: Said) -> bool:
    low = said.text.casefold()
    return not any(word in low for word in words(Role.NO_LIST)) and any(word in low for word in words(Role.LIST))


def _kind_of(name: str, noun: Noun) -> UnitKind:
    known = noun_of(name.split(" ", maxsplit=1)[0])
    return known[0].kind if known and known[0].strength is Strength.STRONG else noun.kind


def _count(before: Sequence[Token]) -> int:
    """How many a number word before the noun says; 99 for *följande*."""
    numbers = {
        "två": 2,
        "tre": 3,
        "fyra": 4,
        "fem": 5,
        "sex": 6,
        "sju": 7,
        "åtta": 8,
        "nio": 9,
        "tio": 10,
        "elva": 11,
        "tolv": 12,
    }
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
    return bool(low & (OPENING | {"bedrivs", "på", "i", "följande"})) and not low & NOT and "ledamöter" not in low


def _placed(said: Said, book: Book, container: Draft | None, found: list[Draft]) -> None:
    """Whose the units of a sentence are."""
    belongs = BELONGS.search(said.text)
    inside = _INSIDE.search(said.text)
    if inside and not said.text.startswith(("I ", "Inom ", "Vid ")):
        _belong(said, book, inside.end())
        return
    if belongs and not said.text.startswith(("Till ", "Hit ", "I ", "Inom ", "Under ")):
        _belong(said, book, belongs.end())
        return
    gapped = _gapped(said, book)
    joined = _joined(said, book)
    if joined is not None:
        tree.put(joined, container if container is not joined else None)
        return
    parts = members(said, book, container) + _after_verb(said, book, found)
    if container is None or not _says_parts(said):
        return
    for draft in parts:
        if draft not in gapped:
            tree.put(draft, container)


def _gapped(said: Said, book: Book) -> list[Draft]:
    """*Till A-enheten hör X och till B-enheten Y*: the second pair, whose verb is left out, is no part of the first."""
    pairs: list[Draft] = []
    for over, part in itertools.pairwise(said.names):
        before = said.toks[over.start - 1].low if over.start > 1 else ""
        beside = said.text[said.toks[over.end - 1].end : said.toks[part.start].start] == " "
        if not beside or before != said.toks[0].low or before not in words(Role.PREPOSED):
            continue
        whom = book.meant(over, said.topic)
        if whom is not None and part.form is Form.DEFINITE and not part.bare and not part.genitive:
            draft = book.add(part.name, part.noun.kind, said.passage.n, "member")
            tree.put(draft, whom)
            pairs += [whom, draft]
    return pairs


def _after_verb(said: Said, book: Book, found: list[Draft]) -> list[Draft]:
    """Those of the found that stand after the verb that says whose they are; after *har*, only new ones."""
    verb = _VERB.search(said.text)
    places = {book.named(m.name): said.toks[m.start].start for m in said.names}
    kept = []
    for draft in found:
        at = places.get(draft)
        new = not draft.passages or draft.passages[0] == said.passage.n
        if at is None or verb is None or (at > verb.start() and (new or verb.group() != "har")):
            kept.append(draft)
    return kept


def _joined(said: Said, book: Book) -> Draft | None:
    """*kontoret, med A-enheten och B-enheten*: those after *med* are the nearest before it, which is the answer."""
    joint = _WITH.search(said.text)
    before = [m for m in said.names if joint and said.toks[m.end - 1].end <= joint.start() and not m.bare]
    after = [m for m in said.names if joint and said.toks[m.start].start >= joint.end()]
    opens = joint[0] if joint is not None else ""
    one = (opens.startswith(", som driver") and any(m.strong for m in after[:1])) or opens.startswith(
        (", dit", ", där")
    )
    if not before or not (one or any(m.strong for m in after[1:])) or before[-1].noun.strength is Strength.BOARD:
        return None
    near = before[-1]
    over = book.named(near.name)
    if over is None and near.form is Form.DEFINITE and not near.genitive:
        over = book.add(near.name, near.noun.kind, said.passage.n, "member")
    if over is None or over is book.root:
        return None
    for mention in after:
        draft = book.named(mention.name)
        if draft is None and mention.form is Form.DEFINITE and not mention.genitive and not mention.bare:
            draft = book.add(mention.name, mention.noun.kind, said.passage.n, "member")
        if draft is not None:
            tree.put(draft, over)
    return over


def _says_parts(said: Said) -> bool:
    low = said.text.casefold()
    return any(re.search(rf"\b{word}\b", low) for word in words(Role.DIVIDE) - {"är", "med"}) or " heter " in low


def _belong(said: Said, book: Book, at: int) -> None:
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
        tree.put(draft, over)
