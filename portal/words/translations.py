"""Gettext for what the portal itself says, and the data files' texts, in the language of the request."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from babel.dates import format_date
from babel.messages.mofile import read_mo
from babel.support import NullTranslations, Translations
from flask import current_app, g, has_app_context

from portal.languages import LANGUAGES, SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from portal.languages import Language

DOMAIN = "messages"
DATA = "data"
FOLDER = "catalogues"
"""Where a generation has its compiled catalogues."""


class Catalogues:
    """The compiled catalogues of a generation; Swedish is the source and has none."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read what there is in `folder`; a language without a catalogue is shown in Swedish."""
        self._interface: dict[str, Translations] = {}
        self._data: dict[str, dict[str, str]] = {}
        for code, language in LANGUAGES.items() if folder else ():
            found = Translations.load(folder, [language.catalogue], DOMAIN)
            if isinstance(found, Translations):
                self._interface[code] = found
            path = folder / language.catalogue / "LC_MESSAGES" / f"{DATA}.mo" if folder else None
            if path and path.exists():
                self._data[code] = _texts(path)
        self.names = _proper_names(list(self._data.values()))

    def has(self, code: str) -> bool:
        """Whether a language has a catalogue of what the portal says."""
        return code in self._interface

    def get(self, code: str) -> NullTranslations:
        """The catalogue of what the portal says in a language."""
        return self._interface.get(code) or NullTranslations()

    def texts(self, code: str) -> Mapping[str, str]:
        """The texts of the data files in a language, by their Swedish words: those that have been translated."""
        return self._data.get(code, {})


class CurrentCatalogues:
    """The catalogues of the generation that is served; one request stays with one generation's."""

    def __init__(self, current: Callable[[], Catalogues]) -> None:
        """Ask `current` for the newest catalogues."""
        self._current = current

    def has(self, code: str) -> bool:
        """Whether a language has a catalogue of what the portal says."""
        return self._now().has(code)

    def get(self, code: str) -> NullTranslations:
        """The catalogue of what the portal says in a language."""
        return self._now().get(code)

    def texts(self, code: str) -> Mapping[str, str]:
        """The texts of the data files in a language, by their Swedish words: those that have been translated."""
        return self._now().texts(code)

    @property
    def names(self) -> tuple[str, ...]:
        """Names that every language writes alike, the longest first."""
        return self._now().names

    def _now(self) -> Catalogues:
        if not has_app_context():
            return self._current()
        if "catalogues" not in g:
            g.catalogues = self._current()
        found: Catalogues = g.catalogues
        return found


def current_language() -> Language:
    """The language of the request that is being answered."""
    return LANGUAGES[g.get("language", SOURCE) if has_app_context() else SOURCE]


def gettext(message: str) -> str:
    """A message of ours in the request's language."""
    return str(_catalogue().ugettext(message))


def ngettext(singular: str, plural: str, number: int) -> str:
    """A message of ours that counts something, in the request's language."""
    return str(_catalogue().ungettext(singular, plural, number))


def pgettext(context: str, message: str) -> str:
    """A message of ours whose words mean several things, in the request's language."""
    return str(_catalogue().upgettext(context, message))


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for it)
    """A message that is collected here and looked up later, in a language that is known only then."""
    return message


def translated(text: str) -> str | None:
    """A text of the data files in the request's language; None where it has not been translated."""
    return _speech().data.get(text) if has_app_context() else None


def data_text(text: str) -> str:
    """A text of the data files in the request's language, else as it is written."""
    return translated(text) or text


def shown_date(day: str) -> str:
    """An ISO date as it is written in the request's language: ”1 november 2026”."""
    return format_date(date.fromisoformat(day), format="long", locale=current_language().locale)


def _catalogue() -> NullTranslations:
    return _speech().interface if has_app_context() else NullTranslations()


class _Speech(NamedTuple):
    """A language's catalogues."""

    code: str
    interface: NullTranslations
    data: Mapping[str, str]


def _speech() -> _Speech:
    """The catalogues of the request's language, kept with the request: a page asks for a hundred texts."""
    here = g._get_current_object()  # noqa: SLF001  (the documented way past the proxy, which is slow)
    code = here.get("language", SOURCE)
    speech: _Speech | None = here.get("speech")
    if speech is None or speech.code != code:
        catalogues: CurrentCatalogues = current_app.extensions["catalogues"]
        speech = here.speech = _Speech(code, catalogues.get(code), catalogues.texts(code))
    return speech


def _proper_names(languages: list[dict[str, str]]) -> tuple[str, ...]:
    """What no language translates is a name: of a system, or a citation."""
    first, *others = languages or [{}]
    alike = (text for text, found in first.items() if text == found and all(each.get(text) == text for each in others))
    return tuple(sorted((text for text in alike if text[:1].isupper()), key=len, reverse=True))


def _texts(path: Path) -> dict[str, str]:
    """Translations by Swedish words alone: a context is for translators, and the checks see to one answer per text."""
    with path.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_mo(file) if message.id}
