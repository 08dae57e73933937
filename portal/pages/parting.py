"""Where a long Swedish word may break: between its parts, since Debian's Chromium has no Swedish hyphenation.

A break is an empty element, whose soft hyphen is the style sheet's (`.shy` in portal.css): it is seen where a word
breaks, and is in no text. What one copies, searches for or reads with a program has the word as it is written.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate, pairwise

from flask import has_app_context
from markupsafe import Markup, escape

from portal.languages import LANGUAGES, ORIGINAL
from portal.services.current import NoGenerationError
from portal.services.services import services

_SWEDISH = LANGUAGES[ORIGINAL].html
_LEAST = 18
"""Letters of a word that may not fit on a line of a heading on the narrowest telephones."""
_LEAST_PART = 4
BREAK = '<span class="shy"></span>'
LONG = rf"(?<![\w./@])[^\W\d_]{{{_LEAST},}}(?![\w/@]|\.\w)"
"""A word that may need to break; no part of an address."""
_LONG = re.compile(LONG)
_SIGN = re.compile(r"(?<=\w)@(?=\w)")


def generation(lang: str) -> str:
    """Which generation's lexicon takes words of a language apart; empty for any but Swedish, and without an index."""
    if lang == _SWEDISH and has_app_context():
        with suppress(NoGenerationError):
            return services().current.get().manifest.digest
    return ""


def broken(word: str) -> str:
    """A word with the places where it may break; as it is where it is no compound, or loses a letter as one."""
    parts = [part.text for part in services().current.get().analyser.lexicon.split(word.lower())]
    if "".join(parts) != word.lower():
        return word
    ends = [
        0,
        *(end for end in accumulate(map(len, parts)) if _LEAST_PART <= end <= len(word) - _LEAST_PART),
        len(word),
    ]
    return BREAK.join(word[start:end] for start, end in pairwise(ends))


def addressed(html: str) -> str:
    """HTML whose e-mail addresses may break after the sign in them, where nothing marks a break."""
    return _SIGN.sub("@<wbr>", html)


def parted(text: str, lang: str) -> Markup:
    """A text in a language, as HTML, with the places where its long words may break."""
    return _parted(text, generation(lang))


@lru_cache(maxsize=1024)
def _parted(text: str, digest: str) -> Markup:
    """Kept for each generation: a heading is shown again and again. What a visitor writes is never shown this way."""
    html = addressed(str(escape(text)))
    return Markup(_LONG.sub(lambda found: broken(found.group()), html) if digest else html)  # noqa: S704  (escaped here)
