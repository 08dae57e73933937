"""Analyses descriptions into documents of the index: one in this process, several on all processors."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import Counter, deque
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import msgspec

from data.asked import asked_of
from data.entries import entries
from data.guides import questions_by_entry
from data.kinds import EntryType
from data.model import Description
from index.build import schema
from index.shared import speakers_of_guides
from index.words.analyser import Analyser
from index.words.codes import code_terms
from index.words.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from data.entries import Entry
    from index.shared import Speakers

    Document = dict[str, object]

_AHEAD = 2
"""Descriptions that each process may be ahead of the writer: more would only fill the memory."""
WORTH_PROCESSES = 4_000_000
"""Bytes of descriptions, as JSON, from which on a build has them analysed on all processors.

Most of each is guidance that all share: one process works out its words once, several do so anew, and to start one
costs a third of a second. On two processors four authorities of 1.5 MB together took 1.9 s in one process and 3.7 s in
two, and two of 2.3 MB 6.1 s and 11.3 s; where there are more, the clock gains once there is more to do.
"""


def documents(description: Description, analyser: Analyser, guides: Speakers | None = None) -> list[Document]:
    """The documents of a description's entries, in their order.

    Args:
        description: The description.
        analyser: Makes the terms.
        guides: Which guides and questions of theirs there are, and whose each is (`index.shared`); the description's
            own where none are given.
    """
    if guides is None:
        guides = speakers_of_guides([description])
    return [
        _document(entry, description, analyser, guides.get((entry.authority, entry.id), (entry.authority,)))
        for entry in entries(description)
        if entry.type is not EntryType.GUIDE or (entry.authority, entry.id) in guides
    ]


def _document(entry: Entry, description: Description, analyser: Analyser, authorities: tuple[str, ...]) -> Document:
    unit_path = [unit.id for unit in description.source.unit_and_above(entry.unit)]
    around = " ".join(description.source.passages[id_].searched for id_ in entry.passages)
    made = schema.document(entry, unit_path, analyser, around, authorities, asked_of(description, entry.type, entry.id))
    if entry.part_of and (question := questions_by_entry(description).get(entry.id)):
        # ”2 kap 16 § TF” leads to the question whose answer rests on it, though no description lists that law.
        made["code_source"] = Counter(code_terms(" . ".join(question.laws)))
    return made


def documents_of_many(
    encoded: Iterable[bytes], lexicon: Path, guides: Speakers | None = None
) -> Iterator[list[Document]]:
    """The documents of each of many descriptions, in their order, analysed on all processors.

    Args:
        encoded: Descriptions as JSON.
        lexicon: The folder of the lexicon's files.
        guides: As for `documents`.
    """
    # Started afresh, not forked: a fork takes over whatever locks the threads of this process hold.
    context = multiprocessing.get_context("spawn")
    processes = os.cpu_count() or 1
    with ProcessPoolExecutor(processes, context, _start, (lexicon, guides)) as pool:
        begun: deque[Future[list[Document]]] = deque()
        for description in encoded:
            begun.append(pool.submit(_analyse, description))
            if len(begun) > _AHEAD * processes:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()


class _Process:
    """What a process of the pool keeps from one description to the next."""

    analyser: Analyser
    guides: Speakers | None


def _start(lexicon: Path, guides: Speakers | None) -> None:
    _Process.analyser, _Process.guides = Analyser(Lexicon.mapped(lexicon)), guides
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A builder that is killed takes nobody along: without this its processes would wait for work for ever."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _analyse(encoded: bytes) -> list[Document]:
    return documents(msgspec.json.decode(encoded, type=Description), _Process.analyser, _Process.guides)
