"""From catalogues to what a generation holds of them, and what the data files say that no catalogue has."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo

from data.problems import DataError, Problem, Report
from portal.catalogues.checks import usable
from portal.catalogues.extractor import texts
from portal.catalogues.files import DATA, DOMAINS, TRANSLATED, catalogue_path, is_empty, is_translated, shown
from portal.translations import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = 3


def compiled(folder: Path) -> dict[str, bytes]:
    """The catalogues as a generation holds them: by path within it.

    What is not translated, or marked as uncertain, is left out, and so shown in Swedish.

    Args:
        folder: The folder with the catalogues.

    Raises:
        data.problems.DataError: A catalogue is broken; `problems` tells every reason.
    """
    report = Report()
    files: dict[str, bytes] = {}
    for language in TRANSLATED:
        for domain in DOMAINS:
            if catalogue_path(folder, language, domain).exists():
                catalog = usable(folder, language, domain, report)
                if catalog is not None:
                    buffer = BytesIO()
                    write_mo(buffer, catalog)
                    files[f"{FOLDER}/{language.catalogue}/LC_MESSAGES/{domain}.mo"] = buffer.getvalue()
    if report.errors:
        raise DataError(report.errors)
    return files


def untranslated(folder: Path, data: Path) -> list[Problem]:
    """A warning for each language that lacks texts of the data files, and the errors of broken catalogues.

    Args:
        folder: The folder with the catalogues.
        data: The folder with the data files, without errors.
    """
    report = Report()
    paths = (*sorted(data.glob("descriptions/*/*.toml")), *sorted(data.glob("general/*.toml")))
    read = (text for path in paths for text in texts(path.read_text(encoding="utf-8")))
    contexts = {text.text: text.context for text in read}
    for language in TRANSLATED:
        if not is_translated(folder, language):
            continue
        found: set[object] = set()
        path = catalogue_path(folder, language, DATA)
        for domain in DOMAINS:
            if catalogue_path(folder, language, domain).exists():
                catalog = usable(folder, language, domain, report)
                if domain == DATA:
                    found = {each.id for each in catalog or () if not each.fuzzy and not is_empty(each.string)}
        if missing := [context for text, context in contexts.items() if text not in found]:
            first = ", ".join(list(dict.fromkeys(missing))[:_SHOWN])
            message = (
                f"{len(missing)} texter är inte översatta till {language.name} och visas på svenska, först {first}."
            )
            report.warn(shown(folder, path), 0, message)
    return [*report.errors, *report.warnings]
