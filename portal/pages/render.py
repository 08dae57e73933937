"""From a page dataclass to HTML: the page's template in the layout that the request asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from flask import Response, current_app, g, render_template, request
from jinja2 import StrictUndefined
from markupsafe import Markup, escape

from data.identity_numbers import find_identity_number
from index.words.analysis import normalise
from portal.languages import LANGUAGES, SOURCE, Language
from portal.modes import DESK, KIOSK, MODES, PLAIN, Mode
from portal.pages.context import PageContext
from portal.pages.keyboard import layouts
from portal.pages.oral import OralRequest, oral_request
from portal.pages.qr import qr_code
from portal.pages.staff import Staff, staff
from portal.services.current import NoGenerationError
from portal.web import params, urls
from portal.web.headers import is_fragment
from portal.words.labels import kind_labels
from portal.words.translations import N_, current_language, gettext, ngettext, pgettext

if TYPE_CHECKING:
    from flask import Flask

    from portal.services.static_files import StaticFiles


_OFFER = N_("Läs den här sidan på ditt språk")
"""Said in the language that is offered."""
SEARCH_PARAMETERS = frozenset({*params.KNOWN, params.AS_WRITTEN})
REQUEST_PARAMETERS = frozenset({"vad", "period", "form"})
KEYS_OFF = ("tangenter", "av")
"""The parameter that switches single-key shortcuts off at the desk (WCAG 2.1.4); each address carries it along."""


@dataclass(frozen=True, slots=True)
class Offer:
    """This page in another language, offered in that language's own words."""

    language: Language
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What stands around every page.

    Attributes:
        path: The address without prefixes and query: the page in Swedish and in the plain mode. An error is at
            no address of ours, and what the visitor wrote is not repeated: it leads to the start page.
        query: The parameters that the page was made with, likewise: no others are repeated, and no identity number.
        address: The whole address of the plain page in this language, query included, to take along.
        canonical: The whole address that search engines should know the page by: the plain page.
        root: Where the portal itself lies, without a trailing slash.
        indexed: Whether search engines may list the page.
        html_lang: The ``lang`` of the page: Swedish while the language has no catalogue, since that is what
            the page then says.
        direction: The ``dir`` that goes with it.
        kept: Parameters that every address of this visit carries along.
        idle: Seconds before a kiosk asks whether anyone is there, and seconds that it waits for the answer.
        hosts: Hosts whose addresses may be links although the mode leads nowhere out.
        staff: Whom a visitor at a kiosk can ask; None in other modes.
        oral: What the desk's form for oral requests needs; None in other modes.
    """

    mode: Mode
    language: Language
    html_lang: str
    direction: str
    path: str
    query: tuple[tuple[str, str], ...]
    address: str
    canonical: str
    root: str
    indexed: bool
    kept: tuple[tuple[str, str], ...]
    idle: tuple[int, int]
    hosts: frozenset[str]
    staff: Staff | None
    oral: OralRequest | None

    @property
    def layout(self) -> str:
        """The template that the page extends."""
        return "layouts/fragment.html" if is_fragment() else self.mode.layout

    @property
    def offered(self) -> Offer | None:
        """This page in the language that the browser asks for first, where it has that one and is in another."""
        catalogues = current_app.extensions["catalogues"]
        known = {
            language.html: language
            for language in LANGUAGES.values()
            if language.is_source or (catalogues.has(language.code) and language.html != LANGUAGES[SOURCE].html)
        }
        wanted = request.accept_languages.best_match(known)
        if wanted is None or wanted == self.html_lang or self.mode is not PLAIN:
            return None
        language = known[wanted]
        words = catalogues.get(language.code).ugettext(_OFFER)
        return Offer(language, self._in_language(language.code), words)

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """This page's whole addresses by the ``hreflang`` that search engines know it by; lättläst has no code."""
        found = [
            (language.html, self.root + quote(urls.prefixed(self.path, code)))
            for code, language in LANGUAGES.items()
            if code == SOURCE or language.html != LANGUAGES[SOURCE].html
        ]
        return [*found, ("x-default", self.root + quote(self.path))]

    @property
    def home(self) -> str:
        """Where the next visitor begins: the start page of the mode, in Swedish."""
        return urls.prefixed("/", SOURCE, self.mode.code)

    def url(self, path: str) -> str:
        """An address of the portal in this page's language and mode."""
        return urls.with_query(urls.prefixed(path, self.language.code, self.mode.code), self.kept)

    def may_link(self, address: str) -> bool:
        """Whether an address outside the portal may be a link here."""
        return self.mode.leads_out or (urlsplit(address).hostname or "") in self.hosts

    @property
    def toggled_keys(self) -> str:
        """This very page with single-key shortcuts on where they are off, and the other way round."""
        query = [each for each in self.query if each != KEYS_OFF]
        at = urls.prefixed(self.path, self.language.code, self.mode.code)
        return urls.with_query(quote(at), query if self.kept else [*query, KEYS_OFF])

    def languages(self) -> list[tuple[Language, str]]:
        """Every language, and this very page in it."""
        return [(language, self._in_language(code)) for code, language in LANGUAGES.items()]

    def _in_language(self, code: str) -> str:
        return urls.with_query(urls.prefixed(quote(self.path), code, self.mode.code), self.query)


