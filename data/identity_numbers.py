"""Swedish personal identity numbers, told apart from other digits: the one rule, asked at every door.

Form and dates: folkbokföringslagen (1991:481) 18 § (personnummer) and lagen (2022:1697) om samordningsnummer, where the
day is the day of birth plus 60. What decides is the form and the words before it; the check digit alone decides little,
since a number with a slip of the finger is still about a person (docs/decisions/0009-identity-numbers.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from data.numbers.by_day import DATES, birth_date, by_day
from data.numbers.labels import is_in_a_link, other_label, says_person
from data.numbers.reading import readings, with_letters_as_digits
from data.numbers.runs import LAST, LONG, check_digit_is_right, is_of_birth, windows
from data.numbers.tags import is_in_a_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.numbers.reading import Reading
    from data.numbers.runs import Window

_LEAST = 5
"""Characters with a number in them: fewer cannot be read as ten digits, though one may be read as two of them."""
_CLOSE = re.compile(r"[-/.:]\s?")
"""What holds digits together as one number; a space or a comma may stand between two."""
_BRACKETED = re.compile(r"\)\s?[-+]\s?")
"""A date in brackets, and a dash."""
_WEAK = re.compile(r"[^-+./,_*~=|#\s]|,\s|[-+./,_]\s*[^-\s]|^[^-+]*\n[^-+]*$")
"""A gap that more often parts two numbers than it joins the parts of one."""
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CASE = re.compile(r"\d{4}\s?/\s?\d{3}")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:1[89]|20)\d\d/$")
_YEAR_AFTER = re.compile(r"/(?:1[89]|20)\d\d(?!\d)")
_PLUS = re.compile(r"(?<!\d)(?<!\d\s)\+[( ]*$")
_MOBILE = re.compile(r"070\d{7}")
"""The one series of mobile telephones whose numbers may begin as a date, in a row: of one born in 2007."""
MAY_BE_MOBILE = "mobil"
"""The label of such a number that no word labels: it is neither refused nor searched."""
_COMPACT = ((6, 4), (8, 4), (10,), (12,))
"""Digits in a group, as nearly everyone writes the number."""
_DATE = r"(?<!\d)(?:18|19|20)?\d\d[-./ ]?\d\d[-./ ]?\d\d(?!\d)"
_WORDS = r"(?:[^\d\n]|\b4\b)"
_NAMES_OF_LAST = r"(?:sista|slutsiffr|kontrollsiffr|last\s|viimei)"
# What looks ahead at one character settles most places of a long text.
_LAST_FOUR = rf"(?=[sklv]){_NAMES_OF_LAST}{_WORDS}{{0,30}}?(?P<last>(?<!\d)\d{{4}}(?!\d))"
_IN_WORDS = (
    re.compile(rf"(?=\d)(?P<date>{_DATE}){_WORDS}{{1,60}}?{_LAST_FOUR}", re.IGNORECASE),
    re.compile(rf"{_LAST_FOUR}{_WORDS}{{1,60}}?(?P<date>{_DATE})", re.IGNORECASE),
)
"""The date and the last four with words between: ”född 121212, fyra sista 1212”."""
_IN_WORDS_BY_DAY = tuple(re.compile(rf"{date}{_WORDS}{{1,60}}?{_LAST_FOUR}", re.IGNORECASE) for date in DATES)
_LAST_NAMED = re.compile(rf"{_NAMES_OF_LAST}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlacedNumber:
    """A number that stands in a text, asked as a match of a pattern is.

    Attributes:
        text: The number as it stands.
        place: Where it begins.
        label: The word before it that says that it is something else: a case, an invoice. Empty where there is none.
    """

    text: str
    place: int
    label: str = ""

    def group(self) -> str:
        """The number as it stands in the text."""
        return self.text

    def start(self) -> int:
        """Where it begins in the text."""
        return self.place

    def end(self) -> int:
        """Where the text goes on after it."""
        return self.place + len(self.text)


def holds_identity_number(text: str) -> bool:
    """Whether there is a personal identity or coordination number in a text, however it is written."""
    return next(identity_numbers(text), None) is not None


def find_identity_number(text: str) -> str | None:
    """The first personal identity or coordination number, as it stands in the text, or None."""
    return next((number.text for number in identity_numbers(text)), None)


def identity_numbers(text: str) -> Iterator[PlacedNumber]:
    """Find every personal identity and coordination number, with its place.

    Digits of any script count, and what cannot be seen or only marks another character does not part them. Digits that
    are labelled as something else (”dnr”, ”faktura”) are none, whatever their form.
    """
    return (number for number in numbers_like_identities(text) if not number.label)


def numbers_to_refuse(text: str) -> tuple[PlacedNumber, ...]:
    """Identity numbers, and what may be one: whoever writes a text can write a mobile telephone as people do."""
    return tuple(number for number in numbers_like_identities(text) if number.label in {"", MAY_BE_MOBILE})


def numbers_like_identities(text: str) -> Iterator[PlacedNumber]:
    """Find every number that has the form of an identity number, those that are labelled as something else too."""
    if next(islice(filter(str.isnumeric, text), _LEAST - 1, None), None) is None:
        return
    end = 0
    for number in sorted(_in_all_readings(text), key=lambda number: (number.start(), -number.end())):
        if number.start() >= end:
            end = number.end()
            yield number


def _in_all_readings(text: str) -> Iterator[PlacedNumber]:
    for reading in readings(text):
        digits = with_letters_as_digits(reading.text)
        for start, stop, label in (*_in_windows(reading, digits), *_by_day(reading, digits), *_in_words(digits)):
            first, last = reading.start(start), reading.end(stop)
            yield PlacedNumber(text[first:last], first, label)


def _in_windows(reading: Reading, digits: str) -> Iterator[tuple[int, int, str]]:
    taken = (-1, -1)
    for window in windows(digits):
        if taken[0] < window.start < taken[1]:
            continue  # inside another
        start, is_first = window.start, window.first == 0  # words stand before the first group of a run
        if is_first and says_person(digits, start) and not _is_of_a_case(window):
            taken = (start, window.end)
            yield start, window.end, ""
            continue
        is_as_written = digits[start : window.end] == reading.text[start : window.end]
        is_one = (is_as_written and _is_certain(window)) or _is_possible(window)
        if is_one and not _is_of_something_else(window):
            taken = (start, window.end)
            label = other_label(reading.text, start) if is_first else ""
            yield start, window.end, label or (MAY_BE_MOBILE if _MOBILE.fullmatch(digits, start, window.end) else "")


def _by_day(reading: Reading, digits: str) -> Iterator[tuple[int, int, str]]:
    for start, end, is_certain in by_day(digits, finished=True):
        is_of_link = is_in_a_tag(digits, start) or (not is_certain and is_in_a_link(digits, start))
        if says_person(digits, start) or (is_certain and not is_of_link):
            yield start, end, other_label(reading.text, start)


def _in_words(digits: str) -> Iterator[tuple[int, int, str]]:
    if not _LAST_NAMED.search(digits):
        return
    for pattern in _IN_WORDS:
        for match in pattern.finditer(digits):
            if is_of_birth(re.sub(r"\D", "", match["date"])):
                yield match.start(), match.end(), ""
    for pattern in _IN_WORDS_BY_DAY:
        yield from ((*match.span(), "") for match in pattern.finditer(digits) if birth_date(match))


def _is_of_something_else(window: Window) -> bool:
    """Whether form and surroundings say that the digits are no identity number, whatever their check digit."""
    return (
        _is_of_a_case(window)
        or _is_time(window)
        or _is_phone(window)
        or is_in_a_tag(window.run.text, window.start)
        or (_may_be_stamp(window) and is_in_a_link(window.run.text, window.start))
    )


def _is_of_a_case(window: Window) -> bool:
    """A year and a slash on either side, or inside with more than a month after it: ”2019/0917”, ”2019/121212-1212”."""
    text, start, end = window.run.text, window.start, window.end
    inside = _CASE.match(text, start, end)
    return bool(inside or _YEAR_BEFORE.search(text, max(0, start - 6), start) or _YEAR_AFTER.match(text, end))


def _is_time(window: Window) -> bool:
    """The last four are hours and minutes with a colon between."""
    return len(window.groups) > 1 and len(window.groups[-1]) <= LAST // 2 and ":" in window.gaps[-1]


def _is_phone(window: Window) -> bool:
    """Written as telephones and people do: from a plus or 00, or from an area code and then by twos and threes."""
    text, sizes = window.run.text, tuple(map(len, window.groups))
    beginning = window.run.spans[0][0]
    from_abroad = bool(_PLUS.search(text, max(0, beginning - 6), beginning))
    if from_abroad or (text.startswith("00", beginning) and not _is_marked(window)):
        # Only a compact number after the telephone's own first group is another number.
        digits = window.digits
        is_birth = window.first == 0 and len(digits) == LONG and check_digit_is_right(digits[2:]) and from_abroad
        return not (is_birth or (window.first > 0 and sizes in _COMPACT))
    if not window.digits.startswith("0") or len(window.digits) == LONG or len(sizes) == 1:
        return False
    by_few = all(size in {2, 3} for size in sizes[1:])
    return sizes[0] == len("070") or (sizes[0] == len("0411") and (by_few or sizes == (4, 6)))


def _is_marked(window: Window) -> bool:
    """A date in one group, a dash or a plus, and four more: nothing else is written so."""
    return tuple(map(len, window.groups)) in {(6, 4), (8, 4)} and bool(re.search(r"[-+]", window.border))


def _may_be_stamp(window: Window) -> bool:
    """Whether it may be a date and a time of our own century: machines write them in one."""
    digits = window.digits
    return len(digits) == LONG and digits.startswith("20") and bool(_TIME.fullmatch(digits[-LAST:]))


def _is_certain(window: Window) -> bool:
    """Written as people write the number, so that nothing but form is asked for: a slip of the finger is forgiven."""
    sizes = tuple(map(len, window.groups))
    if any(_WEAK.search(gap) and not _BRACKETED.fullmatch(gap) for gap in window.gaps):
        return False
    if _is_marked(window):
        return True
    last = window.digits[-LAST:]
    if window.digits.startswith(("0", "46")) or _may_be_stamp(window):
        return False
    if sizes in _COMPACT:
        return not (_YEAR.fullmatch(last) and len(sizes) > 1 and len(window.digits) == LONG)
    is_alone = not window.before and not window.after and (set(window.gaps) != {"."} or len(window.digits) == LONG)
    is_by_date = LAST in window.cuts and all(cut % 2 == 0 or len(sizes) == len(window.digits) for cut in window.cuts)
    return is_alone and is_by_date and not _YEAR.fullmatch(last)


def _is_possible(window: Window) -> bool:
    """Written in some other way, but the check digit is right, and the digits stand by themselves."""
    alone = not _CLOSE.fullmatch(window.before) and not _CLOSE.fullmatch(window.after)
    is_by_date = tuple(map(len, window.groups)) in _COMPACT or LAST in window.cuts
    is_whole = not window.before and not window.after
    has_one_sort = len(window.gaps) > 2 and set(window.gaps) == {"."} and not is_by_date  # noqa: PLR2004  (an address of IP has three)
    return (is_whole or (alone and is_by_date)) and not has_one_sort and check_digit_is_right(window.digits[-10:])
