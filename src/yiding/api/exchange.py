"""The address at which a peer's pushes come in; the signature says who sends them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from yiding.ledgers.powers.exchange.receiving import receive
from yiding.ledgers.powers.exchange.signing import ID, SIGNATURE, TIMESTAMP


@require_POST
def receive_push(request: HttpRequest, slug: str) -> HttpResponse:
    """A push of a peer: 200 with a signed receipt, else why it was not taken."""
    headers = {name: request.headers.get(name, "") for name in (ID, TIMESTAMP, SIGNATURE)}
    reply = receive(slug, headers, request.body, timezone.now())
    return HttpResponse(
        reply.body,
        status=reply.status,
        content_type="application/json",
        headers=dict(reply.headers),
    )
