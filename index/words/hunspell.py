"""Reads the Swedish Hunspell dictionary (package ``hunspell-sv``, LGPL-3) and compiles it into a lexicon's files."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from pathlib import Path

import marisa_trie
import msgspec

WORDS = "lexicon.marisa"
RULES = "lexicon.json"

_LINKS = frozenset("zgyhxwvfuits")
"""Suffix classes that make the form a word takes before another part: -a-, -e-, -o-, -u-, -s-, -es-."""


class Rule(msgspec.Struct, frozen=True, array_like=True):
    """A suffix rule turned round: take `add` off, put `strip` on, and the base must match and have the flag."""

    flag: str
    strip: str
    add: str
    condition: str


class Rules(msgspec.Struct, frozen=True):
    """The suffix rules: those that inflect, and those that make what stands before another part of a compound."""

    inflections: list[Rule]
    links: list[Rule]


def compile_lexicon(folder: Path) -> None:
    """Read the installed Hunspell dictionary and write the lexicon's two files into a folder."""
    for name, content in _compiled().items():
        (folder / name).write_bytes(content)  # not the trie's save(): with a full disk that raises no OSError


@cache
def _compiled() -> dict[str, bytes]:
    """The lexicon's files by name; a process that builds several generations reads the dictionary once."""
    dictionary, affixes = (_installed(name).read_text("utf-8") for name in ("sv_SE.dic", "sv_SE.aff"))
    flags: dict[str, str] = {}
    for line in dictionary.splitlines()[1:]:
        written, _, rest = line.strip().partition("/")
        if word := written.lower():
            flags[word] = flags.get(word, "") + (rest.split()[0] if rest else "")
    in_order = {each: "".join(sorted(set(each))).encode() for each in set(flags.values())}
    words = marisa_trie.BytesTrie((word, in_order[each]) for word, each in flags.items())
    return {WORDS: words.tobytes(), RULES: msgspec.json.encode(_read_rules(affixes))}


def _read_rules(affixes: str) -> Rules:
    """Suffix rules: those that lead on to a compound (flag W) are links, the others inflections."""
    rules = Rules([], [])
    for line in affixes.splitlines():
        fields = line.split()
        if len(fields) < len(("SFX", "flag", "strip", "add", "condition")) or fields[0] != "SFX":
            continue
        flag, strip, (add, _, continued), condition = fields[1], fields[2], fields[3].partition("/"), fields[4]
        rule = Rule(flag, "" if strip == "0" else strip, "" if add == "0" else add, condition)
        if "W" in continued:
            if flag in _LINKS:
                rules.links.append(rule)
        else:
            rules.inflections.append(rule)
    return rules


def _installed(name: str) -> Path:
    """Where the dictionary's package put a file."""
    for path in metadata.files("hunspell-sv") or ():
        if path.name == name:
            return Path(path.locate())
    message = f"hunspell-sv has no {name}; reinstall it"
    raise FileNotFoundError(message)
