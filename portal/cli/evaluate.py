"""``vagvisaren evaluate``: the search measured on judged queries, beside plain full text over the same entries."""

from __future__ import annotations

import time
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING

from index.measure.baselines import SqliteFts5, StockWhoosh
from index.measure.evaluate import PortalRanker, by_kind, confidence, outcomes, read_table, scores

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from data.entries import Entry
    from index.answer.search import Searcher
    from index.measure.evaluate import Judged, Outcome, Ranker, Scores
    from index.measure.intervals import Interval

_HEAD = f"{'':14}antal   rätt    MRR   nDCG utanför   helt felväg"
_HEAD_OF_TABLES = f"{'':20}antal  {'rätt':15}  {'MRR':15}  {'utanför':15}  {'helt':15} felväg"
_LONGEST = 20
"""Characters of a table's name: a line fits a hundred columns."""
_LEGEND = (
    "rätt, MRR, nDCG, helt: av det som beskrivningen har; utanför: av det som den inte har.",
    "felväg: frågor med en hänvisning som tabellen inte godtar eller, där den inget säger om dem,",
    "bredvid ett rätt och helt svar. Intervallen är 95-procentiga konfidensintervall.",
)


def evaluation(searcher: Searcher, tables: Path, *, misses: bool) -> Iterator[str]:
    """Measure on every table of a folder, and tell it line by line: by kind, by table, and beside plain engines.

    Args:
        searcher: An opened generation.
        tables: The folder with the judged tables (``*.tsv``).
        misses: Whether to list each query that is not answered rightly.

    Raises:
        ValueError: A table has a row of another form, or there is no table.
    """
    by_table = {path.stem: read_table(path) for path in sorted(tables.glob("*.tsv"))}
    judged = list(chain.from_iterable(by_table.values()))
    if not judged:
        message = f"I {tables} finns inga bedömda frågor (*.tsv)."
        raise ValueError(message)
    entries = list(searcher.entries.values())
    ranker = PortalRanker(searcher)
    measured = {name: outcomes(ranker, questions, entries) for name, questions in by_table.items()}
    ours = list(chain.from_iterable(measured.values()))
    yield _HEAD
    for kind, of_kind in by_kind(ours).items():
        yield _row(kind, scores(of_kind))
    yield ""
    yield from _tables(measured, ours)
    yield ""
    yield from _beside_plain_engines(ranker, ours, judged, entries)
    yield ""
    yield from _LEGEND
    if misses:
        yield ""
        yield from _misses(ours)


def _tables(measured: Mapping[str, Sequence[Outcome]], all_: Sequence[Outcome]) -> Iterator[str]:
    """A line for each table that has rows, and one for all together."""
    yield _HEAD_OF_TABLES
    for name, of_table in (*measured.items(), ("alla tabeller", all_)):
        if of_table:
            yield _row_of_table(name, of_table)


def _row_of_table(name: str, measured: Sequence[Outcome]) -> str:
    figures, sure = scores(measured), confidence(measured)
    told = (
        (figures.success, sure.success),
        (figures.reciprocal_rank, sure.reciprocal_rank),
        (figures.outside, sure.outside),
        (figures.full, sure.full),
    )
    cells = "".join(f"  {_with_interval(value, interval):15}" for value, interval in told)
    return f"{name[:_LONGEST]:{_LONGEST}}{figures.queries:5}{cells}{figures.false_signposts:7.3f}"


def _with_interval(value: float, interval: Interval | None) -> str:
    return f"{value:.3f} {interval.low:.2f}–{interval.high:.2f}" if interval else "–"


def _beside_plain_engines(
    ranker: Ranker, ours: Sequence[Outcome], judged: Sequence[Judged], entries: Sequence[Entry]
) -> Iterator[str]:
    engines: dict[str, Ranker] = {
        "Vägvisaren": ranker,
        "SQLite FTS5": SqliteFts5(entries),
        "Whoosh": StockWhoosh(entries),
    }
    times = _median_times(engines, judged)
    yield _HEAD
    for name, engine in engines.items():
        ratio = times[name] / times["Whoosh"]
        found = ours if engine is ranker else outcomes(engine, judged, entries)
        yield f"{_row(name, scores(found))}  tid {ratio:.2f} av Whoosh"


def _row(name: str, measured: Scores) -> str:
    values = (measured.success, measured.reciprocal_rank, measured.ndcg, measured.outside, measured.full)
    shares = "".join(f"{value:7.3f}" for value in values)
    return f"{name:14}{measured.queries:5}{shares}{measured.false_signposts:7.3f}"


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
