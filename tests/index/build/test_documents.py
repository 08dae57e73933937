"""Several descriptions are analysed on all processors, and come out as one process would have them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from data.kinds import EntryType
from index.build import builder
from index.build.builder import build
from index.build.documents import documents, documents_of_many
from index.generation import ARRAYS, read_manifest
from tests.support import REPOSITORY, with_everyday_word

if TYPE_CHECKING:
    import pytest

    from data.model import Description
    from index.answer.search import Searcher
    from index.words.analyser import Analyser


def test_many_descriptions_come_out_in_order_as_each_does_alone(
    searcher: Searcher, analyser: Analyser, small: Description
) -> None:
    asked = [
        with_everyday_word(small, word) for word in ("zebror", "finkar", "lodjur", "järvar", "igelkottar", "uttrar")
    ]
    found = documents_of_many(map(msgspec.json.encode, asked), searcher.folder)
    assert list(found) == [documents(each, analyser) for each in asked]


def test_processes_of_their_own_build_what_one_process_does(
    tmp_path: Path, small: Description, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = replace(small.source.authority, id="annan-namnd")
    two = [small, replace(small, source=replace(small.source, authority=authority))]
    alone = read_manifest(build(tmp_path / "alone", two))
    monkeypatch.setattr(builder, "WORTH_PROCESSES", 0)
    together = read_manifest(build(tmp_path / "together", two))
    arrays = [name for name in alone.files if name.startswith(ARRAYS)]
    assert arrays
    assert {name: together.files[name] for name in arrays} == {name: alone.files[name] for name in arrays}


def test_a_generation_of_two_authorities_holds_the_entries_of_both(
    both: Searcher, small: Description, description: Description, searcher: Searcher
) -> None:
    assert both.manifest.authorities == tuple(sorted((small.id, description.id)))
    assert {key: both.entry(*key) for key in searcher.entries} == searcher.entries
    # The guide and its questions, which both have alike, are there once.
    guides = [entry.id for entry in both.entries.values() if entry.type is EntryType.GUIDE]
    assert guides == [entry.id for entry in searcher.entries.values() if entry.type is EntryType.GUIDE]
    assert len(guides) == len(set(guides)) > 10


_ENDLESS = """
import itertools, sys
from pathlib import Path
from data.kinds import EntryType
from index.build.documents import documents_of_many
encoded, lexicon = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2])
for found in documents_of_many(itertools.repeat(encoded), lexicon):
    print(len(found), flush=True)
"""
_PATIENCE = 30.0


def is_at_work(process: int) -> bool:
    """Whether a process is there and has not ended; one that nobody has asked after is still listed."""
    try:
        status = Path(f"/proc/{process}/stat").read_text("utf-8")
    except FileNotFoundError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_the_processes_of_a_killed_builder_end_with_it(tmp_path: Path, small: Description, searcher: Searcher) -> None:
    encoded = tmp_path / "description.json"
    encoded.write_bytes(msgspec.json.encode(small))
    builder = subprocess.Popen(  # noqa: S603  (our own interpreter and our own words)
        [sys.executable, "-c", _ENDLESS, str(encoded), str(searcher.folder)], cwd=REPOSITORY, stdout=subprocess.PIPE
    )
    assert builder.stdout
    assert builder.stdout.readline()  # its processes are at work
    children = Path(f"/proc/{builder.pid}/task/{builder.pid}/children").read_text("ascii").split()
    assert len(children) >= (os.cpu_count() or 1)
    builder.send_signal(signal.SIGKILL)
    builder.wait()
    builder.stdout.close()
    deadline = time.monotonic() + _PATIENCE
    while any(is_at_work(int(child)) for child in children):
        assert time.monotonic() < deadline
        time.sleep(0.05)
