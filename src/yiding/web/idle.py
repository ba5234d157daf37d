"""A session ends after some time without a request, and not while somebody works."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

#: Seconds between two writings of a session in use: not every request writes.
STEP = 300
LAST_SEEN = "last_seen"


class IdleMiddleware:
    """Moves the end of a session on while it is used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Note the time of the request, once every few minutes."""
        if request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            if now - int(request.session.get(LAST_SEEN, 0)) >= STEP:
                request.session[LAST_SEEN] = now
        return self.get_response(request)
