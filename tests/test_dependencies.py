"""Every package is pinned with hashes, and each that we name ourselves has its reasons written down."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

from tests.support import REPOSITORY

LOCKS = ("requirements.txt", "requirements-import.txt", "requirements-dev.txt")
HTML = REPOSITORY / "tests" / "html"
"""Where npm's files are: what checks HTML is no Python."""
_PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9._-]*)==[^\s\\]+(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)")
_COLUMNS = ("package", "why", "licence", "upkeep", "without it")


def pins(lock: str) -> list[str]:
    """A lock file's requirements, a line each, without comments."""
    text = (REPOSITORY / lock).read_text("utf-8").replace("\\\n", " ")
    lines = (re.sub(r"\s+", " ", line.partition("#")[0]).strip() for line in text.splitlines())
    return [line for line in lines if line]


def named() -> set[str]:
    """The packages that pyproject.toml names, and those that the tests have from npm."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    found = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    from_npm = json.loads((HTML / "package.json").read_bytes())["devDependencies"]
    return {*(re.split(r"[\[<>=~! ]", each)[0] for each in found), *from_npm}


def rows() -> dict[str, list[str]]:
    """The rows of docs/dependencies.md about packages, by package."""
    text = (REPOSITORY / "docs" / "dependencies.md").read_text("utf-8")
    tables = [part.splitlines() for part in text.split("\n\n") if part.startswith(f"| {_COLUMNS[0]} |")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for table in tables for line in table[2:]]
    return {row[0].split(" ")[0]: row for row in cells}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_one_version_with_hashes(lock: str) -> None:
    assert [line for line in pins(lock) if not _PIN.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_says_nothing_of_where_packages_come_from(lock: str) -> None:
    assert "://" not in (REPOSITORY / lock).read_text("utf-8")


def test_what_comes_from_npm_has_a_hash_too_and_its_lock_says_nothing_of_where_it_comes_from() -> None:
    text = (HTML / "package-lock.json").read_text("utf-8")
    packages = {name: each for name, each in json.loads(text)["packages"].items() if name}
    assert packages
    assert [name for name, each in packages.items() if not each["integrity"].startswith("sha512-")] == []
    assert "://" not in text


def test_what_is_tested_is_what_runs() -> None:
    run, read, test = (set(pins(lock)) for lock in LOCKS)
    assert run
    assert run < read < test


def test_every_package_that_we_name_has_why_licence_upkeep_and_what_else_there_is() -> None:
    found = rows()
    assert found.keys() == named()
    assert [name for name, row in found.items() if len(row) != len(_COLUMNS) or not all(row)] == []
