"""A page is loaded once and looked at in many ways: a window, colours, spacing and paper change without a new load.

What a script decides when a page loads is not decided anew by this. Only the desk's script asks then how wide the
window is (`matchMedia` in `portal/static/desk.js`), so its pages are loaded again for narrow windows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import Page, ViewportSize

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

SCREEN: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
MAGNIFIED: ViewportSize = {"width": 320, "height": 256}
"""1280 × 1024 pixels at 400 %."""

# WCAG 1.4.12, set as a visitor's own style sheet is: past the page's policy
SPACE_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; "
        + "word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
_STAND = """([isSpaced, isUnfolded]) => {
    document.adoptedStyleSheets = [];
    for (const each of document.querySelectorAll("details[data-unfolded]")) {
        each.open = false;
        each.removeAttribute("data-unfolded");
    }
    scrollTo(0, 0);
    if (isSpaced) (SPACE_OUT)();
    for (const each of isUnfolded ? document.querySelectorAll("details:not([open])") : []) {
        each.open = true;
        each.setAttribute("data-unfolded", "");
    }
}""".replace("SPACE_OUT", SPACE_OUT)


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a page, and what must not be found.

    Attributes:
        fact: What holds, as a sentence.
        faults: Finds what contradicts it on the page as it stands.
        window: The size of the window.
        scheme: The colours that the visitor's system asks for.
        media: On a screen or on paper.
        spaced: Whether the visitor spaces text widely.
        unfolded: Whether all that folds is unfolded.
        kinds: The kinds of pages that it holds for; all, where there are none.
    """

    fact: str
    faults: Callable[[Page], list[str]]
    window: ViewportSize
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    spaced: bool = False
    unfolded: bool = False
    kinds: Collection[str] = ()

    def prepare(self, page: Page, before: Look | None) -> None:
        """Make the page stand as it is to be looked at.

        Args:
            page: The page, on which nothing else has set a window, colours or paper since it was looked at before.
            before: How that was; None where it was not.
        """
        if before is None or before.window != self.window:
            page.set_viewport_size(self.window)
        if before is None or (before.scheme, before.media) != (self.scheme, self.media):
            page.emulate_media(color_scheme=self.scheme, media=self.media)
        page.evaluate(_STAND, [self.spaced, self.unfolded])


def look(page: Page, kind: str, looks: Iterable[Look], subtests: pytest.Subtests) -> None:
    """Look at a loaded page in every way that is meant for its kind; each way is a subtest, named by its fact."""
    before = None
    for way in looks:
        if way.kinds and kind not in way.kinds:
            continue
        with subtests.test(msg=way.fact):
            way.prepare(page, before)
            before = way
            faults = way.faults(page)
            assert not faults, "\n".join((way.fact, *faults))
