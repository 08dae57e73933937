"""Titles of those who drew a document up: never their names."""

from __future__ import annotations

import re

from data.importing.recognising.particulars.phrases import pattern
from data.importing.rules import Rule, rules

_NAMED = re.compile(r"[A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w.-]{0,30}){1,3}, ([a-zåäö][\wåäö -]{3,60})")
_END = re.compile(r"[.;,(]|\s(?:och ersätter|den \d|\d{4}-)")


class TitleRule(Rule, frozen=True, kw_only=True):
    """How words that are titles end."""

    endings: tuple[str, ...]


def title_of(value: str) -> str:
    """The title in what tells who drew a document up; empty where it is a name alone."""
    after_name = _NAMED.match(value)
    if after_name:
        return after_name[1].strip()
    said = pattern("decided").search(value)
    text = _END.split(value[: said.start()] if said else value, maxsplit=1)[0].strip()
    words = text.split(" ")
    kept = [word for at, word in enumerate(words) if not word[:1].isupper() or (at == 0 and is_title(word))]
    while kept and kept[-1] in {"och", "vid", "på", "samt", "i"}:
        kept.pop()
    return " ".join(kept) if any(is_title(word) for word in kept) else ""


def is_title(word: str) -> bool:
    """Whether a word is a title by its end."""
    return word.casefold().endswith(rules("titles", TitleRule)[0].endings)


def named_title(line: str) -> str:
    """The title in a line that is a name and a title: ``Vera Ek, arkivarie``."""
    found = _NAMED.fullmatch(line.strip())
    return found[1].strip() if found and is_title(found[1].split(" ")[0]) else ""
