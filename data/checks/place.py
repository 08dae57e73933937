"""The place: what ``portal.toml`` names exists, its colours can be read, and its logo is a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.checks import characters, privacy
from data.checks.colours import fault_of_colour
from data.checks.days import check_days_of
from data.checks.front import check_tile
from data.checks.located import Located, known_ids
from data.checks.logo import fault_of_logo
from data.checks.slugs import check_slug
from data.fields.kinds import IdKind
from data.fields.place import CONTACT, FEE, PLACE_TABLES, PLACE_TILE, PORTAL
from data.loader.place import PLACE
from data.nearest import proposal
from data.place import Fee, Place, PlaceQuestion, PlaceTile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from data.fields.kinds import Named
    from data.loader import Loaded
    from data.loader.files import TomlFile
    from data.loader.place import LoadedPlace

_ANSWERING = ("publisher", "controller", "protection_officer", "accessibility_contact")
"""What must all be stated for a portal to bear the place's name as its own."""


def check_place(loaded: LoadedPlace, authorities: Sequence[Loaded], today: date) -> None:
    """Apply every rule for the file of the place; problems go to the report.

    Args:
        loaded: The file.
        authorities: All authorities of the same folder.
        today: The day of the check.
    """
    file = loaded.file
    if file is None:
        if not (loaded.root / PLACE).exists():
            _check_home(loaded.place, authorities)
        return  # that it could not be read is already reported
    privacy.check_file(file)
    characters.check_file(file)
    for record in _located(loaded.place, file):
        if record.table.has_ids:
            check_slug(file, record.path, str(record.path[-1]))
        check_days_of(record, today)
        _check_references(record, authorities)
        if isinstance(record.record, PlaceTile):
            check_tile(record, record.record)
            _check_authority_of_tile(record, record.record)
        elif isinstance(record.record, Fee):
            _check_organisation(record, record.record, authorities)
    _check_look(loaded, file)
    _check_home(loaded.place, authorities)
    _check_answering(loaded.place, file)


def _located(place: Place, file: TomlFile) -> Iterator[Located]:
    """Every record of the file, with where it stands."""
    yield Located(file, (PORTAL.key,), PORTAL, place)
    if place.contact is not None:
        yield Located(file, (CONTACT.key,), CONTACT, place.contact)
    for table in PLACE_TABLES:
        for id_, record in getattr(place, table.attribute).items() if table.has_ids else ():
            yield Located(file, (table.key, id_), table, record)


def _check_references(record: Located, authorities: Sequence[Loaded]) -> None:
    """Report every id that leads nowhere, with the one that was probably meant."""
    for named in record.table.ids(record.record):
        known = _known(named, record, authorities)
        if known is None or named.id in known:
            continue
        key = next(part for part in reversed(named.path) if isinstance(part, str))
        of_authority = getattr(record.record, "authority", "")
        whose = f" hos {of_authority}" if named.kind is IdKind.ENTRY and of_authority else ""
        meant = proposal(named.id, known) or " Rätta id:t."
        record.tell(f"{key} pekar på {named.kind.value} {named.id}, som inte finns{whose}.{meant}", *named.path)


def _known(named: Named, record: Located, authorities: Sequence[Loaded]) -> Collection[str] | None:
    """The ids that one may be; None where that cannot be told."""
    if named.kind is IdKind.AUTHORITY:
        return [each.directory for each in authorities]
    if isinstance(record.record, PlaceQuestion | PlaceTile) and named.kind is IdKind.ENTRY:
        authorities = [each for each in authorities if each.directory == record.record.authority]
    if not authorities or not all(each.complete and each.description for each in authorities):
        return None
    return {id_ for each in authorities if each.description for id_ in known_ids(each, each.description)[named.kind]}


def _check_authority_of_tile(record: Located, tile: PlaceTile) -> None:
    """An entry is one of an authority; words are searched for with all of them."""
    key = PLACE_TILE.key_of("authority")
    if tile.entry and not tile.authority:
        entry = PLACE_TILE.key_of("entry")
        record.tell(f"{record.header} har {entry} men inte {key}. Ange vilken myndighet posten hör till.", entry)
    elif tile.query and not tile.entry and tile.authority:
        query = PLACE_TILE.key_of("query")
        record.tell(f"{key} i {record.header} hör inte ihop med {query}: alla genomsöks. Ta bort {key}.", key)


def _check_organisation(record: Located, fee: Fee, authorities: Sequence[Loaded]) -> None:
    descriptions = [each.description for each in authorities]
    known = {each.source.authority.belongs_to for each in descriptions if each} - {""}
    if not fee.organisation or fee.organisation in known or not all(descriptions) or not known:
        return
    key = FEE.key_of("organisation")
    meant = proposal(fee.organisation, known) or f" Välj bland: {', '.join(sorted(known))}."
    record.tell(f"{key} ”{fee.organisation}” är ingen av beskrivningarnas organisationer.{meant}", key)


def _check_look(loaded: LoadedPlace, file: TomlFile) -> None:
    place = loaded.place
    for attribute in ("accent", "accent_dark"):
        colour = getattr(place, attribute)
        fault = fault_of_colour(colour, dark=attribute == "accent_dark") if colour else ""
        if fault:
            key = PORTAL.key_of(attribute)
            file.tell((PORTAL.key, key), f"{key} {fault}")
    fault = fault_of_logo(loaded.root / place.logo) if place.logo else ""
    if fault:
        key = PORTAL.key_of("logo")
        file.tell((PORTAL.key, key), f"{key} ”{place.logo}”: {fault}")


def _check_home(place: Place, authorities: Sequence[Loaded]) -> None:
    """Warn where several authorities stand beside one another and none of them speaks for all."""
    if len(authorities) > 1 and not place.home:
        message = (
            f"här finns {len(authorities)} myndigheter, och ingen av dem är {PORTAL.key_of('home')}. "
            f"Skriv i [{PORTAL.key}] vilken som svarar där ingen har valts."
        )
        authorities[0].report.warn(PLACE, 0, message)


def _check_answering(place: Place, file: TomlFile) -> None:
    """Warn where someone answers for a part of the portal only."""
    missing = [PORTAL.key_of(attribute) for attribute in _ANSWERING if not getattr(place, attribute)]
    if missing and len(missing) < len(_ANSWERING):
        message = (
            f"[{PORTAL.key}] saknar {' och '.join(missing)}. Fyll i det: till dess står det på sidorna att portalen är "
            "fristående."
        )
        file.tell((PORTAL.key,), message, warning=True)
