"""Whether a proposed value stands in the passages that it rests on, by the same rules as `check` has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from data.checks.facts import headings_over
from data.checks.truth import short
from data.fields.facts import Name
from data.fields.forms import Date, Email, is_date, is_email
from data.fields.text import OUTSIDE_TEXT
from data.importing.writing.telling import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.fields.table import Field, Table
    from data.importing.writing.words import Words

_NOT_THERE = "Orden står inte i {where}."
_NO_FORM = "Det har inte den form som en sådan uppgift ska ha."
_R = TypeVar("_R")


class Standing:
    """Keeps of a proposal what stands in the text, and remembers what does not."""

    def __init__(self, words: Words, sections: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Judge by these words; `sections` has the headings over each, made of them where it is not given."""
        self._words = words
        self._over = headings_over(words.sections.values()) if sections is None else sections
        self.left_out: list[LeftOut] = []

    def passages(self, numbers: Iterable[int]) -> tuple[str, ...]:
        """The ids of passages by their numbers, in the document's order of mention, each once."""
        ids = self._words.ids
        return tuple(dict.fromkeys(ids[number] for number in numbers if number in ids))

    def texts(self, passages: Iterable[str]) -> list[str]:
        """The words of passages and of the headings over them."""
        listed = [self._words.passages[id_] for id_ in passages]
        return [text for passage in listed for text in (passage.whole, *self._over[passage.section])]

    def with_name(self, name: str, passages: tuple[str, ...]) -> tuple[str, ...]:
        """Passages that a name stands in one of: the first of the text that has it is put last where none has."""
        if self._stands(Name(), name, passages):
            return passages
        found = next((id_ for id_ in self._words.passages if self._stands(Name(), name, (id_,))), "")
        return (*passages, found) if found else passages

    def kept(self, table: Table[Any], record: _R, what: str, *, outside: Sequence[str] = ()) -> _R | None:
        """A record with what stands in its passages; None where something that it must have does not.

        Args:
            table: The table that it is in.
            record: It.
            what: What it is called where something of it is left out.
            outside: Attributes whose words may stand elsewhere in the file: they are marked so.
        """
        passages: tuple[str, ...] = getattr(record, "passages", ()) or (getattr(record, "passage", ""),)
        if not set(passages) <= set(self._words.passages) or not passages:
            self.tell(what, "Det vilar inte på något stycke i texten.")
            return None
        changed: dict[str, Any] = {}
        marked: list[str] = []
        for row in table.fields:
            value = getattr(record, row.attribute)
            if not row.in_text or value == row.kind.absent:
                continue
            if row.attribute in outside and not self._all_stand(row, value, passages):
                marked.append(row.key)
                continue
            good = self._standing(row, value, passages, what)
            if row.required and good == row.kind.absent:
                return None
            changed[row.attribute] = good
        if marked:
            changed[OUTSIDE_TEXT.attribute] = tuple(marked)
        return replace(record, **changed)  # type: ignore[type-var] # every record is a dataclass

    def tell(self, what: str, why: str, passages: tuple[str, ...] = ()) -> None:
        """Remember that something was left out."""
        self.left_out.append(LeftOut(what, why, passages))

    def _standing(self, row: Field, value: Any, passages: tuple[str, ...], what: str) -> Any:  # noqa: ANN401 (any field)
        bad = [word for _, word in row.kind.words(value) if not self._is_good(row, word, passages)]
        for word in bad:
            why = _NO_FORM if not _has_form(row, word) else _NOT_THERE.format(where=", ".join(passages))
            self.tell(f"{what}: {row.key} ”{short(word)}”", why, passages)
        if isinstance(value, tuple):
            return tuple(word for word in value if word not in bad)
        return row.kind.absent if bad else value

    def _all_stand(self, row: Field, value: Any, passages: tuple[str, ...]) -> bool:  # noqa: ANN401 (any field)
        return all(self._is_good(row, word, passages) for _, word in row.kind.words(value))

    def _is_good(self, row: Field, word: str, passages: tuple[str, ...]) -> bool:
        return _has_form(row, word) and self._stands(row.kind, word, passages)

    def _stands(self, kind: Any, word: str, passages: Iterable[str]) -> bool:  # noqa: ANN401 (a kind of any value)
        return any(kind.stands_in(text, word) for text in self.texts(passages))


def _has_form(row: Field, word: str) -> bool:
    if isinstance(row.kind, Email) and not is_email(word):
        return False
    if isinstance(row.kind, Date) and not is_date(word):
        return False
    return len(word) <= row.kind.longest
