"""A request that a caller makes by word of mouth: what is asked, and the sentences that the text is made of.

One may ask for a record orally (TF 2:15–18 say nothing of form), and without saying who one is. The text is
put together in the browser and nowhere else, so that nothing about the caller reaches the server. It is in Swedish
whatever the page is in, since those who answer it are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.guide import forms
from portal.pages.letter import LONGEST_LINK, WISHES
from portal.pages.receiving import request_email

if TYPE_CHECKING:
    from portal.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class OralRequest:
    """What the form needs.

    Attributes:
        forms: Ways to get the record: as a choice, and as a sentence of the text.
        texts: Sentences by what they tell, with ``{value}`` where the caller's words go.
        email: Where requests go, as the description says; empty where it does not.
        subject: The subject of the message.
        longest_link: Bytes of an address with the text in it, past which the text is to be copied.
    """

    forms: tuple[tuple[str, str], ...]
    texts: dict[str, str]
    email: str
    subject: str
    longest_link: int


def oral_request(context: PageContext | None) -> OralRequest:
    """What the form needs at an authority's desk; without an index the text can still be copied."""
    email = request_email(context) if context is not None else ""
    return OralRequest(
        forms=tuple((label, WISHES[value]) for value, label in forms().items()),
        texts={
            "time": "Muntlig begäran om allmän handling, mottagen {value}.",
            "what": "Den som ringer vill ta del av: {value}",
            "period": "Tid: {value}",
            "form": "Önskemål: {value}",
            "reply": "Svar lämnas till: {value}",
            "name": "Namn: {value}",
            "anonymous": "Den som ringer har inte uppgett sitt namn och behöver inte göra det.",
        },
        email=email,
        subject="Begäran om allmän handling",
        longest_link=LONGEST_LINK,
    )
