"""The kinds of value that say how a place looks and where it is found: addresses, colours, files, languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fields.facts import Website
from data.fields.kinds import Text, Texts
from data.kinds import LANGUAGES_OF_PAGES
from data.nearest import proposal

if TYPE_CHECKING:
    from data.fields.reader import TableReader

LOGO_ENDINGS = (".svg", ".png")
"""Of a file with a logo: what it is."""
_BARE_WEBSITE = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d]{2,24}(?:/[\w./~%-]{0,200})?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")


class BareWebsite(Website):
    """An address on the web as people say it: without ``https://``."""

    form = "webbadress utan `https://`"

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read it; say so where it is none, and leave it out."""
        address = super().read(table, key, required=required)
        if address and not _BARE_WEBSITE.fullmatch(address):
            table.error(f"{key} ”{address}” är ingen webbadress utan https://. Skriv den som www.exempel.se.", key)
            return ""
        return address


class Colour(Text):
    """A colour as two hexadecimal digits each of red, green and blue; read in small letters."""

    form = "färg, `#RRGGBB`"

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read it; say so where it is none, and leave it out."""
        colour = super().read(table, key, required=required)
        if colour and not _COLOUR.fullmatch(colour):
            table.error(f"{key} ”{colour}” är ingen färg. Skriv den som #0B5563: # och sex tecken, 0–9 eller A–F.", key)
            return ""
        return colour.lower()


class LogoFile(Text):
    """The name of a file with a logo."""

    form = "filnamn som slutar på `.svg` eller `.png`"

    def read(self, table: TableReader, key: str, *, required: bool) -> str:
        """Read it; say so where no logo can be called that, and leave it out."""
        name = super().read(table, key, required=required)
        if name and not (_FILE_NAME.fullmatch(name) and name.endswith(LOGO_ENDINGS)):
            table.error(
                f"{key} ”{name}” är inget filnamn för en logotyp. Lägg filen bredvid {table.file.name}, och ge den ett "
                f"namn med a–z, 0–9, punkt, streck och understreck som slutar på {' eller '.join(LOGO_ENDINGS)}.",
                key,
            )
            return ""
        return name


class PageLanguages(Texts):
    """Languages of pages beside Swedish."""

    form = f"lista med {' '.join(f'`{language}`' for language in LANGUAGES_OF_PAGES)}"

    def read(self, table: TableReader, key: str, *, required: bool) -> tuple[str, ...]:
        """Read them, each once; say so where one is none, and leave it out."""
        # An empty list would mean all, and no one who writes one means that.
        written = super().read(table, key, required=required or table.has(key))
        for index, code in enumerate(written):
            if code not in LANGUAGES_OF_PAGES:
                meant = proposal(code, LANGUAGES_OF_PAGES)
                choices = ", ".join(LANGUAGES_OF_PAGES)
                table.error(f"{key} har ”{code}”, som inte är ett av {choices}.{meant} Rätta det.", key, index)
        return tuple(code for code in dict.fromkeys(written) if code in LANGUAGES_OF_PAGES)
