"""The one place that makes addresses, and takes their prefixes apart (docs/contract.md#addresses)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import quote, urlencode

from data.guides import question_anchor
from data.kinds import EntryType
from portal.languages import LANGUAGES, ORIGINAL
from portal.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Iterable

KIND_OF = {
    EntryType.RECORD_TYPE: "handlingsslag",
    EntryType.FINDING_AID: "sokmedel",
    EntryType.UNIT: "enhet",
    EntryType.PROVISION: "sekretess",
    EntryType.EXCHANGE: "uppgifter",
    EntryType.SECTION: "avsnitt",
}
"""The part of an address that says what kind of entry it leads to; a guide stands at the root."""


class Placed(Protocol):
    """What tells where an entry stands: the entry itself, or a suggestion of it."""

    @property
    def authority(self) -> str:
        """Whose it is."""

    @property
    def type(self) -> EntryType:
        """What kind of entry it is."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def part_of(self) -> str:
        """The guide that it is a question of; empty for what has a page of its own."""


class Prefixes(NamedTuple):
    """An address taken apart: mode, language, and the path of the plain page in Swedish."""

    mode: str
    language: str
    path: str


def prefixed(path: str, language: str = ORIGINAL, mode: str = "") -> str:
    """An address of the portal in a mode and a language: ``/kiosk/en/sok``."""
    parts = [part for part in (mode, "" if language == ORIGINAL else language) if part]
    return "/" + "/".join([*parts, path.lstrip("/")]) if parts else path


def unprefixed(path: str) -> Prefixes:
    """Take the prefixes off an address, whether or not there is such a page.

    A mode comes before a language, each at most once; what else looks like one is a part of the path.
    """
    mode, path = _first(path, MODES, "")
    language, path = _first(path, LANGUAGES.keys() - {ORIGINAL}, ORIGINAL)
    return Prefixes(mode, language, path)


def _first(path: str, known: Iterable[str], default: str) -> tuple[str, str]:
    first, slash, rest = path.removeprefix("/").partition("/")
    return (first, slash + rest or "/") if first and first in set(known) else (default, path)


def entry_url(authority: str, type_: EntryType, id_: str, language: str = ORIGINAL, mode: str = "") -> str:
    """An entry's page."""
    path = f"/{id_}" if type_ is EntryType.GUIDE else f"/{authority}/{KIND_OF[type_]}/{id_}"
    return prefixed(quote(path), language, mode)


def url_of(entry: Placed, language: str = ORIGINAL) -> str:
    """Where an entry stands: its page, or its place on the page of the guide that it is a question of."""
    if not entry.part_of:
        return entry_url(entry.authority, entry.type, entry.id, language)
    page = entry_url(entry.authority, EntryType.GUIDE, entry.part_of, language)
    return f"{page}#{quote(question_anchor(entry.part_of, entry.id))}"


def passage_path(authority: str, passage: str) -> str:
    """A passage's place in the whole text."""
    return f"/{authority}/beskrivning#{passage}"


def with_query(path: str, parameters: Iterable[tuple[str, str]]) -> str:
    """An address with its parameters, in the order given, empty ones left out."""
    query = urlencode([(name, value) for name, value in parameters if value])
    if not query:
        return path
    path, hash_, fragment = path.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{query}{hash_}{fragment}"
