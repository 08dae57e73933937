"""What a host is, for settings and for what a visitor's ``Host`` says alike: one grammar, so that neither fails.

A name may have an underscore, which names of machines and containers often have, and a port may be left empty
(RFC 3986, 3.2.2 and 3.2.3). What says that it is encoded, and is not, is no name: whatever decodes it would fail.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

_LONGEST_NAME = 253
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII | re.IGNORECASE)
_HOST = re.compile(r"(\[[^\[\]]*\]|[^\[\]:]*)(?::([0-9]{0,5}))?")
_ENCODED = "xn--"
_HIGHEST_PORT = 65535


def is_name(text: str) -> bool:
    """Whether a text is the name of a host, or its IPv4 address."""
    return len(text) <= _LONGEST_NAME and all(_is_label(label) for label in text.split("."))


def split_host(host: str) -> tuple[str, str] | None:
    """Take a ``Host`` apart.

    Returns:
        The name in lower case, without the dot that may end it, or an IPv6 address in its brackets; and the port, empty
        where none is given. None where the text is no host.
    """
    match = _HOST.fullmatch(host)
    if match is None or not host.isascii() or int(match[2] or 0) > _HIGHEST_PORT:
        return None
    name = match[1].lower()
    if name.startswith("["):
        return (name, match[2] or "") if _is_ipv6(name[1:-1]) else None
    name = name.removesuffix(".")
    return (name, match[2] or "") if is_name(name) else None


def _is_ipv6(text: str) -> bool:
    """Whether it is an address; one with a zone is of use on one machine alone, and none in a ``Host``."""
    try:
        return IPv6Address(text).scope_id is None
    except AddressValueError:
        return False


def _is_label(label: str) -> bool:
    if not _LABEL.fullmatch(label):
        return False
    if not label.lower().startswith(_ENCODED):
        return True
    try:
        decoded = label[len(_ENCODED) :].encode("ascii").decode("punycode")
    except ValueError:
        return False
    return decoded.isprintable() and not decoded.isascii()
