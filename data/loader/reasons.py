"""Why a file is no TOML, told to someone who has never heard of TOML: what is wrong, and what to do.

The parser's reasons are English and name what it expected. What a person did is mostly one of a few slips, which the
line itself tells: they are looked for first (`data/loader/slips.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.loader.slips import slip

if TYPE_CHECKING:
    import tomli

_KEY = re.compile(r"\((?P<parts>'.*?),?\)")

_REASONS: tuple[tuple[str, str], ...] = (
    (r"Invalid statement", "raden börjar inte med en nyckel eller en hakparentes. Skriv nyckel = värde."),
    (
        r"Expected newline or end of document after a statement",
        'det står mer på raden efter värdet. Skriv en nyckel per rad, och citattecken i en text som ” eller \\".',
    ),
    (r"Expected '='.*", "likhetstecknet saknas efter nyckeln. Skriv nyckel = värde."),
    (r"Invalid initial character for a key part", "här ska en nyckel stå. En nyckel har bara a–z, 0–9, - och _."),
    (r"Expected '\]+' at the end of an? .* declaration", "hakparentesen ] saknas sist i rubriken. Lägg till den."),
    (r"Cannot declare .* twice", "tabellen finns redan i filen. Ge den ett annat id, eller slå ihop de två."),
    (r"Cannot overwrite a value", "namnet finns redan ovanför. Ta bort det på ett av ställena."),
    (r"Duplicate inline table key .*", "nyckeln finns två gånger inom samma klamrar. Ta bort en av dem."),
    (
        r"Cannot (?:mutate immutable|redefine) namespace .*",
        "tabellen är redan skriven på ett annat sätt ovanför. Skriv ihop dem på ett ställe.",
    ),
    (r"Unclosed array", "komma eller slutande hakparentes ] saknas i listan. Lägg till det som saknas."),
    (r"Unclosed inline table", "komma eller slutande klammer } saknas. Lägg till det som saknas."),
    (r"Unterminated string|Expected (?:\"'\"|\"'''\")", "en text slutar aldrig. Lägg till citattecknet som saknas."),
    (
        r"Illegal character '\\n'|Found invalid character '\\n'",
        "citattecknet sist i texten saknas. Lägg till det; en text står på en enda rad.",
    ),
    (
        r"(?:Illegal|Found invalid) character .*",
        "här står ett osynligt styrtecken. Radera det, och skriv ett vanligt mellanslag om det behövs.",
    ),
    (
        r"Unescaped '\\' in a string",
        "ett omvänt snedstreck betyder något särskilt i en text. Skriv det två gånger, \\\\.",
    ),
    (
        r"Invalid hex value|Escaped character is not a Unicode scalar value",
        "efter \\x, \\u eller \\U ska ett teckens nummer stå. Skriv själva tecknet i stället.",
    ),
    (r"Invalid date or datetime", 'datumet finns inte. Skriv en dag som "2026-01-31", inom citattecken.'),
    (r"Invalid value", 'värdet går inte att läsa. Skriv en text inom raka citattecken, "så här".'),
)
"""The parser's own words, and what they mean."""


def reason(error: tomli.TOMLDecodeError) -> tuple[int, str]:
    """The line to look at, and what is wrong there and what to do."""
    if usual := slip(error.doc.split("\n"), error.lineno, error.colno, error.msg):
        return usual
    told = next((told for words, told in _REASONS if re.fullmatch(words, error.msg)), "")
    if not told:
        told = "filen följer inte formatet. Jämför raden med dem intill, och se citattecken, komman och parenteser."
    first = _first_place(error) if error.msg.startswith("Cannot declare") else 0
    if first:
        told = told.replace("finns redan i filen", f"finns redan på rad {first}")
    return error.lineno, f"filen går inte att tolka vid tecken {error.colno}: {told}"


def _first_place(error: tomli.TOMLDecodeError) -> int:
    """The line of the table that is declared a second time; 0 where no header says it."""
    key = _KEY.search(error.msg)
    if key is None:
        return 0
    wanted = re.sub(r"[\s'\"]", "", key["parts"].replace("', '", "."))
    for number, line in enumerate(error.doc.split("\n")[: error.lineno - 1], 1):
        header = line.split("#")[0].strip()
        if header.startswith("[") and re.sub(r"[\s'\"\[\]]", "", header) == wanted:
            return number
    return 0
