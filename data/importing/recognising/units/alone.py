"""Units that a sentence begins with, and that are told by what it says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.units import tree
from data.importing.recognising.units.drafts import LOWEST
from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.vocabulary import Form, Role, Strength, noun_of, words
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.naming import Token
    from data.importing.recognising.units.places import Said

_HAS = re.compile(r"\b(?:har (?:telefon|e-post)|telefon:? 0|e-post:|[Tt]fn:? 0)")
_OURS = re.compile(
    r" är (?:en|ett) (förvaltning|enhet|avdelning|kontor|sektion|verksamhet|del|institution) "
    r"(?:under|av|inom|i|hos|vid) "
)
_CHIEF = re.compile(r", (?:med [\w-]{4,40} som chef|vars chef|under ledning av)\b")
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
        or bool(_HAS.search(said.text) or _CHIEF.match(said.text, said.toks[mention.end - 1].end))
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
