"""No folder of tests is passed over: pytest leaves out what has one of the names that its settings give."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import TYPE_CHECKING

from tests.support import REPOSITORY

if TYPE_CHECKING:
    import pytest


def test_every_folder_with_tests_is_looked_into(request: pytest.FixtureRequest) -> None:
    left_out = request.config.getini("norecursedirs")
    files = sorted(path.relative_to(REPOSITORY) for path in (REPOSITORY / "tests").rglob("test_*.py"))
    folders = {path: set(path.parent.parts) for path in files}
    assert len(files) > 100
    assert [str(path) for path, names in folders.items() if any(fnmatch(n, p) for n in names for p in left_out)] == []
