"""Why a file cannot be read is told in Swedish, whatever the parser says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

from data.loader.reasons import reason
from tests.in_turn import in_turn

PARSER = Path(tomli.__file__).with_name("_parser.py").read_text(encoding="utf-8")
MESSAGES = [
    (rest or quoted).replace("{char!r}", "'\\x07'").replace("{src[pos]!r}", "'\\x07'").replace("{expect!r}", '"\'"')
    for quoted, rest in re.findall(r'TOMLDecodeError\(\s*f?(?:"([^"]+)"|\'([^\']+)\')', PARSER)
]
NOT_UNDERSTOOD = "filen följer inte formatet"


def test_the_parser_has_the_reasons_that_we_know_of() -> None:
    assert len(set(MESSAGES)) >= 18


@in_turn("message", sorted(set(MESSAGES)))
def test_every_reason_of_the_parser_has_a_sentence_of_its_own(message: str) -> None:
    error = tomli.TOMLDecodeError(message.replace("\\\\", "\\"), 'a = "b"\n', 0)
    assert NOT_UNDERSTOOD not in reason(error)[1]


def test_a_reason_that_a_later_parser_may_have_is_told_too() -> None:
    line, message = reason(tomli.TOMLDecodeError("Something new", "a = 1\nb = 2\n", 6))
    assert (line, NOT_UNDERSTOOD in message) == (2, True)


@in_turn(
    ("text", "expected"),
    [
        ("a = ”b”\n", "1: citattecknet ” är böjt"),
        ("a = [\n  “b”,\n]\n", "2: citattecknet “ är böjt"),
        ("a = True\n", "1: True går inte att läsa. Skriv true"),
        ("a = sant # ja\n", "1: sant går inte att läsa. Skriv true"),
        ("a\u2003= 1\n", "1: här står ett osynligt tecken (tecken som inte syns, U+2003) vid tecken 2"),
        ("[a.b]\nc = 1\n[a.b]\n", "3: filen går inte att tolka vid tecken 5: tabellen finns redan på rad 1"),
        ('[a."b c"]\n[a."b c"]\n', "2: filen går inte att tolka vid tecken 9: tabellen finns redan på rad 1"),
        ("a = { b = 1\n", "2: filen går inte att tolka vid tecken 1: komma eller slutande klammer } saknas"),
        ("a = [1, 2\n\n# till sist\n[b]\n", "1: hakparentesen ] som slutar listan saknas"),
        ("a = [{ b = 1 } { b = 2 }]\n", "1: ett komma saknas i listan"),
        ('a = "b" c = "d"\n', "1: två nycklar står på samma rad"),
        ('a = "en "bra" dag"\n', "1: filen går inte att tolka vid tecken 10: det står mer på raden efter värdet"),
        ("å = 1\n", "1: filen går inte att tolka vid tecken 1"),
        ("namnå = 1\n", "1: å kan inte stå i en nyckel"),
    ],
)
def test_a_slip_of_the_hand_is_told_by_what_it_is(text: str, expected: str) -> None:
    with pytest.raises(tomli.TOMLDecodeError) as raised:
        tomli.loads(text)
    line, message = reason(raised.value)
    assert f"{line}: {message}".startswith(expected)


def test_no_english_is_told() -> None:
    texts = (
        "a = ",
        "a",
        "[",
        "a = 'b",
        "a = 1979-99-99",
        'a = "\\q"',
        'a = "\\u12"',
        "a.b = 1\na = 2",
        "a = {b=1,b=2}",
    )
    for text in texts:
        with pytest.raises(tomli.TOMLDecodeError) as raised:
            tomli.loads(text)
        assert raised.value.msg not in reason(raised.value)[1]
