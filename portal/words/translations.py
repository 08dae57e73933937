"""Gettext for what the portal itself says, and the data files' texts, in the language of the request."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from babel.dates import format_date
from babel.support import NullTranslations
from flask import g, has_app_context

from portal.languages import LANGUAGES, ORIGINAL
from portal.services.services import services

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.languages import Language


def current_language() -> Language:
    """The language of the request that is being answered."""
    return LANGUAGES[g.get("language", ORIGINAL) if has_app_context() else ORIGINAL]


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
    code = here.get("language", ORIGINAL)
    speech: _Speech | None = here.get("speech")
    if speech is None or speech.code != code:
        catalogues = services().current.catalogues()
        speech = here.speech = _Speech(code, catalogues.get(code), catalogues.texts(code))
    return speech
