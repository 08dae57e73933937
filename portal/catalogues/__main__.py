"""``python -m portal.catalogues``: what ``make translations`` and ``make check-translations`` run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.checks import check_all as check_data
from portal.catalogues.checks import check_all, check_own
from portal.catalogues.files import OWN, TRANSLATED, shown, update
from portal.catalogues.own import has_own, update_own
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
    settings = Settings.read()
    folder, data = settings.translations, settings.data
    is_own = has_own(data)
    if unknown := set(getattr(options, "new", ())) - set(_CODES):
        parser.error(f"okänt språk: {', '.join(sorted(unknown))}. Välj bland {', '.join(_CODES)}.")
    if is_own and check_data(data).report.errors:
        sys.stderr.write(f"Datafilerna i {data} har fel. Kör vagvisaren check, och rätta dem först.\n")
        return 1
    if options.command == "update":
        changed = update_own(folder, data, options.new) if is_own else update(_ROOT, folder, options.new)
        sys.stdout.writelines(f"Ändrade {shown(data / OWN if is_own else folder, path)}.\n" for path in changed)
        return 0
    errors = (check_own(folder, data) if is_own else check_all(_ROOT, folder)).errors
    sys.stdout.writelines(f"{error}\n" for error in errors)
    sys.stdout.write(f"{len(errors)} fel i översättningarna.\n" if errors else "Inga fel i översättningarna.\n")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
