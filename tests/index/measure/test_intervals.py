"""Confidence intervals: figures of the sources, and computed by hand."""

from __future__ import annotations

import pytest

from index.measure import intervals


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        # R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998),
        # table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        # Of all: 1 / (1 + z²/n) = 20 / (20 + 3.8415).
        (20, 20, 0.8389, 1.0),
    ],
)
def test_a_share_has_wilsons_interval(successes: int, trials: int, low: float, high: float) -> None:
    assert intervals.of_share(successes, trials) == pytest.approx((low, high), abs=5e-5)


def test_of_no_trials_and_no_values_nothing_is_known() -> None:
    assert intervals.of_share(0, 0) == intervals.of_mean([]) == (0.0, 1.0)


def test_the_mean_of_equal_values_is_sure() -> None:
    assert intervals.of_mean([0.5] * 7) == (0.5, 0.5)


def test_the_interval_of_a_mean_is_as_wide_as_its_standard_error_says() -> None:
    """Half ones and half zeros, 100 in all: .5 ± 1.96·√(.25/100), which is .402 to .598."""
    assert intervals.of_mean([0.0, 1.0] * 50) == pytest.approx((0.402, 0.598), abs=0.015)


def test_the_interval_of_a_mean_is_the_same_each_time() -> None:
    values = [1.0, 0.5, 0.0, 1.0, 1 / 3]
    assert intervals.of_mean(values) == intervals.of_mean(values)
