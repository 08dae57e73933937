"""A page is a dataclass and one template: what the template needs is in the dataclass, and the other way about."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from flask import Flask, render_template_string
from jinja2 import StrictUndefined, UndefinedError

from portal.pages.authority import AuthorityPage
from portal.pages.entry import EntryPage
from portal.pages.guide import GuidePage
from portal.pages.marking import emphasis
from portal.pages.plain import ErrorPage, PlainPage, WordsPage
from portal.pages.search import SearchPage
from portal.pages.start import StartPage
from portal.pages.whole_text import TextPage
from tests.support import REPOSITORY

TEMPLATES = REPOSITORY / "portal" / "templates"
PAGES: dict[type, tuple[str, ...]] = {
    StartPage: ("start",),
    SearchPage: ("search",),
    AuthorityPage: ("authority",),
    TextPage: ("text",),
    EntryPage: ("entry",),
    GuidePage: ("guide",),
    PlainPage: ("about", "accessibility", "open_data"),
    ErrorPage: ("error",),
    WordsPage: ("words",),
}


def used(template: str) -> set[str]:
    """What a template asks of its page, with what the layouts ask and the parts that are handed the whole page."""
    text = (TEMPLATES / "pages" / f"{template}.html").read_text(encoding="utf-8")
    text += (TEMPLATES / "layouts" / "base.html").read_text(encoding="utf-8")
    for part, macro in (("slip", "entry_slip()"), ("desk", "desk_panes(page)")):
        if macro in text:
            text += (TEMPLATES / "parts" / f"{part}.html").read_text(encoding="utf-8")
    return set(re.findall(r"\bpage\.(\w+)", text))


def test_every_template_has_its_page() -> None:
    assert {path.stem for path in (TEMPLATES / "pages").iterdir()} == {
        name for names in PAGES.values() for name in names
    }


@pytest.mark.parametrize("page", PAGES)
def test_a_page_holds_what_its_template_shows_and_no_more(page: type) -> None:
    assert is_dataclass(page)
    held = {field.name for field in fields(page)}
    shown = set[str]().union(*(used(template) for template in PAGES[page]))
    assert held == shown


@pytest.mark.parametrize("page", PAGES)
def test_a_page_cannot_be_changed_by_what_shows_it(page: type) -> None:
    made: object = object.__new__(page)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        setattr(made, "title", "x")  # noqa: B010  (a dataclass that is not known by name)


def test_a_template_fails_on_what_a_page_does_not_have(app: Flask) -> None:
    assert app.jinja_env.undefined is StrictUndefined
    with app.test_request_context("/"), pytest.raises(UndefinedError):
        render_template_string("{{ page.saknas }}", page=object())


def test_values_are_escaped_in_every_template(app: Flask) -> None:
    for path in TEMPLATES.rglob("*.html"):
        assert app.select_jinja_autoescape(path.name)
        marked_safe = re.findall(r"\{\{[^}]*\|\s*safe[^}]*\}\}", path.read_text(encoding="utf-8"))
        assert marked_safe in ([], ["{{ card.snippet | safe }}"]), path.name


def test_every_word_of_a_template_goes_through_gettext() -> None:
    """Text between tags that is neither a value nor a gettext call would stay Swedish in every language."""
    for path in TEMPLATES.rglob("*.html"):
        text = re.sub(
            r"<script.*?</script>|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
            "",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        text = re.sub(r"\b[a-z-]+=\"[^\"]*\"|\bdata-[a-z-]+", "", text)  # attributes, some in macros of their own
        words = re.findall(r">([^<]*[A-Za-zÅÄÖåäö]{2,}[^<]*)<", text)
        allowed = {"Vägvisaren", "– Vägvisaren", "Enter", "Esc"}
        found = {" ".join(word.split()) for word in words} - allowed
        assert {word for word in found if not word.startswith("/api/v1/")} == set(), path.name


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*Registrator* svarar", "<em>Registrator</em> svarar"),
        ("<b>*x*</b>", "&lt;b&gt;<em>x</em>&lt;/b&gt;"),
        ("2 * 3", "2 * 3"),
        ('"a" & *b* *c*', "&#34;a&#34; &amp; <em>b</em> <em>c</em>"),
    ],
)
def test_asterisks_become_emphasis_after_escaping(text: str, html: str) -> None:
    assert str(emphasis(text)) == html
