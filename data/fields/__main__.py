"""``python -m data.fields``: write the tables of keys in ``data/README.md`` anew."""

from __future__ import annotations

from pathlib import Path

from data.fields.described import described

README = Path(__file__).resolve().parents[1] / "README.md"

if __name__ == "__main__":
    README.write_text(described(README.read_text(encoding="utf-8")), encoding="utf-8")
