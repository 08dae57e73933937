"""Outlines and authorities from the few signs that the cases of recognition are written with (`units_cases.toml`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from data.importing.blocks import CELL, Block, BlockKind, Look, ReadDocument
from data.importing.proposal import AuthorityFacts, Told
from data.importing.recognising.outlining import outlined

if TYPE_CHECKING:
    from data.importing.outline import Outline


def outline(text: str) -> Outline:
    """The outline of a case's text."""
    blocks: list[Block] = []
    columns: tuple[str, ...] = ()
    table = 0
    for at, line in enumerate(text.strip().splitlines(), start=1):
        if line.startswith("|!"):
            columns, table = tuple(cell.strip() for cell in line[2:].split("|")), table + 1
        elif line.strip():
            blocks.append(_block(line.strip(), f"rad {at}", columns, table))
    return outlined(ReadDocument("text", tuple(blocks)))


def _block(line: str, place: str, columns: tuple[str, ...], table: int) -> Block:
    heading = re.match(r"(#+) (?:(\d[\d.]*) )?(.*)", line)
    if heading:
        return Block(BlockKind.HEADING, heading[3], place, level=len(heading[1]), number=heading[2] or "")
    if line.startswith("- "):
        return Block(BlockKind.LIST_ITEM, line[2:].replace(" / ", "\n"), place)
    numbered = re.match(r"(\d)\. (.*)", line)
    if numbered:
        return Block(BlockKind.LIST_ITEM, numbered[2], place, number=numbered[1])
    if line.startswith(("= ", "|")):
        cells = tuple(cell.strip() for cell in line[2:].split("|"))
        if line.startswith("= "):
            return Block(BlockKind.DEFINITION, CELL.join(cells), place, cells=cells)
        cells += ("",) * (len(columns) - len(cells))
        return Block(BlockKind.TABLE_ROW, CELL.join(cells), place, cells=cells, columns=columns, table=table)
    bold = re.match(r"\*\*(.+?)\*\*", line)
    text = line.replace("**", "").replace(" / ", "\n")
    return Block(BlockKind.PARAGRAPH, text, place, look=Look(bold_lead=bold[1] if bold else ""))


def authority(case: dict[str, Any]) -> AuthorityFacts:
    """The authority of a case."""
    return AuthorityFacts(
        name=Told(case["root"]),
        short_name=Told(case.get("short", "nämnden")),
        switchboard=Told(case.get("switchboard", "")),
        kind=case.get("kind", "kommunal nämnd"),
        root=case["root"],
    )


def expected(line: str) -> dict[str, Any]:
    """What a line of a case expects of a unit."""
    head, *fields = line.split(" ; ")
    names, _, parent = head.removeprefix("! ").partition(" < ")
    told = dict(field.split(" ", 1) for field in fields)
    return {
        "names": names.split("|"),
        "parent": parent.split("|") if parent else [],
        "head": told.get("head", ""),
        "email": told.get("mail", ""),
        "phone": told.get("tel", ""),
        "ext": line.startswith("! "),
    }
