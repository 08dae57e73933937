"""Passages are what they say that they are: a row has cells and a table, a hidden one shows none of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.cells import CELL, joined
from data.fields.text import PASSAGE, TABLE
from data.kinds import PassageKind
from data.loader import SOURCE
from data.model import HIDDEN
from data.quotes import normalised

if TYPE_CHECKING:
    from data.loader import Loaded
    from data.loader.files import TomlFile
    from data.model import Description, Passage

_IN_CELLS = frozenset({PassageKind.TABLE_ROW, PassageKind.DEFINITION})
_TEXT, _CELLS, _TABLE, _HIDDEN = (PASSAGE.key_of(each) for each in ("text", "cells", "table", "hidden"))
_KIND = PASSAGE.key_of("kind")
_ROW = "en rad i en tabell"


def check_passages(loaded: Loaded, description: Description) -> None:
    """Report passages without words, rows without table or with other cells than words, and tables without rows."""
    file = loaded.file(SOURCE)
    for passage in description.source.passages.values():
        if passage.hidden:
            _check_hidden(file, passage)
        elif not passage.text:
            _check_text(file, passage)
        else:
            _check_cells(file, passage)
        if bool(passage.table) != (passage.kind is PassageKind.TABLE_ROW):
            message = f"{_TABLE} hör ihop med att {_KIND} är {_ROW}. Skriv båda eller ingen."
            file.tell(PASSAGE.path(passage.id), f"stycket {passage.id}: {message}")
    used = {passage.table for passage in description.source.passages.values()}
    for id_ in description.source.tables:
        if id_ not in used:
            file.tell(TABLE.path(id_), f"tabellen {id_} har inga rader. Ta bort den, eller ange den i dess rader.")


def _check_text(file: TomlFile, passage: Passage) -> None:
    path = PASSAGE.path(passage.id)
    if (*path, _TEXT) in file.lines:
        file.tell((*path, _TEXT), f"{_TEXT} i [{'.'.join(map(str, path))}] är tom. Fyll i den.")
    else:
        file.tell(path, f"[{'.'.join(map(str, path))}] saknar nyckeln {_TEXT}. Lägg till den.")


def _check_hidden(file: TomlFile, passage: Passage) -> None:
    """Nothing of a hidden passage stands in the files that pages and the index are made of."""
    if normalised(passage.text) != normalised(HIDDEN) or passage.cells:
        file.tell(
            PASSAGE.path(passage.id),
            f"stycket {passage.id} döljs. Låt {_TEXT} vara tom, ta bort {_CELLS}, och skriv ”{HIDDEN}” på dess plats i "
            "original.txt.",
        )


def _check_cells(file: TomlFile, passage: Passage) -> None:
    if passage.kind in _IN_CELLS and normalised(joined(passage.cells)) != normalised(passage.text):
        file.tell(
            PASSAGE.path(passage.id, "cells"),
            f"{_CELLS} i stycket {passage.id} är inte samma ord som {_TEXT}. Skriv cellerna med ”{CELL}” mellan i "
            f"{_TEXT}.",
        )
    elif passage.cells and passage.kind not in _IN_CELLS:
        file.tell(
            PASSAGE.path(passage.id, "cells"),
            f"stycket {passage.id} har {_CELLS} men är varken {_ROW} eller en definition. Rätta {_KIND}.",
        )
