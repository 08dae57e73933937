"""Builds a generation from descriptions: beside the old one, verified, then switched to."""

from __future__ import annotations

import shutil
from functools import lru_cache
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from data.asked import without_asked
from data.place import Place
from data.today import has_ended
from index import generation
from index.build import layout, postings, schema, vocabulary
from index.build.digests import code_digest, digest_of, digest_of_named
from index.build.documents import WORTH_PROCESSES, documents, documents_of_many
from index.generation import ARRAYS, DESCRIPTIONS, PLACE, WHOOSH
from index.question.terms import Terms
from index.shared import speakers_of_guides
from index.words import hunspell, surfaces
from index.words.analyser import Analyser
from index.words.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from data.model import Description


def build(  # noqa: PLR0913  (a call names the one or two that it needs)
    root: Path,
    descriptions: Sequence[Description],
    progress: Callable[[int, int], None] | None = None,
    patience: float = 0.0,
    attachments: Mapping[str, bytes] | None = None,
    place: Place | None = None,
    *,
    keep_rollback: bool = False,
    today: date | None = None,
) -> Path:
    """Make a generation of the descriptions current, building it unless it is already there and whole.

    Args:
        root: Where generations lie.
        descriptions: Checked descriptions, one per authority.
        progress: Called with the number of authorities done and of all.
        patience: Seconds to wait for another builder to finish.
        attachments: Further files that readers of the generation need, by path within it.
        place: Whose portal it is, and in which order its authorities come; by their ids where none is given.
        today: The day of the build: authorities that have ended by then come last. Without one, all that end.
        keep_rollback: Leave the generation that was rolled back to, as long as this is the input rolled back from.

    Returns:
        The folder of the generation that is current now.

    Raises:
        index.generation.GenerationError: Another builder is at work, or the result does not verify.
        OSError: The disk is full or not writable; the old generation still serves.
    """
    place = place or Place()
    ended = {description.id for description in descriptions if has_ended(description.ended, today)}
    rank = {id_: number for number, id_ in enumerate(place.ordered([description.id for description in descriptions]))}
    descriptions = sorted(descriptions, key=lambda description: (description.id in ended, rank[description.id]))
    encoded = {description.id: msgspec.json.encode(description) for description in descriptions}
    attachments = {**(attachments or {}), PLACE: msgspec.json.encode(place)}
    input_digest = digest_of(digest_of_named(encoded), digest_of_named(attachments), *map(str.encode, sorted(ended)))
    analyser_digest = code_digest({name: resources.files(name) for name in ("data", "index")})
    digest = digest_of(str(generation.FORMAT).encode(), input_digest.encode(), analyser_digest.encode())[:32]
    with generation.building(root, patience) as folder:
        if keep_rollback and (rolled_back_to := _rolled_back_to(root, input_digest)):
            return rolled_back_to
        if generation.is_whole(root / digest):
            return generation.publish(root, root / digest, digest)
        _add_lexicon(folder, root, analyser_digest)
        count = _write(folder, descriptions, encoded, ended, progress)
        _attach(folder, attachments)
        files, names = generation.file_digests(folder), tuple(encoded)
        manifest = generation.Manifest(generation.FORMAT, digest, input_digest, analyser_digest, names, count, files)
        (folder / generation.MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest.sealed())))
        generation.verify(folder)
        return generation.publish(root, folder, digest)


def _rolled_back_to(root: Path, input_digest: str) -> Path | None:
    """The whole generation that serves because this very input was rolled back from; None where none does."""
    now = generation.current(root) if generation.rolled_back(root) == input_digest else None
    return now if now and generation.is_whole(now) else None


def _write(
    folder: Path,
    descriptions: Sequence[Description],
    encoded: dict[str, bytes],
    ended: Collection[str],
    progress: Callable[[int, int], None] | None,
) -> int:
    for name in (WHOOSH, ARRAYS, DESCRIPTIONS):
        (folder / name).mkdir()
    analyser = _analyser(*((folder / name).read_bytes() for name in (hunspell.WORDS, hunspell.RULES)))
    for description in descriptions:
        stored = msgspec.json.encode(without_asked(description))
        (folder / DESCRIPTIONS / f"{description.id}.json").write_bytes(stored)
    guides = speakers_of_guides(descriptions)
    if len(encoded) > 1 and sum(map(len, encoded.values())) >= WORTH_PROCESSES:
        batches = documents_of_many(encoded.values(), folder, guides)
    else:
        batches = (documents(description, analyser, guides) for description in descriptions)
    count = write_index(folder, _told(batches, len(encoded), progress), ended)
    terms = Terms(folder / ARRAYS).by_field()
    vocabulary.write(folder, terms, descriptions, analyser)
    surfaces.write(folder, terms, analyser)
    return count


def write_index(folder: Path, batches: Iterable[list[dict[str, object]]], ended: Collection[str] = ()) -> int:
    """Write documents to a Whoosh index and its arrays, in folders that are there, and say how many there were.

    Args:
        folder: Where the folders are.
        batches: The documents.
        ended: Ids of authorities that have ended.
    """
    writer = postings.create(folder / WHOOSH, schema.make_schema())
    try:
        for document in chain.from_iterable(batches):
            writer.add_document(**document)
        layout.write(folder / ARRAYS, writer.pool, writer.docnum, ended)
    except BaseException:
        writer.cancel()
        raise
    count = writer.docnum
    writer.commit()
    return count


@lru_cache(maxsize=1)
def _analyser(words: bytes, rules: bytes) -> Analyser:
    """The analyser with such a lexicon: a process that builds several generations works each word out once.

    A server never builds: what is kept here lies in no worker's memory.
    """
    return Analyser(Lexicon.of(words, rules))


def _told(
    batches: Iterable[list[dict[str, object]]], number: int, progress: Callable[[int, int], None] | None
) -> Iterator[list[dict[str, object]]]:
    for done, batch in enumerate(batches, start=1):
        yield batch
        if progress:
            progress(done, number)


def _attach(folder: Path, attachments: Mapping[str, bytes]) -> None:
    for name, content in attachments.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _add_lexicon(folder: Path, root: Path, analyser_digest: str) -> None:
    """Take the lexicon over from the current generation where nothing that makes it has changed.

    It is copied, not linked: damage to one generation must not be damage to the one that is to serve instead.
    """
    now = generation.current(root)
    if now and generation.is_whole(now) and generation.read_manifest(now).analyser == analyser_digest:
        for name in (hunspell.WORDS, hunspell.RULES):
            shutil.copyfile(now / name, folder / name)
    else:
        hunspell.compile_lexicon(folder)
