"""An answer as one text: the line that answers, and the rest of it, in the request's language."""

from __future__ import annotations

from typing import Protocol

from portal.words.translations import data_text


class Answered(Protocol):
    """Whatever has an answer: an entry, or a question of a guide."""

    @property
    def short(self) -> str:
        """The line."""
        ...

    @property
    def answer(self) -> str:
        """The rest of it, or all where nobody has written a line."""
        ...


def whole_answer(answered: Answered) -> str:
    """The line and the rest of it."""
    return " ".join(data_text(text) for text in (answered.short, answered.answer) if text)
