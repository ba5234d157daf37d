"""Queries written once: the text is kept, the answer never is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from world import World, moment
from yiding.followup.models import Matter, Minutes
from yiding.registry.models import Unit
from yiding.registry.signing_in import AccountBackend
from yiding.registry.written import models_of, written

ON = date(2026, 5, 1)


def test_the_same_question_is_written_once_and_asked_each_time(world: World) -> None:
    texts: list[int] = []

    @written
    def papers(place: int) -> Any:
        texts.append(place)
        return Minutes.objects.filter(jurisdiction=place).values_list("address")

    place = world.jurisdiction.pk
    with CaptureQueriesContext(connection) as asked:
        first, second = papers(place), papers(place)
    assert (texts, len(asked), first) == ([place], 2, second)
    assert papers.anew(place) == first
    assert texts == [place, place]


def test_a_question_of_many_keys_is_asked_of_the_keys_given(world: World) -> None:
    matters = [world.matter() for _ in range(4)]

    @written
    def addresses(keys: tuple[int, ...], least: int) -> Any:
        found = Matter.objects.filter(pk__in=keys, version__gte=least)
        return found.order_by("pk").values_list("pk", "address")

    for some in (matters[:2], matters[2:], matters[1:2], []):
        keys = [one.pk for one in some]
        assert addresses.of(keys, 0) == [(one.pk, one.address) for one in some]


def test_a_moment_keeps_its_zone(world: World) -> None:
    Minutes.objects.update(issued_at=moment(ON, 9))

    @written
    def issued() -> Any:
        return Minutes.objects.values_list("issued_at", "id", "held_on")[:1]

    (paper,) = models_of(Minutes, issued(), "issued_at", "id", "held_on")
    assert paper.issued_at == moment(ON, 9)
    assert paper.address == Minutes.objects.get(pk=paper.pk).address


def test_what_finds_nothing_is_not_asked(world: World) -> None:
    @written
    def nobody() -> Any:
        return Unit.objects.filter(pk__in=[]).values_list("pk")

    with CaptureQueriesContext(connection) as asked:
        assert nobody() == []
    assert not asked.captured_queries


def test_a_question_without_a_place_for_its_keys_is_refused(world: World) -> None:
    @written
    def everybody(_keys: tuple[int, ...]) -> Any:
        return Unit.objects.values_list("pk")

    with pytest.raises(ValueError, match="everybody has 0 places for 1 keys"):
        everybody.of([world.units["water"].pk])


def test_each_session_is_of_its_own_account(world: World) -> None:
    backend = AccountBackend()
    for account in world.accounts.values():
        found = backend.get_user(account.pk)
        assert found == account
        assert (found.unit, found.jurisdiction) == (account.unit, account.jurisdiction)
        assert found.created_at == account.created_at
    account.is_active = False
    account.save()
    assert backend.get_user(account.pk) is None
