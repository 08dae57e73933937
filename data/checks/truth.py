"""Truth: the original is untouched, all of it is used once, and every fact stands in its passages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.quotes import contains, mentions, normalised, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.loader import Loaded
    from data.loader.tables import TomlFile
    from data.model import Description, Quote

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
SHOWN = 60
"""Characters of a text that a message repeats, so that it can be found by eye."""

Fact = tuple[tuple[str | int, ...], str, tuple[str, ...]]
"""Where it stands in the file, the words, and the passages that should hold them."""


def check_original(loaded: Loaded, _description: Description) -> None:
    """The frozen text has the checksum that stands beside it."""
    if loaded.original_sha256 != loaded.stated_sha256:
        loaded.report.error(
            f"{loaded.directory}/original.txt",
            0,
            "texten har ändrats: kontrollsumman stämmer inte med original.txt.sha256. Återställ original.txt; "
            "beskrivningens text ändras aldrig. Är det ett nytt beslut, börja om i en ny mapp.",
        )


def check_paragraphs(loaded: Loaded, description: Description) -> None:
    """Every paragraph of the original is in exactly one passage or heading, in the same order."""
    file = loaded.file("/beskrivning.toml")
    wanted = paragraphs(loaded.original)
    at = 0
    for path, text in _pieces(description):
        piece = normalised(text)
        joined = wanted[at] if at < len(wanted) else ""
        following = at + 1
        # A sentence that a page break cut in two is one passage: join until the piece is whole.
        while following < len(wanted) and len(joined) < len(piece) and piece.startswith(joined):
            joined = f"{joined} {wanted[following]}"
            following += 1
        if joined == piece:
            at = following
        else:
            _explain(loaded, file, path, piece, wanted, at)
            at = wanted.index(piece, at) + 1 if piece in wanted[at:] else at
    for missing in wanted[at:]:
        loaded.report.error(
            file.name,
            0,
            f"originalets stycke ”{_short(missing)}” finns inte i filen. Lägg till det som ett stycke på sin plats.",
        )


def _pieces(description: Description) -> Iterator[tuple[tuple[str, ...], str]]:
    source = description.source
    for section in source.sections.values():
        if section.heading:
            yield ("avsnitt", section.id, "rubrik"), section.heading
        for id_ in section.passages:
            passage = source.passages[id_]
            if passage.subheading:
                yield ("stycke", id_, "underrubrik"), passage.subheading
            yield ("stycke", id_, "text"), passage.text


def _explain(loaded: Loaded, file: TomlFile, path: tuple[str, ...], piece: str, wanted: list[str], at: int) -> None:
    line = file.line(path)
    if piece in wanted[:at]:
        loaded.report.error(file.name, line, f"”{_short(piece)}” används två gånger. Varje stycke ska stå en gång.")
    elif piece in wanted[at:]:
        for skipped in wanted[at : wanted.index(piece, at)]:
            loaded.report.error(
                file.name,
                line,
                f"originalets stycke ”{_short(skipped)}” saknas före detta. Lägg till det som ett stycke.",
            )
    else:
        loaded.report.error(
            file.name,
            line,
            f"”{_short(piece)}” stämmer inte ord för ord med originalet. Kopiera stycket från original.txt.",
        )


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
        if passage and not contains(passage.whole, quote.text):
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
    source = description.source
    authority, document = source.authority, source.document
    for key, words in (
        ("namn", authority.name),
        ("organisation", authority.organisation),
        ("vaxel", authority.switchboard),
    ):
        yield ("myndighet", key), words, authority.passages
    for key, words in (
        ("titel", document.title),
        ("diarienummer", document.number),
        ("ersatter", document.replaces),
    ):
        yield ("beskrivning", key), words, document.passages
    if source.diary:
        yield ("diarium", "webbplats"), source.diary.website, source.diary.passages
        for index, step in enumerate(source.diary.path):
            yield ("diarium", "sokvag", index), step, source.diary.passages
    for unit in source.units.values():
        yield from _named(
            "enhet",
            unit.id,
            unit.passages,
            namn=unit.name,
            chef=unit.head,
            epost=unit.email,
            telefon=unit.phone,
        )
        yield from _listed("enhet", unit.id, unit.passages, uppgifter=unit.tasks, kallas_ocksa=unit.aliases)
    for aid in source.finding_aids.values():
        yield from _named("sokmedel", aid.id, aid.passages, namn=aid.name)
        yield from _listed(
            "sokmedel",
            aid.id,
            aid.passages,
            innehaller=aid.holds,
            forbehall=aid.caveats,
            kallas_ocksa=aid.aliases,
        )
    for exchange in source.exchanges.values():
        yield from _named(
            "uppgift",
            exchange.id,
            exchange.passages,
            part=exchange.party,
            hur=exchange.how,
            nar=exchange.when,
        )
        yield from _listed("uppgift", exchange.id, exchange.passages, vad=exchange.what)
    for role in source.contact_roles.values():
        yield from _named("kontaktroll", role.id, role.passages, namn=role.name, telefon=role.phone)
    for statement in source.statements.values():
        yield from _named("utsaga", statement.id, (statement.passage,), citat=statement.quote)


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
