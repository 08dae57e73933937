"""``vagvisaren ny``: a folder of data for a place to begin with."""

from __future__ import annotations

import errno
import shlex
import sys
from typing import TYPE_CHECKING

from data.fields.place import PORTAL
from data.fields.sketch import sketch
from data.loader import DESCRIPTIONS
from data.loader.place import PLACE

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from portal.settings import Settings

README = "README.txt"
_NEXT = f"""\
Här ligger myndigheternas beskrivningar av sina allmänna handlingar: en mapp per myndighet.

Har du beskrivningen som Word-fil, PDF, OpenDocument, webbsida eller text: vagvisaren importera FIL gör allt i steg 1-3.

Gör så här för hand:

1. Skapa en mapp som heter som myndighetens id, till exempel tallmo-kommunstyrelsen. Id:t skrivs med a-z, 0-9 och
   bindestreck, och blir början på sidornas adresser.
2. Spara beskrivningens text i mappen som original.txt, ord för ord, och dess kontrollsumma:
   sha256sum original.txt > original.txt.sha256
3. Skriv beskrivning.toml: samma text uppdelad i avsnitt och stycken. Skapa en tom vagledning.toml. Det minsta som
   går, och alla nycklar, står i data/README.md hos Vägvisaren, under "En ny myndighet".
4. Kör vagvisaren check. Den säger vad som fattas, i vilken fil och på vilken rad. Kör den igen efter varje ändring.
5. Kör vagvisaren index när den inte längre hittar några fel, och sedan vagvisaren serve.
6. Finns det flera myndigheter: skriv i {PLACE}, i mappen ovanför, vilken av dem som är
   {PORTAL.key_of("home")}.

Teman, förklaringar av lagrum, guiden om att begära ut en handling och hänvisningar till vem som brukar ha vad följer
med Vägvisaren. De behöver inte kopieras hit.

Skriv aldrig personnummer, eller namn och kontaktuppgifter till privatpersoner, i någon fil.
"""


def new_place(_settings: Settings, options: argparse.Namespace) -> int:
    """Make the folder and say what to do next; 1 where there is something already, or it cannot be made."""
    folder: Path = options.folder
    if reason := _make(folder):
        print(reason, file=sys.stderr)
        return 1
    data, generations = (shlex.quote(str(folder.resolve()) + ending) for ending in ("", "-index"))
    print(f"Mappen {folder} är klar. Gör så här:")
    print(f"1. Fyll i {folder / PLACE}: där står varje nyckel med ett exempel.")
    print(f"2. Lägg till en myndighet: se {folder / DESCRIPTIONS / README}.")
    print("3. Kontrollera, och bygg när det inte finns några fel:")
    print(f"   export VAGVISAREN_DATA={data} VAGVISAREN_GENERATIONS={generations}")
    print("   vagvisaren check")
    print("   vagvisaren index")
    return 0


def _make(folder: Path) -> str:
    """Make the folder and what a new one holds; why not, in Swedish with what to do, where that does not go."""
    try:
        if folder.exists() and not folder.is_dir():
            return f"{folder} är en fil, ingen mapp. Välj en annan mapp."
        if folder.is_dir() and any(folder.iterdir()):
            return f"Mappen {folder} är inte tom. Välj en mapp som inte finns, eller en tom."
        (folder / DESCRIPTIONS).mkdir(parents=True)
        (folder / PLACE).write_text(sketch(), encoding="utf-8")
        (folder / DESCRIPTIONS / README).write_text(_NEXT, encoding="utf-8")
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise  # which the command tells for all that it does
        return f"Mappen {folder} kunde inte göras ({error.strerror}). Välj en annan, eller kontrollera rättigheterna."
    return ""
