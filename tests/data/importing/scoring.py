"""How much of what an example's key says an imported description has: ``python -m tests.data.importing.scoring``.

Words are compared without white space, cell signs and case; names without case, by any name that either side has. What
is counted of each part: how many things of the key were found, how many it has, and how many were found that it lacks.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from data.importing.given import Given
from data.importing.intake import id_of, taken_in
from data.importing.recognising.propose import propose
from tests.data.importing import parts
from tests.data.importing.imports import EVERY, imported, written
from tests.data.importing.keyed import key_of
from tests.data.importing.parts import Score
from tests.data.importing.printed import as_docx, key_from
from tests.data.norrkoping import DESCRIPTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.model import Description

FLOORS_OF_THE_ROUND: Mapping[str, float] = {"units": 0.95, "finding_aids": 0.75, "provisions": 0.95, "exchanges": 0.95}
"""Of each part, the least share that a description made by hand must give back."""


def scored(description: Description, key: Mapping[str, Any]) -> dict[str, Score]:
    """Each part of a description.

    Args:
        description: What was imported.
        key: What it should have been.
    """
    units = parts.Units(description, key)
    return {
        **parts.words(description, key),
        **units.scores(),
        **parts.facts(description, key),
        **parts.exchanges(description, key),
        **parts.particulars(description, key),
        "audit": parts.audit(description, key),
    }


def pooled(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """All examples together, part by part."""
    whole: dict[str, Score] = {}
    for each in scores:
        for part, score in each.items():
            whole[part] = whole.get(part, Score()) + score
    return whole


def given_back(given: Given, description: Description) -> dict[str, Score]:
    """How much of a description an import of it as a document gives back.

    Args:
        given: The document that was printed of it.
        description: It.
    """
    proposal = propose(taken_in([given]), [given.name])
    again = written(proposal, given, id_of(proposal.authority)).description
    return scored(again, key_from(description))


def too_low(scores: Mapping[str, Score]) -> dict[str, str]:
    """What a description made by hand should have given back, and did not."""
    return {part: str(scores[part]) for part, floor in FLOORS_OF_THE_ROUND.items() if scores[part].share < floor}


def table(scores: Mapping[str, Mapping[str, Score]], *, misses: bool = False) -> str:
    """The scores as a table of Markdown: a row per part, a column per example, and all together.

    Args:
        scores: Those of each example.
        misses: Whether to list what was missed and what was too much.
    """
    whole = pooled(scores.values())
    lines = [f"| | {' | '.join(scores)} | alla |", f"|---|{'---|' * (len(scores) + 1)}"]
    for part, score in whole.items():
        cells = [str(each.get(part, "")) for each in scores.values()]
        lines.append(f"| {part} | {' | '.join(cells)} | {score}, {score.share:.3f} |")
    for name, each in scores.items() if misses else ():
        for part, score in each.items():
            lines += [f"{name} {part} – {one}" for one in score.missed]
            lines += [f"{name} {part} + {one}" for one in score.extra]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Import every example and the description made by hand, and print the table; with ``--misses`` what was missed."""
    names = [name for name in EVERY if not set(arguments) & set(EVERY) or name in arguments]
    scores = {name: scored(imported(name).description, key_of(name)) for name in names}
    round_ = {"norrkoping.docx": given_back(Given("norrkoping.docx", as_docx(DESCRIPTION)), DESCRIPTION)}
    misses = "--misses" in arguments
    sys.stdout.write(f"{table(scores, misses=misses)}\n\n{table(round_, misses=misses)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
