"""OpenDocument texts, as LibreOffice writes them."""

from __future__ import annotations

from data.importing.reading.odt.document import read

__all__ = ["read"]
