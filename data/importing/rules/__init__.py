"""The rules of recognition: data, one file per stage, each rule with the reason why it holds for any document.

A file is TOML of ``[[rule]]`` tables. What a rule has beside `id` and `why` is for its stage to say (a subclass of
`Rule`); nothing in it may be a name, a number or a wording of a single document.
"""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import TypeVar

import msgspec


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule: what it is called where a fact names it, and why it holds."""

    id: str
    why: str


_R = TypeVar("_R", bound=Rule)


@functools.cache
def rules(stage: str, type_: type[_R]) -> tuple[_R, ...]:
    """The rules of a stage, in the order of its file.

    Raises:
        msgspec.ValidationError: If a rule lacks its reason, or has a key that the stage does not know.
    """
    listed = tomllib.loads(files(__package__).joinpath(f"{stage}.toml").read_text("utf-8"))["rule"]
    return tuple(msgspec.convert(listed, list[type_]))  # type: ignore[valid-type]
