"""What hostile queries cost, and whether any request breaks the portal: `python -m tests.soak.requests`.

Costs are processor time of this process as it would be on a usual core (`tests.measured`), so that what else the
machine does, and how fast its cores are at this hour, count little; the collector of
garbage runs as it does in a worker: young rounds whenever they come, full ones between requests. Every query is
asked cold, and the most costly again, warm.
"""

from __future__ import annotations

import argparse
import logging
import random
import statistics
import sys
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import marisa_trie
from hypothesis import HealthCheck, Phase, given, settings

from index.result import SearchRequest
from index.words.hunspell import WORDS
from portal.app import create_app
from portal.languages import LANGUAGES
from portal.modes import MODES
from portal.server.gunicorn_config import FIRST_ASKED
from portal.services import collector
from portal.services.services import services_of
from portal.settings import Settings
from portal.web.urls import prefixed
from tests.measured import USUAL, yardstick
from tests.portal.from_document import Call, calls, disagreements
from tests.portal.fuzzing import MARK, Asked, Log, answer, faults, requests
from tests.soak.measures import percentile
from tests.soak.queries import Maker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

    from index.answer.search import Searcher

ALLOWED = 50.0
"""Milliseconds of a usual processor that a query may cost."""
_LOOK_EVERY = 50
"""Queries between two looks at how fast the core is."""
_SHOWN = 8
_REPEATED = 200


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """Milliseconds of processor, and what they were spent on."""

    milliseconds: float
    kind: str
    where: str
    query: str


def search_costs(searcher: Searcher, asked: Iterator[tuple[str, str]], seed: int) -> list[Cost]:
    """What each query costs the search, in some language."""
    chance = random.Random(seed)  # noqa: S311  (the same languages every time)
    return usual(search_cost(searcher, kind, chance.choice(list(LANGUAGES)), query) for kind, query in asked)


def usual(costs: Iterator[Cost]) -> list[Cost]:
    """Costs as they would be on a usual core: each by how fast this one was just before."""
    told, slowness = [], 1.0
    for number, cost in enumerate(costs):
        if number % _LOOK_EVERY == 0:
            slowness = statistics.median(yardstick() for _ in range(3)) / USUAL
        told.append(replace(cost, milliseconds=cost.milliseconds / slowness))
    return told


def search_cost(searcher: Searcher, kind: str, language: str, query: str) -> Cost:
    """What a query costs the search."""
    request = SearchRequest(query, language)
    before = time.process_time()
    searcher.search(request)
    cost = Cost((time.process_time() - before) * 1000, kind, language, query)
    collector.tidy()
    return cost


def page_costs(app: Flask, asked: Iterator[tuple[str, str]], seed: int) -> list[Cost]:
    """What each query costs as a whole page in some mode and language, from the address to the last byte."""
    chance = random.Random(seed)  # noqa: S311  (the same modes every time)
    client = app.test_client()
    collected: list[float] = []

    def page_cost(kind: str, query: str) -> Cost:
        path = prefixed("/sok", chance.choice(list(LANGUAGES)), chance.choice(list(MODES)))
        before = time.process_time()
        client.get(path, query_string={"q": query}, headers={"Accept-Encoding": "gzip"})
        cost = Cost((time.process_time() - before) * 1000, kind, path, query)
        collected.append(collection_cost())
        return cost

    costs = usual(page_cost(kind, query) for kind, query in asked)
    print(f"between pages: {sum(each > 0 for each in collected)} full collections, max {max(collected):.1f} ms")
    return costs


def collection_cost() -> float:
    """What a worker does after a reply: milliseconds, or 0 where there was nothing to do yet."""
    before = time.process_time()
    return (time.process_time() - before) * 1000 if collector.tidy() else 0.0


def tell(what: str, costs: list[Cost]) -> bool:
    """Print the costs; whether all are allowed."""
    times = [cost.milliseconds for cost in costs]
    over = sum(each > ALLOWED for each in times)
    median, most = percentile(times, 50), percentile(times, 99)
    print(
        f"{what}: {len(costs)} queries, median {median:.1f} ms, p99 {most:.1f}, max {max(times):.1f}, too dear {over}"
    )
    for cost in sorted(costs, reverse=True)[:_SHOWN]:
        print(f"  {cost.milliseconds:6.1f} ms  {cost.kind} ({cost.where})  {ascii(cost.query)[:70]}")
    return not over


def hostile(app: Flask, count: int, seed: int) -> bool:
    """Measure hostile queries, cold, warm and as pages."""
    searcher = services_of(app).current.get()
    trie = marisa_trie.BytesTrie()
    trie.mmap(str(searcher.folder / WORDS))
    words = sorted({word for word in trie.iterkeys() if word.isalpha()})
    cold = search_costs(searcher, Maker(seed, words).make(count), seed)
    fine = tell("cold", cold)
    dearest = sorted(cold, reverse=True)[:_REPEATED]
    warm = usual(search_cost(searcher, cost.kind, cost.where, cost.query) for cost in dearest)
    fine &= tell("the dearest, warm", warm)
    for path in FIRST_ASKED:
        app.test_client().get(path)
    return tell("whole pages, cold", page_costs(app, Maker(seed + 1, words).make(count // 5), seed)) and fine


def fuzz(app: Flask, count: int) -> bool:
    """Make that many requests of every kind, a quarter of them from the API's document; stops at the first fault."""
    log, seen = Log(), {"requests": 0}
    logging.getLogger().addHandler(log)
    many = settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )

    @settings(many, max_examples=count - count // 4)
    @given(asked=requests)
    def any_request(asked: Asked) -> None:
        log.text = ""
        seen["requests"] += 1
        found = faults(asked, answer(app, asked))
        assert not found, found
        assert MARK not in log.text, "logged"

    @settings(many, max_examples=count // 4)
    @given(call=calls)
    def documented_call(call: Call) -> None:
        seen["requests"] += 1
        found = disagreements(call, app.test_client())
        assert not found, found

    any_request()
    documented_call()
    print(f"{seen['requests']} made requests: no 5xx, no fault, nothing repeated as markup, nothing logged")
    return True


def main() -> int:
    """Run what is asked for; 1 where a query costs more than is allowed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=10_000)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    app = create_app(Settings.read())
    fine = hostile(app, arguments.queries, arguments.seed) if arguments.queries else True
    if arguments.requests:
        fuzz(app, arguments.requests)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
