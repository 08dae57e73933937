"""What a Word file says of itself, which nobody has verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.importing.reading.words import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from data.importing.reading.docx.parts import Parts

_NAMES = {
    "dc:title": "title",
    "dc:subject": "subject",
    "dc:creator": "author",
    "dc:description": "description",
    "cp:keywords": "keywords",
    "cp:category": "category",
    "cp:contentStatus": "status",
    "cp:lastModifiedBy": "last_author",
    "dcterms:created": "created",
    "dcterms:modified": "modified",
    "ep:Company": "company",
    "ep:Manager": "manager",
    "ep:Pages": "pages",
}
_KINDS = ("core-properties", "extended-properties", "custom-properties")
_LONGEST = 1_000


def properties_of(parts: Parts) -> dict[str, str]:
    """The properties that say something, by name; those that somebody made have the name that they were given.

    Args:
        parts: The file's parts.
    """
    said: dict[str, str] = {}
    for kind in _KINDS:
        root = parts.property_part(kind)
        for name, text in _said(root) if root is not None else ():
            if tidied := tidy(text[:_LONGEST]):
                said.setdefault(name, tidied)
    return said


def _said(root: Element) -> Iterator[tuple[str, str]]:
    for one in root:
        if one.tag == "op:property":
            yield one.get("name", "")[:_LONGEST], "".join(one.itertext())
        elif one.tag in _NAMES:
            yield _NAMES[one.tag], "".join(one.itertext())
