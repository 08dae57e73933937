"""What holds today beside an older text: facts that have changed, an authority that has ended, what was a mistake.

All of it is stated by someone, on a day (``aktuellt.toml``). None of it is a part of the description, which stays as it
is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class CurrentField(StrEnum):
    """What of an entry may have changed; NONE where a file names nothing that can."""

    NONE = ""
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    SUCCESSOR = "successor"


@dataclass(frozen=True, slots=True)
class CurrentFact:
    """What is true of an entry today, whatever the description says.

    `value` is an address, a number or a name; of a successor the id of an entry of the same authority, or a name.
    `stated_by` tells who says so, `stated_on` when (ISO date).
    """

    id: str
    entry: str
    field: CurrentField
    value: str
    stated_by: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An authority that ends, or has ended; `on` (ISO date) may be to come.

    `successor` and `records_at` are the id of an authority of the place, or a name; empty where nobody has said.
    """

    on: str
    successor: str
    records_at: str
    stated_by: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class Removed:
    """An entry or an authority that was a mistake: `id` was its id, `reason` tells why it is gone."""

    id: str
    reason: str
    stated_on: str


def facts_of(current: Mapping[str, CurrentFact], entry: str) -> dict[CurrentField, CurrentFact]:
    """What has been said of an entry as it is today, by what it is about."""
    return {fact.field: fact for fact in current.values() if fact.entry == entry}


def value_today(current: Mapping[str, CurrentFact], entry: str, about: CurrentField) -> str:
    """What holds of an entry today; empty where nobody has said that it has changed."""
    return next((fact.value for fact in current.values() if fact.entry == entry and fact.field is about), "")


def has_ended(ended: Ended | None, today: date | None = None) -> bool:
    """Whether an authority has ended by a day; without one, whether it ever does."""
    return ended is not None and (today is None or ended.on <= today.isoformat())
