"""Names of units inside sentences: where one begins and ends, and when two are the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from data.importing.recognising.units.vocabulary import Form, Noun, Role, Strength, noun_of, qualifies, words

_TOKEN = re.compile(
    r"[\w.-]{0,60}\[at\][\w.-]{1,60}|[\w.+-]{1,60}@[\w.-]{1,60}|\w{1,60}(?:[-/‑]\w{1,60}){0,4}-?|[^\w\s]"
)
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-ZÅÄÖ])")
MOST_WORDS = 9
"""A name has no more words than this."""


class Token(NamedTuple):
    """A word or sign and where it stands."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """Its letters without case."""
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        """Whether it is a word and no sign."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


class Mention(NamedTuple):
    """A name in a sentence.

    Attributes:
        name: Its words, without article.
        start: Index of its first token.
        end: Index after its last.
        noun: The noun that tells.
        form: That noun's form.
        bare: Whether the noun stands alone, so that it may point back to a unit already named.
        genitive: Whether it is a genitive.
        alias: A shorter name inside it.
        owner: A genitive before it.
    """

    name: str
    start: int
    end: int
    noun: Noun
    form: Form
    bare: bool = False
    genitive: bool = False
    alias: str = ""
    owner: str = ""

    @property
    def strong(self) -> bool:
        """Whether the name is a unit's wherever it stands."""
        return self.noun.strength is Strength.STRONG and not self.bare


