"""What people ask for by one word or another, whoever holds it: our general knowledge, never the description's."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Signpost:
    """Who usually holds records that this authority does not; general knowledge, marked as such.

    Attributes:
        short: Who has it, in a line; empty where nobody has written it.
        spoken: The same as one says it on the telephone; likewise.
        is_of_the_place: Whether it is a body of the same municipality, which its switchboard reaches.
        is_urgent: Whether somebody may be in danger: where to call is then said before all else.
        asked: Whole questions that people put about it; for the index alone, as those about an entry are.
    """

    id: str
    topic: str
    holder: str
    note: str
    ground: str
    words: dict[str, tuple[str, ...]]
    short: str = ""
    spoken: str = ""
    is_of_the_place: bool = False
    is_urgent: bool = False
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that people ask for, in their own words; where `holder` says who else usually has it, a signpost.

    `topic`, `note` and `ground` are for signposts, and may be empty where `holder` is. `asked` are whole questions that
    people put about it: their words tip the order of what is found, and never answer (`index.question.leaves`).
    """

    id: str
    topic: str
    holder: str
    note: str
    ground: str
    words: dict[str, tuple[str, ...]]
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)
    short: str = ""
    spoken: str = ""
    is_of_the_place: bool = False
    is_urgent: bool = False

    @property
    def signpost(self) -> Signpost | None:
        """What is shown of it to those who ask for what is held elsewhere; None where it names no holder."""
        if not self.holder:
            return None
        own = (self.short, self.spoken, self.is_of_the_place, self.is_urgent, self.asked)
        return Signpost(self.id, self.topic, self.holder, self.note, self.ground, self.words, *own)
