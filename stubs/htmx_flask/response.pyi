from typing import Any, Literal

from flask import Response

def make_response(
    *args: Any,
    location: str | dict[str, Any] | None = None,
    push_url: str | Literal[False] | None = None,
    redirect: str | None = None,
    refresh: bool = False,
    replace_url: str | Literal[False] | None = None,
    reswap: str | None = None,
    retarget: str | None = None,
    trigger: str | dict[str, Any] | None = None,
    trigger_after_settle: str | dict[str, Any] | None = None,
    trigger_after_swap: str | dict[str, Any] | None = None,
) -> Response: ...
