"""Whether a pinned package has a known vulnerability: ``python -m tests.audit_pins``, or ``make audit-pins``.

Asks the database of osv.dev, which has what Python's own advisory database has and more. What is sent is names and
versions of the pins, which are public. 1 where one of them is vulnerable, or where nobody could be asked.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDRESS = "https://api.osv.dev/v1/querybatch"
LOCK = Path(__file__).resolve().parents[1] / "requirements-dev.txt"
"""The development pins include the runtime ones."""
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s\\]+)", re.MULTILINE)
_PATIENCE = 20.0


class UnreachableError(Exception):
    """Nobody answered, or not with what was asked for."""


def vulnerabilities(pins: Sequence[tuple[str, str]], address: str = ADDRESS) -> dict[str, list[str]]:
    """The known vulnerabilities of pins, by their names, for each that has some.

    Args:
        pins: Names and versions.
        address: Who is asked.

    Raises:
        UnreachableError: The database could not be asked.
    """
    queries = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in pins]
    request = urllib.request.Request(address, json.dumps({"queries": queries}).encode())  # noqa: S310  (ours)
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as reply:  # noqa: S310  (likewise)
            results = json.load(reply)["results"]
        answers = [[str(known["id"]) for known in result.get("vulns", [])] for result in results]
    except (OSError, HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreachableError(f"{address}: {type(error).__name__}") from error
    if len(answers) != len(pins):
        raise UnreachableError(f"{address}: {len(answers)} answers to {len(pins)} questions")
    return {f"{name} {version}": ids for (name, version), ids in zip(pins, answers, strict=True) if ids}


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, and tell.

    Args:
        arguments: Words after the command's name; the process's own where none are given.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--where-reachable", action="store_true", help="it is no failure that nobody can be asked")
    parser.add_argument("--address", default=ADDRESS)
    options = parser.parse_args(arguments)
    pins = _PIN.findall(LOCK.read_text("utf-8"))
    try:
        known = vulnerabilities(pins, options.address)
    except UnreachableError as error:
        sys.stdout.write(f"NOT ASKED: the database of vulnerabilities cannot be reached ({error}).\n")
        return 0 if options.where_reachable else 1
    for pin, ids in known.items():
        sys.stdout.write(f"{pin}: {', '.join(ids)} (https://osv.dev/{ids[0]})\n")
    sys.stdout.write(f"{len(pins)} pins, {len(known)} with a known vulnerability.\n")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main())
