"""The mark of a draft: nothing that an import has made is public before someone with a role has published it."""

from __future__ import annotations

from data.fields.tables import TABLES
from data.importing.writing import toml

_FILE = "publicering.toml"
_TOLD = """\
Utkast. Sidorna visas bara i förhandsgranskningen (vagvisaren serve --utkast) tills någon med
en roll har publicerat dem: vagvisaren publicera ID --roll ROLL
"""


def publication() -> dict[str, str]:
    """The file with the mark, by its name; none where descriptions are public without one."""
    tables = TABLES.get(_FILE, ())
    parts = ["\n".join([f"[{table.key}]", *(f'{row.key} = ""' for row in table.fields)]) + "\n" for table in tables]
    return {_FILE: toml.comment(_TOLD) + "".join(f"\n{part}" for part in parts)} if parts else {}
