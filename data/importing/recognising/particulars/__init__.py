"""What the document says of itself and of its authority: names, number, dates, where it is reached."""

from __future__ import annotations

from data.importing.recognising.particulars.authority import AuthorityAsked, authority_told
from data.importing.recognising.particulars.document import document_facts

__all__ = ["AuthorityAsked", "authority_told", "document_facts"]
