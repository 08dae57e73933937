"""The mark of a draft: nothing that an import has made is public before someone with a role has published it."""

from __future__ import annotations

from data.importing.writing import toml
from data.publication import Publication
from data.publishing import publication_text

_TOLD = """\
Utkast. Sidorna visas bara i förhandsvisningen (vagvisaren serve --utkast) tills någon med en
roll har publicerat dem: vagvisaren publicera {id} --roll ROLL
"""


def draft(id_: str) -> str:
    """The file with the mark, for an authority."""
    return toml.comment(_TOLD.format(id=id_)) + publication_text(Publication())
