"""A description made by hand, printed as documents: what an import of them should give back is known."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from data.fields.source import EXCHANGE, UNIT
from data.importing.writing.toml import word_of
from data.kinds import Topic, UnitKind
from tests.data.importing.keyed import TOPICS
from tests.data.importing.made import docx, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Description, Unit

_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/><w:pPr>{outline}</w:pPr></w:style>'
    for id_, name, outline in (
        ("Rubrik", "Title", ""),
        ("Rubrik1", "heading 1", '<w:outlineLvl w:val="0"/>'),
        ("Rubrik2", "heading 2", '<w:outlineLvl w:val="1"/>'),
    )
)
_OF_HTML = {"Rubrik": "h1", "Rubrik1": "h2", "Rubrik2": "h3", "": "p"}
"""The element of each style; a PDF has only its look."""


def as_docx(description: Description) -> bytes:
    """A description as Word writes one, with styles for title and headings."""
    body = "".join(
        paragraph(run(escape(text, quote=False)), f'<w:pStyle w:val="{style}"/>' if style else "")
        for style, text in _lines(description)
    )
    return docx(body, {"styles": _STYLES})


def as_html(description: Description) -> str:
    """The page that a browser prints as a PDF."""
    elements = (f"<{_OF_HTML[style]}>{escape(text)}</{_OF_HTML[style]}>" for style, text in _lines(description))
    look = "body { font: 11pt/1.4 sans-serif } h1 { font-size: 18pt } h2 { font-size: 14pt } h3 { font-size: 12pt }"
    return f'<!DOCTYPE html><html lang="sv"><style>{look}</style><body>{"".join(elements)}</body></html>'


def key_from(description: Description) -> dict[str, Any]:
    """The answer key of a description: what it says itself, in the form of the examples' keys."""
    source = description.source
    own = [unit for unit in source.units.values() if unit.kind is not UnitKind.EXTERNAL]
    external = [unit for unit in source.units.values() if unit.kind is UnitKind.EXTERNAL]
    names = {id_: unit.name for id_, unit in source.units.items()}
    stated: dict[Topic, list[str]] = {}
    for statement in source.statements.values():
        stated.setdefault(statement.topic, []).append(statement.quote)
    return {
        "authority": {
            "name": source.authority.name,
            "organisation": source.authority.organisation,
            "web": source.authority.website,
            "switchboard": source.authority.switchboard,
        },
        "description": {
            "title": source.document.title,
            "reference": source.document.number,
            "replaces": source.document.replaces,
            "date": source.document.decided_on,
        },
        "passages": [
            {"n": n, "text": passage.text.replace("*", "")} for n, passage in enumerate(source.passages.values(), 1)
        ],
        "sections": [{"heading": text} for style, text in _lines(description) if style not in {"", "Rubrik"}],
        "units": [_unit(unit, names) for unit in own],
        "external_bodies": [_unit(unit, names) for unit in external],
        "finding_aids": [{"name": aid.name, "also_called": list(aid.aliases)} for aid in source.finding_aids.values()],
        "provisions": [
            {"law": each.law, "chapter": each.chapter, "section": each.paragraph} for each in source.provisions.values()
        ],
        "exchanges": [
            {
                "direction": word_of(EXCHANGE.row("direction").kind, each.direction),
                "party": each.party,
                "how": each.how,
                "when": each.when,
            }
            for each in source.exchanges.values()
        ],
        "contact_roles": [{"name": role.name} for role in source.contact_roles.values()],
        "audit": {},
        **{part: stated.get(topic, []) for part, topic in TOPICS.items()},
    }


def _unit(unit: Unit, names: dict[str, str]) -> dict[str, Any]:
    return {
        "name": unit.name,
        "kind": word_of(UNIT.row("kind").kind, unit.kind),
        "under": names.get(unit.parent, ""),
        "head": unit.head,
        "email": unit.email,
        "phone": unit.phone,
        "also_called": list(unit.aliases),
    }


def _lines(description: Description) -> Iterator[tuple[str, str]]:
    """Each line of the document with its style; the first is its title."""
    source = description.source
    is_first = True
    for section in source.sections.values():
        if section.heading:
            yield f"Rubrik{min(section.level, 2)}", section.heading
        for id_ in section.passages:
            passage = source.passages[id_]
            if passage.subheading:
                yield f"Rubrik{min(section.level + 1, 2)}", passage.subheading
            yield "Rubrik" if is_first else "", passage.text.replace("*", "")
            is_first = False
