"""From ``beskrivning.toml`` to `SourceText`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from data.fields import source as fields
from data.fields import text
from data.loader.tables import record, records
from data.model import HIDDEN, SourceText

if TYPE_CHECKING:
    from data.loader.files import TomlFile
    from data.model import Authority, Passage


def source_text(file: TomlFile, original_sha256: str) -> SourceText:
    """Read the whole file; problems go to the file's report."""
    root = file.root
    passages = _numbered(records(root, text.PASSAGE))
    by_section: dict[str, list[str]] = defaultdict(list)
    for passage in passages.values():
        by_section[passage.section].append(passage.id)
    source = SourceText(
        authority=_with_short_name(record(root, text.AUTHORITY)),
        document=record(root, text.DOCUMENT),
        case_register=record(root, fields.CASE_REGISTER) if root.has(fields.CASE_REGISTER.key) else None,
        sections={
            id_: replace(section, passages=tuple(by_section[id_]))
            for id_, section in records(root, text.SECTION).items()
        },
        passages=passages,
        units=records(root, fields.UNIT),
        finding_aids=records(root, fields.FINDING_AID),
        provisions=records(root, fields.PROVISION),
        exchanges=records(root, fields.EXCHANGE),
        contact_roles=records(root, fields.CONTACT_ROLE),
        statements=records(root, fields.STATEMENT),
        tables=records(root, text.TABLE),
        original_sha256=original_sha256,
    )
    root.finish([table.key for table in fields.SOURCE_TABLES])
    return source


def _with_short_name(authority: Authority) -> Authority:
    return replace(authority, short_name=authority.short_name or authority.name)


def _numbered(passages: dict[str, Passage]) -> dict[str, Passage]:
    counts: dict[str, int] = defaultdict(int)
    numbered: dict[str, Passage] = {}
    for id_, passage in passages.items():
        counts[passage.section] += 1
        words = passage.text or (HIDDEN if passage.hidden else "")
        numbered[id_] = replace(passage, number=counts[passage.section], text=words)
    return numbered
