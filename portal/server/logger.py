"""A gunicorn logger that writes one JSON line a request and knows no visitor.

Gunicorn's own prints the visitor's address for a malformed request and the whole address, query included,
when a request fails. Here a worker's messages about requests are replaced by fixed sentences.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from gunicorn.glogging import Logger

from portal.server import ROUTE
from portal.server.redaction import describe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from gunicorn.config import Config


class PrivateLogger(Logger):
    """Logs status, route and time of a request, and nothing about who asked what."""

    def __init__(self, cfg: Config) -> None:
        """Remember which process is the arbiter: what it logs is about workers, not about requests."""
        super().__init__(cfg)
        self._arbiter = os.getpid()

    def access(self, resp: object, _req: object, environ: Mapping[str, object], request_time: timedelta) -> None:
        """Write the request's line."""
        status = int(str(getattr(resp, "status", "0")).split()[0])
        self._write(environ.get(ROUTE, ""), status, round(request_time.total_seconds() * 1000, 1))

    def unread(self, status: int) -> None:
        """Write the line of a request that was refused before there was a request; it took no time worth telling."""
        self._write("", status, 0.0)

    def _write(self, route: object, status: int, milliseconds: float) -> None:
        line = {"time": self.now(), "route": route, "status": status, "ms": milliseconds}
        self.access_log.info("%s", json.dumps(line))

    def debug(self, msg: object, *args: object, **kwargs: Any) -> None:  # noqa: ANN401  (logging's own)
        """Tell who develops; of a worker nothing, whatever level is set: gunicorn's lines for that quote requests."""
        if os.getpid() == self._arbiter:
            super().debug(msg, *args, **kwargs)

    def warning(self, msg: object, *args: object, **kwargs: Any) -> None:  # noqa: ANN401  (logging's own)
        """Warn; in a worker a warning is about a request, whose details stay out."""
        if os.getpid() == self._arbiter:
            super().warning(msg, *args, **kwargs)
        else:
            super().warning("a request was refused before it was read")

    def exception(self, msg: object, *args: object, **kwargs: Any) -> None:  # noqa: ANN401  (logging's own)
        """Log a failure by type and place in the code."""
        if os.getpid() == self._arbiter:
            super().exception(msg, *args, **kwargs)
        else:
            super().error("a request failed: %s", describe(sys.exc_info()[1]))
