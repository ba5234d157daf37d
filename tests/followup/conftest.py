"""The city every test of the follow-through starts from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """A small city."""
    return make_world()


@contextmanager
def undone() -> Iterator[None]:
    """A place to try something: whatever happens inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def standing_city(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """A small city that stands for all the tests of a module, and goes with them."""
    with django_db_blocker.unblock(), undone():
        yield make_world()


@pytest.fixture
def world_that_stands(standing_city: World, db: None) -> World:
    """The city of the module as it was made: what a test changes goes with the test."""
    return deepcopy(standing_city)
