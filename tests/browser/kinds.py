"""Every kind of page, by a name and an address of that kind."""

from __future__ import annotations

KINDS = {
    "start": "/",
    "full-answer": "/sok?q=protokoll",
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
