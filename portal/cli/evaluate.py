"""``vagvisaren evaluate``: the search measured on judged queries, beside plain full text over the same entries."""

from __future__ import annotations

import time
from statistics import median
from typing import TYPE_CHECKING

from index.measure.baselines import SqliteFts5, StockWhoosh
from index.measure.evaluate import PortalRanker, by_kind, outcomes, read_table, scores

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from index.answer.search import Searcher
    from index.measure.evaluate import Judged, Outcome, Ranker, Scores

_HEAD = "antal   rätt    MRR   nDCG  utanför  hel"


def evaluation(searcher: Searcher, tables: Path, *, misses: bool) -> Iterator[str]:
    """Measure on every table of a folder, and tell it line by line.

    Args:
        searcher: An opened generation.
        tables: The folder with the judged tables (``*.tsv``).
        misses: Whether to list each query that is not answered rightly.

    Raises:
        ValueError: A table has a row of another form, or there is no table.
    """
    judged = [question for path in sorted(tables.glob("*.tsv")) for question in read_table(path)]
    if not judged:
        message = f"I {tables} finns inga bedömda frågor (*.tsv)."
        raise ValueError(message)
    entries = list(searcher.entries.values())
    ours = outcomes(PortalRanker(searcher), judged, entries)
    yield f"{'':14}{_HEAD}"
    for kind, of_kind in by_kind(ours).items():
        yield _row(kind, scores(of_kind))
    yield ""
    engines: dict[str, Ranker] = {
        "Vägvisaren": PortalRanker(searcher),
        "SQLite FTS5": SqliteFts5(entries),
        "Whoosh": StockWhoosh(entries),
    }
    times = _median_times(engines, judged)
    for name, engine in engines.items():
        ratio = times[name] / times["Whoosh"]
        yield f"{_row(name, scores(outcomes(engine, judged, entries)))}  tid {ratio:.2f} av Whoosh"
    if misses:
        yield ""
        yield from _misses(ours)


def _row(name: str, measured: Scores) -> str:
    values = (measured.success, measured.reciprocal_rank, measured.ndcg, measured.outside, measured.full)
    return f"{name:14}{measured.queries:5}" + "".join(f"{value:7.3f}" for value in values)


def _misses(measured: Sequence[Outcome]) -> Iterator[str]:
    for outcome in measured:
        if not outcome.is_right:
            wanted = ", ".join(sorted(outcome.judged.accepted)) or "inget"
            yield f"{outcome.judged.kind}: ”{outcome.judged.query}” gav {outcome.first or 'inget'}, väntat {wanted}"


def _median_times(engines: dict[str, Ranker], judged: Sequence[Judged]) -> dict[str, float]:
    """Median seconds per query, the engines taking turns so that the machine's moods hit all alike."""
    times: dict[str, list[float]] = {name: [] for name in engines}
    for question in judged:
        for name, engine in engines.items():
            begun = time.perf_counter()
            engine.rank(question.query, question.language)
            times[name].append(time.perf_counter() - begun)
    return {name: median(seconds) for name, seconds in times.items()}
