"""The real description, built once: what the tests of index/ and portal/ ask."""

from __future__ import annotations

import fcntl
import gc
import os
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from data.checks import load_checked
from index.answer.search import Searcher
from index.build.builder import build
from portal.app import create_app
from portal.catalogues.compiled import compiled
from portal.catalogues.files import OWN
from portal.settings import Settings
from portal.web.day import today
from tests.portal.placed import PLACE, copy_places
from tests.support import DATA, copy_data, copy_example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from data.checks import Checked
    from data.model import Description
    from index.words.analyser import Analyser

_MOST_KEPT = 4_000_000
"""Objects that the collector passes over, at most, before what tests have left is let go: some hundred megabytes."""
FEW_SIGNPOSTS = frozenset({"bibliotek", "bygglov", "detaljplan", "pass", "skatt"})


def pytest_collection_finish() -> None:
    """Let the collector pass over pytest and the tests: each application that opens an index goes through the rest."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module", autouse=True)
def _let_go() -> Iterator[None]:
    """What applications leave that are no more, which the collector has been told to pass over with them."""
    yield
    if gc.get_freeze_count() > _MOST_KEPT:
        gc.unfreeze()
        gc.collect()
        gc.freeze()


@pytest.fixture(scope="session")
def checked() -> Checked:
    """The checkout's data, checked."""
    return load_checked(DATA)


@pytest.fixture(scope="session")
def descriptions(checked: Checked) -> list[Description]:
    """Every description of the checkout, checked."""
    return checked.descriptions


@pytest.fixture(scope="session")
def description(descriptions: list[Description]) -> Description:
    """The first authority's description."""
    return next(each for each in descriptions if each.id == "norrkoping-ks")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Description:
    """An invented authority's short description: what is built over and over.

    It has a few of the signposts that come with the code: to work out all of them would be two thirds of each build.
    """
    (example,) = load_checked(copy_example(tmp_path_factory.mktemp("small"))).descriptions
    own = {id_: each for id_, each in example.signposts.items() if id_ in FEW_SIGNPOSTS}
    return replace(example, signposts=own)


@pytest.fixture(scope="session")
def small_generations(small: Description, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generations with one of that description, opened at once; to be copied, not changed."""
    root = tmp_path_factory.mktemp("small") / "generations"
    build(root, [small])
    return root


@pytest.fixture(scope="session")
def generations(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generations with one of the real data, the same for all workers; not to be changed.

    It is the one that the command builds, so that a server finds it there and need not build another.
    """
    root = together(tmp_path_factory) / "generations"
    with built_once(root) as has_to_be_built:
        if has_to_be_built:
            attachments = compiled(Settings().translations, own=DATA / OWN)
            build(root, checked.descriptions, attachments=attachments, place=checked.place, today=today())
    return root


@pytest.fixture(scope="session")
def two_generations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generations with one of the real data and the invented authority's; for all workers, as the other."""
    folder = together(tmp_path_factory) / "two"
    with built_once(folder / "generations") as has_to_be_built:
        if has_to_be_built:
            build(folder / "generations", load_checked(copy_example(copy_data(folder), DATA / "general")).descriptions)
    return folder / "generations"


@pytest.fixture(scope="session")
def placed_generations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of generations with one of a place's four authorities (`tests.portal.placed`); for all workers too."""
    folder = together(tmp_path_factory) / "placed"
    with built_once(folder / "generations") as has_to_be_built:
        if has_to_be_built:
            build(folder / "generations", load_checked(copy_places(folder / "data")).descriptions, place=PLACE)
    return folder / "generations"


def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def built_once(root: Path) -> Iterator[bool]:
    """Whether this worker is the one that has to build there; the others wait until it has."""
    root.parent.mkdir(exist_ok=True)
    with root.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not (root / "current").exists()


@pytest.fixture(scope="session")
def both(two_generations: Path) -> Searcher:
    """A searcher on the first authority's description and the invented one's."""
    return Searcher((two_generations / "current").resolve())


@pytest.fixture(scope="session")
def searcher(generations: Path) -> Searcher:
    """A searcher on the real data."""
    return Searcher((generations / "current").resolve())


@pytest.fixture(scope="session")
def analyser(searcher: Searcher) -> Analyser:
    """The analyser of that generation."""
    return searcher.analyser


@pytest.fixture(scope="session")
def settings(generations: Path) -> Settings:
    """Settings that point at the generation of the tests."""
    return Settings(generations=generations)


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    """The real application on the real data."""
    return create_app(settings)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor."""
    return app.test_client()
