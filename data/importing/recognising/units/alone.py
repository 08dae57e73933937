"""Units that a sentence begins with, and that are told by what it says of them."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.units import tree
from data.importing.recognising.units.drafts import LOWEST
from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.vocabulary import Form, Role, Strength, noun_of, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Mention, Token
    from data.importing.recognising.units.places import Said

_HAS = re.compile(r"\b(?:har (?:telefon|e-post)|telefon:? 0|e-post:|[Tt]fn:? 0)")
_OURS = re.compile(
    r" är (?:en|ett) (?:(?:egen|eget|särskild|särskilt|oberoende|fristående|självständig|självständigt|separat) )?"
    r"(förvaltning|enhet|avdelning|kontor|sektion|verksamhet|del|institution|funktion|grupp|stab) "
    r"(?:(?:direkt|placera[dt]|organisera[dt]|inrätta[dt]) ){0,2}(?:under|av|inom|i|hos|vid|underställ[dt]) "
)
_CHIEF = re.compile(r", (?:med [\w-]{4,40} som chef|vars chef|under ledning av)\b")
_OWN_HEAD = re.compile(r"\b(?:med|har) (?:en )?egen [\w-]{0,30}(?:chef|föreståndare|prefekt|ledare)\b")
_AT = frozenset({"vid", "på", "inom", "hos"})
_REACHED = re.compile(r"\b(?:telefon|tfn|tel|e-post)\b|@", re.IGNORECASE)
_AS_NAME = "Togs för en enhet, för att den skrivs som ett namn i texten om en annan."
_HOURS = (["är", "öppen"], ["är", "öppet"], ["har", "öppet"], ["har", "öppettider"], ["har", "telefontid"])
_HAS_ITS_OWN = "Togs för en enhet, för att texten ger den egen chef, eget nummer eller egna tider."
_FEW = 3


def found_alone(said: Said, book: Book, *, here: bool) -> None:
    """*Expeditionen är öppen …*, *Äldreomsorgen leds av …*: what has a head, a number or hours of its own is a unit."""
    if not said.names or said.names[0].start > 0 or not _may_begin(said, book):
        return
    mention = said.names[0]
    if mention.genitive or mention.form is not Form.DEFINITE or book.meant(mention, said.topic) is not None:
        return
    alone = mention.noun.base in words(Role.ALONE)
    if mention.noun.strength is Strength.BOARD or mention.noun.kind is UnitKind.AREA or (mention.bare and not alone):
        return
    after = [token.low for token in said.toks[mention.end :]]
    if after[:2] == [",", "som"]:
        after = after[2:]
    own = (
        bool(set(after[:2]) & words(Role.OWN))
        or after[:2] in _HOURS
        or bool(
            _HAS.search(said.text)
            or _OWN_HEAD.search(said.text)
            or _CHIEF.match(said.text, said.toks[mention.end - 1].end)
        )
    )
    if own and (here or after[:2] in _HOURS) and not mention.strong:
        draft = book.add(mention.name, mention.noun.kind, said.passage.n, "has-its-own")
        draft.guessed = draft.guessed or _HAS_ITS_OWN


def _may_begin(said: Said, book: Book) -> bool:
    """Whether a sentence may leave the unit that its passage is about: a compound name does, a bare noun does not."""
    topic = said.topic
    if topic is None or topic is book.root or said.about:
        return True
    return not said.names[0].bare and (topic.rank < LOWEST or said.passage.n in topic.passages)


def found_ours(said: Said, book: Book) -> None:
    """*Arkivet är en förvaltning under nämnden*: what the text says is a part of the authority."""
    match = _OURS.search(said.text)
    if match is None or not 0 < len(said.text[: match.start()].split()) <= _FEW:
        return
    after = [token for token in said.toks if token.start >= match.end()]
    over = book.root if any(book.is_root(token.text) for token in after) else None
    near = next((m for m in said.names if said.toks[m.start].start >= match.end() and not m.genitive), None)
    over = over or (book.meant(near, said.topic) if near is not None else None)
    if over is None:
        return
    known, name = noun_of(match[1]), said.text[: match.start()]
    aliases: list[str] = []
    if said.toks[0].low in words(Role.OWNER):
        aliases, name = [name], name.split(" ", 1)[-1]
    draft = book.add(name, known[0].kind if known else UnitKind.UNIT, said.passage.n, "part-of", aliases=aliases)
    tree.put(draft, over)


def found_run(said: Said, book: Book) -> None:
    """*Institutionen driver fältstationen Tallnäs*: what a unit runs, with a name of its own, is a part of it."""
    over = said.about
    verb = next((at for at, token in enumerate(said.toks) if token.low in words(Role.VERB) - {"för"}), 0)
    if over is None or not verb or said.toks[verb].low not in {"driver", "förestår"}:
        return
    for mention in said.names:
        if mention.start == verb + 1 and mention.alias and mention.form is Form.DEFINITE:
            draft = book.add(mention.name, mention.noun.kind, said.passage.n, "run-by", aliases=[mention.alias])
            tree.put(draft, over)


def found_inside(said: Said, book: Book, *, listed: bool) -> None:
    """*Institutionen för vård, med Tandmottagningen*, *råd, antagning och Studenthälsan*: a name in a unit's own text.

    Args:
        said: The sentence.
        book: The units.
        listed: Whether the passage is a row of a list that its unit begins.
    """
    over = said.topic
    for mention in said.names:
        if over is None or over is book.root or not _is_named_within(said, mention):
            continue
        before = [token.low for token in said.toks[max(0, mention.start - 2) : mention.start]]
        if before == [",", "med"] or (listed and before[-1:] in (["och"], [","], ["samt"])):
            draft = book.add(mention.name, mention.noun.kind, said.passage.n, "name-inside")
            draft.guessed = draft.guessed or _AS_NAME
            tree.put(draft, over)


def _is_named_within(said: Said, mention: Mention) -> bool:
    """Whether a weak name inside a sentence has a capital, so that it is no work but whoever does it."""
    weak = mention.noun.strength is Strength.WEAK and mention.noun.kind in {UnitKind.FUNCTION, UnitKind.ACTIVITY}
    whole = mention.form is Form.DEFINITE and not (mention.bare or mention.genitive or mention.alias)
    other = mention.name.casefold() in words(Role.BODY) | words(Role.ARCHIVE)
    return weak and whole and mention.start > 0 and said.toks[mention.start].is_capital and not other


def found_at(said: Said, book: Book) -> None:
    """*Examensexpeditionen vid studentavdelningen, telefon …*: a part with a number of its own at a known unit."""
    for part, over in itertools.pairwise(said.names):
        function = part.noun.kind is UnitKind.FUNCTION and part.form is Form.DEFINITE and not part.genitive
        beside = over.start == part.end + 1 and said.toks[part.end].low in _AT
        if not function or part.bare or not beside or not _REACHED.search(said.text, said.toks[over.end - 1].end):
            continue
        whole = book.named(over.name)
        if part.start == 0 and whole is not None and whole is not book.root and whole.kind is not UnitKind.EXTERNAL:
            tree.put(book.add(part.name, part.noun.kind, said.passage.n, "part-at"), whole)


def proper_names(said: Said, book: Book) -> list[Draft]:
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
    plain = token.low in words(Role.ARTICLE) | {"varje", "ingen", "inget", "en", "ett", "vår", "vårt", "någon"}
    return token.is_word and token.is_capital and not (plain or token.low in words(Role.OWNER) or title_at(token.low))
