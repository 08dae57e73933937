"""Data files as slips of the hand leave them, and what must hold whatever they have become."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from data.audit import audit
from data.checks import check_all
from data.entries import entries
from data.loader.place import PLACE

if TYPE_CHECKING:
    from pathlib import Path

FILES = (
    "beskrivning.toml",
    "vagledning.toml",
    "platser.toml",
    "aktuellt.toml",
    "original.txt",
    "original.txt.sha256",
    "general/vagledning.toml",
    "general/begrepp.toml",
    PLACE,
)

# What a slip of the hand, a paste or a bad editor may leave on a line.
LINES = (
    "",
    "[",
    "]",
    '"""',
    "= 1",
    "namn = 1",
    'namn = ""',
    "stycken = []",
    'stycken = ["finns-inte"]',
    'under = "kansliet"',
    "citat = [{ }]",
    'citat = "ord"',
    "citat = [1, [2], { stycke = 3 }]",
    "svar = [{ }, { ord = 1, post = [] }]",
    "[myndighet]",
    "[enhet]",
    "[enhet.ny]",
    "[[enhet]]",
    "[handlingsslag.ny]",
    "[ruta.ny]",
    "[foljdfraga.ny]",
    "[plats.ny]",
    "[aktuellt.ny]",
    "[upphord]",
    "[borttagen.ny]",
    "[begrepp.ny]",
    "[hanvisning]",
    "[hanvisning.ny]",
    "hanvisning = 1",
    'begrepp = ["ny"]',
    "kalla = 1",
    'sv = ["ny"]',
    'paragraf = "5 b"',
    "niva = 9",
    "[portal]",
    'farg = "#zzz"',
    'sprak = ["xx"]',
    'logotyp = "a.svg"',
    "[kontakt]",
    "[avgift.ny]",
    '[avsnitt.""]',
    '[stycke."å ä"]',
    "vardagsord = 1979-05-27",
    "kapitel = nan",
    "kapitel = 0xffffffffffffffffffffffffffffffff",
    "text = '''",
    "\ufeff",
    "\x00",
    "121212-1212",
)


def _mutated(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    byte = chance.randrange(len(content))
    new = chance.choice(LINES).encode()
    match chance.choice(
        ("delete", "duplicate", "swap", "replace", "insert", "cut", "byte", "bytes", "truncate", "empty")
    ):
        case "delete":
            del lines[at]
        case "duplicate":
            lines.insert(other, lines[at])
        case "swap":
            lines[at], lines[other] = lines[other], lines[at]
        case "replace":
            lines[at] = new
        case "insert":
            lines.insert(at, new)
        case "cut":
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
        case "byte":
            return content[:byte] + bytes([chance.randrange(256)]) + content[byte + 1 :]
        case "bytes":
            return content[:byte] + content[byte + chance.randrange(1, 40) :]
        case "truncate":
            return content[:byte]
        case _:
            return b""
    return b"\n".join(lines)


def _assert_problems_or_usable(root: Path) -> None:
    checked = check_all(root)
    descriptions, report = checked.descriptions, checked.report
    assert all(problem.file and problem.line >= 0 and problem.message for problem in report.problems)
    if not report.errors:
        (description,) = descriptions
        found = entries(description)
        assert len({entry.id for entry in found}) == len(found)
        assert audit(description).findings


def mutate_and_check(root: Path, authority: str, seed: int, times: int) -> None:
    """Change a file in one to three places, check, put it back: so many times.

    Args:
        root: A folder with one authority's files, of the caller's own.
        authority: Its id.
        seed: The same mutations every time.
        times: How many.

    Raises:
        Exception: Checking failed, or left something that cannot be used; a note tells what the file was.
    """
    chance = random.Random(seed)  # noqa: S311  (the same mutations every time)
    places = {
        name: root / name if "/" in name or name == PLACE else root / "descriptions" / authority / name
        for name in FILES
    }
    there = {name: file for name, file in places.items() if file.exists()}
    for _ in range(times):
        name, file = chance.choice(list(there.items()))
        content = file.read_bytes()
        mutated = content
        for _ in range(chance.randint(1, 3)):
            mutated = _mutated(mutated or b"\n", chance)
        file.write_bytes(mutated)
        try:
            _assert_problems_or_usable(root)
        except Exception as error:
            error.add_note(f"{name} was:\n{mutated.decode('utf-8', 'backslashreplace')}")
            raise
        file.write_bytes(content)
