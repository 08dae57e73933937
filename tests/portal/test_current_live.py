"""A running server under visitors' questions: new indexes, builders that are killed, going back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index import generation
from index.build.builder import build
from tests.soak.killing import kill_builders
from tests.soak.visitors import Variant, Visitors, a_port, gunicorn, variants

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description

KILLS = 2
"""One at any moment, one at the end, where a generation is switched to; tests/soak/faults.py kills 200."""
PAUSE, AMONG_KILLS = 0.03, 0.1
"""Seconds between two questions of a visitor: often enough to meet each switch, and each kill.

The soak asks without a pause.
"""


@pytest.fixture(scope="module")
def port() -> int:
    return a_port()


@pytest.fixture(scope="module")
def right(small: Description, tmp_path_factory: pytest.TempPathFactory, port: int) -> list[Variant]:
    """Edits of a description, and every right answer after each."""
    return variants(small, tmp_path_factory.mktemp("right"), 4, port)


def test_every_worker_takes_up_new_indexes_and_old_ones_again_without_dropping_a_question(
    tmp_path: Path, right: list[Variant], port: int
) -> None:
    root = tmp_path / "generations"
    first, second = right[:2]
    build(root, [first.description])
    with gunicorn(root, port, tmp_path / "output"), Visitors(port, right, pause=PAUSE) as visitors:
        visitors.wait_for(first.digest)
        build(root, [second.description])
        visitors.wait_for(second.digest)
        generation.rollback(root)
        visitors.wait_for(first.digest)
    assert visitors.wrong == []
    assert set(visitors.answered) == {first.digest, second.digest}


def test_builders_killed_at_random_moments_cost_no_visitor_an_answer(
    tmp_path: Path, right: list[Variant], port: int
) -> None:
    figures = kill_builders(tmp_path, right, port, KILLS, pause=AMONG_KILLS)
    assert (figures.kills, figures.wrong, figures.half_current, figures.leftovers) == (KILLS, (), 0, ())
    assert figures.answers
