"""From the files that someone gives to the outline of what is to be imported: read apart, joined, cut and private."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.importing.blocks import CannotRead
from data.importing.child import read_apart
from data.importing.format import recognise
from data.importing.joining import joined
from data.importing.masking import without_numbers
from data.importing.recognising.outlining import outlined
from data.importing.recognising.outlining.chapters import NoChapter, cut
from data.importing.writing.ids import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.importing.given import Given
    from data.importing.outline import Outline
    from data.importing.proposal import AuthorityFacts

_NO_WORDS = "Filen har ingen text att importera; kontrollera att rätt fil valdes, och att den inte bara är bilder."
_SHORT_PLACE = ("fors", "nas")
"""How places end whose last s is their own: *Hagfors kommun*."""


def taken_in(given: Sequence[Given], *, chapter: str = "", mask: bool = False) -> Outline:
    """The outline of some files.

    Args:
        given: The description, and what belongs to it.
        chapter: The heading of the one chapter that is meant; empty for all.
        mask: Whether passages with personal identity numbers are to be kept off the web.

    Raises:
        CannotRead: If one of them cannot be read or imported; the sentence says what to do.
    """
    outlines = [(file.name, _read(file, several=len(given) > 1)) for file in given]
    if chapter:
        outlines[0] = (outlines[0][0], _only(outlines[0][1], chapter))
    outline = without_numbers(joined(outlines), mask=mask)
    if not any(passage.text.strip() for passage in outline.passages):
        raise CannotRead(_NO_WORDS)
    return outline


def id_of(authority: AuthorityFacts) -> str:
    """The id that an authority gets where nobody has said another: ``lindvik-socialnamnden``."""
    place = authority.organisation.value
    words = [word for word in place.split() if word.casefold() not in {"kommun", "kommuns", "stad", "stads"}]
    root = authority.root or authority.name.value
    if not words or " ".join(words).casefold() in root.casefold():
        return slug(root)
    if len(words) == 1 and not place.casefold().endswith(tuple(f"{end} kommun" for end in _SHORT_PLACE)):
        words = [_without_genitive(words[0])]
    return slug(f"{' '.join(words)} {root}")


def _without_genitive(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[-2:-1].casefold() not in "aeiouyåäö" else word


def _only(outline: Outline, heading: str) -> Outline:
    """One chapter, with what precedes the first heading, and a word on how much that leaves out."""
    try:
        chapter = cut(outline, heading)
    except NoChapter as unclear:
        raise CannotRead(str(unclear)) from unclear
    left = len(outline.passages) - len(chapter.passages)
    told = f"Bara kapitlet ”{heading}” lästes, och det som står före den första rubriken"
    return msgspec.structs.replace(
        chapter, notices=(*chapter.notices, f"{told}; {left} stycken under andra rubriker är inte med.")
    )


def _read(file: Given, *, several: bool) -> Outline:
    try:
        return outlined(read_apart(file.data, recognise(file.data, file.name)))
    except CannotRead as refusal:
        if not several:
            raise
        raise CannotRead(f"{file.name}: {refusal}") from refusal
