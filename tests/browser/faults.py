"""What can be wrong with a page as it stands in the browser: each function returns the faults that it finds."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
ALL: dict[str, object] = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
OF_COLOURS: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""Those of all that other colours of the same page can break."""
# No rule of these asks for the style sheets, which axe-core would fetch before it begins.
RUN = """async (rules) => {
    const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"], preload: false});
    return found.violations.flatMap(each => each.nodes.map(node => `${each.id}: ${node.html} ${node.failureSummary}`));
}"""

TOO_WIDE = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll("*")]
        .filter(each => each.getBoundingClientRect().right > room + 1).map(each => each.outerHTML.slice(0, 120));
}"""

CLIPPED = """() => [...document.body.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each);
    if (style.position === "absolute" || !each.checkVisibility()) return false;
    if (each.closest("svg, input, textarea, .hidden") || each.clientWidth === 0) return false;
    const over = each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
    return over && (style.overflowX !== "visible" || each.matches("button, a"));
}).map(each => each.outerHTML.slice(0, 120))"""

SMALL_CONTROLS = """([selector, least]) => [...document.querySelectorAll(selector)]
    .filter(each => each.checkVisibility() && !each.closest(".hidden"))
    .filter(each => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < least - .5)
    .map(each => `${each.outerHTML.slice(0, 100)} ${JSON.stringify(each.getBoundingClientRect())}`)"""

# WCAG 2.5.8: 24 pixels, unless the link stands in a sentence
SMALL_LINKS = """() => [...document.querySelectorAll("a[href]")].filter(each => {
    if (!each.checkVisibility() || each.closest(".skip")) return false;
    const around = [...each.parentNode.childNodes]
        .filter(node => node !== each && node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join("");
    const size = each.getBoundingClientRect();
    return !around && Math.min(size.width, size.height) < 24;
}).map(each => `${each.outerHTML.slice(0, 100)} in ${each.parentNode.outerHTML.slice(0, 60)}`)"""


# A run of letters is no word where it is a part of an address; where a word may break, another run begins.
BROKEN_WORDS = r"""() => {
    document.documentElement.style.hyphens = "manual";  // whatever dictionaries this browser has
    const faults = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const node = texts.currentNode, around = node.parentElement;
        if (!around.checkVisibility() || around.closest(".hidden, .code, .address, textarea")) continue;
        for (const word of node.data.matchAll(/(?<![\p{L}.@\/])\p{L}{8,}(?![\p{L}@]|[.\/]\p{L})/gu)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].filter(each => each.width).map(each => each.top));
            if (lines.size > 1) faults.push(`${word[0]} in ${around.outerHTML.slice(0, 100)}`);
        }
    }
    return faults;
}"""


def _told(page: Page, script: str, *arguments: Any) -> list[str]:  # noqa: ANN401  (whatever the script takes)
    return [str(fault) for fault in page.evaluate(script, *arguments)]


def broken_words(page: Page) -> list[str]:
    """Words that break in the middle, with no hyphen."""
    return _told(page, BROKEN_WORDS)


def violations(page: Page) -> list[str]:
    """What axe-core finds."""
    return _found_by_axe(page, ALL)


def wrong_colours(page: Page) -> list[str]:
    """What axe-core finds in other colours on a page in which it has looked for all else."""
    return _found_by_axe(page, OF_COLOURS)


def _found_by_axe(page: Page, rules: dict[str, object]) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):  # half a megabyte, which a page is given once
        page.evaluate(AXE)
    return _told(page, RUN, rules)


def too_wide(page: Page) -> list[str]:
    """What lies beside the window, so that one would have to scroll sideways."""
    return _told(page, TOO_WIDE)


def clipped(page: Page) -> list[str]:
    """What does not show all of its text."""
    return _told(page, CLIPPED)


def clipped_or_too_wide(page: Page) -> list[str]:
    """What is lost of a page whose text takes more room."""
    return clipped(page) + too_wide(page)


def small_controls(page: Page, selector: str, least: int) -> list[str]:
    """Controls that are narrower or lower than so many pixels."""
    return _told(page, SMALL_CONTROLS, [selector, least])


def small_links(page: Page) -> list[str]:
    """Links that stand alone and are too small to be hit."""
    return _told(page, SMALL_LINKS)


def out_of_reach(page: Page, *ends: Locator) -> list[str]:
    """Fail where one of these cannot be brought into view; there is then nothing else to tell."""
    for end in ends:
        end.scroll_into_view_if_needed()
        expect(end).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    return []
