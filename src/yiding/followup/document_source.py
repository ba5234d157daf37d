"""Documents as a source of evidence: issued ones, and decisions of a higher body, as filed.

An issued one counts with a file or an address; neither counts once it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from yiding.followup.ledger_sources import Choice, Shown, UnknownSource
from yiding.followup.models import Evidence
from yiding.registry.models import Jurisdiction

SHORTEST = 4
"""A number or a title of fewer characters would be found anywhere."""


class DocumentSource:
    """Documents, by their number 文号 or by words of their title."""

    def choices(self, _jurisdiction: Jurisdiction) -> Iterable[Choice]:
        """A document that is still to be issued cannot be listed."""
        return ()

    def check(self, address: str) -> None:
        """Long enough to be told from others."""
        if len(address.strip()) < SHORTEST:
            told = _("“%(address)s”太短，请写文号，或文件名称里的几个字。")
            raise UnknownSource(told % {"address": address})

    def show(self, address: str, jurisdiction: Jurisdiction, on: date) -> Shown:
        """Whether such a document is on file by a day; `behind` are the matters that hold it."""
        self.check(address)
        found = _filed(address.strip(), jurisdiction, on)
        holders = tuple(dict.fromkeys(found.values_list("matter__address", flat=True)))
        return Shown(
            address=address,
            title=address,
            as_of=on,
            value=Decimal(len(holders)),
            holds=bool(holders),
            behind=holders,
        )


def _filed(address: str, jurisdiction: Jurisdiction, on: date) -> QuerySet[Evidence]:
    """Documents under a number or with words in the title; issued ones can be looked at."""
    rows = Evidence.objects.filter(matter__jurisdiction=jurisdiction, dated_on__lte=on).exclude(
        verdict=Evidence.Verdict.REFUSED
    )
    is_issued = Q(kind=Evidence.Kind.ISSUED_DOCUMENT)
    is_decided = Q(kind=Evidence.Kind.MEETING_DECISION)
    can_be_opened = is_decided | is_issued & (Q(file__isnull=False) | ~Q(link=""))
    named = Q(document_number=address) | Q(title__contains=address)
    return rows.filter(can_be_opened).filter(named).order_by("matter__address")
