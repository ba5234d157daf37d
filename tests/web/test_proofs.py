"""What the ledgers say: on the matter's page, on the overview, and on the list of proofs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nine_ledger import Nine
from web.conftest import ClientOf
from world import World
from yiding.followup import ledger_sources
from yiding.followup.models import ClosingTest, Matter
from yiding.ledgers import catalogue

DAY = date(2026, 5, 12)
ADDRESS = f"premises/{catalogue.ledger('premises').indicators[0].slug}"


class Rooms(Nine):
    """The nine under an address whose pages there are."""

    def check(self, _: str) -> None:
        """Whatever the address."""

    def show(self, _: str, *rest: Any) -> Any:
        """Whatever the address."""
        return super().show("toy/done", *rest)


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch) -> Rooms:
    """The ledger, registered."""
    rooms = Rooms()
    monkeypatch.setattr(ledger_sources, "_SOURCES", {"indicator": rooms})
    return rooms


def contradicted(world: World) -> Matter:
    """A matter that the water bureau says is done, where the ledger says 8 of 9."""
    matter = world.assigned(closing_kind="deliver")
    world.act("matter.complete_part", matter, "liaison@housing", DAY, words="已配合。")
    world.act("matter.sign", matter, "liaison@water", DAY)
    test = {"kind": "indicator", "address": ADDRESS, "target": "9"}
    world.act("matter.name_test", matter, "supervisor", DAY, **test)
    head = world.head_of("water")
    world.act("matter.submit", matter, "liaison@water", DAY, words="已完成。", endorsed_by=head)
    return matter


def page(client_of: ClientOf, path: str, who: str = "supervisor") -> str:
    """A page as text."""
    return client_of(who).get(path).content.decode()


def test_the_matter_says_what_the_ledger_shows(
    world: World, client_of: ClientOf, ledger: Rooms
) -> None:
    """The result, 8 of 9, the ninth by name, and the reading kept with the claim."""
    matter = contradicted(world)
    paper, _, clause = matter.address.partition(":")
    told = page(client_of, f"/matters/{paper}/{clause}/")
    assert "台账怎么说" in told
    assert "与台账不符" in told
    assert "8 项（8 / 9）" in told
    assert "申请办结时" in told
    assert "台账不支持这个说法" in told


def test_the_overview_lists_what_the_ledger_denies(
    world: World, client_of: ClientOf, ledger: Rooms
) -> None:
    """Until the ledger bears it out."""
    assert "报来办结、台账不符" not in page(client_of, "/")
    matter = contradicted(world)
    told = page(client_of, "/")
    assert "报来办结、台账不符" in told
    assert "/proofs/?result=contradicted" in told
    ClosingTest.objects.filter(matter=matter).update(result="proven")
    assert "报来办结、台账不符" not in page(client_of, "/")


@pytest.mark.parametrize(
    ("who", "is_seen"),
    [("supervisor", True), ("liaison@water", True), ("liaison@finance", False)],
)
def test_the_list_of_proofs_shows_whose_matters_one_sees(
    world: World, client_of: ClientOf, ledger: Rooms, who: str, is_seen: bool
) -> None:
    """A unit sees its own."""
    paper, _, clause = contradicted(world).address.partition(":")
    told = page(client_of, "/proofs/?result=contradicted", who)
    assert (f'href="/matters/{paper}/{clause}/"' in told) == is_seen


def test_the_list_asks_as_much_of_many_as_of_one(
    world: World, client_of: ClientOf, ledger: Rooms
) -> None:
    """The number of queries does not grow."""
    client = client_of("supervisor")
    client.get("/proofs/")  # what a process asks once
    asked = []
    for _ in range(2):
        contradicted(world)
        with CaptureQueriesContext(connection) as queries:
            client.get("/proofs/")
        asked.append(len(queries))
    assert asked[0] == asked[1]
