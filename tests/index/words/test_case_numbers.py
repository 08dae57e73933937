"""Numbers of cases: every spelling of one is the same term, whatever it is said to be."""

from __future__ import annotations

from index.words.analysis import normalise
from index.words.codes import code_terms, find_codes
from tests.in_turn import in_turn

CASE = ("c:dnr/ks2019/917",)


def found(text: str) -> tuple[str, ...]:
    return tuple(term for code in find_codes(normalise(text)) for term in code.terms)


@in_turn(
    "text",
    [
        "KS 2019/0917",
        "KS2019/0917",
        "ks 2019/917",
        "Ks 2019/00917",
        "KS-2019/0917",
        "KS 2019-0917",
        "KS 2019:0917",
        "KS 2019 / 0917",
        "ks_2019_0917",
        "dnr KS 2019/0917",
        "ärende KS 2019/0917.",
        "ＫＳ ２０１９／０９１７",
        "KS\u00a02019/0917",
        "KS 2019/0917-3",
        "KS dnr 2019/0917",
        "dnr: KS-2019/0917",
        "ärende KS 2019-0917",
        "case no. KS 2019/917",
    ],
)
def test_every_spelling_of_a_case_number_is_one_term(text: str) -> None:
    assert found(text) == CASE


@in_turn(
    "text",
    [
        "dnr 2019/0917",
        "dnr: 2019-0917",
        "dnr2019/0917",
        "2019/0917",
        "ärende 2019/917",
        "ref. nr 2019/917",
        "från 2019/0917",
    ],
)
def test_a_case_without_its_register_is_one_of_that_year_and_number(text: str) -> None:
    assert found(text) == ("c:dnr/2019/917",)
    assert "c:dnr/2019/917" in code_terms("Dnr KS 2019/0917")


def test_what_a_number_is_said_to_be_is_a_part_of_what_was_found() -> None:
    text = "beslut i ks dnr 2019/0917 om arkiv"
    assert [text[code.start : code.end] for code in find_codes(text)] == ["ks dnr 2019/0917"]
