"""What stands around every page: its addresses in other languages and modes, and what its layout needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from flask import g, request
from markupsafe import Markup

from data.place import COPY_KEYS
from portal.languages import LANGUAGES, ORIGINAL, Language
from portal.modes import DESK, KIOSK, MODES, PLAIN, Mode
from portal.pages.amiss import Amiss, amiss
from portal.pages.asked import KEYS_OFF, context_or_none, kept_parameters, keys_are_off, used_parameters
from portal.pages.oral import OralRequest, oral_request
from portal.pages.staff import Staff, staff
from portal.pages.whose import Subject, names_apart, subject
from portal.services.place_files import PlaceFile, colours, logo
from portal.services.services import services
from portal.web import origin, urls
from portal.web.headers import is_fragment
from portal.words.translations import N_, current_language

if TYPE_CHECKING:
    from portal.pages.context import PageContext

_OFFER = N_("Läs den här sidan på ditt språk")
"""Said in the language that is offered."""
_STARTING = N_(
    "Vägvisaren startar. Kommer startsidan inte inom en minut går skärmen inte att använda. Fråga personalen."
)
"""Said while a kiosk is shut, which may be for as long as it takes to mend it."""


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
        keys_off: Whether single-key shortcuts are switched off.
        copy_keys: Keys that copy the answer at the desk, from within the field too.
        offered_languages: By code, the languages that the place offers, and that of this page.
        subject: Whose records the page is about.
        is_own_service: Whether the place answers for the portal itself.
        place_name: The place's name.
        logo: The address of the place's logo; empty where it has none, or does not answer for the portal.
        colours: The address of its style sheet; empty where it has none.
        authorities: By id, the authorities' names, where there are several.
        idle: Seconds before a kiosk asks whether anyone is there, and seconds that it waits for the answer.
        hosts: Hosts whose addresses may be links although the mode leads nowhere out.
        amiss: Whom to tell that something is wrong; None at a kiosk, which writes no mail, and without an index.
        staff: Whom a visitor at a kiosk can ask; None in other modes.
        oral: What the desk's form for oral requests needs; None in other modes.
        is_preview: Whether the page is made of what nobody may have published.
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
    keys_off: bool
    copy_keys: tuple[str, ...]
    offered_languages: dict[str, Language]
    subject: Subject
    is_own_service: bool
    place_name: str
    logo: str
    colours: str
    authorities: dict[str, str]
    idle: tuple[int, int]
    hosts: frozenset[str]
    amiss: Amiss | None
    staff: Staff | None
    oral: OralRequest | None
    is_preview: bool

    @property
    def layout(self) -> str:
        """The template that the page extends."""
        return "layouts/fragment.html" if is_fragment() else self.mode.layout

    @property
    def offered(self) -> Offer | None:
        """This page in the language that the browser asks for first, where it has that one and is in another."""
        known = {html: language for html, language in _voices().items() if language.code in self.offered_languages}
        wanted = request.accept_languages.best_match(known)
        if wanted is None or wanted == self.html_lang or self.mode is not PLAIN:
            return None
        language = known[wanted]
        words = services().current.catalogues().get(language.code).ugettext(_OFFER)
        return Offer(language, self._in_language(language.code), words)

    def starting(self) -> list[tuple[Language, str]]:
        """What a kiosk says while it is shut, once in each language that a voice can read."""
        catalogues = services().current.catalogues()
        return [(language, catalogues.get(language.code).ugettext(_STARTING)) for language in _voices().values()]

    @property
    def alternates(self) -> list[tuple[str, str]]:
        """This page's whole addresses by the ``hreflang`` that search engines know it by; lättläst has no code."""
        addresses = [
            (language.html, self.root + quote(urls.prefixed(self.path, code)))
            for code, language in self.offered_languages.items()
            if code == ORIGINAL or language.html != LANGUAGES[ORIGINAL].html
        ]
        return [*addresses, ("x-default", self.root + quote(self.path))]

    @property
    def home(self) -> str:
        """Where the next visitor begins: the start page of the mode, in Swedish."""
        return urls.prefixed("/", ORIGINAL, self.mode.code)

    def url(self, path: str) -> str:
        """An address of the portal in this page's language and mode."""
        return urls.with_query(urls.prefixed(path, self.language.code, self.mode.code), self.kept)

    def form_url(self, path: str) -> str:
        """The same for a form, which carries along in fields of its own what must be."""
        return urls.prefixed(path, self.language.code, self.mode.code)

    def may_link(self, address: str) -> bool:
        """Whether an address outside the portal may be a link here."""
        return self.mode.leads_out or (urlsplit(address).hostname or "") in self.hosts

    @property
    def toggled_keys(self) -> str:
        """This very page with single-key shortcuts on where they are off, and the other way round."""
        query = [parameter for parameter in self.query if parameter != KEYS_OFF]
        at = urls.prefixed(self.path, self.language.code, self.mode.code)
        return urls.with_query(quote(at), query if self.keys_off else [*query, KEYS_OFF])

    def languages(self) -> list[tuple[Language, str]]:
        """Every language that the place offers, and the page's own, and this very page in it."""
        return [(language, self._in_language(code)) for code, language in self.offered_languages.items()]

    def _in_language(self, code: str) -> str:
        return urls.with_query(urls.prefixed(quote(self.path), code, self.mode.code), self.query)


