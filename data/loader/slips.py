"""The usual slips of a hand in a data file, as the line itself tells them."""

from __future__ import annotations

import re
import unicodedata

_CURLY = "“”„‟»«’‘"
_VALUE = re.compile(r"=\s*(?P<value>[^#]*)")
_YES = frozenset({"ja", "sant", "sann", "yes", "on", "True", "TRUE", "Ja", "JA"})
_NO = frozenset({"nej", "falskt", "falsk", "no", "off", "False", "FALSE", "Nej", "NEJ"})
_BARE = re.compile(r"[^\W\d_][\w .-]*")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[ /.]\d{2,4}")
_SECOND_KEY = re.compile(r"""^[^=#]*=\s*(?:"[^"]*"|'[^']*'|true|false|\d+|\[[^\]]*\])(?:\s*,)?\s+[\w.-]+\s*=""")
_NEXT = re.compile(r"\[{1,2}[^\]\[=,]{0,40}\]{1,2}[ \t]{0,9}(?:#.*)?$|[\w.-]{1,40}[ \t]{0,9}=")
"""A header or a key: what can only follow a list."""
_NAMES = {"\u00a0": "hårt mellanslag", "\u200b": "mellanslag utan bredd", "\ufeff": "teckenordningsmärke", "\t": "tabb"}


def slip(lines: list[str], number: int, column: int, message: str) -> tuple[int, str] | None:
    """Which slip made a line unreadable: its line, and a sentence with what to do; None for none of the usual.

    Args:
        lines: The file's lines.
        number: The line where the parser gave up, counted from 1.
        column: The character in it, counted from 1.
        message: The parser's reason.
    """
    line = lines[number - 1] if number <= len(lines) else ""
    start, at = line[: column - 1], line[column - 1 :]
    if character := _invisible(start, at) or _curly(line, at, message):
        return number, character
    if message.startswith("Expected '='") and at[:1].isalpha() and not at[0].isascii():
        return number, f"{at[0]} kan inte stå i en nyckel. En nyckel har bara a–z, 0–9, - och _: skriv å och ä som a."
    if message.startswith("Unclosed array"):
        return _list(lines, number, at)
    if _SECOND_KEY.match(line):
        return number, "två nycklar står på samma rad. Skriv en nyckel per rad."
    is_value = message in {"Invalid value", "Invalid date or datetime"} or message.startswith("Expected newline")
    return _value(line, number) if is_value else None


def _curly(line: str, at: str, message: str) -> str:
    """A quotation mark that a word processor has bent."""
    if at[:1] and at[0] in _CURLY:
        return (
            f'citattecknet {at[0]} är böjt. Skriv raka citattecken runt värdet, "så här". '
            "Ordbehandlare böjer dem; använd en vanlig textredigerare."
        )
    if message == "Illegal character '\\n'" and line.rstrip(" ,]}")[-1:] in _CURLY:
        return 'texten slutar med ett böjt citattecken. Skriv ett rakt citattecken, ", sist i texten.'
    return ""


def _invisible(start: str, at: str) -> str:
    """A character that looks like nothing, where the parser gave up."""
    character = at[:1]
    if not character or start.count('"') % 2 or character in " \t":
        return ""
    if unicodedata.category(character) not in {"Zs", "Cf"}:
        return ""
    name = _NAMES.get(character, "tecken som inte syns")
    return (
        f"här står ett osynligt tecken ({name}, U+{ord(character):04X}) vid tecken {len(start) + 1}. "
        "Radera det och skriv ett vanligt mellanslag om det behövs."
    )


def _list(lines: list[str], number: int, at: str) -> tuple[int, str] | None:
    """What is missing in a list, on the line where it is: a comma, or the end."""
    if not at.strip():
        return None
    before = number
    if not lines[number - 1][: -len(at)].strip():  # what is missing should stand after what is before
        before = next((row for row in range(number - 1, 0, -1) if lines[row - 1].split("#")[0].strip()), number)
    if _NEXT.match(at):
        return before, "hakparentesen ] som slutar listan saknas. Lägg till den sist på raden."
    return (before, "ett komma saknas i listan. Lägg till det mellan de två värdena.") if at[0] in "\"'{[" else None


def _value(line: str, number: int) -> tuple[int, str] | None:
    """What a value without quotation marks was meant to be."""
    match = _VALUE.search(line)
    value = match["value"].strip() if match else ""
    if value in _YES | _NO:
        return number, f"{value} går inte att läsa. Skriv {'true' if value in _YES else 'false'}, utan citattecken."
    if not value:
        return number, "värdet saknas efter likhetstecknet. Skriv ett värde, eller ta bort raden."
    if _DAY.fullmatch(value):
        return number, f'{value} är inget datum som går att läsa. Skriv dagen så här: "2026-01-31", inom citattecken.'
    if _BARE.fullmatch(value):
        return number, 'texten står utan citattecken. Skriv den inom raka citattecken, "så här".'
    return None
