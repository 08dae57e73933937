"""The kinds of things that a description tells of, by the names that the JSON contract uses where it has them."""

from __future__ import annotations

from enum import StrEnum

LANGUAGES_OF_WORDS = ("sv", "en", "fi", "ar")
"""Languages in which everyday words may be given (ISO 639-1)."""


LANGUAGES_OF_PAGES = ("fi", "en", "ar", "latt")
"""Those that pages are shown in beside Swedish, by their codes in addresses."""


class EntryType(StrEnum):
    """Kinds of entry, with the names that the JSON contract uses."""

    RECORD_TYPE = "record_type"
    FINDING_AID = "finding_aid"
    UNIT = "unit"
    PROVISION = "provision"
    EXCHANGE = "exchange"
    SECTION = "section"
    GUIDE = "guide"


class PassageKind(StrEnum):
    """What a passage is on the page, with the names that the JSON contract uses."""

    PARAGRAPH = "paragraph"
    TABLE_ROW = "table_row"
    LIST_ITEM = "list_item"
    DEFINITION = "definition"
    CAPTION = "caption"
    FOOTNOTE = "footnote"


class UnitKind(StrEnum):
    """What a unit is in the organisation."""

    BOARD = "board"
    COMMITTEE = "committee"
    OFFICE = "office"
    DEPARTMENT = "department"
    UNIT = "unit"
    ACTIVITY = "activity"
    ADMINISTRATION = "administration"
    STAFF = "staff"
    GROUP = "group"
    FUNCTION = "function"
    SCHOOL = "school"
    AREA = "area"
    COUNCIL = "council"
    COURT = "court"
    AGENCY = "agency"
    MUSEUM = "museum"
    EXTERNAL = "external"


class Direction(StrEnum):
    """Which way data goes in an exchange; COMMUNICATES where the text does not say."""

    FETCHED = "fetched"
    SUPPLIED = "supplied"
    COMMUNICATES = "communicates"


class Topic(StrEnum):
    """What a statement of the text is about."""

    REGISTRATION = "registration"
    SECRECY = "secrecy"
    SALE = "sale"
    RETENTION = "retention"
    ACCESS_AID = "access_aid"
    INFORMATION = "information"
    ARCHIVE = "archive"


class Verdict(StrEnum):
    """Whether the record is held: here, by another organisation, or not stated by the text.

    `ASK` is for what the text names as a task or in a system, and not as a record: whose it is, is known; that it is
    there is not said.
    """

    HELD = "held"
    ELSEWHERE = "elsewhere"
    ASK = "ask"
    UNSTATED = "unstated"


class Access(StrEnum):
    """How a record can be seen: on the web, or by asking for it."""

    WEB = "web"
    REQUEST = "request"


class Secrecy(StrEnum):
    """The secrecy mark: about particulars in a record, never about a kind of record as such."""

    PUBLISHED = "published"
    MAY = "may"
    OFTEN = "often"
    UNSTATED = "unstated"
