"""Units that sentences tell of: divisions, members, and names that stand in running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Subject
from data.importing.recognising.units import tree
from data.importing.recognising.units.drafts import LOWEST
from data.importing.recognising.units.headings import Announced
from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.naming import capital, definite, prefix
from data.importing.recognising.units.parts import listed_after, members
from data.importing.recognising.units.places import subject
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
_HAS = re.compile(r"\b(?:har (?:telefon|e-post)|telefon:? 0|e-post:|[Tt]fn:? 0)")
_WITH = re.compile(r"(?:,| ) med ")
_GOES_ON = frozenset({"den", "det", "de", "dessa", "består", "indelad", "indelat", "här", "hit", "där", "omfattar", "vi"})
_INSIDE = re.compile(r"\bingår (?:också |även )?([\w-]{3,40}(?: [\w-]{3,40})?) i (?=\w)")
_OURS = re.compile(r" är (?:en|ett) (förvaltning|enhet|avdelning|kontor|sektion|verksamhet|del|institution) (?:under|av|inom|i|hos|vid) ")
_HOURS = (["är", "öppen"], ["är", "öppet"], ["har", "öppet"], ["har", "öppettider"], ["har", "telefontid"])
_VERB = re.compile(r"\b(?:består|utgörs|indela[dt]e?|delas in|organisera[dt]e?|uppdela[dt]e?|finns|ingår|hör|lyder|sorterar|omfattar|innefattar|rymmer|biträds|bedrivs|har)\b")
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
    found: list[Draft] = []
    for mention in said.names:
        draft = _named(said, mention, book, rule, here=here)
        if draft is not None:
            found += [draft, *_numbered(said, mention, draft, book)]
            if not here:
                draft.guessed = draft.guessed or "Enheten nämns bara i förbigående."
    _alone(said, book, here=here)
    _ours(said, book)
    if not here:
        return None
    found += _proper_names(said, book)
    about = said.about or subject(said.names, said.toks, book, said.topic)
    said = said._replace(about=about, topic=about or said.topic)
    container = container_of(said, book)
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
    if mention.noun.strength is Strength.BOARD or mention.genitive or _is_of_other(said.toks, mention, book, here=here):
        return None
    if _is_other_name(said, mention, book) or _is_in_a_body(said, mention):
        return None
    if not here and Subject.INFORMATION in said.passage.subjects and mention.start > 0:
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


def _alone(said: Said, book: Book, *, here: bool) -> None:
    """*Expeditionen är öppen …*, *Äldreomsorgen leds av …*: what has a head, a number or hours of its own is a unit."""
    if not said.names or said.names[0].start > 0 or (said.topic is not None and said.topic is not book.root and not said.about):
        if not said.names or said.names[0].start > 0 or not _is_of_known(said, book):
            return
    mention = said.names[0]
    if mention.genitive or mention.form is not Form.DEFINITE or book.meant(mention, said.topic) is not None:
        return
    alone = mention.noun.base in words(Role.ALONE)
    if mention.noun.strength is Strength.BOARD or mention.noun.kind is UnitKind.AREA or (mention.bare and not alone):
        return
    after = [token.low for token in said.toks[mention.end :]]
    own = bool(set(after[:2]) & words(Role.OWN)) or after[:2] in _HOURS or bool(_HAS.search(said.text))
    if own and (here or after[:2] in _HOURS) and not mention.strong:
        draft = book.add(mention.name, mention.noun.kind, said.passage.n, "has-its-own")
        draft.guessed = draft.guessed or "Togs för en enhet, för att texten ger den egen chef, eget nummer eller egna tider."


def _ours(said: Said, book: Book) -> None:
    """*Arkivet är en förvaltning under nämnden*: what the text says is a part of the authority."""
    match = _OURS.search(said.text)
    if match is None or not 0 < len(said.text[: match.start()].split()) <= 3:
        return
    after = [token for token in said.toks if token.start >= match.end()]
    over = book.root if any(book.is_root(token.text) for token in after) else None
    near = next((m for m in said.names if said.toks[m.start].start >= match.end() and not m.genitive), None)
    over = over or (book.meant(near, said.topic) if near is not None else None)
    if over is None:
        return
    known, name, aliases = noun_of(match[1]), said.text[: match.start()], []
    if said.toks[0].low in words(Role.OWNER):
        aliases, name = [name], name.split(" ", 1)[-1]
    draft = book.add(name, known[0].kind if known else UnitKind.UNIT, said.passage.n, "part-of", aliases=aliases)
    tree.put(draft, over)


def _is_of_known(said: Said, book: Book) -> bool:
    """Whether a sentence may leave the unit that its passage is about: a compound name does, a bare noun does not."""
    return not said.names[0].bare and said.topic is not None and (said.topic.rank < LOWEST or said.passage.n in said.topic.passages)


def _proper_names(said: Said, book: Book) -> list[Draft]:
    """*Norra gymnasiet och Lärcentrum Söder erbjuder …*: schools and museums that a sentence begins with."""
    verb = next((at for at, token in enumerate(said.toks) if token.low in words(Role.VERB) and token.low != "för"), 0)
    found = []
    for mention in said.names:
        if mention.end > verb or mention.noun.kind not in {UnitKind.SCHOOL, UnitKind.MUSEUM} or mention.genitive:
            continue
        if mention.form is not Form.BASE or book.named(mention.name) is book.root or not said.toks[0].is_capital:
            continue
        before = said.toks[mention.start - 1] if mention.start else None
        if mention.alias and not title_at(mention.alias.casefold()):
            found.append(book.add(mention.name, mention.noun.kind, said.passage.n, "proper-name"))
        elif before is not None and mention.start <= verb and _is_proper(before):
            found.append(book.add(f"{before.text} {mention.name}", mention.noun.kind, said.passage.n, "proper-name"))
    return [draft for draft in found if draft is not book.root]


def _is_proper(token: Token) -> bool:
    """Whether a word with a capital may be a proper name, and is no determiner, owner or title."""
    plain = token.low in {"varje", "ingen", "inget", "en", "ett", "den", "det", "vår", "vårt", "någon"}
    return token.is_word and token.is_capital and not (plain or token.low in words(Role.OWNER) or title_at(token.low))


def _numbered(said: Said, mention: Mention, draft: Draft, book: Book) -> list[Draft]:
    """*avdelning 1–3*, *enhet 1 och 2*: the others of a row of numbers."""
    rest = said.text[said.toks[mention.end - 1].end :]
    last = said.toks[mention.end - 1].text
    span = re.match(r"\s?[–-]\s?(\d{1,2})\b", rest)
    more = re.match(r"(?:, \d{1,2}){0,8} och \d{1,2}\b", rest)
    if not last.isdigit() or not (span or more):
        return []
    numbers = range(int(last) + 1, int(span[1]) + 1) if span else map(int, re.findall(r"\d+", more[0] if more else ""))
    base = mention.name[: -len(last)]
    return [book.add(f"{base}{number}", draft.kind, said.passage.n, draft.rule) for number in list(numbers)[:20]]


def _is_other_name(said: Said, mention: Mention, book: Book) -> bool:
    """*Personalavdelningen … Chef för personalkontoret är …*: the unit that is spoken of, by another noun."""
    topic, own = said.topic, prefix(mention.name)
    if topic is None or not own or not 0 < mention.start <= 2 or prefix(topic.name) != own or topic.kind is mention.noun.kind:
        return False
    if topic is not book.root:
        book.call(topic, mention.name)
        return True
    return False


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
    return not before or bool(set(before) & {"finns", "ingår", "hör", "har", "består", "heter"})


def _owned(said: Said, mention: Mention, book: Book, rule: str) -> Draft | None:
    """*Nämndens kansli*, *Kammarrättens kansli*: a bare noun that the authority owns."""
    owner = mention.owner[:-1].casefold()
    ours = bool(owner) and (book.is_root(owner) or mention.owner.casefold() in words(Role.OWNER)) and mention.start <= 2
    if ours and mention.strong and " " not in mention.name:
        return book.add(capital(definite(mention)), mention.noun.kind, said.passage.n, rule, aliases=[mention.name])
    if ours and mention.noun.base in words(Role.INDEFINITE):
        return book.add(capital(mention.noun.definite), mention.noun.kind, said.passage.n, rule)
    return None


def _indefinite(said: Said, mention: Mention, book: Book, rule: str) -> Draft | None:
    """*har ett arbetsutskott*, *en administrativ enhet*: that there is one makes it known."""
    before = said.toks[mention.start - 1].low if mention.start else ""
    if mention.owner and said.about is not None and said.about is not book.root and "är" in {t.low for t in said.toks[: mention.start]}:
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
    if before not in {"en", "ett"} and not (mention.start == 0 and " " not in mention.name and not mention.bare):
        if not mention.bare or before not in {"gemensam", "gemensamt", "egen", "eget", "särskilt"}:
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


def _is_of_other(toks: Sequence[Token], mention: Mention, book: Book, *, here: bool) -> bool:
    """Whether a name is another organisation's: *antagningskansliet i Region Norr*."""
    before = toks[mention.start - 1].low if mention.start else ""
    archives = any(token.low in words(Role.ARCHIVE) or token.low + "et" in words(Role.ARCHIVE) for token in toks)
    if archives and before in {"på", "vid", "hos", "av", "inom"}:
        return True
    after = toks[mention.end : mention.end + 4]
    if len(after) < 2 or after[0].low not in _ELSEWHERE:
        return False
    if any(token.low in {"region", "kommun", "kommuns", "kommunen"} for token in after[1:]):
        return not book.root.name.casefold().endswith(after[1].low)
    known = None if here else noun_of(after[1].text)
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
            meant = book.meant(mention, said.topic)
            return book.root if meant is None and mention.bare else meant
        return None
    if said.topic is None and toks[0].low == "verksamheten":
        return book.root
    if said.about is None and toks[0].low not in _GOES_ON:
        return _before_verb(said, book)
    return said.topic if not _BELONGS.search(said.text) else None


