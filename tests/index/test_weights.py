"""Weights: each has its reason beside it, and a judged query that comes out worse without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from data.kinds import EntryType
from index import weights
from index.generation import WHOOSH
from index.measure.evaluate import DEPTH, Ranking, outcomes
from index.result import Coverage, SearchRequest
from tests.in_turn import in_turn
from tests.index.engine.plain import PlainEngine
from tests.support import REPOSITORY, fresh_queries, judged_queries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.answer.search import Searcher
    from index.measure.evaluate import Judged

QUERIES = {judged.query: judged for judged in (*judged_queries(), *fresh_queries())}
TABLES: dict[str, dict[Any, float]] = {"FIELDS": weights.FIELDS, "FORMS": weights.FORMS, "TYPES": weights.TYPES}
SOURCE = (REPOSITORY / "index" / "weights.py").read_text(encoding="utf-8")

# Table, weight, what it is set to instead, and the query that is then answered worse.
PROOFS: tuple[tuple[str, str, float, str], ...] = (
    ("FIELDS", "code", 1.0, "digitalisering@norrkoping.se"),
    ("FIELDS", "name", 1.0, "vad gör kommunstyrelsen"),
    ("FIELDS", "words", 1.0, "vem gör löneutbetalningarna åt kommunen"),
    ("FIELDS", "answer", 1.0, "kommunstyrelsens kansli"),
    ("FIELDS", "source", 0.0, "heroma"),
    ("FIELDS", "code_source", 10.0, "+46 11-15 00 00"),
    ("FIELDS", "label", 4.0, "vem har mejlat vem"),
    ("FIELDS", "intent", 0.0, "är det gratis att läsa handlingar på plats"),
    ("FORMS", "w:", 0.0, "registrator"),
    ("FORMS", "s:", 1.3, "vad gör kommunstyrelsen"),
    ("FORMS", "f:", 0.0, "kallelse + bil KF sept"),
    ("FORMS", "h:", 1.0, "miljö och klimat"),
    ("FORMS", "p:", 0.0, "mejl till kommunen"),
    ("FORMS", "n:", 0.0, "vad gör kommunstyrelsen"),
    ("TYPES", "record_type", 1.0, "kansliet"),
    ("TYPES", "finding_aid", 1.0, "kommunstyrelsen kansli epsot"),
    ("TYPES", "unit", 0.0, "personalutskottet"),
    ("TYPES", "provision", 0.0, "sekretess"),
    ("TYPES", "guide", 0.0, "hur tar jag del av allmänna handlingar"),
    ("TYPES", "section", 1.1, "offentlighets- och sekretesslagen"),
    ("TYPES", "exchange", 1.0, "lönecenter"),
    ("", "HEAD", 0.0, "e-postloggar"),
    ("", "MODIFIER", 0.0, "upphandlingsstrategi"),
    ("", "OTHER_LANGUAGE", 1.0, "How does the kommun protect its data from hackers?"),
    ("", "WEAK", 1.0, "vilka avdelningar finns under kommunstyrelsen"),
    ("", "WEAK_IN_PHRASE", 1.0, "kommunen jagar mig på cash, vem snackar man me innan kronofogden kopplas in"),
    ("", "CLUE", 0.0, "bugdett för nästa år komunen"),
    ("", "INTENT", 20.0, "vem bestämmer över krisledningen"),
    ("", "QUALIFIER", 1.0, "Vad tjänar personaldirektören, och kan jag se vilka som mejlat hen förra veckan?"),
    ("", "CLIPPED", 0.0, "säljer vi adr.listor t företag? ja el nej, snabbt"),
    ("", "TIE", 1.0, "varifrån får kommunen uppgifter om oss som bor här"),
)


class PlainRanker:
    """The portal's understanding before the plain engine, which weighs the types of entries as it answers.

    The engine that is built in has those weights in its arrays: each other weight would need another index.
    """

    def __init__(self, searcher: Searcher, engine: PlainEngine) -> None:
        """Understand by `searcher`, and find by `engine`."""
        self._searcher = searcher
        self._engine = engine

    def rank(self, query: str, language: str) -> Ranking:
        """The ten best entries, and whether coverage is full."""
        request = SearchRequest(query, language, limit=DEPTH)
        found = self._engine.find(self._searcher.understand(request), request)
        return Ranking(tuple(match.entry for match in found.matches), found.coverage is Coverage.FULL)


@pytest.fixture(scope="module")
def engine(searcher: Searcher) -> Iterator[PlainEngine]:
    """A plain engine on the real data."""
    plain = PlainEngine(searcher.folder / WHOOSH)
    yield plain
    plain.close()


def ndcg(searcher: Searcher, engine: PlainEngine, judged: Judged) -> float:
    """How good the whole list is as things weigh now; a right answer that falls pulls it down."""
    engine.forget_answers()
    (outcome,) = outcomes(PlainRanker(searcher, engine), [judged], list(searcher.entries.values()))
    return outcome.ndcg


@pytest.mark.parametrize(("table", "weight", "instead", "query"), PROOFS)
def test_a_judged_query_comes_out_worse_without_the_weight(  # noqa: PLR0913, PLR0917  (fixtures)
    searcher: Searcher,
    engine: PlainEngine,
    monkeypatch: pytest.MonkeyPatch,
    table: str,
    weight: str,
    instead: float,
    query: str,
) -> None:
    judged = QUERIES[query]
    before = ndcg(searcher, engine, judged)
    if table:
        key = EntryType(weight) if table == "TYPES" else weight
        monkeypatch.setitem(TABLES[table], key, instead)
    else:
        monkeypatch.setattr(weights, weight, instead)
    assert ndcg(searcher, engine, judged) < before - 0.001


def test_each_weight_has_a_proof() -> None:
    all_ = {(name, str(key)) for name, table in TABLES.items() for key in table}
    single = {("", name) for name in vars(weights) if name.isupper() and name not in TABLES}
    # No authority of the real data has ended: tests/index/build/test_ended.py has the proof.
    proven = {(table, weight) for table, weight, _instead, _query in PROOFS} | {("", "ENDED")}
    assert proven == all_ | single


def test_every_weight_weighs_something() -> None:
    named = {key: weight for table in TABLES.values() for key, weight in table.items()}
    single = {name: vars(weights)[name] for name in vars(weights) if name.isupper() and name not in TABLES}
    assert [name for name, weight in (named | single).items() if weight <= 0] == []


def test_each_weight_has_its_reason_beside_it() -> None:
    lines = SOURCE.splitlines()
    table = re.compile(r'    (?:"\w+"|terms\.\w+|EntryType\.\w+): [\d.]+,')
    rows = [at for at, line in enumerate(lines) if table.match(line)]
    assert len(rows) == sum(len(each) for each in TABLES.values())
    # A weight without a comment of its own shares the one above its neighbours.
    bare = [at for at in rows if not lines[at - 1].strip().startswith("#") and at - 1 not in rows]
    assert [lines[at] for at in bare] == []


@in_turn("name", ["MODIFIER", "OTHER_LANGUAGE", "WEAK", "TIE", "ENDED"])
def test_each_single_weight_is_followed_by_its_reason(name: str) -> None:
    assert re.search(rf'^{name} = [\d.]+\n(?:\w+ = [\d.]+\n)*"""', SOURCE, re.MULTILINE)
