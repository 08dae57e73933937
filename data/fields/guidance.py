"""The tables of ``vagledning.toml`` that are about entries: ours, and what our answers rest on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from data.fields.answering import ANSWER_ROWS
from data.fields.facts import Quotation
from data.fields.forms import Date, Number
from data.fields.kinds import (
    AskedQuestions,
    Choice,
    EverydayWords,
    Flag,
    IdKind,
    Reference,
    References,
    Text,
    Texts,
)
from data.fields.table import Field, Inner, Listed, Table
from data.kinds import Access, EntryType, Secrecy, Verdict
from data.model import Guidance, GuideQuestion, Observation, Quote, Theme
from data.wordcount import MOST_ANSWER, MOST_SHORT

_EVERY = frozenset(EntryType)
_RECORD = frozenset({EntryType.RECORD_TYPE})
_GUIDE = frozenset({EntryType.GUIDE})
_PROVISION = frozenset({EntryType.PROVISION})
_OURS = _RECORD | _GUIDE
"""What stands in no description: all that is said of them is ours."""

QUOTE = Table(
    "",
    "quotes",
    Quote,
    "Ord i beskrivningen som något vilar på.",
    (
        Field("stycke", "passage", Reference(IdKind.PASSAGE), "Stycket där orden står.", required=True),
        Field("text", "text", Quotation(), "Orden, tecken för tecken.", required=True),
    ),
)

_WORDS = Field("vardagsord", "words", EverydayWords(), "Egna ord som människor skriver, utöver begreppens.")
_ASKED = Field("fragas", "asked", AskedQuestions(), "Egna hela frågor som människor ställer, utöver begreppens.")

GUIDE_QUESTION = Table(
    "fragor",
    "questions",
    GuideQuestion,
    "En fråga i en guide, med vårt svar.",
    (
        Field("fraga", "question", Text(), "Frågan.", required=True, note="En fråga i guiden."),
        Field(
            "kort",
            "short",
            Text(),
            f"Svaret på en rad: högst {MOST_SHORT} ord, sant när det står ensamt.",
            note=f"Svaret på en fråga i guiden, på en rad: högst {MOST_SHORT} ord.",
        ),
        Field(
            "svar",
            "answer",
            Text(),
            f"Resten av svaret: högst {MOST_ANSWER} ord.",
            note=f"Resten av svaret på en fråga i guiden: högst {MOST_ANSWER} ord.",
        ),
        Field("lagrum", "laws", Texts(), 'Lagrummen som svaret bygger på, till exempel `"TF 2:16"`.', required=True),
        _WORDS,
        _ASKED,
    ),
    defines=IdKind.OWN,
)

_ROWS: tuple[Field, ...] = (
    Field(
        "namn",
        "title",
        Text(),
        "Rubriken. På det som står i beskrivningen ersätter den beskrivningens namn.",
        note="Postens namn: rubrik på dess sida och i träfflistan.",
    ),
    *ANSWER_ROWS,
    Field(
        "omfattning",
        "scope",
        Text(),
        "Vad som begränsar svaret, i några ord.",
        note="Vad svaret gäller; står efter ordet ”Gäller” och börjar därför med liten bokstav.",
    ),
    Field(
        "verdikt",
        "verdict",
        Choice(
            {
                "har": (Verdict.HELD, "finns här"),
                "annan": (Verdict.ELSEWHERE, "hos en annan organisation"),
                "fraga": (Verdict.ASK, "texten nämner uppgiften eller systemet, men inte handlingen"),
                "framgar-inte": (Verdict.UNSTATED, "ingenting i texten rör den"),
            },
            Verdict.HELD,
        ),
        "Finns handlingen här? Utelämnad betyder `har`.",
    ),
    Field("fraga", "unit", Reference(IdKind.UNIT), "Enheten att fråga."),
    Field(
        "enhet_framgar",
        "unit_stated",
        Flag(default=True),
        "Namnger texten den enheten? Vid `false` ska svaret eller stegen säga det.",
    ),
    Field(
        "sokmedel",
        "finding_aids",
        References(IdKind.FINDING_AID),
        "Registren där handlingen finns. Används bara på handlingsslag.",
    ),
    Field(
        "avsnitt",
        "section",
        Reference(IdKind.SECTION),
        "Avsnittet som handlingsslaget vilar på. Används bara på handlingsslag.",
    ),
    Field(
        "atkomst",
        "access",
        Choice(
            {
                "webb": (Access.WEB, "bara där texten säger att den kan sökas eller läsas på webben"),
                "begaran": (Access.REQUEST, "på begäran"),
            },
            Access.REQUEST,
        ),
        "Hur man ser den. Utelämnad betyder `begaran`.",
    ),
    Field(
        "sekretess",
        "secrecy",
        Choice(
            {
                "oppet": (Secrecy.PUBLISHED, "publiceras öppet"),
                "kan": (Secrecy.MAY, "kan innehålla uppgifter med sekretess"),
                "ofta": (Secrecy.OFTEN, "innehåller ofta sådana"),
                "framgar-inte": (Secrecy.UNSTATED, "framgår inte"),
            },
            Secrecy.UNSTATED,
        ),
        "Märkningen, om uppgifter i handlingen, aldrig om en sorts handling. Utelämnad betyder `framgar-inte`.",
    ),
    Field("lagrum", "provisions", References(IdKind.PROVISION), "Bestämmelser som kan ha betydelse."),
    Field(
        "steg",
        "steps",
        Texts(),
        "Så gör du, 2–4 korta uppmaningar.",
        note="Ett steg i ”Så gör du”: en uppmaning till den som frågar.",
    ),
    Field("tema", "theme", Reference(IdKind.THEME), "Ämnet den sorteras under."),
    Field(
        "citat",
        "quotes",
        Listed(QUOTE),
        "Orden i beskrivningen som svaret vilar på, tecken för tecken; radbrytningar och asterisker räknas inte.",
    ),
    Field("kallas_ocksa", "aliases", Texts(), "Andra namn på samma sak."),
    Field("se_aven", "see_also", References(IdKind.ENTRY), "Poster som hör ihop."),
    Field("begrepp", "concepts", References(IdKind.CONCEPT), "Begrepp som posten får vardagsord av."),
    _WORDS,
    _ASKED,
    Field("granskad_av", "reviewed_by", Text(), "Vem hos myndigheten som har granskat posten: roll, inte namn."),
    Field("granskad_den", "reviewed_on", Date(), "Dagen då den granskades."),
    Field("tidigare_id", "former_ids", Texts(), "Gamla id som ska leda hit."),
    Field(
        "prov",
        "test",
        Text(),
        "Hur sekretessen prövas.",
        note="Hur en uppgift prövas enligt bestämmelsen.",
    ),
    Field(
        "langst",
        "longest",
        Text(),
        "Hur länge sekretessen längst gäller.",
        note="Hur länge sekretessen längst gäller.",
    ),
    Field("kalla", "ground", Text(), "Var det står."),
    Field("fragor", "questions", Inner(GUIDE_QUESTION), "Frågor i guiden."),
)
"""In the order that a person would write them."""

_REQUIRED_OF: dict[str, frozenset[EntryType]] = {
    "title": _OURS | {EntryType.EXCHANGE},
    "verdict": _RECORD,
    "unit": _RECORD,
    "section": _RECORD,
    "access": _RECORD,
    "secrecy": _RECORD,
    "steps": _OURS,
    "theme": _EVERY,
    "ground": _PROVISION,
    "quotes": _EVERY - _GUIDE - _PROVISION,
}
"""By attribute, the types of entry that must have it."""

_ONLY_OF: dict[str, frozenset[EntryType]] = {
    "test": _PROVISION,
    "longest": _PROVISION,
    "ground": _PROVISION,
    "questions": _GUIDE,
}
"""By attribute, the types of entry that may have it, where not all may."""


def _entry_table(key: str, type_: EntryType, meaning: str, *, about: IdKind | None = None) -> Table[Guidance]:
    return Table(
        key,
        "guidance",
        partial(Guidance, type=type_),
        meaning,
        tuple(
            replace(row, required=type_ in _REQUIRED_OF.get(row.attribute, ()))
            for row in _ROWS
            if type_ in _ONLY_OF.get(row.attribute, _EVERY)
        ),
        defines=None if about else IdKind.ENTRY,
        about=about,
        derived=frozenset({"type"}),
    )


ENTRIES: dict[EntryType, Table[Guidance]] = {
    EntryType.RECORD_TYPE: _entry_table(
        "handlingsslag", EntryType.RECORD_TYPE, "Ett slags handlingar som människor frågar efter."
    ),
    EntryType.FINDING_AID: _entry_table(
        "sokmedel", EntryType.FINDING_AID, "Vår vägledning till ett sökmedel.", about=IdKind.FINDING_AID
    ),
    EntryType.UNIT: _entry_table("enhet", EntryType.UNIT, "Vår vägledning till en enhet.", about=IdKind.UNIT),
    EntryType.PROVISION: _entry_table(
        "lagrum", EntryType.PROVISION, "Vår förklaring av ett lagrum.", about=IdKind.PROVISION
    ),
    EntryType.EXCHANGE: _entry_table(
        "uppgift", EntryType.EXCHANGE, "Vår vägledning till ett utbyte av uppgifter.", about=IdKind.EXCHANGE
    ),
    EntryType.SECTION: _entry_table(
        "avsnitt", EntryType.SECTION, "Vår vägledning till ett avsnitt.", about=IdKind.SECTION
    ),
    EntryType.GUIDE: _entry_table("guide", EntryType.GUIDE, "En guide: så gör du något."),
}
"""A table for each type of entry; all but what is ours alone tell more about what stands in ``beskrivning.toml``."""

THEME = Table(
    "tema",
    "themes",
    Theme,
    "Ett ämne som poster sorteras under.",
    (
        Field("namn", "name", Text(), "Ämnets namn.", required=True, note="Ett ämne på startsidan."),
        Field("beskrivning", "description", Text(), "Vad som ryms i det.", required=True, note="Vad som ryms i ämnet."),
    ),
    defines=IdKind.THEME,
)

OBSERVATION = Table(
    "iakttagelse",
    "observations",
    Observation,
    "En lucka eller motsägelse i texten, för den som äger beskrivningen.",
    (
        Field("punkt", "point", Number(), "Punkten i 4 kap. 2 § OSL som den gör oklar, 1–7; annars utelämnad."),
        Field(
            "text",
            "text",
            Text(),
            "Vad som saknas eller motsägs.",
            required=True,
            note="En lucka eller motsägelse i beskrivningen, för den som äger den.",
        ),
        Field("citat", "quotes", Listed(QUOTE), "Orden som den gäller."),
    ),
    defines=IdKind.OWN,
)
