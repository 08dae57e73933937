"""``vagvisaren publicera``: someone with a role makes a draft public."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from data.checks import check_all
from data.loader import DESCRIPTIONS, authority_directories
from data.nearest import proposal
from data.publication import Publication
from data.publishing import PUBLICATION_FILE, publication_text, why_no_role
from portal.web.day import today

if TYPE_CHECKING:
    import argparse

    from data.checks import Checked
    from portal.settings import Settings


def publish(settings: Settings, options: argparse.Namespace) -> int:
    """Write who has published a description, and when; one sentence, and 1 where nothing was written."""
    authority, role = str(options.authority), " ".join(str(options.role).split())
    checked = check_all(settings.data, today())
    reason = _why_not(settings, checked, authority) or why_no_role(role)
    if reason:
        print(reason, file=sys.stderr)
        return 1
    description = next(each for each in checked.descriptions if each.id == authority)
    name = description.source.authority.name
    if not description.is_draft:
        print(f"Beskrivningen av {name} är redan publicerad.")
        return 0
    mark = Publication(role, today().isoformat())
    try:
        _replace(settings.data / DESCRIPTIONS / authority / PUBLICATION_FILE, publication_text(mark))
    except OSError as error:
        print(f"Publiceringen kunde inte skrivas ({error.strerror}). Kontrollera mappens rättigheter.", file=sys.stderr)
        return 1
    print(
        f"Beskrivningen av {name} är publicerad av {role} den {mark.published_on}. "
        "Kör vagvisaren index, så svarar portalen med den."
    )
    return 0


def _why_not(settings: Settings, checked: Checked, authority: str) -> str:
    """Why an authority cannot be published; empty where it can."""
    known = authority_directories(settings.data)
    if authority not in known:
        meant = proposal(authority, known) or (f" Välj bland: {', '.join(known)}." if known else "")
        return f"Det finns ingen beskrivning i mappen {authority}.{meant}"
    if any(problem.file.startswith(f"{authority}/") for problem in checked.report.errors):
        return f"Beskrivningen i {authority} har fel. Kör vagvisaren check, rätta dem och publicera sedan."
    if all(each.id != authority for each in checked.descriptions):
        return f"Beskrivningen i {authority} går inte att läsa. Kör vagvisaren check."
    return ""


def _replace(path: Path, text: str) -> None:
    """Write a file whole, or not at all: half a mark would make the data unreadable."""
    descriptor, name = tempfile.mkstemp(prefix=".publicering-", dir=path.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        written.chmod(0o644)
        written.replace(path)
    except OSError:
        written.unlink(missing_ok=True)
        raise
