"""Truth: the original is untouched, all of it is used once, and every fact stands in its passages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from data.quotes import contains, mentions, normalised, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.loader import Loaded
    from data.loader.tables import TomlFile
    from data.model import Description, Quote, SecrecyProvision
    from data.positions import Path as KeyPath

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
SHOWN = 60
"""Characters of a text that a message repeats, so that it can be found by eye."""

Fact = tuple[tuple[str | int, ...], str, tuple[str, ...]]
"""Where it stands in the file, the words, and the passages that should hold them."""


def check_original(loaded: Loaded) -> None:
    """The frozen text has the checksum that stands beside it."""
    if not loaded.original_sha256 or loaded.stated_sha256 is None:
        return  # a missing file is already reported
    if loaded.original_sha256 != loaded.stated_sha256:
        loaded.report.error(
            f"{loaded.directory}/original.txt",
            0,
            "texten har ändrats: kontrollsumman stämmer inte med original.txt.sha256. Återställ original.txt; "
            "beskrivningens text ändras aldrig. Är det ett nytt beslut, börja om i en ny mapp.",
        )


def check_paragraphs(loaded: Loaded, description: Description) -> None:
    """Every paragraph of the original is in exactly one passage or heading, in the same order."""
    if loaded.original is None:
        return  # already reported
    file = loaded.file("/beskrivning.toml")
    pieces = [(path, normalised(text)) for path, text in _pieces(description)]
    wanted = _unbroken(paragraphs(loaded.original), {text for _, text in pieces})
    places = _places([text for _, text in pieces], wanted)
    in_order = _rising([place for place in places if place is not None])
    for (path, text), place in zip(pieces, places, strict=True):
        if place in in_order:
            continue
        if place is not None:
            problem = "står inte på sin plats. Flytta det så att ordningen är originalets."
        elif text in wanted:
            problem = "används två gånger. Varje stycke ska stå en gång."
        else:
            problem = "stämmer inte ord för ord med originalet. Kopiera stycket från original.txt."
        loaded.report.error(file.name, file.line(path), f"”{_short(text)}” {problem}")
    for place, before in _missing(pieces, places, wanted, in_order):
        loaded.report.error(
            file.name,
            file.line(before) if before else 0,
            f"originalets stycke ”{_short(wanted[place])}” saknas {'före detta' if before else 'sist'}. "
            "Lägg till det som ett stycke.",
        )


def _pieces(description: Description) -> Iterator[tuple[KeyPath, str]]:
    source = description.source
    for section in source.sections.values():
        if section.heading:
            yield ("avsnitt", section.id, "rubrik"), section.heading
        for id_ in section.passages:
            passage = source.passages[id_]
            if passage.subheading:
                yield ("stycke", id_, "underrubrik"), passage.subheading
            if passage.text:
                yield ("stycke", id_, "text"), passage.text


def _unbroken(wanted: list[str], pieces: set[str]) -> list[str]:
    """Join what a page break cut in two wherever a passage holds it whole."""
    joined: list[str] = []
    at = 0
    while at < len(wanted):
        text, end = wanted[at], at + 1
        while text not in pieces and end < len(wanted) and any(piece.startswith(f"{text} ") for piece in pieces):
            text, end = f"{text} {wanted[end]}", end + 1
        if text not in pieces:
            text, end = wanted[at], at + 1
        joined.append(text)
        at = end
    return joined


def _places(pieces: list[str], wanted: list[str]) -> list[int | None]:
    """For each piece the paragraph that it is; None for one that is none, or is one already used."""
    free: dict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(wanted))):
        free[wanted[place]].append(place)
    return [free[piece].pop() if free[piece] else None for piece in pieces]


def _rising(places: list[int]) -> set[int]:
    """The longest rising run of places: the others are the fewest that must move."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    run: set[int] = set()
    place_or_none = ends[-1] if ends else None
    while place_or_none is not None:
        run.add(place_or_none)
        place_or_none = before[place_or_none]
    return run


def _missing(
    pieces: list[tuple[KeyPath, str]], places: list[int | None], wanted: list[str], in_order: set[int]
) -> Iterator[tuple[int, KeyPath | None]]:
    """Paragraphs that no piece is, and the path of the piece that they should precede.

    Where a misquoted piece stands in the place of one, that piece alone is the problem.
    """
    used = set(places)
    start = misquoted = 0
    for (path, text), place in (*zip(pieces, places, strict=True), ((None, ""), len(wanted))):
        if place is None:
            misquoted += text not in wanted
        elif place in in_order or path is None:
            absent = [each for each in range(start, place) if each not in used]
            if len(absent) > misquoted:
                yield from ((each, path) for each in absent)
            start, misquoted = place + 1, 0


