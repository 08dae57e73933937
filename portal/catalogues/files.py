"""The catalogues as files: templates made from code and data, and a catalogue per language made from each."""

from __future__ import annotations

import re
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

from data.loader import DESCRIPTIONS
from portal.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from portal.languages import Language

INTERFACE = "messages"
DATA = "data"
DOMAINS = (INTERFACE, DATA)
"""What the portal says itself, and what the data files say."""
OWN = "translations"
"""The folder in a place's folder of data with catalogues of its own texts."""

TRANSLATED = tuple(language for language in LANGUAGES.values() if not language.is_original)

_MAPPINGS = {INTERFACE: "babel.cfg", DATA: "data.cfg"}
_COMMENT = "Till översättaren:"
"""How a comment in the code begins that a translator should read."""
_HEADERS = {
    INTERFACE: "# Vägvisarens egna texter. Se translations/README.md.",
    DATA: "# Datafilernas texter. Se translations/README.md.",
}
_VOLATILE = re.compile(r'^"(?:POT-Creation-Date|Generated-By):.*\n', re.MULTILINE)


def template_path(folder: Path, domain: str) -> Path:
    """Where the template of a domain lies."""
    return folder / f"{domain}.pot"


def catalogue_path(folder: Path, language: Language, domain: str) -> Path:
    """Where a language's catalogue of a domain lies."""
    return folder / language.catalogue / "LC_MESSAGES" / f"{domain}.po"


def shown(folder: Path, path: Path) -> str:
    """What a file is called in messages; of a place's own catalogues the place's folder tells them from the code's."""
    is_own = (folder.parent / DESCRIPTIONS).is_dir()
    name = f"{folder.parent.name}/{folder.name}" if is_own else folder.name
    return f"{name}/{path.relative_to(folder).as_posix()}"


def is_translated(folder: Path, language: Language) -> bool:
    """Whether a language has any catalogue."""
    return any(catalogue_path(folder, language, domain).exists() for domain in DOMAINS)


def extracted(root: Path, folder: Path, domain: str) -> Catalog:
    """The template of a domain, as code and data have it now.

    Args:
        root: The checkout.
        folder: The folder with the catalogues.
        domain: One of `DOMAINS`.
    """
    catalog = new_catalogue(domain)
    with (folder / _MAPPINGS[domain]).open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel has no types for it
    messages = extract_from_dir(root, methods, options, comment_tags=(_COMMENT,))
    for name, line, message, comments, context in messages:
        catalog.add(message, locations=[(name, line)], auto_comments=comments, context=context)
    return catalog


def new_catalogue(domain: str) -> Catalog:
    """A template without texts."""
    return Catalog(project="vagvisaren", version="0", header_comment=_HEADERS[domain], fuzzy=False)


def read_template(folder: Path, domain: str) -> Catalog:
    """The template of a domain as it was last collected; one without texts where there is none."""
    path = template_path(folder, domain)
    return read_po(path.read_text(encoding="utf-8").split("\n")) if path.exists() else new_catalogue(domain)


def write_template(folder: Path, domain: str, template: Catalog) -> bool:
    """Write the template of a domain, unless nothing but dates has changed; tells whether it was written."""
    return _write(template_path(folder, domain), template)


def update(root: Path, folder: Path, new: Collection[str] = ()) -> list[Path]:
    """Bring templates and catalogues up to date.

    Args:
        root: The checkout.
        folder: The folder with the catalogues.
        new: Codes of languages that get catalogues now.

    Returns:
        The files that were changed.
    """
    changed: list[Path] = []
    for domain in DOMAINS:
        template = extracted(root, folder, domain)
        if write_template(folder, domain, template):
            changed.append(template_path(folder, domain))
        for language in TRANSLATED:
            is_begun = language.code in new or is_translated(folder, language)
            if is_begun and update_catalogue(folder, language, domain, template):
                changed.append(catalogue_path(folder, language, domain))
    return changed


def update_catalogue(folder: Path, language: Language, domain: str, template: Catalog) -> bool:
    """Bring a language's catalogue up to date, or begin it; tells whether its file was changed."""
    path = catalogue_path(folder, language, domain)
    catalog = read(path.read_text(encoding="utf-8"), language) if path.exists() else fresh(language, domain)
    # Its messages become the catalogue's own, translations and all: the next language takes others.
    catalog.update(deepcopy(template), no_fuzzy_matching=True)
    if domain == DATA:
        _reuse(catalog)
    return write(path, catalog)


def read(content: str, language: Language) -> Catalog:
    """Read a catalogue; `portal.catalogues.checks` finds what Babel lets pass.

    Raises:
        babel.messages.pofile.PoFileError: A line cannot be understood.
        ValueError: Likewise, or a header has an impossible value.
    """
    return read_po(content.split("\n"), locale=language.catalogue, abort_invalid=True)


def fresh(language: Language, domain: str) -> Catalog:
    """An empty catalogue of a language."""
    catalog = Catalog(
        locale=language.catalogue,
        project="vagvisaren",
        version="0",
        header_comment=_HEADERS[domain],
        fuzzy=False,
    )
    # Babel's own table of plural forms is wrong for Arabic; CLDR is right.
    catalog.mime_headers = [("Plural-Forms", plural_forms(language))]
    return catalog


def plural_forms(language: Language) -> str:
    """A language's plural forms by CLDR, as a catalogue's header has them."""
    return to_gettext(Locale.parse(language.locale).plural_form)


def is_empty(string: object) -> bool:
    """Whether a message has no translation at all."""
    return not any(string) if isinstance(string, (list, tuple)) else not string


def write(path: Path, catalog: Catalog) -> bool:
    """Write a catalogue, unless nothing but dates has changed; tells whether it was written.

    Translations that have lost their text are kept as comments as long as there is something left to translate: an
    edited text is soonest translated from what its forerunner was.
    """
    done = not any(is_empty(message.string) for message in catalog if message.id)
    return _write(path, catalog, ignore_obsolete=done)


def serialised(catalog: Catalog, *, ignore_obsolete: bool = False) -> str:
    """A catalogue as its file has it. File names without line numbers: a moved line changes nothing."""
    buffer = BytesIO()
    write_po(buffer, catalog, include_lineno=False, ignore_obsolete=ignore_obsolete)
    return buffer.getvalue().decode()


def lasting(content: str) -> str:
    """A file's content without what changes by the clock alone."""
    return _VOLATILE.sub("", content)


def _write(path: Path, catalog: Catalog, *, ignore_obsolete: bool = False) -> bool:
    content = serialised(catalog, ignore_obsolete=ignore_obsolete)
    if path.exists() and lasting(path.read_text(encoding="utf-8")) == lasting(content):
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return True


def _reuse(catalog: Catalog) -> None:
    """A text of the data files has one translation wherever it stands, also after its record was renamed."""
    known = {
        message.id: message.string
        for messages in (catalog.obsolete.values(), catalog)
        for message in messages
        if message.string and not message.fuzzy
    }
    for message in catalog:
        if message.id and not message.string:
            message.string = known.get(message.id, "")
