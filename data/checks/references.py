"""References: every id that a record names exists, and the organisation is a tree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from data.kinds import EntryType, UnitKind

if TYPE_CHECKING:
    from data.loader import Loaded
    from data.loader.tables import TomlFile
    from data.model import Description, Guidance, Quote

Reference = tuple[tuple[str | int, ...], Collection[str], Collection[str], str]
"""Where the reference stands, the ids it names, the ids that exist, and what they are called."""


def check_references(loaded: Loaded, description: Description) -> None:
    """Report every id that leads nowhere."""
    for file, reference in _all_references(loaded, description):
        report_dangling(loaded, file, reference)


def report_dangling(loaded: Loaded, file: TomlFile, reference: Reference) -> None:
    """Report what one reference names but does not exist; an empty id names nothing."""
    path, named, existing, kind = reference
    for id_ in named:
        if id_ and id_ not in existing:
            loaded.report.error(
                file.name,
                file.line(path),
                f"{path[-1]} pekar på {kind} {id_}, som inte finns. Rätta id:t.",
            )


def _all_references(loaded: Loaded, description: Description) -> Iterator[tuple[TomlFile, Reference]]:
    source_file = loaded.file("/beskrivning.toml")
    for reference in (*_top_references(description), *_source_references(description)):
        yield source_file, reference
    for guidance in description.guidance.values():
        file, path = loaded.guidance_place(guidance)
        for reference in _guidance_references(path, guidance, description):
            yield file, reference
        if loaded.complete:
            for reference in _references_to_guidance(path, guidance, description):
                yield file, reference
    for read in (loaded.own, loaded.general):
        for observation in read.observations.values():
            for reference in _quoted(("iakttagelse", observation.id), observation.quotes, description):
                yield loaded.file(read.name), reference


def _top_references(description: Description) -> Iterator[Reference]:
    source = description.source
    passages, units = source.passages, source.units
    yield ("myndighet", "enhet"), [source.authority.unit], units, "enheten"
    yield ("myndighet", "stycken"), source.authority.passages, passages, "stycket"
    yield ("beskrivning", "upprattad_av"), [source.document.drawn_up_by], units, "enheten"
    yield ("beskrivning", "stycken"), source.document.passages, passages, "stycket"
    if source.case_register:
        yield ("diarium", "sokmedel"), [source.case_register.finding_aid], source.finding_aids, "sökmedlet"
        yield ("diarium", "stycken"), source.case_register.passages, passages, "stycket"


def _source_references(description: Description) -> Iterator[Reference]:
    source = description.source
    passages, units, aids = source.passages, source.units, source.finding_aids
    for passage in passages.values():
        yield ("stycke", passage.id, "avsnitt"), [passage.section], source.sections, "avsnittet"
    for unit in units.values():
        yield ("enhet", unit.id, "under"), [unit.parent], units, "enheten"
        yield ("enhet", unit.id, "stycken"), unit.passages, passages, "stycket"
    for aid in aids.values():
        yield ("sokmedel", aid.id, "enhet"), [aid.unit], units, "enheten"
        yield ("sokmedel", aid.id, "stycken"), aid.passages, passages, "stycket"
    for provision in source.provisions.values():
        yield ("lagrum", provision.id, "stycken"), provision.passages, passages, "stycket"
    for exchange in source.exchanges.values():
        yield ("uppgift", exchange.id, "enhet"), [exchange.unit], units, "enheten"
        yield ("uppgift", exchange.id, "sokmedel"), [exchange.finding_aid], aids, "sökmedlet"
        yield ("uppgift", exchange.id, "stycken"), exchange.passages, passages, "stycket"
    for role in source.contact_roles.values():
        yield ("kontaktroll", role.id, "stycken"), role.passages, passages, "stycket"
    for statement in source.statements.values():
        yield ("utsaga", statement.id, "stycke"), [statement.passage], passages, "stycket"
        yield ("utsaga", statement.id, "enheter"), statement.units, units, "enheten"


def _guidance_references(path: tuple[str, str], guidance: Guidance, description: Description) -> Iterator[Reference]:
    source = description.source
    yield (*path, "fraga"), [guidance.unit], source.units, "enheten"
    yield (*path, "sokmedel"), guidance.finding_aids, source.finding_aids, "sökmedlet"
    yield (*path, "avsnitt"), [guidance.section], source.sections, "avsnittet"
    yield (*path, "lagrum"), guidance.provisions, source.provisions, "lagrummet"
    yield from _quoted(path, guidance.quotes, description)


def _references_to_guidance(path: tuple[str, str], guidance: Guidance, description: Description) -> Iterator[Reference]:
    """References to what may stand in either file of guidance: certain only where both could be read."""
    yield (*path, "tema"), [guidance.theme], description.themes, "temat"
    yield (*path, "se_aven"), guidance.see_also, entry_ids(description), "posten"


def _quoted(path: tuple[str, str], quotes: tuple[Quote, ...], description: Description) -> Iterator[Reference]:
    for index, quote in enumerate(quotes):
        yield (*path, "citat", index, "stycke"), [quote.passage], description.source.passages, "stycket"


def entry_ids(description: Description) -> Collection[str]:
    """The ids of all that can be found."""
    source = description.source
    groups = (source.units, source.finding_aids, source.sections, source.provisions, source.exchanges)
    return {*description.guidance, *(id_ for group in groups for id_ in group)}


def check_tree(loaded: Loaded, description: Description) -> None:
    """Every unit of the authority hangs under its root; only other organisations stand beside it."""
    source = description.source
    file = loaded.file("/beskrivning.toml")
    root = source.authority.unit
    for unit in source.units.values():
        line = file.line(("enhet", unit.id, "under"))
        seen, at = {unit.id}, unit.parent
        while at in source.units and at not in seen:
            seen.add(at)
            at = source.units[at].parent
        if at == unit.id:
            loaded.report.error(file.name, line, f"enheten {unit.id} ligger under sig själv. Rätta under.")
        elif root in source.units and not unit.parent and unit.id != root and unit.kind is not UnitKind.EXTERNAL:
            loaded.report.error(
                file.name,
                line,
                f"enheten {unit.id} saknar under. Ange vilken enhet den hör till, "
                'eller skriv slag = "annan-organisation".',
            )


def check_guidance(loaded: Loaded, description: Description) -> None:
    """Guidance belongs to something, states its review whole, and rests on quotes."""
    source = description.source
    owners: dict[EntryType, Collection[str]] = {
        EntryType.UNIT: source.units,
        EntryType.FINDING_AID: source.finding_aids,
        EntryType.SECTION: source.sections,
        EntryType.EXCHANGE: source.exchanges,
        EntryType.PROVISION: source.provisions,
    }
    for guidance in description.guidance.values():
        file, path = loaded.guidance_place(guidance)
        if guidance.type in owners and guidance.id not in owners[guidance.type]:
            loaded.report.error(
                file.name,
                file.line(path),
                f"[{'.'.join(path)}] finns inte i beskrivning.toml. Rätta id:t eller ta bort posten.",
            )
        if guidance.type not in {EntryType.GUIDE, EntryType.PROVISION} and not guidance.quotes:
            loaded.report.error(
                file.name, file.line(path), f"[{'.'.join(path)}] saknar citat. Ange vilka ord den vilar på."
            )
        _check_review(loaded, guidance)
    for type_, ids in owners.items() if loaded.complete else ():
        for id_ in ids:
            if id_ not in description.guidance or description.guidance[id_].type is not type_:
                loaded.report.warn(
                    loaded.file("/vagledning.toml").name,
                    0,
                    f"{id_} saknar vägledning; sidan visar bara textens ord.",
                )
    _check_provision_ids(loaded, description)


def _check_review(loaded: Loaded, guidance: Guidance) -> None:
    file, path = loaded.guidance_place(guidance)
    if bool(guidance.reviewed_by) != bool(guidance.reviewed_on):
        loaded.report.error(
            file.name,
            file.line(path),
            "granskad_av och granskad_den hör ihop. Fyll i båda eller lämna båda tomma.",
        )
    if guidance.reviewed_on and not is_date(guidance.reviewed_on):
        loaded.report.error(
            file.name,
            file.line((*path, "granskad_den")),
            f"granskad_den ”{guidance.reviewed_on}” är inget datum. Skriv det som 2026-01-31.",
        )


def is_date(text: str) -> bool:
    """Whether the text is a day of the calendar in the one form that we use, ``2026-01-31``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_provision_ids(loaded: Loaded, description: Description) -> None:
    file = loaded.file("/beskrivning.toml")
    for provision in description.source.provisions.values():
        if not (provision.law and provision.chapter and provision.paragraph):
            continue  # what is missing is already reported
        expected = f"{provision.law}-{provision.chapter}-{provision.paragraph}".lower()
        if re.sub(r"[^a-z0-9-]", "", expected) != provision.id:
            loaded.report.error(
                file.name,
                file.line(("lagrum", provision.id)),
                f"lagrummet {provision.id} borde heta {expected} efter lag, kapitel och paragraf.",
            )
