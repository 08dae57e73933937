"""2,000 requests that no one would think of, a part of them in `make test`; `make soak` makes 100,000 others."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from tests.portal.from_document import Call, calls, disagreements
from tests.portal.fuzzing import MARK, Asked, Log, answer, faults, requests
from tests.random_examples import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

pytestmark = pytest.mark.random
always_the_same = settings(derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def log() -> Iterator[Log]:
    """All that is logged while this module's tests run."""
    handler, root = Log(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


@settings(always_the_same, max_examples=examples(1500))
@given(asked=requests)
def test_any_request_has_an_answer_that_repeats_nothing_as_markup(app: Flask, log: Log, asked: Asked) -> None:
    log.text = ""
    assert faults(asked, answer(app, asked)) == []
    assert MARK not in log.text


@settings(always_the_same, max_examples=examples(500))
@given(call=calls)
def test_the_api_answers_as_its_document_says(app: Flask, call: Call) -> None:
    assert disagreements(call, app.test_client()) == []
