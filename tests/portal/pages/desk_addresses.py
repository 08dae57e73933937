"""Addresses of every kind of page that the desk has."""

from __future__ import annotations

PAGES = [
    "/",
    "/sok",
    "/sok?q=protokoll",
    "/sok?q=betyg",
    "/sok?q=qqxxzz",
    "/sok?q=dairium",
    "/sok?offset=10",
    "/sok?q=protokoll&type=record_type",
    "/sok?q=protokoll&unit=lonecenter&access=web",
    "/norrkoping-ks/",
    "/norrkoping-ks/beskrivning",
    "/norrkoping-ks/handlingsslag/protokoll",
    "/norrkoping-ks/sokmedel/heroma",
    "/norrkoping-ks/enhet/lonecenter",
    "/norrkoping-ks/sekretess/osl-39-2",
    "/norrkoping-ks/uppgifter/heroma-skatteverket",
    "/norrkoping-ks/avsnitt/diarium",
    "/begar-ut",
    "/begar-ut?vad=protokoll&period=2019&form=kopia",
    "/om",
    "/tillganglighet",
    "/oppna-data",
]
