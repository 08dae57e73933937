"""Ids are what the contract says, each given once, and the same for the same document."""

from __future__ import annotations

from data.checks.slugs import MAX_SLUG_LENGTH, RESERVED, SLUG
from data.importing.writing.ids import Ids, of_section, slug


def test_a_slug_is_small_letters_digits_and_hyphens_cut_at_a_word() -> None:
    assert slug("Ekonomi- och styrningsavdelningen (EKO)") == "ekonomi-och-styrningsavdelningen-eko"
    assert slug("Åkes & Øystein — Café 2") == "akes-och-oystein-cafe-2"
    assert slug("Register, förteckningar eller andra sökmedel till kommunstyrelsens allmänna handlingar") == (
        "register-forteckningar-eller-andra-sokmedel-till"
    )
    assert slug("x" * 200) == "x" * 60
    assert slug("–") == ""


def test_an_id_is_given_once_and_never_one_of_the_portals_own() -> None:
    ids = Ids(["tagen"])
    given = [ids.free(*proposed) for proposed in (("tagen", "annan"), ("annan",), ("annan",), ("sok",), ("",), ("",))]
    assert given == ["annan", "annan-b", "annan-c", "sok-b", "utan-namn", "utan-namn-b"]
    assert RESERVED.isdisjoint(given)


def test_the_passages_of_a_section_are_no_other_sections() -> None:
    ids = Ids()
    assert ids.free("bilaga-2") == "bilaga-2"
    assert ids.free("bilaga", passages=3) == "bilaga-b"
    assert of_section("Bilaga 2") == "bilaga2"


def test_every_id_fits_into_an_address() -> None:
    ids = Ids()
    made = [ids.free("a" * 79, passages=120) for _ in range(40)]
    assert all(SLUG.fullmatch(id_) and len(f"{id_}-120") <= MAX_SLUG_LENGTH for id_ in made)
