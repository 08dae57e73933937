"""A search result as text: for a registrator at the command line, and to argue about the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.result import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def listed(result: SearchResult) -> Iterator[str]:
    """The hits, one or two lines each, and the signposts."""
    yield f"{result.total} träffar; {_COVERAGE[result.coverage]}."
    for expansion in result.expanded:
        yield f"Du skrev ”{expansion.written}”, vi visar ”{expansion.understood}” ({_VIA[expansion.via]})."
    for place, hit in enumerate(result.hits, start=result.request.offset + 1):
        yield f"{place}. {hit.entry.title} [{hit.entry.type.value}/{hit.entry.id}]"
        yield f"   {hit.entry.answer}"
    for signpost in result.signposts:
        yield f"Hänvisning: {signpost.topic} – {signpost.holder}. {signpost.note}"


def explain(result: SearchResult) -> Iterator[str]:
    """Like `listed`, with each hit's score and the terms that gave it, the heaviest first."""
    yield from listed(result)
    yield ""
    yield f"Förstods: {', '.join(result.understood) or 'inget'}. Finns inte: {', '.join(result.unknown) or 'inget'}."
    for hit in result.hits:
        yield f"{hit.score:8.2f}  {hit.entry.type.value}/{hit.entry.id}"
        for leaf in sorted(hit.leaves, key=lambda leaf: -leaf.weight):
            origin = leaf.origin
            note = "" if origin.counts else ", räknas inte som svar"
            how = f"{_VIA[origin.via]}, vikt {leaf.weight:.2f}{note}"
            yield f"          {origin.written} → {leaf.field}:{leaf.term} ({how})"
