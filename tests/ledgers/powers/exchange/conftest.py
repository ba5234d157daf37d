"""A city that exchanges pushes with one peer."""

from __future__ import annotations

import pytest

from ledgers.powers.exchange.letters import NOW, SECRET
from world import World, make_world
from yiding.ledgers.powers.exchange.models import Peer
from yiding.ledgers.powers.exchange.peers import Wish, keep_peer


@pytest.fixture
def world(db: None) -> World:
    """A small city."""
    return make_world()


@pytest.fixture
def peer(world: World) -> Peer:
    """The housing bureau, at an address where nobody listens."""
    wish = Wish("housing", "市住建局", "http://127.0.0.1:9/", world["supervisor"])
    return keep_peer(wish, SECRET, NOW)
