"""Files that change under a running server change nothing of it: code and templates are of one version together."""

from __future__ import annotations

import os
import shutil
import signal
import time
from typing import TYPE_CHECKING

from flask import Flask

from portal.pages.templates import read_templates
from tests.support import GUNICORN, REPOSITORY, free_port, serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import Server

PATIENCE = 30.0


def test_a_template_stays_as_it_was_when_it_was_read(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "page.html").write_text("old {% include 'part.html' %}")
    (tmp_path / "part.html").write_text("part")
    app = Flask("any")
    app.jinja_env.loader = read_templates(tmp_path)
    shutil.rmtree(tmp_path / "parts")
    (tmp_path / "part.html").write_text("{{ new.part }}")
    assert app.jinja_env.get_template("parts/page.html").render() == "old part"


def _workers(server: Server) -> list[int]:
    """The processes of a server's workers."""
    with open(f"/proc/{server.process.pid}/task/{server.process.pid}/children", encoding="ascii") as children:  # noqa: PTH123  (of the kernel's)
        return [int(pid) for pid in children.read().split()]


def test_a_worker_that_is_started_anew_amidst_an_upgrade_is_as_old_as_the_others(
    tmp_path: Path, small_generations: Path
) -> None:
    checkout = tmp_path / "checkout"
    for package in ("data", "index", "portal", "translations"):
        shutil.copytree(REPOSITORY / package, checkout / package)
    port = free_port()
    arguments = (*GUNICORN, "--bind", f"127.0.0.1:{port}")
    with serving(arguments, port, tmp_path / "output", checkout, generations=small_generations) as server:
        entry = "/exempel-namnd/sokmedel/ladan"
        before = server.get(entry)
        (checkout / "portal" / "templates" / "pages" / "entry.html").write_text("{{ page.nytt_i_nasta_version }}")
        (checkout / "portal" / "pages" / "guide.py").write_text("raise ImportError")
        (checkout / "portal" / "static" / "portal.css").unlink()
        (killed,) = _workers(server)
        os.kill(killed, signal.SIGKILL)
        deadline = time.monotonic() + PATIENCE
        while killed in _workers(server) or not _workers(server):
            assert time.monotonic() < deadline, server.written()
            time.sleep(0.05)
        assert server.get(entry) == before
        assert server.get("/begar-ut")[0] == 200
