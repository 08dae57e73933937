"""A test of many cases in turn fails where one of them does, and tells which ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.in_turn import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def told_by(cases: Iterable[object], *failing: object) -> str:
    """What a test of these cases says, in which some of them fail; nothing, where it passes."""

    @in_turn("case", cases)
    def test(case: object) -> None:
        assert case not in failing

    try:
        test()
    except AssertionError as error:
        return str(error)
    return ""


def test_every_case_that_fails_is_told_and_none_keeps_another_from_being_tried() -> None:
    heading, *lines = told_by(["a", "b", "c"], "a", "c").splitlines()
    assert heading == "2 of 3 cases"
    assert [line.partition("]")[0] for line in lines] == ["['a'", "['c'"]


def test_where_cases_stand_in_cases_each_that_fails_is_told() -> None:
    @in_turn("one", [1, 2, 3])
    @in_turn("two", [1, 2, 3])
    def test(one: int, two: int) -> None:
        assert one * two < 6, "too much"

    with pytest.raises(AssertionError) as told:
        test()
    assert str(told.value).splitlines()[:4:3] == ["2 of 3 cases", "[3][3] too much"]
    assert "[2][3] too much" in str(told.value)


def test_nothing_is_told_where_no_case_fails() -> None:
    assert told_by(["a", "b"]) == ""


def test_cases_have_the_names_that_they_are_given() -> None:
    @in_turn("case", [1, 2], ids=["first", "second"])
    def test(case: int) -> None:
        assert case == 1

    with pytest.raises(AssertionError, match=r"1 of 2 cases\n\[second\] "):
        test()


def test_cases_of_the_same_name_are_told_each() -> None:
    assert told_by(["a", "a"], "a").startswith("2 of 2 cases")


def test_a_test_without_a_case_is_refused() -> None:
    with pytest.raises(AssertionError, match="would hold nothing"):
        told_by(iter(()))


@pytest.mark.parametrize("end", [ValueError("bad"), pytest.fail.Exception("bad"), pytest.skip.Exception("bad")])
def test_a_case_that_ends_in_another_way_fails_too(end: BaseException) -> None:
    @in_turn("case", [1, 2])
    def test(case: int) -> None:
        if case == 2:
            raise end

    with pytest.raises(AssertionError, match=r"1 of 2 cases\n\[2\] \w+: bad"):
        test()


@in_turn("one", [1, 2])
@in_turn(("two", "three"), [(2, 3), (3, 4)])
@pytest.mark.parametrize("four", [4])
def test_fixtures_and_other_cases_go_together(one: int, two: int, three: int, four: int, tmp_path: Path) -> None:
    assert (three - two, four) == (1, 4)
    with (tmp_path / "tried").open("a", encoding="utf-8") as file:
        file.write(f"{one}{two} ")
    tried = (tmp_path / "tried").read_text(encoding="utf-8").split()
    assert tried == ["12", "13", "22", "23"][: len(tried)]
    assert len(tried) == 2 * (one - 1) + (two - 1)
