"""Names in running text: whether one is a unit's, and what the unit is called where the name is indefinite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import PassageKind, Subject
from data.importing.recognising.units import organs, tables
from data.importing.recognising.units.naming import capital, definite, prefix
from data.importing.recognising.units.vocabulary import Form, Role, Strength, noun_of, qualifies, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Mention, Token
    from data.importing.recognising.units.places import Said

NOT = frozenset({"inte", "inga", "ingen", "inget", "ej", "saknar", "saknas"})
_ELSEWHERE = frozenset({"i", "vid", "på", "hos", "inom"})
OPENING = frozenset(
    {"har", "finns", "består", "biträds", "ingår", "indelad", "indelat", "indelade", "organiserad", "organiserat"}
    | {"uppdelad", "uppdelat", "omfattar", "utgörs", "hör", "tillhandahåller", "med", "lyder", "stöds", "är"}
)
"""Words that open a row of parts."""
_ALSO = re.compile(
    r",? (?:i dagligt tal(?: kalla[dt])?|det vill säga|d\.?v\.?s\.?|tillika|"
    r"även kalla[dt]|också kalla[dt]|nedan kalla[dt]) "
)
_OWNED_IS_NAMED = re.compile(r"([\w-]{4,30})s [\w-]{4,40} (?:heter|kallas|benämns|har namnet|bär namnet) (?:för )?")
_OWN_GROUP = re.compile(
    r"\b(?:en|ett) (?:egen|eget|särskild|särskilt|separat) (?:\w{3,20} )?\w{0,20}(?:grupp|team|lag|råd), $"
)
_GONE = re.compile(
    r" (?:har (?:\w{3,12} )?(?:flyttat|upphört|lagts|avvecklats|förts|överförts|slagits|gått)\b|"
    r"(?:flyttade|upphörde|lades|avvecklades|fördes|överfördes|slogs)\b)"
)
_NEAR_THE_START = 2
_MOST_NUMBERS = 20


def named(said: Said, mention: Mention, book: Book, *, here: bool) -> Draft | None:
    """The unit of a name in a sentence, a new one if the name is enough."""
    known = book.named(mention.name)
    if known is not None and not mention.bare:
        return known if here and not mention.genitive else None
    if known is None and _is_called(said, mention, book):
        return None
    return _new(said, mention, book, here=here)


def _new(said: Said, mention: Mention, book: Book, *, here: bool) -> Draft | None:
    if here and organs.is_organ(said, mention, book):
        return organs.added(said, mention, book)
    if _is_no_new_unit(said, mention, book, here=here):
        return None
    row = said.passage.kind is PassageKind.TABLE_ROW and bool(tables.unit_cells(said.passage))
    rule = "sentence" if here else "mentioned"
    if _is_indefinite(mention) or mention.bare:
        told = _indefinite if _is_indefinite(mention) else _owned
        return told(said, mention, book, rule) if here and not row else None
    if mention.strong or (here and _is_group(mention) and _is_noted(said, mention)):
        aliases = [mention.alias] if mention.alias else []
        return book.add(mention.name, mention.noun.kind, said.passage.n, rule, aliases=aliases)
    return None


def _is_owned_and_named(said: Said, mention: Mention, book: Book) -> bool:
    """*Nämndens förvaltning kallas stadskontoret*: the only name that the authority's administration has."""
    verb = _OWNED_IS_NAMED.match(said.text)
    return verb is not None and said.toks[mention.start].start >= verb.end() and book.is_root(verb[1])


def _is_called(said: Said, mention: Mention, book: Book) -> bool:
    """Whether a sentence only says what a unit is called: *A-enheten, det vill säga kommunarkivet*."""
    if _is_owned_and_named(said, mention, book):
        return False
    if {"kallas", "kallad", "kallat", "förkortas"} & {token.low for token in said.toks[: mention.start]}:
        return True
    at = said.names.index(mention)
    before = said.names[at - 1] if at else None
    if before is None or not _ALSO.fullmatch(said.text[said.toks[before.end - 1].end : said.toks[mention.start].start]):
        return False
    unit = book.named(before.name)
    if unit is not None and unit is not book.root:
        book.call(unit, mention.name)
    return unit is not None


