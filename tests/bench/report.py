"""Tells what was measured: as Markdown with every target, and as a plot."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.figure import Figure

from tests.bench.engines import Fts5, PortalEngine, Tantivy
from tests.bench.searching import Measures
from tests.bench.web import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


_PORTAL, _FTS5, _TANTIVY, _WHOOSH = PortalEngine.name, Fts5.name, Tantivy.name, "Whoosh"
_FACETED = "faceted search"
_SMALL, _LARGE = 1_500, 20_000
_MIB = 1 << 20
_PLOT = "pictures/benchmarks.svg"


@dataclass(slots=True)
class Results:
    """All that one run gave.

    Attributes:
        sizes: By size.
        rates: Of the portal's pages and Datasette's, on a corpus of 1,524 entries.
        memory: MiB that one worker has to itself, by corpus.
        opening: Milliseconds to open a generation, by corpus.
        understanding: Milliseconds of a search and of its whole page, at the median over the judged queries.
        start: Seconds until `serve` answers on a built generation.
        edit: Seconds until an edited word is found.
    """

    sizes: list[Measures] = field(default_factory=list)
    rates: dict[str, Rate] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)
    opening: dict[str, float] = field(default_factory=dict)
    understanding: tuple[float, float] | None = None
    start: float | None = None
    edit: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A target, what was measured, and whether it was reached."""

    what: str
    wanted: str
    measured: str
    reached: bool


def ratio(measures: Measures, task: str, other: str, part: float) -> float:
    """Our time for a task by another engine's."""
    times = measures.times[task]
    return times[_PORTAL].at(part) / times[other].at(part)


def targets(results: Results) -> Iterator[Target]:
    """Every target of which something was measured."""
    for each in results.sizes:
        yield from _search_targets(each)
    yield from _web_targets(results)


def _search_targets(each: Measures) -> Iterator[Target]:
    size = f"{each.entries:,}"
    if each.entries <= _SMALL:
        for part in (50, 99):
            yield _at_most(f"faceted search at {size}, p{part}, by FTS5's", ratio(each, _FACETED, _FTS5, part), 0.8)
    if each.entries >= _LARGE:
        for part, most in ((50, 1.3), (99, 1.0)):
            yield _at_most(
                f"faceted search at {size}, p{part}, by tantivy's", ratio(each, _FACETED, _TANTIVY, part), most
            )
        built = each.build[_PORTAL] / each.build[_WHOOSH]
        yield _at_most(f"build of {size}, by stock Whoosh's", built, 1.0)
    if each.entries > _LARGE:
        yield _at_most(f"suggestion at {size}, p99 in ms", each.times["suggestion"][_PORTAL].at(99), 1)
        yield _at_most(f"correction at {size}, p99 in ms", each.times["correction"][_PORTAL].at(99), 5)


def _web_targets(results: Results) -> Iterator[Target]:
    if rates := results.rates:
        bare, page = (median(rates[name].a_second) for name in ("bare route (/healthz)", "search page"))
        yield _at_least("search pages for one bare route, a second", page / bare, 0.15)
        spent = (median(rates[name].milliseconds) for name in ("bare route (/healthz)", "search page"))
        yield _at_least("the same by processor time of the server", next(spent) / next(spent), 0.15)
        if "Datasette" in rates:
            yield _at_least("search pages for one of Datasette's", page / median(rates["Datasette"].a_second), 40)
    if results.understanding:
        search, page = results.understanding
        yield _at_most("a search, by the rest of its page", search / (page - search), 0.5)
    for name, memory in list(results.memory.items())[:1]:
        yield _at_most(f"private memory of a worker at {name}, MiB", memory, 100)
    for name, spent_opening in list(results.opening.items())[:1]:
        yield _at_most(f"opening {name}, ms", spent_opening, 100)
    if results.start:
        yield _at_most("`serve` on a built generation answers, s", results.start, 2)
    if results.edit:
        yield _at_most("an edit of one word is live, s", results.edit, 3)


