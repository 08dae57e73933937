"""Addresses of statutes at riksdagen.se, the parliament's own site."""

from __future__ import annotations

_ROOT = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"
_STATUTES = {
    "OSL": "offentlighets-och-sekretesslag-2009400_sfs-2009-400/",
    "TF": "tryckfrihetsforordning-1949105_sfs-1949-105/",
    "FL": "forvaltningslag-2017900_sfs-2017-900/",
    "ARKIVLAGEN": "arkivlag-1990782_sfs-1990-782/",
}


def statute_url(law: str, chapter: int = 0, paragraph: int = 0) -> str:
    """The address of a statute, at its paragraph where one is given; empty for a law not known here.

    Args:
        law: Short name as it is cited: OSL, TF, FL or arkivlagen.
        chapter: 0 for a law without chapters.
        paragraph: 0 for the law as a whole.
    """
    statute = _STATUTES.get(law.upper())
    if statute is None:
        return ""
    anchor = (f"#K{chapter}P{paragraph}" if chapter else f"#P{paragraph}") if paragraph else ""
    return f"{_ROOT}{statute}{anchor}"
