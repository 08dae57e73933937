"""What a new generation would take from those who ask: its descriptions compared with the ones that are served.

Files that lost their end, or all they held, are often without a fault in themselves: what is not there breaks no rule.
So absence is not taken for validity, where something was there before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import msgspec

from data.guides import question_entry
from data.kinds import EntryType
from index.generation import DESCRIPTIONS, PLACE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from data.model import Description
    from data.place import Place

    Raw = dict[str, dict[str, dict[str, object]]]

TOLERATED = 10
"""One in so many may go without a question: an editor takes away single entries, an accident takes whole files."""
_SHOWN = 3
_FEWEST = 3
"""Of answers, and of what stands beside the entries, a small authority may have but a few."""
_OF_SOURCE = ("sections", "units", "finding_aids", "provisions", "exchanges")
_BESIDE = (
    *("signposts", "themes", "observations", "questions", "tiles", "glossary", "clarifications"),
    *("service_points", "current", "removed"),
)
"""What an authority shows beside its entries."""


@dataclass(slots=True)
class Changes:
    """What a new generation would change of what is served, in Swedish sentences.

    Attributes:
        losses: What only a person can tell whether it is meant.
        notes: What is said and done.
    """

    losses: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def compare(self, what: str, before: int, gone: int, examples: Sequence[str] = ()) -> None:
        """Note a loss, where more is gone than an editor takes away."""
        if gone * TOLERATED > before:
            shown = f" ({', '.join(examples[:_SHOWN])}{' …' if len(examples) > _SHOWN else ''})" if examples else ""
            self.losses.append(f"{gone} av {before} {what} skulle försvinna{shown}.")


def changes_of_descriptions(served: Path | None, descriptions: Sequence[Description]) -> Changes:
    """Compare descriptions with those of the generation that is served.

    Args:
        served: Its folder; None before the first build.
        descriptions: Those that a new one would be made of.
    """
    changes = Changes()
    if served is None:
        changes.notes.append("Det finns inget index att jämföra med: detta är det första.")
        return changes
    try:
        before = {path.stem: _decoded(path) for path in sorted((served / DESCRIPTIONS).glob("*.json"))}
    except (OSError, msgspec.DecodeError):
        changes.notes.append("Indexet som svarar går inte att läsa, så inget jämfördes med det.")
        return changes
    now = {description.id: cast("Raw", msgspec.to_builtins(description)) for description in descriptions}
    if before and not before.keys() & now.keys():
        changes.notes.append("Datafilerna gäller helt andra myndigheter än indexet som svarar.")
    for id_ in sorted(before.keys() - now.keys()):
        count = len(_entries(before[id_]))
        changes.notes.append(f"Myndigheten {id_} finns inte i datafilerna. Den tas bort, med {count} poster.")
    for id_ in sorted(before.keys() & now.keys()):
        _compare(changes, id_, before[id_], now[id_])
    return changes


def compare_place(changes: Changes, served: Path | None, place: Place) -> None:
    """Compare what is said of the place with what is served: its file may have been emptied, or renamed.

    Args:
        changes: What changes.
        served: The folder of the generation that is served; None before the first build.
        place: What the files say now.
    """
    if served is None or not (served / PLACE).exists():
        return
    try:
        before = _stated(msgspec.json.decode((served / PLACE).read_bytes(), type=dict[str, object]))
    except (OSError, msgspec.DecodeError):
        return  # said of the whole index already
    gone = sorted(before - _stated(msgspec.to_builtins(place)))
    if len(gone) >= _FEWEST:
        changes.compare("uppgifter om platsen (portal.toml)", len(before), len(gone))


def _stated(place: Mapping[str, object]) -> set[str]:
    """What has been stated of a place: each key with a value, and each record of a table."""
    inner = {key: value for key, value in place.items() if isinstance(value, dict)}
    plain = {key for key, value in place.items() if value and key not in inner}
    return plain | {f"{key}.{each}" for key, value in inner.items() for each, stated in value.items() if stated}


def _compare(changes: Changes, authority: str, before: Raw, now: Raw) -> None:
    former = {str(id_) for guidance in now["guidance"].values() for id_ in _listed(guidance.get("former_ids"))}
    for what, old, new, fewest in (
        (f"poster hos {authority}", _entries(before), _entries(now), 1),
        (f"svar hos {authority}", set(before["guidance"]), set(now["guidance"]), _FEWEST),
        (f"hänvisningar, frågor, ord och annat hos {authority}", _beside(before), _beside(now), _FEWEST),
    ):
        gone = sorted(old - new - former)
        if len(gone) >= fewest:
            changes.compare(what, len(old), len(gone), gone)
    words, left = _words(before), _words(now)
    if words - left >= _FEWEST:
        changes.compare(f"vardagsord hos {authority}", words, words - left)


def _decoded(path: Path) -> Raw:
    """A description as it was written, whatever program wrote it: the model may have changed since."""
    return msgspec.json.decode(path.read_bytes(), type=dict)


def _entries(description: Raw) -> set[str]:
    """The ids of what can be found."""
    ours = {EntryType.RECORD_TYPE, EntryType.GUIDE}
    guidance = {id_ for id_, record in description["guidance"].items() if record.get("type") in ours}
    guidance |= {
        question_entry(id_, str(question.get("id")))
        for id_, record in description["guidance"].items()
        for question in _questions(record)
    }
    return guidance.union(*(description["source"].get(kind, {}) for kind in _OF_SOURCE))


def _beside(description: Raw) -> set[str]:
    return {f"{kind}.{id_}" for kind in _BESIDE for id_ in description.get(kind, {})}


def _words(description: Raw) -> int:
    """How many everyday words there are, in all languages."""
    guidance = description["guidance"].values()
    questions = (question for record in guidance for question in _questions(record))
    records = (*guidance, *questions, *description.get("signposts", {}).values())
    tables = [words for record in records if isinstance(words := record.get("words"), dict)]
    return sum(len(_listed(words)) for table in tables for words in table.values())


def _questions(record: Mapping[str, object]) -> list[dict[str, object]]:
    return [question for question in _listed(record.get("questions")) if isinstance(question, dict)]


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()
