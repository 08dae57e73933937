"""The records of all files of one authority, each with where it stands and the table that says what it may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.fields.front import SERVICE_POINT
from data.fields.guidance import ENTRIES
from data.fields.kinds import IdKind
from data.fields.source import SOURCE_TABLES
from data.fields.table import Table
from data.fields.tables import GUIDANCE_TABLES
from data.fields.today import ENDED, TODAY_TABLES
from data.guides import questions_by_entry
from data.kinds import EntryType
from data.loader import SERVICE_POINTS, SOURCE
from data.loader.files import TomlFile
from data.loader.today import TODAY
from data.positions import Path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from data.loader import Loaded
    from data.loader.guidance import GuidanceFile
    from data.model import Description, Guidance


_OF_ENTRIES = frozenset(ENTRIES.values())


@dataclass(frozen=True, slots=True)
class Located:
    """A record, the table of fields that it follows, and where it stands."""

    file: TomlFile
    path: Path
    table: Table[object]
    record: object

    @property
    def header(self) -> str:
        """How its table begins in the file."""
        return f"[{'.'.join(map(str, self.path))}]"

    def tell(self, message: str, *below: str | int, warning: bool = False) -> None:
        """Record a problem at one of its keys, or at the record itself."""
        self.file.tell((*self.path, *below), message, warning=warning)


def located(loaded: Loaded, description: Description) -> Iterator[Located]:
    """Every record that counts: what an authority's own guidance replaces does not."""
    yield from in_source(loaded, description)
    for at in range(len(loaded.guidance)):
        yield from _in_guidance(loaded, at, description)
    for id_, place in description.service_points.items():
        yield Located(loaded.file(SERVICE_POINTS), (SERVICE_POINT.key, id_), SERVICE_POINT, place)
    yield from _of_today(loaded, description)


def in_source(loaded: Loaded, description: Description) -> Iterator[Located]:
    """The records of ``beskrivning.toml``."""
    file = loaded.file(SOURCE)
    for table in SOURCE_TABLES:
        records = getattr(description.source, table.attribute)
        if table.has_ids:
            for id_, record in records.items():
                yield Located(file, (table.key, id_), table, record)
        elif records is not None:
            yield Located(file, (table.key,), table, records)


def ended(loaded: Loaded, description: Description) -> Located | None:
    """What is said of the authority's end; None where nothing is."""
    return Located(loaded.file(TODAY), (ENDED.key,), ENDED, description.ended) if description.ended else None


def _of_today(loaded: Loaded, description: Description) -> Iterator[Located]:
    """The records of ``aktuellt.toml``."""
    for table in TODAY_TABLES:
        for id_, record in getattr(description, table.attribute).items() if table.has_ids else ():
            yield Located(loaded.file(TODAY), (table.key, id_), table, record)
    if end := ended(loaded, description):
        yield end


def _in_guidance(loaded: Loaded, at: int, description: Description) -> Iterator[Located]:
    """The records of one file of guidance, by its number among the others."""
    read, before = loaded.guidance[at], loaded.guidance[:at]
    if not read.name:
        return  # there is no such file, or it could not be read
    file = loaded.file(read.name)
    for guidance in read.guidance.values():
        if _counts(guidance, before, description):
            table = ENTRIES[guidance.type]
            yield Located(file, (table.key, guidance.id), table, guidance)
    is_of_the_code = file in loaded.base
    for other in GUIDANCE_TABLES:
        for id_, record in getattr(read, other.attribute).items() if other not in _OF_ENTRIES else ():
            # What a person has written is checked even where another file replaces it: he may have forgotten it.
            if not (is_of_the_code and any(id_ in getattr(each, other.attribute) for each in before)):
                yield Located(file, (other.key, id_), other, record)


def _counts(guidance: Guidance, before: Sequence[GuidanceFile], description: Description) -> bool:
    """Whether a record is used, in spite of the files that come before its own."""
    if not before:
        return True
    if guidance.type is EntryType.PROVISION and guidance.id not in description.source.provisions:
        return False  # other authorities' texts name it
    others = (file.guidance[guidance.id] for file in before if guidance.id in file.guidance)
    return all(other.type is not guidance.type for other in others)


def known_ids(loaded: Loaded, description: Description) -> Mapping[IdKind, Collection[str]]:
    """The ids that exist, by what they are ids of."""
    source = description.source
    return {
        IdKind.SECTION: source.sections,
        IdKind.PASSAGE: source.passages,
        IdKind.TABLE: source.tables,
        IdKind.UNIT: source.units,
        IdKind.FINDING_AID: source.finding_aids,
        IdKind.PROVISION: source.provisions,
        IdKind.EXCHANGE: source.exchanges,
        IdKind.ENTRY: entry_ids(description),
        IdKind.THEME: description.themes,
        IdKind.CONCEPT: loaded.concepts,
        IdKind.SIGNPOST: description.signposts,
    }


def entry_ids(description: Description) -> set[str]:
    """Ids of all entries of a description."""
    source = description.source
    groups = (source.units, source.finding_aids, source.sections, source.provisions, source.exchanges)
    return {*description.guidance, *questions_by_entry(description), *(id_ for group in groups for id_ in group)}
