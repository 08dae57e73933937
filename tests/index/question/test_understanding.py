"""From a query to content words and leaves: what counts, what is light, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.generation import ARRAYS
from index.question import vocabulary
from index.question.query import content, without_general
from index.question.signposts import Signposts
from index.question.spelling import Speller
from index.question.terms import Terms
from index.question.understanding import MAX_WORDS, Understander
from index.result import MAX_QUERY_LENGTH, Coverage, SearchRequest, Unlisted
from index.tree import leaves
from tests.in_turn import in_turn

if TYPE_CHECKING:
    from data.model import Description
    from index.answer.search import Searcher
    from index.question.understood import Word

MOST_LEAVES = 1_500
"""Leaves of the worst query: 32 words of some 25 forms in some fields, and their phrases."""

EXPLODING = {
    "one letter": "a" * MAX_QUERY_LENGTH,
    "one compound": ("kommunfullmäktigeprotokollsregisterförteckning" * 20)[:MAX_QUERY_LENGTH],
    "a compound again and again": ("protokollsarkiv " * 40)[:MAX_QUERY_LENGTH],
    "different compounds": " ".join(
        f"{a}{b}"
        for a in ("löne", "faktura", "protokolls", "arkiv")
        for b in ("lista", "register", "akt", "arkiv", "system", "protokoll", "chef", "kontor")
    )[:MAX_QUERY_LENGTH],
    "every letter": ("abcdefghijklmnopqrstuvwxyzåäö" * 20)[:MAX_QUERY_LENGTH],
    "every letter by itself": ("a b c d e f g h i j k l m n o p q r s t u v w x y z å ä ö " * 9)[:MAX_QUERY_LENGTH],
    "known words": ("protokoll lön arkiv faktura avtal statistik diarium e-post " * 9)[:MAX_QUERY_LENGTH],
    "unknown words": " ".join(f"ord{number}" for number in range(90))[:MAX_QUERY_LENGTH],
    "marks upon marks": ("a" + "\u0308" * 99) * 5,
    "marks alone": "\u0301" * MAX_QUERY_LENGTH,
    "characters that grow": "\ufdfa" * MAX_QUERY_LENGTH,
    "ideographs": "".join(chr(0x4E00 + number) for number in range(MAX_QUERY_LENGTH)),
    "beyond the first plane": "".join(chr(0x10400 + number % 80) for number in range(MAX_QUERY_LENGTH)),
    "hyphens": "a-" * (MAX_QUERY_LENGTH // 2),
    "joined signs": "👩\u200d👩\u200d👧\u200d👦" * 70,
}


@pytest.fixture(scope="module")
def understander(searcher: Searcher, descriptions: list[Description]) -> Understander:
    """An understander of its own, without spellings, so that what it answers can be looked at."""
    terms = Terms(searcher.folder / ARRAYS)
    speller = Speller({}, {}, searcher.analyser.lexicon)
    known = vocabulary.load(searcher.folder)
    signposts = Signposts(descriptions, known.signposts, known.signpost_clues, searcher.analyser)
    return Understander(terms, searcher.analyser, speller, signposts, known)


def nothing(_word: str) -> bool:
    return False


def words(query: str, language: str = "sv") -> list[Word]:
    return list(content(query, language, nothing, frozenset({"kommun"})))


@in_turn(
    ("query", "language", "left"),
    [
        ("var finns protokoll?", "sv", ["protokoll"]),
        ("where are the minutes", "en", ["minutes"]),
        ("missä on pöytäkirja", "fi", ["pöytäkirja"]),
        ("var finns det", "sv", []),
        ("", "sv", []),
    ],
)
def test_stop_words_are_dropped(query: str, language: str, left: list[str]) -> None:
    assert [word.text for word in without_general(words(query, language), ())] == left


def test_words_that_stand_everywhere_are_weak() -> None:
    assert [(word.text, word.weak) for word in words("handlingar kommunen protokoll")] == [
        ("handlingar", True),
        ("kommunen", True),
        ("protokoll", False),
    ]


def test_weak_words_count_where_there_are_no_others() -> None:
    assert [word.weak for word in without_general(words("kommunens handlingar"), ())] == [False, False]


def test_weak_words_stay_weak_beside_others() -> None:
    assert [word.weak for word in without_general(words("handlingar protokoll"), ())] == [True, False]


def test_general_words_are_dropped_unless_something_is_named_by_them() -> None:
    found = words("senaste protokoll")
    assert [word.general for word in found] == [True, False]
    assert [word.text for word in without_general(found, ()) if not word.hints] == ["protokoll"]
    assert [word.text for word in without_general(found, {0}) if not word.hints] == ["senaste", "protokoll"]


def test_general_words_are_kept_where_there_are_no_others() -> None:
    assert [word.text for word in without_general(words("arbete"), ())] == ["arbete"]


@pytest.mark.parametrize(("query", "text"), [("1956", "gammal"), ("1700-talet", "gammal"), ("2019", "2019")])
def test_a_year_of_old_times_asks_for_old_records(query: str, text: str) -> None:
    assert words(query)[-1].text == text


def test_an_old_year_is_weak_beside_other_words() -> None:
    assert [(word.text, word.weak) for word in words("protokoll 1956")] == [("protokoll", False), ("gammal", True)]


@in_turn(
    ("query", "left"),
    [
        ("protokoll på 60-talet", [("protokoll", "protokoll"), ("60-talet", "gammal")]),
        ("protokoll 60 talet", [("protokoll", "protokoll"), ("60", "gammal"), ("talet", "talet")]),
        ("åttiotalsprotokoll", [("åttiotalsprotokoll", "gammal"), ("protokoll", "protokoll")]),
        ("Borgs kommun 1955", [("borgs kommun", "gammal"), ("1955", "gammal")]),
        ("Borgs kommun 2019", [("borgs", "borgs"), ("kommun", "kommun"), ("2019", "2019")]),
        ("Borgs socken", [("borgs socken", "gammal")]),
        ("hela socknen", [("hela", "hela"), ("socknen", "gammal")]),
    ],
)
def test_old_times_are_read_as_old(query: str, left: list[tuple[str, str]]) -> None:
    assert [(word.written, word.text) for word in words(query)] == left


def test_the_authoritys_own_municipality_is_none_that_is_no_more() -> None:
    own = content("norrköpings kommun 1955", "sv", nothing, frozenset({"kommun", "norrköping"}))
    assert [word.text for word in own] == ["norrköpings", "kommun", "gammal"]


@in_turn(
    ("query", "first"),
    [
        ("3 fakturor", "fakturor"),
        ("möte 2 mars", "protokoll"),
        ("Borgs kommun protokoll 1955", "overlamnade-arkivhandlingar"),
        ("trettionionde kapitlet andra paragrafen", "osl-39-2"),
        ("dnr 2019/0917", "om-beskrivningen"),
        ("KS dnr 2019/0917", "om-beskrivningen"),
        ("dnr 2018/0917", "diarieforda-arenden"),
        ("KS 2021/0333", "diarieforda-arenden"),
        ("protokoll KS 2021/0333", "protokoll"),
        ("16 kap 1 §", "sekretess"),
        ("5 § arkivlagen", None),
        ("39", None),
    ],
)
def test_numbers_lead_to_what_they_are_of(searcher: Searcher, query: str, first: str | None) -> None:
    hits = searcher.search(SearchRequest(query)).hits
    assert (hits[0].entry.id if hits else None) == first


def test_a_year_that_some_entry_has_is_itself() -> None:
    assert [word.text for word in content("1956", "sv", {"1956"}.__contains__, frozenset())] == ["1956"]


@pytest.mark.parametrize("query", ["1956", "protokoll från 1956", "gamla handlingar från 1800-talet"])
def test_old_times_lead_to_the_archive(searcher: Searcher, query: str) -> None:
    shown = [hit.entry for hit in searcher.search(SearchRequest(query)).hits[:3]]
    assert [entry.id for entry in shown if entry.unit == "stadsarkivet" or entry.id == "stadsarkivet"]


@in_turn(
    ("query", "known", "texts"),
    [
        ("HR-avdelningen", {"hravdelningen"}, ["hravdelningen"]),
        ("HR-avdelningen", set(), ["hr", "avdelningen"]),
        ("e-post", {"epost"}, ["epost"]),
        ("e post", {"epost"}, ["e", "post"]),
        ("vad e protokoll", set(), ["protokoll"]),
    ],
)
def test_a_hyphenated_or_parted_word_is_read_as_entries_have_it(query: str, known: set[str], texts: list[str]) -> None:
    found = content(query, "sv", known.__contains__, frozenset())
    assert [word.text for word in found] == texts


def test_a_number_or_reference_is_one_word() -> None:
    first, second = words("protokoll KS 2019/0917")
    assert (first.text, second.text, bool(second.codes)) == ("protokoll", "", True)


@in_turn("query", ["zebraprotokoll", "giraffakter", "trumpetavtal", "pizzalista", "zebraregister", "betygsarkiv"])
def test_a_compound_is_not_answered_where_its_modifier_is_unknown(searcher: Searcher, query: str) -> None:
    assert searcher.search(SearchRequest(query)).coverage is not Coverage.FULL


@pytest.mark.parametrize(
    ("query", "id_"),
    [
        ("fakturaregister", "fakturor"),
        ("upphandlingsdokument", "upphandling"),
        ("lönelista", "loneuppgifter"),
        ("statistikmaterial", "statistik"),
    ],
)
def test_a_light_head_says_only_that_there_is_a_record(searcher: Searcher, query: str, id_: str) -> None:
    result = searcher.search(SearchRequest(query))
    assert result.coverage is Coverage.FULL
    assert id_ in [hit.entry.id for hit in result.hits[:3]]


def test_a_light_head_is_told_apart_from_what_must_be_answered(understander: Understander) -> None:
    (word,) = understander.understand("fakturaregister", "sv").words
    assert ([part.base for part in word.parts], word.light and word.light.base) == (["faktura"], "register")


@in_turn(
    ("query", "answers"),
    [
        ("reach mee", {"reachmee"}),
        ("hero ma", {"heroma"}),
        ("tele fon katalogen", {"telefonkatalogen"}),
        ("e post logg", {"e-postlogg", "epostloggens-uppgifter"}),
        ("e post", {"e-post", "inkommen-e-post"}),
        ("public360", {"public-360"}),
        ("startaföretag", {"etablering-och-foretagsstod"}),
    ],
)
def test_words_joined_or_parted_by_mistake_are_understood(searcher: Searcher, query: str, answers: set[str]) -> None:
    result = searcher.search(SearchRequest(query))
    assert result.hits[0].entry.id in answers
    assert (result.coverage, result.correction) == (Coverage.FULL, None)


@pytest.mark.parametrize(
    ("query", "language", "topic"),
    [("home care", "en", "aldreomsorg"), ("a-kassa", "sv", "a-kassa"), ("work permit", "en", "uppehallstillstand")],
)
def test_general_words_that_lead_to_a_signpost_together_are_kept(
    searcher: Searcher, query: str, language: str, topic: str
) -> None:
    result = searcher.search(SearchRequest(query, language))
    assert result.signposts[0].id == topic
    assert result.coverage is not Coverage.FULL


@in_turn("query", ["bygglov", "bygglovet", "vigsel", "bilregister", "hundregister", "skolbetyg"])
def test_a_word_for_what_others_hold_is_read_as_nothing_else(searcher: Searcher, query: str) -> None:
    result = searcher.search(SearchRequest(query))
    assert result.signposts
    assert result.correction is None
    assert result.coverage is not Coverage.FULL


def test_no_more_words_are_looked_at_than_the_cap(understander: Understander) -> None:
    query = " ".join(f"ord{number}" for number in range(90))[:MAX_QUERY_LENGTH]
    assert len(understander.understand(query, "sv").words) == MAX_WORDS


@in_turn("language", ["sv", "fi", "en", "ar", "latt"])
@in_turn("query", EXPLODING.values(), ids=EXPLODING)
def test_a_query_built_to_explode_stays_within_the_caps(understander: Understander, query: str, language: str) -> None:
    found = understander.understand(query[:MAX_QUERY_LENGTH], language)
    assert len(found.words) <= MAX_WORDS
    assert sum(1 for _leaf in leaves(found.tree)) <= MOST_LEAVES


@in_turn("language", ["sv", "fi", "en", "ar", "latt"])
@in_turn("query", EXPLODING.values(), ids=EXPLODING)
def test_a_query_built_to_explode_is_answered(searcher: Searcher, query: str, language: str) -> None:
    result = searcher.search(SearchRequest(query[:MAX_QUERY_LENGTH], language))
    assert len(result.understood) + len(result.unknown) <= MAX_WORDS


@in_turn(
    ("query", "language", "first"),
    [
        ("får de fråga varför", "sv", "begar-ut-vem-ar-jag"),
        ("måste jag säga vem jag är", "latt", "begar-ut-vem-ar-jag"),
        ("vem bestämmer", "sv", "begar-ut-vem-beslutar"),
        ("how long does it take", "en", "begar-ut-hur-fort"),
        ("paljonko se maksaa", "fi", "begar-ut-kostar-det"),
        ("من يقرر", "ar", "begar-ut-vem-beslutar"),
        ("vem ringer jag", "sv", "kontaktpersoner"),
        ("hur fort får jag svar", "sv", "begar-ut-hur-fort"),
        ("mitt ärende dröjer", "sv", "begar-ut-eget-arende-drojer"),  # a case of one's own, and no request
        ("asiani viipyy", "fi", "begar-ut-eget-arende-drojer"),
        ("rätta mina personuppgifter", "latt", "begar-ut-ratta-radera"),
        ("delete my personal data", "en", "begar-ut-ratta-radera"),
        ("حذف بياناتي", "ar", "begar-ut-ratta-radera"),
        ("registerutdrag", "sv", "begar-ut-registerutdrag"),
    ],
)
def test_what_somebody_wants_to_know_is_found_by_itself(
    searcher: Searcher, query: str, language: str, first: str
) -> None:
    result = searcher.search(SearchRequest(query, language))
    assert (result.coverage, result.hits[0].entry.id) == (Coverage.FULL, first)


@pytest.mark.parametrize(
    ("query", "first"), [("vad kostar protokollet", "protokoll"), ("vem får se fakturor", "fakturor")]
)
def test_what_somebody_wants_to_know_hides_no_thing(searcher: Searcher, query: str, first: str) -> None:
    assert searcher.search(SearchRequest(query)).hits[0].entry.id == first


def test_what_joins_the_halves_of_a_name_is_no_second_need(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("protokoll från plan och bygg"))
    assert (result.parts, result.coverage, result.hits[0].entry.id) == ((), Coverage.PARTIAL, "protokoll")
    assert [signpost.id for signpost in result.signposts] == ["andra-namnder"]


def test_parts_are_told_without_scraps(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("Dels veta Lönespecifikation , och dels protokoll."))
    assert [part.query for part in result.parts] == ["Lönespecifikation", "protokoll"]


def test_two_needs_bring_no_signpost_that_neither_brings(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest("protokoll fakturor")).signposts == ()


def test_what_shares_a_modifier_with_a_compound_is_not_shown_for_it(searcher: Searcher) -> None:
    shown = [hit.entry.id for hit in searcher.search(SearchRequest("arbetsbetyg")).hits]
    assert "arbetsmiljo" not in shown


def test_a_word_of_the_dictionary_is_no_other_word_with_the_same_head(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("flygplatsen"))
    assert (result.hits, result.unknown) == ((), ("flygplatsen",))


def test_what_is_only_alike_is_not_told_as_what_a_word_was_taken_for(searcher: Searcher) -> None:
    assert [each.via for each in searcher.search(SearchRequest("hyra lokaler")).expanded] == []


def test_a_verb_is_not_asked_of_an_entry_that_has_the_thing(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest("brev jag skickat in till kommunen")).coverage is Coverage.FULL


def test_a_bare_year_is_neither_asked_for_nor_told_as_missing(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("fakturor från 2021"))
    assert (result.coverage, result.understood, result.unknown) == (Coverage.FULL, ("fakturor",), ())
    assert searcher.search(SearchRequest("protokoll 1985")).understood == ("protokoll",)


def test_what_somebody_earns_is_asked_for_and_not_who_it_is(searcher: Searcher) -> None:
    result = searcher.search(SearchRequest("vad tjänar kommunstyrelsens ordförande"))
    assert (result.hits[0].entry.id, result.coverage) == ("loneuppgifter", Coverage.FULL)
    assert searcher.search(SearchRequest("vad tjänar rektorn")).coverage is Coverage.PARTIAL


@in_turn(
    ("query", "question"),
    [("2 kap 18 § TF", "begar-ut-vem-ar-jag"), ("FL 44 §", "begar-ut-overklaga"), ("5 § arkivlagen", "")],
)
def test_a_provision_of_another_law_leads_to_the_question_that_rests_on_it(
    searcher: Searcher, query: str, question: str
) -> None:
    result = searcher.search(SearchRequest(query))
    assert [hit.entry.id for hit in result.hits][:1] == ([question] if question else [])
    assert result.unlisted == (() if question else (Unlisted.OTHER_LAW,))


def test_the_plural_of_an_act_is_of_the_act(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest("jobbansökningar")).hits[0].entry.id == "rekryteringshandlingar"
