"""Numbers and references: every spelling of one is the same term, and what is none gives none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from index.words.analysis import normalise, tokens
from index.words.codes import code_terms, find_codes, without_references
from tests.in_turn import in_turn

OSL_24_8 = ("c:lag/osl/24/8",)
SWITCHBOARD = ("c:tel/011150000",)


def found(text: str) -> tuple[str, ...]:
    return tuple(term for code in find_codes(normalise(text)) for term in code.terms)


@in_turn(
    "text",
    [
        "24:8",
        "24 : 8",
        "24:8 §",
        "24:8§",
        "(24:8)",
        "٢٤:٨",
        "２４：８",
        "24 kap 8",
        "24 kap 8 §",
        "24 kap. 8 §",
        "24 kap.8 §",
        "24kap8§",
        "24\u00a0kap.\u00a08\u00a0§",
        "24 KAP. 8 §",
        "24 kap 8 §.",
        "24 kap. § 8",
        "24 kapitlet 8 §",
        "24 kapitlet 8 paragrafen",
        "24 kapitlet paragraf 8",
        "tjugofjärde kapitlet åttonde paragrafen",
        "tjugofjarde kapitlets attonde paragraf",
        "tjugo fjärde kapitlet åttonde paragrafen",
        "kapitel tjugofyra paragraf åtta",
        "kapitel tjugo fyra paragraf åtta",
        "24:e kapitlet 8:e paragrafen",
        "paragraf 8 i kapitel 24",
        "8 § i 24 kap. OSL",
        "tjugofyra åtta OSL",
        "OSL 24 8",
        "chapter 24 section 8",
        "Chapter twenty-four, section eight of the Public Access to Information and Secrecy Act",
        "section 8 of chapter 24",
        "luku 24 pykälä 8",
        "kahdeskymmenesneljäs luku 8 §",
        "kap 24 § 8",
        "kapitel 24 paragraf 8",
        "OSL 24:8",
        "osl 24 kap 8 §",
        "OSL, 24 kap. 8 §",
        "24 kap. 8 § OSL",
        "24:8 osl",
        "sekretesslagen 24:8",
        "24 kap. 8 § sekretesslagen",
        "24 kap. 8 § offentlighets- och sekretesslagen",
        "offentlighets- och sekretesslagen 24 kap 8 §",
        "offentlighets och sekretesslagen 24 kap 8 §",
        "offentlighets- och sekretesslagens 24 kap 8 §",
        "Offentlighets- och sekretesslag (2009:400) 24 kap. 8 §",
        "OSL (2009:400) 24 kap. 8 §",
        "vad säger 24 kap. 8 §?",
    ],
)
def test_every_spelling_of_a_paragraph_is_one_term(text: str) -> None:
    assert found(text) == OSL_24_8


@in_turn(
    ("text", "expected"),
    [
        ("24 kap. 8 och 9 §§", ("c:lag/osl/24/8", "c:lag/osl/24/9")),
        ("21 kap. 1, 3 §§", ("c:lag/osl/21/1", "c:lag/osl/21/3")),
        ("21 kap. 1-3 §§", ("c:lag/osl/21/1", "c:lag/osl/21/2", "c:lag/osl/21/3")),
        ("21 kap. 1–3 §§", ("c:lag/osl/21/1", "c:lag/osl/21/2", "c:lag/osl/21/3")),
        ("tjugoförsta kapitlet första och tredje paragraferna", ("c:lag/osl/21/1", "c:lag/osl/21/3")),
        ("kapitel trettio nio paragraf fem b", ("c:lag/osl/39/5b",)),
        ("kap trettio nionde paragrafen", ("c:lag/osl/30/9",)),
        ("trettionionde kapitlet andra stycket", ("c:lag/osl/39",)),
        ("39:1 och 39:2", ("c:lag/osl/39/1", "c:lag/osl/39/2")),
        ("39 kap", ("c:lag/osl/39",)),
        ("OSL 39", ("c:lag/osl/39",)),
        ("39 kap. OSL", ("c:lag/osl/39",)),
        ("kapitel 39", ("c:lag/osl/39",)),
        ("arkivlagen 6 §", ("c:lag/arkivlagen//6",)),
        ("6 § arkivlagen", ("c:lag/arkivlagen//6",)),
        ("arkivlagens 6 §", ("c:lag/arkivlagen//6",)),
        ("arkivlagen (1990:782) 6 §", ("c:lag/arkivlagen//6",)),
        ("TF 2:12", ("c:lag/tf/2/12",)),
        ("2 kap. 12 § tryckfrihetsförordningen", ("c:lag/tf/2/12",)),
        ("tryckfrihetsförordningens 2 kap.", ("c:lag/tf/2",)),
        ("tryckfrihetsfo\u0308rordningen 2 kap 12 §", ("c:lag/tf/2/12",)),
        ("förvaltningslagen 6 §", ("c:lag/fl//6",)),
    ],
)
def test_a_reference_is_found_with_its_law_and_all_its_paragraphs(text: str, expected: tuple[str, ...]) -> None:
    assert found(text) == expected


def test_a_range_without_end_gives_a_bounded_number_of_terms() -> None:
    assert len(found("24 kap. 1-999999999 §§")) == 20


@in_turn(
    "text",
    [
        "011-15 00 00",
        "011-150000",
        "011 15 00 00",
        "011150000",
        "011/15 00 00",
        "(011) 15 00 00",
        "011\u201115\u00a000\u00a000",
        "011–15 00 00",
        "+46 11 15 00 00",
        "+4611150000",
        "+46 (0)11-15 00 00",
        "+46-11-15 00 00",
        "0046 11 15 00 00",
        "tel:011-150000",
        "tel. 011-15 00 00",
        "ring 011-15 00 00.",
        "٠١١١٥٠٠٠٠",
    ],
)
def test_every_spelling_of_a_telephone_number_is_one_term(text: str) -> None:
    assert found(text) == SWITCHBOARD


@in_turn(
    ("text", "address"),
    [
        ("ekonomistyrning@norrkoping.se", "ekonomistyrning@norrkoping.se"),
        ("Ekonomistyrning@Norrkoping.SE", "ekonomistyrning@norrkoping.se"),
        ("mailto:a@b.se", "a@b.se"),
        ("<a.b@c.se>", "a.b@c.se"),
        ("skriv till a.b+c@d-e.co.uk.", "a.b+c@d-e.co.uk"),
        ("a_b@c.se", "a_b@c.se"),
        ("ａ＠ｂ．ｓｅ", "a@b.se"),
    ],
)
def test_an_email_address_is_found_whole(text: str, address: str) -> None:
    assert found(text) == (f"c:epost/{address}",)


@in_turn(
    "text",
    [
        "",
        "protokoll",
        "osl",
        "kap",
        "§",
        "§ 8",
        "8 §",
        "39",
        "39.2",
        "1956",
        "360",
        "112",
        "11414",
        "601 81",
        "8 stycken",
        "3 fakturor",
        "möte 2 mars",
        "paragraf 3",
        "andra paragrafen",
        "alla andra kapitel",
        "ett kapitel om löner",
        "två OSL",
        "2009:400",
        "(2009:400)",
        "lag 1990:782",
        "2019-0917",
        "2019/05",
        "2019/05/06",
        "2019/20",
        "från 2019-2020",
        "protokoll från 2019-2020",
        "år 2019/2020",
        "läsår 2019/2020",
        "mål 2019/2020",
        "lag nr 1990:782",
        "SFS nr 2009:400",
        "möte 2019-05-06",
        "den 2019-05-06",
        "möte 2019 - 2020",
        "24:800",
        "124:8",
        "1:2:3456",
        "a@b",
        "@norrkoping.se",
        "kl. 08.00-16.30",
        "kl 08:05",
        "SFS 2009:400",
        "0" * 40,
        "1990",
        "24 kapplöpningar",
        "kaptenen 24",
    ],
)
def test_what_is_no_code_gives_no_term(text: str) -> None:
    assert found(text) == ()


@in_turn(
    ("text", "term"),
    [
        ("tredje kapitlet kommunallagen", "kommunallag/3"),
        ("chapter 3 section 1 of the Local Government Act", "annanlag/3/1"),
        ("kuntalain 3 luku 1 §", "annanlag/3/1"),
        ("3 kap. 1 § kommunallagen", "kommunallag/3/1"),
        ("13 kap 5 § KL", "kommunallag/13/5"),
        ("kommunallagen 3 kap. 1 §", "kommunallag/3/1"),
        ("brottsbalken 39 kap. 2 §", "brottsbalk/39/2"),
        ("39 kap. 2 § i socialtjänstlagen", "socialtjänstlag/39/2"),
        ("RF 2:12", "rf/2/12"),
    ],
)
def test_a_provision_of_another_law_is_that_law_s(text: str, term: str) -> None:
    assert f"c:lag/{term}" in found(text)


@in_turn(
    "text",
    [
        "0-" * 250,
        "0 " * 250,
        "1," * 250,
        "24 kap " * 71,
        "a@" * 250,
        "a." * 250,
        "kap 1 " * 83,
        "(0)" * 166,
        "§" * 500,
        "dnr ks " * 70,
        "kap två " * 60,
        "the act of " * 45,
        "2019/" * 100,
    ],
)
def test_hostile_repetition_is_read_to_its_end(text: str) -> None:
    assert all(code.end <= len(text) for code in find_codes(text))


def test_what_is_said_stands_where_it_was_said() -> None:
    text = "vad säger trettionionde kapitlet andra paragrafen om löner"
    assert [text[code.start : code.end] for code in find_codes(text)] == ["trettionionde kapitlet andra paragrafen"]


@in_turn(
    ("text", "left"),
    [
        ("18 kap. 3 § OSL", ["kap", "osl"]),
        ("39 kap. 5 a och 5 b §§ gäller 2 år", ["kap", "och", "gäller", "2", "år"]),
        ("KS 2019/0917 och rum 3", ["ks", "2019", "0917", "och", "rum", "3"]),
    ],
)
def test_a_text_without_references_keeps_all_but_their_digits(text: str, left: list[str]) -> None:
    assert [token.text for token in tokens(without_references(text))] == left


def test_a_code_tells_where_it_stands() -> None:
    text = "ring 011-15 00 00 om 24 kap. 8 § osl"
    assert [text[code.start : code.end] for code in find_codes(text)] == ["011-15 00 00", "24 kap. 8 § osl"]


def test_codes_do_not_overlap() -> None:
    codes = find_codes("a@b.se ks 2019/0917 24:8 011-15 00 00 39 kap 2 § arkivlagen 6 §")
    assert all(one.end <= other.start for one, other in pairwise(codes))


def test_a_text_has_the_chapters_of_its_paragraphs_as_terms_too() -> None:
    assert code_terms("24 kap. 8 § OSL") == ["c:lag/osl/24/8", "c:lag/osl/24"]


def test_a_law_without_chapters_has_no_chapter_term() -> None:
    assert code_terms("arkivlagen 6 §") == ["c:lag/arkivlagen//6"]


@pytest.mark.parametrize("text", ["1-2-3 §", "24 kap 1-011-24 §", "§ 1-2–3,4-5-6", "9-8-7-6 § osl"])
def test_a_range_with_more_than_two_ends_is_read_and_is_no_fault(text: str) -> None:
    assert all(code.terms for code in find_codes(text))


def test_a_reference_leads_to_no_more_sections_than_a_chapter_has() -> None:
    (code,) = find_codes(f"24 kap {'1-20,' * 40}1 §")
    assert len(code.terms) == 40
