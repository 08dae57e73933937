"""What holds today beside the text: about an entry that has such a thing, of the right form, and said once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.checks.located import entry_ids, located
from data.checks.slugs import SLUG
from data.fields.forms import is_email
from data.fields.kinds import Choice
from data.fields.today import FACT
from data.loader import GUIDANCE
from data.nearest import proposal
from data.today import CurrentFact, CurrentField, Removed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from data.checks.located import Located
    from data.loader import Loaded
    from data.model import Description

_PHONE = re.compile(r"\+?[0-9](?:[ \u2013-]?[0-9]){2,14}")
"""Digits as people space them; 112 is the shortest, and no number in the world has more than fifteen (ITU-T E.164)."""
_FIELD, _VALUE, _ENTRY = (FACT.key_of(attribute) for attribute in ("field", "value", "entry"))


def check_current(loaded: Loaded, description: Description) -> None:
    """Report what cannot hold of its entry, what has not its form, and what is said twice."""
    said: dict[tuple[str, CurrentField], Located] = {}
    for place in located(loaded, description):
        fact = place.record
        if not isinstance(fact, CurrentFact) or fact.field is CurrentField.NONE:
            continue
        first = said.setdefault((fact.entry, fact.field), place)
        if first is not place:
            place.tell(
                f"{place.header} och {first.header} säger båda {_word(fact.field)} för {fact.entry}. Ta bort den ena."
            )
        _check_field(place, fact, description)
        _check_value(place, fact, description)


def check_removed(loaded: Loaded, description: Description) -> None:
    """Report what is said to be gone and is there, or has another id now."""
    there = entry_ids(description)
    former = {id_: guidance.id for guidance in description.guidance.values() for id_ in guidance.former_ids}
    for place in located(loaded, description):
        if not isinstance(place.record, Removed):
            continue
        if place.record.id in there:
            place.tell(f"{place.header} finns kvar som post. Ta bort posten, eller ta bort {place.header}.")
        elif place.record.id in former:
            place.tell(
                f"{place.header} heter nu {former[place.record.id]}, och adressen leder dit. Ta bort {place.header}."
            )


def names_nothing(value: str, known: Iterable[str]) -> bool:
    """Whether a value that may be an id or a name looks like an id, and is that of nothing."""
    return SLUG.fullmatch(value) is not None and value not in known


def _check_field(place: Located, fact: CurrentFact, description: Description) -> None:
    """An entry can only have become another in what entries of its kind have."""
    if fact.entry not in entry_ids(description):
        return  # already reported
    possible = _possible(description, fact.entry)
    if fact.field in possible:
        return
    if possible:
        choices = " eller ".join(_word(each) for each in possible)
        message = f"{fact.entry} har inget sådant fält som {_word(fact.field)}. Om den kan du skriva {choices}."
    else:
        message = (
            f"{fact.entry} är ingen enhet, inget sökmedel, lagrum eller utbyte av uppgifter. Välj en sådan {_ENTRY}, "
            f"eller ändra texten i {GUIDANCE}."
        )
    place.tell(message, _FIELD)


def _possible(description: Description, entry: str) -> Collection[CurrentField]:
    source = description.source
    if entry in source.units:
        return (CurrentField.EMAIL, CurrentField.PHONE, CurrentField.NAME, CurrentField.SUCCESSOR)
    if entry in source.finding_aids or entry in source.exchanges:
        return (CurrentField.NAME, CurrentField.SUCCESSOR)
    return (CurrentField.SUCCESSOR,) if entry in source.provisions else ()


def _check_value(place: Located, fact: CurrentFact, description: Description) -> None:
    value, known = fact.value, entry_ids(description)
    if not value:
        return  # already reported
    if fact.field is CurrentField.EMAIL and not is_email(value):
        place.tell(f"”{value}” är ingen e-postadress. Skriv den som namn@exempel.se.", _VALUE)
    elif fact.field is CurrentField.PHONE and not _PHONE.fullmatch(value):
        place.tell(f"”{value}” är inget telefonnummer. Skriv det som 010-000 00 00.", _VALUE)
    elif fact.field is CurrentField.SUCCESSOR and value == fact.entry:
        place.tell(f"{fact.entry} kan inte efterträda sig själv. Skriv vem som har tagit över.", _VALUE)
    elif fact.field is CurrentField.SUCCESSOR and names_nothing(value, known):
        meant = proposal(value, known)
        place.tell(
            f"{_VALUE} ”{value}” ser ut som ett id, men är ingen post hos myndigheten.{meant} Rätta id:t, eller skriv "
            "namnet med stor bokstav.",
            _VALUE,
        )


def _word(about: CurrentField) -> str:
    """How a file says what has changed."""
    kind = FACT.row("field").kind
    words = kind.values.items() if isinstance(kind, Choice) else ()
    return next((word for word, (member, _meaning) in words if member is about), "")
