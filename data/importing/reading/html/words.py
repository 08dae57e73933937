"""What words belong to a website and not to its text, from ``furniture.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

from data.importing.reading.words import one_line


def leads_furniture(heading: str) -> bool:
    """Whether a heading stands over what is the website's."""
    return one_line(heading).casefold().startswith(_words("overskrift"))


def is_label(text: str) -> bool:
    """Whether every line of a text says something of the page, such as when it was changed."""
    said = [one_line(line).casefold() for line in text.split("\n") if line.strip()]
    return bool(said) and all(line.startswith(_words("etikett")) for line in said)


def is_button(text: str) -> bool:
    """Whether a text is nothing but a shortcut or a button."""
    return one_line(text).casefold().strip(" .:!+×›»↑") in _words("ensam")


def is_said_of_link(text: str) -> bool:
    """Whether words in a link say where it leads for who cannot see its mark."""
    said = one_line(text).casefold().strip(" ,.()–-")
    for each in _words("lank"):
        said = said.replace(each, "")
    return not said.strip(" ,.()–-och") and bool(text.strip())


@functools.cache
def _words(kind: str) -> tuple[str, ...]:
    listed = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))["uttryck"]
    return tuple(word for each in listed if each["sort"] == kind for word in each["fraser"])
