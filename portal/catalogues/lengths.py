"""A translated answer is as short as the Swedish one has to be: it is read at a glance, and said in one breath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.fields.guidance import ENTRIES
from data.kinds import EntryType
from data.wordcount import MOST_ANSWER, MOST_SHORT, MOST_SPOKEN, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from babel.messages.catalog import Message

    from data.problems import Report

_GLOSS = re.compile(r"\([^()]*\)")
"""The Swedish word that one must say, beside the translated one: it is no more to read, and is not counted."""
_KEY_OF = ENTRIES[EntryType.RECORD_TYPE].key_of
_SHORT = _KEY_OF("short")
_MOST = {_SHORT: MOST_SHORT, _KEY_OF("answer"): MOST_ANSWER, _KEY_OF("spoken"): MOST_SPOKEN}
"""By key, how many words it may have. An older answer, without a line before it, may be longer."""


def check_lengths(name: str, messages: Iterable[Message], report: Report) -> None:
    """Report translations of answers that are too long.

    Args:
        name: What the catalogue is called.
        messages: Its messages, the context of each ending in the key of its field.
        report: Where problems go.
    """
    placed = [(*(message.context or "").rpartition(".")[::2], message) for message in messages]
    with_line = {record for record, key, _ in placed if key == _SHORT}
    for record, key, message in placed:
        if key not in _MOST or record not in with_line or message.fuzzy:
            continue
        if (count := len(words_of(_GLOSS.sub("", str(message.string or ""))))) > _MOST[key]:
            text = f"översättningen av {message.context} har {count} ord. Korta den till högst {_MOST[key]}."
            report.error(name, message.lineno or 0, text)
