"""Ids: their form, that each is used once, and that none takes an address of the portal."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from data.checks.located import located
from data.fields.text import AUTHORITY
from data.guides import question_entry
from data.loader import SOURCE
from data.model import Guidance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.loader import Loaded
    from data.loader.files import TomlFile
    from data.model import Description
    from data.positions import Path

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG_LENGTH = 80

RESERVED = frozenset(
    """
    fi en ar latt sv kiosk telefon api healthz readyz static sok begar-ut om tillganglighet oppna-data ordlista
    robots.txt datasets sitemap.xml favicon.ico opensearch.xml beskrivning handlingsslag sokmedel enhet sekretess
    uppgifter avsnitt historik historik.atom myndigheter metrics
    """.split()  # noqa: SIM905  (a list of words is easier to keep than a list of strings)
)
"""First parts of addresses (docs/contract.md#addresses); no authority may be called so."""


def check_ids(loaded: Loaded, description: Description) -> None:
    """Ids are slugs, unique across kinds; the authority's is its folder's name and not reserved."""
    _check_authority(loaded, description)
    seen: dict[str, tuple[TomlFile, Path]] = {}
    for file, path, id_ in _entries(loaded, description):
        first, first_path = seen.setdefault(id_, (file, path))
        if (first, first_path) == (file, path):
            continue
        if file in loaded.base:  # which is not for the place to change
            first.tell(first_path, f"id {id_} används redan på {file.name}:{file.line(path)}. Välj ett annat id.")
        else:
            file.tell(path, f"id {id_} används redan på {first.name}:{first.line(first_path)}. Välj ett annat id.")
    for file, path, id_ in (*_entries(loaded, description), *_others(loaded, description)):
        check_slug(file, path, id_)
    _check_former_ids(loaded, description, seen)


def check_slug(file: TomlFile, path: Path, id_: str) -> None:
    """Report an id of a form that no address can have."""
    if not SLUG.fullmatch(id_) or len(id_) > MAX_SLUG_LENGTH:
        file.tell(
            path,
            f"id ”{id_}” får bara ha små bokstäver a–z, siffror och bindestreck (högst {MAX_SLUG_LENGTH} tecken).",
        )


def _check_authority(loaded: Loaded, description: Description) -> None:
    file, path = loaded.file(SOURCE), (AUTHORITY.key, AUTHORITY.key_of("id"))
    authority = description.source.authority.id
    if authority in RESERVED:
        file.tell(path, f"id {authority} är en av portalens egna adresser. Välj ett annat id.")
    if authority and authority != loaded.directory:
        file.tell(path, f"myndighetens id är ”{authority}” men mappen heter ”{loaded.directory}”. Ge dem samma namn.")


def _entries(loaded: Loaded, description: Description) -> Iterator[tuple[TomlFile, Path, str]]:
    if description.id:
        yield loaded.file(SOURCE), (AUTHORITY.key,), description.id
    for place in located(loaded, description):
        if place.table.defines and place.table.defines.is_entry:
            yield place.file, place.path, str(place.path[-1])
        if isinstance(place.record, Guidance):
            for question in place.record.questions:  # each is an entry, by the guide's id and its own
                path = (*place.path, place.table.key_of("questions"), question.id)
                yield place.file, path, question_entry(place.record.id, question.id)


def _others(loaded: Loaded, description: Description) -> Iterator[tuple[TomlFile, Path, str]]:
    """What only anchors and other records name."""
    for place in located(loaded, description):
        if place.table.defines and not place.table.defines.is_entry:
            yield place.file, place.path, str(place.path[-1])


def _check_former_ids(loaded: Loaded, description: Description, taken: Iterable[str]) -> None:
    users: dict[str, list[str]] = defaultdict(list)
    for place in located(loaded, description):
        for former in place.record.former_ids if isinstance(place.record, Guidance) else ():
            users[former].append(str(place.path[-1]))
            if former in taken or len(users[former]) > 1:
                key = place.table.key_of("former_ids")
                place.tell(f"{key} {former} hör redan till en annan post. Ta bort det på ett av ställena.", key)
