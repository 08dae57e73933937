"""The API against its own document, with every check of Schemathesis: `python -m tests.soak.contract`.

Some five minutes. The tests make the same few cases every time; here the seed decides.
"""

from __future__ import annotations

import argparse
import sys

from portal.app import create_app
from portal.settings import Settings
from tests.portal.contract import live_document, try_document


def main() -> int:
    """Try that many cases of each operation, and as many walks through them; 1 where a check finds a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    app = create_app(Settings.read())
    tried = try_document(app, live_document(app), arguments.examples, arguments.seed)
    for operation, counts in sorted(tried.statuses.items()):
        told = ", ".join(f"{status}: {count}" for status, count in sorted(counts.items()))
        print(f"{operation}: {told}")
    for where, fault in tried.faults.items():
        print(f"FAULT {where}: {fault}")
    print(f"{tried.cases()} cases, {len(tried.faults)} faults")
    return 1 if tried.faults else 0


if __name__ == "__main__":
    sys.exit(main())
