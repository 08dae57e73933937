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
    judged = [each for path in sorted(tables.glob("*.tsv")) for each in read_table(path)]
    if not judged:
        message = f"I {tables} finns inga bedömda frågor (*.tsv)."
        raise ValueError(message)
    entries = list(searcher.entries.values())
    ours = outcomes(PortalRanker(searcher), judged, entries)
    yield f"{'':14}{_HEAD}"
    for kind, found in by_kind(ours).items():
        yield _row(kind, scores(found))
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


def _row(name: str, found: Scores) -> str:
    values = (found.success, found.reciprocal_rank, found.ndcg, found.outside, found.full)
    return f"{name:14}{found.queries:5}" + "".join(f"{value:7.3f}" for value in values)


def _misses(found: Sequence[Outcome]) -> Iterator[str]:
    for each in found:
        if not each.is_right:
            wanted = ", ".join(sorted(each.judged.accepted)) or "inget"
            yield f"{each.judged.kind}: ”{each.judged.query}” gav {each.first or 'inget'}, väntat {wanted}"


def _median_times(engines: dict[str, Ranker], judged: Sequence[Judged]) -> dict[str, float]:
    """Median seconds per query, the engines taking turns so that the machine's moods hit all alike."""
    times: dict[str, list[float]] = {name: [] for name in engines}
    for each in judged:
        for name, engine in engines.items():
            begun = time.perf_counter()
            engine.rank(each.query, each.language)
            times[name].append(time.perf_counter() - begun)
    return {name: median(found) for name, found in times.items()}
