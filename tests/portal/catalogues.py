"""A small checkout with texts to translate, and its translations."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from portal.catalogues.files import DOMAINS, catalogue_path, read, update, write
from portal.languages import LANGUAGES
from tests.support import DATA, REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


FINNISH = LANGUAGES["fi"]
TRANSLATIONS = REPOSITORY / "translations"
TEXTS = {
    "Ett ord": "Sana",
    "{count} träff": ["{count} osuma", "{count} osumaa"],
    "Fil": "Tiedosto",
    "Protokoll": "Pöytäkirja",
    "Fråga oss.": "Kysy meiltä.",
}


def small_checkout(root: Path) -> Path:
    """A small checkout: a few texts in code and data, and the real mapping files."""
    shutil.copytree(TRANSLATIONS, root / "translations", ignore=shutil.ignore_patterns("*.po", "*.pot"))
    for name in ("portal/templates", "data/descriptions/x"):
        (root / name).mkdir(parents=True)
    shutil.copy(DATA / "audit.py", root / "data")
    code = '_("Ett ord")\nngettext("{count} träff", "{count} träffar", n)\npgettext("arkiv", "Fil")\n'
    (root / "portal" / "page.py").write_text(code, encoding="utf-8")
    write_data(root, 'namn = "Protokoll"\nsvar = " Fråga oss. "')
    return root


def write_data(checkout: Path, record: str) -> None:
    path = checkout / "data" / "descriptions" / "x" / "vagledning.toml"
    path.write_text(f"[handlingsslag.protokoll]\n{record}\n", encoding="utf-8")


def translate(checkout: Path, translations: Mapping[str, object]) -> Path:
    """Finnish catalogues, filled by the Swedish words; the folder with the catalogues."""
    folder = checkout / "translations"
    update(checkout, folder, ["fi"])
    for domain in DOMAINS:
        path = catalogue_path(folder, FINNISH, domain)
        catalog = read(path.read_text(encoding="utf-8"), FINNISH)
        for message in catalog:
            key = message.id if isinstance(message.id, str) else message.id[0]
            if message.id and key in translations:
                message.string = translations[key]  # type: ignore[assignment]  # a text, or a list of forms
        write(path, catalog)
    return folder
