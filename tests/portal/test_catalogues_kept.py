"""A translation that loses a number, an address or a proper name is told, and what may differ is not."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog

from data.problems import Report
from portal.catalogues.kept import check_kept
from portal.languages import LANGUAGES
from tests.in_turn import in_turn


def told(code: str, swedish: str, translated: str) -> list[str]:
    catalog, report = Catalog(), Report()
    catalog.add(swedish, translated)
    check_kept("a.po", LANGUAGES[code], catalog, report)
    return [str(problem) for problem in report.errors]


@in_turn(
    ("code", "swedish", "translated", "fault"),
    [
        ("fi", "Ring 011-15 00 00.", "Soita 011-15 00 01.", "saknar 00. Skriv talen"),
        ("fi", "Ring 011-15 00 00.", "Soita 011-15 00 01.", "har 01, som inte står"),
        ("en", "Ärendet KS 2019/0917", "The case KS 2019", "saknar 0917"),
        ("en", "Från 2 juli 2025", "From 2 July 2024", "har 2024, som inte står"),
        ("ar", "Högst 12 ord", "١٣ كلمة", "saknar 12"),
        ("en", "Mejla kansliet@exempel.se.", "Write to the office.", "saknar adressen kansliet@exempel.se"),
        ("fi", "Löner finns i Heroma.", "Palkat ovat järjestelmässä.", "saknar namnet Heroma"),
        ("ar", "Kollega konsument", "الزميل المستهلك", "saknar namnet Kollega konsument"),
        ("latt", "Ring 011-15 00 00.", "Ring växeln.", "saknar 00, 011, 15"),
        ("latt", "Löner finns i Heroma.", "Löner finns i ett system.", "saknar namnet Heroma"),
        ("latt", "Lagen (2018:1937)", "Lagen från 2019", "har 2019, som inte står"),
    ],
)
def test_what_is_lost_or_changed_is_told(code: str, swedish: str, translated: str, fault: str) -> None:
    assert [each for each in told(code, swedish, translated) if fault in each] != []


@pytest.mark.parametrize(
    ("code", "swedish", "translated"),
    [
        ("ar", "Högst 12 ord", "١٢ كلمة"),
        ("fi", "Löner finns i Heroma.", "Palkat ovat Heromassa."),
        ("latt", "Det står i 2 kap. 16 § i lagen.", "Det står i lagen."),
        ("fi", "Ring 011-15 00 00.", ""),
    ],
)
def test_what_may_differ_is_not_told(code: str, swedish: str, translated: str) -> None:
    assert told(code, swedish, translated) == []
