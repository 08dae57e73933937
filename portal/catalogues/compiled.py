"""From catalogues to what a generation holds of them, and what the data files say that no catalogue has."""

from __future__ import annotations

import hashlib
from importlib import metadata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo

from data.loader.files import decoded
from data.problems import DataError, Problem, Report
from portal.catalogues.checks import usable
from portal.catalogues.extractor import texts
from portal.catalogues.files import DATA, DOMAINS, OWN, TRANSLATED, catalogue_path, is_empty, is_translated, shown
from portal.catalogues.own import data_files, has_own, lay_over
from portal.services.catalogues import FOLDER

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

    from portal.languages import Language

_SHOWN = 3
_MADE_FROM = f"{FOLDER}/made-from"
_last: dict[bytes, dict[str, bytes]] = {}
"""What was compiled last, by what it was made from: a process that builds again mostly does so from the same ones."""


def compiled(folder: Path, built: Path | None = None, own: Path | None = None) -> dict[str, bytes]:
    """The catalogues as a generation holds them: by path within it.

    What is not translated, or marked as uncertain, is left out, and so shown in Swedish.

    Args:
        folder: The folder with the catalogues.
        built: A whole generation. Where it was made from the same catalogues, its own are taken over: to compile them
            is a fifth of what a build takes.
        own: The folder with a place's own catalogues, which are laid over the others; it may be missing.

    Raises:
        data.problems.DataError: A catalogue is broken; `problems` tells every reason.
    """
    made_from = _made_from(folder, own)
    if built and (built / _MADE_FROM).is_file() and (built / _MADE_FROM).read_bytes() == made_from:
        paths = (path for path in (built / FOLDER).rglob("*") if path.is_file())
        return {path.relative_to(built).as_posix(): path.read_bytes() for path in paths}
    if made_from not in _last:
        files = _files(folder, own)
        _last.clear()
        _last[made_from] = {**files, _MADE_FROM: made_from} if files else {}
    return dict(_last[made_from])


def _files(folder: Path, own: Path | None) -> dict[str, bytes]:
    """The compiled catalogues, by path."""
    report = Report()
    files: dict[str, bytes] = {}
    for language in TRANSLATED:
        for domain in DOMAINS:
            catalog = _whole(folder, own if domain == DATA else None, language, domain, report)
            if catalog is not None:
                buffer = BytesIO()
                write_mo(buffer, catalog)
                files[f"{FOLDER}/{language.catalogue}/LC_MESSAGES/{domain}.mo"] = buffer.getvalue()
    if report.errors:
        raise DataError(report.errors)
    return files


def _whole(folder: Path, own: Path | None, language: Language, domain: str, report: Report) -> Catalog | None:
    """A language's catalogue with the place's own laid over it; None where there is neither, or one is broken."""
    folders = [each for each in (folder, own) if each and catalogue_path(each, language, domain).exists()]
    catalogs = [usable(each, language, domain, report) for each in folders]
    whole = [catalog for catalog in catalogs if catalog is not None]
    if len(whole) < len(catalogs) or not whole:
        return None
    for laid in whole[1:]:
        lay_over(whole[0], laid)
    return whole[0]


def _made_from(folder: Path, own: Path | None) -> bytes:
    """Changes with whatever the compiled catalogues depend on: the catalogues, and who reads and writes them."""
    digest = hashlib.sha256(metadata.version("babel").encode())
    ours = sorted(Path(__file__).parent.glob("*.py"))
    theirs = [catalogue_path(folder, language, domain) for language in TRANSLATED for domain in DOMAINS]
    places = [catalogue_path(own, language, DATA) for language in TRANSLATED] if own else []
    for path in (*ours, *theirs, *places):
        content = path.read_bytes() if path.exists() else b""
        digest.update(f"{path.parent.parent.name}/{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest().encode()


def untranslated(folder: Path, data: Path) -> list[Problem]:
    """A warning for each language that lacks texts of the data files, and the errors of broken catalogues.

    Args:
        folder: The folder with the catalogues.
        data: The folder with the data files, without errors.
    """
    report = Report()
    read = (text for path in data_files(data) for text in texts(decoded(path.read_bytes())))
    contexts = {text.text: text.context for text in read}
    for language in TRANSLATED:
        own = catalogue_path(data / OWN, language, DATA)
        if not (is_translated(folder, language) or own.exists()):
            continue
        translated: set[object] = set()
        path = catalogue_path(folder, language, DATA)
        for domain in DOMAINS:
            if catalogue_path(folder, language, domain).exists():
                catalog = usable(folder, language, domain, report)
                if catalog is not None and not len(catalog):
                    empty = shown(folder, catalogue_path(folder, language, domain))
                    message = f"filen har inga texter, så portalen blir svensk på {language.name}. Återställ filen."
                    report.warn(empty, 0, message)
                if domain == DATA:
                    translated |= _translated(catalog)
        if own.exists():
            translated |= _translated(usable(data / OWN, language, DATA, report))
        if missing := [context for text, context in contexts.items() if text not in translated]:
            first = ", ".join(list(dict.fromkeys(missing))[:_SHOWN])
            message = (
                f"{len(missing)} texter är inte översatta till {language.name} och visas på svenska, först {first}."
            )
            if has_own(data) and not own.exists():
                message += " Filen finns inte än: make translations gör den."
            report.warn(shown(data / OWN, own) if has_own(data) else shown(folder, path), 0, message)
    return [*report.errors, *report.warnings]


def _translated(catalog: Catalog | None) -> set[object]:
    """The texts that a catalogue translates."""
    return {message.id for message in catalog or () if not message.fuzzy and not is_empty(message.string)}
