"""From the searcher's values to the API's replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.cells import read_aloud
from data.contact import contact_of
from data.guides import questions_by_entry
from data.kinds import EntryType
from data.reviewer import name_in
from data.today import facts_of
from index.answer.suggest import SuggestedType
from index.fields import ONE_AUTHORITYS
from portal.api import replies
from portal.web import urls
from portal.words.answers import whole_answer
from portal.words.labels import facet_label
from portal.words.laws import statute_url
from portal.words.translations import data_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from data.entries import Entry
    from data.model import Description, Document, Guidance, GuideQuestion
    from index.answer.search import Searcher
    from index.answer.suggest import Suggestion
    from index.result import Correction, FacetValue, Hit, SearchResult


def search_reply(result: SearchResult, searcher: Searcher) -> replies.SearchReply:
    """The whole answer to a search."""
    language = result.request.language
    wanted = result.request.filters.get("authority") or searcher.descriptions.keys()
    asked = {id_: each for id_, each in searcher.descriptions.items() if id_ in wanted}
    return replies.SearchReply(
        query=result.request.query,
        language=language,
        total=result.total,
        coverage=result.coverage,
        correction=_correction(result.correction),
        expanded=[
            replies.Expansion(expansion.written, expansion.understood, expansion.via) for expansion in result.expanded
        ],
        hits=[_hit(hit, language, searcher) for hit in result.hits],
        facets=replies.Facets(
            **{
                facet: [
                    _facet_value(facet, value, asked if facet in ONE_AUTHORITYS else searcher.descriptions)
                    for value in values
                ]
                for facet, values in result.facets.items()
            }
        ),
        signposts=[
            replies.Signpost(
                data_text(signpost.topic),
                _holder(signpost.holders, signpost.holder, searcher),
                data_text(signpost.note),
            )
            for signpost in result.signposts
        ],
        parts=[
            replies.Part(part.query, part.coverage, [_hit(hit, language, searcher) for hit in part.hits])
            for part in result.parts
        ],
    )


def _holder(holders: Iterable[tuple[str, str]], usually: str, searcher: Searcher) -> str:
    """Who has it: those in the same organisation that say so by name, else who usually does."""
    by_name = dict.fromkeys(authority for authority, _id in holders)
    names = [data_text(searcher.descriptions[authority].source.authority.name) for authority in by_name]
    return ", ".join(names) or data_text(usually)


def _correction(correction: Correction | None) -> replies.Correction | None:
    if correction is None:
        return None
    changes = [replies.WordChange(word.written, word.corrected) for word in correction.words]
    return replies.Correction(correction.query, changes)


def _hit(hit: Hit, language: str, searcher: Searcher) -> replies.Hit:
    entry, url = hit.entry, urls.url_of(hit.entry, language)
    if entry.type is EntryType.GUIDE and len(searcher.descriptions) > 1:  # its page asks whom to write to
        url = urls.with_query(url, [("authority", entry.authority)])
    return replies.Hit(
        authority=entry.authority,
        type=entry.type,
        id=entry.id,
        part_of=entry.part_of or None,
        title=data_text(entry.title),
        answer=whole_answer(entry),
        unit=entry.unit or None,
        section=entry.section or None,
        finding_aids=list(entry.finding_aids),
        provisions=list(entry.provisions),
        access=entry.access,
        secrecy=entry.secrecy,
        theme=entry.theme,
        snippet=hit.snippet,
        url=url,
    )


def _facet_value(facet: str, value: FacetValue, asked: Mapping[str, Description]) -> replies.FacetValue:
    label = facet_label(facet, value.value, asked)
    return replies.FacetValue(value.value, label, value.count, value.selected)


def suggestion(suggested: Suggestion, searcher: Searcher, language: str) -> replies.Suggested:
    """One suggestion: an entry leads to its page, a signpost to what is found of its topic."""
    title, holder = data_text(suggested.title), ""
    if suggested.type is SuggestedType.SIGNPOST:
        # In Swedish, which leads there in every language: a translated topic need not be made of words that do.
        url = urls.with_query(urls.prefixed("/sok", language), [("q", suggested.title)])
        holder = _holder(searcher.holders(suggested.id, searcher.descriptions), suggested.holder, searcher)
    else:
        url = urls.url_of(searcher.entries[suggested.authority, suggested.id], language)
    part_of, authority, matched = suggested.part_of or None, suggested.authority, suggested.matched
    return replies.Suggested(title, suggested.type, suggested.id, part_of, authority, url, matched, holder)


def listed(entry: Entry, language: str) -> replies.ListedEntry:
    """One line of the list of all entries."""
    title, url = data_text(entry.title), urls.url_of(entry, language)
    return replies.ListedEntry(entry.authority, entry.type, entry.id, entry.part_of or None, title, url)


def whole_entry(entry: Entry, searcher: Searcher, language: str) -> replies.EntryReply:
    """One entry with all that is said of it."""
    description, archive = searcher.descriptions[entry.authority], searcher.place.archive
    source = description.source
    guidance = description.guidance_of(entry.type, entry.id)
    reviewed = description.guidance_of(entry.type, entry.part_of) if entry.part_of else guidance
    shown = source.sections[entry.id].passages if entry.type is EntryType.SECTION else entry.passages
    return replies.EntryReply(
        authority=entry.authority,
        type=entry.type,
        id=entry.id,
        part_of=entry.part_of or None,
        title=data_text(entry.title),
        names=list(entry.names),
        answer=whole_answer(entry),
        guidance_is_ours=entry.ours,
        reviewed_by=reviewed.reviewed_by if reviewed and not name_in(reviewed.reviewed_by) else "",
        reviewed_on=reviewed.reviewed_on if reviewed else "",
        scope=data_text(entry.scope),
        verdict=entry.verdict,
        unit=entry.unit or None,
        unit_stated=guidance.unit_stated if guidance else bool(entry.unit),
        section=entry.section or None,
        finding_aids=list(entry.finding_aids),
        provisions=list(entry.provisions),
        access=entry.access,
        secrecy=entry.secrecy,
        theme=entry.theme,
        steps=[data_text(step) for step in guidance.steps] if guidance else [],
        otherwise=[data_text(text) for text in guidance.otherwise] if guidance else [],
        general=data_text(guidance.general) if guidance else "",
        unsaid=data_text(guidance.unsaid) if guidance else "",
        see_also=list(guidance.see_also) if guidance else [],
        quotes=[replies.QuoteReply(quote.passage, read_aloud(quote.text)) for quote in guidance.quotes]
        if guidance
        else [],
        passages=[_passage(description, id_, language) for id_ in shown],
        document=_document(source.document),
        url=urls.url_of(entry, language),
        as_unit=_unit(description, entry.id) if entry.type is EntryType.UNIT else None,
        as_finding_aid=_finding_aid(description, entry.id) if entry.type is EntryType.FINDING_AID else None,
        as_provision=_provision(description, entry.id, guidance) if entry.type is EntryType.PROVISION else None,
        as_exchange=_exchange(description, entry.id) if entry.type is EntryType.EXCHANGE else None,
        questions=_questions(description, entry),
        today=[
            replies.TodayReply(about, fact.value, fact.stated_by, fact.stated_on)
            for about, fact in facts_of(description.current, entry.id).items()
        ],
        authority_ended=_ended(description, archive),
    )


def _ended(description: Description, archive: str) -> replies.EndedReply | None:
    ended = description.ended
    if ended is None:
        return None
    records_at = ended.records_at or ("" if archive == description.id else archive)
    return replies.EndedReply(ended.on, ended.successor, records_at, ended.stated_by, ended.stated_on)


def _questions(description: Description, entry: Entry) -> list[replies.QuestionReply]:
    """Those of a guide, or the one that an entry is."""
    if entry.part_of:
        return [_question(questions_by_entry(description)[entry.id])]
    guidance = description.guidance_of(entry.type, entry.id)
    return [_question(question) for question in guidance.questions] if guidance else []


def _question(question: GuideQuestion) -> replies.QuestionReply:
    return replies.QuestionReply(question.id, data_text(question.question), whole_answer(question), list(question.laws))


def _passage(description: Description, id_: str, language: str) -> replies.PassageReply:
    passage = description.source.passages[id_]
    url = urls.prefixed(urls.passage_path(description.id, id_), language)
    return replies.PassageReply(
        id=passage.id,
        section=passage.section,
        subheading=passage.subheading,
        text=passage.shown,
        url=url,
        kind=passage.kind,
        cells=list(passage.cells),
        columns=list(description.source.columns_of(passage)),
        table=passage.table or None,
        hidden=bool(passage.hidden),
    )


def _document(document: Document) -> replies.DocumentReply:
    return replies.DocumentReply(
        document.title, document.number, document.decided_on, document.valid_from, document.decided_by
    )


def _unit(description: Description, id_: str) -> replies.UnitReply:
    unit = description.source.units[id_]
    contact = contact_of(description, id_)
    return replies.UnitReply(
        kind=unit.kind,
        parent=unit.parent or None,
        units=[other.id for other in description.source.units.values() if other.parent == id_],
        tasks=list(unit.tasks),
        contact=replies.ContactReply(unit.head, contact.email, contact.phone, contact.stated_by),
    )


def _finding_aid(description: Description, id_: str) -> replies.FindingAidReply:
    aid = description.source.finding_aids[id_]
    return replies.FindingAidReply(list(aid.holds), list(aid.caveats), aid.unit or None)


def _provision(description: Description, id_: str, guidance: Guidance | None) -> replies.ProvisionReply:
    provision = description.source.provisions[id_]
    return replies.ProvisionReply(
        citation=provision.citation,
        usual=provision.usual,
        test=data_text(guidance.test) if guidance else "",
        longest=data_text(guidance.longest) if guidance else "",
        link=statute_url(provision.law, provision.chapter, provision.paragraph),
    )


def _exchange(description: Description, id_: str) -> replies.ExchangeReply:
    exchange = description.source.exchanges[id_]
    return replies.ExchangeReply(
        direction=exchange.direction,
        party=exchange.party,
        what=list(exchange.what),
        how=exchange.how,
        when=exchange.when,
        finding_aid=exchange.finding_aid or None,
    )
