"""Generations: damage is found wherever it is, one can be gone back to, and only trusted folders are opened."""

from __future__ import annotations

import json
import os
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from index import generation
from index.build.builder import build
from index.generation import GenerationError
from tests.support import with_everyday_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.model import Description

NOBODY = 65534


def flip(content: bytes) -> bytes:
    """The content with one bit wrong, in the same place each time."""
    changed = bytearray(content)
    changed[random.Random(1).randrange(len(changed))] ^= 4  # noqa: S311  (a place, not a secret)
    return bytes(changed)


DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "one bit flipped": flip,
    "the last byte cut off": lambda content: content[:-1],
    "emptied": lambda _content: b"",
    "removed": lambda _content: None,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "generations"


@pytest.fixture
def first(root: Path, small_generations: Path) -> Path:
    """A generation as it was built, alone in its folder."""
    shutil.copytree(small_generations, root, symlinks=True)
    return (root / "current").resolve()


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, small: Description, small_generations: Path) -> Path:
    """A folder with that generation and a newer one, to be copied."""
    root = tmp_path_factory.mktemp("both") / "generations"
    shutil.copytree(small_generations, root, symlinks=True)
    build(root, [with_everyday_word(small, "ettan")])
    return root


@pytest.fixture
def second(root: Path, first: Path, both: Path) -> Path:
    """A newer generation beside the first."""
    shutil.rmtree(root)
    shutil.copytree(both, root, symlinks=True)
    assert first.is_dir()
    return (root / "current").resolve()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, small: Description) -> Path:
    """A generation whose tests leave it as it was."""
    return build(tmp_path_factory.mktemp("whole") / "generations", [small], attachments={"catalogues/fi/data.mo": b"x"})


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_to_any_file_is_found(whole: Path, damage: str) -> None:
    unnoticed = []
    for path in [path for path in whole.rglob("*") if path.is_file() and path.stat().st_size]:
        content = path.read_bytes()
        spoiled = DAMAGES[damage](content)
        path.unlink()
        if spoiled is not None:
            path.write_bytes(spoiled)
        if generation.is_whole(whole):
            unnoticed.append(path.name)
        path.write_bytes(content)
    assert unnoticed == []


def test_any_single_bit_of_the_manifest_is_guarded(whole: Path) -> None:
    path = whole / generation.MANIFEST
    content = path.read_bytes()
    unnoticed = []
    for place in range(0, len(content) * 8, 7):
        changed = bytearray(content)
        changed[place // 8] ^= 1 << place % 8
        path.write_bytes(changed)
        if generation.is_whole(whole):
            unnoticed.append(place)
    path.write_bytes(content)
    assert unnoticed == []


@pytest.mark.parametrize(("other", "age"), [(1, "äldre"), (generation.FORMAT + 1, "nyare")])
def test_another_format_is_refused_with_what_to_run(first: Path, other: int, age: str) -> None:
    (first / generation.MANIFEST).write_text(json.dumps({"format": other, "unknown": "layout"}))
    with pytest.raises(GenerationError, match=f"det {age} formatet {other}.*Kör: vagvisaren index"):
        generation.verify(first)


def test_generations_share_no_file_that_damage_could_spread_by(root: Path, small: Description) -> None:
    first, second = build(root, [small]), build(root, [with_everyday_word(small, "ettan")])
    inodes = [{path.stat().st_ino for path in folder.rglob("*") if path.is_file()} for folder in (first, second)]
    assert inodes[0] & inodes[1] == set()


def test_beside_a_new_generation_a_whole_one_is_kept_rather_than_a_damaged_one(
    root: Path, small: Description, first: Path, second: Path
) -> None:
    (second / generation.MANIFEST).unlink()
    build(root, [with_everyday_word(small, "tvåan")])
    assert generation.others(root) == [first]


@pytest.mark.usefixtures("second")
def test_rollback_makes_the_generation_before_current(root: Path, first: Path) -> None:
    generation.rollback(root)
    assert generation.current(root) == first


@pytest.fixture
def rolled_back(root: Path, second: Path) -> Path:
    """The generation that was gone back to."""
    assert generation.current(root) == second
    return generation.rollback(root)


@pytest.mark.usefixtures("rolled_back")
def test_a_second_rollback_does_not_go_forward_again(root: Path) -> None:
    with pytest.raises(GenerationError, match="inget äldre helt index"):
        generation.rollback(root)


def test_a_rollback_needs_an_older_generation_that_is_whole(root: Path, first: Path, second: Path) -> None:
    (first / generation.MANIFEST).unlink()
    with pytest.raises(GenerationError, match="inget äldre helt index"):
        generation.rollback(root)
    assert generation.current(root) == second


@pytest.mark.usefixtures("second")
def test_a_rollback_waits_its_turn(root: Path) -> None:
    with generation.building(root), pytest.raises(GenerationError, match="Ett annat bygge"):
        generation.rollback(root)


def test_a_build_that_keeps_a_rollback_does_not_publish_what_was_left(
    root: Path, small: Description, rolled_back: Path
) -> None:
    assert build(root, [with_everyday_word(small, "ettan")], keep_rollback=True) == rolled_back.resolve()


@pytest.mark.usefixtures("rolled_back")
def test_a_build_of_changed_data_ends_a_rollback(root: Path, small: Description) -> None:
    changed = build(root, [with_everyday_word(small, "rättat")], keep_rollback=True)
    assert (generation.current(root), generation.rolled_back(root)) == (changed.resolve(), "")


@pytest.mark.usefixtures("rolled_back")
def test_a_build_that_is_asked_for_ends_a_rollback(root: Path, small: Description) -> None:
    again = build(root, [with_everyday_word(small, "ettan")])
    assert (generation.current(root), generation.rolled_back(root)) == (again.resolve(), "")


def test_after_a_rollback_and_an_edit_one_goes_back_to_what_served_and_not_to_what_was_left(
    root: Path, small: Description, rolled_back: Path
) -> None:
    build(root, [with_everyday_word(small, "rättat")])
    assert generation.rollback(root) == rolled_back


def test_a_rollback_does_not_keep_a_damaged_generation_from_being_mended(
    root: Path, small: Description, rolled_back: Path
) -> None:
    (rolled_back / generation.MANIFEST).unlink()
    built = build(root, [with_everyday_word(small, "ettan")], keep_rollback=True)
    assert generation.is_whole(built)


def test_the_folder_of_generations_is_made_for_its_owner_alone(root: Path, small: Description) -> None:
    build(root, [small])
    assert root.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o777])
