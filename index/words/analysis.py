"""From text to words: normalised tokens, stems, folded forms, and which words carry content.

What needs no dictionary is here; `index.words.analyser` adds what the lexicon knows.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import Stemmer

from index.words.keeping import kept

LANGUAGES = ("sv", "en", "fi", "ar")
"""Languages with a stemmer here; lättläst Swedish (``latt``) is analysed as Swedish."""

_ALGORITHMS = {"sv": "swedish", "en": "english", "fi": "finnish", "ar": "arabic"}
# Combining marks and invisible characters are no letters to `re`, but part of the word that they stand in.
_WORD = r"[^\W_](?:[^\W_]|[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f])*"
_TOKEN = re.compile(rf"{_WORD}(?:[-\u2010\u2011'’]{_WORD})*")
_INNER = re.compile(r"[-\u2010\u2011'’]")
_ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    # Arabic: the forms of alef, ya and ta marbuta are written one for another.
    {
        "ø": "o",
        "æ": "ae",
        "ß": "ss",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
    }
)
_PLAIN = re.compile(r"[ -~åäöÅÄÖé]*")
"""What most texts are written in: of it, `normalise` changes the case alone."""
_ARABIC_ARTICLE = re.compile(r"^(?:[وفبك]?ال|لل)(?=..)(?!كترون|ماني|بوم)")
_FINNISH = (
    (re.compile(r"(?<=...)[aeiouyäö]+$"), ""),
    (re.compile(r"(?<=[uy])ks$"), "s"),
    (re.compile(r"([kpt])\1(?=.?$)"), r"\1"),
    (re.compile(r"(?<=[aeiouyäöhlrn])d$"), "t"),
)
MAX_WORD_LENGTH = 64
"""Longer words are cut: the longest real Swedish compounds stay well under it."""


class Token(NamedTuple):
    """A word of a text: as normalised, and where it stands."""

    text: str
    start: int
    end: int


def normalise(text: str) -> str:
    """Bring compatible characters and digits together, drop what cannot be seen, and fold case.

    Arabic vowel signs and the tatweel go too. The result may differ in length from the input.
    """
    if _PLAIN.fullmatch(text):
        return text.lower()
    text = unicodedata.normalize("NFKC", text)
    text = "".join(" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in text)
    text = "".join(char for char in text if unicodedata.category(char) not in {"Cf", "Cs", "Co", "Cn"})
    text = re.sub(r"[^\D0-9]", lambda digit: str(unicodedata.decimal(digit.group())), text)
    return unicodedata.normalize("NFC", _ARABIC_MARKS.sub("", text).casefold())


def tokens(text: str) -> list[Token]:
    """Cut a text into words; hyphens and apostrophes inside a word join it (e-post: ``epost``)."""
    words = ((_joined(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text))
    return [Token(*word) for word in words if word[0]]


def words_of(text: str) -> list[str]:
    """The words of `tokens`, and nothing is kept: for who goes through many texts once."""
    return [word for match in _TOKEN.finditer(text) if (word := _join(match.group()))]


def _join(written: str) -> str:
    return _INNER.sub("", normalise(written))[:MAX_WORD_LENGTH]


_joined = kept(_join)


@lru_cache(maxsize=8192)
def entry_tokens(text: str) -> tuple[Token, ...]:
    """The words of an entry's text, kept: the same entries are shown again and again."""
    return tuple(tokens(text))


def hyphen_parts(text: str) -> tuple[str, ...]:
    """The parts of a hyphenated word, normalised: ``HR-avdelningen`` gives ``hr`` and ``avdelningen``."""
    return tuple(part for part in (normalise(piece)[:MAX_WORD_LENGTH] for piece in _INNER.split(text)) if part)


@kept
def stem(word: str, language: str = "sv") -> str:
    """The stem of a normalised word by the Snowball algorithm of the language, helped where it falls short."""
    if language == "ar":
        # Without the article the algorithm takes first letters for prefixes: فواتير becomes واتير. With it, not.
        return _stemmer("ar").stemWord("ال" + _ARABIC_ARTICLE.sub("", fold(word)))
    stemmed = _stemmer(language).stemWord(word)
    return _finnish(stemmed) if language == "fi" else stemmed


def _finnish(stemmed: str) -> str:
    """Bring together what consonant gradation and the nouns in -us part: vakuutus and vakuutuks-, diaari and diaar-."""
    for pattern, replacement in _FINNISH:
        stemmed = pattern.sub(replacement, stemmed)
    return stemmed


def folded(word: str) -> str:
    """The word without diacritics: å, ä, ö and é as a, a, o and e."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word.translate(_LETTERS_WITHOUT_DECOMPOSITION))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


fold = kept(folded)
"""As `folded`, and it is kept: for a question's words, and for a build, which asks for the same ones over and over."""


def content_words(text: str, language: str = "sv") -> list[str]:
    """The words of a text that carry content in that language."""
    return [token.text for token in entry_tokens(text) if not is_stopword(token.text, language)]


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    # Safe to share under gevent: a call never yields, and each worker has one thread.
    # It would keep its last 10,000 words, numbers too, with the order in which they came; without, it is faster.
    return Stemmer.Stemmer(_ALGORITHMS[language], maxCacheSize=0)


@cache
def function_words(kind: str) -> dict[str, frozenset[str]]:
    """Words without content by language; `kind` is ``stopp``, ``svagt`` or ``allmänt`` (see the data file)."""
    of_language: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    text = resources.files("index.words.language").joinpath("function_words.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t"):
        if row["slag"] == kind:
            word = normalise(row["ord"])
            of_language[row["språk"]].add(word if kind == "stopp" else stem(word, row["språk"]))
    return {language: frozenset(words) for language, words in of_language.items()}


def is_stopword(word: str, language: str) -> bool:
    """Whether a normalised word only carries the question, in that language."""
    return word in function_words("stopp")[language]


def is_weak(word: str, language: str) -> bool:
    """Whether a normalised word stands everywhere in such descriptions."""
    return stem(word, language) in function_words("svagt")[language]


def is_general(word: str, language: str) -> bool:
    """Whether a normalised word does not say what a record is about: work, find, latest."""
    return stem(word, language) in function_words("allmänt")[language]
