"""From ``beskrivning.toml`` to `SourceText`: the only place that knows that file's Swedish keys."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from data.kinds import Direction, Topic, UnitKind
from data.loader.tables import records
from data.model import (
    Authority,
    CaseRegister,
    ContactRole,
    DataExchange,
    Document,
    FindingAid,
    Passage,
    SecrecyProvision,
    Section,
    SourceText,
    Statement,
    Unit,
)

if TYPE_CHECKING:
    from data.loader.tables import TableReader, TomlFile

UNIT_KINDS = {
    "styrelse": UnitKind.BOARD,
    "utskott": UnitKind.COMMITTEE,
    "kontor": UnitKind.OFFICE,
    "avdelning": UnitKind.DEPARTMENT,
    "enhet": UnitKind.UNIT,
    "verksamhet": UnitKind.ACTIVITY,
    "annan-organisation": UnitKind.EXTERNAL,
}
DIRECTIONS = {
    "hamtas": Direction.FETCHED,
    "lamnas": Direction.SUPPLIED,
    "kommunikation": Direction.COMMUNICATES,
}
TOPICS = {
    "diarieforing": Topic.REGISTRATION,
    "sekretess": Topic.SECRECY,
    "forsaljning": Topic.SALE,
    "bevarande": Topic.RETENTION,
    "hjalpmedel": Topic.ACCESS_AID,
    "upplysningar": Topic.INFORMATION,
    "arkiv": Topic.ARCHIVE,
}


def source_text(file: TomlFile, original_sha256: str) -> SourceText:
    """Read the whole file; problems go to the file's report."""
    root = file.root
    passages = records(root, "stycke", _passage)
    numbered = _numbered(passages)
    by_section: dict[str, list[str]] = defaultdict(list)
    for passage in numbered.values():
        by_section[passage.section].append(passage.id)
    source = SourceText(
        authority=_authority(root.table("myndighet", required=True)),
        document=_document(root.table("beskrivning", required=True)),
        case_register=_case_register(root.table("diarium")),
        sections={
            id_: replace(section, passages=tuple(by_section[id_]))
            for id_, section in records(root, "avsnitt", _section).items()
        },
        passages=numbered,
        units=records(root, "enhet", _unit),
        finding_aids=records(root, "sokmedel", _finding_aid),
        provisions=records(root, "lagrum", _provision),
        exchanges=records(root, "uppgift", _exchange),
        contact_roles=records(root, "kontaktroll", _contact_role),
        statements=records(root, "utsaga", _statement),
        original_sha256=original_sha256,
    )
    root.finish()
    return source


def _numbered(passages: dict[str, Passage]) -> dict[str, Passage]:
    counts: dict[str, int] = defaultdict(int)
    numbered: dict[str, Passage] = {}
    for id_, passage in passages.items():
        counts[passage.section] += 1
        numbered[id_] = replace(passage, number=counts[passage.section])
    return numbered


def _authority(table: TableReader | None) -> Authority:
    if table is None:
        return Authority("", "", "", "", "", "", "", ())
    name = table.string("namn", required=True)
    authority = Authority(
        id=table.string("id", required=True),
        name=name,
        short_name=table.string("kortnamn") or name,
        organisation=table.string("organisation", required=True),
        website=table.string("webbplats"),
        switchboard=table.string("vaxel"),
        unit=table.string("enhet", required=True),
        passages=table.strings("stycken", required=True),
    )
    table.finish()
    return authority


def _document(table: TableReader | None) -> Document:
    if table is None:
        return Document("", "", "", "", ())
    document = Document(
        title=table.string("titel", required=True),
        number=table.string("diarienummer", required=True),
        replaces=table.string("ersatter"),
        drawn_up_by=table.string("upprattad_av"),
        passages=table.strings("stycken", required=True),
    )
    table.finish()
    return document


def _case_register(table: TableReader | None) -> CaseRegister | None:
    if table is None:
        return None
    register = CaseRegister(
        website=table.string("webbplats"),
        path=table.strings("sokvag"),
        finding_aid=table.string("sokmedel"),
        passages=table.strings("stycken", required=True),
    )
    table.finish()
    return register


def _section(table: TableReader) -> Section:
    return Section(id=table.id, heading=table.string("rubrik"))


def _passage(table: TableReader) -> Passage:
    return Passage(
        id=table.id,
        section=table.string("avsnitt", required=True),
        number=0,
        text=table.string("text", required=True),
        subheading=table.string("underrubrik"),
    )


def _unit(table: TableReader) -> Unit:
    return Unit(
        id=table.id,
        name=table.string("namn", required=True),
        kind=table.choice("slag", UNIT_KINDS, UnitKind.UNIT, required=True),
        parent=table.string("under"),
        tasks=table.strings("uppgifter"),
        head=table.string("chef"),
        email=table.string("epost"),
        phone=table.string("telefon"),
        aliases=table.strings("kallas_ocksa"),
        passages=table.strings("stycken", required=True),
    )


def _finding_aid(table: TableReader) -> FindingAid:
    return FindingAid(
        id=table.id,
        name=table.string("namn", required=True),
        aliases=table.strings("kallas_ocksa"),
        holds=table.strings("innehaller", required=True),
        caveats=table.strings("forbehall"),
        unit=table.string("enhet"),
        passages=table.strings("stycken", required=True),
    )


def _provision(table: TableReader) -> SecrecyProvision:
    return SecrecyProvision(
        id=table.id,
        law=table.string("lag", required=True),
        chapter=table.integer("kapitel", required=True),
        paragraph=table.integer("paragraf", required=True),
        usual=table.boolean("vanlig", default=True),
        passages=table.strings("stycken", required=True),
    )


def _exchange(table: TableReader) -> DataExchange:
    return DataExchange(
        id=table.id,
        direction=table.choice("riktning", DIRECTIONS, Direction.COMMUNICATES, required=True),
        party=table.string("part", required=True),
        what=table.strings("vad"),
        how=table.string("hur"),
        when=table.string("nar"),
        finding_aid=table.string("sokmedel"),
        unit=table.string("enhet"),
        passages=table.strings("stycken", required=True),
    )


def _contact_role(table: TableReader) -> ContactRole:
    return ContactRole(
        id=table.id,
        name=table.string("namn", required=True),
        phone=table.string("telefon"),
        passages=table.strings("stycken", required=True),
    )


def _statement(table: TableReader) -> Statement:
    return Statement(
        id=table.id,
        topic=table.choice("amne", TOPICS, Topic.INFORMATION, required=True),
        quote=table.string("citat", required=True),
        passage=table.string("stycke", required=True),
        units=table.strings("enheter"),
    )
