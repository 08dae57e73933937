"""Building: the same data gives the same generation, and a damaged one is made anew."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.asked import without_asked
from index import generation
from index.answer.search import Searcher
from index.build.builder import build
from index.generation import GenerationError
from index.result import SearchRequest
from tests.support import with_everyday_word

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description


DAMAGES = ("changed", "removed", "added", "emptied manifest", "other format")


BESIDE = {"current", ".lock", ".published"}
"""What lies beside the generations: which one serves, who builds, and the order in which they were published."""


def names(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()}


def spoil(folder: Path, damage: str) -> None:
    manifest = folder / generation.MANIFEST
    segment = next((folder / "whoosh").glob("*.seg"))
    match damage:
        case "changed":
            content = bytearray(segment.read_bytes())
            content[len(content) // 2] ^= 1
            segment.write_bytes(content)
        case "removed":
            segment.unlink()
        case "added":
            (folder / "extra").write_text("x")
        case "emptied manifest":
            manifest.write_bytes(b"")
        case "other format":
            manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": generation.FORMAT + 1}))


def rename(description: Description, id_: str) -> Description:
    authority = replace(description.source.authority, id=id_)
    return replace(description, source=replace(description.source, authority=authority))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Where nothing has been built."""
    return tmp_path / "empty"


@pytest.fixture
def root(tmp_path: Path, small_generations: Path) -> Path:
    """Where the small description has been built; what is built here takes over what its words were compiled to."""
    return shutil.copytree(small_generations, tmp_path / "generations", symlinks=True)


def test_a_generation_is_named_by_its_digest(root: Path, small: Description) -> None:
    folder = build(root, [small])
    assert folder.name == generation.read_manifest(folder).digest


def test_the_same_data_gives_the_same_digest(root: Path, empty: Path, small: Description) -> None:
    assert build(empty, [small]).name == generation.read_manifest(root / "current").digest


def test_the_same_data_built_again_is_the_same_folder_untouched(root: Path, small: Description) -> None:
    first = build(root, [small])
    before = {path: path.stat().st_ino for path in first.rglob("*")}
    assert {path: path.stat().st_ino for path in build(root, [small]).rglob("*")} == before


def test_a_changed_everyday_word_gives_another_digest(root: Path, small: Description) -> None:
    assert build(root, [with_everyday_word(small, "beslutspapper")]) != build(root, [small])


def test_a_new_everyday_word_finds_its_entry(root: Path, small: Description) -> None:
    searcher = Searcher(build(root, [with_everyday_word(small, "ordklyveri")]))
    assert [hit.entry.id for hit in searcher.search(SearchRequest("ordklyveri")).hits] == ["arenden"]


def test_going_back_to_the_data_before_makes_its_generation_current_again(root: Path, small: Description) -> None:
    first = build(root, [small])
    build(root, [with_everyday_word(small, "beslutspapper")])
    build(root, [small])
    assert generation.current(root) == first.resolve()


def test_the_order_in_which_authorities_are_given_does_not_matter(root: Path, small: Description) -> None:
    other = rename(small, "annan-ks")
    assert build(root, [small, other]).name == build(root, [other, small]).name


def test_every_file_of_a_generation_has_its_checksum_in_the_manifest(searcher: Searcher) -> None:
    files = {path for path in searcher.folder.rglob("*") if path.is_file() and path.name != generation.MANIFEST}
    assert searcher.manifest.files == {
        path.relative_to(searcher.folder).as_posix(): generation.file_sha256(path) for path in files
    }


def test_the_manifest_counts_the_entries(searcher: Searcher) -> None:
    assert searcher.manifest.entries == len(searcher.entries)


def test_a_generation_keeps_the_description_whole(searcher: Searcher, description: Description) -> None:
    assert searcher.descriptions[description.id] == without_asked(description)
    assert description.guidance["loneuppgifter"].asked


def test_progress_is_told_for_each_authority(root: Path, small: Description) -> None:
    told: list[tuple[int, int]] = []
    build(root, [small, rename(small, "annan-ks")], lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_nothing_of_the_work_is_left_beside_the_generation(empty: Path, small: Description) -> None:
    folder = build(empty, [small])
    assert names(empty) == {folder.name, *BESIDE}


def test_a_failing_build_leaves_nothing_and_keeps_the_old_generation(root: Path, small: Description) -> None:
    old = build(root, [small])

    def fail(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(root, [with_everyday_word(small, "beslutspapper")], fail)
    assert (names(root), generation.current(root)) == ({old.name, *BESIDE}, old.resolve())


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found(root: Path, small: Description, damage: str) -> None:
    folder = build(root, [small])
    spoil(folder, damage)
    with pytest.raises(GenerationError, match="Kör: vagvisaren index"):
        Searcher(folder)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_generation_is_replaced_by_the_next_build(root: Path, small: Description, damage: str) -> None:
    spoil(build(root, [small]), damage)
    rebuilt = build(root, [small])
    assert generation.verify(rebuilt).entries
    assert names(root) == {rebuilt.name, *BESIDE}


def test_two_generations_are_kept(root: Path, small: Description) -> None:
    built = [build(root, [with_everyday_word(small, word)]).name for word in ("ettan", "tvåan", "trean")]
    assert names(root) == {*built[1:], *BESIDE}


def test_current_is_a_relative_link_so_that_the_folder_can_be_moved(root: Path, small: Description) -> None:
    folder = build(root, [small])
    moved = root.rename(root.with_name("moved"))
    assert generation.current(moved) == (moved / folder.name).resolve()


def test_current_is_swapped_by_renaming_a_new_link(root: Path, small: Description) -> None:
    build(root, [small])
    link = (root / "current").lstat().st_ino
    build(root, [with_everyday_word(small, "beslutspapper")])
    assert (root / "current").is_symlink()
    assert (root / "current").lstat().st_ino != link


def test_before_the_first_build_nothing_is_current(empty: Path) -> None:
    assert generation.current(empty) is None


def test_leftovers_of_a_killed_build_are_cleared(empty: Path, small: Description) -> None:
    for name in (".building-abc", ".building-abc-replaced"):
        (empty / name / "whoosh").mkdir(parents=True)
    (empty / ".building-link").symlink_to("nowhere")
    folder = build(empty, [small])
    assert names(empty) == {folder.name, *BESIDE}


def test_a_searcher_goes_on_after_its_generation_has_been_removed(root: Path, small: Description) -> None:
    searcher = Searcher(build(root, [small]))
    for word in ("ettan", "tvåan"):
        build(root, [with_everyday_word(small, word)])
    assert not searcher.folder.exists()
    assert searcher.search(SearchRequest("var finns ärenden?")).hits


def test_the_manifest_names_the_authorities(searcher: Searcher) -> None:
    assert searcher.manifest.authorities == tuple(sorted(searcher.descriptions))
