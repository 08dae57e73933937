"""Each statement of law names a law of the table, and each law tells which wording of it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.checks.located import located
from data.concepts import Concept
from data.fields.concepts import CONCEPT
from data.fields.guidance import ENTRIES, GUIDE_QUESTION
from data.fields.laws import LAW
from data.kinds import EntryType
from data.laws import COMMON_KNOWLEDGE, Law, law_of, parts_of
from data.model import Guidance

if TYPE_CHECKING:
    from data.checks.located import Located
    from data.loader import Loaded
    from data.model import Description

_AS_OF, _IN, _VERIFIED = (LAW.key_of(attribute) for attribute in ("read_as_of", "read_in", "verified"))
_CITED, _QUESTIONS = GUIDE_QUESTION.key_of("laws"), ENTRIES[EntryType.GUIDE].key_of("questions")
_GROUND_OF_PROVISION, _GROUND = ENTRIES[EntryType.PROVISION].key_of("ground"), CONCEPT.key_of("ground")


def check_laws(loaded: Loaded, description: Description) -> None:
    """Report a citation that is to no law of the table, and a law that is said to be verified without a source."""
    laws = description.laws
    for place in located(loaded, description):
        record = place.record
        if isinstance(record, Law):
            _check_law(place, record)
        elif isinstance(record, Concept):
            if record.ground != COMMON_KNOWLEDGE:
                _check_citation(place, record.ground, laws, _GROUND)
        elif isinstance(record, Guidance):
            _check_citation(place, record.ground, laws, _GROUND_OF_PROVISION)
            for question in record.questions:
                for index, citation in enumerate(question.laws):
                    _check_citation(place, citation, laws, _QUESTIONS, question.id, _CITED, index)


def _check_citation(place: Located, citation: str, laws: dict[str, Law], *below: str | int) -> None:
    for part in parts_of(citation):
        if law_of(part, laws.values()) is None:
            place.tell(
                f"”{part}” är ingen lag i tabellen [{LAW.key}.…]. Rätta namnet eller numret, eller lägg till lagen där "
                f"med dagen vars lydelse du har läst.",
                *below,
            )


def _check_law(place: Located, law: Law) -> None:
    if law.verified and not (law.read_as_of and law.read_in):
        place.tell(
            f"{place.header} är {_VERIFIED} men säger inte när och var. Skriv {_AS_OF} och {_IN}, eller ta bort "
            f"{_VERIFIED}.",
            _VERIFIED,
        )
