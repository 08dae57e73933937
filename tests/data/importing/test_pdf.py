"""PDF files are read by where their letters stand: paragraphs over lines and pages, columns, tables, no page heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.importing.blocks import BlockKind, CannotRead
from data.importing.child import read_apart
from data.importing.reading import pdf as reader
from tests.data.importing.made_pdf import Page, pdf
from tests.data.importing.measuring import EXAMPLES, measured
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.importing.blocks import ReadDocument

_LEFT = (
    "Avdelningen tar emot anmälningar och",
    "prövar varje ansökan för sig innan den",
    "lämnas vidare till nämnden, där den tas",
    "upp vid nästa sammanträde, som håller",
)
_RIGHT = (
    "på i två dagar och leds av ordföranden.",
    "Expeditionen har öppet varje vardag",
    "mellan nio och tre. Arkivet finns i det",
    "hus som ligger bredvid.",
)


def read(*pages: Page) -> ReadDocument:
    """Pages as they are read."""
    return reader.read(pdf(*pages), lambda: None)


def texts(document: ReadDocument) -> list[str]:
    """The words of its blocks."""
    return [each.text for each in document.blocks]


@pytest.mark.parametrize(("name", "surplus"), [("alvsta-bun", 0), ("hovratten-mellanbygden", 3)])
def test_every_passage_and_heading_of_a_file_is_read_in_order(name: str, surplus: int) -> None:
    data = (EXAMPLES / f"{name}.pdf").read_bytes()
    document = reader.read(data, lambda: None)
    found = measured(document, name)
    assert (found.missed, found.headings) == ([], [])
    assert found.in_order == found.found
    # The table of revisions, which its key counts as furniture: its words are kept.
    assert len(found.surplus) == surplus
    assert {"innehållsförteckning", "sidhuvud", "sidfot"} <= {each.what for each in document.furniture}
    assert [each.number for each in document.blocks if each.kind is BlockKind.HEADING][-1] in {"10", "6.3"}
    assert read_apart(data, "pdf") == document


def test_a_hyphen_at_a_lines_end_is_kept_where_it_is_one() -> None:
    page = Page().lines(
        60, 80, "Här finns barn-", "och elevregister i it-", "systemet. Om skolpsyko-", "loger och gemen-"
    )
    page.lines(60, 136, "samt arbete, se RA-", "FS 1991:1 och sidorna 1–", "3.")
    assert "".join(texts(read(page))) == (
        "Här finns barn- och elevregister i it-systemet. Om skolpsykologer och gemensamt arbete, "
        "se RA-FS 1991:1 och sidorna 1–3."
    )


def test_letters_that_are_spaced_out_are_words() -> None:
    page = Page().text(60, 80, "H ä r m e d   f ö r o r d n a s").text(60, 120, "BESKRIVNING AV HANDLINGAR", spaced=4)
    assert texts(read(page)) == ["Härmed förordnas", "BESKRIVNING AV HANDLINGAR"]


def test_columns_are_read_one_after_the_other_and_a_sentence_goes_on_between_them() -> None:
    page = Page().text(60, 80, "Nämnden har en avdelning, som beskrivs här i två spalter under den här raden.")
    page.text(60, 110, "Avdelningen", bold=True).lines(60, 124, *_LEFT).lines(320, 110, *_RIGHT)
    assert texts(read(page))[1:] == ["Avdelningen", " ".join((*_LEFT, *_RIGHT))]


def test_a_table_over_two_pages_is_one_with_its_head_once_and_a_cut_row_whole() -> None:
    xs = (60, 200, 400, 535)
    first = (
        Page().grid(xs, (700, 720, 760)).text(65, 690, "Nämnden har flera system, som visas i tabellen under raden.")
    )
    for x, word in ((65, "System"), (205, "Innehåll"), (405, "Ansvar")):
        first.text(x, 714, word, bold=True)
    first.text(65, 734, "Castor").text(205, 734, "Diarium och proto-").text(405, 734, "Staben")
    second = Page().grid(xs, (60, 80, 100, 120)).text(205, 94, "koll från nämnden").text(65, 114, "Vera")
    for x, word in ((65, "System"), (205, "Innehåll"), (405, "Ansvar")):
        second.text(x, 74, word, bold=True)
    second.text(205, 114, "Mål")
    document = read(first, second)
    rows = [each for each in document.blocks if each.kind is BlockKind.TABLE_ROW]
    assert [each.cells for each in rows] == [
        ("Castor", "Diarium och protokoll från nämnden", "Staben"),
        ("Vera", "Mål", ""),
    ]
    assert {each.columns for each in rows} == {("System", "Innehåll", "Ansvar")}
    assert [each.text for each in document.furniture if each.what == "tabellhuvud"] == ["System | Innehåll | Ansvar"]


def test_lists_lose_their_marks_and_notes_at_the_foot_their_numbers() -> None:
    page = Page().text(60, 80, "Nämnden har dessa register, som förs av registrator.").text(318, 76, "1", size=6)
    page.text(60, 94, "•").text(75, 94, "Diariet").text(60, 108, "•").text(75, 108, "Arkivförteckningen, som är")
    page.text(75, 122, "ordnad efter år").text(60, 150, "25 kap. 1 § gäller i skolan.")
    page.text(60, 782, "1", size=5).text(66, 784, "Till och med 2016 användes kort.", size=8)
    blocks = read(page).blocks
    assert [(each.kind, each.text, each.number) for each in blocks] == [
        (BlockKind.PARAGRAPH, "Nämnden har dessa register, som förs av registrator.", ""),
        (BlockKind.LIST_ITEM, "Diariet", ""),
        (BlockKind.LIST_ITEM, "Arkivförteckningen, som är ordnad efter år", ""),
        (BlockKind.PARAGRAPH, "25 kap. 1 § gäller i skolan.", ""),
        (BlockKind.FOOTNOTE, "Till och med 2016 användes kort.", "1"),
    ]


def test_bullets_that_are_drawn_begin_items() -> None:
    page = Page().text(60, 80, "Nämnden har dessa register, som förs av registrator:")
    for y, words in ((100, "Diariet"), (114, "Arkivförteckningen, som är"), (142, "Kartan")):
        page.dot(66, y - 6).text(80, y, words)
    page.text(80, 128, "ordnad efter år")
    assert [(each.kind, each.text) for each in read(page).blocks[1:]] == [
        (BlockKind.LIST_ITEM, "Diariet"),
        (BlockKind.LIST_ITEM, "Arkivförteckningen, som är ordnad efter år"),
        (BlockKind.LIST_ITEM, "Kartan"),
    ]


def test_what_stands_under_a_table_with_its_lines_drawn_cell_by_cell_is_no_note() -> None:
    page = Page().text(60, 80, "Nämnden har flera system, som visas i tabellen under den här raden.")
    for y in (100, 120, 140):
        page.line(60, y, 200, y).line(200, y, 535, y)
    for x in (60, 200, 535):
        page.line(x, 100, x, 140)
    page.text(65, 114, "Castor").text(205, 114, "Diarium").text(65, 134, "Vera").text(205, 134, "Mål")
    page.text(60, 165, "5 Uppgifter som hämtas", size=14).text(60, 185, "Uppgifter hämtas varje dag.")
    blocks = read(page).blocks
    assert [(each.kind, each.number, each.text) for each in blocks[3:]] == [
        (BlockKind.HEADING, "5", "Uppgifter som hämtas"),
        (BlockKind.PARAGRAPH, "", "Uppgifter hämtas varje dag."),
    ]


def test_headings_may_be_italics_or_have_only_their_number() -> None:
    text = ("Nämnden har ett diarium, som förs av registratorn i kommunens gemensamma system. Det kan", "sökas i.")
    page = Page().text(60, 80, "1 Sökmedel", size=14).text(60, 110, "1.1 Diarium").lines(60, 126, *text)
    page.text(60, 170, "Protokoll", italic=True).lines(60, 186, *text)
    blocks = read(page).blocks
    assert [(each.kind, each.number, each.text) for each in blocks if each.kind is BlockKind.HEADING] == [
        (BlockKind.HEADING, "1", "Sökmedel"),
        (BlockKind.HEADING, "1.1", "Diarium"),
        (BlockKind.HEADING, "", "Protokoll"),
    ]
    assert texts(read(page))[2] == " ".join(text)


def test_one_line_across_a_table_parts_its_head_from_its_rows() -> None:
    page = Page().text(60, 80, "Nämnden har flera system, som visas i tabellen under den här raden.")
    rows = (("System", "Innehåll"), ("Castor", "Diarium"), ("Vera", "Mål"), ("Flora", "Kartor"), ("Agda", "Löner"))
    for at, row in enumerate(rows):
        page.text(60, 110 + 18 * at, row[0]).text(250, 110 + 18 * at, row[1])
    page.line(60, 115, 535, 115)
    found = [each for each in read(page).blocks if each.kind is BlockKind.TABLE_ROW]
    assert [each.cells for each in found] == list(rows[1:])
    assert {each.columns for each in found} == {rows[0]}


def test_pages_that_are_pictures_are_told_of() -> None:
    document = read(Page(picture=True), Page().text(60, 80, "En sida med text som går att läsa."))
    assert document.notices == ("Sida 1 är bild: det som står där lästes inte.",)


_LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00><00>]"


@in_turn(
    ("data", "says"),
    [
        (pdf(Page(picture=True)), "PDF-filen är bilder av text"),
        (pdf(Page().text(60, 80, "Hemligt"), trailer=_LOCK), "PDF-filen är skyddad med lösenord"),
        (pdf(Page().text(60, 80, "En sida med text"))[:600], "PDF-filen är skadad eller avkortad"),
        (b"%PDF-1.4\n%%EOF", "PDF-filen är skadad eller avkortad"),
        (pdf(*[Page()] * 401), "PDF-filen har 401 sidor"),
        (pdf(Page().lines(20, 40, *["ord " * 400] * 50, size=0.8)), "PDF-filen har mer text"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_a_hostile_file_is_refused_with_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(CannotRead) as refusal:
        reader.read(data, lambda: None)
    assert str(refusal.value).startswith(says)


def test_without_the_extra_for_importing_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.importing.reading.pdf.sheets.pypdfium2", None)
    with pytest.raises(CannotRead, match=r"make \.venv/\.import"):
        read(Page())
