"""Pages read into trees, and an application whose data the tests may change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from portal.app import create_app
from portal.languages import ORIGINAL
from portal.services.services import services_of
from portal.settings import Settings
from portal.web import urls
from tests.portal.pages.reading import Node, links, read

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from index.answer.search import Searcher

Get = Callable[[str], Node]


@pytest.fixture
def get(client: FlaskClient) -> Get:
    """Asks for a page that there is, as a tree."""

    def ask(path: str) -> Node:
        response = client.get(path)
        assert response.status_code == 200, path
        assert response.mimetype == "text/html"
        return read(response.get_data(as_text=True))

    return ask


@pytest.fixture(scope="session")
def entry_paths(searcher: Searcher) -> dict[tuple[str, str], str]:
    """The address of the page that every entry stands on, by its key; a question stands on its guide's."""
    return {key: urls.url_of(entry).partition("#")[0] for key, entry in searcher.entries.items()}


@pytest.fixture(scope="session")
def site(app: Flask, entry_paths: dict[tuple[str, str], str]) -> dict[str, Node]:
    """Every page in Swedish that can be reached from the start page or stands for an entry, by its address."""
    client = app.test_client()
    waiting, found = ["/", *entry_paths.values()], dict[str, Node]()
    seen = set(waiting)
    while waiting:
        path = waiting.pop(0)
        response = client.get(path)
        assert response.status_code == 200, path
        if response.mimetype != "text/html":
            continue
        found[path] = read(response.get_data(as_text=True))
        new = {target for target, _fragment in links(found[path], path)} - seen
        seen |= new
        new = {
            target for target in new if urls.unprefixed(target).language == ORIGINAL
        }  # the others are the same pages
        waiting += sorted(new)
    return found


@pytest.fixture(scope="session")
def two_authorities(two_generations: Path) -> Flask:
    """The application on the real description and an invented one, which has a record with a former id."""
    return create_app(Settings(generations=two_generations))


@pytest.fixture(scope="session")
def placed_app(placed_generations: Path) -> Flask:
    """The application of a place with several authorities of two municipalities."""
    return create_app(Settings(generations=placed_generations))


@pytest.fixture(scope="session")
def placed(placed_app: Flask) -> Searcher:
    """The searcher of that place."""
    return services_of(placed_app).current.get()


@pytest.fixture(scope="session")
def get_any_placed(placed_app: Flask) -> Get:
    """Asks for a page of that place, one that is not there too, as a tree."""
    client = placed_app.test_client()
    return lambda path: read(client.get(path).get_data(as_text=True))


@pytest.fixture(scope="session")
def get_placed(placed_app: Flask) -> Get:
    """Asks for a page that there is in that place, as a tree."""
    client = placed_app.test_client()

    def ask(path: str) -> Node:
        response = client.get(path)
        assert response.status_code == 200, path
        return read(response.get_data(as_text=True))

    return ask


@pytest.fixture
def own_generations(tmp_path: Path) -> Path:
    """A folder of generations that the test may build in."""
    return tmp_path / "generations"
