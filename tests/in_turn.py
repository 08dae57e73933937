"""Many small cases in one test: ``@in_turn`` where ``@pytest.mark.parametrize`` would make a test of each.

A test costs some five milliseconds of processor before it does anything: each process collects it, and what came of it
goes from one process to another. Where a case costs less than that, it is taken in turn with the others of its kind. A
case that fails keeps none after it from being tried, and all that failed are told, each by its name.
"""

from __future__ import annotations

import inspect
from functools import wraps
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_FAILED = (Exception, pytest.fail.Exception, pytest.skip.Exception)
"""What a case may end with that is not right: leaving one out is no way out either."""


class CaseError(AssertionError):
    """Some cases of a test failed; it says how many, and in a line each which ones and why."""

    def __init__(self, heading: str, *lines: str) -> None:
        super().__init__("\n".join((heading, *lines)))
        self.lines = lines


def in_turn(
    arguments: str | tuple[str, ...], cases: Iterable[Any], ids: Callable[[Any], str] | Iterable[str] = repr
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Have a test try all the cases, one after the other; its fixtures are the same for all of them.

    Args:
        arguments: The test's arguments that a case gives, as for ``parametrize``.
        cases: What they are in each.
        ids: Names a value of a case, or names the cases.
    """
    names = (arguments,) if isinstance(arguments, str) else arguments
    rows = [(case,) if isinstance(arguments, str) else tuple(case) for case in cases]
    assert rows, "a test without a case would hold nothing"
    told = ["-".join(filter(None, map(ids, row))) for row in rows] if callable(ids) else list(ids)
    tried = [(name, dict(zip(names, row, strict=True))) for name, row in zip(told, rows, strict=True)]

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def every_case(**fixtures: object) -> None:
            __tracebackhide__ = True
            failed = [(told, error) for told, values in tried if (error := _error_of(test, fixtures | values))]
            if failed:
                lines = [f"[{told}]{line}" for told, error in failed for line in _lines(error)]
                raise CaseError(f"{len(failed)} of {len(tried)} cases", *lines) from failed[0][1]

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in names]
        vars(every_case)["__signature__"] = signature.replace(parameters=left)
        return every_case

    return decorate


def _error_of(test: Callable[..., None], arguments: dict[str, Any]) -> BaseException | None:
    try:
        test(**arguments)
    except _FAILED as error:
        return error
    return None


def _lines(error: BaseException) -> tuple[str, ...]:
    """The first line of what a case says, or a line for each where it is itself a test of several."""
    if isinstance(error, CaseError):
        return error.lines
    text = str(error).partition("\n")[0]
    return (f" {text}" if isinstance(error, AssertionError) else f" {type(error).__name__}: {text}",)
