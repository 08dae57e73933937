"""A search result as text: for a registrator at the command line, and to argue about the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.result import Coverage
from index.terms import INTENT, kind_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.question.understood import Understood, Word
    from index.result import SearchResult

_COVERAGE = {
    Coverage.FULL: "hela frågan besvaras",
    Coverage.PARTIAL: "en del av frågan besvaras",
    Coverage.NONE: "inget i frågan känns igen",
}


_VIA = {
    "written": "som det står",
    "inflected": "böjt",
    "compound": "sammansatt",
    "everyday": "vardagsord",
    "folded": "utan å, ä och ö",
    "corrected": "rättat",
}

_INTENT = "avsikt"


def listed(result: SearchResult) -> Iterator[str]:
    """The hits, one or two lines each, and the signposts."""
    yield f"{result.total} träffar; {_COVERAGE[result.coverage]}."
    for expansion in result.expanded:
        yield f"Du skrev ”{expansion.written}”, vi visar ”{expansion.understood}” ({_VIA[expansion.via]})."
    for place, hit in enumerate(result.hits, start=result.request.offset + 1):
        yield f"{place}. {hit.entry.title} [{hit.entry.type.value}/{hit.entry.id}]"
        yield f"   {hit.entry.whole_answer}"
    for signpost in result.signposts:
        yield f"Hänvisning: {signpost.topic} – {signpost.holder}. {signpost.note}"


def explain(result: SearchResult, understood: Understood) -> Iterator[str]:
    """Like `listed`, with how each word was taken, and each hit's score and terms that gave it, the heaviest first.

    Args:
        result: The result.
        understood: The question as it was understood.
    """
    yield from listed(result)
    yield ""
    yield f"Förstods: {', '.join(result.understood) or 'inget'}. Finns inte: {', '.join(result.unknown) or 'inget'}."
    for part in result.parts:
        first = f"{part.hits[0].entry.type.value}/{part.hits[0].entry.id}" if part.hits else "inget"
        yield f"Del av frågan: ”{part.query}” ({_COVERAGE[part.coverage]}), först {first}."
    for asked in understood.parts if result.parts else (understood,):
        yield from (_role(word) for word in asked.words if word.written)
    for hit in result.hits:
        yield f"{hit.score:8.2f}  {hit.entry.type.value}/{hit.entry.id}"
        for leaf in sorted(hit.leaves, key=lambda leaf: -leaf.weight):
            origin = leaf.origin
            via = _INTENT if kind_of(leaf.term) == INTENT else _VIA[origin.via]
            note = "" if origin.counts else ", räknas inte som svar" if origin.touches else ", så frågar andra"
            how = f"{via}, vikt {leaf.weight:.2f}{note}"
            yield f"          {origin.written} → {leaf.field}:{leaf.term} ({how})"


def _role(word: Word) -> str:
    """A word, and what it does in the question."""
    if word.spends:
        beside = ", bredvid det som frågan gäller" if word.hints else ""
        role = f"{_INTENT}: {', '.join(map(text_of, word.codes))}{beside}"
    elif word.codes:
        role = f"nummer eller hänvisning: {', '.join(word.codes)}"
    elif word.hints:
        role = "säger inte vad det gäller"
    elif word.qualifies:
        role = "bestämning: vems, om vem eller varifrån"
    elif word.clipped_of:
        role = f"början av {', '.join(word.clipped_of)}"
    elif word.weak:
        role = "står överallt"
    elif word.parts:
        own = ", ett ord i ordboken: bara en del av det är något annat" if word.is_own_word else ""
        role = f"sammansatt: {' + '.join(part.text for part in word.parts)}{own}"
    elif word.spared:
        role = "säger vad någon gör; behöver inte stå i svaret"
    else:
        role = "det som frågan gäller"
    return f"Ord: {word.written} – {role}."
