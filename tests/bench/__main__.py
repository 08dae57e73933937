"""``make bench``: the search measured beside other engines, and the portal over HTTP beside Datasette."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from index import generation
from portal.settings import Settings
from tests.bench import report, run
from tests.support import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (100, 1_500, 20_000, 200_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the figures and, if asked to, write them to docs/benchmarks.md."""
    options = _parser().parse_args(arguments)
    settings = Settings.read()
    now = generation.current(settings.generations) if settings.generations.is_dir() else None
    if now is None:
        print("there is no index: run vagvisaren index", file=sys.stderr)
        return 1
    asked = run.Options(tuple(options.sizes), options.queries, options.seed, web=not options.no_web)
    results = run.run(settings, now, asked, _tell)
    print(f"Processor: {run.processor()}\n\n{report.markdown(results)}")
    if options.write:
        print(f"written to {report.write(results, REPOSITORY / 'docs', run.processor())}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--sizes",
        type=_size,
        nargs="+",
        default=list(SIZES),
        metavar="N",
        help="made-up entries",
    )
    parser.add_argument("--queries", type=_size, default=100, metavar="N", help="queries to each size (100)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what entries and queries are made by (1)")
    parser.add_argument("--no-web", action="store_true", help="do not measure pages over HTTP")
    parser.add_argument("--write", action="store_true", help="write the figures in docs/benchmarks.md")
    return parser


def _size(text: str) -> int:
    lowest, highest = 10, 1_000_000
    if not (text.isascii() and text.isdigit() and lowest <= int(text) <= highest):
        raise argparse.ArgumentTypeError(f"a whole number from {lowest} to {highest}")
    return int(text)


def _tell(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
