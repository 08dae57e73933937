"""Authorities that end or are gone: who takes over exists, home is a living one, and what is gone is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.checks.current import names_nothing
from data.checks.located import ended
from data.fields.place import PORTAL
from data.fields.today import ENDED, REMOVED_AUTHORITY
from data.nearest import proposal
from data.today import has_ended

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from data.loader import Loaded
    from data.loader.place import LoadedPlace


def check_ended(stated: LoadedPlace, authorities: Sequence[Loaded], today: date) -> None:
    """Apply the rules for authorities that end, and for those that are said to be gone.

    Args:
        stated: The file of the place.
        authorities: All authorities of the same folder.
        today: The day of the check.
    """
    known = [each.directory for each in authorities]
    for loaded in authorities:
        _check_named(loaded, known)
        _check_home(stated, loaded, today)
    for id_ in stated.place.removed if stated.file else ():
        if stated.file and id_ in known:
            header = f"[{REMOVED_AUTHORITY.key}.{id_}]"
            message = f"{header} finns kvar som myndighet. Ta bort mappen {id_}, eller ta bort {header}."
            stated.file.tell((REMOVED_AUTHORITY.key, id_), message)


def _check_named(loaded: Loaded, known: Sequence[str]) -> None:
    """Report who takes over or has the records, where that is nobody."""
    end = ended(loaded, loaded.description) if loaded.description else None
    for attribute in ("successor", "records_at") if end else ():
        key, value = ENDED.key_of(attribute), getattr(end.record, attribute) if end else ""
        if end and value == loaded.directory:
            end.tell(f"{key} är myndigheten själv. Skriv en annan, eller ta bort {key}.", key)
        elif end and names_nothing(value, known):
            meant = proposal(value, known)
            end.tell(
                f"{key} ”{value}” ser ut som ett id, men är ingen myndighet här.{meant} Rätta id:t, eller skriv "
                "namnet med stor bokstav.",
                key,
            )


def _check_home(stated: LoadedPlace, loaded: Loaded, today: date) -> None:
    """Report a home authority that has ended: nobody is there to answer for the others."""
    end = loaded.description.ended if loaded.description else None
    is_home = stated.place.home == loaded.directory
    if stated.file and end and is_home and end.on and has_ended(end, today):
        key = PORTAL.key_of("home")
        message = f"{key} {loaded.directory} upphörde {end.on}. Välj en myndighet som finns."
        stated.file.tell((PORTAL.key, key), message)
