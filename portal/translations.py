"""Gettext for what the portal itself says, in the language of the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.support import NullTranslations, Translations
from flask import current_app, g, has_app_context

from portal.languages import LANGUAGES, SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from portal.languages import Language

DOMAIN = "messages"


class Catalogues:
    """The compiled catalogues of a generation, one per language; Swedish is the source and has none."""

    def __init__(self, folder: Path) -> None:
        """Read what there is; a language without a catalogue is shown in Swedish."""
        self._by_code = {
            code: Translations.load(folder, [language.catalogue], DOMAIN) for code, language in LANGUAGES.items()
        }

    def has(self, code: str) -> bool:
        """Whether a language has a catalogue."""
        return isinstance(self._by_code[code], Translations)

    def get(self, code: str) -> NullTranslations:
        """The catalogue of a language."""
        return self._by_code[code]


def current_language() -> Language:
    """The language of the request that is being answered."""
    return LANGUAGES[g.get("language", SOURCE) if has_app_context() else SOURCE]


def gettext(message: str) -> str:
    """A message of ours in the request's language."""
    return str(_catalogue().ugettext(message))


def ngettext(singular: str, plural: str, number: int) -> str:
    """A message of ours that counts something, in the request's language."""
    return str(_catalogue().ungettext(singular, plural, number))


def _catalogue() -> NullTranslations:
    if not has_app_context():
        return NullTranslations()
    catalogues: Catalogues = current_app.extensions["catalogues"]
    return catalogues.get(current_language().code)
