"""Settings, typed, read from the environment once when the program starts."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import TYPE_CHECKING

from portal.hosts import is_name, split_host

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST_WAIT = 3600
"""Seconds: a screen that keeps a visitor's page for longer does not clear itself."""
_LONGEST_ADDRESS = 120
"""Characters of the public address: it stands in every QR code, which a telephone must be able to read."""
_MOST_PROXIES = 10
Proxies = int | tuple[IPv4Network | IPv6Network, ...]
"""How many proxies stand before the server, or which addresses the one before it may have."""
_CHECKOUT = Path(__file__).resolve().parent.parent


class SettingsError(Exception):
    """A setting has a value that cannot be used; the message, in Swedish, says which and what to write."""


@dataclass(frozen=True)
class Settings:
    """Everything that can be set from outside, by environment variables named ``VAGVISAREN_`` and the field.

    Attributes:
        data: The folder with ``descriptions/``, and what a place says of itself.
        translations: The folder with the gettext catalogues that come with the code; a place has its own in `data`.
        generations: Where built indexes lie; made at the first build.
        workers: Worker processes of the server. Two: a request is answered while another computes.
        public_url: The portal's own address, e.g. ``https://vagvisaren.example``, for links that must be
            whole (canonical links, sitemap, feeds, QR codes). Empty: taken from each request.
        hosts: Names that visitors may call the portal by; where none are given, any will do.
        proxies: Who is believed about the visitor's scheme (`portal.web.gate.BehindProxy`); nobody by default.
        kiosk_idle: Seconds without a touch or a key before a kiosk asks whether anyone is there.
        kiosk_warning: Seconds it then waits for an answer before everything is cleared.
        kiosk_hosts: Hosts whose addresses may be links on a kiosk, e.g. ``www.norrkoping.se``.
    """

    data: Path = _CHECKOUT / "data"
    translations: Path = _CHECKOUT / "translations"
    generations: Path = _CHECKOUT / "var" / "generations"
    workers: int = 2
    public_url: str = ""
    hosts: frozenset[str] = frozenset()
    proxies: Proxies = 0
    kiosk_idle: int = 240
    kiosk_warning: int = 30
    kiosk_hosts: frozenset[str] = frozenset()

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            environment: Environment variables; the process's own where none are given.

        Raises:
            SettingsError: A variable has an impossible value, or a name that is no setting.
        """
        variables = os.environ if environment is None else environment
        # A variable that is set to nothing is not set: that is how Compose files and unit files leave one out.
        given = {key: value for key, value in variables.items() if key.startswith("VAGVISAREN_") and value}
        known = {f"VAGVISAREN_{field.name.upper()}" for field in fields(cls)}
        for key in sorted(given.keys() - known):
            raise SettingsError(f"Inställningen {key} finns inte. Välj bland: {', '.join(sorted(known))}.")
        return cls(
            data=Path(given.get("VAGVISAREN_DATA", cls.data)).resolve(),
            translations=Path(given.get("VAGVISAREN_TRANSLATIONS", cls.translations)).resolve(),
            generations=Path(given.get("VAGVISAREN_GENERATIONS", cls.generations)).resolve(),
            workers=_whole_number(given, "VAGVISAREN_WORKERS", cls.workers, 1, 64),
            public_url=_address(given, "VAGVISAREN_PUBLIC_URL"),
            hosts=_hosts(given, "VAGVISAREN_HOSTS"),
            proxies=_proxies(given, "VAGVISAREN_PROXIES"),
            kiosk_idle=_whole_number(given, "VAGVISAREN_KIOSK_IDLE", cls.kiosk_idle, 1, _LONGEST_WAIT),
            kiosk_warning=_whole_number(given, "VAGVISAREN_KIOSK_WARNING", cls.kiosk_warning, 1, _LONGEST_WAIT),
            kiosk_hosts=_hosts(given, "VAGVISAREN_KIOSK_HOSTS"),
        )


def _whole_number(given: Mapping[str, str], key: str, default: int, lowest: int, highest: int) -> int:
    text = given.get(key, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", text) or not lowest <= int(text) <= highest:
        raise SettingsError(f"{key} är ”{text}” men ska vara ett heltal från {lowest} till {highest}.")
    return int(text)


def _address(given: Mapping[str, str], key: str) -> str:
    text = given.get(key, "").rstrip("/")
    scheme, _slashes, host = text.partition("://")
    if text and (scheme not in {"http", "https"} or split_host(host) is None):
        raise SettingsError(f"{key} är ”{text}” men ska vara en adress utan sökväg, t.ex. https://vagvisaren.example.")
    if len(text) > _LONGEST_ADDRESS:
        raise SettingsError(
            f"{key} är {len(text)} tecken lång. Välj en adress på högst {_LONGEST_ADDRESS}: den ska rymmas i en QR-kod."
        )
    return text


def _hosts(given: Mapping[str, str], key: str) -> frozenset[str]:
    names = [name.strip().lower() for name in given.get(key, "").split(",") if name.strip()]
    for name in names:
        if not is_name(name):
            raise SettingsError(
                f"{key} har värdet ”{name}” men ska vara värdnamn med komma emellan, t.ex. www.norrkoping.se."
            )
    return frozenset(names)


def _proxies(given: Mapping[str, str], key: str) -> Proxies:
    text = given.get(key, "0")
    if re.fullmatch(r"[0-9]{1,2}", text) and int(text) <= _MOST_PROXIES:
        return int(text)
    try:
        return tuple(ip_network(part.strip()) for part in text.split(","))
    except ValueError:
        raise SettingsError(
            f"{key} är ”{text}” men ska vara ett antal från 0 till {_MOST_PROXIES} eller adresser med komma emellan, "
            "t.ex. 127.0.0.1."
        ) from None
