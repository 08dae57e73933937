"""The compiled catalogues of a generation: what the portal says, and the data files' texts, by language."""

from __future__ import annotations

from struct import unpack_from
from typing import TYPE_CHECKING

from babel.support import NullTranslations, Translations

from portal.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from portal.languages import Language

DOMAIN = "messages"
DATA = "data"
FOLDER = "catalogues"
"""Where a generation has its compiled catalogues."""
_CONTEXT = "\x04"
"""Parts a context from a text in a compiled catalogue."""
_WHOLE = 10
"""Of so many texts one may be without translation: it is shown in Swedish, and marked."""


class Catalogues:
    """The compiled catalogues of a generation; Swedish is the source and has none."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read what there is in `folder`; a language without a catalogue is shown in Swedish."""
        self._interface: dict[str, Translations] = {}
        self._data: dict[str, dict[str, str]] = {}
        self._counts: dict[str, int] = {}
        for code, language in LANGUAGES.items() if folder else ():
            translations = Translations.load(folder, [language.catalogue], DOMAIN)
            if folder and isinstance(translations, Translations):
                self._interface[code] = translations
                self._counts[code] = len(_texts(_path(folder, language, DOMAIN)))
            if folder and _path(folder, language, DATA).exists():
                self._data[code] = _texts(_path(folder, language, DATA))
        self.names = _proper_names(list(self._data.values()))

    def has(self, code: str) -> bool:
        """Whether a language has a catalogue of what the portal says."""
        return self._counts.get(code, 0) > 0

    def is_whole(self, code: str) -> bool:
        """Whether a language has nearly all the texts that any language has."""
        of_data = {language: len(texts) for language, texts in self._data.items()}
        return self.has(code) and all(
            counts.get(code, 0) * _WHOLE >= max(counts.values(), default=0) * (_WHOLE - 1)
            for counts in (self._counts, of_data)
        )

    def get(self, code: str) -> NullTranslations:
        """The catalogue of what the portal says in a language."""
        return self._interface.get(code) or NullTranslations()

    def texts(self, code: str) -> Mapping[str, str]:
        """The texts of the data files in a language, by their Swedish words: those that have been translated."""
        return self._data.get(code, {})


def _path(folder: Path, language: Language, domain: str) -> Path:
    return folder / language.catalogue / "LC_MESSAGES" / f"{domain}.mo"


def _proper_names(languages: list[dict[str, str]]) -> tuple[str, ...]:
    """What no language translates is a name: of a system, or a citation."""
    first, *others = languages or [{}]
    alike = (
        text
        for text, translation in first.items()
        if text == translation and all(other.get(text) == text for other in others)
    )
    return tuple(sorted((text for text in alike if text[:1].isupper()), key=len, reverse=True))


def _texts(path: Path) -> dict[str, str]:
    """Translations by Swedish words alone: a context is for translators, and the checks see to one answer per text."""
    content = path.read_bytes()
    _magic, _version, count, originals, translations = unpack_from("5I", content)

    def text(table: int, at: int) -> str:
        length, begin = unpack_from("2I", content, table + 8 * at)
        return content[begin : begin + length].decode()

    texts = ((text(originals, at).rpartition(_CONTEXT)[2], text(translations, at)) for at in range(count))
    return {original: translated for original, translated in texts if original}
