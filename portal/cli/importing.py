"""``vagvisaren importera``: from a document to a description, or one sentence on why not."""

from __future__ import annotations

import argparse
import errno
import sys
from typing import TYPE_CHECKING

from data.checks.slugs import MAX_SLUG_LENGTH, RESERVED, SLUG
from data.importing.blocks import CannotRead
from data.importing.format import LARGEST
from data.importing.given import Given
from data.importing.intake import id_of, taken_in
from data.importing.recognising.propose import Undecided, propose
from data.importing.writing.folder import exists, tried, write
from data.importing.writing.report import report
from data.importing.writing.summary import summary
from data.loader import DESCRIPTIONS
from data.publishing import why_no_role
from portal.cli.publishing import publish
from portal.web.day import today

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from data.importing.outline import Outline
    from data.importing.proposal import Proposal
    from portal.settings import Settings

_WHOSE = "Texten säger inte vilken myndighet den gäller"
_NAME_IT = "ange den med --myndighet, eller ge beskrivningen ett id med --id."
_BAD_ID = (
    f"Id:t ”{{id}}” går inte att använda; skriv det med små bokstäver a–z, siffror och bindestreck, "
    f"högst {MAX_SLUG_LENGTH} tecken."
)


def importera(settings: Settings, options: argparse.Namespace) -> int:
    """Import a description; 1, with one sentence and nothing written, where that does not go."""
    try:
        _check_id(settings, options.id)
        _check_role(options.role)
        given = [_given(path) for path in options.files]
        outline = taken_in(given, chapter=options.chapter, mask=options.mask)
        proposal = _proposal(outline, [file.name for file in given], options)
        id_ = options.id or id_of(proposal.authority)
        _check_id(settings, id_)
        if options.dry:
            print(report(tried(proposal, id_, given, settings.data, today())), end="")
            print(f"\nInget har skrivits. Utan --torr skrivs {settings.data / DESCRIPTIONS / id_}.")
            return 0
        imported = write(proposal, id_, given, settings.data, today())
    except CannotRead as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise  # which the command tells for all that it does
        print(_not_written(settings, error), file=sys.stderr)
        return 1
    print("\n".join(summary(imported, settings.data / DESCRIPTIONS / id_)))
    if options.role:
        return publish(settings, argparse.Namespace(authority=id_, role=options.role))
    print("Se sidorna: vagvisaren serve --utkast")
    print(f"Gör dem publika: vagvisaren publicera {id_} --roll ROLL")
    return 0


def _proposal(outline: Outline, names: Sequence[str], options: argparse.Namespace) -> Proposal:
    """What the document says, with the name of the authority asked for where it must be."""
    year = today().year
    try:
        return propose(outline, names, named=options.authority, otherwise=options.id, year=year)
    except Undecided as undecided:
        return propose(outline, names, named=_asked(undecided.names, options), year=year)


def _asked(names: tuple[str, ...], options: argparse.Namespace) -> str:
    """The authority's name, from the one who imports."""
    told = f"Texten gäller flera myndigheter ({', '.join(names)})" if names else _WHOSE
    if options.id or not sys.stdin.isatty():
        which = "ange en av dem med --myndighet." if names else _NAME_IT
        raise CannotRead(f"{told}; {which}")
    for number, name in enumerate(names, 1):
        print(f"{number}. {name}")
    try:
        answer = input(f"{told}. Vilken är det? ").strip()
    except EOFError:
        answer = ""
    if answer.isdecimal() and 0 < int(answer) <= len(names):
        return names[int(answer) - 1]
    if not answer:
        raise CannotRead(f"{told}; {_NAME_IT}")
    return answer


def _check_role(role: str) -> None:
    """Refuse what is no role before anything is read, where it is asked for publication."""
    if role and (reason := why_no_role(role)):
        raise CannotRead(reason.replace(". Skriv", "; skriv"))


def _check_id(settings: Settings, id_: str) -> None:
    """Refuse an id that no address can have, or that is taken."""
    if not id_:
        return
    if not SLUG.fullmatch(id_) or len(id_) > MAX_SLUG_LENGTH:
        raise CannotRead(_BAD_ID.format(id=id_))
    if id_ in RESERVED:
        raise CannotRead(f"Id:t ”{id_}” är en av portalens egna adresser; välj ett annat med --id.")
    if exists(settings.data, id_):
        raise CannotRead(f"Det finns redan en beskrivning som heter {id_}; välj ett annat id med --id.")


def _given(path: Path) -> Given:
    """A file as it lies there; of one that is too large, enough to say so."""
    try:
        with path.open("rb") as file:
            return Given(path.name, file.read(LARGEST + 1))
    except FileNotFoundError:
        raise CannotRead(f"Filen {path} finns inte; kontrollera namnet och mappen.") from None
    except IsADirectoryError:
        raise CannotRead(f"{path} är en mapp; ange filen i den som är beskrivningen.") from None
    except OSError as error:
        why = f"Filen {path} går inte att öppna ({error.strerror}); kontrollera filens rättigheter."
        raise CannotRead(why) from None


def _not_written(settings: Settings, error: OSError) -> str:
    where = settings.data / DESCRIPTIONS
    return f"Det gick inte att skriva i {where} ({error.strerror}); kontrollera mappens rättigheter."
