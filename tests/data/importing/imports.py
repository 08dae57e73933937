"""The examples imported, each once in a process, as the command does it: read apart, proposed, written and checked."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.importing.given import Given
from data.importing.intake import id_of, taken_in
from data.importing.recognising.propose import propose
from data.importing.writing.folder import tried
from tests.data.importing.keyed import example, keyed
from tests.data.importing.measuring import EXAMPLES

if TYPE_CHECKING:
    from data.importing.proposal import Proposal
    from data.importing.writing.report import Imported

EVERY = sorted(path.name.removesuffix(".key.json") for path in EXAMPLES.glob("*.key.json"))
DAY = date(2026, 11, 28)
"""The day of every import of the tests."""


@cache
def imported(name: str) -> Imported:
    """An example as the command imports it."""
    file = example(name)
    given = Given(file.name, file.read_bytes())
    proposal = propose(taken_in([given]), [file.name], otherwise=name)
    return written(proposal, given, id_of(proposal.authority))


@cache
def by_key(name: str) -> Imported:
    """An example as it would be imported if recognition missed nothing."""
    file = example(name)
    return written(keyed(name), Given(file.name, file.read_bytes()), name)


def written(proposal: Proposal, given: Given, id_: str) -> Imported:
    """A proposal as it is written and checked, beside what all authorities share."""
    with tempfile.TemporaryDirectory() as folder:
        return tried(proposal, id_, [given], Path(folder), DAY)
