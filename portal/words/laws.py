"""Addresses of statutes at riksdagen.se, the parliament's own site."""

from __future__ import annotations

_ROOT = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"
_STATUTES = {
    "OSL": "offentlighets-och-sekretesslag-2009400_sfs-2009-400/",
    "TF": "tryckfrihetsforordning-1949105_sfs-1949-105/",
    "FL": "forvaltningslag-2017900_sfs-2017-900/",
    "ARKIVLAGEN": "arkivlag-1990782_sfs-1990-782/",
}


def statute_url(law: str, chapter: int = 0, paragraph: str = "") -> str:
    """The address of a statute, at its paragraph where one is given; empty for a law not known here.

    Args:
        law: Short name as it is cited: OSL, TF, FL or arkivlagen.
        chapter: 0 for a law without chapters.
        paragraph: As it is cited, ``2`` or ``5 b``; empty for the law as a whole.
    """
    statute = _STATUTES.get(law.upper())
    if statute is None:
        return ""
    number = paragraph.replace(" ", "")
    anchor = (f"#K{chapter}P{number}" if chapter else f"#P{number}") if number else ""
    return f"{_ROOT}{statute}{anchor}"
