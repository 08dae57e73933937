"""A visitor of the results page, who types, filters, and waits for what comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

RECORD_TYPES = "Handlingsslag"


def until(page: Page, expression: str) -> None:
    """Wait until an expression holds. Playwright's own waiting evaluates strings in the page, which its CSP forbids."""
    for _attempt in range(500):
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"{expression} never held")


def write(page: Page, text: str) -> None:
    """Type a query over what the field holds, key by key."""
    page.locator("#q").select_text()
    page.locator("#q").press_sequentially(text)


def box(label: str = RECORD_TYPES) -> str:
    """The selector of a filter's check box, by its label."""
    return f"#filter label:has-text('{label}') input"


def history_length(page: Page) -> int:
    """How many entries the visitor's history has."""
    return int(page.evaluate("history.length"))


def shows(page: Page, query: str, *filters: str) -> None:
    """Wait for the results of a query with these filters and no others."""
    expect(page).to_have_title(f"{query} – sökresultat – Kommunstyrelsen i Norrköpings kommun")
    expect(page.locator(".chips li:not(:last-child)")).to_have_count(len(filters))
    for label in filters:
        expect(page.locator(".chips")).to_contain_text(label)


def ask_for_protokoll(page: Page) -> Page:
    """Someone who asked for protokoll."""
    page.goto("/sok?q=protokoll")
    shows(page, "protokoll")
    return page


def want_record_types(asked: Page) -> Page:
    """And wants record types alone."""
    asked.check(box())
    shows(asked, "protokoll", RECORD_TYPES)
    return asked
