"""Who tells more about the records: roles with how they are reached, and who is responsible for the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from data.importing.outline import Basis, PassageKind, Subject
from data.importing.proposal import RoleFact
from data.importing.recognising.roles.contacts import email_in, phone_in
from data.importing.recognising.roles.duties import duties_in
from data.importing.recognising.roles.mentions import mentions
from data.importing.recognising.roles.rows import in_lines, in_row
from data.importing.recognising.roles.telling import Given, given_in
from data.importing.recognising.roles.words import pattern, says
from data.kinds import UnitKind
from data.wording import is_form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.importing.outline import Outline, OutlinePassage
    from data.importing.proposal import UnitFact


_DUTY = "duty-"
"""What the rules that tell of such a duty are called by: who holds one need not be who answers the public."""
_NEAR = 3
"""Passages: a line of contact details belongs to a role no further before it."""


def contact_roles(outline: Outline, units: Iterable[UnitFact] = ()) -> tuple[RoleFact, ...]:
    """The roles that a document says give information, those who only hold a duty of archives last."""
    names = tuple(
        name.lower()
        for unit in units
        if unit.kind is not UnitKind.EXTERNAL and unit.parent
        for name in (unit.name, *unit.aliases)
    )
    roles: list[RoleFact] = []
    for passage in outline.passages:
        if passage.recited:
            continue
        found = list(_of_passage(outline, passage, names))
        if not found:
            _reach_last(roles, passage)
            _reach_by_row(roles, passage)
        for given in found:
            _put(roles, given, passage.n)
    return tuple(sorted(roles, key=lambda role: role.basis.rule.startswith(_DUTY)))


def _of_passage(outline: Outline, passage: OutlinePassage, units: tuple[str, ...]) -> Iterator[Given]:
    in_section = Subject.INFORMATION in passage.subjects
    if passage.kind is PassageKind.TABLE_ROW and passage.columns:
        yield from in_row(passage)
        return
    yield from duties_in(passage.text)
    if in_section:
        yield from in_lines(passage, is_led_in=_is_led_in(outline, passage))
        yield from _of_heading(outline, passage)
    for cell in passage.cells or (passage.text,):
        yield from given_in(cell, units, in_section=in_section)


def _is_led_in(outline: Outline, passage: OutlinePassage) -> bool:
    """Whether a passage is an item of a list led in by a colon, or is followed by a line that says how to reach."""
    after = outline.passages[passage.n] if passage.n < len(outline.passages) else None
    if after and after.section == passage.section and says("contact-line", after.text):
        return True
    if outline.sections[passage.section].heading.rstrip().endswith(":"):
        return passage.kind is PassageKind.LIST_ITEM
    for before in reversed(outline.passages[: passage.n - 1]):
        if before.section != passage.section:
            return False
        if before.kind is not PassageKind.LIST_ITEM:
            return passage.kind is PassageKind.LIST_ITEM and before.text.rstrip().endswith(":")
    return False


def _of_heading(outline: Outline, passage: OutlinePassage) -> Iterator[Given]:
    """The role that a heading is, where it stands among those that one asks."""
    heading = outline.sections[passage.section].heading.strip()
    found = mentions(heading)
    if len(found) == 1 and found[0].text == heading and not found[0].is_other:
        yield Given(heading, phone_in(passage.text, own=True), email_in(passage.text), "", "heading")


def _reach_last(roles: list[RoleFact], passage: OutlinePassage) -> None:
    """A line that only says how one is reached belongs to the role that was told of last."""
    if Subject.INFORMATION not in passage.subjects or not says("contact-line", passage.text):
        return
    for at in range(len(roles) - 1, -1, -1):
        role = roles[at]
        near = role.basis.passages and passage.n - role.basis.passages[-1] <= _NEAR
        if near and not pattern("duty").fullmatch(role.name.lower()):
            # A line with no number but the switchboard's says that one asks for the role there.
            phone = role.phone or phone_in(passage.text) or phone_in(passage.text, own=True)
            email = role.email or email_in(passage.text)
            if (phone, email) != (role.phone, role.email):
                basis = replace(role.basis, passages=(*role.basis.passages, passage.n))
                roles[at] = replace(role, phone=phone, email=email, basis=basis)
            return


def _reach_by_row(roles: list[RoleFact], passage: OutlinePassage) -> None:
    """A row of a table of contacts that begins with a role which the text has told of says how it is reached."""
    if passage.kind is not PassageKind.TABLE_ROW or not any(says("contact-line", column) for column in passage.columns):
        return
    for at, role in enumerate(roles):
        if passage.cells[0].strip().casefold() == role.name.casefold():
            reach = " ".join(passage.cells[1:])
            phone, email = role.phone or phone_in(reach), role.email or email_in(reach)
            basis = replace(role.basis, passages=tuple(dict.fromkeys((*role.basis.passages, passage.n))))
            roles[at] = replace(role, phone=phone, email=email, basis=basis)
            return


def _put(roles: list[RoleFact], given: Given, passage: int) -> None:
    """Add a role, or what is new of it, where the same one has been told of: no other number, no other address."""
    for at, role in enumerate(roles):
        if _is_same(role, given):
            passages = tuple(dict.fromkeys((*role.basis.passages, passage)))
            roles[at] = replace(
                role,
                phone=role.phone or given.phone,
                email=role.email or given.email,
                about=role.about or given.about,
                basis=replace(role.basis, passages=passages),
            )
            return
    basis = Basis(given.rule, (passage,))
    roles.append(RoleFact(given.name, given.phone, given.email, given.about, basis))


def _is_same(role: RoleFact, given: Given) -> bool:
    one, other = role.name.lower(), given.name.lower()
    is_called_so = one == other or (" " not in one + other and is_form_of(one, other))
    return is_called_so and _agree(role.phone, given.phone) and _agree(role.email, given.email)


def _agree(one: str, other: str) -> bool:
    return not (one and other) or "".join(filter(str.isalnum, one)) == "".join(filter(str.isalnum, other))