def tokens(text: str) -> list[Token]:
    """Words and signs of a text."""
    return [Token(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def mentions(toks: list[Token]) -> list[Mention]:
    """All names of a sentence in order, none inside another."""
    found: list[Mention] = []
    for at in range(len(toks)):
        if found and at < found[-1].end:
            continue
        mention = mention_at(toks, at)
        if mention is not None:
            if found and mention.start < found[-1].end:
                if not mention.name.startswith(mention.owner or " "):
                    continue
                found.pop()
            found.append(mention)
    return found


def mention_at(toks: list[Token], at: int) -> Mention | None:
    """The name whose noun is the word at a place."""
    token = toks[at]
    if not token.is_word or "@" in token.text or "[at]" in token.text:
        return None
    known, genitive = noun_of(token.text), False
    if known is None and token.low.endswith("s"):
        known, genitive = noun_of(token.text[:-1]), True
    if known is None:
        return None
    noun, form, alone = known
    if token.text.islower() and re.fullmatch(r"\w{5,30}-\w+", token.text):
        return None
    if form in {Form.PLURAL, Form.PLURALS} and noun.plural != noun.base:
        return None
    start = _left(toks, at, form)
    end, alias = (at + 1, "") if genitive else _right(toks, at, known)
    bare = alone and start == at and end == at + 1
    if bare and form is Form.BASE and start and _owns(toks[start - 1]):
        start, bare = start - 1, False
    name = spelled(toks[start:end], genitive_last=genitive and end == at + 1)
    owner = (
        toks[start].text
        if _owns(toks[start]) and start < at
        else toks[start - 1].text
        if start and toks[start - 1].is_word and toks[start - 1].low.endswith("s")
        else ""
    )
    return Mention(name, start, end, noun, form, bare, genitive, alias, owner)


def _owns(token: Token) -> bool:
    """Whether a word is a board's name in the genitive: *kommunstyrelsens*."""
    known = noun_of(token.text[:-1]) if token.is_word and token.low.endswith("ens") else None
    return bool(known and known[0].strength is Strength.BOARD and not known[2])


def _left(toks: list[Token], at: int, form: Form) -> int:
    start = at
    while start > 1 and toks[start - 1].text in {"och", "&", ",", "samt"} and toks[start - 2].text.endswith("-"):
        start -= 2
    if start == at and at and qualifies(toks[at - 1].text):
        before = toks[at - 1].low
        owned = at > 1 and toks[at - 2].low.endswith("s")
        if (before[-1] in "ae") == (form is Form.DEFINITE or owned):
            start = at - 1
            if start > 1 and toks[start - 1].text == "och" and toks[start - 2].text.endswith("-"):
                start -= 2
    return start


def _right(toks: list[Token], at: int, known: tuple[Noun, Form, bool]) -> tuple[int, str]:
    """Where a name ends, and the shorter name in it: a number, *för* and what for, or a name of its own."""
    noun, form, alone = known
    after = toks[at + 1] if at + 1 < len(toks) else None
    board = noun.strength is Strength.BOARD
    if after is None:
        return at + 1, ""
    if not board and ((form is Form.BASE and _NUMBER.fullmatch(after.text)) or (alone and after.text.isdigit())):
        return at + 2, ""
    purpose = form is Form.BASE and noun.base in words(Role.INDEFINITE)
    if alone and after.text == "för" and not board and not purpose:
        end = _noun_phrase(toks, at + 2)
        return (end if end > at + 2 else at + 1), ""
    if board or not (alone or (form is Form.DEFINITE and noun.strength is not Strength.STRONG)):
        return at + 1, ""
    if after.is_capital and after.is_word and "@" not in after.text:
        end = _proper(toks, at + 1)
        return end, spelled(toks[at + 1 : end])
    return at + 1, ""


def _noun_phrase(toks: list[Token], at: int) -> int:
    """Where the words after *för* end: at a verb, a sign, or *och* before another name."""
    end = at
    if at < len(toks) and toks[at].low in words(Role.KEPT):
        return at
    while end < len(toks) and end - at < MOST_WORDS:
        token = toks[end]
        if not token.is_word:
            if not _runs_on(toks, end):
                break
        elif (
            token.low in words(Role.VERB)
            or token.low in {"som", "där", "samt", "via", "när", "på", "hos"}
            or (token.low in {"och", "eller"} and _ends_at(toks, end))
        ):
            break
        end += 1
    while end > at and toks[end - 1].low in {"och", "eller", "en", "ett"}:
        end -= 1
    return end


def _runs_on(toks: list[Token], comma: int) -> bool:
    """Whether a comma joins words of one name: *för plan, bygg och miljö*."""
    if toks[comma].text != "," or comma + 3 > len(toks) - 1:
        return False
    return toks[comma + 1].is_word and toks[comma + 2].low == "och" and not _ends_at(toks, comma)


def _ends_at(toks: list[Token], at: int) -> bool:
    """Whether what follows a conjunction is a name of its own, or a new clause."""
    if at + 1 >= len(toks):
        return True
    following = toks[at + 1 : at + 4]
    if following[0].low in words(Role.VERB) or following[0].low in words(Role.ARTICLE) | {"en", "ett", "i"}:
        return True
    for token in following:
        if not token.is_word or token.low in {"och", "för", "samt"} or token.low in words(Role.VERB):
            return False
        known = noun_of(token.text)
        if known and known[0].strength is not Strength.BOARD and known[1] is Form.DEFINITE:
            return True
    return False


def _proper(toks: list[Token], at: int) -> int:
    """Where a name of capitals ends: *Stöd och omsorg*."""
    end = at + 1
    while end < len(toks) and end - at < MOST_WORDS:
        if toks[end].is_word and toks[end].is_capital:
            end += 1
        elif toks[end].text == "och" and end + 1 < len(toks) and _goes_on(toks, end + 1):
            end += 2
        else:
            break
    return end


def _goes_on(toks: list[Token], at: int) -> bool:
    following = toks[at + 1] if at + 1 < len(toks) else None
    known = noun_of(toks[at].text)
    if not toks[at].is_word or toks[at].low in words(Role.VERB) or (known and known[1] is not Form.BASE):
        return False
    return toks[at].text.islower() and (following is None or not following.is_word or following.low in words(Role.VERB))


def spelled(toks: list[Token], *, genitive_last: bool = False) -> str:
    """Tokens as words again, spaced as they stood."""
    text = ""
    for before, token in zip([None, *toks], toks, strict=False):
        text += (" " if before is not None and token.start > before.end else "") + token.text
    return text[:-1] if genitive_last and text.endswith("s") else text


def capital(name: str) -> str:
    """A name with a capital first."""
    return name[:1].upper() + name[1:]


def definite(mention: Mention) -> str:
    """The definite form of a compound name: *arbetsutskott*: *arbetsutskottet*."""
    if mention.form is Form.BASE and mention.name.casefold().endswith(mention.noun.base):
        return mention.name[: len(mention.name) - len(mention.noun.base)] + mention.noun.definite
    return mention.name


def key(name: str) -> str:
    """What two names of one unit share: nouns in their base form, adjectives without endings."""
    parts = [part for part in re.findall(r"[\w&-]+", name.casefold()) if part not in words(Role.ARTICLE)]
    if parts[1:2] == ["och"] and parts[2:] == parts[-1:] and parts[0].endswith("-"):
        known = noun_of(parts[2])
        if known is not None:
            last = parts[2][: len(parts[2]) - len(getattr(known[0], known[1].value))]
            return "- och ".join(sorted((parts[0].strip("-"), last))) + known[0].base
    return " ".join(_stem(part) for part in parts)


def prefix(name: str) -> str:
    """What a compound name says before its noun: *personal* of *Personalavdelningen*; empty where it has more words."""
    known = noun_of(name) if " " not in name else None
    return name[: len(name) - len(getattr(known[0], known[1].value))].casefold() if known else ""


def _stem(word: str) -> str:
    known = noun_of(word) if word not in words(Role.NEVER) else None
    if known is not None:
        noun, form, _ = known
        return word[: len(word) - len(getattr(noun, form.value))] + noun.base
    return word[:-1] if word[-1:] in "ate" and qualifies(word) else word
