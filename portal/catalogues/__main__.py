"""``python -m portal.catalogues``: what ``make translations`` and ``make check-translations`` run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from portal.catalogues.checks import check_all
from portal.catalogues.files import TRANSLATED, shown, update
from portal.server import terminal
from portal.settings import Settings

_ROOT = Path(__file__).resolve().parents[2]
_CODES = [language.code for language in TRANSLATED]


def main() -> int:
    """Update the catalogues, or check them; 1 where there is something to mend."""
    terminal.prepare()
    parser = argparse.ArgumentParser(prog="python -m portal.catalogues", description="Sköter översättningarna.")
    commands = parser.add_subparsers(dest="command", required=True)
    updating = commands.add_parser("update", help="samla texterna i katalogerna")
    updating.add_argument("new", nargs="*", help=f"språk att börja med: {', '.join(_CODES)}")
    commands.add_parser("check", help="kontrollera katalogerna")
    options = parser.parse_args()
    folder = Settings.read().translations
    if unknown := set(getattr(options, "new", ())) - set(_CODES):
        parser.error(f"okänt språk: {', '.join(sorted(unknown))}. Välj bland {', '.join(_CODES)}.")
    if options.command == "update":
        for path in update(_ROOT, folder, options.new):
            sys.stdout.write(f"Ändrade {shown(folder, path)}.\n")
        return 0
    errors = check_all(_ROOT, folder).errors
    sys.stdout.writelines(f"{error}\n" for error in errors)
    sys.stdout.write(f"{len(errors)} fel i översättningarna.\n" if errors else "Inga fel i översättningarna.\n")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
