"""The instruments that rules are measured by: what is cited, where it stands, since when."""

from __future__ import annotations

from yiding.law.instrument import CONFIRMED, Instrument, Provision, Tag
from yiding.law.library import UnknownProvision, instrument, instruments, provision, provision_on

__all__ = [
    "CONFIRMED",
    "Instrument",
    "Provision",
    "Tag",
    "UnknownProvision",
    "instrument",
    "instruments",
    "provision",
    "provision_on",
]
