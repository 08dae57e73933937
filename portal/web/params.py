"""From a query string to a validated `SearchRequest`: the one place that reads search parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from data.identity_numbers import holds_identity_number
from data.left_out import beside, without_numbers
from index.fields import FACETS
from index.result import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, MAX_QUERY_LENGTH, SearchRequest
from portal.languages import LANGUAGES, ORIGINAL
from portal.web.request_error import RequestError
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from index.answer.search import Searcher

SINGLE = ("q", "lang", "limit", "offset")
AS_WRITTEN = "exakt"
"""The results page's own parameter: search for the words as they were written."""
WRITTEN = frozenset({"q", "vad", "period"})
"""The parameters that a visitor writes by hand."""
KNOWN = frozenset({*SINGLE, *FACETS})
"""The parameters of a search, in the API and on the results page."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A parameter, or one value of it, that cannot be used, and a sentence that says why."""

    name: str
    value: str
    reason: str
    is_answered: bool = False
    """Whether what was asked is answered although this was left out: told on a page, and no error in the API."""


class IdentityNumberError(RequestError):
    """The query holds a personal identity number; it is not searched, kept or repeated."""

    def __init__(self) -> None:
        """Say why, without the number."""
        super().__init__(
            HTTPStatus.BAD_REQUEST,
            _("Skriv inte personnummer här. Sökningen gäller slags handlingar, inte personer."),
            _("Personnummer söks inte"),
        )


def strict(arguments: MultiDict[str, str], searcher: Searcher) -> SearchRequest:
    """Read the parameters of the API.

    Raises:
        RequestError: 400 for anything that is unknown, repeated or out of range.
    """
    request, told = read(arguments, searcher)
    if rejected := [rejection for rejection in told if not rejection.is_answered]:
        raise RequestError(HTTPStatus.BAD_REQUEST, " ".join(dict.fromkeys(parameter.reason for parameter in rejected)))
    return request


def read(arguments: MultiDict[str, str], searcher: Searcher) -> tuple[SearchRequest, list[Rejected]]:
    """Read the parameters leniently: what cannot be used is left out and told.

    Raises:
        IdentityNumberError: The query holds a personal identity number.
    """
    rejected = [_unknown(name) for name in arguments if name not in KNOWN]
    rejected += [
        Rejected(name, "", _("Parametern {name} får bara anges en gång.").format(name=name))
        for name in SINGLE
        if len(arguments.getlist(name)) > 1
    ]
    refuse_in_all(arguments)
    query, left_out = searched(arguments.get("q", ""))
    rejected += left_out
    if len(query) > MAX_QUERY_LENGTH:
        rejected.append(Rejected("q", "", _too_long()))
    language = arguments.get("lang", ORIGINAL)
    if language not in LANGUAGES:
        codes = ", ".join(LANGUAGES)
        rejected.append(Rejected("lang", language, _("lang ska vara ett av: {codes}.").format(codes=codes)))
    filters, unknown = _filters(arguments, searcher)
    request = SearchRequest(
        query=query[:MAX_QUERY_LENGTH],
        language=language if language in LANGUAGES else ORIGINAL,
        filters=filters,
        limit=_number(arguments, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT, rejected),
        offset=_number(arguments, "offset", 0, 0, MAX_OFFSET, rejected),
    )
    return request, rejected + unknown


def holds_one(arguments: MultiDict[str, str]) -> bool:
    """Whether some parameter, known or not, names a person by number: in its name or in its value."""
    return any(_names_person(name, value) for name, value in arguments.items(multi=True))


def refuse_in_all(arguments: MultiDict[str, str]) -> None:
    """Stop a request that names a person by number in any parameter, known or not.

    Raises:
        IdentityNumberError: There is such a number in a name or a value.
    """
    if holds_one(arguments):
        raise IdentityNumberError


def unsearched(arguments: MultiDict[str, str]) -> str:
    """What of a question is too long to be searched; nothing where that would repeat a person's number."""
    rest = without_numbers(arguments.get("q", ""))
    return "" if rest.refused else rest.text[MAX_QUERY_LENGTH:]


