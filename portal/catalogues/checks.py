"""What can be wrong with a catalogue: what makes it unusable, and what makes it incomplete."""

from __future__ import annotations

import gettext
import re
from typing import TYPE_CHECKING

from babel.messages.pofile import PoFileError

from data.problems import Report
from portal.catalogues.files import (
    DATA,
    DOMAINS,
    INTERFACE,
    OWN,
    TRANSLATED,
    catalogue_path,
    extracted,
    is_empty,
    is_translated,
    lasting,
    plural_forms,
    read,
    serialised,
    shown,
    template_path,
)
from portal.catalogues.kept import check_kept
from portal.catalogues.lengths import check_lengths
from portal.catalogues.own import extracted_own
from portal.catalogues.said import check_said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

    from portal.languages import Language

_UPDATE = "Kör: make translations"
_LINE = re.compile(r'(?:#~\s*)?(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) +)?"(?:[^"\\]|\\.)*"')
_BRACES = r"\{[^{}]*\}|[{}]"
_PARTS = {
    # A template formats what it is given by "%" and shows it as HTML, so that neither may come from a translation.
    INTERFACE: re.compile(_BRACES + r"|%(?:\(\w+\)[a-zA-Z]?|[a-zA-Z%]?)|<[^<>]*>|[<>]|&(?:#?\w+;)?"),
    DATA: re.compile(_BRACES),
}
"""What a translation must have exactly as the Swedish text has it, by domain."""
_NUMBERS = range(1000)
"""Every plural rule of CLDR tells its forms apart below this."""
_LONGEST = 50


def check_all(root: Path, folder: Path) -> Report:
    """Every problem of templates and catalogues; a language that has no catalogue has no problem.

    Args:
        root: The checkout.
        folder: The folder with the catalogues.
    """
    report = Report()
    for domain in DOMAINS:
        template = extracted(root, folder, domain)
        _check_template(folder, domain, template, report)
        for language in TRANSLATED:
            if not is_translated(folder, language):
                continue
            path = catalogue_path(folder, language, domain)
            if not path.exists():
                report.error(shown(folder, path), 0, f"filen saknas. {_UPDATE}")
            elif catalog := usable(folder, language, domain, report):
                _check_complete(shown(folder, path), domain, catalog, template, report)
                check_kept(shown(folder, path), language, catalog, report)
    return report


def check_own(folder: Path, data: Path) -> Report:
    """Every problem of a place's own template and catalogues; a place that has begun none has no problem.

    Args:
        folder: The folder with the code's catalogues.
        data: The place's folder, without errors.
    """
    report, own = Report(), data / OWN
    template = extracted_own(folder, data)
    if own.is_dir():
        _check_template(own, DATA, template, report)
    for language in TRANSLATED:
        path = catalogue_path(own, language, DATA)
        if path.exists() and (catalog := usable(own, language, DATA, report)):
            _check_complete(shown(own, path), DATA, catalog, template, report)
            check_kept(shown(own, path), language, catalog, report)
    return report


def usable(folder: Path, language: Language, domain: str, report: Report) -> Catalog | None:
    """Read a catalogue, and record what would make it say something wrong or nothing at all.

    Returns:
        The catalogue, or None where its file cannot be read.
    """
    path = catalogue_path(folder, language, domain)
    name = shown(folder, path)
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        report.error(name, line, "filen är inte sparad som UTF-8. Spara om den med teckenkodningen UTF-8.")
        return None
    for number, line_text in enumerate(map(str.strip, content.split("\n")), start=1):
        is_comment = line_text.startswith("#") and not line_text.startswith("#~")
        if line_text and not is_comment and not _LINE.fullmatch(line_text):
            report.error(name, number, "raden går inte att tolka. Kontrollera citattecken och ordet framför dem.")
            return None
    try:
        catalog = read(content, language)
    except PoFileError as error:
        if _check_plural_header(name, content, error.catalog, language, report):
            message = "texten går inte att tolka. Kontrollera att msgstr finns och hur många pluralformer den har."
            report.error(name, error.lineno + 1, message)
        return None
    except ValueError:
        report.error(name, 1, "filens huvud, eller numret i en msgstr[…], går inte att tolka. Jämför med en annan fil.")
        return None
    check_said(name, catalog, report)
    if _check_plural_header(name, content, catalog, language, report):
        _check_messages(name, domain, catalog, report)
    return catalog


def _check_plural_header(name: str, content: str, catalog: Catalog, language: Language, report: Report) -> bool:
    """Whether a catalogue counts as its language does."""
    right = plural_forms(language)
    try:
        if _counting(catalog.plural_forms) == _counting(right):
            return True
    except ValueError:
        pass  # it cannot be computed at all
    before, header, _ = content.partition("Plural-Forms:")
    line = before.count("\n") + 1 if header else 1
    report.error(name, line, f"huvudet ska ha språkets pluralformer enligt CLDR. Skriv: Plural-Forms: {right}")
    return False