def test_a_folder_that_others_may_write_in_is_not_built_in(root: Path, small: Description, mode: int) -> None:
    root.mkdir()
    root.chmod(mode)
    with pytest.raises(GenerationError, match=f"Andra får skriva i mappen.*chmod 700 {root}"):
        build(root, [small])


@pytest.mark.parametrize("which", ["root", "generation"])
def test_a_generation_that_others_may_have_written_is_not_opened(root: Path, first: Path, which: str) -> None:
    {"root": root, "generation": first}[which].chmod(0o770)
    with pytest.raises(GenerationError, match="Andra får skriva"):
        generation.verify(first)


@pytest.mark.parametrize("mode", [0o020, 0o002])
@pytest.mark.parametrize(
    "name", ["whoosh", "arrays", "descriptions", "manifest.json", "whoosh/*", "arrays/*", "descriptions/*", "*.json"]
)
def test_no_part_of_a_generation_may_be_written_by_others(root: Path, first: Path, name: str, mode: int) -> None:
    path = next(first.glob(name))
    path.chmod(path.stat().st_mode | mode)
    with pytest.raises(GenerationError, match=f"Andra får skriva i (mappen|filen) {path}.*chmod [67]00 {path}"):
        generation.verify(root / "current")


@pytest.mark.parametrize("name", ["whoosh", "manifest.json"])
def test_no_part_of_a_generation_is_a_link(tmp_path: Path, first: Path, name: str) -> None:
    (first / name).rename(tmp_path / "elsewhere")
    (first / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GenerationError, match="är en länk"):
        generation.verify(first)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_is_not_opened(first: Path) -> None:
    os.chown(first / "whoosh", NOBODY, NOBODY)
    with pytest.raises(GenerationError, match=r"Mappen .*whoosh tillhör en annan användare"):
        generation.verify(first)


def test_what_is_built_may_be_written_by_nobody_else_whatever_the_users_habit(root: Path, small: Description) -> None:
    habit = os.umask(0o000)
    try:
        built = build(root, [small])
        assert os.umask(0o000) == 0
    finally:
        os.umask(habit)
    assert [path for path in built.rglob("*") if path.stat().st_mode & 0o022] == []


def test_a_folder_that_others_may_only_read_is_good_enough(root: Path, first: Path) -> None:
    root.chmod(0o755)
    assert generation.verify(first).entries


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_not_opened(root: Path, first: Path) -> None:
    os.chown(root, NOBODY, NOBODY)
    with pytest.raises(GenerationError, match="tillhör en annan användare"):
        generation.verify(first)
