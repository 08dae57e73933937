"""A title that leads several units at once: *Varje enhet leds av en enhetschef*, *De leds av var sin prefekt*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.recognising.units.drafts import ends_in
from data.importing.recognising.units.heads import title_at
from data.importing.recognising.units.vocabulary import Form, noun_of
from data.kinds import UnitKind

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.places import Places, Said

_ARE_LED = r"(?:leds|förestås|styrs)"
_WHOM = (
    r"(?:(?:[Vv]arje|[Rr]espektive|[Vv]ar och en av|[Vv]ardera|[Ss]amtliga|[Aa]lla|[Bb]ägge|[Bb]åda|[Dd]e|[Dd]essa) )?"
)
_LED = re.compile(
    rf"(?:^|[,;.] | och | där )(?P<which>{_WHOM}(?:\w{{2,8}} )?(?:\w{{3,30}} )??)(?:som )?{_ARE_LED} "
    r"(?:i sin tur |också |även )?(?:var och en |vardera )?(?:av |under )"
    r"(?:en egen |ett eget |en |ett |var sin |varsin |sina )?"
)
_WHICH = re.compile(
    rf"(?P<which>\w{{4,30}}),? som (?:var och en |vardera |alla |samtliga ){_ARE_LED} av (?:var sin |varsin |en |ett )?"
)
_LEADS = re.compile(
    r" (?:leder|förestår|ansvarar för|svarar för|är chef för|är ansvarig för) (?:arbetet |verksamheten )?"
    r"(?:vid |på |inom |i )?(?P<which>(?:varje|respektive|var och en av|de olika) \w{3,30})"
)
_EACH_HAS = re.compile(
    r"(?:^|[,;.] | och )(?P<which>(?:[Vv]arje|[Rr]espektive) \w{3,30}) (?:har|lyder under|står under) "
    r"(?:en egen |ett eget |en |ett |sin |sin egen )?"
)
_AT_EACH = re.compile(
    r"(?:^|[,;.] )(?P<which>(?:[Vv]id|[Pp]å|[Ii]nom|[Ii]) (?:varje|respektive) \w{3,30}) finns (?:det )?(?:en |ett )?"
)
_HEADS = re.compile(r"(?:chef|prefekt|dekan|föreståndare|rektor|ledare|direktör|lagman|rådman|ordförande|chefsrådman)$")
_EACH_OF = re.compile(r"\b(?:var och en|vardera|var sin|varsin|alla|samtliga)\b")
_THEY = re.compile(r"\b(?:de|dessa|båda|bägge|samtliga|alla|var och en)\b", re.IGNORECASE)
_PLURALS = (
    ("männen", "man"),
    ("män", "man"),
    ("arna", "are"),
    ("erna", ""),
    ("arna", ""),
    ("er", ""),
    ("ar", ""),
    ("na", ""),
)


def of_sentence(said: Said, places: Places, book: Book) -> None:
    """Give the units that a sentence speaks of together the title that it says each is led by."""
    for whom, title in _told(said.text):
        one = _one(title)
        if not one:
            continue
        for unit in _meant(whom, said, places, book):
            unit.set("head", one, said.passage.n, "head-of-each")


def _told(text: str) -> list[tuple[str, str]]:
    found = [(match["which"].strip(), text[match.end() :]) for led in (_LED, _WHICH) for match in led.finditer(text)]
    for match in _LEADS.finditer(text):
        title = title_at(text)
        if title and text[: match.start()].casefold().endswith(title.casefold()):
            found.append((match["which"], title))
    for pattern in (_EACH_HAS, _AT_EACH):
        for match in pattern.finditer(text):
            title = title_at(text[match.end() :])
            leads = text[match.end() + len(title) :].lstrip(" ,").startswith(("som leder", "som chef", "som ansvarar"))
            if title and (_HEADS.search(title.split(" ")[-1]) and (pattern is _EACH_HAS or leads)):
                found.append((match["which"], title))
    return found


def _one(words_: str) -> str:
    """The title that words begin with, one for each: *prefekter* are led by a *prefekt* each."""
    title = title_at(words_)
    if title:
        return title[:1].lower() + title[1:] if not title[:2].isupper() else title
    first = re.match(r"[\w-]{3,40}", words_)
    for many, single in _PLURALS if first else ():
        if first is not None and first[0].endswith(many):
            one = title_at(first[0][: len(first[0]) - len(many)] + single)
            if one and _HEADS.search(one):
                return one
    return ""


def _meant(whom: str, said: Said, places: Places, book: Book) -> list[Draft]:
    """The units that *varje enhet*, *institutionerna* or *de* are."""
    last = whom.rsplit(" ", maxsplit=1)[-1]
    known = noun_of(last)
    if known is None:
        return they(said, book) if _THEY.fullmatch(whom) else []
    noun, form, bare = known
    each = bool(re.search(r"\b(?:varje|respektive)\b", whom, re.IGNORECASE))
    several = form is Form.PLURALS or (form is Form.PLURAL and _EACH_OF.search(said.text) is not None)
    if not bare or not (several or (each and form is Form.BASE)):
        return []
    fitting = [
        unit
        for unit in book.units[1:]
        if unit.kind is not UnitKind.EXTERNAL
        and (ends_in(unit, noun) or (unit.kind is noun.kind and unit.rule == "division"))
    ]
    if said.about is None or not each:
        near = [unit for unit in they(said, book, smallest=False) if unit in fitting]
        if near[1:]:
            return near
    over = (
        said.topic if said.topic is not None and said.topic is not book.root else places.unit_of(said.passage.section)
    )
    under = [unit for unit in fitting if over is not None and unit.is_under(over)]
    return under or (fitting if over is None or over in fitting else [])


def they(said: Said, book: Book, *, smallest: bool = True) -> list[Draft]:
    """The units that a passage has named before a sentence that speaks of them all: the smallest of them."""
    before = said.passage.text[: max(0, said.passage.text.find(said.text))].casefold()
    named = [
        unit
        for unit in book.units[1:]
        if said.passage.n in unit.passages
        and unit.kind is not UnitKind.EXTERNAL
        and any(name.casefold() in before for name in (unit.name, *unit.aliases))
    ]
    low = [unit for unit in named if not any(other.parent is unit for other in named)]
    if not smallest:
        return named
    return low if low[1:] else []
