"""The head of a table that nothing sets off but its words: its first row names columns, and no other row does."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import BlockKind
from data.importing.recognising.outlining.subjects import column_subjects
from data.importing.recognising.outlining.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from data.importing.blocks import Block

_FEWEST_ROWS = 2
_FEWEST_NAMES = 2
_MOST_WORDS = 5
"""Words that a column is called by, at most."""
_NO_NAME = re.compile(r"[\d@:.]")


def with_heads(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the rows of such a table under the names of its columns."""
    for table, together in groupby(blocks, lambda block: block.table if block.kind is BlockKind.TABLE_ROW else 0):
        rows = list(together)
        if not table or not _has_plain_head(rows):
            yield from rows
            continue
        for row in rows[1:]:
            yield msgspec.structs.replace(row, columns=rows[0].cells)


def _has_plain_head(rows: Sequence[Block]) -> bool:
    if len(rows) < _FEWEST_ROWS or any(any(row.columns) for row in rows):
        return False
    return _names_columns(rows[0].cells) and not any(_names_columns(row.cells) for row in rows[1:])


def _names_columns(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell.strip()]
    if len(said) < _FEWEST_NAMES or len(set(said)) < len(said):
        return False
    are_names = all(0 < len(tokens(cell)) <= _MOST_WORDS and not _NO_NAME.search(cell) for cell in said)
    return are_names and bool(column_subjects(said))
