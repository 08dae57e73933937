"""The one place that makes addresses (DESIGN.md §5)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from data.model import EntryType
from portal.languages import SOURCE

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


def prefixed(path: str, language: str = SOURCE, mode: str = "") -> str:
    """An address of the portal in a mode and a language: ``/kiosk/en/sok``."""
    parts = [part for part in (mode, "" if language == SOURCE else language) if part]
    return "/" + "/".join([*parts, path.lstrip("/")]) if parts else path


def entry_url(authority: str, type_: EntryType, id_: str, language: str = SOURCE, mode: str = "") -> str:
    """An entry's page."""
    path = f"/{id_}" if type_ is EntryType.GUIDE else f"/{authority}/{KIND_OF[type_]}/{id_}"
    return prefixed(quote(path), language, mode)


def passage_url(authority: str, passage: str, language: str = SOURCE, mode: str = "") -> str:
    """A passage's place in the whole text."""
    return prefixed(f"/{authority}/beskrivning#{passage}", language, mode)


def with_query(path: str, parameters: Iterable[tuple[str, str]]) -> str:
    """An address with its parameters, in the order given, empty ones left out."""
    query = urlencode([(name, value) for name, value in parameters if value])
    return f"{path}?{query}" if query else path
