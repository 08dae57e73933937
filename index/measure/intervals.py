"""How sure a measured figure is: 95 % confidence intervals for shares, and for means of what is no share."""

from __future__ import annotations

import math
import random
from statistics import NormalDist, fmean
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CONFIDENCE = 0.95
_Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
"""1.96: how many standard deviations of a normal distribution hold 95 % of it."""
RESAMPLES = 1_000
"""Efron and Tibshirani ask for a thousand at least where percentiles are read off."""
_SEED = 17
"""Fixed: the same outcomes have the same interval on every machine, on every day."""


class Interval(NamedTuple):
    """From where to where a figure may well lie."""

    low: float
    high: float


def of_share(successes: int, trials: int) -> Interval:
    """Wilson's score interval of a share, which holds near 0 and 1 too, where most of ours lie.

    ``(p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n)``: E. B. Wilson, *Probable inference, the law of succession,
    and statistical inference*, Journal of the American Statistical Association 22 (1927), 209-212; recommended for
    shares by L. D. Brown, T. T. Cai and A. DasGupta, *Interval estimation for a binomial proportion*, Statistical
    Science 16 (2001), 101-133.

    Args:
        successes: How many times it was so.
        trials: Of how many. Of none at all nothing is known: from 0 to 1.
    """
    if not trials:
        return Interval(0.0, 1.0)
    share, square = successes / trials, _Z * _Z
    middle = share + square / (2 * trials)
    reach = _Z * math.sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    whole = 1 + square / trials
    # Of none or of all a bound is 0 or 1 itself, and not what rounding leaves of it.
    low = 0.0 if successes == 0 else (middle - reach) / whole
    return Interval(low, 1.0 if successes == trials else (middle + reach) / whole)


def of_mean(values: Sequence[float]) -> Interval:
    """The percentile bootstrap interval of a mean: the middle 95 % of the means of samples drawn from the values.

    B. Efron and R. J. Tibshirani, *An Introduction to the Bootstrap* (1993), chapter 13. A reciprocal rank is no share
    and is far from normally distributed, so that no formula of the kind of Wilson's is at hand.

    Args:
        values: What the mean is of; of none nothing is known: from 0 to 1.
    """
    if not values:
        return Interval(0.0, 1.0)
    chance = random.Random(_SEED)  # noqa: S311  (samples, no secret)
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(RESAMPLES))
    cut = round(RESAMPLES * (1 - CONFIDENCE) / 2)
    return Interval(means[cut], means[-cut - 1])
