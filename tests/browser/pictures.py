"""The pictures of README.md, taken of the portal as it is: ``make pictures``."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, NamedTuple

from tests.browser.chromium import NAMES, find_chromium, running_chromium
from tests.browser.kinds import KINDS
from tests.support import REPOSITORY, free_port, serving

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

FOLDER = REPOSITORY / "docs" / "pictures"
HEAVIEST = 150_000
"""Bytes of a picture: it is fetched by everyone who reads the README."""

SCREEN: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
KIOSK: ViewportSize = {"width": 1080, "height": 1920}


class Picture(NamedTuple):
    """A page, and how it is looked at."""

    path: str
    viewport: ViewportSize = SCREEN
    scheme: Literal["light", "dark"] = "light"
    scale: float = 0.75  # as wide as a README is shown


PICTURES = {
    "start": Picture(KINDS["start"]),
    "svar": Picture("/sok?q=var+hittar+jag+protokoll"),
    "post": Picture(KINDS["record-type"]),
    "telefon": Picture("/sok?q=var+hittar+jag+protokoll", PHONE, "dark", 1),
    "kiosk": Picture("/kiosk/", KIOSK, scale=0.45),
    "kiosk-ar": Picture("/kiosk/ar/", KIOSK, scale=0.45),
    "telefonen": Picture("/telefon/sok?q=min+gamla+personalakt"),
}


def main() -> int:
    """Serve the checkout's data, and take every picture."""
    chromium = find_chromium()
    if chromium is None:
        print(
            f"Ingen Chromium hittades ({', '.join(NAMES)}). Debian: chromium-headless-shell",
            file=sys.stderr,
        )
        return 1
    FOLDER.mkdir(exist_ok=True)
    port = free_port()
    with (
        TemporaryDirectory() as folder,
        serving(
            ["portal", "serve", "--port", str(port)],
            port,
            Path(folder) / "output",
            generations=Path(folder) / "generations",
        ),
        running_chromium(chromium) as browser,
    ):
        for name, picture in PICTURES.items():
            page = browser.new_page(
                base_url=f"http://127.0.0.1:{port}",
                viewport=picture.viewport,
                color_scheme=picture.scheme,
                device_scale_factor=picture.scale,
                locale="sv-SE",
            )
            page.goto(picture.path)
            taken = page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
            print(f"docs/pictures/{name}.png  {len(taken):,} byte")
            if len(taken) > HEAVIEST:
                print(f"{name}.png är tyngre än {HEAVIEST:,} byte.", file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
