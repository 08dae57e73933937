"""Weights: each has its reason beside it, and a judged query that comes out worse without it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from data.kinds import EntryType
from index import weights
from index.answer.search import Searcher
from index.build.builder import build
from index.measure.evaluate import PortalRanker, outcomes
from tests.support import REPOSITORY, judged_queries

if TYPE_CHECKING:
    from pathlib import Path

    from data.model import Description
    from index.measure.evaluate import Judged

QUERIES = {(judged.query, judged.language): judged for judged in judged_queries()}
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
    ("FORMS", "w:", 0.0, "fel på kommunens hemsida"),
    ("FORMS", "s:", 1.0, "fel på kommunens hemsida"),
    ("FORMS", "f:", 1.0, "fel på kommunens hemsida"),
    ("FORMS", "h:", 1.0, "miljö och klimat"),
    ("FORMS", "p:", 0.0, "mejl till kommunen"),
    ("FORMS", "n:", 0.0, "vem leder kommunstyrelsens kontor"),
    ("TYPES", "record_type", 1.0, "kansliet"),
    ("TYPES", "finding_aid", 1.0, "var sparas jobbansökningar"),
    ("TYPES", "unit", 0.0, "personalutskottet"),
    ("TYPES", "provision", 0.0, "sekretess"),
    ("TYPES", "guide", 0.0, "hur tar jag del av allmänna handlingar"),
    ("TYPES", "section", 1.0, "offentlighets- och sekretesslagen"),
    ("TYPES", "exchange", 1.0, "lönecenter"),
    ("", "HEAD", 0.0, "e-postloggar"),
    ("", "MODIFIER", 0.0, "upphandlingsstrategi"),
    ("", "LIGHT_HEAD", 1.0, "diarielista"),
    ("", "OTHER_LANGUAGE", 1.0, "varför är vissa rader överstrukna i det jag fick ut"),
    ("", "WEAK", 1.0, "vilka avdelningar finns under kommunstyrelsen"),
    ("", "TIE", 1.0, "varifrån får kommunen uppgifter om oss som bor här"),
)


def ndcg(searcher: Searcher, judged: Judged) -> float:
    """How good the whole list is; a right answer that falls pulls it down."""
    (outcome,) = outcomes(PortalRanker(searcher), [judged], list(searcher.entries.values()))
    return outcome.ndcg


@pytest.fixture(scope="module")
def rebuilt(generations: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generations to build beside: what the words were compiled to is taken over, which is a third of the work."""
    root = tmp_path_factory.mktemp("weights") / "generations"
    shutil.copytree(generations, root, symlinks=True)
    return root


@pytest.mark.parametrize(("table", "weight", "instead", "query"), PROOFS)
def test_a_judged_query_comes_out_worse_without_the_weight(  # noqa: PLR0913, PLR0917  (fixtures)
    searcher: Searcher,
    descriptions: list[Description],
    monkeypatch: pytest.MonkeyPatch,
    rebuilt: Path,
    table: str,
    weight: str,
    instead: float,
    query: str,
) -> None:
    judged = QUERIES[query, "sv"]
    before = ndcg(searcher, judged)
    if table == "TYPES":  # what types weigh is in the arrays of a generation
        monkeypatch.setitem(weights.TYPES, EntryType(weight), instead)
        searcher = Searcher(build(rebuilt, descriptions, attachments={"weight": weight.encode()}))
    elif table:
        monkeypatch.setitem(TABLES[table], weight, instead)
    else:
        monkeypatch.setattr(weights, weight, instead)
    assert ndcg(searcher, judged) < before - 0.001


def test_each_weight_has_a_proof() -> None:
    all_ = {(name, str(key)) for name, table in TABLES.items() for key in table}
    single = {("", name) for name in vars(weights) if name.isupper() and name not in TABLES}
    proven = {(table, weight) for table, weight, _instead, _query in PROOFS}
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


@pytest.mark.parametrize("name", ["MODIFIER", "LIGHT_HEAD", "OTHER_LANGUAGE", "WEAK", "TIE"])
def test_each_single_weight_is_followed_by_its_reason(name: str) -> None:
    assert re.search(rf'^{name} = [\d.]+\n(?:\w+ = [\d.]+\n)*"""', SOURCE, re.MULTILINE)
