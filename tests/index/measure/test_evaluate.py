"""The measure, and what it says: hand-computed figures, and floors on the judged tables."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from index.measure.baselines import SqliteFts5, StockWhoosh
from index.measure.evaluate import (
    DEPTH,
    Intervals,
    Judged,
    Outcome,
    PortalRanker,
    Ranking,
    Scores,
    by_kind,
    confidence,
    outcomes,
    read_table,
    scores,
)
from tests.in_turn import in_turn
from tests.support import judged_queries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.entries import Entry
    from index.answer.search import Searcher
    from index.measure.evaluate import Ranker

JUDGED = judged_queries()
LARGE_KINDS = sorted(kind for kind, rows in Counter(judged.kind for judged in JUDGED).items() if rows >= 20)
"""Fewer rows tell little of a kind."""

SUCCESS, RECIPROCAL_RANK, OUTSIDE, FULL = 0.96, 0.97, 0.99, 0.90
KIND = 0.92


class Fixed:
    """An engine that answers from a list."""

    def __init__(self, answers: dict[str, Ranking]) -> None:
        """Answer these queries so."""
        self._answers = answers

    def rank(self, query: str, _language: str) -> Ranking:
        """The given answer."""
        return self._answers[query]


@pytest.fixture(scope="module")
def entries(searcher: Searcher) -> list[Entry]:
    """All entries."""
    return list(searcher.entries.values())


@pytest.fixture(scope="module")
def ours(searcher: Searcher, entries: list[Entry]) -> list[Outcome]:
    """What the search answers to every judged query."""
    return outcomes(PortalRanker(searcher), JUDGED, entries)


@pytest.fixture(scope="module")
def overall(ours: list[Outcome]) -> Scores:
    """The figures over all tables."""
    return scores(ours)


def missed(found: Sequence[Outcome]) -> list[str]:
    return [f"{each.judged.query} → {each.first}" for each in found if not each.is_right]


@pytest.fixture(scope="module")
def example(searcher: Searcher) -> list[Outcome]:
    """Right first; right second; not found; outside and said so; outside and claimed."""
    entry = {id_: each for (_authority, id_), each in searcher.entries.items()}
    heroma, troman, guide = entry["heroma"], entry["troman"], entry["begar-ut"]
    held = [Judged("one", "sv", query, frozenset({"heroma"})) for query in ("first", "second", "never")]
    outside = [Judged("two", "sv", query, frozenset()) for query in ("honest", "boasting")]
    engine = Fixed(
        {
            "first": Ranking((heroma, troman), claims_all=True),
            "second": Ranking((troman, heroma), claims_all=True),
            "never": Ranking((troman, guide), claims_all=False),
            "honest": Ranking((troman,), claims_all=False),
            "boasting": Ranking((troman,), claims_all=True),
        }
    )
    return outcomes(engine, [*held, *outside], [heroma, troman, guide])


def test_the_place_is_that_of_the_first_right_hit(example: list[Outcome]) -> None:
    assert [each.place for each in example] == [1, 2, 0, 0, 0]


def test_ndcg_falls_with_the_logarithm_of_the_place(example: list[Outcome]) -> None:
    assert [each.ndcg for each in example[:3]] == pytest.approx([1.0, 1 / math.log2(3), 0.0])


def test_what_is_outside_is_right_where_no_whole_answer_is_claimed(example: list[Outcome]) -> None:
    assert [each.is_right for each in example] == [True, False, False, True, False]


def test_the_figures_are_the_means(example: list[Outcome]) -> None:
    found = scores(example)
    assert found.queries == 5
    assert found.success == pytest.approx(1 / 3)
    assert found.reciprocal_rank == pytest.approx((1 + 1 / 2 + 0) / 3)
    assert found.ndcg == pytest.approx((1 + 1 / math.log2(3)) / 3)
    assert found.outside == pytest.approx(1 / 2)
    assert found.full == pytest.approx(2 / 3)


def test_several_right_entries_count_against_the_best_possible_order(searcher: Searcher) -> None:
    found = [each for each in searcher.entries.values() if each.type == "section"][:3]
    judged = Judged("one", "sv", "q", frozenset({found[0].id, found[2].id}))
    (outcome,) = outcomes(Fixed({"q": Ranking((found[0], found[1], found[2]), claims_all=True)}), [judged], found)
    assert outcome.ndcg == pytest.approx((1 + 1 / math.log2(4)) / (1 + 1 / math.log2(3)))


def test_a_question_of_a_guide_answers_as_the_guide_does_and_both_are_one_answer(searcher: Searcher) -> None:
    of_guide = [each for each in searcher.entries.values() if each.type == "guide"]
    guide, question, other = of_guide[:3]
    judged = [Judged("one", "sv", query, frozenset({guide.id})) for query in ("question", "both")]
    answers = {"question": (question,), "both": (question, guide)}
    found = outcomes(
        Fixed({query: Ranking(each, claims_all=True) for query, each in answers.items()}), judged, of_guide
    )
    assert [(each.place, each.ndcg) for each in found] == [(1, 1.0), (1, 1.0)]
    assert not Judged("one", "sv", "q", frozenset({question.id})).answers(other)


def test_hits_beyond_the_first_page_do_not_count(searcher: Searcher) -> None:
    found = list(searcher.entries.values())
    wrong = [each for each in found if each.id != "heroma" and "heroma" not in each.finding_aids][:DEPTH]
    right = next(each for each in found if each.id == "heroma")
    judged = Judged("one", "sv", "q", frozenset({"heroma"}))
    (outcome,) = outcomes(Fixed({"q": Ranking((*wrong, right), claims_all=True)}), [judged], found)
    assert (outcome.place, outcome.ndcg) == (0, 0.0)


def test_a_share_of_nothing_is_one() -> None:
    assert scores([]) == Scores(0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0)


def test_the_figures_of_a_kind_are_as_sure_as_its_rows_are_many(example: list[Outcome]) -> None:
    """1 of 3, 2 of 3 and 1 of 2 by Wilson's formula with z = 1.96; all of a sample may be a rank 1, or none."""
    found = confidence(example)
    assert found.success == pytest.approx((0.0615, 0.7923), abs=5e-5)
    assert found.full == pytest.approx((0.2077, 0.9385), abs=5e-5)
    assert found.outside == pytest.approx((0.0945, 0.9055), abs=5e-5)
    assert found.reciprocal_rank == pytest.approx((0.0, 1.0))


