"""What the one who imports is told of each thing that was not as sure as the rest."""

from __future__ import annotations

from dataclasses import dataclass

from data.positions import Path


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A fact that was proposed and not written.

    Attributes:
        what: What it was, in a few Swedish words.
        why: Why it was left out, a Swedish sentence.
        passages: Ids of the passages that it came from.
    """

    what: str
    why: str
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that may be otherwise.

    Attributes:
        path: Where in ``beskrivning.toml`` it stands.
        why: A Swedish sentence on what was guessed.
    """

    path: Path
    why: str
