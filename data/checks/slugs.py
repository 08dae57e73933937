"""Ids: their form, that each is used once, and that none takes an address of the portal."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from data.kinds import EntryType
from data.loader import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.loader import Loaded
    from data.loader.tables import TomlFile
    from data.model import Description

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG_LENGTH = 80

RESERVED = frozenset(
    """
    fi en ar latt sv kiosk telefon api healthz readyz static sok begar-ut om tillganglighet oppna-data ordlista
    robots.txt datasets sitemap.xml favicon.ico opensearch.xml beskrivning handlingsslag sokmedel enhet sekretess
    uppgifter avsnitt
    """.split()  # noqa: SIM905  (a list of words is easier to keep than a list of strings)
)
"""First parts of addresses (DESIGN.md §5); no authority may be called so."""

SOURCE_TABLES = ("avsnitt", "enhet", "sokmedel", "lagrum", "uppgift")


def check_ids(loaded: Loaded, description: Description) -> None:
    """Ids are slugs, unique across kinds; the authority's is its folder's name and not reserved."""
    source_file = loaded.file("/beskrivning.toml")
    authority = description.source.authority.id
    report = loaded.report
    line = source_file.line(("myndighet", "id"))
    if authority in RESERVED:
        report.error(source_file.name, line, f"id {authority} är en av portalens egna adresser. Välj ett annat id.")
    if authority and authority != loaded.directory:
        report.error(
            source_file.name,
            line,
            f"myndighetens id är ”{authority}” men mappen heter ”{loaded.directory}”. Ge dem samma namn.",
        )
    seen: dict[str, str] = {}
    for file, path in _ids(loaded, description):
        id_, place = path[-1], f"{file.name}:{file.line(path)}"
        if id_ in seen:
            report.error(file.name, file.line(path), f"id {id_} används redan på {seen[id_]}. Välj ett annat id.")
        seen.setdefault(id_, place)
    for file, path in (*_ids(loaded, description), *_inner_ids(loaded, description)):
        id_ = path[-1]
        if not SLUG.fullmatch(id_) or len(id_) > MAX_SLUG_LENGTH:
            report.error(
                file.name,
                file.line(path),
                f"id ”{id_}” får bara ha små bokstäver a–z, siffror och bindestreck (högst {MAX_SLUG_LENGTH} tecken).",
            )
    _check_former_ids(loaded, description, set(seen))


def _ids(loaded: Loaded, description: Description) -> Iterator[tuple[TomlFile, tuple[str, str]]]:
    """What people find by its id: no two may share one."""
    source_file = loaded.file("/beskrivning.toml")
    if description.id:
        yield source_file, ("myndighet", description.id)
    source = description.source
    records: tuple[Iterable[str], ...] = (
        source.sections,
        source.units,
        source.finding_aids,
        source.provisions,
        source.exchanges,
    )
    for table, ids in zip(SOURCE_TABLES, records, strict=True):
        for id_ in ids:
            yield source_file, (table, id_)
    own = loaded.own.guidance
    for guidance in (*own.values(), *loaded.general.guidance.values()):
        winner = own.get(guidance.id, guidance)
        is_replaced = winner is not guidance and winner.type is guidance.type
        if guidance.type in {EntryType.RECORD_TYPE, EntryType.GUIDE} and not is_replaced:
            yield loaded.guidance_place(guidance)


def _inner_ids(loaded: Loaded, description: Description) -> Iterator[tuple[TomlFile, tuple[str, str]]]:
    """What only anchors and other records name."""
    source = description.source
    in_source: dict[str, Iterable[str]] = {
        "stycke": source.passages,
        "kontaktroll": source.contact_roles,
        "utsaga": source.statements,
    }
    for table, ids in in_source.items():
        for id_ in ids:
            yield loaded.file("/beskrivning.toml"), (table, id_)
    for read in (loaded.own, loaded.general):
        in_guidance: dict[str, Iterable[str]] = {
            "tema": read.themes,
            "hanvisning": read.signposts,
            "iakttagelse": read.observations,
            "vanlig_fraga": read.questions,
            "ruta": read.tiles,
            "foljdfraga": read.clarifications,
        }
        for table, ids in in_guidance.items():
            for id_ in ids:
                yield loaded.file(read.name), (table, id_)
    for id_ in description.places:
        yield loaded.file(PLACES), ("plats", id_)


def _check_former_ids(loaded: Loaded, description: Description, taken: set[str]) -> None:
    users: dict[str, list[str]] = defaultdict(list)
    for guidance in description.guidance.values():
        file, path = loaded.guidance_place(guidance)
        for former in guidance.former_ids:
            users[former].append(guidance.id)
            if former in taken or len(users[former]) > 1:
                loaded.report.error(
                    file.name,
                    file.line((*path, "tidigare_id")),
                    f"tidigare_id {former} hör redan till en annan post. Ta bort det på ett av ställena.",
                )
