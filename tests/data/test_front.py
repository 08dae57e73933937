"""Tiles, clarifying questions and places: how they are read, and that those of the real data lead where they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.checks import check_all, load_checked
from data.front import Choice, Clarification, ServicePoint, Tile
from index.result import SearchRequest
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.model import Description
    from index.answer.search import Searcher

DATA = Path(__file__).parents[2] / "data"
SERVICE_POINTS = "descriptions/exempel-namnd/platser.toml"
MAX_QUESTION_WORDS = 16
MAX_ANSWER_WORDS = 8

DESCRIPTION = next(each for each in load_checked(DATA).descriptions if each.id == "norrkoping-ks")
TILES = list(DESCRIPTION.tiles.values())
SEARCHING = [tile for tile in TILES if tile.query]
CLARIFICATIONS = list(DESCRIPTION.clarifications.values())


def _id(record: Tile | Clarification) -> str:
    return record.id


def _told(root: Path) -> list[str]:
    return [str(problem) for problem in check_all(root).report.problems]


# Reading


def test_a_tile_may_lead_to_an_entry(small: Description) -> None:
    assert small.tiles["begara-ut"] == Tile("begara-ut", "Begär ut", "begar-ut", "", "")


def test_a_tile_may_search_and_name_a_signpost(small: Description) -> None:
    assert small.tiles["bocker"] == Tile("bocker", "Böcker", "", "bok", "bibliotek")


def test_tiles_stand_in_the_order_of_the_file(small: Description) -> None:
    assert list(small.tiles) == ["begara-ut", "bocker"]


def test_a_clarification_has_its_choices_in_order(small: Description) -> None:
    assert small.clarifications["begara-eller-soka"] == Clarification(
        "begara-eller-soka",
        "Vill du begära ut ett ärende, eller söka bland dem?",
        (Choice("Begära ut", "begar-ut"), Choice("Söka", "ladan")),
    )


def test_a_place_says_where_when_and_who_says_so(small: Description) -> None:
    assert small.service_points["receptionen"] == ServicePoint(
        "receptionen",
        "Nämndens reception",
        "Exempelgatan 1, Exempelstad",
        ("Måndag–torsdag 8.30–16", "Fredag 8.30–15"),
        "kansliet",
        "Registratorn",
        "2026-11-01",
    )


def test_a_place_needs_no_address_hours_or_unit(example: Path) -> None:
    (example / SERVICE_POINTS).write_text(
        '[plats.rum]\nnamn = "Rum"\nuppgift_fran = "Registratorn"\nuppgift_den = "2026-11-01"\n', encoding="utf-8"
    )
    (description,) = load_checked(example).descriptions
    assert description.service_points["rum"] == ServicePoint("rum", "Rum", "", (), "", "Registratorn", "2026-11-01")


def test_an_authority_may_have_no_places(example: Path) -> None:
    (example / SERVICE_POINTS).unlink()
    checked = check_all(example)
    assert (checked.descriptions[0].service_points, checked.report.problems) == ({}, [])


def test_tiles_questions_and_places_may_share_an_id_with_an_entry(example: Path) -> None:
    for file in (example / SERVICE_POINTS, example / SERVICE_POINTS.replace("platser", "vagledning")):
        text = file.read_text(encoding="utf-8")
        for table in ("[plats.receptionen]", "[ruta.bocker]", "[foljdfraga.begara-eller-soka]"):
            text = text.replace(table, f"{table.split('.')[0]}.arenden]")
        file.write_text(text, encoding="utf-8")
    assert _told(example) == []


def test_a_problem_with_a_shared_tile_is_told_in_the_shared_file(example: Path) -> None:
    shared = example / "general/vagledning.toml"
    lines = len(shared.read_text(encoding="utf-8").splitlines())
    with shared.open("a", encoding="utf-8") as file:
        file.write('[ruta.brev]\nnamn = "Brev"\npost = "brev"\n')
    assert _told(example) == [
        f"general/vagledning.toml:{lines + 3}: post pekar på posten brev, som inte finns. Rätta id:t."
    ]


def test_an_authority_s_own_tile_replaces_the_shared_one(example: Path) -> None:
    with (example / "general/vagledning.toml").open("a", encoding="utf-8") as file:
        file.write('[ruta.bocker]\nnamn = "Alla böcker"\npost = "begar-ut"\n')
    (description,) = load_checked(example).descriptions
    assert description.tiles["bocker"].name == "Böcker"


# The first authority's


def test_there_are_eight_to_ten_tiles() -> None:
    assert 8 <= len(TILES) <= 10


def test_there_are_ten_to_fifteen_clarifying_questions() -> None:
    assert 10 <= len(CLARIFICATIONS) <= 15


def test_no_place_is_made_up_for_an_authority_that_has_stated_none() -> None:
    assert DESCRIPTION.service_points == {}


@pytest.mark.parametrize("tile", SEARCHING, ids=_id)
def test_a_tile_s_search_shows_its_signpost(tile: Tile, searcher: Searcher) -> None:
    shown = {signpost.id for signpost in searcher.search(SearchRequest(query=tile.query)).signposts}
    assert {tile.signpost} - {""} <= shown


@pytest.mark.parametrize("tile", SEARCHING, ids=_id)
def test_a_tile_s_search_finds_something(tile: Tile, searcher: Searcher) -> None:
    result = searcher.search(SearchRequest(query=tile.query))
    assert result.hits or result.signposts


@in_turn("clarification", CLARIFICATIONS, ids=_id)
def test_a_clarifying_question_is_short_enough_to_say(clarification: Clarification) -> None:
    assert len(clarification.question.split()) <= MAX_QUESTION_WORDS


@in_turn("clarification", CLARIFICATIONS, ids=_id)
def test_its_answers_are_short_enough_to_say(clarification: Clarification) -> None:
    assert max(len(choice.answer.split()) for choice in clarification.choices) <= MAX_ANSWER_WORDS


@in_turn("clarification", CLARIFICATIONS, ids=_id)
def test_no_clarifying_question_asks_who_the_caller_is(clarification: Clarification) -> None:
    # TF 2:18: an authority may not ask who someone is or why, but where secrecy needs it.
    assert not {"din", "ditt", "dina", "varför", "vem", "heter"} & set(clarification.question.lower().split())
