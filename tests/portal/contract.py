"""The API held against its own OpenAPI document by Schemathesis, in process.

For `tests.portal.test_schemathesis` and, with many more examples, `tests.soak.contract`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Flask
    from schemathesis.engine.recorder import ScenarioRecorder


@dataclass(slots=True)
class Tried:
    """What came of a run: the cases of each operation by the status of their answer, and the faults, each once."""

    statuses: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    faults: dict[str, str] = field(default_factory=dict)

    def cases(self) -> int:
        """How many cases were tried."""
        return sum(sum(counts.values()) for counts in self.statuses.values())


def live_document(app: Flask) -> dict[str, Any]:
    """The document as it is served."""
    document: dict[str, Any] = app.test_client().get("/api/v1/openapi.json").get_json()
    return document


def try_document(app: Flask, document: Mapping[str, Any], examples: int, seed: int) -> Tried:
    """Let Schemathesis hold the application against a document, with every check and phase that it has.

    Args:
        app: What answers.
        document: What it is held against.
        examples: How many cases are drawn for each operation, and how many walks through them; those that follow
            from the document alone (each value of an enumeration, each side of a limit) come on top.
        seed: Decides what is drawn.
    """
    schema = schemathesis.openapi.from_dict(dict(document), config=_config(examples, seed))
    schema.app = app
    tried = Tried()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            _note(tried, event.recorder)
        elif isinstance(event, events.NonFatalError):
            tried.faults[event.label] = str(event.value)
        elif isinstance(event, events.FatalError):
            raise event.exception
    return tried


def _config(examples: int, seed: int) -> SchemathesisConfig:
    return SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "continue-on-failure": True,
            # Schemathesis asks for gzip but, in process, does not unpack it.
            "headers": {"Accept-Encoding": "identity"},
            # What was learned of an earlier run would make this one another.
            "cache": {"enabled": False},
            "generation": {"max-examples": examples, "deterministic": True, "database": "none"},
            # The contract refuses a parameter that comes twice, except a filter.
            "phases": {"coverage": {"generate-duplicate-query-parameters": True}},
        }
    )


def _note(tried: Tried, recorder: ScenarioRecorder) -> None:
    for name, interaction in recorder.interactions.items():
        operation = recorder.cases[name].value.operation.label
        response = interaction.response
        tried.statuses[operation][response.status_code if response else 0] += 1
        for check in recorder.checks.get(name, []):
            if check.status is Status.FAILURE and check.failure_info is not None:
                message = check.failure_info.failure.message
                asked = f"{interaction.request.method} {interaction.request.uri}"
                tried.faults.setdefault(f"{check.name}, {operation}", f"{message}\n{asked}")
