"""The city every test of the ledgers starts from."""

from __future__ import annotations

import pytest

from world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """A small city."""
    return make_world()
