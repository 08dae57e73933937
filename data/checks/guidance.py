"""Guidance belongs to something, says its review whole, and rests on quotes; a signpost says all that one must."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.checks.located import known_ids, located
from data.concepts import Concept
from data.fields.concepts import CONCEPT
from data.fields.guidance import ENTRIES
from data.fields.source import PROVISION
from data.loader import GUIDANCE, SOURCE
from data.model import Guidance
from data.reviewer import name_in

if TYPE_CHECKING:
    from data.checks.located import Located
    from data.loader import Loaded
    from data.model import Description, SecrecyProvision


def check_guidance(loaded: Loaded, description: Description) -> None:
    """Report guidance to nothing, guidance that rests on nothing, and what has no guidance."""
    known = known_ids(loaded, description)
    for place in located(loaded, description):
        guidance = place.record
        if not isinstance(guidance, Guidance):
            continue
        if place.table.about and guidance.id not in known[place.table.about]:
            place.tell(f"{place.header} finns inte i {SOURCE}. Rätta id:t eller ta bort posten.")
        quotes = place.table.row("quotes")
        if quotes.required and not guidance.quotes:
            place.tell(f"{place.header} saknar {quotes.key}. Ange vilka ord den vilar på.")
        if bool(guidance.reviewed_by) != bool(guidance.reviewed_on):
            keys = " och ".join(place.table.key_of(attribute) for attribute in ("reviewed_by", "reviewed_on"))
            place.tell(f"{keys} hör ihop. Fyll i båda eller lämna båda tomma.")
        _check_reviewer(place, guidance.reviewed_by)
    for type_, table in ENTRIES.items() if loaded.complete else ():
        for id_ in known[table.about] if table.about else ():
            if description.guidance_of(type_, id_) is None:
                name = f"{loaded.directory}/{GUIDANCE}"
                loaded.report.warn(name, 0, f"{id_} saknar vägledning; sidan visar bara textens ord.")


def _check_reviewer(place: Located, reviewer: str) -> None:
    """Who reviewed it is shown on its page, and so is a role: one that ends in two capitals is somebody's name.

    What stands after a comma may be an organisation's name as well: that is said, and not refused.
    """
    key, role = place.table.key_of("reviewed_by"), reviewer.partition(",")[0]
    asked = "Skriv rollen, ett komma och enheten. Det visas på sidan."
    if name_in(role):
        place.tell(f"{key} ska vara en roll, inte ett namn. {asked}", key)
    elif name_in(reviewer):
        place.tell(f"{key} kan vara ett namn på en person. {asked}", key, warning=True)


def check_concepts(loaded: Loaded, description: Description) -> None:
    """A concept stands once among those that all share; with a holder it says all that a signpost does."""
    _, general, shared, *_base = loaded.guidance
    for place in located(loaded, description):
        concept = place.record
        if not isinstance(concept, Concept):
            continue
        _check_signpost(place, concept)
        if place.file.name == general.name and concept.id in shared.concepts:
            place.tell(f"begreppet {concept.id} finns också i {shared.name}. Låt det stå i den filen.")


def _check_signpost(place: Located, concept: Concept) -> None:
    for attribute in ("topic", "note", "ground") if concept.holder else ():
        if not getattr(concept, attribute):
            key, holder = CONCEPT.key_of(attribute), CONCEPT.key_of("holder")
            place.tell(f"{place.header} saknar nyckeln {key}, som krävs där {holder} finns. Lägg till den.", key)


def check_provision_ids(loaded: Loaded, description: Description) -> None:
    """A provision's id is made of its law, chapter and paragraph."""
    file = loaded.file(SOURCE)
    misread = {problem.path for problem in loaded.report.errors if problem.file == file.name}
    for provision in description.source.provisions.values():
        paths = [PROVISION.path(provision.id, each) for each in ("chapter", "paragraph")]
        if not misread.isdisjoint(paths):
            continue
        if not (provision.chapter or provision.paragraph):
            keys = " eller ".join(str(path[-1]) for path in paths)
            file.tell(PROVISION.path(provision.id), f"lagrummet {provision.id} saknar {keys}. Lägg till det ena.")
        elif provision.law and id_of(provision) != provision.id:
            message = f"lagrummet {provision.id} borde heta {id_of(provision)} efter lag, kapitel och paragraf."
            file.tell(PROVISION.path(provision.id), message)


def id_of(provision: SecrecyProvision) -> str:
    """The id that a provision's law, chapter and paragraph make: ``osl-39-5b``, ``osl-21``, ``osf-9``."""
    law = "".join(letter for letter in provision.law.lower() if letter.isascii())
    parts = (re.sub(r"[^a-z0-9]+", "-", law).strip("-"), provision.chapter, provision.paragraph.replace(" ", ""))
    return "-".join(str(part) for part in parts if part)
