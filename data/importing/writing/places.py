"""Where a passage stands in the document, as the person who has it open finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.importing.outline import Outline


class Places:
    """The places of a document's passages."""

    def __init__(self, outline: Outline, ids: Mapping[int, str]) -> None:
        """Tell by an outline, and by the ids that its passages were given."""
        numbers = {id_: number for number, id_ in ids.items()}
        self._places: dict[str, str] = {}
        for id_, number in numbers.items():
            passage = outline.passages[number - 1]
            section = outline.sections[passage.section]
            heading = f" under ”{section.heading}”" if section.heading else ""
            self._places[id_] = f"{passage.place or f'stycke {number}'}{heading}"

    def of(self, passage: str) -> str:
        """The place of a passage."""
        return self._places.get(passage, passage)

    def of_all(self, passages: Iterable[str]) -> str:
        """The places of some passages, the first of them."""
        listed = list(passages)
        more = f" och {len(listed) - 1} till" if len(listed) > 1 else ""
        return f"{self.of(listed[0])}{more}" if listed else ""
