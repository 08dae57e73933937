"""What tells one generation from another: digests of what it is made of."""

from __future__ import annotations

import hashlib
from importlib import metadata
from typing import TYPE_CHECKING
from unicodedata import unidata_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

_CODE_AND_RULES = (".py", ".tsv")
"""Files of our packages that decide which terms an entry gets, by their endings."""
_RULES_OF_LANGUAGE = "language"
"""The folder whose TOML is rules too; elsewhere TOML is what descriptions are written in, and so input."""
_READ_BY_THEM = ("PyStemmer", "Whoosh", "hunspell-sv")


def digest_of(*parts: bytes) -> str:
    """The SHA-256 of some parts, as hexadecimal digits; where one part ends matters."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def digest_of_named(named: Mapping[str, bytes]) -> bytes:
    """The same of contents with names, whatever order they come in."""
    return digest_of(*(part for name in sorted(named) for part in (name.encode(), named[name]))).encode()


def code_digest(packages: Mapping[str, Traversable]) -> str:
    """Changes with whatever decides which terms an entry gets: our code and rules, and what they read.

    Args:
        packages: Our packages by name, each with its folder; all below it counts.
    """
    ours = [part for name in sorted(packages) for part in _files(packages[name], name)]
    versions = (f"{name}=={metadata.version(name)}".encode() for name in _READ_BY_THEM)
    return digest_of(*ours, *versions, f"Unicode {unidata_version}".encode())


def _files(folder: Traversable, at: str) -> Iterator[bytes]:
    """The path and content of each file of code or rules below a folder, in an order that stays the same."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = f"{at}/{item.name}"
        if item.is_dir():
            yield from _files(item, path)
        elif item.name.endswith(_CODE_AND_RULES) or (folder.name == _RULES_OF_LANGUAGE and item.name.endswith(".toml")):
            yield path.encode()
            yield item.read_bytes()
