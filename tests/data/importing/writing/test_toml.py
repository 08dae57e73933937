"""What is written is read back as it was, whatever a document holds."""

from __future__ import annotations

import random

import tomli

from data.fields.source import FINDING_AID, PROVISION, UNIT
from data.fields.text import PASSAGE
from data.importing.writing import toml
from data.kinds import UnitKind
from data.model import FindingAid, SecrecyProvision, Unit
from data.text import Passage

HOSTILE = (
    '"',
    '"""',
    "'''",
    "\\",
    "\\n",
    "\\u0041",
    "\n",
    "\r\n",
    "\t",
    "\b\f\x00\x1f\x7f",
    "]",
    "[[enhet]]",
    "# ",
    " = ",
    '"\nchef = "x',
    "å\u0308",
    "\u2028",
    "\ufeff",
    "𝔘",
    "  ",
    "{}",
    ",",
)
"""Pieces that mean something to TOML, to editors or to nobody."""


def _texts(count: int) -> list[str]:
    chance = random.Random(7)  # noqa: S311 (the same hostile texts every time)
    return ["".join(chance.choices(HOSTILE, k=chance.randint(1, 8))) for _ in range(count)]


def test_any_text_in_any_place_is_read_back_as_it_was() -> None:
    for text in (*HOSTILE, *_texts(300)):
        record = Passage("a-1", "a", 1, text, subheading=text, cells=(text, "", text))
        read = tomli.loads(toml.comment(text) + toml.record(PASSAGE, record, "a-1"))
        passage = read[PASSAGE.key]["a-1"]
        assert passage[PASSAGE.key_of("text")] == text
        assert passage[PASSAGE.key_of("subheading")] == text
        assert passage[PASSAGE.key_of("cells")] == [text, "", text]


def test_what_no_file_can_hold_is_replaced() -> None:
    assert tomli.loads("x = " + toml.text("a\ud800b")) == {"x": "a\ufffdb"}


def test_a_comment_cannot_be_ended_by_what_it_says() -> None:
    assert tomli.loads(toml.comment("ett\u0085två\x0bchef = 1\nchef = 2\r\n[enhet]\x00")) == {}


def test_a_record_has_its_keys_in_the_order_of_the_table_and_none_that_says_nothing() -> None:
    unit = Unit("a", "Byggnadsnämnden", UnitKind.BOARD, "", (), "", "", "011-1", (), ("p-1",))
    assert toml.record(UNIT, unit, "a") == (
        '[enhet.a]\nnamn = "Byggnadsnämnden"\nslag = "namnd"\ntelefon = "011-1"\nstycken = ["p-1"]\n'
    )


def test_a_paragraph_is_a_number_or_a_number_and_a_letter() -> None:
    numbered = SecrecyProvision("osl-39-2", "OSL", 39, "2", True, ("p-1",))  # noqa: FBT003 (as the model has it)
    lettered = SecrecyProvision("osl-39-5b", "OSL", 39, "5 b", False, ("p-1",))  # noqa: FBT003
    assert "kapitel = 39\nparagraf = 2\nstycken" in toml.record(PROVISION, numbered, "osl-39-2")
    assert 'kapitel = 39\nparagraf = "5 b"\nvanlig = false' in toml.record(PROVISION, lettered, "osl-39-5b")


def test_a_long_list_has_a_line_for_each_value() -> None:
    aid = FindingAid("a", "Lex", (), ("ärenden " * 10, "handlingar " * 5), (), "", ("p-1",))
    lines = toml.record(FINDING_AID, aid, "a").splitlines()
    assert [line[:4] for line in lines[2:6]] == ["inne", '  "ä', '  "h', "]"]
