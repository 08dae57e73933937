"""Who is responsible for the archive, and who keeps it: duties that somebody holds."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from data.importing.recognising.roles.contacts import email_in, phone_in
from data.importing.recognising.roles.mentions import mentions
from data.importing.recognising.roles.telling import Given
from data.importing.recognising.roles.words import listed, says
from data.importing.recognising.statements.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_AND = re.compile(r"[^.;]{0,60}?(?:,\s|\s)(?:och|medan|samt)\s")
_MOST_WORDS = 4
_NEAR = 40
"""Characters before a title that belong to it, or are a name."""
_UNSAID = re.compile(r"\b(?:inte|ingen|inget|saknas|tidigare|var|före)\b")


@functools.cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    duty = rf"(?P<duty>{'|'.join(listed('duty'))})"
    scope = r"(?:\s(?:för|hos|inom|vid|i)\s[^.,;]{1,60}?)?"
    return tuple(
        (rule, re.compile(pattern, re.IGNORECASE))
        for rule, pattern in (
            ("duty-label", rf"^{duty}{scope}\s?:\s?(?P<rest>.{{2,120}})"),
            ("duty-is", rf"^(?:[^\W\d_]{{1,30}}\s){{0,3}}?{duty}{scope}\s(?:är|heter)\s(?P<rest>.{{2,120}})"),
            (
                "duty-of",
                rf"^(?P<rest>.{{2,100}}?)\s(?:är|fungerar\ssom|verkar\ssom)\s(?:också\s|även\s|samtidigt\s)?(?:[^\W\d_]{{2,40}}s\s)?{duty}\b",
            ),
            (
                "duty-appointed",
                rf"^(?:till|som)\s{duty}{scope}\shar\s(?:[^\W\d_]{{1,30}}\s){{0,3}}?utsetts\s(?P<rest>.{{2,100}})",
            ),
            (
                "duty-appointed",
                rf"^(?P<rest>.{{2,100}}?)\s(?:har\sutsetts|är\sutsedd|utses|är\sutsett)\still\s(?:[^\W\d_]{{2,40}}s\s)?{duty}\b",
            ),
        )
    )


def duties_in(text: str) -> Iterator[Given]:
    """The duties that a text says who holds, with the title of the one who does."""
    for part in sentences(text):
        words: str | None = part.text
        while words:
            given, words = _first(words)
            if given:
                yield given


def _first(words: str) -> tuple[Given | None, str | None]:
    """The duty that words begin with, and what goes on after it."""
    for rule, shape in _shapes():
        match = shape.match(words)
        if not match:
            continue
        after = _AND.match(words, match.end())
        rest = words[after.end() :] if after else None
        if _UNSAID.search(match["rest"].lower()[:_NEAR]):
            return None, rest
        holder = holder_in(match["rest"], whole=rule == "duty-label")
        if holder or rule == "duty-label":
            reach = match["rest"] if rule != "duty-of" else ""
            return Given(match["duty"], phone_in(reach), email_in(reach), holder, rule), rest
        return None, rest
    return None, None


def holder_in(words: str, *, whole: bool = False) -> str:
    """The title of who holds a duty, as it stands, without a name; `whole`: where nothing else stands there."""
    bare = re.split(r"[.,;(]", words)[0].strip()
    is_short = whole and 0 < len(bare.split()) <= _MOST_WORDS and not re.search(r"\d|@", bare)
    looks_named = re.search(r"[A-ZÅÄÖ][a-zåäö]{1,20}\s[A-ZÅÄÖ]", bare) is not None
    if is_short and not looks_named and not says("contact-line", bare):
        return bare
    found = [one for one in mentions(words) if not one.is_other]
    return found[0].text if found and found[0].start < _NEAR else ""
