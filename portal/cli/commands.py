"""What each subcommand does."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from data.audit import Status
from data.audit import audit as audit_description
from data.checks import check_all, load_checked
from data.fields.look import LOGO_ENDINGS
from data.left_out import without_numbers
from data.loader import DESCRIPTIONS
from data.loader.place import PLACE
from data.loader.shared import BASE, SHARED
from data.problems import DataError
from index import generation
from index.answer.search import Searcher
from index.build.builder import build
from index.result import MAX_QUERY_LENGTH, SearchRequest
from portal.catalogues.compiled import compiled, untranslated
from portal.catalogues.files import OWN
from portal.cli import listening
from portal.cli.evaluate import evaluation
from portal.cli.explain import explain, listed
from portal.cli.losses import LossError, changes_since, refuse_losses, told_losses
from portal.cli.steady import UnsteadyError, steady
from portal.server import freed
from portal.web.day import today

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from data.place import Place
    from portal.settings import Settings

_SHOWN = 10
_STATUSES = {Status.PRESENT: "FINNS", Status.UNCLEAR: "OKLART", Status.MISSING: "SAKNAS"}
_PATIENCE = 30.0
"""Seconds that a starting server waits for another that is building the same index."""


def check(settings: Settings, options: argparse.Namespace) -> int:
    """Report every problem of the data files, and what is served that they would take away; 1 where there is any."""
    checked = check_all(settings.data, today())
    descriptions, report = checked.descriptions, checked.report
    problems = [*report.errors, *report.warnings]
    if not report.errors:
        problems += untranslated(settings.translations, settings.data)
    for problem in problems:
        print(problem)
    if errors := [problem for problem in problems if not problem.warning]:
        print(f"{len(errors)} fel. Rätta dem och kör vagvisaren check igen.")
        return 1
    changes = changes_since(settings, checked, _compiled(settings))
    print("".join(f"{note}\n" for note in changes.notes), end="")
    if changes.losses and not options.confirmed:
        print(told_losses(changes, "check"))
        return 1
    names = ", ".join(description.source.authority.name for description in descriptions)
    print(f"Inga fel i beskrivningen av {names}.")
    return 0


def audit(settings: Settings, _options: argparse.Namespace) -> int:
    """Show each authority's description against the law's points."""
    checked = check_all(settings.data)
    if checked.report.errors:
        print("Datafilerna har fel. Kör vagvisaren check.", file=sys.stderr)
        return 1
    for description in checked.descriptions:
        document = description.source.document
        print(f"{document.title} ({document.number})" if document.number else document.title)
        result = audit_description(description)
        for finding in result.findings:
            print(f"\n{finding.rule}: {finding.asks}\n  {_STATUSES[finding.status]}")
            for quote in finding.evidence:
                print(f"  ”{quote.text}” ({quote.passage})")
            if finding.status is Status.MISSING:
                print("  Inga ord i beskrivningen svarar på punkten.")
            for observation in finding.observations:
                print(f"  - {observation.text}")
        print("\nÖvriga iakttagelser för den som äger beskrivningen:")
        for observation in result.observations:
            places = ", ".join(dict.fromkeys(quote.passage for quote in observation.quotes))
            print(f"  - {observation.text} ({places})")
    return 0


def index(settings: Settings, options: argparse.Namespace) -> int:
    """Build a generation from the data files and make it current; a rollback is over with it."""
    folder = _build(settings, keep_rollback=False, confirmed=options.confirmed, tells=True)
    if folder is None:
        return 1
    manifest = generation.read_manifest(folder)
    print(
        f"Indexet {manifest.digest} är klart: {manifest.entries} poster från {len(manifest.authorities)} myndighet(er)."
    )
    return 0


def rollback(settings: Settings, _options: argparse.Namespace) -> int:
    """Make the generation before the current one current again; it stays so until the data files are changed."""
    try:
        folder = generation.rollback(settings.generations, _PATIENCE)
        manifest = generation.read_manifest(folder)
    except generation.GenerationError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(_why_not(error, settings.generations), file=sys.stderr)
        return 1
    print(f"Återställt: indexet {manifest.digest} svarar nu, med {manifest.entries} poster.")
    print("Datafilerna är orörda. Rätta dem och kör vagvisaren index. Till dess startar också servern med detta index.")
    return 0


def search(settings: Settings, options: argparse.Namespace) -> int:
    """Search from the command line: in what serves, where the data files cannot be built from."""
    rest = without_numbers(options.query)
    if rest.refused:
        print("Skriv inte personnummer här. Sökningen gäller vilka slags handlingar som finns.", file=sys.stderr)
        return 1
    if rest.left_out:
        print("Numret är inte med i sökningen: det kan vara ett personnummer.", file=sys.stderr)
    if len(options.query) > MAX_QUERY_LENGTH:
        print(f"Frågan får vara högst {MAX_QUERY_LENGTH} tecken. Korta den.", file=sys.stderr)
        return 1
    folder = _build(settings)
    if folder is None:
        folder = _servable(settings.generations)
        if folder is None:
            return 1
        print("Svaren kommer från det förra indexet tills felen är rättade.", file=sys.stderr)
    searcher = Searcher(folder)
    asked = SearchRequest(rest.text, options.lang, limit=_SHOWN)
    result = searcher.search(asked)
    print("\n".join(explain(result, searcher.understand(asked)) if options.explain else listed(result)))
    return 0


def evaluate(settings: Settings, options: argparse.Namespace) -> int:
    """Measure the search on judged queries."""
    folder = _build(settings)
    if folder is None:
        return 1
    try:
        for line in evaluation(Searcher(folder), options.tables, misses=options.misses):
            print(line)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def serve(settings: Settings, options: argparse.Namespace) -> int:  # noqa: RET503  (execve does not return)
    """Build what is missing and become the server.

    With broken data files the last good generation goes on serving, and the problems are told.
    """
    if reason := listening.why_not(options.host, options.port):
        print(reason, file=sys.stderr)
        return 1
    if _build(settings, _PATIENCE) is None:
        if _servable(settings.generations) is None:
            return 1
        print("Servern svarar från det förra indexet tills felen är rättade.", file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "python:portal.server.gunicorn_config"]
    become = [*gunicorn, "--bind", listening.bound_to(options.host, options.port)]
    os.execve(sys.executable, become, freed.overwritten(os.environ))  # noqa: S606  (our own interpreter)


def _build(
    settings: Settings,
    patience: float = 0.0,
    *,
    keep_rollback: bool = True,
    confirmed: bool = False,
    tells: bool = False,
) -> Path | None:
    """Build, or say why not; None where there is no new generation.

    Args:
        settings: Where everything lies.
        patience: Seconds to wait for another builder.
        keep_rollback: Leave what was rolled back to, where these are the files rolled back from.
        confirmed: Whether someone has said that what is lost may be lost.
        tells: Whether to say what changes beside the entries.
    """
    try:
        checked, catalogues = steady(
            _sources(settings),
            lambda: (
                load_checked(settings.data, today()),
                _compiled(settings),
            ),
        )
        descriptions = checked.descriptions
        refuse_losses(settings, checked, catalogues, confirmed=confirmed, tells=tells)
        progress = _progress if sys.stderr.isatty() else None
        attachments = {**catalogues, **_logo(settings, checked.place)}
        folder = build(
            settings.generations,
            descriptions,
            progress,
            patience,
            attachments,
            checked.place,
            keep_rollback=keep_rollback,
            today=today(),
        )
    except DataError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.problems)} fel. Inget nytt index byggdes.", file=sys.stderr)
    except (generation.GenerationError, LossError, UnsteadyError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(_why_not(error, settings.generations), file=sys.stderr)
    else:
        if generation.rolled_back(settings.generations):
            print("Indexet är återställt till det förra. Kör vagvisaren index för att lämna det.", file=sys.stderr)
        return folder
    return None


def _compiled(settings: Settings) -> dict[str, bytes]:
    """The catalogues, with the place's own laid over them."""
    return compiled(settings.translations, _built(settings.generations), settings.data / OWN)


