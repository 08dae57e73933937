"""What is said to be on the web, or published, rests on a passage that says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.checks.located import located
from data.kinds import Access, Secrecy
from data.model import Guidance
from data.quotes import normalised

if TYPE_CHECKING:
    from data.loader import Loaded
    from data.model import Description

_SENTENCE = re.compile(r"(?<=[.!?:])\s(?=[A-ZÅÄÖ])")
_WEB = re.compile(
    r"\b(?:\w{0,40}webb\w{0,40}|\w{0,40}hemsid\w{0,20}|internet|online|e-tjänst\w{0,20})\b"
    r"|(?<![\w@.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}\.(?:se|nu|com|org|eu)\b(?!@)",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:sök\w{0,20}|läs|läsa|läsas|hitta\w{0,5}|publicera\w{0,10}|nå|nås|visas?|finns|tillgänglig\w{0,10}"
    r"|hämtas?|ladda\w{0,5}|ta del|lagts? ut|läggs ut)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:publicera\w{0,10}|öppna data|öppet (?:tillgänglig|publicera)\w{0,10}|offentlig(?:a|t)?|offentliggör\w{0,5}"
    r"|(?:till)?gänglig\w{0,5} för (?:alla|allmänheten|var och en))\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:inte|ej|aldrig|icke)(?:\s\w{1,40}){0,2}\s?$", re.IGNORECASE)
_NOT_AFTER = re.compile(r"\s(?:\w{1,40}\s)?(?:inte|ej|aldrig|icke)\b", re.IGNORECASE)


def check_support(loaded: Loaded, description: Description) -> None:
    """Report what is said to be on the web or published, where no passage that it rests on says so."""
    passages = description.source.passages
    for place in located(loaded, description):
        record = place.record
        if not isinstance(record, Guidance) or not record.quotes:
            continue
        ids = dict.fromkeys(quote.passage for quote in record.quotes if quote.passage in passages)
        sentences = [part for id_ in ids for part in _SENTENCE.split(normalised(passages[id_].whole))]
        if record.access is Access.WEB and not any(_WEB.search(part) and _says(_SEEN, part) for part in sentences):
            place.tell(
                "inget stycke i citaten säger att detta kan sökas eller läsas på webben. Citera det stycke som säger "
                "det, eller skriv att det lämnas ut på begäran.",
                place.table.key_of("access"),
            )
        if record.secrecy is Secrecy.PUBLISHED and not any(_says(_OPEN, part) for part in sentences):
            place.tell(
                "inget stycke i citaten säger att detta publiceras eller är offentligt. Citera det stycke som säger "
                "det, eller välj en annan märkning.",
                place.table.key_of("secrecy"),
            )


def _says(words: re.Pattern[str], sentence: str) -> bool:
    """Whether a sentence has one of the words, not denied."""
    return any(
        not _NOT.search(sentence[max(0, match.start() - 130) : match.start()])
        and not _NOT_AFTER.match(sentence, match.end())
        for match in words.finditer(sentence)
    )
