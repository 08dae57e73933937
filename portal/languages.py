"""The one table of languages: what they are called in addresses, catalogues, CLDR and HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the portal answers in.

    Attributes:
        code: First part of the address (none for Swedish), and the API's ``lang``.
        catalogue: Folder of its gettext catalogue.
        locale: CLDR locale, for numbers, dates and plural forms.
        html: The ``lang`` attribute. Lättläst is Swedish to a screen reader.
        direction: The ``dir`` attribute.
        name: What it calls itself.
        comma: What stands between the parts of a list.
    """

    code: str
    catalogue: str
    locale: str
    html: str
    direction: Literal["ltr", "rtl"]
    name: str
    comma: str = ", "

    @property
    def is_original(self) -> bool:
        """Whether texts are written in this language first, and translated from it."""
        return self.code == ORIGINAL


ORIGINAL = "sv"

LANGUAGES = {
    language.code: language
    for language in (
        Language("sv", "sv", "sv", "sv", "ltr", "Svenska"),
        Language("fi", "fi", "fi", "fi", "ltr", "Suomi"),
        Language("en", "en", "en_GB", "en", "ltr", "English"),
        Language("ar", "ar", "ar", "ar", "rtl", "العربية", "، "),
        Language("latt", "sv@latt", "sv", "sv", "ltr", "Lättläst"),
    )
}
