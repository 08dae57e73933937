"""A file as someone gave it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """A file.

    Attributes:
        name: What it is called.
        data: All of it.
    """

    name: str
    data: bytes
