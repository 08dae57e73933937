"""``import.md``: what came of a document, told to the registrator who owns it, with where each thing stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from data.audit import Status, audit
from data.importing.proposal import Proposal
from data.importing.writing.described import Described
from data.importing.writing.found import found
from data.importing.writing.markdown import plain, shortened
from data.importing.writing.missing import missing
from data.importing.writing.places import Places
from data.loader import GUIDANCE, SOURCE
from data.model import Description
from data.positions import key_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


REPORT = "import.md"
_FORMATS = {
    "docx": "Word-dokument",
    "odt": "OpenDocument-text",
    "pdf": "PDF",
    "html": "webbsida",
    "text": "ren text",
}
_STATUSES = {Status.PRESENT: "finns", Status.UNCLEAR: "oklart", Status.MISSING: "saknas"}
_NOTHING = "Inget."
_MOST_OF_A_KIND = 5


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has made.

    Attributes:
        proposal: What the document said.
        described: What is written of it.
        description: The same as `check` read it.
        text: The text of ``beskrivning.toml``.
        files: Name and SHA-256 of each file as it came.
        day: The day of the import.
    """

    proposal: Proposal
    described: Described
    description: Description
    text: str
    files: tuple[tuple[str, str], ...]
    day: date


def report(imported: Imported) -> str:
    """The text of the report."""
    parts = (
        _head(imported),
        _list("## Att se över", (warning.text for warning in imported.proposal.warnings)),
        _guessed(imported),
        _list("## Det som saknas", missing(imported.description)),
        _audited(imported),
        _left_out(imported),
        _read(imported),
        found(imported.description, Places(imported.proposal.outline, imported.described.passages), imported.text),
    )
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _head(imported: Imported) -> str:
    source = imported.description.source
    id_ = source.authority.id
    return f"""\
# Importen av {plain(source.authority.name)}

Den här filen är för dig som äger beskrivningen. Den visas inte på webben. Den gjordes {imported.day.isoformat()} av
`vagvisaren importera`, och säger vad som hittades i dokumentet, vad som är gissat och vad som saknas.

Gör så här:

1. Läs ”Att se över” och ”Gissat”. Varje rad säger var i `{SOURCE}` det rättas. Ändra i filen med en textredigerare.
   Orden i `text`, och i `original.txt`, ändrar du aldrig: de är beslutade.
2. Kör `vagvisaren check`. Den säger vad som blev fel, i vilken fil och på vilken rad.
3. Titta på sidorna: `vagvisaren serve --utkast`. Bara du ser dem, på den här datorn.
4. När du är nöjd: `vagvisaren publicera {id_} --roll "din roll"`.
5. Skriv med tiden egna svar i klarspråk i `{GUIDANCE}`. Till dess visar sidorna beskrivningens egna ord."""


def _guessed(imported: Imported) -> str:
    guesses = imported.described.guesses
    if not guesses:
        return f"## Gissat\n\n{_NOTHING}"
    lines = key_lines(imported.text)
    rows = [
        (_line(lines, guess.path), ".".join(map(str, guess.path)), guess.why or "Det kan vara på ett annat sätt.")
        for guess in guesses
    ]
    told = [f"| {line} | `{path}` | {plain(why)} |" for line, path, why in sorted(rows)]
    head = f"Rätta i `{SOURCE}`, på den rad som anges.\n\n| rad | vad | varför |\n|---|---|---|"
    return "\n".join([f"## Gissat\n\n{head}", *told])


def _line(lines: dict[tuple[str | int, ...], int], path: tuple[str | int, ...]) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _audited(imported: Imported) -> str:
    places = Places(imported.proposal.outline, imported.described.passages)
    told = ["## Lagens punkter"]
    for finding in audit(imported.description).findings:
        told.append(f"\n**{finding.rule}**: {finding.asks}: **{_STATUSES[finding.status]}**\n")
        told += [f"- ”{shortened(quote.text)}” ({plain(places.of(quote.passage))})" for quote in finding.evidence]
    return "\n".join(told)


def _left_out(imported: Imported) -> str:
    left_out = imported.described.left_out
    told = (f"{one.what}. {one.why}" for one in left_out)
    intro = "Det här föreslogs men stämde inte med orden i texten. Skriv in det för hand om det är riktigt."
    return _list(f"## Utelämnat ur {SOURCE}\n\n{intro}" if left_out else f"## Utelämnat ur {SOURCE}", told)


def _read(imported: Imported) -> str:
    outline = imported.proposal.outline
    told = ["## Hur dokumentet lästes", ""]
    told += [f"- {plain(name)}, SHA-256 `{sum_}`" for name, sum_ in imported.files]
    told += [f"- Läst som {_FORMATS.get(outline.format, outline.format)}. Filen ligger i mappen `inkommet`."]
    told += [f"- {plain(notice)}" for notice in outline.notices]
    unsaid = len(imported.described.unsaid)
    told += [f"- {unsaid} rader utan bokstäver och siffror är inte med."] if unsaid else []
    told += ["", "Det här räknas inte som text och är inte med:", ""] if outline.furniture else []
    return "\n".join([*told, *_furniture(imported)])


def _furniture(imported: Imported) -> Iterator[str]:
    """What was left out, of each kind the first few."""
    by_kind: dict[str, list[str]] = {}
    for one in imported.proposal.outline.furniture:
        by_kind.setdefault(one.what, []).append(shortened(one.text))
    for what, texts in by_kind.items():
        listed = list(dict.fromkeys(texts))
        yield from (f"- {plain(what)}: {text}" for text in listed[:_MOST_OF_A_KIND])
        if len(listed) > _MOST_OF_A_KIND:
            yield f"- {plain(what)}: {len(listed) - _MOST_OF_A_KIND} till"


def _list(title: str, texts: Iterable[str]) -> str:
    lines: Sequence[str] = list(dict.fromkeys(f"- {plain(text)}" for text in texts))
    return "\n".join([title, "", *(lines or [_NOTHING])])