def _is_no_new_unit(said: Said, mention: Mention, book: Book, *, here: bool) -> bool:
    if mention.noun.strength is Strength.BOARD or mention.genitive or _is_of_other(said.toks, mention, book, here=here):
        return True
    if _GONE.match(said.text[said.toks[mention.end - 1].end :]):
        return True
    if _is_other_name(said, mention, book) or _is_in_a_body(said, mention):
        return True
    return not here and Subject.INFORMATION in said.passage.subjects and mention.start > 0


def _is_indefinite(mention: Mention) -> bool:
    """Whether a name is of the kind *en administrativ enhet*, and none with a number or letter of its own."""
    if mention.form is not Form.BASE:
        return False
    own = mention.name[-1:].isdigit() or mention.alias or re.search(r" [A-ZÅÄÖ]$", mention.name)
    return not (mention.strong and own)


def numbered(said: Said, mention: Mention, draft: Draft, book: Book) -> list[Draft]:
    """*avdelning 1–3*, *enhet 1 och 2*: the others of a row of numbers."""
    rest = said.text[said.toks[mention.end - 1].end :]
    last = said.toks[mention.end - 1].text
    span = re.match(r"\s?[–-]\s?(\d{1,2})\b", rest)
    more = re.match(r"(?:, \d{1,2}){0,8} och \d{1,2}\b", rest)
    if not last.isdigit() or not (span or more):
        return []
    numbers = range(int(last) + 1, int(span[1]) + 1) if span else map(int, re.findall(r"\d+", more[0] if more else ""))
    base = mention.name[: -len(last)]
    return [
        book.add(f"{base}{number}", draft.kind, said.passage.n, draft.rule) for number in list(numbers)[:_MOST_NUMBERS]
    ]


def _is_other_name(said: Said, mention: Mention, book: Book) -> bool:
    """*Personalavdelningen … Chef för personalkontoret är …*: the unit that is spoken of, by another noun."""
    topic, own = said.topic, prefix(mention.name)
    whole = book.named(f"{mention.noun.definite} för {own.removesuffix('s')}") if own else None
    if whole is not None:
        book.call(whole, mention.name)
        return True
    if topic is None or topic is book.root or not own or prefix(topic.name) != own:
        return False
    if not 0 < mention.start <= _NEAR_THE_START or topic.kind is mention.noun.kind:
        return False
    book.call(topic, mention.name)
    return True


def _is_in_a_body(said: Said, mention: Mention) -> bool:
    """Whether a name is the end of another organisation's: *Statistiska centralbyrån*."""
    start = max(0, said.toks[mention.start].start - 40)
    low = said.text[start : said.toks[mention.end - 1].end].casefold()
    return any(low.endswith(body) for body in words(Role.BODY) if body.endswith(mention.name.casefold()))


def _is_group(mention: Mention) -> bool:
    return mention.noun.kind in {UnitKind.GROUP, UnitKind.COUNCIL} and mention.form is Form.DEFINITE


def _is_noted(said: Said, mention: Mention) -> bool:
    """Whether a group is the sentence's subject, or what it says that there is."""
    before = [token.low for token in said.toks[: mention.start]]
    after = said.toks[mention.end].low if mention.end < len(said.toks) else ""
    if before[-1:] == ["och"] and " för " in mention.name and after in words(Role.VERB) | {"behandlar", "yttrar"}:
        return True
    if before[-1:] == [","] and _OWN_GROUP.search(said.text[: said.toks[mention.start].start]):
        return True
    return not before or bool(set(before) & {"finns", "ingår", "hör", "har", "består", "heter"})


def _owned(said: Said, mention: Mention, book: Book, rule: str) -> Draft | None:
    """*Nämndens kansli*, *Kammarrättens kansli*: a bare noun that the authority owns."""
    owner = mention.owner[:-1].casefold()
    ours = bool(owner) and mention.start <= _NEAR_THE_START and not _OWNED_IS_NAMED.match(said.text)
    ours = ours and (book.is_root(owner) or mention.owner.casefold() in words(Role.OWNER))
    if ours and mention.strong and " " not in mention.name:
        return book.add(capital(definite(mention)), mention.noun.kind, said.passage.n, rule, aliases=[mention.name])
    if ours and mention.noun.base in words(Role.INDEFINITE):
        return book.add(capital(mention.noun.definite), mention.noun.kind, said.passage.n, rule)
    return None


