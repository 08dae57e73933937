"""E-mail addresses and numbers of units: where a unit is said to be reached there, or they stand in its own part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Subject
from data.importing.recognising.units import every
from data.importing.recognising.units.vocabulary import Role, words

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.places import Places, Said

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,60}(?:@|\s?\[at\]\s?|\s?\(at\)\s?)[\w-]{1,60}(?:\.[\w-]{1,40}){1,4}")
PHONE = re.compile(r"(?<![\w/.:-])(?:\+46[ -]?(?:\(0\))?|0)\d{1,3}[-–/ ]{1,3}\d{1,4}(?: ?\d{2,3}){1,3}(?![\w-]|[.:]\d)")
_FAX = re.compile(
    r"(?:fax|telefax|faxnummer|org\.?nr|organisationsnummer|bankgiro|plusgiro|dnr|diarienummer|sms)[\w :.-]{0,14}$",
    re.IGNORECASE,
)
_SWITCHBOARD = re.compile(r"^(?:växel|växeln|telefon,? växel|telefon \(växel\)|växeltelefon)\b", re.IGNORECASE)
_DIRECT = re.compile(
    r"^\s*(?:,|\(|:|har|nås|på|via|med|telefon|tfn|tel|e-post|och|\.|finns|är öppen|eller)*\s*", re.IGNORECASE
)
_OTHER = re.compile(r"^(?:telefon|tfn|tel|e-post|mejl|direkttelefon)\w*\.?:? (?:till|för) (\w+)", re.IGNORECASE)
_SAME = re.compile(r"\bsamma (?:e-post|telefon|adress)\w* som\b")
_BRACKETED = re.compile(r" \([^()]{0,80}?\b(?:e-post|mejl|telefon|tfn|tel)\.?:? ?", re.IGNORECASE)
_BEFORE = re.compile(r"[ ,(:]{0,3}(?:\b(?:telefon|tfn|tel|e-post|på)\b[.:]{0,2})?[ ,(:]{0,3}$")
_SHARED = re.compile(r"gemensam\w* för (?:hela )?(\w+)")
_SHARE = re.compile(
    r"(?:De|Dessa|Båda|Bägge|Samtliga|Alla)(?: \w{4,20})? (?:delar|har (?:en )?gemensam|har samma|nås|använder samma)"
)
_OWN_LINE = re.compile(r"(?:Tfn|Tel|Telefon)\b[.:]? ?0[\d -]{5,16} \(växel\w{0,2}\)\.?$")
_ELLIPTIC = re.compile(
    r"(?:e-post|telefon|tfn|tel|mejl|direkt|den|det|nås|leds|kontakt|ring|du når|adress|chef|\\W|\\d)", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:nås|kontaktas|[Kk]ontakt tas|når du|når man)\b")


def of_sentence(said: Said, places: Places, book: Book) -> None:
    """Give units the addresses and numbers that a sentence says are theirs."""
    for match in EMAIL.finditer(said.text):
        _give(said, places, book, "email", match)
    for match in PHONE.finditer(said.text):
        if not _FAX.search(said.text[: match.start()]):
            _give(said, places, book, "phone", match)


def _give(said: Said, places: Places, book: Book, what: str, match: re.Match[str]) -> None:
    value = match.group()
    other = _OTHER.match(said.text)
    named = next((m for m in said.names if other and said.toks[m.start].start == other.start(1)), None)
    if other:
        meant = book.meant(named, said.near) if named is not None else None
        if meant is not None:
            meant.set(what, value, said.passage.n, "reached-at")
        return
    if what == "phone" and _SWITCHBOARD.match(said.text):
        return
    if _SHARE.match(said.text):
        for unit in every.they(said, book):
            unit.set(what, value, said.passage.n, "reached-at")
        return
    whom, direct = _whose(said, places, book, match.start())
    if whom is None:
        return
    own_line = places.of_passage.get(said.passage.n) is whom and _OWN_LINE.match(said.text)
    told = direct or own_line or _REACHED.search(said.text)
    if what == "phone" and not told and _digits(value) == book.switchboard:
        return
    whom.set(what, value, said.passage.n, "reached-at")
    whom.tells(said.passage.n)
    _share(said, book, whom, what, value)


def _share(said: Said, book: Book, whom: Draft, what: str, value: str) -> None:
    """*gemensam för båda*: all that a passage named have it; *för hela kontoret*: the one above."""
    shared = _SHARED.search(said.text)
    if shared and shared[1] in {"båda", "bägge", "alla", "dem", "samtliga"}:
        for unit in said.before:
            unit.set(what, value, said.passage.n, "reached-at")
    elif shared and whom.parent is not None and whom.parent is not book.root:
        whom.parent.set(what, value, said.passage.n, "reached-at")


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def _whose(said: Said, places: Places, book: Book, at: int) -> tuple[Draft | None, bool]:
    """Whose an address or number at a place in a sentence is, and whether the name stands right before it."""
    if _SAME.search(said.text):
        return said.topic, True
    spoken = _named_before(said.text[:at], book)
    if spoken is not None:
        return spoken, True
    informing = bool({Subject.INFORMATION, Subject.REGISTRATION, Subject.FINDING_AIDS} & set(said.passage.subjects))
    near = _nearest(said, book, at)
    if near is None:
        return (None if informing or _role_before(said, 0, at) else _spoken_of(said, places, book)), False
    unit, end = near
    direct = _is_direct(said.text[end:at]) or bool(_BRACKETED.fullmatch(said.text[end:at]))
    if _BRACKETED.fullmatch(said.text[end:at]):
        return unit, True
    its = not _role_before(said, end, at) and (not informing or direct)
    return (unit if its else None), direct and its


def _named_before(text: str, book: Book) -> Draft | None:
    """The unit whose own name stands right before an address, with no noun that tells: *Kontakt Ekby, 0999-…*."""
    low = _BEFORE.sub("", text.casefold())
    return next(
        (
            unit
            for unit in book.units[1:]
            if " " in unit.name
            and low.endswith(f" {unit.name.casefold()}")
            and not low.removesuffix(unit.name.casefold()).endswith((" vid ", " på ", " inom ", " hos "))
        ),
        None,
    )


def _spoken_of(said: Said, places: Places, book: Book) -> Draft | None:
    """The unit that an address with no name before it belongs to: that of its own part of the text."""
    if not places.is_of_organisation(said.passage):
        return None
    if not said.own and said.about is None and not _ELLIPTIC.match(said.text):
        return None
    return said.topic if said.topic is not book.root or _reached(said.text) else None


def _reached(text: str) -> bool:
    return bool(re.search(r"\b(?:nås|kontaktas|når du|telefon|e-post)", text, re.IGNORECASE))


def _nearest(said: Said, book: Book, at: int) -> tuple[Draft, int] | None:
    """The unit named nearest before a place, and where its name ends."""
    for mention in reversed(said.names):
        end = said.toks[mention.end - 1].end
        if end <= at:
            known = book.meant(mention, said.near)
            if known is None and mention.genitive:
                continue
            part = _part_at(said, mention.start, book)
            if known is not None and part is not None and part.parent is known:
                return part, end
            if known is not None:
                return (said.topic or known, end) if mention.genitive and known is book.root else (known, end)
    return None


def _part_at(said: Said, at: int, book: Book) -> Draft | None:
    """The unit named right before the one that it is said to be at: *expeditionen vid avdelningen*."""
    part = next(
        (m for m in said.names if m.end == at - 1 and said.toks[at - 1].low in {"vid", "på", "inom", "hos"}), None
    )
    return book.named(part.name) if part is not None else None


def _is_direct(between: str) -> bool:
    """Whether only such words stand between that say that the number is of what was named."""
    rest = EMAIL.sub("", PHONE.sub("", between))
    return not re.sub(
        r"[\s,.():]|\b(?:har|nås|på|via|med|telefon|tfn|tel|e-post|och|eller|finns|besöksadress|e-postadress)\b",
        "",
        rest,
        flags=re.IGNORECASE,
    )


def _role_before(said: Said, start: int, at: int) -> bool:
    """Whether a role, whose the number then is, stands between two places."""
    inside = [token.low for token in said.toks if start <= token.start < at]
    for own in ("nås", "har"):
        if own in inside:
            inside = inside[inside.index(own) :]
    return any(
        low in words(Role.ANSWERER) or low.endswith(("registratorn", "registrator", "chefen", "direktören"))
        for low in inside
    )


def by_address(text: str, n: int, book: Book) -> None:
    """A unit's own name as an address says whose it is: *kommunarkivet@…*."""
    for match in EMAIL.finditer(text):
        slug = _slug_of(match.group())
        whom = next((unit for unit in book.units if slug and slug in map(_slug, (unit.name, *unit.aliases))), None)
        if whom is None:
            continue
        phones = [phone for phone in PHONE.finditer(text) if not _FAX.search(text[: phone.start()])]
        if phones and not whom.phone:
            nearest = min(phones, key=lambda phone: abs(phone.start() - match.start()))
            if whom.email != match.group():
                whom.set("phone", nearest.group(), n, "address-of-name")
        whom.set("email", match.group(), n, "address-of-name")


def _slug(name: str) -> str:
    plain = name.casefold().translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub(r"\W", "", plain)


def _slug_of(email: str) -> str:
    return re.sub(r"\W", "", re.split(r"@|\s?\[at\]", email)[0].casefold())
