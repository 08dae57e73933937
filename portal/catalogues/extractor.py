"""What of the data files a person reads in another language: the extractor that ``translations/data.cfg`` names.

Ours and names are extracted. What the description itself says stays Swedish, word for word, and everyday words have
their own keys per language.
"""

from __future__ import annotations

import ast
import unicodedata
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import tomli

from data.positions import key_lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from data.positions import Path as KeyPath

    Extracted = tuple[int, str, tuple[str, str], list[str]]

_ENTRY = {
    "namn": "Postens namn: rubrik på dess sida och i träfflistan.",
    "svar": "Svaret på posten, överst på dess sida.",
    "omfattning": "Vad svaret gäller; står efter ordet ”Gäller” och börjar därför med liten bokstav.",
    "steg": "Ett steg i ”Så gör du”: en uppmaning till den som frågar.",
}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "handlingsslag": _ENTRY,
    "guide": _ENTRY,
    "sokmedel": _ENTRY,
    "enhet": _ENTRY,
    "lagrum": {
        **_ENTRY,
        "prov": "Hur en uppgift prövas enligt bestämmelsen.",
        "langst": "Hur länge sekretessen längst gäller.",
    },
    "uppgift": {**_ENTRY, "part": "Den som uppgifter hämtas från eller lämnas till."},
    "avsnitt": {**_ENTRY, "rubrik": "Rubrik på ett avsnitt i beskrivningen."},
    "kontaktroll": {"namn": "Roll att fråga efter i växeln."},
    "tema": {"namn": "Ett ämne på startsidan.", "beskrivning": "Vad som ryms i ämnet."},
    "hanvisning": {
        "amne": "Vad frågan gäller, när svaret finns någon annanstans.",
        "innehas_av": "Den som brukar ha handlingarna.",
        "upplysning": "Upplysning till den som frågar.",
    },
    "iakttagelse": {"text": "En lucka eller motsägelse i beskrivningen, för den som äger den."},
    "vanlig_fraga": {"fraga": "En vanlig fråga på startsidan."},
    "ord": {"ord": "Ett ord i ordlistan.", "forklaring": "Vad ordet betyder, i enkla ord."},
    "ruta": {
        "namn": "Text på en ruta på kioskens startsida: ett eller några få ord.",
        "fraga": "Ord som rutan söker på: sådana som sökningen förstår på språket.",
    },
    "foljdfraga": {"fraga": "En fråga tillbaka till den som ringer, att läsa högt."},
    "plats": {
        "namn": "En plats där besökare kan träffa personal.",
        "oppettider": "Dagar och klockslag.",
        "uppgift_fran": "Den som har lämnat uppgiften om platsen.",
    },
}
"""Per table: the fields that people read, with what a translator needs to know of each."""

_INSIDE: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("guide", "fragor"): {"fraga": "En fråga i guiden.", "svar": "Svaret på en fråga i guiden."},
    ("foljdfraga", "svar"): {"ord": "Ett svar att välja på en fråga tillbaka."},
}
"""Fields of tables, or of lists of tables, inside the tables above."""

_SINGLE: Mapping[str, Mapping[str, str]] = {
    "myndighet": {
        "namn": "Myndighetens namn.",
        "kortnamn": "Myndighetens namn, kort.",
        "organisation": "Den organisation som myndigheten hör till.",
    },
    "beskrivning": {"titel": "Beskrivningens titel."},
}
"""Tables that a file has one of, without an id."""

_ENTRY_TABLES = frozenset({"handlingsslag", "guide", "sokmedel", "enhet", "lagrum", "uppgift", "avsnitt"})
"""Their ids are unique among all entries of a file, so that a context needs no table."""

_AUDIT = ("_POINTS", "_ARCHIVE")
"""The names in ``data/audit.py`` of what the law asks for."""


@dataclass(frozen=True, slots=True)
class DataText:
    """A text of the data files.

    Attributes:
        line: Where it stands.
        context: Its ``msgctxt``: the record and the field.
        text: The words as the loader gives them.
        comment: What a translator needs to know.
    """

    line: int
    context: str
    text: str
    comment: str


def texts(content: str) -> list[DataText]:
    """The texts of a data file, in the order of the file.

    Args:
        content: A data file that the loader accepts.
    """
    content = unicodedata.normalize("NFC", content.removeprefix("\ufeff").replace("\r\n", "\n"))
    lines = key_lines(content)
    found = (
        DataText(lines[path], context, value.strip(), comment)
        for path, context, value, comment in _in_file(tomli.loads(content))
    )
    return sorted((text for text in found if text.text), key=lambda text: text.line)


def extract_toml(
    file: IO[bytes], _keywords: Collection[str], _tags: Collection[str], **_options: object
) -> Iterator[Extracted]:
    """Babel's way to ask for the texts of a data file."""
    for text in texts(file.read().decode()):
        yield text.line, "pgettext", (text.context, text.text), [text.comment]


def extract_audit(
    file: IO[bytes], _keywords: Collection[str], _tags: Collection[str], **_options: object
) -> Iterator[Extracted]:
    """Babel's way to ask for what the law asks of a description: the texts that ``data/audit.py`` has in its code.

    Raises:
        LookupError: They are no longer called what they were.
    """
    found = {
        target.id: node.value
        for node in ast.parse(file.read()).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id in _AUDIT
    }
    if missing := set(_AUDIT) - found.keys():
        raise LookupError(f"data/audit.py no longer has {', '.join(sorted(missing))}")
    for value in found.values():
        for node in ast.walk(value):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, "pgettext", ("granskning", node.value), ["Vad lagen kräver av en beskrivning."]


_Found = tuple["KeyPath", str, str, str]


def _in_file(file: Mapping[str, object]) -> Iterator[_Found]:
    for table, fields in _SINGLE.items():
        yield from _in_table(file.get(table), (table,), table, fields)
    for table, fields in _FIELDS.items():
        for id_, record in _tables(file.get(table)):
            context = str(id_) if table in _ENTRY_TABLES else f"{table}.{id_}"
            yield from _in_table(record, (table, id_), context, fields)
            for (outer, key), inner_fields in _INSIDE.items():
                for inner, inner_record in _tables(record.get(key) if outer == table else None):
                    inner_context = f"{context}.{key}.{inner}" if isinstance(inner, str) else f"{context}.{key}"
                    yield from _in_table(inner_record, (table, id_, key, inner), inner_context, inner_fields)


def _in_table(table: object, path: KeyPath, context: str, fields: Mapping[str, str]) -> Iterator[_Found]:
    for field, comment in fields.items():
        value = table.get(field) if isinstance(table, dict) else None
        if isinstance(value, str):
            yield (*path, field), f"{context}.{field}", value, comment
        elif isinstance(value, list):
            for index, element in enumerate(value):
                if isinstance(element, str):
                    yield (*path, field, index), f"{context}.{field}", element, comment


def _tables(holder: object) -> Iterator[tuple[str | int, Mapping[str, object]]]:
    """The tables under a key: by id, or by number where they stand in a list."""
    items: list[tuple[str | int, object]] = []
    if isinstance(holder, dict):
        items = list(holder.items())
    elif isinstance(holder, list):
        items = list(enumerate(holder))
    for key, value in items:
        if isinstance(value, dict):
            yield key, value
