"""What OpenDocument keeps apart from its running text, or in it without showing it."""

from __future__ import annotations

from data.importing.blocks import BlockKind
from data.importing.reading.odt import read
from tests.data.importing.made import odt, told

_OUTLINE = (
    '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    '<style:style style:name="Head" style:family="paragraph" style:display-name="Heading 2"'
    ' style:default-outline-level="2"/>'
    "</office:styles>"
)
_AUTOMATIC = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Head"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
)


def test_headings_and_items_have_the_numbers_that_the_program_makes() -> None:
    document = read(
        odt(
            '<text:h text:outline-level="1">Om oss</text:h><text:p text:style-name="P1">Historik</text:p>'
            '<text:list text:style-name="L"><text:list-item><text:p>ett</text:p>'
            "<text:p>mer om ett</text:p></text:list-item>"
            "<text:list-item><text:p>två</text:p><text:list><text:list-item><text:p>under</text:p></text:list-item>"
            '</text:list></text:list-item></text:list><text:h text:outline-level="1">Arkiv</text:h>',
            _OUTLINE,
            _AUTOMATIC,
        ),
        lambda: None,
    )
    assert told(document) == [
        "heading1: 1 Om oss",
        "heading2: 1.1 Historik",
        "list-item: a) ett",
        "mer om ett",
        "list-item: b) två",
        "list-item: under",
        "heading1: 2 Arkiv",
    ]


def test_changes_comments_notes_and_hidden_words_are_told_apart() -> None:
    document = read(
        odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>struket</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes>"
            '<text:p><text:span text:style-name="T1">Miljöenheten</text:span> finns<text:change/> kvar'
            "<office:annotation><text:p>Stämmer det?</text:p></office:annotation>"
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            "<text:p>En not</text:p></text:note-body></text:note>"
            '<text:span text:style-name="T2"> dolt</text:span><text:line-break/>Tfn<text:s text:c="3"/>1</text:p>'
            "<text:table-of-content><text:index-body><text:p>Om oss<text:tab/>2</text:p></text:index-body>"
            "</text:table-of-content><text:p><draw:frame><draw:text-box><text:p>I en ram</text:p></draw:text-box>"
            "</draw:frame><draw:frame><draw:image/></draw:frame></text:p>",
            automatic=_AUTOMATIC,
        ),
        lambda: None,
    )
    assert told(document) == ["Miljöenheten finns kvar\nTfn 1", "dolt (hidden)", "I en ram", "footnote: 1 En not"]
    assert document.blocks[0].look.bold_lead == "Miljöenheten"
    assert [furniture.text for furniture in document.furniture] == ["Om oss 2"]
    assert [notice.split(" ", 2)[1] for notice in document.notices] == ["föreslagen", "text", "kommentar", "bild"]


def test_cells_that_reach_over_rows_or_columns_keep_the_columns_apart_and_one_repeated_without_end_is_cut() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    down, across = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    endless = 'table:number-columns-repeated="1048576"'
    covered = "<table:covered-table-cell/>"
    rows = (
        f"<table:table-header-rows><table:table-row>{cell('System')}{cell('Enhet')}{cell('Tid')}</table:table-row>"
        "</table:table-header-rows>"
        f"<table:table-row>{cell('A')}{cell('Miljö', down)}{cell('1')}</table:table-row>"
        f"<table:table-row>{cell('B')}{covered}{cell('2')}</table:table-row>"
        f"<table:table-row>{cell('C', across)}{covered}{cell('3')}</table:table-row>"
        f"<table:table-row>{cell('', endless)}</table:table-row>"
    )
    document = read(odt(f"<table:table>{rows}</table:table>"), lambda: None)
    rows_read = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [block.cells for block in rows_read] == [("A", "Miljö", "1"), ("B", "Miljö", "2"), ("C", "", "3")]
    assert rows_read[0].columns == ("System", "Enhet", "Tid")
