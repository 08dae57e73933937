"""How an element looks, by its styles and the page's simple rules: enough to know bold, size, hidden, Word's marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.importing.reading.html.tree import Element

_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9:]*)?(?:\.(?P<name>[A-Za-z_][\w-]*))?")
_TO_POINTS = {"pt": 1.0, "px": 0.75}
_SIZE = re.compile(r"([\d.]{1,8})(pt|px)")
_LONGEST = 500_000
_UNSEEN_CLASS = re.compile(r"(?:^|[\s_-])(?:sr|screen-?reader|visually-?hidden|assistive|off-?screen)(?:$|[\s_-])")
"""What frameworks call words that only a screen reader says; a page's own style sheets are not in the file."""
_AWAY = re.compile(r"-\d{3,}|-9\d\dem")


@dataclass(frozen=True, slots=True)
class Style:
    """What is known of an element's look; ``None`` where it says nothing of its own."""

    bold: bool | None = None
    size: float = 0.0
    capitals: bool = False
    centred: bool = False
    hidden: bool = False
    unseen: bool = False
    name: str = ""
    list_mark: str = ""
    part: str = ""


class Looks:
    """The styles of one page."""

    def __init__(self, styles: str) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        for selector, body in _rules(styles[:_LONGEST]):
            for each in selector.split(","):
                found = _SELECTOR.fullmatch(each.strip())
                if found and (found["tag"] or found["name"]):
                    key = ((found["tag"] or "").casefold(), (found["name"] or "").casefold())
                    self._rules.setdefault(key, {}).update(_declarations(body))
        self._known: dict[tuple[str, str, str, str], Style] = {}

    def of(self, element: Element) -> Style:
        """An element's own style: of its tag, its classes and its style attribute."""
        key = (element.tag, element.get("class"), element.attributes.get("style", ""), element.get("align"))
        if key not in self._known:
            self._known[key] = self._made(*key)
        style = self._known[key]
        if "hidden" in element.attributes or (element.get("aria-hidden") == "true"):
            return Style(style.bold, style.size, style.capitals, style.centred, hidden=True, unseen=style.unseen)
        return style

    def _made(self, tag: str, classes: str, inline: str, align: str) -> Style:
        said: dict[str, str] = {}
        for key in ((tag, ""), *(pair for name in classes.split() for pair in (("", name), (tag, name)))):
            said.update(self._rules.get(key, {}))
        said.update(_declarations(inline))
        weight = said.get("font-weight", "")
        size = _SIZE.fullmatch(said.get("font-size", ""))
        bold = None if not weight else weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= 600)
        away = _AWAY.match(said.get("left", "") + said.get("text-indent", "").partition("pt")[0])
        return Style(
            bold=True if bold is None and tag in {"b", "strong"} else bold,
            size=float(size[1]) * _TO_POINTS[size[2]] if size and size[1].count(".") < 2 and size[1] != "." else 0.0,
            capitals=said.get("text-transform") == "uppercase",
            centred="center" in {said.get("text-align"), align},
            hidden=said.get("display") == "none" or said.get("visibility") == "hidden" or said.get("mso-hide") == "all",
            unseen="clip" in said or bool(away) or _UNSEEN_CLASS.search(classes) is not None,
            name=said.get("mso-style-name", "").strip("\"'").rpartition("\\,")[2],
            list_mark=said.get("mso-list", ""),
            part=said.get("mso-element", ""),
        )


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet that hold whatever the page is shown on: selector and declarations."""
    first, *others = styles.split("/*")
    styles = re.sub("<!--|-->", " ", " ".join((first, *(each.partition("*/")[2] for each in others))))
    outer: list[str] = []
    for part, mark in re.findall(r"([^{}]*)([{}]?)", styles):
        if mark == "{":
            outer.append(part.strip())
        elif outer:
            selector = outer.pop()
            if not outer and not selector.startswith("@"):
                yield selector, part


def _declarations(body: str) -> dict[str, str]:
    pairs = (each.partition(":") for each in body.split(";"))
    return {
        " ".join(name.split()).casefold(): " ".join(value.split()).casefold()
        for name, _, value in pairs
        if value.strip()
    }