def _voices() -> dict[str, Language]:
    """The languages that the portal speaks, by their ``lang``: once each, and none that has no catalogue."""
    catalogues = services().current.catalogues()
    return {
        language.html: language
        for language in LANGUAGES.values()
        if language.is_original or (catalogues.has(language.code) and language.html != LANGUAGES[ORIGINAL].html)
    }


def _with_comma_apart(language: Language) -> Language:
    """On a shared screen each link is a row of its own: what parts links is marked, so that no comma stands alone."""
    return replace(language, comma=Markup('<span class="comma">{}</span>').format(language.comma))


def _offered(context: PageContext | None, language: Language) -> dict[str, Language]:
    """Swedish, those that the place has chosen, all where it has chosen none, and the page's own."""
    chosen = context.searcher.place.languages if context else ()
    offered = {ORIGINAL, language.code, *(chosen or LANGUAGES)}
    return {code: each for code, each in LANGUAGES.items() if code in offered}


def _file(file: PlaceFile | None) -> str:
    return f"/static/{file.name}" if file else ""


def chrome(authority: str = "") -> Chrome:
    """What stands around the page of this request.

    Args:
        authority: Whose page it is; empty for one that is of none in particular.
    """
    context = context_or_none()
    about = replace(context, scope=authority) if context and context.has_several and authority else context
    language, mode, settings = current_language(), MODES[g.mode], services().settings
    root = origin.root()
    translated = language.is_original or services().current.catalogues().has(language.code)
    path, query = ("/", ()) if "failed" in g else (g.plain_path, used_parameters())
    is_preview = context is not None and context.searcher.place.is_preview
    plain = root + quote(urls.prefixed(path, language.code))
    return Chrome(
        mode=mode,
        language=_with_comma_apart(language) if mode is KIOSK else language,
        html_lang=language.html if translated else LANGUAGES[ORIGINAL].html,
        direction=language.direction if translated else LANGUAGES[ORIGINAL].direction,
        path=path,
        query=query,
        address=urls.with_query(plain, [parameter for parameter in query if parameter != KEYS_OFF]),
        canonical=plain,
        root=root,
        indexed=path != "/sok" and mode is PLAIN and "failed" not in g and not is_preview,
        kept=kept_parameters(),
        keys_off=keys_are_off(),
        copy_keys=tuple(((context and context.searcher.place.copy_keys) or COPY_KEYS).split("+")),
        offered_languages=_offered(context, language),
        subject=subject(context, authority),
        is_own_service=context is not None and context.searcher.place.answers_for_itself,
        place_name=context.searcher.place.name if context else "",
        logo=_file(logo(context.searcher)) if context else "",
        colours=_file(colours(context.searcher)) if context else "",
        authorities=names_apart(context),
        idle=(settings.kiosk_idle, settings.kiosk_warning),
        hosts=settings.kiosk_hosts,
        amiss=amiss(about, "" if "failed" in g else plain) if about and mode is not KIOSK else None,
        staff=staff(context) if mode is KIOSK else None,
        oral=oral_request(about) if mode is DESK else None,
        is_preview=is_preview,
    )
