"""Ranking weights: each with its reason, and the judged query that proves it.

Scores are compared, not added across scales: a word of a question counts once, by its best match.
"""

from __future__ import annotations

from data.kinds import EntryType
from index import terms

FIELDS = {
    # A number or reference names one thing: ”39 kap 2 §” is the provision, not a page that cites it.
    "code": 10.0,
    # Cited in the text of an entry: its own telephone number is the unit's, before those that only mention it.
    "code_source": 5.0,
    # The entry's own name or alias: ”heroma” is Heroma, not an exchange with it.
    "name": 6.0,
    # What people call it: ”lön” is salary records, though the personnel department's text says lönesättning.
    "words": 5.0,
    # Our answer mentions it: ”upphandling” in an answer is weaker than in a name.
    "answer": 1.5,
    # What can be asked of a unit once it is named: ”vem har mejlat vem” is about no unit's address.
    "label": 0.5,
    # Nothing else is asked: ”får de fråga varför” is the question that answers whether they may.
    "intent": 10.0,
    # The text mentions it in passing: ”protokoll” stands in the office's task list too. Text that only stands around
    # an entry weighs as much; it is asked where nothing else of any entry has the word.
    "source": 1.0,
}

FORMS = {
    # As written beats inflected: ”statistik” the register before ”statistiska centralbyrån”.
    terms.WRITTEN: 1.0,
    # The same word in another form: ”protokollen” means protokoll.
    terms.STEM: 0.9,
    # Without å ä ö two words may collide: ”for” and ”för”; ”naringsliv” still finds näringsliv.
    terms.FOLDED: 0.7,
    # The head of a name's compound: ”katalog” in telefonkatalogen; a modifier says less of what a thing is.
    terms.HEAD: 0.5,
    terms.MODIFIER: 0.4,
    # Several words together say more than each: ”public 360”, ”starta företag”.
    terms.PHRASE: 1.3,
}

HEAD = 0.8
MODIFIER = 0.7
"""A query's own compound: ”kommunfullmäktigeprotokoll” is protocols first (the head), of the council (the modifier). A
head that says only that there is a list, as in ”diarielista”, weighs nothing."""

OTHER_LANGUAGE = 0.8
"""Everyday words of another language than the page's: ”salary” on a Swedish page is understood, but a
Swedish word comes first where both exist (”barn”)."""

WEAK = 0.15
"""Words that stand everywhere (handling, kommun): they may tip the scale, never decide
(”diarieförda handlingar”)."""

WEAK_IN_PHRASE = 0.4
"""Such a word in a phrase of everyday words: ”skyldig kommunen” says what ”skyldig” does, and a bit (tests/queries)."""

CLUE = 6.0
"""A word of the questions that people put about an entry, or of an everyday phrase: it tips the order, and never
answers. Two or three of them say as much as a name (tests/queries)."""

INTENT = 3.0
"""What somebody wants to know beside the thing that it is about: ”vad kostar en kopia” tips to the price, and ”vad
kostar protokollet” is still the minutes."""

QUALIFIER = 0.45
"""A word beside the one that names what is asked for: ”mejl till borgmästaren” is e-mail, whatever the mayor weighs."""

CLIPPED = 0.9
"""The beginning of a word: ”her” is Heroma, and comes after what is written whole."""

TIE = 0.07
"""What further matches of the same word add: an entry that has it in name and text comes before one
that has it in the name alone."""

ENDED = 0.8
"""Entries of an authority that has ended: of two that say the same the living one comes first, and what only the ended
one has is still found (tests/index/build/test_ended.py)."""

TYPES = {
    # An answer before the system or unit it names: ”protokoll”.
    EntryType.RECORD_TYPE: 1.1,
    EntryType.FINDING_AID: 1.05,
    EntryType.UNIT: 1.0,
    EntryType.PROVISION: 1.0,
    # What holds for any authority, after what this one says itself: "dator att söka på" is where it stands.
    EntryType.GUIDE: 0.87,
    # A section repeats what its entries say: ”sekretess” is still its own name.
    EntryType.SECTION: 0.95,
    # One party of many: the register or system that the data goes through answers first
    # (”vilka uppgifter får försäkringskassan om anställda” is Heroma).
    EntryType.EXCHANGE: 0.25,
}


def share_of_phrase(weak: int, words: int, *, is_everyday: bool) -> float:
    """What a phrase says of what it would where each of its words told something.

    A name is called so, whichever words it is of. In what people say a word that stands everywhere is often at hand:
    *kommunen jagar mig* has half of *cash i kommunen*.

    Args:
        weak: How many of its words stand everywhere.
        words: How many it has.
        is_everyday: Whether it is what people say, and no name.
    """
    if weak == words:
        return WEAK
    return 1.0 - (1.0 - WEAK_IN_PHRASE) * weak / words if is_everyday else 1.0
