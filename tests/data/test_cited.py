"""A provision stands in a text where its law, chapter and paragraph do, in whatever spelling."""

from __future__ import annotations

from data.cited import cites
from tests.in_turn import in_turn

LIST = "Följande gäller: 18 kap 3 §, 19 kap 3 §, 21 kap 1 och 3 §§, 39 kap 1-3 §§."


@in_turn(
    ("text", "law", "chapter", "paragraph"),
    [
        (LIST, "OSL", 18, "3"),
        (LIST, "OSL", 21, "1"),
        (LIST, "OSL", 21, "3"),
        (LIST, "OSL", 39, "2"),
        (LIST, "Offentlighets- och sekretesslagen", 39, "3"),
        ("OSL 30:23", "OSL", 30, "23"),
        ("39:1–3 OSL gäller.", "OSL", 39, "2"),
        ("24 kap. 8 § offentlighets- och sekretesslagen (2009:400)", "OSL", 24, "8"),
        ("offentlighets- och sekretesslagen (2009:400) 24 kap. 8 §", "OSL", 24, "8"),
        ("21 kapitlet 1, 3 samt 5 b §§", "OSL", 21, "5 b"),
        ("21 kap. 1 t.o.m. 5 §§", "OSL", 21, "4"),
        ("39 kap. 1\u20133 §§", "OSL", 39, "3"),
        ("kap. 21 § 3", "OSL", 21, "3"),
        ("21 kap. 3 § första stycket OSL", "OSL", 21, "3"),
        ("Enligt 2 kap. 16 § tryckfrihetsförordningen lämnas kopia ut.", "TF", 2, "16"),
        ("Enligt arkivlagen bevaras allt. För uppgifter gäller 21 kap. 1 §.", "OSL", 21, "1"),
        ("3 kap. 1 § kommunallagen", "KL", 3, "1"),
        ("3 kap. 1 § kommunallagen", "Kommunallagen", 3, "1"),
        ("26 kap. 1 § LVX", "LVX", 26, "1"),
        ("Uppgifter om bolag och förslag skyddas kl 8–16 av 19 kap. 3 §.", "OSL", 19, "3"),
        ("15 kap. 1 och 2 §§ samt 18 kap. 1 § OSL", "OSL", 15, "2"),
        ("21 kap. OSL", "OSL", 21, ""),
        ("9 § OSF", "OSF", 0, "9"),
        ("9 § offentlighets- och sekretessförordningen (2009:641)", "OSF", 0, "9"),
        ("7 kap. 4 § sekretesslagen (1980:100)", "Sekretesslagen (1980:100)", 7, "4"),
        ("Enligt sekretesslagen (1980:100) gällde 7 kap. 4 §.", "Sekretesslagen (1980:100)", 7, "4"),
        ("7 kap. 4 § sekretesslagen", "OSL", 7, "4"),
        ("39 kap. 1–5 b §§", "OSL", 39, "4"),
        ("30 kap. 23 § och 9 § offentlighets- och sekretessförordningen", "OSL", 30, "23"),
        ("30 kap. 23 § och 9 § offentlighets- och sekretessförordningen", "OSF", 0, "9"),
        ("39 kap. 1–5 b §§", "OSL", 39, "5 a"),
        ("15 kap. 1 § och 2 § (utrikessekretess)", "OSL", 15, "2"),
        ("7 kap. 11 § sekretesslagen (1980:100)", "sekretesslagen (1980:100)", 7, "11"),
    ],
)
def test_it_is_cited(text: str, law: str, chapter: int, paragraph: str) -> None:
    assert cites(text, law, chapter, paragraph)


@in_turn(
    ("text", "law", "chapter", "paragraph"),
    [
        (LIST, "OSL", 9, "1"),
        (LIST, "OSL", 39, "99"),
        (LIST, "OSL", 39, "4"),
        (LIST, "OSL", 21, "2"),
        (LIST, "OSL", 1, "8"),
        (LIST, "TF", 39, "1"),
        (LIST, "KL", 39, "1"),
        ("21 kap. gäller", "OSL", 21, "1"),
        ("9 § OSF", "OSL", 0, "9"),
        ("7 kap. 4 § sekretesslagen (1980:100)", "OSL", 7, "4"),
        ("sekretesslagen (1980:100) 7 kap. 4 §", "OSL", 7, "4"),
        ("7 kap. 4 § sekretesslagen", "Sekretesslagen (1980:100)", 7, "4"),
        ("3 kap. 1 § kommunallagen", "OSL", 3, "1"),
        ("3 kap. 1 § första stycket kommunallagen", "OSL", 3, "1"),
        ("3 kap. 1 §, 4 kap. 2 § och 5 kap. 1 § kommunallagen", "OSL", 3, "1"),
        ("kommunallagen (2017:725) 3 kap. 1 § och 4 kap. 2 §", "OSL", 4, "2"),
        ("Enligt socialtjänstlagen tillämpar nämnden 11 kap. 5 §.", "OSL", 11, "5"),
        ("7 kap. 1 § aktiebolagslagen", "OSL", 7, "1"),
        ("11 kap. 5 § SoL", "OSL", 11, "5"),
        ("26 kap. 1 § OSL", "SoL", 26, "1"),
        ("21 kap. 5 b §", "OSL", 21, "5"),
        ("21 kap. 5 §", "OSL", 21, "5 b"),
        ("Öppet måndag 8:30 och fredag 10:15", "OSL", 8, "30"),
        ("lagen (2009:400)", "OSL", 9, "4"),
        ("1 § och 21 kap.", "OSL", 21, "1"),
        ("7 kap. 11 § sekretesslagen (1980:100)", "OSL", 7, "11"),
        ("39 kap. 1–5 b §§", "OSL", 39, "5 c"),
        ("", "OSL", 21, "1"),
    ],
)
def test_it_is_not_cited(text: str, law: str, chapter: int, paragraph: str) -> None:
    assert not cites(text, law, chapter, paragraph)
