"""What says that a record is old: years, decades, and municipalities that are no more."""

from __future__ import annotations

from index.words.old_times import apart, former_bodies, is_old_time
from tests.in_turn import in_turn


@in_turn("word", ["1956", "1800talet", "1800tal", "1700", "1999", "1200", "1970s", "1970luvulla"])
def test_a_year_of_old_times_is_one(word: str) -> None:
    assert is_old_time(word)


@in_turn(
    "word",
    [
        *("60talet", "70s", "sjuttiotalet", "attiotals", "åttitalet", "artonhundratalet", "nittonhundrasextiotalets"),
        *("seventies", "70luvulla", "seitsemänkymmentäluku", "السبعينات", "السبعينيات"),
    ],
)
def test_a_decade_or_century_of_old_times_is_one(word: str) -> None:
    assert is_old_time(word)


@in_turn(
    "word",
    [
        *("2000", "2019", "360", "1199", "19561", "1956x", "talet", "", "2000talet"),
        *("10talet", "20talet", "tjugotalet", "60", "60tal", "femtiotal", "hundratals", "tjugohundratalet", "antalet"),
    ],
)
def test_a_word_that_is_no_old_time_is_none(word: str) -> None:
    assert not is_old_time(word)


@in_turn(
    ("word", "parts"),
    [
        ("60talsritning", ("60tals", "ritning")),
        ("åttiotalsprotokoll", ("åttiotals", "protokoll")),
        ("betalsätt", ()),
        ("avtalsregister", ()),
    ],
)
def test_what_is_of_a_decade_is_two_words(word: str, parts: tuple[str, ...]) -> None:
    assert apart(word) == parts


@in_turn(
    ("text", "bodies"),
    [
        ("borgs kommun protokoll 1955", ["borgs kommun"]),
        ("protokoll borgs kommun sjuttiotalet", ["borgs kommun"]),
        ("gamla borgs kommun", ["borgs kommun"]),
        ("före detta borgs kommun", ["borgs kommun"]),
        ("f d borgs kommun", ["borgs kommun"]),
        ("borgs kommun förr", ["borgs kommun"]),
        ("borgs socken", ["borgs socken"]),
        ("sockenstämmans protokoll", ["sockenstämmans"]),
        ("landskommunen", ["landskommunen"]),
        ("borgs köping", ["borgs köping"]),
        ("borgs kommun", []),
        ("borgs kommun 2019", []),
        ("borgs kommun 1995", []),
        ("borgs kommun åttiotalet", []),
        ("hela kommun 1955", []),
        ("kommun 1955", []),
        ("gamla avtal borgs kommun", []),
        ("köpings", []),
    ],
)
def test_a_municipality_that_is_no_more_is_found_with_its_name(text: str, bodies: list[str]) -> None:
    words = text.split()
    found = former_bodies(words, "borgs".__eq__)
    assert [" ".join(words[first : last + 1]) for first, last in found] == bodies
