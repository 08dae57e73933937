"""The switchboard and the web site of an authority."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from data.importing.outline import Basis
from data.importing.proposal import Told
from data.importing.recognising.particulars.labels import head_lines
from data.importing.recognising.particulars.phrases import pattern

if TYPE_CHECKING:
    from data.importing.outline import Outline

_PHONE = re.compile(r"(?<![\d-])0\d{1,3}[-– ]{1,3}\d{2,3}(?: ?\d{2,3}){1,3}(?!\d)")
_SITE = re.compile(r"(?<![\w.@/])(?:https?://)?(www\.[\w-]{1,40}(?:\.[\w-]{1,30}){1,3})", re.IGNORECASE)
_MAIL = re.compile(r"@([\w-]{1,40}(?:\.[\w-]{1,30}){1,3})")
_NEAR = 45
_FOOT = "Numret står i sidfoten utan ordet växel."


def switchboard_of(outline: Outline) -> Told:
    """The number of the switchboard: by the word in the text or the foot, else the telephone in the foot."""
    for passage in outline.passages:
        number = _by_word(passage.text)
        if number:
            return Told(number, Basis("switchboard", (passage.n,)))
    told = [*head_lines(outline), *(each.text for each in outline.furniture if each.what not in {"sidhuvud", "sidfot"})]
    for line in told:
        number = _by_word(line)
        if number:
            return Told(number, Basis("switchboard", ()))
    lines = head_lines(outline)
    is_labelled = any(pattern("telephone").search(line) for line in lines)
    for line in lines:
        for found in _PHONE.finditer(line) if is_labelled else ():
            if not pattern("not-money").search(line[max(0, found.start() - 20) : found.start()]):
                return Told(found[0], Basis("foot-telephone", (), guessed=True, why=_FOOT))
    return Told()


def _by_word(text: str) -> str:
    """The telephone next to the word for a switchboard: after it, or before it in brackets."""
    for said in pattern("switchboard").finditer(text):
        after = _PHONE.search(text, said.end(), said.end() + _NEAR)
        before = list(_PHONE.finditer(text, max(0, said.start() - _NEAR), said.start()))
        is_bracketed = bool(before) and text[before[-1].end() : said.start()].strip() == "("
        if is_bracketed:
            return before[-1][0]
        if after and not re.search(r"[.;]\s", text[said.end() : after.start()]):
            return after[0]
    return ""


def website_of(outline: Outline, name: str) -> Told:
    """The address of the web site: the one that most is said of, and whose e-mail or name is the authority's."""
    places: dict[str, int] = {}
    hosts: Counter[str] = Counter()
    texts = [(passage.n, passage.text) for passage in outline.passages] + [(0, each.text) for each in outline.furniture]
    for n, text in texts:
        for found in _SITE.finditer(text):
            host = found[1].casefold().rstrip(".-")
            hosts[host] += 1
            places.setdefault(host, n)
    mails = {_owner(found[1]) for _, text in texts for found in _MAIL.finditer(text)}
    plain = _plain(name)
    for host, _ in hosts.most_common():
        owner = _owner(host)
        if owner in mails or any(len(word) > 3 and word in owner for word in plain.split()):  # noqa: PLR2004
            n = places[host]
            return Told(host, Basis("website", (n,) if n else ()))
    return Told()


def _owner(host: str) -> str:
    """The part of a host that is its owner's name."""
    return host.casefold().removeprefix("www.").rsplit(".", 1)[0].rsplit(".", 1)[-1]


def _plain(text: str) -> str:
    return text.casefold().translate(str.maketrans("åäöé", "aaoe"))
