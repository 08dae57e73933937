"""Roles that a sentence says give information: by whom it is given, whom one asks, who answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.recognising.roles.contacts import email_in, phone_in
from data.importing.recognising.roles.mentions import Mention, mentions
from data.importing.recognising.roles.words import says
from data.importing.recognising.statements.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.importing.recognising.statements.sentences import Sentence

_BY = re.compile(r"(?:^|\s)av\s(?:[^\W\d_]{1,12}\s)?$")
_TO = re.compile(r"\btill\s(?:antingen\s|i första hand\s)?$")
_AT = re.compile(r"\b(?:hos|från|genom|via|av|på)\s(?:att\skontakta\s)?$")
_ALSO = re.compile(
    r"^[\s,()]{0,4}(?:(?:och|eller|samt|alternativt)\s)?(?:(?:också|även|direkt)\s)?(?:av\s|till\s|hos\s|från\s|med\s)?$"
)
_ALSO_ON = re.compile(r"(?:och|eller|samt|,)\s(?:[^.,;]{1,60}\s)?(?:av|till|hos|för\s[^.,;()]{2,40})\s$")
_ABOUT = re.compile(
    r"(?:frågor|fråga|upplysningar|information|kopior|kopia|utdrag)\s(?:om|av|ur|kring|rörande|gällande)\s"
    r"(.{3,100}?)(?=\s(?:lämnas|ges|besvaras|ställs|kan|riktas|beställs|begärs|fås|skickas|görs|hänvisas|tas|får|lämnar)\b|[.,;]|$)",
    re.IGNORECASE,
)
_AS_TO = re.compile(r"i fråga om\s(.{3,80}?)\s(?:av|till|hos)\s$")
_NAMED = re.compile(r"(?:[A-ZÅÄÖ][\w.-]{0,25}\s){1,2}[A-ZÅÄÖ][\w-]{1,25},\s$")
"""A person's name before the title."""
_OURS = re.compile(r"(?i)\bvår(?:t|a)?\s$")
_REACHED = re.compile(r"\snås\b")
_GENERAL = re.compile(
    r"allmänna handlingar|deras användning|handlingarna$|(?:förvaltningens|nämndens|myndighetens|verkets) handlingar",
    re.IGNORECASE,
)


class Given(msgspec.Struct, frozen=True):
    """A role as a text gives it."""

    name: str
    phone: str = ""
    email: str = ""
    about: str = ""
    rule: str = ""


def given_in(text: str, units: Iterable[str], *, in_section: bool) -> Iterator[Given]:
    """The roles that the sentences of a text say give information.

    Args:
        text: A passage or a cell.
        units: Names of the authority's units, in lower case.
        in_section: Whether it stands where the text says who tells more.
    """
    parts = list(sentences(text))
    for at, part in enumerate(parts):
        if not in_section and not (says("object", part.text) and says("records", part.text)):
            continue
        after = _contact_lines(parts[at + 1 :])
        yield from _of_sentence(part.text, after, units, in_section=in_section)


def _contact_lines(parts: Iterable[Sentence]) -> str:
    """The sentences just after that give nothing but ways to reach whoever was named before."""
    lines = []
    for part in parts:
        if not says("contact-line", part.text):
            break
        lines.append(part.text)
    return "\n".join(lines)


def _of_sentence(text: str, after: str, units: Iterable[str], *, in_section: bool) -> Iterator[Given]:
    found = mentions(text, units)
    before_is_given = False
    for at, one in enumerate(found):
        begin = found[at - 1].end if at else 0
        stop = found[at + 1].start if at + 1 < len(found) else len(text)
        rule = _rule(text, one, in_section=in_section)
        if not rule and before_is_given and _goes_on(text[begin : one.start]):
            rule = "also"
        before_is_given = bool(rule)
        if not rule or one.is_other or one.is_generic or (one.is_unit and not in_section):
            continue
        reach = text[one.end : stop] + ("\n" + after if at + 1 == len(found) else "")
        # Who is reached through the switchboard has its number.
        phone, email = phone_in(reach, own=in_section and _REACHED.match(text, one.end) is not None), email_in(reach)
        if phone or email or not _REACHED.match(text, one.end):
            yield Given(one.text, phone, email, _about(text, one), rule)


def _goes_on(between: str) -> bool:
    """Whether a role stands beside the one before it, with nothing but its number and address between."""
    bare = re.sub(
        r"(?i)\(?\b(?:på\s)?(?:telefon|tfn|tel|e-?post)\b\.?|[\w.%+-]{1,64}@[\w.-]{1,100}|[\d–-][\d\s–-]{3,20}",
        "",
        between,
    )
    return _ALSO.match(" ".join(bare.split()) + " " if bare.strip() else " ") is not None or (
        _ALSO_ON.search(between.lower()) is not None
    )


def _rule(text: str, one: Mention, *, in_section: bool) -> str:
    """The rule by which a mention is one of who gives information; empty where none says so."""
    before, after = _OURS.sub("", _NAMED.sub("", text[: one.start])).lower(), text[one.end :].lower()
    if says("contact", before):
        is_asked = in_section or says("object", before)
        return "contact" if (is_asked and not before.rstrip().endswith("är")) or _is_contact_person(before) else ""
    for kind, preposition in (("by", _BY), ("to", _TO), ("at", _AT)):
        if preposition.search(before) and says(kind, before) and (in_section or kind != "at"):
            return f"given-{kind}"
    is_subject = not before.strip() or re.search(r"(?:^|[,(]\s?|och\s|eller\s|samt\s|att\s)$", before) is not None
    if is_subject and says("gives", _without_parentheses(after)):
        return "gives" if in_section or says("object", after[:80]) else ""
    return ""


def _is_contact_person(before: str) -> bool:
    return re.search(r"\bkontakt\w{0,20}\s(?:[^.]{0,40}\s)?är\s$", before) is not None


def _without_parentheses(after: str) -> str:
    """What follows a mention, without the ways to reach it that stand between it and its verb."""
    bare = re.sub(r"\([^)]{0,80}\)", "", after)
    return re.sub(r"^,?\s(?:på\s)?(?:telefon|tfn|tel|e-?post)\b.{0,120}?,\s(?=[a-zåäö]{2,12}\s)", " ", bare)


def _about(text: str, one: Mention) -> str:
    as_to = _AS_TO.search(text[: one.start])
    if as_to:
        return as_to[1]
    found = list(_ABOUT.finditer(text))
    near = [m for m in found if m.start() < one.start] or found
    words = near[-1][1].strip() if near else ""
    return "" if not words or _GENERAL.search(words) or one.text.lower() in words.lower() else words
