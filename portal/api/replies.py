"""The shapes of the API's replies; the OpenAPI document is made from them, so that it is true."""

from __future__ import annotations

import msgspec

from data.kinds import Access, Direction, EntryType, PassageKind, Secrecy, UnitKind, Verdict
from data.today import CurrentField
from index.answer.suggest import SuggestedType
from index.result import Coverage
from index.tree import Via


class WordChange(msgspec.Struct, frozen=True):
    """A word of the query, and what it was corrected to."""

    from_: str = msgspec.field(name="from")
    to: str


class Correction(msgspec.Struct, frozen=True):
    """The query as it would be spelled."""

    query: str
    words: list[WordChange]


class Expansion(msgspec.Struct, frozen=True):
    """A word of the query, and what it was understood as."""

    from_: str = msgspec.field(name="from")
    to: str
    via: Via


class Hit(msgspec.Struct, frozen=True):
    """A found entry. `unit` and `section` are null where there is none; `part_of` is the guide of a question."""

    authority: str
    type: EntryType
    id: str
    part_of: str | None
    title: str
    answer: str
    unit: str | None
    section: str | None
    finding_aids: list[str]
    provisions: list[str]
    access: Access
    secrecy: Secrecy
    theme: str
    snippet: str
    url: str


class FacetValue(msgspec.Struct, frozen=True):
    """A value that the result can be narrowed to; `count` as if its own facet were open."""

    value: str
    label: str
    count: int
    selected: bool


class Facets(msgspec.Struct, frozen=True):
    """All facets; `unit` and `finding_aid` are empty unless the result is within one authority."""

    unit: list[FacetValue]
    type: list[FacetValue]
    finding_aid: list[FacetValue]
    access: list[FacetValue]
    theme: list[FacetValue]
    authority: list[FacetValue]


class Signpost(msgspec.Struct, frozen=True):
    """Who usually holds what the description does not: general knowledge."""

    topic: str
    holder: str
    note: str


class Part(msgspec.Struct, frozen=True):
    """One need of a question that has several: its words as they were written, and what answers it, the best first."""

    query: str
    coverage: Coverage
    hits: list[Hit]


class SearchReply(msgspec.Struct, frozen=True):
    """The answer to a search.

    `parts` has the needs of a question that has several, where no entry answers all of it and one answers each. Then
    `hits` are theirs in turn, the first of each before the second of each, and `total`, `facets`, `limit` and `offset`
    are about these. Else it is empty.
    """

    query: str
    language: str
    total: int
    coverage: Coverage
    correction: Correction | None
    expanded: list[Expansion]
    hits: list[Hit]
    facets: Facets
    signposts: list[Signpost]
    parts: list[Part]


class Suggested(msgspec.Struct, frozen=True):
    """An entry or a signpost that is called something that begins with what was typed.

    `matched` is the everyday word or other name that does, empty where the title does. `holder` is who usually has what
    a signpost is about, empty for an entry; the `url` of a signpost is a search for its topic.
    """

    title: str
    type: SuggestedType
    id: str
    part_of: str | None
    authority: str
    url: str
    matched: str
    holder: str


class SuggestReply(msgspec.Struct, frozen=True):
    """Suggestions, the best first."""

    suggestions: list[Suggested]


class ListedEntry(msgspec.Struct, frozen=True):
    """An entry in the list of all; `part_of` is the guide of a question, on whose page it stands."""

    authority: str
    type: EntryType
    id: str
    part_of: str | None
    title: str
    url: str


class EntriesReply(msgspec.Struct, frozen=True):
    """All entries."""

    entries: list[ListedEntry]


class PassageReply(msgspec.Struct, frozen=True):
    """A passage of the description, word for word, and its place in the whole text.

    `text` of a row of a table is its cells in a line, parted by `·`; `cells` are the same one by one, and `columns`
    what they are called, empty where the table has no head. A `hidden` passage is not shown on the web: its text says
    so.
    """

    id: str
    section: str
    subheading: str
    text: str
    url: str
    kind: PassageKind = PassageKind.PARAGRAPH
    cells: list[str] = []
    columns: list[str] = []
    table: str | None = None
    hidden: bool = False


class QuoteReply(msgspec.Struct, frozen=True):
    """Words that the answer rests on, and the passage where they stand."""

    passage: str
    text: str


class ContactReply(msgspec.Struct, frozen=True):
    """How a unit is reached: as someone says that it is today, else as the description says; empty where neither does.

    `stated_by` is the unit whose contact details these are: a unit without its own is reached through the
    nearest one above it.
    """

    head: str
    email: str
    phone: str
    stated_by: str


class UnitReply(msgspec.Struct, frozen=True):
    """What the description says of a unit, in its words."""

    kind: UnitKind
    parent: str | None
    units: list[str]
    tasks: list[str]
    contact: ContactReply


class FindingAidReply(msgspec.Struct, frozen=True):
    """What the description says of a finding aid, in its words."""

    holds: list[str]
    caveats: list[str]
    unit: str | None


class ProvisionReply(msgspec.Struct, frozen=True):
    """A secrecy provision; `test` and `longest` are ours, in plain words."""

    citation: str
    usual: bool
    test: str
    longest: str
    link: str


class ExchangeReply(msgspec.Struct, frozen=True):
    """What the description says of an exchange; `how` and `when` empty where it does not say."""

    direction: Direction
    party: str
    what: list[str]
    how: str
    when: str
    finding_aid: str | None


class QuestionReply(msgspec.Struct, frozen=True):
    """A question of a guide, our answer, and the rules it rests on."""

    id: str
    question: str
    answer: str
    laws: list[str]


class DocumentReply(msgspec.Struct, frozen=True):
    """The description that the entry rests on; empty what its text does not say. Days are ISO dates."""

    title: str
    number: str
    decided_on: str = ""
    valid_from: str = ""
    decided_by: str = ""


class TodayReply(msgspec.Struct, frozen=True):
    """What holds of an entry today, whatever the description says: who says so, and when."""

    field: CurrentField
    value: str
    stated_by: str
    stated_on: str


class EndedReply(msgspec.Struct, frozen=True):
    """The day that the authority ends, who takes over and who has the records: an authority's id, or a name."""

    on: str
    successor: str
    records_at: str
    stated_by: str
    stated_on: str


class EntryReply(msgspec.Struct, frozen=True):
    """One entry, whole. `passages` are the description's own text; `guidance_is_ours` marks the rest.

    `otherwise` says whom to ask who seeks something else, `general` is general knowledge of ours, and `unsaid` what
    the description does not say.

    `questions` are those of a guide; of a question of a guide, which names the guide in `part_of`, that one.
    """

    authority: str
    type: EntryType
    id: str
    part_of: str | None
    title: str
    names: list[str]
    answer: str
    guidance_is_ours: bool
    reviewed_by: str
    reviewed_on: str
    scope: str
    verdict: Verdict
    unit: str | None
    unit_stated: bool
    section: str | None
    finding_aids: list[str]
    provisions: list[str]
    access: Access
    secrecy: Secrecy
    theme: str
    steps: list[str]
    see_also: list[str]
    quotes: list[QuoteReply]
    passages: list[PassageReply]
    document: DocumentReply
    url: str
    as_unit: UnitReply | None = None
    as_finding_aid: FindingAidReply | None = None
    as_provision: ProvisionReply | None = None
    as_exchange: ExchangeReply | None = None
    questions: list[QuestionReply] = []
    today: list[TodayReply] = []
    authority_ended: EndedReply | None = None
    otherwise: list[str] = []
    general: str = ""
    unsaid: str = ""