def _at_most(what: str, measured: float, most: float) -> Target:
    return Target(what, f"≤ {most:g}", f"{measured:.3g}", measured <= most)


def _at_least(what: str, measured: float, least: float) -> Target:
    return Target(what, f"≥ {least:g}", f"{measured:.3g}", measured >= least)


def markdown(results: Results) -> str:
    """The figures, as the part of docs/benchmarks.md that a run writes."""
    parts = [
        _table(
            ("target", "wanted", "measured", ""),
            (
                (each.what, each.wanted, each.measured, "reached" if each.reached else "**missed**")
                for each in targets(results)
            ),
        )
    ]
    for task in ("search", _FACETED, "suggestion", "correction"):
        rows = [_time_row(each, task) for each in results.sizes]
        parts += [f"### {task.capitalize()}, p50 / p99 in ms", _table(("entries", _PORTAL, _FTS5, _TANTIVY), rows)]
    engines = (_PORTAL, _WHOOSH, _FTS5, _TANTIVY)
    parts += [
        "### Build, seconds and size on disk in MiB",
        _table(
            ("entries", *engines),
            (
                (f"{each.entries:,}", *(f"{each.build[name]:.1f} s, {each.size[name] / _MIB:.1f}" for name in engines))
                for each in results.sizes
            ),
        ),
    ]
    if results.rates:
        rows = [
            (name, f"{median(rate.a_second):.0f}", f"{median(rate.milliseconds):.2f}")
            for name, rate in results.rates.items()
        ]
        parts += ["### Over HTTP", _table(("", "a second", "ms of the server's processor"), rows)]
    if results.memory:
        rows = [(name, f"{results.memory[name]:.0f}", f"{results.opening[name]:.0f}") for name in results.memory]
        parts += ["### A worker", _table(("generation", "private memory, MiB", "opening, ms"), rows)]
    return "\n\n".join(parts) + "\n"


def _time_row(each: Measures, task: str) -> tuple[str, ...]:
    times = each.times[task]
    cells = (
        f"{times[name].at(50):.2f} / {times[name].at(99):.2f}" if name in times else "–"
        for name in (_PORTAL, _FTS5, _TANTIVY)
    )
    return (f"{each.entries:,}", *cells)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def plot(results: Results, docs: Path) -> Path:
    """Draw how faceted search grows with the corpus, as an SVG whose text stays text."""
    # A salt of ours: the same figures give the same file.
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "vagvisaren", "font.family": "sans-serif"}):
        figure = Figure(figsize=(9, 4), layout="constrained")
        for axes, part in zip(figure.subplots(1, 2, sharey=True), (50, 99), strict=True):
            for name, colour, mark in ((_PORTAL, "#005a9c", "o"), (_TANTIVY, "#8a4b08", "s"), (_FTS5, "#555555", "^")):
                sizes = [each.entries for each in results.sizes]
                times = [each.times[_FACETED][name].at(part) for each in results.sizes]
                axes.loglog(sizes, times, color=colour, marker=mark, label=name)
            axes.set_title(f"Faceted search, p{part}")
            axes.set_xlabel("entries")
            axes.grid(visible=True, alpha=0.3)
        figure.axes[0].set_ylabel("milliseconds")
        figure.axes[0].legend()
        path = docs / _PLOT
        figure.savefig(path, metadata={"Date": None}, facecolor="white")
    return path


def write(results: Results, docs: Path, processor: str) -> Path:
    """Put the figures between the marks of docs/benchmarks.md, and the plot beside."""
    path = docs / "benchmarks.md"
    before, begin, rest = path.read_text("utf-8").partition("<!-- figures -->\n")
    _old, end, after = rest.partition("<!-- /figures -->")
    if not begin or not end:
        message = f"{path} saknar märkena <!-- figures --> och <!-- /figures --> som siffrorna ska stå mellan."
        raise ValueError(message)
    made = f"\nProcessor: {processor}.\n\n![How faceted search grows with the corpus]({_PLOT})\n\n{markdown(results)}\n"
    path.write_text(before + begin + made + end + after, "utf-8")
    plot(results, docs)
    return path
