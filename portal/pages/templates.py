"""How templates are set up, and the few things that all of them may use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined

from data.numbers.labels import LABELS
from index.result import MAX_QUERY_LENGTH
from portal.pages.keyboard import layouts
from portal.pages.marking import emphasis, lines
from portal.pages.parting import parted
from portal.pages.qr import qr_code
from portal.words.labels import kind_labels, suggestion_counts
from portal.words.translations import gettext, ngettext, pgettext

if TYPE_CHECKING:
    from pathlib import Path
    from types import CodeType

    from flask import Flask
    from jinja2.bccache import Bucket

    from portal.services.static_files import StaticFiles


class _Compiled(BytecodeCache):
    """What the templates were compiled to, for all applications of a process: by name and content, in memory alone.

    To compile those of one page takes as long as ten pages do.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what there is; Jinja compiles what there is not."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def prepare_templates(app: Flask, folder: Path, static_files: StaticFiles) -> None:
    """Read the templates, make them fail on what a page does not have, and give them the few things all need."""
    environment = app.jinja_env
    environment.loader = read_templates(folder)
    environment.bytecode_cache = _COMPILED
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext
    )
    environment.globals.update(
        most_characters=MAX_QUERY_LENGTH,
        static=static_files.url,
        kinds=kind_labels,
        suggested=suggestion_counts,
        labels_of_numbers=LABELS,
        qr=qr_code,
        keyboard_layouts=layouts,
    )
    environment.filters["emphasis"] = emphasis
    environment.filters["lines"] = lines
    environment.filters["parted"] = parted


def read_templates(folder: Path) -> FunctionLoader:
    """The templates as they stand now: an upgrade beside a running server gives its pages no newer parts."""
    kept = {
        path.relative_to(folder).as_posix(): (path.read_text("utf-8"), str(path)) for path in folder.rglob("*.html")
    }
    return FunctionLoader(lambda name: (*kept[name], lambda: True) if name in kept else None)
