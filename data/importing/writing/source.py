"""``beskrivning.toml`` as a person would write it: in the order of a description, and each part says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.fields.source import CASE_REGISTER, CONTACT_ROLE, EXCHANGE, FINDING_AID, PROVISION, STATEMENT, UNIT
from data.fields.text import AUTHORITY, DOCUMENT, PASSAGE, SECTION, TABLE
from data.importing.writing import toml
from data.importing.writing.markdown import without_numbers
from data.loader import GUIDANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.fields.table import Table
    from data.importing.writing.telling import Guess
    from data.model import SourceText
    from data.positions import Path

_RULE = "-" * 64
_HEAD = f"""\
Beskrivningens text, uppdelad i avsnitt och numrerade stycken, och det som texten säger om
enheter, sökmedel, lagrum och utbyte av uppgifter. Gjord av vagvisaren importera. Här står bara
det som texten själv säger: egna formuleringar skrivs i {GUIDANCE}. Rader som börjar med #
läses inte av datorn. Där det står ”Gissat” bör någon titta. Så ändrar du: se import.md.
Efter varje ändring: vagvisaren check
"""
_PARTS: tuple[tuple[Table[Any], str], ...] = (
    (
        UNIT,
        "Organisation\nEnheterna, och andra organisationer som texten nämner, med textens egna ord.",
    ),
    (CONTACT_ROLE, "Kontaktroller\nDe som lämnar upplysningar: roller, aldrig namn."),
    (
        FINDING_AID,
        "Register och andra sökmedel\nRegister, förteckningar och system. Orden är textens egna.",
    ),
    (PROVISION, "Sekretessbestämmelser\nLagrummen som texten nämner."),
    (
        EXCHANGE,
        "Uppgifter som hämtas och lämnas\nUtbyte med andra. Orden är textens egna; det som saknas framgår inte.",
    ),
    (STATEMENT, "Övriga uppgifter i texten\nMeningar om sådant som lagen frågar efter, ord för ord."),
)
_REGISTER = "Diariet\nVar det söks på webben."
_TEXT = "Avsnitt och stycken\nHela texten, ord för ord och i ordning. Ändra inte i orden: de är beslutade."


def written(source: SourceText, guesses: Iterable[Guess]) -> str:
    """The text of the file.

    Args:
        source: What it says.
        guesses: What is to be marked as guessed, each at its record.
    """
    why: dict[Path, list[str]] = {}
    for guess in guesses:
        why.setdefault(guess.path[:2], []).append(guess.why)
    parts = [toml.comment(_HEAD)]
    parts += [_told(why, (AUTHORITY.key,)) + toml.record(AUTHORITY, source.authority)]
    parts += [_told(why, (DOCUMENT.key,)) + toml.record(DOCUMENT, source.document)]
    parts += [_title(_TEXT), *_of_the_text(source)]
    for table, title in _PARTS:
        if table is FINDING_AID and source.case_register is not None:
            register = toml.record(CASE_REGISTER, source.case_register)
            parts += [_title(_REGISTER), _told(why, (CASE_REGISTER.key,)) + register]
        records: Mapping[str, object] = getattr(source, table.attribute)
        if records:
            parts.append(_title(title))
        parts += [_told(why, table.path(id_)) + toml.record(table, each, id_) for id_, each in records.items()]
    return "\n".join(parts)


def _of_the_text(source: SourceText) -> Iterator[str]:
    begun: set[str] = set()
    for section in source.sections.values():
        yield toml.record(SECTION, section, section.id)
        for passage in source.passages.values():
            if passage.section != section.id:
                continue
            if passage.table and passage.table not in begun:
                begun.add(passage.table)
                yield toml.record(TABLE, source.tables[passage.table], passage.table)
            yield toml.record(PASSAGE, passage, passage.id)


def _title(text: str) -> str:
    first, _, rest = text.partition("\n")
    return toml.comment(f"{_RULE} {first}\n{rest}")


def _told(why: Mapping[Path, list[str]], path: Path) -> str:
    """The guesses of a record, as comments before it."""
    keys = [each for at, each in why.items() if at[: len(path)] == path and (len(path) > 1 or at[:1] == path)]
    return "".join(toml.comment(f"Gissat: {without_numbers(one)}") for each in keys for one in each)
