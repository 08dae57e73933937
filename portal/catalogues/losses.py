"""What new catalogues would take from those who read another language: compared with the ones that are served."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.mofile import read_mo

from portal.catalogues.files import DOMAINS, INTERFACE, TRANSLATED
from portal.services.catalogues import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from index.build.losses import Changes


def compare_catalogues(changes: Changes, served: Path | None, catalogues: Mapping[str, bytes]) -> None:
    """Add the texts that a language would lose.

    Args:
        changes: What is changed otherwise.
        served: The folder of the generation that is served; None before the first build.
        catalogues: Compiled ones, by path in a generation.
    """
    for language in TRANSLATED if served else ():
        for domain in DOMAINS:
            name = f"{FOLDER}/{language.catalogue}/LC_MESSAGES/{domain}.mo"
            path = served / name if served else None
            if path is None or not path.is_file():
                continue
            before, now = _count(path.read_bytes()), _count(catalogues.get(name, b""))
            whose = "portalens" if domain == INTERFACE else "datafilernas"
            changes.compare(f"av {whose} texter på {language.name}", before, max(0, before - now))


def _count(compiled: bytes) -> int:
    """How many texts a compiled catalogue translates."""
    return sum(bool(message.id) for message in read_mo(BytesIO(compiled))) if compiled else 0
