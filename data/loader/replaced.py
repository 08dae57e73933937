"""Older names of tables and keys: they still serve, and a warning tells what to write now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.positions import Path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.fields.table import Table

    Values = dict[str, object]
    Lines = dict[Path, int]


@dataclass(frozen=True, slots=True)
class Change:
    """An older name that was read as the one it has now, or that could not be.

    Attributes:
        path: Where it first stands.
        message: What to write now.
        is_twice: Whether the name of now is there too, so that the older one was not read.
    """

    path: Path
    message: str
    is_twice: bool


@dataclass(frozen=True, slots=True)
class _Move:
    old: tuple[str, ...]
    new: tuple[str, ...]


def modernised(values: Values, lines: Lines, tables: Sequence[Table[object]]) -> list[Change]:
    """Give everything the name it has now, in the values as in the lines.

    Args:
        values: A file's values; changed in place.
        lines: Where each of them stands; changed in place.
        tables: What the file may hold.
    """
    changes: list[Change] = []
    for table in tables:
        for name in table.replaced_names:
            moves = [_Move((name, id_), (table.key, id_)) for id_ in _tables(values.get(name))]
            changes += _moved(values, lines, moves, (f"[{name}.…]", f"[{table.key}.…]"))
            if values.get(name) == {}:
                del values[name]
        for name, place in table.replaced.items():
            records = _tables(values.get(table.key))
            moves = [
                _Move((table.key, id_, name), (table.key, id_, *place))
                for id_, record in records.items()
                if isinstance(record, dict) and name in record
            ]
            changes += _moved(values, lines, moves, (f"{name} i [{table.key}.…]", ".".join(place)))
    return changes


def _tables(value: object) -> Values:
    return value if isinstance(value, dict) else {}


def _moved(values: Values, lines: Lines, moves: list[_Move], names: tuple[str, str]) -> Iterator[Change]:
    """Move what can be moved; ids are not repeated, since they may hold what no message should."""
    written, wanted = names
    done = [move for move in moves if _move(values, move)]
    _move_lines(lines, done)
    if done:
        count = f", på {len(done)} ställen" if len(done) > 1 else ""
        yield Change(done[0].new, f"{written} heter nu {wanted}. Skriv {wanted} i stället{count}.", is_twice=False)
    for move in moves:
        if move not in done:
            message = f"{written} heter nu {wanted}, som också finns här. Ta bort en av dem."
            yield Change(move.old, message, is_twice=True)


def _move(values: Values, move: _Move) -> bool:
    """Move one value; false where another stands in its place, and then it is left out."""
    value = _holder(values, move.old).pop(move.old[-1])
    holder = _holder(values, move.new)
    if move.new[-1] in holder:
        return False
    holder[move.new[-1]] = value
    return True


def _holder(values: Values, path: tuple[str, ...]) -> Values:
    """The table that a path's last key stands in, made where there is none."""
    holder = values
    for key in path[:-1]:
        inner = holder.setdefault(key, {})
        if not isinstance(inner, dict):
            return {path[-1]: inner}  # its place is taken by what should have been a table
        holder = inner
    return holder


def _move_lines(lines: Lines, moves: list[_Move]) -> None:
    new_of = {move.old: move.new for move in moves}
    depth = len(moves[0].old) if moves else 0
    for path in [path for path in lines if depth and path[:depth] in new_of]:
        new = new_of[tuple(str(part) for part in path[:depth])]
        lines.setdefault((*new, *path[depth:]), lines[path])
