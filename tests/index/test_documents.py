"""Several descriptions are analysed on all processors, and come out as one process would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.build import build
from index.documents import documents, documents_of_many
from index.search import Searcher

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description
    from index.analyser import Analyser


def test_many_descriptions_come_out_in_order_as_each_does_alone(
    searcher: Searcher, analyser: Analyser, small: Description, description: Description
) -> None:
    asked = [small, description, small, small]
    found = documents_of_many(map(msgspec.json.encode, asked), searcher.folder)
    assert list(found) == [documents(each, analyser) for each in asked]


def test_a_generation_of_two_authorities_holds_the_entries_of_both(
    tmp_path: Path, small: Description, description: Description, searcher: Searcher
) -> None:
    both = Searcher(build(tmp_path, [small, description]))
    assert both.manifest.authorities == tuple(sorted((small.id, description.id)))
    assert {key: both.entries[key] for key in searcher.entries} == searcher.entries
    both.close()
