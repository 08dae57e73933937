"""A place's own catalogues: of what its folder says that does not come with the code, laid over the code's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.loader.files import decoded
from data.loader.shared import BASE
from portal.catalogues.extractor import texts
from portal.catalogues.files import (
    DATA,
    OWN,
    TRANSLATED,
    catalogue_path,
    is_empty,
    new_catalogue,
    read_template,
    template_path,
    update_catalogue,
    write_template,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog


def has_own(data: Path) -> bool:
    """Whether a folder of data is a place's, so that its texts are not for the code's catalogues."""
    return data.resolve() != BASE


def data_files(data: Path) -> list[Path]:
    """The data files of a folder that a person reads texts of."""
    patterns = ("descriptions/*/*.toml", "general/*.toml", "*.toml")
    return [path for pattern in patterns for path in sorted(data.glob(pattern))]


def extracted_own(folder: Path, data: Path) -> Catalog:
    """The template of a place: the texts of its folder that are not among the code's.

    Args:
        folder: The folder with the code's catalogues.
        data: The place's folder, without errors.
    """
    catalog = new_catalogue(DATA)
    known = {message.id for message in read_template(folder, DATA)}
    for path in data_files(data):
        for text in texts(decoded(path.read_bytes())):
            if text.text not in known:
                name = path.relative_to(data).as_posix()
                catalog.add(
                    text.text, locations=[(name, text.line)], auto_comments=[text.comment], context=text.context
                )
    return catalog


def update_own(folder: Path, data: Path, new: Collection[str] = ()) -> list[Path]:
    """Bring a place's template and catalogues up to date.

    Args:
        folder: The folder with the code's catalogues.
        data: The place's folder, without errors.
        new: Codes of languages that get a catalogue now.

    Returns:
        The files that were changed.
    """
    own = data / OWN
    template = extracted_own(folder, data)
    if not (len(template) or own.exists()):
        return []
    changed = [template_path(own, DATA)] if write_template(own, DATA, template) else []
    for language in TRANSLATED:
        path = catalogue_path(own, language, DATA)
        if (language.code in new or path.exists()) and update_catalogue(own, language, DATA, template):
            changed.append(path)
    return changed


def lay_over(catalog: Catalog, own: Catalog) -> None:
    """Put a place's translations into the code's catalogue: a Swedish text has one translation, and the place's wins.

    Args:
        catalog: The code's; changed in place.
        own: The place's.
    """
    translations = dict(_translated(own))
    for message in catalog:
        if message.id in translations:
            message.string = translations[str(message.id)]
            message.flags.discard("fuzzy")
    for message in own:
        if message.id in translations and catalog.get(message.id, message.context) is None:
            catalog.add(message.id, translations[str(message.id)], context=message.context)


def _translated(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Its Swedish texts with their translations: texts of data files have no plurals."""
    for message in catalog:
        if message.id and not message.fuzzy and not is_empty(message.string):
            yield str(message.id), str(message.string)
