"""What is published is so by a role and on a day; what else may be seen of a place without its drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.checks.located import located
from data.publication import Publication
from data.publishing import why_no_role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.loader import Loaded
    from data.model import Description
    from data.place import Place


def check_publication(loaded: Loaded, description: Description) -> None:
    """Report a publication that lacks the role or the day, and one by what is no role."""
    for place in located(loaded, description):
        publication = place.record
        if not isinstance(publication, Publication):
            continue
        by, on = (place.table.key_of(attribute) for attribute in ("published_by", "published_on"))
        if bool(publication.published_by) != bool(publication.published_on):
            place.tell(f"{by} och {on} hör ihop. Fyll i båda, eller lämna båda tomma för ett utkast.")
        elif publication.published_by and (reason := why_no_role(publication.published_by)):
            place.tell(f"{by}: {reason}", by)


def without_drafts(place: Place, descriptions: Iterable[Description]) -> tuple[Place, list[Description]]:
    """A place and its descriptions as the public sees them: nothing of it names a draft."""
    everyone = list(descriptions)
    public = [each for each in everyone if not each.is_draft]
    names = {each.id: each.source.authority.name for each in everyone if each.is_draft}
    if not names:
        return place, public
    kept = replace(
        place,
        authorities=tuple(id_ for id_ in place.authorities if id_ not in names),
        home="" if place.home in names else place.home,
        archive="" if place.archive in names else place.archive,
        questions={id_: each for id_, each in place.questions.items() if each.authority not in names},
        tiles={id_: each for id_, each in place.tiles.items() if each.authority not in names},
    )
    return kept, [_naming(each, names) for each in public]


def _naming(description: Description, names: dict[str, str]) -> Description:
    """A description in which drafts of others, which have no page, are told by name."""
    ended = description.ended
    if ended is None:
        return description
    successor, records_at = (names.get(id_, id_) for id_ in (ended.successor, ended.records_at))
    return replace(description, ended=replace(ended, successor=successor, records_at=records_at))
