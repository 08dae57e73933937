"""The audit: what the law asks for is present, unclear or missing in the text, and nothing is smoothed over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.audit import ARCHIVE, POINTS, Status, audit
from data.kinds import Topic
from data.model import Observation

if TYPE_CHECKING:
    from data.audit import Finding
    from data.model import Description

EXCHANGES = 6


def finding(description: Description, point: int) -> Finding:
    """What the audit says of a point."""
    return next(each for each in audit(description).findings if each.point == point)


def with_exchange(description: Description, *, how: str, when: str) -> Description:
    """The description, whose one exchange is said to be made so and then."""
    source = description.source
    exchanges = {id_: replace(exchange, how=how, when=when) for id_, exchange in source.exchanges.items()}
    return replace(description, source=replace(source, exchanges=exchanges))


def with_statement(description: Description, topic: Topic, quote: str) -> Description:
    """The description, whose one statement is another, and stands in a passage of it."""
    source = description.source
    (statement,) = source.statements.values()
    passage = replace(source.passages[statement.passage], text=quote)
    statements = {statement.id: replace(statement, topic=topic, quote=quote.partition(".")[0] + ".")}
    passages = {**source.passages, passage.id: passage}
    return replace(description, source=replace(source, statements=statements, passages=passages))


def test_every_point_of_the_law_is_judged(small: Description) -> None:
    assert [each.asks for each in audit(small).findings] == [*POINTS.values(), ARCHIVE]


def test_a_point_that_words_answer_is_present(small: Description) -> None:
    assert finding(small, 4).status is Status.PRESENT


def test_a_point_that_no_words_answer_is_missing(small: Description) -> None:
    assert finding(small, 3).status is Status.MISSING


def test_a_point_with_an_observation_is_unclear(small: Description) -> None:
    seen = Observation("oklart", 4, "Det framgår inte vem.", ())
    observed = finding(replace(small, observations={"oklart": seen}), 4)
    assert (observed.status, observed.observations) == (Status.UNCLEAR, (seen,))


@pytest.mark.parametrize(
    ("how", "when", "status"),
    [
        ("digitalt", "varje år", Status.PRESENT),
        ("digitalt", "", Status.UNCLEAR),
        ("", "varje år", Status.UNCLEAR),
        ("", "", Status.UNCLEAR),
    ],
)
def test_an_exchange_must_be_told_with_how_and_when(small: Description, how: str, when: str, status: Status) -> None:
    assert finding(with_exchange(small, how=how, when=when), EXCHANGES).status is status


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("Registrator säljer inte personuppgifter.", Status.UNCLEAR),
        ("Myndigheten har ingen rätt att sälja personuppgifter.", Status.PRESENT),
        ("Myndigheten får inte sälja personuppgifter.", Status.PRESENT),
    ],
)
def test_a_sale_is_told_where_the_right_is(small: Description, quote: str, status: Status) -> None:
    assert finding(with_statement(small, Topic.SALE, quote), 7).status is status


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("Dokumentet är också nämndens arkivbeskrivning. Arkivet finns på kansliet.", Status.PRESENT),
        ("Nämndens arkivbeskrivning ingår i detta dokument. Det finns ett närarkiv.", Status.PRESENT),
        ("Dokumentet är också nämndens arkivbeskrivning.", Status.UNCLEAR),
        ("Enligt 6 § arkivlagen ska myndigheter upprätta en arkivbeskrivning. Arkivet finns.", Status.UNCLEAR),
        ("Detta är inte en arkivbeskrivning. Arkivet finns på kansliet.", Status.UNCLEAR),
    ],
)
def test_an_archive_description_says_that_it_is_one_and_tells_of_the_archive(
    small: Description, quote: str, status: Status
) -> None:
    assert finding(with_statement(small, Topic.ARCHIVE, quote), 0).status is status
