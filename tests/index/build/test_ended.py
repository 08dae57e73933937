"""An authority that has ended gives way to the living: in the order of the place, and in what its entries weigh."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.today import Ended
from index import weights
from index.answer.search import Searcher
from index.build.builder import build
from index.result import SearchRequest
from tests.portal.placed import BOARD, HOME, OTHER, PLACE, SCHOOLS

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description
    from index.result import Hit

DAY = date(2026, 11, 27)
QUERY = "kansliet"


@pytest.fixture(scope="module")
def living(small: Description) -> list[Description]:
    """Four authorities that say the very same."""
    return [twin(small, authority) for authority in (HOME, SCHOOLS, BOARD, OTHER)]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, living: list[Description]) -> Searcher:
    """A searcher on them while all live."""
    return opened(tmp_path_factory.mktemp("before"), living)


def opened(root: Path, living: list[Description], ended: str = "", on: str = "2026-11-01") -> Searcher:
    """A searcher on them, one of which may have ended."""
    end = Ended(on, "", "", "Kommunsekreteraren", "2026-11-01")
    descriptions = [replace(each, ended=end) if each.id == ended else each for each in living]
    return Searcher(build(root, descriptions, place=replace(PLACE, home=""), today=DAY))


def offices(searcher: Searcher) -> dict[str, Hit]:
    """By authority, in the order that they are found in, its office."""
    hits = searcher.search(SearchRequest(QUERY, limit=100)).hits
    return {hit.entry.authority: hit for hit in hits if hit.entry.id == QUERY}


def twin(description: Description, authority: str) -> Description:
    """Another authority that says the very same."""
    source = description.source
    return replace(description, source=replace(source, authority=replace(source.authority, id=authority)))


def test_of_two_that_say_the_same_the_living_one_comes_first(tmp_path: Path, small: Description) -> None:
    first = twin(small, "annan-namnd")
    ended = replace(first, ended=Ended("2026-11-01", "", "", "Kommunsekreteraren", "2026-11-01"))
    found = {}
    for name, descriptions in (("before", [first, small]), ("after", [ended, small])):
        hits = Searcher(build(tmp_path / name, descriptions, today=DAY)).search(SearchRequest("kansliet")).hits
        found[name] = [hit.entry.authority for hit in hits if hit.entry.id == "kansliet"]
    assert found == {"before": ["annan-namnd", small.id], "after": [small.id, "annan-namnd"]}


def test_what_has_ended_weighs_less_and_is_still_found(
    tmp_path: Path, living: list[Description], before: Searcher
) -> None:
    while_alive, after = offices(before), offices(opened(tmp_path, living, BOARD))
    assert after[BOARD].score == pytest.approx(while_alive[BOARD].score * weights.ENDED, rel=1e-4)
    assert after[OTHER].score == pytest.approx(while_alive[OTHER].score, rel=1e-4)


def test_what_has_ended_comes_last_in_the_place_s_order(
    tmp_path: Path, living: list[Description], before: Searcher
) -> None:
    assert list(before.descriptions) == [HOME, SCHOOLS, BOARD, OTHER]
    after = opened(tmp_path, living, HOME)
    assert list(after.descriptions) == [SCHOOLS, BOARD, OTHER, HOME]
    assert after.home == SCHOOLS


def test_nothing_happens_before_the_day(tmp_path: Path, living: list[Description], before: Searcher) -> None:
    coming = opened(tmp_path, living, BOARD, on="2026-11-28")
    assert list(coming.descriptions) == [HOME, SCHOOLS, BOARD, OTHER]
    scores = [{id_: hit.score for id_, hit in offices(searcher).items()} for searcher in (coming, before)]
    assert scores[0] == scores[1] != {}


def test_the_day_makes_another_generation_of_the_same_files(tmp_path: Path, small: Description) -> None:
    ending = replace(small, ended=Ended("2026-11-27", "", "", "Kommunsekreteraren", "2026-11-01"))
    before, on_the_day, later = (
        build(tmp_path, [ending], today=day) for day in (date(2026, 11, 26), DAY, date(2026, 12, 24))
    )
    assert before.name != on_the_day.name == later.name