def test_of_nothing_nothing_is_sure(example: list[Outcome]) -> None:
    assert confidence([]) == Intervals(None, None, None, None)
    assert (confidence(example[:3]).outside, confidence(example[3:]).full) == (None, None)


@pytest.fixture(scope="module")
def signposted(searcher: Searcher) -> list[Outcome]:
    """Questions with signposts: what they are held to be stands in the name."""
    heroma = searcher.entries["norrkoping-ks", "heroma"]
    held, outside = frozenset({"heroma"}), frozenset[str]()
    rows = {
        "false beside a whole answer": (held, None, True, ("bygglov",)),
        "free beside half an answer": (held, None, False, ("bygglov",)),
        "right beside a whole answer": (held, frozenset({"bygglov"}), True, ("bygglov",)),
        "false since it is another": (outside, frozenset({"bygglov"}), False, ("bygglov", "skola")),
        "false since none is right": (outside, frozenset[str](), False, ("skola",)),
        "right since none is shown": (outside, frozenset({"bygglov"}), False, ()),
        "nobody can tell": (outside, None, False, ("skola",)),
    }
    judged = [Judged("one", "sv", query, row[0], row[1]) for query, row in rows.items()]
    engine = Fixed({query: Ranking((heroma,), row[2], row[3]) for query, row in rows.items()})
    return outcomes(engine, judged, [heroma])


def test_a_signpost_is_false_beside_the_whole_answer_or_where_another_is_right(signposted: list[Outcome]) -> None:
    assert {each.judged.query: each.false_signposts for each in signposted if each.false_signposts} == {
        "false beside a whole answer": ("bygglov",),
        "false since it is another": ("skola",),
        "false since none is right": ("skola",),
    }


def test_false_signposts_are_a_share_of_the_questions_where_that_can_be_told(signposted: list[Outcome]) -> None:
    assert scores(signposted).false_signposts == pytest.approx(3 / 6)
    assert scores(signposted[-1:]).false_signposts == 0.0


def test_the_portal_tells_which_signposts_it_shows(searcher: Searcher) -> None:
    judged = Judged("one", "sv", "bygglov", frozenset(), frozenset())
    (outcome,) = outcomes(PortalRanker(searcher), [judged], [])
    assert outcome.false_signposts == outcome.signposts == ("bygglov",)


