"""Texts say what they look like: no control characters, no turned words, nothing unseen, no empty names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.characters import fault_of, says_nothing, unseen_in
from data.fields.text import PASSAGE, TABLE

if TYPE_CHECKING:
    from data.loader import Loaded
    from data.loader.files import TomlFile

_REMOVE = "Ta bort det."
_IN_CELLS = {PASSAGE.key: PASSAGE.key_of("cells"), TABLE.key: TABLE.key_of("columns")}
"""Where a dash is a word: the text has put it into a cell."""


def check_characters(loaded: Loaded) -> None:
    """Report every text with a character that should not be there, and every text without any that says something."""
    original = loaded.original or ""
    allowed = unseen_in(original)
    if fault := fault_of(original, allowed):
        line = next(number for number, row in enumerate(original.split("\n"), 1) if fault_of(row, allowed))
        name = f"{loaded.directory}/original.txt"
        loaded.report.error(name, line, f"här står {fault}. Spara texten på nytt som ren text, utan det.")
    for file in loaded.files:
        check_file(file, allowed)


def check_file(file: TomlFile, allowed: frozenset[str] = frozenset()) -> None:
    """Report the same in one file.

    Args:
        file: The file.
        allowed: Characters without a look that stand in the description's own text, which is never changed.
    """
    for path, text in file.texts():
        if fault := fault_of(text, allowed):
            file.tell(path, f"här står {fault}. {_REMOVE}")
        elif text.strip() and says_nothing(text) and _IN_CELLS.get(str(path[0])) not in path[2:3]:
            file.tell(path, "texten har varken bokstäver eller siffror. Skriv något som går att läsa.")
