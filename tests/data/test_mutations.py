"""Whatever happens to the files, checking them ends with problems told or with a description that can be used."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from data.audit import audit
from data.checks import check_all
from data.entries import entries

DATA = Path(__file__).parents[2] / "data"
VALID = Path(__file__).parents[1] / "valid"
FILES = (
    "beskrivning.toml",
    "vagledning.toml",
    "platser.toml",
    "original.txt",
    "original.txt.sha256",
    "general/vagledning.toml",
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
    descriptions, report = check_all(root)
    assert all(problem.file and problem.line >= 0 and problem.message for problem in report.problems)
    if not report.errors:
        (description,) = descriptions
        found = entries(description)
        assert len({entry.id for entry in found}) == len(found)
        assert audit(description).findings


def _mutate_and_check(root: Path, authority: str, seed: int, times: int) -> None:
    chance = random.Random(seed)  # noqa: S311  (the same mutations every time)
    places = {name: root / name if "/" in name else root / "descriptions" / authority / name for name in FILES}
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


@pytest.mark.parametrize("seed", range(7))
def test_checking_mutated_real_files_never_fails(seed: int, tmp_path: Path) -> None:
    shutil.copytree(DATA / "descriptions" / "norrkoping-ks", tmp_path / "descriptions" / "norrkoping-ks")
    shutil.copytree(DATA / "general", tmp_path / "general")
    _mutate_and_check(tmp_path, "norrkoping-ks", seed, times=30)


@pytest.mark.parametrize("seed", range(8))
def test_checking_mutated_small_files_never_fails(seed: int, tmp_path: Path) -> None:
    shutil.copytree(VALID / "exempel-namnd", tmp_path / "descriptions" / "exempel-namnd")
    shutil.copytree(VALID / "general", tmp_path / "general")
    _mutate_and_check(tmp_path, "exempel-namnd", seed, times=150)
