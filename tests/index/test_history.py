"""Which generation is older is known without a clock: a copy, a back-up or a clock set back changes nothing."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from index import generation, history
from index.build.builder import build
from index.generation import GenerationError
from tests.support import with_everyday_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.model import Description


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, small: Description, small_generations: Path) -> Path:
    """A folder with a generation and a newer one, to be copied."""
    root = tmp_path_factory.mktemp("both") / "generations"
    shutil.copytree(small_generations, root, symlinks=True)
    build(root, [with_everyday_word(small, "ettan")])
    return root


@pytest.fixture
def root(tmp_path: Path, both: Path) -> Path:
    return shutil.copytree(both, tmp_path / "generations", symlinks=True)


def at(root: Path, when: Callable[[int], int]) -> None:
    """Give all files times, by their place in the order of publishing."""
    for name, place in history.ranks(root).items():
        for path in (root / name, *(root / name).rglob("*")):
            os.utime(path, (when(place), when(place)))


CLOCKS: dict[str, Callable[[int], int]] = {
    "as it was": lambda place: 1_700_000_000 + place,
    "set back between the two": lambda place: 1_700_000_000 - 86_400 * place,
    "stopped, or files of a back-up": lambda _place: 1_700_000_000,
    "at its beginning": lambda place: 86_400 * (2 - place),
}


@pytest.mark.parametrize("clock", CLOCKS)
def test_rollback_goes_to_the_one_before_whatever_the_clock_said(root: Path, clock: str) -> None:
    before, now = history.ranks(root)
    at(root, CLOCKS[clock])
    assert generation.current(root) == (root / now).resolve()
    assert generation.rollback(root).name == before


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_second_rollback_never_goes_forward(root: Path, clock: str) -> None:
    at(root, CLOCKS[clock])
    generation.rollback(root)
    with pytest.raises(GenerationError, match="inget äldre helt index"):
        generation.rollback(root)


def test_what_is_published_again_is_the_newest(root: Path, small: Description) -> None:
    first, second = history.ranks(root)
    build(root, [small])
    assert list(history.ranks(root)) == [second, first]
    assert generation.rollback(root).name == second


def test_after_a_rollback_and_an_edit_the_one_that_served_is_next(root: Path, small: Description) -> None:
    served = generation.rollback(root).name
    built = build(root, [with_everyday_word(small, "rättat")])
    assert next(reversed(history.ranks(root))) == built.name
    assert generation.rollback(root).name == served


def test_without_the_order_what_is_current_is_the_newest(root: Path) -> None:
    before, _now = history.ranks(root)
    (root / ".published").unlink()
    assert generation.rollback(root).name == before


def test_a_generation_of_which_the_order_does_not_tell_is_the_oldest(root: Path, small: Description) -> None:
    before, now = history.ranks(root)
    shutil.copytree(root / before, root / "restored")
    assert [path.name for path in history.newest_first(root, [root / "restored", root / now, root / before])] == [
        now,
        before,
        "restored",
    ]
    build(root, [with_everyday_word(small, "tvåan")])
    assert "restored" not in history.ranks(root)


def test_the_order_names_what_is_there_and_no_more(root: Path, small: Description) -> None:
    for word in ("tvåan", "trean", "fyran"):
        build(root, [with_everyday_word(small, word)])
    assert len(history.ranks(root)) <= generation.KEPT + 1
