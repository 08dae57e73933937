"""Breaks things on purpose, many times over, and prints figures: ``python -m tests.soak.faults``.

The quick versions are in tests/index/test_generation.py, tests/portal/test_health.py, test_current_live.py and
test_command_faults.py. Exit status 1 where an answer was wrong or something was left behind.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from data.checks import load_checked
from index import generation
from index.build.builder import build
from portal.app import create_app
from portal.settings import Settings
from tests.soak.killing import kill_builders
from tests.soak.visitors import a_port, variants
from tests.support import copy_example, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.soak.visitors import Variant

KILLS = 200
DAMAGES = 100
FILLINGS = 10
"""Free space during a build, from next to nothing to nearly enough, in so many steps."""
_FULL = "disken är full"


def main() -> int:
    """Run everything; 0 where nothing was lost."""
    parser = argparse.ArgumentParser(description="Break things on purpose, and print figures.")
    parser.add_argument("--kills", type=int, default=KILLS, help=f"builders to kill ({KILLS})")
    parser.add_argument("--seed", type=int, default=1, help="of moments and places (1)")
    options = parser.parse_args()
    logging.getLogger("portal.services.current").setLevel(
        logging.CRITICAL
    )  # a line for each damage, which is counted below
    with TemporaryDirectory() as name:
        folder, port = Path(name), a_port()
        (description,) = load_checked(copy_example(folder / "data")).descriptions
        right = variants(description, folder / "right", 4, port)
        good = [
            _killing(folder, right, port, options.kills, options.seed),
            _damaging(folder / "damage", right, port, options.seed),
            _filling(folder),
        ]
    return 0 if all(good) else 1


def _killing(folder: Path, right: list[Variant], port: int, times: int, seed: int) -> bool:
    began = time.monotonic()
    figures = kill_builders(folder, right, port, times, seed)
    _say(
        f"builders killed at work: {figures.kills} (and {figures.too_late} that had ended before their kill)",
        f"  that left work half done: {figures.half_done}; that had already switched: {figures.switched}",
        f"  a whole build takes {figures.length:.2f} s; in all {time.monotonic() - began:.0f} s",
        f"  after which the current generation was not whole: {figures.half_current}",
        f"  left behind after the next build: {', '.join(figures.leftovers) or 'nothing'}",
        f"answers meanwhile: {figures.answers} right, {len(figures.wrong)} wrong or missing",
        *(f"  {wrong}" for wrong in figures.wrong[:10]),
    )
    return not (figures.wrong or figures.half_current or figures.leftovers)


def _damaging(root: Path, right: list[Variant], port: int, seed: int) -> bool:
    """Spoil any file of the current generation, anywhere, and start a worker beside it."""
    chance, undetected, unserved = random.Random(seed), 0, 0  # noqa: S311  (places, not secrets)
    before, now = right[:2]
    build(root, [before.description])
    folder = build(root, [now.description])
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    (path, tag), body = next(iter(before.answers.items()))
    for _ in range(DAMAGES):
        victim = chance.choice(files)
        content = victim.read_bytes()
        place = chance.randrange(len(content))
        flipped = bytes([content[place] ^ 1 << chance.randrange(8)])
        victim.write_bytes(content[:place] + chance.choice((b"", flipped + content[place + 1 :])))
        visitor = create_app(Settings(generations=root)).test_client()
        ready = visitor.get("/readyz").get_json()
        reply = visitor.get(path, base_url=f"http://127.0.0.1:{port}")
        undetected += folder.name not in str(ready.get("reason"))
        unserved += (ready.get("generation"), reply.headers.get("ETag", ""), reply.data) != (before.digest, tag, body)
        victim.write_bytes(content)
    _say(
        f"damaged at random places of {len(files)} files: {DAMAGES}",
        f"  not found at opening: {undetected}; not answered rightly by the generation before: {unserved}",
    )
    return not (undetected or unserved)


def _filling(folder: Path) -> bool:
    """Let a small disk be full at many points of a build."""
    guidance = folder / "data" / "descriptions" / "exempel-namnd" / "vagledning.toml"
    with _small_disk(folder / "disk") as disk:
        if disk is None:
            _say("a full disk: no small disk may be mounted here; the tests do it by limiting the length of files")
            return True
        settings = {"data": folder / "data", "generations": disk / "generations", "translations": folder / "none"}
        assert run("index", **settings).returncode == 0
        old, size = generation.current(disk / "generations"), _used(disk)
        assert old is not None
        before = {path.name for path in (disk / "generations").iterdir()}
        guidance.write_text(guidance.read_text(encoding="utf-8").replace('svar = "', 'svar = "Nytt: ', 1), "utf-8")
        refused = kept = 0
        for step in range(FILLINGS):
            ballast = disk / "ballast"
            ballast.write_bytes(bytes(os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - size * step // FILLINGS))
            done = run("index", **settings)
            refused += done.returncode == 1 and _FULL in done.stderr and "Traceback" not in done.stderr
            left = {path.name for path in (disk / "generations").iterdir()}
            kept += generation.current(disk / "generations") == old and generation.is_whole(old) and left == before
            ballast.unlink()
        mended = run("index", **settings).returncode == 0
    _say(
        f"builds on a full disk: {FILLINGS}",
        f"  refused with a sentence: {refused}; old generation whole and nothing left behind: {kept}",
        f"  built once there was room again: {'yes' if mended else 'no'}",
    )
    return refused == kept == FILLINGS and mended


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A file system of 16 MB in memory; None where we may not make one."""
    folder.mkdir(mode=0o700)
    mount, umount = shutil.which("mount"), shutil.which("umount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=16m,mode=0700", "tmpfs", str(folder)]
    if not mount or not umount or subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603  (our own words)
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run([umount, str(folder)], check=True)  # noqa: S603  (our own words)


def _used(disk: Path) -> int:
    found = os.statvfs(disk)
    return (found.f_blocks - found.f_bfree) * found.f_frsize


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
