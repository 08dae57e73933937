"""10,000 mutated descriptions through the loader and the checks: ``python -m tests.soak.descriptions``."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.data.mutations import mutate_and_check
from tests.support import DATA, copy_example

SMALL, REAL = 9_000, 1_000
"""The real description takes some ten times as long as the small one, and has the same rules."""
STEP = 100


def main() -> int:
    """Run all, and tell how many and how long; a failure ends it with what the file was."""
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        small = copy_example(Path(folder) / "small")
        for start in range(0, SMALL, STEP):
            mutate_and_check(small, "exempel-namnd", 1_000 + start, STEP)
            _tell(start + STEP)
        real = Path(folder) / "real"
        shutil.copytree(DATA / "descriptions" / "norrkoping-ks", real / "descriptions" / "norrkoping-ks")
        shutil.copytree(DATA / "general", real / "general")
        for start in range(0, REAL, STEP):
            mutate_and_check(real, "norrkoping-ks", 1_000 + start, STEP)
            _tell(SMALL + start + STEP)
    print(f"\n{SMALL + REAL:,} mutated descriptions in {time.monotonic() - began:.0f} s: none made the checks fail")
    return 0


def _tell(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:,} of {SMALL + REAL:,}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
