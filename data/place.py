"""The place that a portal is for: a municipality, a region or an agency, with its authorities side by side.

All of it is the place's own and may be left out (``portal.toml``). Nothing here is a fact of a description.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from data.today import Removed

COPY_KEYS = "Ctrl+Skift+Enter"
"""Keys that no browser, NVDA, JAWS or VoiceOver uses on a page (docs/decisions/0031-desk-one-voice.md)."""


@dataclass(frozen=True, slots=True)
class CommonContact:
    """How the place is reached by who asks about no authority in particular.

    `name` is whom one meets there ("Kontaktcenter"), `phone_name` what the telephone number is called ("kommunens
    växel"). `stated_by` tells who says so, `stated_on` when (ISO date).
    """

    name: str = ""
    phone: str = ""
    phone_name: str = ""
    email: str = ""
    stated_by: str = ""
    stated_on: str = ""


@dataclass(frozen=True, slots=True)
class PlaceQuestion:
    """A question that many ask in the place, and the entry that answers it."""

    id: str
    question: str
    authority: str
    entry: str


@dataclass(frozen=True, slots=True)
class PlaceTile:
    """A tile of the kiosk: an entry of an authority, or words to search for.

    Exactly one of `entry` and `query` is set. `signpost` may go with `query`: the record is elsewhere, and the tile
    says so where no authority of the place has it.
    """

    id: str
    name: str
    authority: str
    entry: str
    query: str
    signpost: str


@dataclass(frozen=True, slots=True)
class Hours:
    """When the telephone is answered or a reading room is open, as the place has stated it."""

    id: str
    name: str
    opening_hours: tuple[str, ...]
    stated_by: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class Fee:
    """What an organisation of the place charges, in its own words; it is never computed."""

    id: str
    organisation: str
    text: str
    stated_by: str
    stated_on: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place, its look and its order; what is empty has not been stated.

    Attributes:
        name: Of the municipality, region or agency.
        short_name: The same in one word, where room is short.
        website: The address of its web site, without a scheme.
        logo: The name of the file with its logo, beside ``portal.toml``; ``.svg`` or ``.png``.
        accent: The colour of links and buttons on light pages, ``#RRGGBB``.
        accent_dark: The same on dark pages.
        authorities: Ids in the order that they are shown in; those that are not named come after, by id.
        home: The id of the authority that speaks where none is asked for.
        archive: The id of the authority that keeps what others have handed over.
        languages: Codes of the languages that are offered beside Swedish; empty: all.
        publisher: Who answers for the portal.
        controller: Who answers for personal data in it.
        protection_officer: How that one's data protection officer is reached.
        accessibility_contact: Whom to tell about what cannot be used.
        copy_keys: Keys that copy the answer at the desk, from within the field too; empty: `COPY_KEYS`.
        is_preview: Whether drafts are shown, each page marked as such. No file says so: who builds it does.
    """

    name: str = ""
    short_name: str = ""
    website: str = ""
    logo: str = ""
    accent: str = ""
    accent_dark: str = ""
    authorities: tuple[str, ...] = ()
    home: str = ""
    archive: str = ""
    languages: tuple[str, ...] = ()
    publisher: str = ""
    controller: str = ""
    protection_officer: str = ""
    accessibility_contact: str = ""
    copy_keys: str = ""
    contact: CommonContact | None = None
    questions: dict[str, PlaceQuestion] = field(default_factory=dict)
    tiles: dict[str, PlaceTile] = field(default_factory=dict)
    hours: dict[str, Hours] = field(default_factory=dict)
    fees: dict[str, Fee] = field(default_factory=dict)
    removed: dict[str, Removed] = field(default_factory=dict)
    is_preview: bool = False

    @property
    def answers_for_itself(self) -> bool:
        """Whether someone answers for the portal: only then may it bear the place's name and logo as its own."""
        return all((self.publisher, self.controller, self.protection_officer, self.accessibility_contact))

    def ordered(self, authorities: list[str]) -> list[str]:
        """Ids of authorities in the place's order: the home authority, those named, then the others by id."""
        rank = {id_: number for number, id_ in enumerate(dict.fromkeys((self.home, *self.authorities)))}
        return sorted(authorities, key=lambda id_: (rank.get(id_, len(rank)), id_))
