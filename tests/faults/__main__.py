"""``make faults``: plants deliberate faults, one at a time, and tells which test notices each."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from tests.faults.planting import caught_by, planted, read

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Plant each fault, or those that are named; 1 where one was not caught by a test."""
    faults = read()
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"faults of planted.toml; all {len(faults)} by default"
    )
    names = parser.parse_args(arguments).names or list(faults)
    for name in names:
        if name not in faults:
            parser.error(f"there is no fault called {name}")
    missed = [name for name in names if not _is_caught(name)]
    print(f"{len(names) - len(missed)} of {len(names)} faults were caught")
    return 1 if missed else 0


def _is_caught(name: str) -> bool:
    fault = read()[name]
    began = time.monotonic()
    with planted(fault) as copy:
        try:
            test = caught_by(copy, fault.tests)
        except RuntimeError as error:
            print(f"NOT TRIED   {name}: {error}", flush=True)
            return False
    told = f"caught      {name}: {test}" if test else f"NOT CAUGHT  {name}: {fault.promise}"
    print(f"{told} ({time.monotonic() - began:.0f} s)", flush=True)
    return test is not None


if __name__ == "__main__":
    sys.exit(main())
