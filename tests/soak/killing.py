"""Builders that are killed at random moments, while visitors ask the server."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from data.model import Description
from index import generation
from index.build.builder import build
from tests.soak.visitors import Visitors, gunicorn

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

    from tests.soak.visitors import Variant

_AT_THE_END = 0.8
"""From here on every other kill: there the new generation is verified, renamed and switched to."""
_LONGER, _SHORTER = 1.01, 0.97
"""How the time that a build is thought to take follows what it does take under load: one of four kills is too late."""


@dataclass(slots=True)
class Figures:
    """What came of it.

    Attributes:
        kills: Builders that were killed at work.
        too_late: Builders that had ended before their kill.
        half_done: Kills that left work behind.
        switched: Kills after the new generation had become current, before the old one was cleared.
        half_current: Moments after a kill when the current generation was not whole.
        answers: Right answers that visitors got.
        wrong: What they were not answered, or not rightly.
        leftovers: What the last build, which was let be, did not clear.
        length: Seconds that a whole build takes under load, as thought last.
    """

    kills: int = 0
    too_late: int = 0
    half_done: int = 0
    switched: int = 0
    half_current: int = 0
    answers: int = 0
    wrong: tuple[str, ...] = ()
    leftovers: tuple[str, ...] = ()
    length: float = 0.0


def kill_builders(
    folder: Path, right: list[Variant], port: int, times: int, seed: int = 1, pause: float = 0.0
) -> Figures:
    """Kill builders of the variants, `times` of them, under the questions of visitors.

    Args:
        folder: Where generations and the server's output go.
        right: Two variants more than are kept, so that there is always one to build.
        port: Where the server listens.
        times: How many builders are killed at work.
        seed: Of the moments.
        pause: Seconds that a visitor waits before the next question.
    """
    root, figures, chance = folder / "generations", Figures(), random.Random(seed)  # noqa: S311  (moments, not secrets)
    for variant in right[:2]:  # the first starts the process that the others are forked from
        began = time.monotonic()
        _run(root, variant).join()
        figures.length = 2 * (time.monotonic() - began)  # it will have to share the processors
    with gunicorn(root, port, folder / "output"), Visitors(port, right, pause=pause) as visitors:
        while figures.kills < times:
            variant = chance.choice(_missing(root, right))
            earliest = _AT_THE_END if figures.kills % 2 else 0.0
            killed = _kill(root, variant, chance.uniform(earliest, 1) * figures.length, figures)
            figures.length *= _LONGER if killed else _SHORTER
        last = _missing(root, right)[0]
        _run(root, last).join()
        visitors.wait_for(last.digest)
    figures.answers, figures.wrong = visitors.answered.total(), tuple(visitors.wrong)
    expected = {
        "current",
        *(".lock", ".published"),
        last.digest,
        *(path.name for path in generation.others(root)[: generation.KEPT - 1]),
    }
    figures.leftovers = tuple({path.name for path in root.iterdir()} ^ expected)
    return figures


def _missing(root: Path, right: list[Variant]) -> list[Variant]:
    """What there is to build; all where everything is there, since builders were killed before they cleared up."""
    return [each for each in right if not (root / each.digest).exists()] or right


def _kill(root: Path, variant: Variant, after: float, figures: Figures) -> bool:
    process = _run(root, variant)
    process.join(after)
    process.kill()
    process.join()
    killed, now = process.exitcode == -signal.SIGKILL, generation.current(root)
    if killed:
        figures.kills += 1
        figures.half_done += bool(list(root.glob(".building-*")))
        figures.switched += now is not None and now.name == variant.digest
    else:
        assert process.exitcode == 0
        figures.too_late += 1
    figures.half_current += now is None or not generation.is_whole(now)
    return killed


def _run(root: Path, variant: Variant) -> ForkServerProcess:
    """A builder as a process of its own, forked from one that has built before, and has no threads."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.soak.built_once"])
    process = context.Process(target=_build, args=(root, msgspec.json.encode(variant.description)))
    process.start()
    return process


def _build(root: Path, description: bytes) -> None:
    build(root, [msgspec.json.decode(description, type=Description)])
