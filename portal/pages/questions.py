"""The questions of a guide: our answer to each, and the rules that it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.guides import questions_by_entry
from portal.pages.answering import question_text
from portal.pages.parts import AnswerText, Rule, Text
from portal.words.laws import Wording, statute_url, wordings

if TYPE_CHECKING:
    from collections.abc import Collection

    from data.entries import Entry
    from data.laws import Law
    from data.model import GuideQuestion
    from portal.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the visitor's, and our answer; `wordings` tell as of which day its laws were read."""

    id: str
    question: Text
    answer: AnswerText
    rules: tuple[Rule, ...]
    wordings: tuple[Wording, ...]


def question_part(context: PageContext, question: GuideQuestion, laws: Collection[Law]) -> Question:
    """A question as the guide's page shows it."""
    return Question(
        question.id,
        context.text(question.question),
        question_text(context, question),
        _rules(question),
        wordings(question.laws, laws),
    )


def rules_of(context: PageContext, entry: Entry) -> tuple[Rule, ...]:
    """The rules that the answer to a guide's question rests on; none for other entries."""
    if not entry.part_of:
        return ()
    return _rules(questions_by_entry(context.description(entry.authority))[entry.id])


def _rules(question: GuideQuestion) -> tuple[Rule, ...]:
    return tuple(Rule(law, _rule_url(law)) for law in question.laws)


def _rule_url(citation: str) -> str:
    """The statute's address for references like ``TF 2:15`` and ``FL 43-44 §§``."""
    match = re.fullmatch(r"(\w+) (?:(\d+):)?(\d+(?: [a-z]\b)?).*", citation)
    return statute_url(match[1], int(match[2] or 0), match[3]) if match else ""
