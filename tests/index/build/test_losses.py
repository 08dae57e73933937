"""What a new generation would take away is compared with what is served, authority by authority."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.kinds import EntryType
from index.build.losses import Changes, changes_of_descriptions

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description


def _without(description: Description, count: int) -> Description:
    """The description without some of its record types."""
    gone = [id_ for id_, record in description.guidance.items() if record.type is EntryType.RECORD_TYPE][:count]
    return replace(
        description, guidance={id_: record for id_, record in description.guidance.items() if id_ not in gone}
    )


@pytest.fixture(scope="module")
def served(generations: Path) -> Path:
    return (generations / "current").resolve()


def test_the_same_again_is_no_change(served: Path, description: Description) -> None:
    assert changes_of_descriptions(served, [description]) == Changes()


@pytest.mark.parametrize(("gone", "refused"), [(1, False), (15, False), (16, True), (49, True)])
def test_more_than_a_tenth_of_an_authority_s_entries_is_a_loss(
    served: Path, description: Description, gone: int, *, refused: bool
) -> None:
    losses = changes_of_descriptions(served, [_without(description, gone)]).losses
    assert any(f"{gone} av 155 poster hos norrkoping-ks" in loss for loss in losses) is refused


def test_a_guide_s_questions_are_entries_too(served: Path, description: Description) -> None:
    bare = {id_: replace(record, questions=()) for id_, record in description.guidance.items()}
    losses = changes_of_descriptions(served, [replace(description, guidance=bare)]).losses
    assert any("28 av 155 poster hos norrkoping-ks" in loss and "begar-ut-kopia" not in loss for loss in losses)
    assert any("begar-ut-allman-ar-inte-offentlig" in loss for loss in losses)


def test_a_renamed_entry_is_not_lost(served: Path, description: Description) -> None:
    renamed = {
        f"{id_}-nytt" if record.type is EntryType.RECORD_TYPE else id_: replace(record, former_ids=(id_,))
        for id_, record in description.guidance.items()
    }
    assert changes_of_descriptions(served, [replace(description, guidance=renamed)]).losses == []


@pytest.mark.parametrize("what", ["signposts", "glossary"])
def test_what_stands_beside_the_entries_is_compared_too(served: Path, description: Description, what: str) -> None:
    bare = replace(description, signposts={}) if what == "signposts" else replace(description, glossary={})
    lost = len(getattr(description, what))
    losses = changes_of_descriptions(served, [bare]).losses
    beside = ("signposts", "themes", "observations", "questions", "tiles", "glossary", "clarifications")
    assert bool(losses) is (lost * 10 > sum(len(getattr(description, each)) for each in beside))


def test_everyday_words_are_compared_too(served: Path, description: Description) -> None:
    bare = {id_: replace(record, words={}) for id_, record in description.guidance.items()}
    (loss,) = changes_of_descriptions(served, [replace(description, guidance=bare)]).losses
    assert "vardagsord" in loss


def test_an_authority_taken_away_is_said(served: Path, description: Description, small: Description) -> None:
    changes = changes_of_descriptions(served, [small])
    assert changes.losses == []
    assert any(f"{description.id} finns inte i datafilerna" in note for note in changes.notes)


def test_a_first_build_is_said(description: Description) -> None:
    changes = changes_of_descriptions(None, [description])
    assert (changes.losses, len(changes.notes)) == ([], 1)


def test_what_cannot_be_read_is_said(tmp_path: Path, description: Description) -> None:
    (tmp_path / "descriptions").mkdir()
    (tmp_path / "descriptions" / "norrkoping-ks.json").write_text("[")
    changes = changes_of_descriptions(tmp_path, [description])
    assert (changes.losses, len(changes.notes)) == ([], 1)