def _before_verb(said: Said, book: Book) -> Draft | None:
    """*Nämndens förvaltning, kontoret, är indelad i …*: the name nearest before the verb."""
    verb = _VERB.search(said.text)
    if verb is None or verb.group() in {"finns", "hör", "har"} or _BELONGS.search(said.text):
        return None
    near = [m for m in said.names if said.toks[m.end - 1].end <= verb.start() and m.strong and not m.genitive]
    return book.named(near[-1].name) if near else None


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
    belongs = _BELONGS.search(said.text)
    inside = _INSIDE.search(said.text)
    if inside and not said.text.startswith(("I ", "Inom ", "Vid ")):
        _belong(said, book, inside.end(), found)
        return
    if belongs and not said.text.startswith(("Till ", "Hit ", "I ", "Inom ", "Under ")):
        _belong(said, book, belongs.end(), found)
        return
    if _joined(said, book):
        return
    parts = members(said, book, container) + _after_verb(said, book, found)
    if container is None or not _says_parts(said):
        return
    for draft in parts:
        tree.put(draft, container)


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


def _joined(said: Said, book: Book) -> bool:
    """*kontoret, med A-enheten och B-enheten*: those after *med* are the nearest before it."""
    joint = _WITH.search(said.text)
    before = [m for m in said.names if joint and said.toks[m.end - 1].end <= joint.start() and not m.bare]
    after = [m for m in said.names if joint and said.toks[m.start].start >= joint.end()]
    over = book.named(before[-1].name) if before else None
    if over is None or over is book.root or sum(m.strong for m in after) < 2:
        return False
    for mention in after:
        draft = book.named(mention.name)
        if draft is None and mention.form is Form.DEFINITE and not mention.genitive and not mention.bare:
            draft = book.add(mention.name, mention.noun.kind, said.passage.n, "member")
        if draft is not None:
            tree.put(draft, over)
    return True


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
        tree.put(draft, over)