def _indefinite(said: Said, mention: Mention, book: Book, rule: str) -> Draft | None:
    """*har ett arbetsutskott*, *en administrativ enhet*: that there is one makes it known."""
    earlier = {token.low for token in said.toks[: mention.start]}
    if mention.owner and said.about is not None and said.about is not book.root and "är" in earlier:
        book.call(said.about, mention.name)
        return None
    if mention.owner and mention.name.startswith(mention.owner):
        ours = book.named(mention.owner[:-1]) is book.root and mention.noun.base in {*words(Role.INDEFINITE), "kontor"}
        return book.add(mention.name, mention.noun.kind, said.passage.n, rule) if ours else None
    owned = _owned(said, mention, book, rule)
    if owned is not None:
        return owned
    if mention.owner and not mention.bare and book.is_root(mention.owner[:-1]):
        return book.add(_definite_name(mention), mention.noun.kind, said.passage.n, rule)
    opening = OPENING | {"leds"} if mention.noun.kind is UnitKind.COUNCIL else OPENING
    brought = _is_introduced(said, mention) and bool(earlier & opening) and not earlier & NOT
    enough = brought and not _is_being(said.toks, mention) and _is_enough(mention)
    return _added_indefinite(said, mention, book, rule) if enough or _is_first_of_all(said, mention) else None


def _is_first_of_all(said: Said, mention: Mention) -> bool:
    """*Ett presidieutskott förbereder …*: a committee or council that a sentence begins with and tells what it does."""
    if mention.bare or mention.noun.kind not in {UnitKind.COMMITTEE, UnitKind.COUNCIL} or mention.start != 1:
        return False
    after = [token.low for token in said.toks[mention.end : mention.end + 8]]
    does = bool(after[:1]) and (after[0] in words(Role.VERB) or after[0].endswith("er") or after[:2] == [",", "som"])
    return said.toks[0].low in {"en", "ett"} and does


def _is_introduced(said: Said, mention: Mention) -> bool:
    """Whether an article, or its place first in the sentence, brings a name in."""
    before = said.toks[mention.start - 1].low if mention.start else ""
    if before in {"en", "ett"} or (mention.start == 0 and " " not in mention.name and not mention.bare):
        return True
    shared = before in {"gemensam", "gemensamt", "egen", "eget", "särskild", "särskilt"}
    return shared and (mention.bare or said.toks[mention.start - 2].low in {"en", "ett"})


def _is_enough(mention: Mention) -> bool:
    """Whether a name with *en* or *ett* says that there is such a unit."""
    if mention.bare:
        return mention.noun.base in words(Role.INDEFINITE)
    groups = {UnitKind.GROUP, UnitKind.COUNCIL, UnitKind.COMMITTEE}
    return mention.noun.strength is not Strength.WEAK or mention.noun.kind in groups


def _is_being(toks: Sequence[Token], mention: Mention) -> bool:
    """Whether something only *is* a unit: *är en enhet*."""
    return mention.start > 1 and toks[mention.start - 2].low in {"är", "utgör", "som", "inom", "driver"}


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
    parts = [f"{part.removesuffix('t')}a" if qualifies(part) and part[-1] not in "ae" else part for part in parts]
    parts[-1] = (
        parts[-1][: len(parts[-1]) - len(mention.noun.base)] + mention.noun.definite
        if mention.form is Form.BASE
        else parts[-1]
    )
    return " ".join(parts)


def _is_of_other(toks: Sequence[Token], mention: Mention, book: Book, *, here: bool) -> bool:
    """Whether a name is another organisation's: *antagningskansliet i Region Norr*."""
    before = toks[mention.start - 1].low if mention.start else ""
    archives = any(token.low in words(Role.ARCHIVE) or token.low + "et" in words(Role.ARCHIVE) for token in toks)
    if archives and before in {"på", "vid", "hos", "av", "inom"}:
        return True
    after = toks[mention.end : mention.end + 4]
    if not after[1:] or after[0].low not in _ELSEWHERE:
        return False
    if any(token.low in {"region", "kommun", "kommuns", "kommunen"} for token in after[1:]):
        return not book.root.name.casefold().endswith(after[1].low)
    known = None if here else noun_of(after[1].text)
    return bool(known and not known[2] and known[1] is Form.DEFINITE and book.named(after[1].text) is None)
