"""Plain text, as it is pasted, mailed or saved by an old program."""

from __future__ import annotations

from data.importing.reading.text import read
from tests.data.importing.made import told
from tests.in_turn import in_turn
from tests.support import REPOSITORY

_WRAPPED = """\
Beskrivning av nämndens allmänna handlingar

1 Organisation

Miljöenheten ansvarar för tillsyn över miljö- och hälsoskydd, livsmedel och
tobak. Enheten för också kommunens register över enskilda avlopp i it-
systemet Ecos och lämnar upplysningar om allmänna handlingar till den som frå-
gar efter dem. Personuppgifter lämnas inte.
E-post: miljo@tallmo.example
Telefon: 099-000 00 30

SEKRETESS

Vanliga bestämmelser i it-systemet är:
- 18 kap. 8 § om säkerhet, som gäller för ritningar över skyddsobjekt och lar-
  manläggningar
- 19 kap. 3 §

System\tEnhet
Ecos\tMiljöenheten

Innehåll
Organisation ...... 1
Sekretess ......... 2

Sida 2 (2)
"""
_JOINED = (
    "Miljöenheten ansvarar för tillsyn över miljö- och hälsoskydd, livsmedel och tobak. Enheten för också kommunens "
    "register över enskilda avlopp i it-systemet Ecos och lämnar upplysningar om allmänna handlingar till den som "
    "frågar efter dem. Personuppgifter lämnas inte.\nE-post: miljo@tallmo.example\nTelefon: 099-000 00 30"
)


def test_lines_that_were_broken_are_joined_and_those_that_somebody_ended_are_not() -> None:
    document = read(_WRAPPED.encode(), lambda: None)
    assert told(document) == [
        "Beskrivning av nämndens allmänna handlingar",
        "heading: 1 Organisation",
        _JOINED,
        "heading: SEKRETESS",
        "Vanliga bestämmelser i it-systemet är:",
        "list-item: 18 kap. 8 § om säkerhet, som gäller för ritningar över skyddsobjekt och larmanläggningar",
        "list-item: 19 kap. 3 §",
        "table-row: System | Enhet",
        "table-row: Ecos | Miljöenheten",
    ]
    assert [block.place for block in document.blocks][:3] == ["rad 1", "rad 3", "rad 5"]
    assert len(document.furniture) == 4


@in_turn(
    ("encoding", "says"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ("Läst som UTF-16.",)),
        ("utf-16-be", ("Läst som UTF-16.",)),
        ("latin-1", ("Läst som Latin-1 (Windows-1252), eftersom filen inte är UTF-8: kontrollera å, ä och ö.",)),
        ("cp850", ("Läst som CP850 (DOS), eftersom filen inte är UTF-8: kontrollera å, ä och ö.",)),
        ("mac_roman", ("Läst som Mac Roman, eftersom filen inte är UTF-8: kontrollera å, ä och ö.",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_encoding_is_found_and_told_where_it_is_an_old_one(encoding: str, says: tuple[str, ...]) -> None:
    text = "Nämnden för miljö och hälsa i Älvsta har egna åtaganden.\r\n\r\nÖvrigt söks hos arkivet.\r\n"
    document = read(text.encode(encoding), lambda: None)
    assert told(document) == ["Nämnden för miljö och hälsa i Älvsta har egna åtaganden.", "Övrigt söks hos arkivet."]
    assert document.notices == says


def test_the_headings_of_a_description_without_marks_are_found_by_how_they_stand() -> None:
    original = (REPOSITORY / "data/descriptions/norrkoping-ks/original.txt").read_bytes()
    headings = [block.text for block in read(original, lambda: None).blocks if block.kind == "heading"]
    assert {"Inledning", "Kontaktpersoner", "H-diarium", "Bevarande och gallring"} <= set(headings)
    assert not any("@" in heading for heading in headings)