def searched(text: str) -> tuple[str, list[Rejected]]:
    """What is searched of a text, and what to say where a number was left out of it.

    Raises:
        IdentityNumberError: The text holds a personal identity number, finished or not.
    """
    rest = without_numbers(text)
    if rest.refused:
        raise IdentityNumberError
    return rest.text, [Rejected("q", "", _left_out(rest.text), is_answered=True)] if rest.left_out else []


def refuse_long(text: str) -> None:
    """Stop a query longer than the contract allows.

    Raises:
        RequestError: 400.
    """
    if len(text) > MAX_QUERY_LENGTH:
        raise RequestError(HTTPStatus.BAD_REQUEST, _too_long())


def only(arguments: MultiDict[str, str], *names: str) -> None:
    """Refuse parameters that an API address does not have, or that are repeated.

    Raises:
        RequestError: 400.
    """
    refuse_in_all(arguments)
    for name in arguments:
        if name not in names:
            raise RequestError(HTTPStatus.BAD_REQUEST, _unknown(name).reason)
        if len(arguments.getlist(name)) > 1:
            raise RequestError(HTTPStatus.BAD_REQUEST, _("Parametern {name} får bara anges en gång.").format(name=name))


def language(arguments: MultiDict[str, str]) -> str:
    """The ``lang`` parameter alone.

    Raises:
        RequestError: 400 for an unknown language.
    """
    code = arguments.get("lang", ORIGINAL)
    if code not in LANGUAGES:
        raise RequestError(
            HTTPStatus.BAD_REQUEST, _("lang ska vara ett av: {codes}.").format(codes=", ".join(LANGUAGES))
        )
    return code


def _names_person(name: str, value: str) -> bool:
    """What nobody writes by hand may be a campaign's tag, as a link has it: date and time are no person there."""
    if name in WRITTEN:
        return without_numbers(value).refused
    return holds_identity_number(name) or holds_identity_number(f"https:?{name}={value}")


def _left_out(rest: str) -> str:
    words = beside(rest)
    if not words:
        return _("Numret är inte med i sökningen: det kan vara ett personnummer.")
    return _("Numret vid ”{words}” är inte med i sökningen: det kan vara ett personnummer. Vi sökte på resten.").format(
        words=words
    )


def _too_long() -> str:
    return _("Frågan får vara högst {count} tecken. Korta den.").format(count=MAX_QUERY_LENGTH)


def _filters(arguments: MultiDict[str, str], searcher: Searcher) -> tuple[dict[str, frozenset[str]], list[Rejected]]:
    filters: dict[str, frozenset[str]] = {}
    rejected: list[Rejected] = []
    for facet in FACETS:
        known = set(searcher.facet_values(facet))
        wanted = set(arguments.getlist(facet))
        filters |= {facet: frozenset(wanted & known)} if wanted & known else {}
        rejected += [
            Rejected(
                facet,
                value,
                _("Filtret {name} har inte det värde som anges. Ta bort det.").format(name=facet),
            )
            for value in sorted(wanted - known)
        ]
    return filters, rejected


def _number(
    arguments: MultiDict[str, str],
    name: str,
    default: int,
    lowest: int,
    highest: int,
    rejected: list[Rejected],
) -> int:
    text = arguments.get(name)
    if text is None:
        return default
    if re.fullmatch(r"[0-9]{1,9}", text) and lowest <= int(text) <= highest:
        return int(text)
    reason = _("{name} ska vara ett heltal från {lowest} till {highest}.").format(
        name=name, lowest=lowest, highest=highest
    )
    rejected.append(Rejected(name, text, reason))
    return default


def _unknown(name: str) -> Rejected:
    # The name is the visitor's own text: it is told only where it is plainly a name.
    shown = name if re.fullmatch(r"[A-Za-z_]{1,30}", name) else "?"
    return Rejected(name, "", _("Parametern {name} finns inte. Ta bort den.").format(name=shown))