def _used_parameters() -> tuple[tuple[str, str], ...]:
    used = {"/sok": SEARCH_PARAMETERS, "/begar-ut": REQUEST_PARAMETERS}.get(g.plain_path, frozenset())
    return tuple(
        (name, value)
        for name, value in request.args.items(multi=True)
        if (name in used and not find_identity_number(normalise(value))) or (name, value) in kept_parameters()
    )


def kept_parameters() -> tuple[tuple[str, str], ...]:
    """What every address of this visit carries along."""
    name, value = KEYS_OFF
    return (KEYS_OFF,) if MODES[g.mode].keys and request.args.get(name) == value else ()


def current_context() -> PageContext:
    """What the pages of this request are made with.

    Raises:
        portal.services.current.NoGenerationError: There is no index to make them from.
    """
    return PageContext(current_app.extensions["searcher"].get(), current_language(), MODES[g.mode], kept_parameters())


def context_or_none() -> PageContext | None:
    """The same for what must stand without an index too: errors, and what is around them."""
    try:
        return current_context()
    except NoGenerationError:
        return None


def render(template: str, page: object) -> Response:
    """Show a page, whole or as a fragment."""
    return Response(render_template(f"pages/{template}", page=page, chrome=chrome()), mimetype="text/html")


def chrome() -> Chrome:
    """What stands around the page of this request."""
    language, mode, settings = current_language(), MODES[g.mode], current_app.extensions["settings"]
    root = settings.public_url or request.url_root.rstrip("/")
    translated = language.is_source or current_app.extensions["catalogues"].has(language.code)
    path, query = ("/", ()) if "failed" in g else (g.plain_path, _used_parameters())
    plain = root + quote(urls.prefixed(path, language.code))
    return Chrome(
        mode=mode,
        language=language,
        html_lang=language.html if translated else LANGUAGES[SOURCE].html,
        direction=language.direction if translated else LANGUAGES[SOURCE].direction,
        path=path,
        query=query,
        address=urls.with_query(plain, [each for each in query if each != KEYS_OFF]),
        canonical=plain,
        root=root,
        indexed=path != "/sok" and mode is PLAIN,
        kept=kept_parameters(),
        idle=(settings.kiosk_idle, settings.kiosk_warning),
        hosts=settings.kiosk_hosts,
        staff=staff(context_or_none()) if mode is KIOSK else None,
        oral=oral_request(context_or_none()) if mode is DESK else None,
    )


def prepare_templates(app: Flask, static_files: StaticFiles) -> None:
    """Make templates fail on what a page does not have, and give them the few things all need."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext
    )
    environment.globals.update(static=static_files.url, kinds=kind_labels, qr=qr_code, keyboard_layouts=layouts)
    environment.filters["emphasis"] = emphasis
    environment.filters["lines"] = lines


_NUMBERS = (
    r"[A-Z]+ [0-9]+/[0-9]+|(?:[0-9]+ kap\. )?[0-9]+ §(?: [A-Za-zÅÄÖåäö]+)?|[A-Z]+ [0-9]+:[0-9]+"
    r"|[0-9]+(?:[ -][0-9]+)+|[\w.+-]+@[\w.-]+"
)
"""Case numbers, citations, telephone numbers, e-mail addresses: in Arabic the signs inside them have no direction."""


def lines(text: str) -> Markup:
    """A text with its line breaks (lättläst has one thing a line), and what no machine is to translate marked."""
    return _lines(text, current_app.extensions["catalogues"].names)


@lru_cache(maxsize=4096)
def _lines(text: str, names: tuple[str, ...]) -> Markup:
    """Kept: the same texts of the data are shown again and again. What a visitor writes is never shown this way."""
    fixed = _fixed(names)
    marked = (
        fixed.sub(r'<bdi class="fixed" translate="no">\g<0></bdi>', str(escape(line))) for line in text.split("\n")
    )
    return Markup("<br>".join(marked))  # noqa: S704  (escaped just here)


@lru_cache(maxsize=8)
def _fixed(names: tuple[str, ...]) -> re.Pattern[str]:
    """What stands as it is in every language: names of systems, and numbers of all kinds."""
    listed = "|".join(re.escape(str(escape(name))) for name in names)
    return re.compile(rf"\b(?:{listed})\b|{_NUMBERS}" if listed else _NUMBERS)


def emphasis(text: str) -> Markup:
    """The source's asterisks as emphasis; every word stays as it is."""
    return Markup(re.sub(r"\*([^*]+)\*", r"<em>\1</em>", str(escape(text))))  # noqa: S704  (escaped just here)
