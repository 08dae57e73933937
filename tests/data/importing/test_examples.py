"""Whole documents of invented authorities, each with a key made by somebody who had not seen the readers."""

from __future__ import annotations

from importlib import import_module

import pytest

from data.importing.blocks import BlockKind
from data.importing.format import recognise
from tests.data.importing.measuring import EXAMPLES, measured

WORD_AND_OPEN = ("tallmo-mbn.docx", "sjonas-tingsratt.docx", "lindvik-sn.docx", "region-sjonas-hsn.odt")


@pytest.mark.parametrize("name", WORD_AND_OPEN)
def test_every_passage_and_heading_of_a_document_is_read_in_order_and_nothing_else(name: str) -> None:
    file = EXAMPLES / name
    data = file.read_bytes()
    document = import_module(f"data.importing.reading.{recognise(data)}").read(data, lambda: None)
    found = measured(document, file.stem)
    assert found.missed == []
    assert found.in_order == found.found
    assert found.headings == []
    assert found.surplus == []
    assert all(block.level for block in document.blocks if block.kind is BlockKind.HEADING)
    assert "sidfot" in {furniture.what for furniture in document.furniture}
