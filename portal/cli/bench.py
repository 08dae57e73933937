"""``vagvisaren bench``: the search measured beside other engines."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from index import generation

if TYPE_CHECKING:
    import argparse

    from portal.settings import Settings

SIZES = (100, 1_500, 20_000, 200_000)
_DOCS = Path(__file__).resolve().parents[2] / "docs"
_MISSING = "vagvisaren bench jämför med paket som bara finns för utveckling ({}). Kör: make .venv/.dev"


def bench(settings: Settings, options: argparse.Namespace) -> int:
    """Measure, print the figures and, if asked to, write them to docs/benchmarks.md."""
    try:
        from portal.bench import report, run  # noqa: PLC0415  (they need what a server does not have)
    except ModuleNotFoundError as error:
        print(_MISSING.format(error.name), file=sys.stderr)
        return 1
    now = generation.current(settings.generations) if settings.generations.is_dir() else None
    if now is None:
        print("Det finns inget färdigt index. Kör: vagvisaren index", file=sys.stderr)
        return 1
    asked = run.Options(tuple(options.sizes), options.queries, options.seed, web=not options.no_web)
    results = run.run(settings, now, asked, _tell)
    print(f"Processor: {run.processor()}\n\n{report.markdown(results)}")
    if options.write:
        print(f"Skrivet till {report.write(results, _DOCS, run.processor())}.")
    return 0


def _tell(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {what}", file=sys.stderr, flush=True)
