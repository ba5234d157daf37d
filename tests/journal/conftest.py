"""A chain to look at."""

from __future__ import annotations

import pytest

from journal.chains import write
from yiding.journal.models import Event


@pytest.fixture
def chain(db: None) -> list[Event]:
    """Nine events of one city."""
    return write(9)