def test_outcomes_are_grouped_by_kind_in_order(example: list[Outcome]) -> None:
    assert {kind: len(found) for kind, found in by_kind(example).items()} == {"one": 3, "two": 2}


def test_a_table_is_read_without_comments_and_blank_lines(tmp_path: Path) -> None:
    table = tmp_path / "a.tsv"
    table.write_text(
        "# kommentar\n\nslag\tsv\tvar är lön?\ta,b\nslag\ten\ttaxes\t-\n"
        "slag\tsv\tskatt\t-\tskatt, stod\nslag\tsv\tlön\ta\t-\nslag\tsv\tsyn\ta\t\n",
        encoding="utf-8",
    )
    assert read_table(table) == [
        Judged("slag", "sv", "var är lön?", frozenset({"a", "b"})),
        Judged("slag", "en", "taxes", frozenset()),
        Judged("slag", "sv", "skatt", frozenset(), frozenset({"skatt", "stod"})),
        Judged("slag", "sv", "lön", frozenset({"a"}), frozenset()),
        Judged("slag", "sv", "syn", frozenset({"a"}), None),
    ]


@pytest.mark.parametrize("row", ["ett", "a\tsv\tlön", "a\tsv\tlön\tb\tc\td", "a sv lön b"])
def test_a_row_of_another_form_is_told_with_file_and_line(tmp_path: Path, row: str) -> None:
    table = tmp_path / "a.tsv"
    table.write_text(f"# kommentar\n{row}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^a\.tsv:2: raden ska ha fyra kolumner"):
        read_table(table)


def test_every_accepted_id_is_an_entry(searcher: Searcher) -> None:
    ids = {id_ for _authority, id_ in searcher.entries}
    assert {id_ for judged in JUDGED for id_ in judged.accepted} - ids == set()


def test_every_language_of_the_table_is_one_of_the_pages() -> None:
    assert {judged.language for judged in JUDGED} <= {"sv", "fi", "en", "ar", "latt"}


def test_there_are_enough_judged_queries_to_tell() -> None:
    assert len(JUDGED) >= 250
    assert sum(judged.is_outside for judged in JUDGED) >= 40


def test_the_first_hit_is_right(overall: Scores, ours: list[Outcome]) -> None:
    assert overall.success >= SUCCESS, missed(ours)


def test_the_first_right_hit_stands_near_the_top(overall: Scores, ours: list[Outcome]) -> None:
    assert overall.reciprocal_rank >= RECIPROCAL_RANK, missed(ours)


def test_what_is_not_held_is_not_answered_as_if_it_were(overall: Scores, ours: list[Outcome]) -> None:
    assert overall.outside >= OUTSIDE, [
        each.judged.query for each in ours if each.judged.is_outside and each.claims_all
    ]


def test_what_is_held_is_said_to_be_answered_whole(overall: Scores, ours: list[Outcome]) -> None:
    held = [each for each in ours if not each.judged.is_outside]
    assert overall.full >= FULL, [each.judged.query for each in held if not each.claims_all]


@pytest.mark.parametrize("kind", LARGE_KINDS)
def test_each_kind_of_query_is_answered_rightly(ours: list[Outcome], kind: str) -> None:
    found = by_kind(ours)[kind]
    assert sum(each.is_right for each in found) / len(found) >= KIND, missed(found)


@pytest.fixture(scope="module", params=[SqliteFts5, StockWhoosh])
def plain(entries: list[Entry], request: pytest.FixtureRequest) -> Ranker:
    """Each of the plain engines, on the same entries."""
    ranker: Ranker = request.param(entries)
    return ranker


@pytest.mark.long
def test_plain_full_text_is_right_less_often(entries: list[Entry], overall: Scores, plain: Ranker) -> None:
    assert overall.success / scores(outcomes(plain, JUDGED, entries)).success >= 1.15


@in_turn("query", ["", "?!", "och", '"', "a OR", "\x00", "* NEAR"])
def test_plain_full_text_answers_any_query(plain: Ranker, query: str) -> None:
    assert len(plain.rank(query, "sv").entries) <= DEPTH


def test_plain_full_text_claims_all_where_one_entry_has_every_word(plain: Ranker) -> None:
    claims = [plain.rank(query, "sv").claims_all for query in ("heroma", "heroma zebra", "zebra")]
    assert claims == [True, False, False]
