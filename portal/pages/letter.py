"""The request that a visitor builds, as a letter: in the page's language, and in Swedish for who receives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from portal.languages import LANGUAGES, ORIGINAL
from portal.words.translations import N_
from portal.words.translations import gettext as _

if TYPE_CHECKING:
    from portal.languages import Language

LONGEST_LINK = 1800
"""Bytes of an address with a whole letter in it: what mail programs and systems take at least is some 2,000."""
_BETWEEN = "\n\n– – –\n\n"
_ISOLATED = "\u2068{}\u2069"
"""A value that keeps its own direction: in a sentence from right to left a date would be read backwards."""

WISHES = {
    "las": N_("Jag vill helst läsa handlingen på plats."),
    "kopia": N_("Jag vill helst få en kopia på papper."),
    "epost": N_("Jag vill helst få handlingen per e-post, om det går."),
}
"""Ways to get a record, by their value in the address, as a sentence of the request."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A request as text; empty before anything is filled in.

    Attributes:
        own: In the page's language.
        between: What stands between the two, where there are two.
        swedish: In Swedish; empty where the page is.
        mail_link: An address that opens the visitor's mail program with it; empty where no address is known.
    """

    own: str = ""
    between: str = ""
    swedish: str = ""
    mail_link: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the address is longer than mail programs take: then the text is to be copied."""
        return len(self.mail_link) > LONGEST_LINK


def request_subject() -> str:
    """The subject of a message that asks for a record."""
    return _("Begäran om allmän handling")


def letter(language: Language, asked: tuple[str, str], chosen: str, email: str, receiver: str = "") -> Letter:
    """Write the letter.

    Args:
        language: The page's.
        asked: What the visitor asks for, in their words, and of what time, which may be empty.
        chosen: How they want it, a key of `WISHES`; anything else says nothing of it.
        email: Where requests go; empty where the description does not say.
        receiver: Whom it is to; empty where that need not be said.
    """
    what, period = asked
    values = {"what": what.rstrip(".?!"), "period": period.rstrip("."), "receiver": receiver}
    shown = {name: _ISOLATED.format(value) for name, value in values.items()} if language.direction == "rtl" else values
    messages = [N_("Till {receiver}.")] if receiver else []
    messages += [N_("Hej! Jag vill ta del av följande allmänna handling: {what}.")]
    messages += [N_("Den gäller tiden: {period}.")] if period else []
    messages += [WISHES[chosen]] if chosen in WISHES else []
    messages.append(
        N_("Om hela eller delar av handlingen inte kan lämnas ut vill jag ha ett skriftligt beslut som kan överklagas.")
    )
    own = "\n\n".join(_(message).format(**shown) for message in messages)
    is_swedish = language.html == LANGUAGES[ORIGINAL].html
    swedish = "" if is_swedish else "\n\n".join(message.format(**values) for message in messages)
    between = _BETWEEN if swedish else ""
    return Letter(own, between, swedish, _mail_link(email, own + between + swedish) if email else "")


def _mail_link(email: str, text: str) -> str:
    """An address of RFC 6068, whose lines end in CR and LF."""
    return f"mailto:{email}?subject={quote(request_subject())}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
