"""Roles that stand in tables, lists, label lines and headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.importing.outline import PassageKind, Subject
from data.importing.recognising.roles.contacts import email_in, phone_in, without_contacts
from data.importing.recognising.roles.duties import holder_in
from data.importing.recognising.roles.mentions import mentions
from data.importing.recognising.roles.telling import Given
from data.importing.recognising.roles.words import pattern, says

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.outline import OutlinePassage
    from data.importing.recognising.roles.mentions import Mention

_LABEL = re.compile(r"^([^:\n]{2,60}?)\s?:\s{0,3}(\S.{0,200})$")
_BESIDE = 2
"""Words beside a role and its contact details that make no sentence: *(växel)*."""
_MOST_WORDS = 5
_MATTER = re.compile(r"(?i)^(?:svarar\spå\s)?frågor\s(?:om|kring|gällande)\s")


def in_row(passage: OutlinePassage) -> Iterator[Given]:
    """The role of a row: the cell of a column that says whom one asks, with what stands beside it."""
    is_section = Subject.INFORMATION in passage.subjects
    for at, (cell, column) in enumerate(zip(passage.cells, passage.columns, strict=False)):
        if not says("column", column):
            continue
        duty = pattern("duty").fullmatch(cell.strip().lower())
        if duty:
            holder = next(
                (
                    c
                    for c, h in zip(passage.cells, passage.columns, strict=False)
                    if c != cell and says("holder-column", h)
                ),
                "",
            )
            yield Given(cell.strip(), about=holder_in(holder, whole=True), rule="duty-row")
            return
        name = _name(cell, is_section=is_section)
        if name:
            rest = cell if at and not is_section else passage.text
            yield Given(name, phone_in(rest, own=is_section), email_in(rest), _matter(passage, at), "row")
            return


def _name(cell: str, *, is_section: bool) -> str:
    """The role that a cell begins with; where a table is one of contacts, whatever short name stands there."""
    first = cell.strip().split("\n")[0].strip()
    found = _leading(first)
    if found:
        return found.text
    bare = without_contacts(first)
    is_short = 0 < len(bare.split()) <= _MOST_WORDS and not re.search(r"\d|@|^[-–]$", bare)
    is_named = re.search(r"^[A-ZÅÄÖ][a-zåäö]{1,20}\s[A-ZÅÄÖ][a-zåäö]", bare) is not None
    return bare if is_section and is_short and not is_named and not says("other", bare) and bare == first else ""


def _leading(words: str) -> Mention | None:
    """The role that words begin with, or have after a person's name."""
    found = [one for one in mentions(words) if not (one.is_other or one.is_generic)]
    if not found or not mentions(words) or mentions(words)[0] != found[0]:
        return None
    lead = words[: found[0].start].strip()
    is_name = re.fullmatch(r"(?:[A-ZÅÄÖ][\w.-]{0,25}\s?){2,3},", lead) is not None
    return found[0] if not lead or is_name else None


def _matter(passage: OutlinePassage, at: int) -> str:
    """What the cell says that the role answers for, of a column that tells so."""
    for other, (cell, column) in enumerate(zip(passage.cells, passage.columns, strict=False)):
        if other != at and says("about-column", column) and not says("column", column) and cell.strip():
            return cell.strip()
    return ""


def in_lines(passage: OutlinePassage, *, is_led_in: bool = False) -> Iterator[Given]:
    """The roles of a list item, a definition, or lines that begin with one, where the section tells whom one asks.

    Args:
        passage: What stands there.
        is_led_in: Whether something before or after it says that a role alone is one of who tells more.
    """
    if passage.kind is PassageKind.DEFINITION and len(passage.cells) > 1:
        found = _leading(passage.cells[0])
        if found and found.text == passage.cells[0].strip():
            about = without_contacts(passage.cells[1])
            matter = _MATTER.match(about)
            told = re.split(r"(?<=\w)\.\s|,\s?$", about[matter.end() :])[0] if matter else ""
            yield Given(
                found.text, phone_in(passage.cells[1], own=True), email_in(passage.cells[1]), told, "definition"
            )
        return
    lines = passage.text.split("\n")
    for at, line in enumerate(lines):
        label = _LABEL.match(line.strip())
        after = "\n".join(_contacts_after(lines[at + 1 :]))
        if label and says("label", label[1]):
            yield from _of_list(label[2] + "\n" + after)
        elif label and _leading(label[1]) and not pattern("duty").search(label[1].lower()):
            reach = label[2] + "\n" + after
            found = _leading(label[1])
            if found and (phone_in(reach) or email_in(reach)):
                yield Given(found.text, phone_in(reach), email_in(reach), "", "label")
        elif (after or is_led_in) and _is_alone(line):
            yield Given(line.strip(" .,;"), phone_in(after), email_in(after), _told_under(lines[at + 1 :]), "alone")
        elif passage.kind is PassageKind.LIST_ITEM or _is_entry(line):
            yield from _of_list(line + "\n" + after)


def _is_entry(line: str) -> bool:
    """Whether a line is an entry of a list of contacts: a role, then how it is reached, and no sentence."""
    found = _leading(line.strip())
    rest = without_contacts(line.strip()[found.end :]) if found else "-"
    return found is not None and len(rest.split()) <= _BESIDE and bool(phone_in(line) or email_in(line))


def _told_under(lines: list[str]) -> str:
    """What the line under a role says that it answers for: no sentence, and no way to reach it."""
    under = lines[0].strip() if lines else ""
    matter = _MATTER.match(under)
    is_matter = under and not under.endswith(".") and not says("contact-line", under) and not _leading(under)
    return under[matter.end() if matter else 0 :] if is_matter else ""


def _is_alone(line: str) -> bool:
    found = _leading(line.strip())
    return found is not None and found.text == line.strip(" .,;")


def _contacts_after(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not says("contact-line", line):
            return
        yield line


def _of_list(words: str) -> Iterator[Given]:
    found = _leading(words.strip())
    if found and (phone_in(words) or email_in(words)):
        rest = words.strip()[found.end :]
        matter = (
            re.search(r"\s(?:för|om)\s(?:frågor\s(?:om|kring)\s)?([^.,;:()\n]{3,80})", without_contacts(rest))
            if rest
            else None
        )
        yield Given(found.text, phone_in(words), email_in(words), matter[1] if matter else "", "entry")
