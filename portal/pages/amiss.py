"""Whom to tell that something on a page is wrong: the foot of every page leads there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from portal.pages.contacts import common_contact
from portal.pages.parts import Text
from portal.pages.receiving import request_email

if TYPE_CHECKING:
    from data.model import Description
    from portal.pages.context import PageContext
    from portal.pages.parts import Contact

_REGISTRAR = "registrator"
_SUBJECT = "Stämmer det inte? Vägvisaren"
"""In Swedish, as those are who read it."""


@dataclass(frozen=True, slots=True)
class Amiss:
    """Whom to tell.

    Attributes:
        whom: Who reads it, by name; no words where the registrars do.
        mail_link: An address that opens the visitor's mail program with the page's address in the message; empty where
            nobody has said where to write.
        phone: The number to call then; empty where there is none either.
    """

    whom: Text
    mail_link: str
    phone: str
    phone_link: str


def amiss(context: PageContext, address: str) -> Amiss:
    """Whom to tell of a page.

    Args:
        context: What pages are made with, within the authority whose page it is.
        address: The page's, without what the visitor asked; empty for an error's page, which has none.
    """
    contact, email = common_contact(context), request_email(context)
    return Amiss(
        _reader(context, contact), _mail_link(email, address) if email else "", contact.phone, contact.phone_link
    )


def _reader(context: PageContext, contact: Contact) -> Text:
    """Who reads it: the place where that has a contact of its own, else an authority, whose registrars need no name."""
    authority = context.answering or ("" if context.searcher.place.contact else context.whose or context.searcher.home)
    if not authority:
        return contact.whose
    return Text("") if _has_registrar(context.description(authority)) else context.authority_name(authority)


def _has_registrar(description: Description) -> bool:
    return any(_REGISTRAR in role.name.casefold() for role in description.source.contact_roles.values())


def _mail_link(email: str, address: str) -> str:
    body = f"&body={quote(address)}%0D%0A%0D%0A" if address else ""
    return f"mailto:{email}?subject={quote(_SUBJECT)}{body}"
