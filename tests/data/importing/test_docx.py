"""What Word keeps apart from its running text, or in it without showing it."""

from __future__ import annotations

from data.importing.blocks import BlockKind
from data.importing.reading.docx import read
from tests.data.importing.made import docx, paragraph, run, told

_LEVELS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kommun"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="Rubrik1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def _words(body: str, **parts: str) -> list[str]:
    return told(read(docx(body, parts), lambda: None))


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def _numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def test_headings_are_known_by_what_their_style_is_based_on_and_have_the_numbers_that_word_makes() -> None:
    body = (
        paragraph("Om oss", _style("Rubrik1"))
        + paragraph("Historik", _style("Kommun"))
        + paragraph("Arkiv", _style("Kommun"))
        + paragraph("Sekretess", _style("Rubrik1"))
        + paragraph("2.1 Skriven", '<w:outlineLvl w:val="2"/>')
        + paragraph("25 kap. 1 § är vanlig", '<w:outlineLvl w:val="2"/>')
        + paragraph("ett", _numbered(2))
        + paragraph("två", _numbered(2))
    )
    assert _words(body, styles=_STYLES, numbering=_LEVELS) == [
        "heading1: 1 Om oss",
        "heading2: 1.1 Historik",
        "heading2: 1.2 Arkiv",
        "heading1: 2 Sekretess",
        "heading3: 2.1 Skriven",
        "heading3: 25 kap. 1 § är vanlig",
        "list-item: a) ett",
        "list-item: b) två",
    ]


def test_proposed_changes_are_read_as_approved_and_told() -> None:
    deleted = "<w:del><w:r><w:delText>gammalt</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('flyttat')}</w:moveFrom>"
    joined = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + run("Början ") + "</w:p>" + paragraph("och slut")
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("struken rad") + "</w:tc><w:tc/></w:tr>"
    kept = "<w:tr><w:tc>" + paragraph("A") + "</w:tc><w:tc>" + paragraph("B") + "</w:tc></w:tr>"
    body = (
        paragraph(run("Nu ") + deleted + f"<w:ins>{run('nytt')}</w:ins>" + moved + run("."))
        + joined
        + f"<w:del>{paragraph('struket stycke')}</w:del>"
        + f"<w:tbl>{row}{kept}{kept.replace('A', 'C')}</w:tbl>"
    )
    document = read(docx(body), lambda: None)
    assert told(document) == ["Nu nytt.", "Början och slut", "table-row: A | B", "table-row: C | B"]
    assert document.notices == (
        "5 föreslagna ändringar lästes som godkända: det tillagda finns med och det strukna inte.",
    )


def test_a_text_box_is_read_once_and_a_picture_is_told() -> None:
    box = "<w:txbxContent>" + paragraph("Dnr 2024/1") + "</w:txbxContent>"
    new, fallback = f"<w:drawing>{box}</w:drawing>", f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    both = f"<mc:AlternateContent><mc:Choice>{new}</mc:Choice>{fallback}</mc:AlternateContent>"
    old = f"<w:pict><v:shape><v:textbox>{box.replace('2024', '2025')}</v:textbox></v:shape></w:pict>"
    picture = '<w:drawing><wp:docPr descr="Organisation"/><a:graphic><pic:pic/></a:graphic></w:drawing>'
    document = read(docx(paragraph(f"<w:r>{both}</w:r><w:r>{old}</w:r><w:r>{picture}</w:r>")), lambda: None)
    assert told(document) == ["Dnr 2024/1", "Dnr 2025/1"]
    assert document.notices == (
        "1 bild lästes inte; text i en bild måste skrivas in för hand. Bildbeskrivning: ”Organisation”.",
    )


def test_what_is_filled_in_is_text_and_what_only_asks_for_it_or_is_hidden_is_told_apart() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('MBN 2024-1')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Ange datum')}</w:sdtContent></w:sdt>"
    body = paragraph(run("Nr ") + control + empty) + paragraph(run("Syns ") + run("syns inte", "<w:vanish/>"))
    document = read(docx(body), lambda: None)
    assert told(document) == ["Nr MBN 2024-1", "Syns", "syns inte (hidden)"]
    assert [furniture.text for furniture in document.furniture] == ["Ange datum"]


def test_notes_come_last_in_the_order_of_the_text_and_typed_lists_are_lists() -> None:
    def mark(ident: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{ident}"/></w:r>'

    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(f"Not {at}")}</w:footnote>' for at in (2, 3, 4))
    breaks = (
        run("Vi har:") + "<w:r><w:br/></w:r>" + run("– diarium") + "<w:r><w:br/></w:r>" + run("– e\u2011arkiv\u00ad")
    )
    body = paragraph(run("Ett") + mark(3)) + paragraph(run("Två") + mark(2)) + paragraph(breaks)
    assert _words(body, footnotes=notes) == [
        "Ett",
        "Två",
        "Vi har:",
        "list-item: diarium",
        "list-item: e-arkiv",
        "footnote: 1 Not 3",
        "footnote: 2 Not 2",
    ]


def test_a_merged_cell_has_its_words_in_each_row_that_it_covers_and_a_table_for_looks_is_none() -> None:
    def cell(text: str, props: str = "") -> str:
        return f"<w:tc><w:tcPr>{props}</w:tcPr>{paragraph(text)}</w:tc>"

    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell("System") + cell("Enhet") + "</w:tr>"
    rows = (
        "<w:tr>" + cell("Ett") + cell("Miljö", begins) + "</w:tr><w:tr>" + cell("Två") + cell("", goes_on) + "</w:tr>"
    )
    across = "<w:tr>" + cell("Äldre", '<w:gridSpan w:val="2"/>') + "</w:tr>"
    frame = "<w:tbl><w:tr>" + cell("I en ram") + "</w:tr></w:tbl>"
    document = read(docx(f"<w:tbl>{head}{rows}{across}{head}</w:tbl>{frame}"), lambda: None)
    assert told(document) == ["table-row: Ett | Miljö", "table-row: Två | Miljö", "table-row: Äldre", "I en ram"]
    assert {block.columns for block in document.blocks if block.kind is BlockKind.TABLE_ROW} == {("System", "Enhet")}
    assert [furniture.what for furniture in document.furniture] == ["tabellhuvud"]
