"""How many random examples a test draws: a part of them in `make test`, all of them where CI=true."""

from __future__ import annotations

import os

ALL = os.environ.get("CI") == "true"
"""`.ci/run` has them all drawn in a step of its own, `make test-random`."""

_PART = 10


def examples(count: int) -> int:
    """So many examples where all are drawn, a tenth of them else; they are the same ones every time."""
    return count if ALL else -(-count // _PART)
