"""What a link carries along to count its visitors: the tags of campaigns, which are no part of what anyone asks."""

from __future__ import annotations

import re

_NAMES = (
    *(r"(?:utm|mtm|pk|piwik|matomo|hsa|trk|vero|oly)[_-][a-z_-]+", r"mc_[ce]id", r"_hs(?:enc|mi)", r"_g[al]"),
    *(r"gad_[a-z]+", r"(?:g|fb|d|y|tw|tt|ms)cl(?:k?id|src)", r"[gw]braid", r"igshi?d?", r"li_fat_id", r"mkt_tok"),
    *(r"s_kwcid", r"ef_id"),
)
_IN_A_LINK = (r"campaign[a-z_-]*", r"kampanj[a-z_-]*", r"cmp(?:id)?", r"cid", r"gad?")
"""Names that mean other things too: tags where a link has them."""
_ANY = "|".join((*_NAMES, *_IN_A_LINK))
_EQUALS = r"(?:=|%(?:25)*3d)"
_VALUE = r"(?:(?!%(?:25)*2[36])[^\s&#])*"
_AND = r"(?:[?&;]|%(?:25)*(?:26|3f))"
_TAG = re.compile(
    rf"(?:(?:{_AND}|(?<![a-z0-9_]))(?:{'|'.join(_NAMES)})|{_AND}(?:{'|'.join(_IN_A_LINK)})){_EQUALS}{_VALUE}",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"\b(?:{_ANY}){_EQUALS}{_VALUE}$", re.IGNORECASE)
_BEFORE = 80
"""Characters before a place that are looked at."""


def without_tags(text: str) -> str:
    """The text without such tags, wherever a link with them was pasted."""
    return _TAG.sub("", text) if "=" in text or "%" in text else text


def is_in_a_tag(text: str, at: int) -> bool:
    """Whether a place is inside the value of such a tag."""
    return _INSIDE.search(text[max(0, at - _BEFORE) : at]) is not None
