"""Names of authorities in running text, in their base form: ”bygg- och miljönämndens” is *bygg- och miljönämnden*."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

import msgspec

from data.importing.recognising.particulars.phrases import SayingRule
from data.importing.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(r"[^\W_][\w-]*(?::\w{1,3})?")
_PLACE = re.compile(
    r" (?:i|inom|över|på)(?: (?:Region|Landstinget))?(?: [A-ZÅÄÖ][\wåäö-]{1,30}){1,3}"
    r"(?: (?:kommuns?|stads?|läns?|landsting))?(?!\w)"
)
_NOUN = r"(?:[a-zåäö]{2,20}(?:al|ala|lig|liga|ligt|isk|iska|iskt|ell|ella) )?[a-zåäö]{3,30}"
_FOR = re.compile(rf" för {_NOUN}(?:(?:,| och|-,?)(?: och)? {_NOUN}){{0,3}}")
_AFTER = re.compile(r"\s{0,2}(?:allmänna|arkiv|handlingar|beskrivning|dokument|informations)", re.IGNORECASE)
_MOST_LEFT = 3


class AuthorityRule(Rule, frozen=True, kw_only=True):
    """What the names of a kind of authority have as their head word.

    Attributes:
        kind: What such an authority is.
        heads: The head word, or its end (``*`` first).
        generic: What the text calls it; ``*`` for its head word.
        alone: Whether the head word alone is a name.
        extends: Whether a name of a place may follow it.
    """

    kind: str
    heads: tuple[str, ...]
    generic: str = ""
    alone: bool = False
    extends: bool = False


class Name(msgspec.Struct, frozen=True):
    """A name of an authority.

    Attributes:
        root: Its name without the municipality that it belongs to.
        place: What follows it with *i* or *över*: ``i Tallmo kommun``.
        head: Its head word, in small letters.
        rule: The rule that told it.
        start: Where it begins in the text.
    """

    root: str
    place: str
    head: str
    rule: AuthorityRule
    start: int = 0

    @property
    def is_board(self) -> bool:
        """Whether it belongs to a municipality or a region."""
        return is_municipal(self.rule)

    @property
    def whole(self) -> str:
        """Its name with the place."""
        return (self.root + self.place).strip()


def is_municipal(rule: AuthorityRule) -> bool:
    """Whether what a rule tells of belongs to a municipality or a region."""
    return rule.id in {"municipal-board", "executive", "municipal-body"}


def names_in(text: str, known: str = "") -> list[Name]:
    """The names of authorities in a text, in order.

    Args:
        text: The text.
        known: The whole document, to tell a genitive's base form by.
    """
    words = list(_TOKEN.finditer(text))
    found = (_name(text, words, at, known) for at in range(len(words)))
    return [name for name in found if name is not None]


def _name(text: str, words: Sequence[re.Match[str]], at: int, known: str) -> Name | None:
    told = _head(words[at][0], is_named=bool(_FOR.match(text, words[at].end())))
    if told is None:
        return None
    rule, base, stem = told
    start = _leftmost(text, words, at)
    end = words[at].end()
    right, end = _right(text, end, rule, is_genitive=base != words[at][0], known=known)
    left = text[words[start].start() : words[at].start()]
    place = _place(text, end, known) if not right else ""
    if not _is_name(rule, stem, base, left, right + place):
        return None
    base += "en" if is_municipal(rule) and rule.kind.endswith(stem) else ""
    root = _capital(_as_written(left + base + right, known))
    return Name(root, place, base.casefold(), rule, words[start].start())


def _as_written(root: str, known: str) -> str:
    """A name in capitals as the text writes it elsewhere."""
    if not root.isupper():
        return root
    found = (match[0] for match in re.finditer(re.escape(root), known, re.IGNORECASE) if not match[0].isupper())
    return next(found, root)


def _is_name(rule: AuthorityRule, stem: str, base: str, left: str, right: str) -> bool:
    """Whether a head word with what stands around it is a name, and no common word."""
    is_bare = base.casefold() == stem
    if rule.alone:
        return is_municipal(rule) or base[:1].isupper()
    if rule.kind == "" or rule.id == "court":
        return bool(left or right)
    if is_municipal(rule):
        return bool(left) or not is_bare or right.startswith(" för ")
    return left[:1].isupper() or right.startswith(" för ") or (base[:1].isupper() and (not is_bare or bool(right)))


@functools.lru_cache(maxsize=4096)
def _head(token: str, *, is_named: bool) -> tuple[AuthorityRule, str, str] | None:
    """The rule of a head word, the word in its base form, and the end that told it.

    Args:
        token: The word.
        is_named: Whether what follows makes a name of a common word: *Myndigheten för …*.
    """
    bare = token.partition(":")[0]
    for base in (bare, bare[:-1] if bare.endswith("s") else ""):
        small = base.casefold()
        if not base or (is_never(small) and not (is_named and base[:1].isupper())):
            continue
        for rule in rules("authorities", AuthorityRule):
            for head in rule.heads:
                stem = head.removeprefix("*")
                if small == stem or (head != stem and small.endswith(stem) and "-" not in small[-len(stem) - 1 :]):
                    return rule, base, stem
    return None


def is_never(word: str) -> bool:
    """Whether a word, in small letters, is no part of a name."""
    return any(word == never or (never[0] == "*" and word.endswith(never[1:])) for never in _words("never-a-name"))


@functools.cache
def _words(rule: str) -> frozenset[str]:
    return frozenset(next(each for each in rules("adjectives", SayingRule) if each.id == rule).words)


def _leftmost(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """The first word of a name: *Barn- och*, *Tekniska*, *Statens*, *Sjönäs*."""
    start, head_is_small = at, words[at][0][:1].islower()
    while start > 0:
        gap = text[words[start - 1].end() : words[start].start()]
        before = words[start - 1][0]
        if start > 1 and gap == " " and before in {"och", "samt"} and words[start - 2][0].endswith("-"):
            start -= 2
        elif (gap == ", " and before.endswith("-") and start < at) or (
            gap == " "
            and at - start < _MOST_LEFT
            and _belongs(before, head_is_small=head_is_small, is_first=start == 1)
        ):
            start -= 1
        else:
            break
    return start


def _belongs(word: str, *, head_is_small: bool, is_first: bool) -> bool:
    small = word.casefold()
    if small in _words("before-head"):
        return True
    is_name = word[:1].isupper() and not is_never(small)
    return is_name and (head_is_small or word.isupper() is False) and not (is_first and small.endswith("en"))


def _right(text: str, end: int, rule: AuthorityRule, *, is_genitive: bool, known: str) -> tuple[str, int]:
    """What follows the head word and belongs to the name: *Högskolan Granfors*, *Nämnden för …*."""
    if is_genitive:
        return "", end
    after = re.compile(r"(?: [A-ZÅÄÖ][\wåäö-]{1,30}){1,2}(?!\w)").match(text, end) if rule.extends else None
    if (
        after and after[0].split()[0].isupper() == text[:end].rsplit(None, 1)[-1].isupper()
    ):  # a page head goes on in capitals
        return _base(after[0], text, after.end(), known), after.end()
    said = _FOR.match(text, end) if rule.kind else None
    return (_base(said[0], text, said.end(), known), said.end()) if said else ("", end)


def _place(text: str, end: int, known: str) -> str:
    found = _PLACE.match(text, end)
    if not found:
        return ""
    place = re.sub(r" (kommun|stad|län)s$", r" \1", found[0])
    return _base(place, text, found.end(), known) if place == found[0] else place


def _base(words: str, text: str, end: int, known: str) -> str:
    """A name's last word without the genitive's s, where the document has it so elsewhere."""
    last = words.rsplit(" ", 1)[-1]
    if not last.endswith("s") or not _AFTER.match(text, end):
        return words
    without = len(re.findall(rf"(?<!\w){re.escape(last[:-1])}(?!\w)", known))
    return words[:-1] if without or _count(last, known) <= 1 else words


def _count(word: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
