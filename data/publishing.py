"""Writing that a description is published, or that it is a draft: the text of its file, and what is no role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fields.publication import PUBLICATION
from data.reviewer import name_in

if TYPE_CHECKING:
    from data.publication import Publication

PUBLICATION_FILE = "publicering.toml"
"""What says so, in an authority's folder; a folder without it is public."""
_NO_ROLE = re.compile(r"[\d@\"\\\x00-\x1f\x7f]")
_LONGEST = 100


def why_no_role(role: str) -> str:
    """Why words cannot be the role of who publishes, a Swedish sentence with what to write; empty where they can."""
    asked = "Skriv din roll, till exempel registrator eller kanslichef."
    if len(role) > _LONGEST or _NO_ROLE.search(role):
        return f"Det är ingen roll: den har siffror, tecken som inte hör dit eller fler än {_LONGEST} tecken. {asked}"
    if not any(map(str.isalpha, role)):
        return f"Rollen saknas. {asked}"
    return f"Det ser ut som ett namn på en person. {asked}" if name_in(role) else ""


def publication_text(publication: Publication) -> str:
    """What a file says of a publication: the mark, or empty values where it is a draft."""
    rows = ((row.key, getattr(publication, row.attribute)) for row in PUBLICATION.fields)
    return f"[{PUBLICATION.key}]\n" + "".join(f'{key} = "{value}"\n' for key, value in rows)
