"""From a query string to a validated `SearchRequest`: the one place that reads search parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from data.identity_numbers import holds_identity_number
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
KNOWN = frozenset({*SINGLE, *FACETS})
"""The parameters of a search, in the API and on the results page."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A parameter, or one value of it, that cannot be used, and a sentence that says why."""

    name: str
    value: str
    reason: str


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
    request, rejected = read(arguments, searcher)
    if rejected:
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
    query = arguments.get("q", "")
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
    return any(holds_identity_number(text) for pair in arguments.items(multi=True) for text in pair)


def refuse_in_all(arguments: MultiDict[str, str]) -> None:
    """Stop a request that names a person by number in any parameter, known or not.

    Raises:
        IdentityNumberError: There is such a number in a name or a value.
    """
    if holds_one(arguments):
        raise IdentityNumberError


def unsearched(arguments: MultiDict[str, str]) -> str:
    """What of a question is too long to be searched; nothing where that would repeat a person's number."""
    query = arguments.get("q", "")
    return "" if holds_identity_number(query) else query[MAX_QUERY_LENGTH:]


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