def _logo(settings: Settings, place: Place) -> dict[str, bytes]:
    """The place's logo, for the generation to hold."""
    return {generation.LOGO: (settings.data / place.logo).read_bytes()} if place.logo else {}


def _sources(settings: Settings) -> list[Path]:
    """The files that a generation is made from, and the folders of such files."""
    of_the_place = (DESCRIPTIONS, SHARED, PLACE, OWN)
    logos = sorted(path for path in settings.data.glob("*") if path.suffix in LOGO_ENDINGS)
    return [*(settings.data / name for name in of_the_place), *logos, BASE / SHARED, settings.translations]


def _built(root: Path) -> Path | None:
    """The current generation, if it is there and whole."""
    now = generation.current(root) if root.is_dir() else None
    return now if now and generation.is_whole(now) else None


def _servable(root: Path) -> Path | None:
    """The generation that a worker opens, the last good one where the current one is damaged; None without any."""
    if not root.is_dir():
        return None
    now = generation.current(root)
    return next(filter(generation.is_whole, (*([now] if now else []), *generation.others(root))), None)


def _why_not(error: OSError, root: Path) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        kept = "Det förra indexet är orört. " if _servable(root) else ""
        return f"Indexet kunde inte byggas: disken är full. {kept}Frigör utrymme och försök igen."
    return f"Indexet kunde inte byggas ({error.strerror}). Kontrollera utrymme och rättigheter."


def _progress(done: int, total: int) -> None:
    width = 30
    filled = width * done // total
    end = "\n" if done == total else ""
    print(
        f"\r[{'#' * filled}{'.' * (width - filled)}] {done}/{total} myndigheter",
        end=end,
        file=sys.stderr,
        flush=True,
    )
