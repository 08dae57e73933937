"""Web pages are read by their structure: all of their text in order, and nothing of the site around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from data.importing.blocks import BlockKind, CannotRead
from data.importing.child import read_apart
from data.importing.reading import html
from data.importing.reading.flow import TOO_LONG
from tests.data.importing.measuring import EXAMPLES, measured
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.importing.blocks import ReadDocument

_RUNNING = "<p>Nämnden ansvarar för skolor, förskolor och bibliotek i kommunen och för arkivet som hör till dem.</p>"


def read(page: str, encoding: str = "utf-8") -> ReadDocument:
    """A page as it is read."""
    return html.read(page.encode(encoding), lambda: None)


def texts(document: ReadDocument) -> list[str]:
    """The words of its blocks."""
    return [each.text for each in document.blocks]


@pytest.mark.parametrize("name", ["statens-vattenrad", "kulturmuseet-norrsund"])
def test_every_passage_and_heading_of_a_page_is_read_in_order_and_nothing_else(name: str) -> None:
    data = (EXAMPLES / f"{name}.html").read_bytes()
    document = html.read(data, lambda: None)
    found = measured(document, name)
    assert (found.missed, found.headings, found.surplus) == ([], [], [])
    assert found.in_order == found.found
    assert read_apart(data, "html") == document


def test_a_page_of_nothing_but_divs_and_without_names_gives_the_same_text() -> None:
    page = (EXAMPLES / "statens-vattenrad.html").read_text("utf-8")
    plain = re.sub(r"<(/?)(?:main|nav|header|footer|aside|section)\b", r"<\1div", page)
    plain = re.sub(r' (?:class|role|id|aria-\w+)="[^"]*"', "", plain)
    assert texts(read(plain)) == texts(read(page))


def test_a_page_that_names_no_part_its_text_is_read_where_its_words_stand_dense() -> None:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Skola", "Omsorg", "Bygga", "Politik"))
    page = f"""<body><form action="/"><div id=a><a href="/">Hem</a><ul>{menu}</ul></div>
        <div><div id=b><ul>{menu}</ul></div><div id=c><div><h1>Allmänna handlingar</h1>{_RUNNING}
        <h2>Register</h2><div>Diariet förs i Castor.<br><br>Äldre diarier finns på papper.</div></div></div></div>
        <div id=d><a href="/k">Kontakta oss</a> <a href="/t">Tillgänglighet</a></div></form>"""
    document = read(page)
    assert texts(document)[0] == "Allmänna handlingar"
    assert texts(document)[2:] == ["Register", "Diariet förs i Castor.", "Äldre diarier finns på papper."]
    assert "Kontakta oss" in " ".join(each.text for each in document.furniture)


def test_what_a_button_opens_is_text_and_its_button_the_heading_of_it() -> None:
    page = f"""<main><h1>Arkiv</h1>{_RUNNING}<button aria-controls=x aria-expanded=false>Sekretess</button>
        <div id=x hidden><p>Skolan tillämpar 23 kap.</p></div><div hidden><p>Utkast till text.</p></div>
        <h2><button>Gallring</button></h2><p>Betyg bevaras. <span class="sr-only">Läses upp.</span></p>
        <a href="#" onclick="x()">Skriv ut</a></main>"""
    blocks = read(page).blocks
    assert [(each.text, each.kind, each.hidden) for each in blocks[2:]] == [
        ("Sekretess", BlockKind.HEADING, False),
        ("Skolan tillämpar 23 kap.", BlockKind.PARAGRAPH, False),
        ("Utkast till text.", BlockKind.PARAGRAPH, True),
        ("Gallring", BlockKind.HEADING, False),
        ("Betyg bevaras.", BlockKind.PARAGRAPH, False),
    ]


def test_the_sites_own_boxes_in_the_text_are_left_out_and_told_of_while_links_in_the_text_stay() -> None:
    page = f"""<main><h1>Diarium</h1>{_RUNNING}<h2>Register</h2><ul><li><a href="/d">Webbdiariet</a></li></ul>
        <h2>Kontakt</h2><p><a href="mailto:a@b.example">arkiv[at]b.example</a></p>
        <div><h2>Relaterade länkar</h2><ul><li><a href="/l">Lagen</a></li></ul></div>
        <p>Sidan uppdaterades: 3 mars<br>Sidansvarig: Webben</p></main>"""
    document = read(page)
    assert texts(document)[2:] == ["Register", "Webbdiariet", "Kontakt", "arkiv[at]b.example"]
    left_out = " ".join(each.text for each in document.furniture)
    assert "Relaterade länkar Lagen" in left_out
    assert "Sidan uppdaterades: 3 mars Sidansvarig: Webben" in left_out


def test_a_tables_heads_name_its_columns_and_a_merged_cell_is_said_of_each_row() -> None:
    page = """<main><table><caption>System</caption><tr><th>Namn</th><th colspan=2>Ansvar</th></tr>
        <tr><td>Castor</td><td rowspan=2>Staben</td><td></td></tr><tr><td>Vera</td><td>Från 2020</td></tr>
        <tr><td colspan=3>Äldre system</td></tr></table></main>"""
    caption, *rows = read(page).blocks
    assert caption.kind is BlockKind.CAPTION
    assert {each.columns for each in rows} == {("Namn", "Ansvar", "Ansvar")}
    assert [each.cells for each in rows] == [
        ("Castor", "Staben", ""),
        ("Vera", "Staben", "Från 2020"),
        ("Äldre system",),
    ]


def test_a_definition_with_parts_of_its_own_is_a_heading_over_them() -> None:
    page = """<main><dl><div><dt>Staben</dt><dd>Leds av stabschefen.</dd><dd>Har tio anställda.</dd></div>
        <dt>Arkivet</dt><dd><h3>Besök</h3><p>Boka tid.</p></dd></dl></main>"""
    assert texts(read(page)) == ["Staben | Leds av stabschefen.\nHar tio anställda.", "Arkivet", "Besök", "Boka tid."]


@in_turn(
    ("said", "real", "notice"),
    [
        ("utf-8", "cp1252", "Läst som Windows-1252, fast sidan säger UTF-8."),
        ("windows-1252", "utf-8", "Läst som UTF-8, fast sidan säger Windows-1252."),
        ("iso-8859-1", "cp1252", ""),
        ("finns-inte", "utf-8", ""),
        ("macintosh", "mac_roman", ""),
        ("utf-16", "utf-16", ""),
    ],
)
def test_a_page_is_read_as_what_it_is_and_it_is_said_where_it_says_otherwise(said: str, real: str, notice: str) -> None:
    document = read(f"<meta charset={said}><p>Årsarbetare – ”äldre” ärenden", real)
    assert texts(document) == ["Årsarbetare – ”äldre” ärenden"]
    assert "".join(document.notices) == notice


_WIDE = f"<table><tr><td rowspan=20000>{'ord ' * 3_000}</td><td>a</td></tr>{'<tr><td>b</td></tr>' * 1_500}</table>"


@in_turn(
    ("page", "says"),
    [
        ("<div>" * 300_000, "Webbsidan är för djupt nästlad"),
        ("<p><b><i>x" * 9_000, "Webbsidan är för djupt nästlad"),
        ("<p>x</p>" * 160_000, TOO_LONG),
        (_WIDE, TOO_LONG),
        (f"<style>{'/*' * 200_000}</style><img src=x>", "Webbsidan har ingen text"),
        ("", "Webbsidan har ingen text"),
    ],
    ids=lambda value: value[:20],
)
def test_a_hostile_page_is_refused_with_one_sentence(page: str, says: str) -> None:
    with pytest.raises(CannotRead) as refusal:
        read(page)
    assert str(refusal.value).startswith(says)


def test_without_the_extra_for_importing_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.importing.reading.html.tree.LexborHTMLParser", None)
    with pytest.raises(CannotRead, match=r"make \.venv/\.import"):
        read(_RUNNING)
