"""E-mail addresses and telephone numbers of units: where a unit is said to be reached there, or they stand in its own part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import Subject
from data.importing.recognising.units.heads import before
from data.importing.recognising.units.naming import key
from data.importing.recognising.units.vocabulary import Role, words

if TYPE_CHECKING:
    from data.importing.recognising.units.drafts import Book, Draft
    from data.importing.recognising.units.places import Places, Said

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,60}(?:@|\s?\[at\]\s?|\s?\(at\)\s?)[\w-]{1,60}(?:\.[\w-]{1,40}){1,4}")
PHONE = re.compile(r"(?<![\w/.:-])(?:\+46[ -]?(?:\(0\))?|0)\d{1,3}[-–/ ]{1,3}\d{1,4}(?: ?\d{2,3}){1,3}(?![\w-]|[.:]\d)")
_FAX = re.compile(r"(?:fax|telefax|faxnummer|org\.?nr|organisationsnummer|bankgiro|plusgiro|dnr|diarienummer|sms)[\w :.-]{0,14}$", re.I)
_SWITCHBOARD = re.compile(r"^(?:växel|växeln|telefon,? växel|telefon \(växel\)|växeltelefon)\b", re.I)
_DIRECT = re.compile(r"^\s*(?:,|\(|:|har|nås|på|via|med|telefon|tfn|tel|e-post|och|\.|finns|är öppen|eller)*\s*", re.I)
_OTHER = re.compile(r"^(?:telefon|tfn|tel|e-post|mejl|direkttelefon)\w*\.?:? (?:till|för) (\w+)", re.I)
_SAME = re.compile(r"\bsamma (?:e-post|telefon|adress)\w* som\b")
_SHARED = re.compile(r"gemensam\w* för (?:hela )?(\w+)")
_NONE = re.compile(r"\b(?:inget|ingen|inte|saknar)\b[^.]{0,40}\b(?:telefon|e-post)\w*(?! utan)")


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
    if other or (_SWITCHBOARD.match(said.text) and what == "phone"):
        return
    whom = _whose(said, places, book, match.start())
    if whom is None:
        return
    if what == "email" and _slug_of(value) not in {"", _slug(whom.name)} and _is_role_address(said, match.start()):
        return
    whom.set(what, value, said.passage.n, "reached-at")
    whom.tells(said.passage.n)
    shared = _SHARED.search(said.text)
    if shared and whom.parent is not None and whom.parent is not book.root:
        whom.parent.set(what, value, said.passage.n, "reached-at")


def _is_role_address(said: Said, at: int) -> bool:
    return _role_before(said, 0, at)


def _whose(said: Said, places: Places, book: Book, at: int) -> Draft | None:
    """Whose an address or number at a place in a sentence is."""
    if _SAME.search(said.text):
        return said.topic
    informing = bool({Subject.INFORMATION, Subject.REGISTRATION, Subject.FINDING_AIDS} & set(said.passage.subjects))
    near = _nearest(said, book, at)
    if near is not None:
        unit, end = near
        if _role_before(said, end, at):
            return None
        if not informing or _is_direct(said.text[end:at]):
            return unit
    if informing or _role_before(said, 0, at):
        return None
    if near is None and places.is_of_organisation(said.passage):
        topic = said.topic
        return topic if topic is not book.root or _reached(said.text) else None
    return None


def _reached(text: str) -> bool:
    return bool(re.search(r"\b(?:nås|kontaktas|når du|telefon|e-post)", text, re.I))


def _nearest(said: Said, book: Book, at: int) -> tuple[Draft, int] | None:
    """The unit named nearest before a place, and where its name ends."""
    for mention in reversed(said.names):
        end = said.toks[mention.end - 1].end
        if end <= at:
            known = book.meant(mention, said.topic)
            if known is None and mention.genitive:
                continue
            if known is not None:
                return (said.topic or known, end) if mention.genitive and known is book.root else (known, end)
    return None


def _is_direct(between: str) -> bool:
    """Whether only such words stand between that say that the number is of what was named."""
    rest = EMAIL.sub("", PHONE.sub("", between))
    return not re.sub(r"[\s,.():]|\b(?:har|nås|på|via|med|telefon|tfn|tel|e-post|och|eller|finns|besöksadress|e-postadress)\b", "", rest, flags=re.I)


def _role_before(said: Said, start: int, at: int) -> bool:
    """Whether a role, whose the number then is, stands between two places."""
    inside = [token.low for token in said.toks if start <= token.start < at]
    return any(low in words(Role.ANSWERER) or low.endswith(("registratorn", "registrator", "chefen", "direktören")) for low in inside)


def by_address(said: Said, book: Book) -> None:
    """A unit's own name as an address says whose it is: *kommunarkivet@…*."""
    for match in EMAIL.finditer(said.text):
        slug = _slug_of(match.group())
        whom = next((unit for unit in book.units if slug and slug == _slug(unit.name)), None)
        if whom is None:
            continue
        phones = [phone for phone in PHONE.finditer(said.text) if not _FAX.search(said.text[: phone.start()])]
        if phones and not whom.phone:
            nearest = min(phones, key=lambda phone: abs(phone.start() - match.start()))
            if whom.email != match.group():
                whom.set("phone", nearest.group(), said.passage.n, "address-of-name")
        whom.set("email", match.group(), said.passage.n, "address-of-name")


def _slug(name: str) -> str:
    plain = name.casefold().translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub(r"\W", "", plain)


def _slug_of(email: str) -> str:
    return re.sub(r"\W", "", re.split(r"@|\s?\[at\]", email)[0].casefold())


__all__ = ["EMAIL", "PHONE", "before", "by_address", "key", "of_sentence"]
