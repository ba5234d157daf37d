"""The list of proofs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yiding.web.access import account_of, desk
from yiding.web.proofs.contexts import proofs_page


@desk()
def show_proofs(request: HttpRequest) -> HttpResponse:
    """Every matter with a test the account may open, by what the ledger says."""
    page = proofs_page(account_of(request), request.GET, timezone.localdate())
    return render(request, "proofs/list.html", {"page": page})
