"""Who has reviewed an answer is told by role, never by name: whether what stands there is somebody's name."""

from __future__ import annotations

import re

_PERSON = re.compile(r"\b[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?\s+(?:von |af )?[A-ZÅÄÖ][a-zåäöéü-]+\s*$")
"""A first name and a surname, at the end of what is said: a role ends in no two capitals."""


def name_in(reviewer: str) -> bool:
    """Whether a part of what stands there, between commas, ends as a person's name does."""
    return any(map(_PERSON.search, reviewer.split(",")))
