"""The look of the place as files: its logo, and a style sheet with its colours; both come with the generation."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.generation import LOGO

if TYPE_CHECKING:
    from index.answer.search import Searcher

_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class PlaceFile:
    """A file; its name changes with its content, so that browsers may keep it for ever."""

    name: str
    content_type: str
    body: bytes


def logo(searcher: Searcher) -> PlaceFile | None:
    """The place's logo; None where it has none, and where nobody answers for the portal in the place's name."""
    ending = searcher.place.logo[-4:]
    if ending not in _TYPES or not searcher.place.answers_for_itself:
        return None
    return PlaceFile(
        f"logo.{searcher.manifest.files[LOGO][:8]}{ending}", _TYPES[ending], (searcher.folder / LOGO).read_bytes()
    )


def colours(searcher: Searcher) -> PlaceFile | None:
    """The place's accent colours as a style sheet to lay over ours; None where it has none."""
    light, dark = searcher.place.accent, searcher.place.accent_dark
    rules = [f":root {{ --accent: {light}; --link: {light}; }}"] if light else []
    if dark:
        rules.append(f"@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; --link: {dark}; }} }}")
    elif light:  # the light one has not been tried on dark
        rules[0] = f"@media (prefers-color-scheme: light) {{ {rules[0]} }}"
    if not rules:
        return None
    body = "\n".join(rules).encode()
    return PlaceFile(f"plats.{hashlib.sha256(body).hexdigest()[:8]}.css", "text/css; charset=utf-8", body)
