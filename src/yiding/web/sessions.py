"""Sessions in the database, as Django keeps them; looked up without writing the query each time."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as KeptSessionStore
from django.utils import timezone

from yiding.registry.written import aware, rows_of

_KEPT = "SELECT session_data, expire_date FROM django_session WHERE session_key = %s"


class SessionStore(KeptSessionStore):
    """A session of the table ``django_session``: every page looks one up."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and no key, where it has ended or never was."""
        found = rows_of(_KEPT, [self.session_key])
        if found and aware(found[0][1]) > timezone.now():
            return self.decode(found[0][0])
        self._session_key = None
        return {}
