"""What the tests of entries' pages read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.kinds import EntryType

if TYPE_CHECKING:
    from tests.portal.pages.reading import Node

RECORDS = {EntryType.RECORD_TYPE, EntryType.FINDING_AID}
IN_EACH_CASE = "prövas i varje enskilt fall"
Paths = dict[tuple[str, str], str]


def main(page: Node) -> Node:
    (found,) = page.all("main")
    return found
