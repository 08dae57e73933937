"""The outline of documents: headings by look, number and words, the law recited, and what each passage tells of."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from data.importing.outline import POINTS, Outline, PassageKind, Subject
from data.importing.recognising.outlining import outlined, subjects_of
from data.importing.recognising.outlining.chapters import NoChapter, cut, much_more
from data.importing.recognising.outlining.subjects import names_unit, point_of
from tests.data.importing.outlines import document

_CASES = tomllib.loads(Path(__file__).with_name("outline_cases.toml").read_text(encoding="utf-8"))
_TEXT = "Detta är en mening som är tillräckligt lång för att vara löpande text i en beskrivning."
_RECITAL = (
    "Enligt 4 kap. 2 § OSL ska varje myndighet upprätta en beskrivning av",
    "- 1. myndighetens organisation och verksamhet,",
    "- 2. register, förteckningar eller andra sökmedel,",
    "- 3. tekniska hjälpmedel som enskilda själva kan använda,",
    "- 4. vem hos myndigheten som kan lämna närmare upplysningar,",
    "- 5. bestämmelser om sekretess som myndigheten vanligen tillämpar, samt",
    "- 6. myndighetens rätt till försäljning av personuppgifter.",
)


def _headings(outline: Outline) -> list[str]:
    return [section.heading for section in outline.sections if section.heading]


def _told(outline: Outline, text: str) -> tuple[Subject, ...]:
    return next(passage.subjects for passage in outline.passages if text in passage.text)


def test_headings_say_what_their_section_tells_of() -> None:
    told = {heading: [subject.value for subject in subjects_of(heading)] for heading in _CASES["subjects"]}
    assert told == _CASES["subjects"]


def test_names_of_units_are_told_from_other_headings() -> None:
    assert {heading: names_unit(heading) for heading in _CASES["unit_headings"]} == _CASES["unit_headings"]


def test_lines_recite_the_points_of_the_law_and_answers_do_not() -> None:
    points = {text: POINTS[point] if (point := point_of(text)) else 0 for text in _CASES["points"]}
    assert points == _CASES["points"]


@pytest.mark.parametrize(("kind", "is_one"), [("heading", True), ("no_heading", False)])
def test_a_line_in_bold_is_a_heading_unless_it_is_something_else(kind: str, is_one: bool) -> None:  # noqa: FBT001
    for text in _CASES[kind]["texts"]:
        around = ("^ Arkivbeskrivning", "# Inledning", *[_TEXT] * 4)
        outline = outlined(document(*around, f"**{text}**", _TEXT, "# Slut", _TEXT))
        assert (text in _headings(outline)) is is_one, text


def test_headings_without_any_look_are_told_from_words_and_numbers() -> None:
    plain = outlined(document("Arkivbeskrivning", "Organisation", _TEXT, "Vem lämnar upplysningar?", _TEXT, "Slut."))
    assert _headings(plain) == ["Organisation", "Vem lämnar upplysningar?"]
    assert all(section.basis.guessed for section in plain.sections[1:])
    typed = outlined(document("Arkivbeskrivning", "1 Uppdrag", _TEXT, "1.1 Kansliet", _TEXT, "23 kap. 1 § gäller här"))
    assert [(each.number, each.heading, each.level) for each in typed.sections[1:]] == [
        ("1", "Uppdrag", 1),
        ("1.1", "Kansliet", 2),
    ]


def test_bold_lines_stand_under_capitals_and_names_around_the_title_are_no_headings() -> None:
    lines = (
        "**Ekfors kommun**",
        "^ Arkivbeskrivning",
        "**Kulturnämnden**",
        "ORGANISATION",
        _TEXT,
        "**Kansliet**",
        _TEXT,
    )
    outline = outlined(document(*lines, "SEKRETESS", _TEXT))
    assert [(each.heading, each.level) for each in outline.sections[1:]] == [
        ("ORGANISATION", 1),
        ("Kansliet", 2),
        ("SEKRETESS", 1),
    ]
    assert [passage.kind for passage in outline.passages[:3]].index(PassageKind.TITLE) == 1


def test_the_second_line_of_a_title_is_no_heading() -> None:
    for second in ("med beskrivning av nämndens handlingar", "Beskrivning enligt offentlighets- och sekretesslagen"):
        outline = outlined(document("^ Arkivbeskrivning", f"**{second}**", "Dnr KUN 2024/3", "# Organisation", _TEXT))
        assert _headings(outline) == ["Organisation"]
        assert outline.passages[1].text == second


def test_numbers_mean_what_the_recital_before_them_says() -> None:
    answers = (
        "1. Museet leds av en chef.",
        "Museet har tre avdelningar.",
        "2. Diariet förs i Alfa.",
        "3. En dator finns.",
    )
    more = ("4. Registratorn svarar på frågor.", "5. 21 kap. 1 § OSL gäller ofta.", "6. Museet säljer inga uppgifter.")
    outline = outlined(document("^ Beskrivning av allmänna handlingar", *_RECITAL, *answers, *more))
    assert all(passage.recited for passage in outline.passages[1:8])
    assert _told(outline, "tre avdelningar") == (Subject.ORGANISATION,)
    assert _told(outline, "säljer inga") == (Subject.SALE,)
    assert len(outline.sections) == 1


def test_a_form_answers_the_points_at_its_left() -> None:
    rows = [f"{point[5:]} | Svaret nummer {n}." for n, point in enumerate(_RECITAL[1:], 1)]
    outline = outlined(document("^ Beskrivning av allmänna handlingar", *rows))
    assert _told(outline, "nummer 6") == (Subject.SALE,)
    assert outline.passages[1].own_cells == ("Svaret nummer 1.",)


def test_what_stands_under_a_unit_tells_of_what_is_said_above_it() -> None:
    under = outlined(
        document("^ Arkivbeskrivning", "# Sekretess", "## Kulturenheten", _TEXT, "# Kansliet", "Kort text.")
    )
    assert under.passages[1].subjects == (Subject.SECRECY,)
    assert under.passages[2].subjects == (Subject.ORGANISATION,)


def test_links_copies_and_versions_are_left_out_and_told() -> None:
    lines = (
        "- Organisation",
        "- Sök i registren",
        "- Sekretess",
        "## Organisation",
        _TEXT,
        "## Sök i registren",
        _TEXT,
    )
    end = ("## Sekretess", _TEXT, "Senast uppdaterad: 12 mars 2024", "Kopia till:", "Kommunarkivet")
    outline = outlined(document("# Allmänna handlingar hos nämnden", *lines, *end))
    assert len(outline.passages) == 1 + 3
    assert len(outline.furniture) == 3 + 3
    names = ("Alfa-enheten", "Beta-enheten", "Gamma-enheten")
    under = [line for name in names for line in (f"## {name}", _TEXT)]
    listed = outlined(
        document("^ Arkivbeskrivning", "# Uppdrag", "Här finns:", *(f"- {name}" for name in names), *under)
    )
    assert not listed.furniture


def test_a_chapter_of_a_plan_can_be_chosen() -> None:
    chapter = ("# Beskrivning enligt OSL", "## Organisation", _TEXT, "## Sökmedel", _TEXT)
    columns = ("Handling", "Bevaras/gallras", "Förvaring")
    rows = ("Ansökan | 5 år | Arkiv", "Beslut | Bevaras | Arkiv", "Brev | 2 år | Pärm")
    whole = outlined(document("^ Hanteringsplan", "# Om planen", _TEXT, *chapter, "# Tabeller", *rows, columns=columns))
    more = much_more(whole)
    assert more is not None
    assert more.likely == "Beskrivning enligt OSL"
    one = cut(whole, "beskrivning enligt osl")
    assert _headings(one) == ["Beskrivning enligt OSL", "Organisation", "Sökmedel"]
    assert [passage.n for passage in one.passages] == [1, 2, 3]
    assert len(one.furniture) == len(whole.passages) + len(_headings(whole)) - 3 - 3
    with pytest.raises(NoChapter, match="avsnitten är ”Om planen”"):
        cut(whole, "Sekretess")
    assert much_more(one) is None
