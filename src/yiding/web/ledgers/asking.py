"""What an address asks for: the ledger, the day a rule is tried on, the place."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from yiding.ledgers.catalogue import Ledger, UnknownLedger, ledger
from yiding.rules.places import COUNTRY
from yiding.web.access import account_of


def ledger_asked(slug: str) -> Ledger:
    """The ledger of an address."""
    try:
        return ledger(slug)
    except UnknownLedger as error:
        raise Http404(gettext("没有这个台账。")) from error


def day_asked(request: HttpRequest) -> date:
    """``?on=2025-03-01``, also a day to come; else today."""
    asked = request.GET.get("on", "")
    try:
        return date.fromisoformat(asked) if asked else timezone.localdate()
    except ValueError:
        return timezone.localdate()


def place_asked(request: HttpRequest) -> str:
    """``?place=320500``, else the reader's own."""
    asked = request.GET.get("place", "")
    if asked.isascii() and asked.isdecimal() and 6 <= len(asked) <= 12:
        return asked
    own = account_of(request).jurisdiction
    return own.code if own else COUNTRY
