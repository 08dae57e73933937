"""Gunicorn's settings. Each limit has its reason; docs/decisions/0005-process.md tells the choice of worker."""

from __future__ import annotations

import resource
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from werkzeug.test import Client

from portal.languages import LANGUAGES
from portal.server import terminal
from portal.server.logger import PrivateLogger
from portal.settings import Settings

if TYPE_CHECKING:
    from socket import socket
    from wsgiref.types import WSGIApplication

    from gunicorn.workers.base import Worker

terminal.prepare()
_settings = Settings.read()
FIRST_ASKED = (
    *("/sok?q=protokoll", "/kiosk/sok?q=protokoll", "/telefon/sok?q=protokoll"),
    *("/saknas", "/"),
    *(f"/api/v1/suggest?q=p&lang={language}" for language in LANGUAGES),
)
"""What a worker asks itself, so that no visitor waits for templates to be compiled and lists to be read."""
_OTHER_FILES = 100
"""Files that a worker has open beside its connections: an index, and a newer one."""
_FIRST = 1
"""The age of the first worker of a server: those that are started later say nothing more."""
_HOST = min(_settings.hosts, default="localhost")

wsgi_app = "portal.app:create_app()"
logger_class = PrivateLogger
accesslog = "-"
errorlog = "-"
loglevel = "info"

workers = _settings.workers
worker_class = "portal.server.worker.QuietWorker"  # an idle or slow connection costs no thread
# A connection is an open file, and a shell lets a program have a thousand: as many as the system allows are asked for.
_most_files = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (_most_files, _most_files))
# Per worker; an idle one costs 11 kB. Past nine tenths who is idle longest gives way (portal/server/idle.py).
worker_connections = min(4000, _most_files - _OTHER_FILES) if _most_files > 0 else 4000
backlog = 4096  # of those who come at once, in the kernel's queue: who finds no room there tries again after a second
# Code, templates and static files are read once, before the first worker: one that is started anew, perhaps amidst an
# upgrade, is as old as the others. Each worker opens the index itself: no open file is shared across a fork.
preload_app = True
timeout = 30  # a worker that has not answered the arbiter for so long is hung
graceful_timeout = 10  # time to finish what is under way when the server is told to stop
keepalive = 5  # a page's own requests share a connection; a reader does not hold one

limit_request_line = 8190  # the contract's longest address
limit_request_fields = 50  # a browser sends some twenty
limit_request_field_size = 8190

forwarded_allow_ips = ""  # gunicorn believes no proxy: whom to believe is decided in one place, portal/web/gate.py
control_socket_disable = True  # a way in that nobody here uses
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  (heartbeats must not wait for a disk)


def post_worker_init(worker: Worker) -> None:
    """Open the index and compile the templates before the first visitor, and then say where the portal answers."""
    client = Client(cast("WSGIApplication", worker.wsgi))
    for path in FIRST_ASKED:
        client.get(path, headers={"Host": _HOST}).close()
    if worker.age == _FIRST:
        with suppress(
            OSError
        ):  # nobody reads it, or the disk that it goes to is full: visitors are answered all the same
            for listener in worker.sockets:
                print(f"Vägvisaren svarar på {_address(listener)} (avsluta med Ctrl-C)", flush=True)  # noqa: T201  (to who started it)


def _address(listener: socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
