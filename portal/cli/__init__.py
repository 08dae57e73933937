"""The command ``vagvisaren``; its output is Swedish, as is all that people meet."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from portal.cli import commands
from portal.cli.importing import importera
from portal.cli.new_place import new_place
from portal.cli.publishing import publish
from portal.server import terminal
from portal.settings import Settings, SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence


_BUILT = ("data", "översättningar", "index")
"""The folders that a command acts on. It says which in the end, always: an operator's shell may have other settings
than the service, and an index that nobody serves is built without a fault."""
_TABLES = Path(__file__).resolve().parents[2] / "tests" / "queries"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: Words after the command's name; the process's own where none are given.

    Returns:
        The exit status: 0 where all went well, 1 for a problem that the output tells.
    """
    terminal.prepare()
    options = _parser().parse_args(arguments)
    try:
        settings = Settings.read()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        if options.run is commands.serve:  # which does not return
            _tell_folders(settings, options, sys.stdout)
        status = int(options.run(settings, options))
        _tell_folders(settings, options, sys.stderr if status else sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, ``head`` say, has seen enough
        _say_no_more()
        return 1
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT}:
            raise
        _say_no_more()
        print("Disken är full: det gick inte att skriva. Frigör utrymme och försök igen.", file=sys.stderr)
        return 1
    return status


def _say_no_more() -> None:
    """Let what is still to be written go nowhere: Python would fail on it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell_folders(settings: Settings, options: argparse.Namespace, stream: TextIO) -> None:
    if not options.folders:  # it acts on none that the settings name
        return
    folders = {"data": settings.data, "översättningar": settings.translations, "index": settings.generations}
    print("Mappar:", ", ".join(f"{name}: {folders[name]}" for name in options.folders), file=stream)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vagvisaren",
        description="Sökportal över myndigheters beskrivningar av sina allmänna handlingar.",
    )
    commands_ = parser.add_subparsers(required=True, metavar="kommando")

    serve = commands_.add_parser("serve", help="bygg det som saknas och starta servern")
    serve.add_argument("--host", default="127.0.0.1", help="adress att lyssna på (127.0.0.1)")
    serve.add_argument("--port", type=_port, help="port att lyssna på (8000, med --utkast 8001)")
    serve.add_argument(
        "--utkast", dest="preview", action="store_true", help="förhandsvisa utkast, bara på den här datorn"
    )
    serve.set_defaults(run=commands.serve, folders=_BUILT)

    new = commands_.add_parser("ny", help="gör en mapp för en ny kommun, region eller myndighet")
    new.add_argument("folder", metavar="mapp", type=Path, help="mappen att göra: en som inte finns, eller en tom")
    new.set_defaults(run=new_place, folders=())

    check = commands_.add_parser("check", help="kontrollera datafilerna")
    _add_confirmation(check, "godta att det som svarar nu förlorar poster eller texter")
    check.set_defaults(run=commands.check, folders=_BUILT)

    audit = commands_.add_parser("audit", help="jämför beskrivningen med lagens krav")
    audit.set_defaults(run=commands.audit, folders=_BUILT[:1])

    index = commands_.add_parser("index", help="bygg indexet av datafilerna")
    _add_confirmation(index, "bygg fast det som svarar nu förlorar poster eller texter")
    index.set_defaults(run=commands.index, folders=_BUILT)

    publishing = commands_.add_parser("publicera", help="gör ett utkast publikt")
    publishing.add_argument("authority", metavar="id", help="myndighetens mapp under descriptions")
    publishing.add_argument("--roll", dest="role", required=True, help="din roll, aldrig ditt namn")
    publishing.set_defaults(run=publish, folders=())

    rollback = commands_.add_parser("rollback", help="gå tillbaka till det förra indexet")
    rollback.set_defaults(run=commands.rollback, folders=_BUILT[2:])

    _add_importing(commands_)
    _add_searching(commands_)
    return parser


def _add_importing(commands_: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what makes a description of a document."""
    importing = commands_.add_parser("importera", help="gör en beskrivning av ett dokument")
    importing.add_argument("files", metavar="fil", type=Path, nargs="+", help="dokumentet, och filer som hör till det")
    importing.add_argument("--id", default="", help="beskrivningens id, som blir mappens namn och sidornas adress")
    importing.add_argument("--myndighet", dest="authority", default="", metavar="NAMN", help="myndighetens namn")
    importing.add_argument(
        "--avsnitt", dest="chapter", default="", metavar="RUBRIK", help="läs bara kapitlet som heter så"
    )
    importing.add_argument(
        "--publicera", dest="role", default="", metavar="ROLL", help="publicera den genast, i din roll"
    )
    importing.add_argument("--maska", dest="mask", action="store_true", help="visa inte stycken med personnummer")
    importing.add_argument("--torr", dest="dry", action="store_true", help="visa rapporten och skriv ingenting")
    importing.set_defaults(run=importera, folders=())


def _add_searching(commands_: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what searches, or measures how well that is done."""
    search = commands_.add_parser("search", help="sök och visa svaren")
    search.add_argument("query", metavar="fråga")
    search.add_argument("--lang", default="sv", choices=("sv", "fi", "en", "ar", "latt"), help="sidans språk (sv)")
    search.add_argument(
        "--explain", action="store_true", help="visa hur frågan förstods och varför ordningen blev denna"
    )
    search.set_defaults(run=commands.search, folders=_BUILT)

    evaluate = commands_.add_parser("evaluate", help="mät sökningen på bedömda frågor")
    evaluate.add_argument("--tables", type=Path, default=_TABLES, help="mapp med bedömda frågor (tests/queries)")
    evaluate.add_argument("--misses", action="store_true", help="lista de frågor som inte besvaras rätt")
    evaluate.set_defaults(run=commands.evaluate, folders=_BUILT)


def _add_confirmation(parser: argparse.ArgumentParser, meaning: str) -> None:
    parser.add_argument("--anda", dest="confirmed", action="store_true", help=meaning)


def _port(text: str) -> int:
    lowest, highest = 1, 65535
    if not (text.isascii() and text.isdigit() and lowest <= int(text) <= highest):
        raise argparse.ArgumentTypeError(f"porten ska vara ett heltal från {lowest} till {highest}")
    return int(text)
