"""Every kind of page, by a name and an address of that kind."""

from __future__ import annotations

from tests.pairs import pairs

KINDS = {
    "start": "/",
    "full-answer": "/sok?q=protokoll",
    "two-answers": "/sok?q=fakturor,+protokoll",
    "partial-answer": "/sok?q=protokoll+bygglov",
    "outside-the-description": "/sok?q=bygglov",
    "other-spelling": "/sok?q=dairium",
    "filtered": "/sok?q=protokoll&type=record_type&access=web",
    "nothing-with-these-filters": "/sok?q=protokoll&unit=lonecenter&access=web",
    "browse-all": "/sok",
    "second-page": "/sok?offset=10",
    "unknown-filter": "/sok?q=protokoll&unit=finns-inte",
    "identity-number-refused": "/sok?notis=personnummer",
    "record-type": "/norrkoping-ks/handlingsslag/anstalldas-personalakter",
    "finding-aid": "/norrkoping-ks/sokmedel/heroma",
    "unit": "/norrkoping-ks/enhet/personalavdelningen",
    "external-unit": "/norrkoping-ks/enhet/lonecenter",
    "provision": "/norrkoping-ks/sekretess/osl-39-2",
    "exchange": "/norrkoping-ks/uppgifter/heroma-skatteverket",
    "section": "/norrkoping-ks/avsnitt/diarium",
    "authority": "/norrkoping-ks/",
    "whole-text": "/norrkoping-ks/beskrivning",
    "guide": "/begar-ut",
    "guide-filled-in": "/begar-ut?vad=protokoll&period=2019&form=kopia",
    "guide-left-empty": "/begar-ut?vad=",
    "about": "/om",
    "accessibility": "/tillganglighet",
    "open-data": "/oppna-data",
    "words": "/ordlista",
    "not-found": "/finns-inte",
}

_AXE = pairs(("", "kiosk"), ("light", "dark"), tuple(KINDS))


def kinds_for_axe(mode: str, scheme: str) -> list[str]:
    """The kinds of pages that axe-core looks at in a mode and in such colours: each kind in both, by turns.

    The kinds of the desk are its own, few enough to be looked at in both.
    """
    return [kind for mode_, scheme_, kind in _AXE if (mode_, scheme_) == (mode, scheme)]
