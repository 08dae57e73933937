"""From an outline to a proposal: each stage in turn, with what those before it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.importing.outline import Basis
from data.importing.proposal import AuthorityFacts, Proposal, Told, Warned
from data.importing.recognising.aids import finding_aids
from data.importing.recognising.case_register import case_register
from data.importing.recognising.exchanges import exchanges
from data.importing.recognising.outlining.chapters import much_more
from data.importing.recognising.particulars import AuthorityAsked, authority_told, document_facts
from data.importing.recognising.provisions import provisions
from data.importing.recognising.roles import contact_roles
from data.importing.recognising.statements import statements
from data.importing.recognising.units import units
from data.importing.recognising.warnings import warnings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.importing.outline import Outline

_BY_ID = Basis(
    "named-by-id",
    guessed=True,
    why="Texten säger inte vilken myndighet det är; namnet är id:t. Skriv det rätta namnet.",
)


class Undecided(Exception):  # noqa: N818 (a question, not a fault)
    """The text does not say whose it is, or says it of several: `names` are those, none where it says nothing."""

    def __init__(self, names: tuple[str, ...] = ()) -> None:
        """Ask which of these it is."""
        self.names = names
        super().__init__(", ".join(names))


def propose(outline: Outline, files: Sequence[str], *, named: str = "", otherwise: str = "", year: int = 0) -> Proposal:
    """What a document says.

    Args:
        outline: It.
        files: Names of the files that it came from.
        named: The authority's name, where someone has said it.
        otherwise: What to call the authority where the text does not say: its id.
        year: This year, so that an old text can be told of; 0 for none.

    Raises:
        Undecided: If nobody has said whose it is, and the text does not.
    """
    authority = _authority(outline, named, otherwise)
    organisation = units(outline, authority)
    aids = finding_aids(outline, organisation)
    proposal = Proposal(
        outline=outline,
        authority=authority,
        document=document_facts(outline),
        units=organisation,
        finding_aids=aids,
        provisions=provisions(outline),
        exchanges=exchanges(outline, organisation, aids),
        contact_roles=contact_roles(outline, organisation),
        statements=statements(outline, organisation),
        case_register=case_register(outline, aids),
        files=tuple(files),
    )
    return msgspec.structs.replace(proposal, warnings=(*_of_length(outline), *warnings(proposal, year)))


def _authority(outline: Outline, named: str, otherwise: str) -> AuthorityFacts:
    told = authority_told(outline, named)
    if not isinstance(told, AuthorityAsked):
        return told
    if told.names or not otherwise:
        raise Undecided(told.names)
    return AuthorityFacts(name=Told(otherwise, _BY_ID))


def _of_length(outline: Outline) -> Iterator[Warned]:
    """That a document is much more than a description, and which chapter may be it."""
    if more := much_more(outline):
        which = f' Kapitlet ”{more.likely}” kan läsas ensamt: --avsnitt "{more.likely}".' if more.likely else ""
        yield Warned("much-more", f"Filen är mycket mer än en beskrivning; allt i den är med.{which}")
