"""Wrong codes are limited as wrong passwords are: an address that keeps guessing waits an hour."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_ip_address
from django.contrib.auth.signals import user_login_failed
from django.http import HttpRequest


def may_try(request: HttpRequest, community: str) -> bool:
    """Whether this address may try a code of a community now."""
    is_allowed = AxesProxyHandler.is_allowed(request, _named(request, community))
    _answer_ourselves(request)
    return bool(is_allowed)


def note_failure(request: HttpRequest, community: str) -> None:
    """A code that was none."""
    user_login_failed.send(sender=__name__, credentials=_named(request, community), request=request)
    _answer_ourselves(request)


def _answer_ourselves(request: HttpRequest) -> None:
    """The page itself says that one has to wait; no account was locked."""
    request.axes_locked_out = False  # type: ignore[attr-defined]


def _named(request: HttpRequest, community: str) -> dict[str, str]:
    """Locked is this address at this community, and nobody else."""
    address = get_client_ip_address(request) or "-"
    return {"username": f"residents:{community}:{address}"[:150]}
