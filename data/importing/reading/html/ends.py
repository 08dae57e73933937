"""What is done with a page's blocks once all are read: ends trimmed, the title known, places told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import Block, BlockKind, Furniture
from data.importing.reading.html.words import leads_furniture
from data.importing.reading.words import one_line

if TYPE_CHECKING:
    from data.importing.reading.html.flow import Flow


def trimmed(flow: Flow) -> None:
    """Leave out what is the site's at the ends: links before the text, headings after it that stand over nothing."""
    first = next((at for at, each in enumerate(flow.blocks) if not flow.links[at] or each.kind is BlockKind.HEADING), 0)
    last = len(flow.blocks)
    while last > first and (flow.blocks[last - 1].kind is BlockKind.HEADING or _ends_in_links(flow, last)):
        last -= 1
    # A page of headings alone is a page of headings.
    last = last if last > first else len(flow.blocks)
    for each in (*flow.blocks[:first], *flow.blocks[last:]):
        flow.furniture.append(Furniture("före eller efter texten", one_line(each.text)))
    flow.blocks[:] = flow.blocks[first:last]


def with_title(flow: Flow) -> None:
    """Make the page's own heading, the only one of its depth and the first, the title of the text that it is."""
    tops = [at for at, each in enumerate(flow.blocks) if each.kind is BlockKind.HEADING and each.look.style == "h1"]
    first = next((at for at, each in enumerate(flow.blocks) if each.kind is BlockKind.HEADING), None)
    if len(tops) == 1 and tops[0] == first:
        title = flow.blocks[tops[0]]
        flow.blocks[tops[0]] = msgspec.structs.replace(title, kind=BlockKind.PARAGRAPH, level=0)


def placed(flow: Flow) -> list[Block]:
    """The blocks, each told which it is on the page."""
    return [
        each if each.table else msgspec.structs.replace(each, place=f"stycke {at}")
        for at, each in enumerate(flow.blocks, start=1)
    ]


def _ends_in_links(flow: Flow, end: int) -> bool:
    """Whether the blocks before a place are links under a heading that is the site's."""
    at = end
    while at and flow.links[at - 1] and flow.blocks[at - 1].kind is not BlockKind.HEADING:
        at -= 1
    return (
        at < end
        and at > 0
        and flow.blocks[at - 1].kind is BlockKind.HEADING
        and leads_furniture(flow.blocks[at - 1].text)
    )