def _counting(header: str) -> tuple[int, list[int]]:
    """How many forms there are, and the form of every number."""
    match = re.fullmatch(r"nplurals=(\d+); plural=(.*?);?", header)
    if match is None:
        raise ValueError(header)
    form: Callable[[int], int] = gettext.c2py(match[2])
    return int(match[1]), [form(number) for number in _NUMBERS]


def _check_messages(name: str, domain: str, catalog: Catalog, report: Report) -> None:
    """Placeholders and plural forms of what is translated; what is marked as uncertain is not used."""
    _, counting = _counting(catalog.plural_forms)
    for message in catalog:
        if not message.id or message.fuzzy or is_empty(message.string):
            continue
        forms = _forms(message)
        wanted, known = _parts(domain, forms[0][0]), _parts(domain, *_originals(message))
        for number, (_, form) in enumerate(forms):
            if not form:
                text = f"{_called(message)}: pluralform {number} av {len(forms)} är tom. Översätt den."
                report.error(name, message.lineno or 0, text)
                continue
            # Where a form is for one number only ("en träff"), the number itself may be left out.
            may_lose = 1 if len(forms) > 1 and counting.count(number) == 1 else 0
            used = _parts(domain, form)
            lost = wanted - used
            for fault in _faults(lost if len(lost) > may_lose else set(), used - known):
                report.error(name, message.lineno or 0, f"{_called(message)}: {fault}")


def _faults(lost: set[str], unknown: set[str]) -> Iterable[str]:
    if lost:
        yield f"översättningen saknar {', '.join(sorted(lost))}. Skriv det precis som i den svenska texten."
    if unknown:
        yield f"översättningen har {', '.join(sorted(unknown))}, som den svenska texten inte har. Ta bort det."


def _parts(domain: str, *texts: str) -> set[str]:
    return {part for text in texts for part in _PARTS[domain].findall(text)}


def _originals(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _forms(message: Message) -> list[tuple[str, str]]:
    """Each form of a translation with the Swedish text that it renders."""
    original = _originals(message)[-1]  # the plural: a singular ("en träff") may say less than others have to
    forms = message.string if isinstance(message.string, (list, tuple)) else (message.string or "",)
    return [(original, form) for form in forms]


def _check_template(folder: Path, domain: str, template: Catalog, report: Report) -> None:
    path = template_path(folder, domain)
    name = shown(folder, path)
    if not path.exists():
        report.error(name, 0, f"filen saknas. {_UPDATE}")
        return
    kept = path.read_text(encoding="utf-8")
    now = lasting(serialised(template)).split("\n")
    if lasting(kept).split("\n") != now:
        lines = [line for line in enumerate(kept.split("\n"), start=1) if lasting(f"{line[1]}\n")]
        pairs = zip(lines, now, strict=False)
        first = next((number for (number, line), other in pairs if line != other), len(lines))
        report.error(name, first, f"filen stämmer inte längre med texterna i koden och datafilerna. {_UPDATE}")


def _check_complete(name: str, domain: str, catalog: Catalog, template: Catalog, report: Report) -> None:
    wanted, translated = _by_key(template), _by_key(catalog)
    if missing := [message for key, message in wanted.items() if key not in translated]:
        report.error(name, 0, f"{len(missing)} texter saknas, först {_called(missing[0])}. {_UPDATE}")
    for key, message in translated.items():
        line = message.lineno or 0
        if key not in wanted:
            report.error(name, line, f"{_called(message)} finns inte längre i koden eller datafilerna. {_UPDATE}")
        elif is_empty(message.string):
            report.error(name, line, f"{_called(message)} är inte översatt. Skriv översättningen i msgstr.")
        elif message.fuzzy:
            report.error(name, line, f"{_called(message)} är märkt som osäker. Granska den och ta bort ordet fuzzy.")
        elif any(_margins(original) != _margins(form) for original, form in _forms(message)):
            report.error(name, line, f"{_called(message)}: mellanslag eller radbrytning först eller sist skiljer sig.")
    if domain == DATA:
        _check_one_answer(name, translated.values(), report)
        check_lengths(name, translated.values(), report)


def _check_one_answer(name: str, messages: Iterable[Message], report: Report) -> None:
    """Pages look a text of the data files up by its words, so that it cannot be translated in two ways."""
    first: dict[object, Message] = {}
    for message in messages:
        if message.fuzzy or is_empty(message.string):
            continue
        other = first.setdefault(message.id, message)
        if other.string != message.string:
            report.error(
                name,
                message.lineno or 0,
                f"{_called(message)} är översatt på ett annat sätt på rad {other.lineno}. "
                "Samma svenska text ska ha samma översättning.",
            )


def _by_key(catalog: Catalog) -> dict[object, Message]:
    return {(message.context, message.id): message for message in catalog if message.id}


def _margins(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _called(message: Message) -> str:
    text = message.id if isinstance(message.id, str) else message.id[0]
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"”{short}” ({message.context})" if message.context else f"”{short}”"
