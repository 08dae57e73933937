"""The questions of guides: each can be found by itself, and stands on the page of its guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.kinds import EntryType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Description, Guidance, GuideQuestion


def guides(description: Description) -> Iterator[Guidance]:
    """The guides of an authority."""
    return (guidance for guidance in description.guidance.values() if guidance.type is EntryType.GUIDE)


def question_entry(guide: str, question: str) -> str:
    """The id of a guide's question as an entry; within the guide's page its own id is enough."""
    return f"{guide}-{question}"


def question_anchor(guide: str, entry: str) -> str:
    """The id of a question on its guide's page, told from those of the guide and of its entry."""
    return entry.removeprefix(question_entry(guide, ""))


def questions_by_entry(description: Description) -> dict[str, GuideQuestion]:
    """The questions of an authority's guides, by their ids as entries."""
    return {
        question_entry(guide.id, question.id): question for guide in guides(description) for question in guide.questions
    }
