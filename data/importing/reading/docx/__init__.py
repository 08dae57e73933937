"""Word's files, read from their parts: what libraries leave out is what descriptions have (docs/import.md)."""

from __future__ import annotations

from data.importing.reading.docx.document import read

__all__ = ["read"]
