"""The lexicon: base forms and parts of Swedish words, on a table labelled by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.wording import is_form_of
from index.words.hunspell import RULES, WORDS, compile_lexicon
from index.words.lexicon import MAX_SPLIT_LENGTH, is_light_head
from tests.in_turn import in_turn
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from index.answer.search import Searcher
    from index.words.analyser import Analyser

TABLE = REPOSITORY / "tests" / "index" / "words" / "compounds.tsv"
LABELLED = [
    (word, parts)
    for word, parts in (
        line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
]
COMPOUNDS = [row for row in LABELLED if "|" in row[1]]
SIMPLE = [row for row in LABELLED if "|" not in row[1]]


def parts_of(analyser: Analyser, word: str) -> str:
    return "|".join(part.text for part in analyser.lexicon.split(word)) or word


def test_the_table_is_large_enough_to_tell() -> None:
    assert len({word for word, _parts in COMPOUNDS}) >= 120
    assert len({word for word, _parts in SIMPLE}) >= 150


@pytest.mark.parametrize(("rows", "floor"), [(COMPOUNDS, 0.92), (SIMPLE, 0.95)], ids=["compounds", "simple words"])
def test_words_are_taken_apart_as_a_person_does(analyser: Analyser, rows: list[tuple[str, str]], floor: float) -> None:
    found = {word: (parts_of(analyser, word), parts) for word, parts in rows}
    missed = {word: pair for word, pair in found.items() if pair[0] != pair[1]}
    assert 1 - len(missed) / len(rows) >= floor, missed


@in_turn(
    ("word", "base"),
    [
        ("arkivet", "arkiv"),
        ("arkivens", "arkiv"),
        ("systemet", "system"),
        ("registret", "register"),
        ("registren", "register"),
        ("ärendet", "ärende"),
        ("ärendena", "ärende"),
        ("diariet", "diarium"),
        ("diarier", "diarium"),
        ("protokollen", "protokoll"),
        ("kontoret", "kontor"),
        ("avtalet", "avtal"),
        ("besluten", "beslut"),
        ("lönen", "lön"),
        ("nämnderna", "nämnd"),
        ("handlingarna", "handling"),
        ("fakturorna", "faktura"),
        ("personalakterna", "personalakt"),
        ("krisledningsutskottet", "krisledningsutskott"),
        ("gamla", "gammal"),
        ("äldsta", "gammal"),
        ("böckerna", "bok"),
        ("städer", "stad"),
        ("mailen", "mejl"),
        ("heroma", "heroma"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_a_form_leads_to_its_base(analyser: Analyser, word: str, base: str) -> None:
    assert analyser.bases(word)[0] == base


@pytest.mark.parametrize(("word", "parts"), [("tullag", "tull|lag"), ("mattång", "matt|tång"), ("nattåg", "natt|tåg")])
def test_a_letter_that_two_parts_share_is_given_to_both(analyser: Analyser, word: str, parts: str) -> None:
    assert parts_of(analyser, word) == parts


@in_turn(
    ("word", "bases"),
    [
        ("personalakterna", ("personal", "akt")),
        ("fakturaregistren", ("faktura", "register")),
        ("diarieföring", ("diarium", "föring")),
        ("gatukontoret", ("gata", "kontor")),
        ("invånardata", ("invånare", "data")),
    ],
)
def test_a_part_tells_its_base(analyser: Analyser, word: str, bases: tuple[str, ...]) -> None:
    assert tuple(part.base for part in analyser.lexicon.split(word)) == bases


@in_turn("word", ["", "a", "ö", "abc", "arkiv", "säkerhet", "medborgarskap", "xqzzqxxqzz", "123456"])
def test_what_is_no_compound_has_no_parts(analyser: Analyser, word: str) -> None:
    assert analyser.lexicon.split(word) == ()


def test_words_up_to_the_cap_are_taken_apart_and_longer_ones_not(analyser: Analyser) -> None:
    longest = "arkiv" * (MAX_SPLIT_LENGTH // len("arkiv"))
    assert len(longest) == MAX_SPLIT_LENGTH
    assert len(analyser.lexicon.split(longest)) == MAX_SPLIT_LENGTH // len("arkiv")
    assert analyser.lexicon.split(longest + "s") == ()


@in_turn("word", ["arkivet", "protokollen", "hundar", "katt", "sprang"])
def test_a_real_word_is_known_in_every_form(analyser: Analyser, word: str) -> None:
    assert analyser.lexicon.is_word(word)


@in_turn("word", ["", "dairium", "protokol", "heroma", "xyzzy"])
def test_what_is_no_swedish_word_is_unknown(analyser: Analyser, word: str) -> None:
    assert not analyser.lexicon.is_word(word)


@pytest.mark.parametrize(("base", "light"), [("lista", True), ("register", True), ("protokoll", False), ("", False)])
def test_a_head_is_light_where_it_only_says_that_there_is_a_record(base: str, light: bool) -> None:  # noqa: FBT001
    assert is_light_head(base) is light


@in_turn(
    ("one", "other"),
    [
        ("utskott", "utskottet"),
        ("avdelning", "avdelningarna"),
        ("nämnd", "nämndens"),
        ("myndighet", "myndigheter"),
        ("styrelse", "styrelsen"),
        ("registrator", "registratorer"),
        ("sekreterare", "sekreterarna"),
        ("diarium", "diariet"),
        ("register", "registret"),
        ("område", "områden"),
        ("system", "systemen"),
        ("arkiv", "arkivets"),
        ("byrå", "byrån"),
        ("skola", "skolorna"),
        ("nyckel", "nycklar"),
        ("program", "programmet"),
        ("kansli", "kanslier"),
    ],
)
def test_what_check_takes_for_a_form_of_a_word_is_one_by_the_lexicon(analyser: Analyser, one: str, other: str) -> None:
    assert is_form_of(one, other)
    assert set(analyser.lexicon.bases(one)) & set(analyser.lexicon.bases(other))


@pytest.mark.parametrize(("one", "other"), [("arkiv", "arkivarie"), ("konto", "kontor"), ("kontor", "kontroll")])
def test_what_check_takes_for_another_word_is_one_by_the_lexicon(analyser: Analyser, one: str, other: str) -> None:
    assert not is_form_of(one, other)
    assert not set(analyser.lexicon.bases(one)) & set(analyser.lexicon.bases(other))


def test_compiling_again_gives_the_same_bytes(searcher: Searcher, tmp_path: Path) -> None:
    compile_lexicon(tmp_path)
    for name in (WORDS, RULES):
        assert (tmp_path / name).read_bytes() == (searcher.folder / name).read_bytes()


def test_the_compiled_lexicon_is_small(searcher: Searcher) -> None:
    assert sum((searcher.folder / name).stat().st_size for name in (WORDS, RULES)) < 2_000_000


def test_no_dictionary_is_copied_into_the_repository() -> None:
    ours = REPOSITORY / "index"
    assert [path for path in ours.rglob("*") if path.suffix in {".dic", ".aff", ".marisa"}] == []
    assert max(path.stat().st_size for path in (ours / "words" / "language").iterdir() if path.is_file()) < 200_000