def check_quotes(loaded: Loaded, description: Description) -> None:
    """Every quote stands word for word in the passage that it names."""
    for guidance in description.guidance.values():
        file, path = loaded.guidance_place(guidance)
        _check_record_quotes(loaded, description, file, path, guidance.quotes)
    for observation in description.observations.values():
        own = observation.id in loaded.own.observations
        file = loaded.file(f"{loaded.directory}/vagledning.toml" if own else "general/vagledning.toml")
        _check_record_quotes(loaded, description, file, ("iakttagelse", observation.id), observation.quotes)


def _check_record_quotes(
    loaded: Loaded, description: Description, file: TomlFile, path: tuple[str, str], quotes: tuple[Quote, ...]
) -> None:
    for index, quote in enumerate(quotes):
        passage = description.source.passages.get(quote.passage)
        if passage and quote.text and not contains(passage.whole, quote.text):
            loaded.report.error(
                file.name,
                file.line((*path, "citat", index)),
                f"citatet ”{_short(quote.text)}” står inte i stycket {quote.passage}. Kopiera orden från original.txt.",
            )


def check_facts(loaded: Loaded, description: Description) -> None:
    """What ``beskrivning.toml`` says of a thing stands in the passages that the thing points at."""
    file = loaded.file("/beskrivning.toml")
    passages = description.source.passages
    for path, words, ids in _facts(description):
        text = " ".join(passages[id_].whole for id_ in ids if id_ in passages)
        if words and text and not mentions(text, words):
            loaded.report.error(
                file.name,
                file.line(path),
                f"”{_short(words)}” står inte i de stycken som anges ({', '.join(ids)}). "
                "Använd textens ord, eller lägg till rätt stycke.",
            )


def _facts(description: Description) -> Iterator[Fact]:
    yield from _document_facts(description)
    source = description.source
    for unit in source.units.values():
        values = {"namn": unit.name, "chef": unit.head, "epost": unit.email, "telefon": unit.phone}
        yield from _named("enhet", unit.id, unit.passages, **values)
        yield from _listed("enhet", unit.id, unit.passages, uppgifter=unit.tasks, kallas_ocksa=unit.aliases)
    for aid in source.finding_aids.values():
        texts = {"innehaller": aid.holds, "forbehall": aid.caveats, "kallas_ocksa": aid.aliases}
        yield from _named("sokmedel", aid.id, aid.passages, namn=aid.name)
        yield from _listed("sokmedel", aid.id, aid.passages, **texts)
    for provision in source.provisions.values():
        yield from _named("lagrum", provision.id, provision.passages, kapitel=_chapter(provision))
    for exchange in source.exchanges.values():
        values = {"part": exchange.party, "hur": exchange.how, "nar": exchange.when}
        yield from _named("uppgift", exchange.id, exchange.passages, **values)
        yield from _listed("uppgift", exchange.id, exchange.passages, vad=exchange.what)
    for role in source.contact_roles.values():
        yield from _named("kontaktroll", role.id, role.passages, namn=role.name, telefon=role.phone)
    for statement in source.statements.values():
        yield from _named("utsaga", statement.id, (statement.passage,), citat=statement.quote)


def _document_facts(description: Description) -> Iterator[Fact]:
    """What is said of the authority, the document and the register of cases."""
    source = description.source
    authority, document, register = source.authority, source.document, source.case_register
    values = {
        "namn": authority.name,
        "organisation": authority.organisation,
        "vaxel": authority.switchboard,
        "webbplats": authority.website,
    }
    for key, words in values.items():
        yield ("myndighet", key), words, authority.passages
    values = {"titel": document.title, "diarienummer": document.number, "ersatter": document.replaces}
    for key, words in values.items():
        yield ("beskrivning", key), words, document.passages
    if register:
        yield ("diarium", "webbplats"), register.website, register.passages
        for index, step in enumerate(register.path):
            yield ("diarium", "sokvag", index), step, register.passages


def _chapter(provision: SecrecyProvision) -> str:
    return f"{provision.chapter} kap" if provision.chapter > 0 else ""  # no number is told by the loader


def _named(table: str, id_: str, passages: tuple[str, ...], **values: str) -> Iterator[Fact]:
    for key, words in values.items():
        yield (table, id_, key), words, passages


def _listed(table: str, id_: str, passages: tuple[str, ...], **values: tuple[str, ...]) -> Iterator[Fact]:
    for key, texts in values.items():
        for index, words in enumerate(texts):
            yield (table, id_, key, index), words, passages


def check_emails(loaded: Loaded, description: Description) -> None:
    """An e-mail address has the form of one."""
    file = loaded.file("/beskrivning.toml")
    for unit in description.source.units.values():
        if unit.email and not EMAIL.fullmatch(unit.email):
            loaded.report.error(
                file.name,
                file.line(("enhet", unit.id, "epost")),
                f"”{unit.email}” är ingen e-postadress. Skriv den som namn@exempel.se.",
            )


def _short(text: str) -> str:
    text = normalised(text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
