"""Who sees and who writes: one table of every role against an entry of its unit and another's."""

from __future__ import annotations

from datetime import date

import pytest

from ledgers.base.offices import office, writing
from world import World, make_world, moment
from yiding.followup.refusals import Refused
from yiding.journal.models import Event
from yiding.ledgers.base.checking_runs import begin_check
from yiding.ledgers.base.models import Entry, LedgerKeeper
from yiding.ledgers.base.permissions import entries_seen_by, writing_refusal
from yiding.ledgers.base.store import Writing, change_entry, put_entry, retire_entry
from yiding.registry.roles import OF_A_UNIT, Role

ON = date(2026, 3, 3)
WATER, HOUSING, NOBODYS = "water", "housing", ""
ALL = {WATER, HOUSING, NOBODYS}

#: By role: whose entries it sees, and whose it writes; a unit's people are those of water.
TABLE: dict[Role, tuple[set[str], set[str]]] = {
    Role.MAYOR: (ALL, set()),
    Role.VICE_MAYOR: (ALL, set()),
    Role.SECRETARY_GENERAL: (ALL, set()),
    Role.SUPERVISION_DIRECTOR: (ALL, ALL),
    Role.SUPERVISOR: (ALL, ALL),
    Role.UNIT_HEAD: ({WATER}, {WATER}),
    Role.LIAISON: ({WATER}, {WATER}),
    Role.AUDITOR: (ALL, set()),
    Role.INSPECTOR: (ALL, set()),
    Role.DISCLOSURE_REVIEWER: (ALL, set()),
    Role.ARCHIVIST: (ALL, set()),
    Role.SYSTEM_ADMIN: (set(), set()),
    Role.SECURITY_ADMIN: (set(), set()),
    Role.AUDIT_ADMIN: (set(), set()),
}


@pytest.fixture
def city(world: World) -> World:
    """A city with an entry of two units and one of nobody's."""
    for unit in (WATER, HOUSING, NOBODYS):
        put_entry(writing(world), office(f"K-{unit}", unit=unit))
    return world


def account_of(role: Role) -> str:
    return f"{role}@water" if role in OF_A_UNIT else str(role)


def test_the_table_has_every_role() -> None:
    assert set(TABLE) == set(Role)


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_who_sees_what(city: World, role: Role) -> None:
    rows = entries_seen_by(city[account_of(role)], "premises")
    assert {one.key.removeprefix("K-") for one in rows} == TABLE[role][0]


@pytest.mark.parametrize("role", list(Role), ids=str)
@pytest.mark.parametrize("unit", sorted(ALL), ids=lambda one: one or "nobody's")
def test_who_writes_what(city: World, role: Role, unit: str) -> None:
    row = Entry.objects.get(key=f"K-{unit}")
    keeper = Writing(city[account_of(role)], "premises", moment(ON))
    may = unit in TABLE[role][1]
    for act in (
        lambda: change_entry(keeper, row, {"area_m2": "8"}),
        lambda: put_entry(keeper, office(row.key, area="7", unit=unit)),
        lambda: retire_entry(keeper, row, "腾退"),
    ):
        if may:
            assert act().pk == row.pk
        else:
            with pytest.raises(Refused):
                act()
    row.refresh_from_db()
    assert row.is_retired == may
    assert Event.objects.filter(outcome="denied").count() == (0 if may else 3)


def test_a_unit_does_not_hand_its_entry_to_another(city: World) -> None:
    row = Entry.objects.get(key="K-water")
    keeper = writing(city, "liaison@water")
    with pytest.raises(Refused):
        put_entry(keeper, office("K-water", unit=HOUSING))
    row.refresh_from_db()
    assert row.unit == city.units[WATER]


def test_an_entry_a_unit_adds_without_naming_one_is_its_own(city: World) -> None:
    row = put_entry(writing(city, "liaison@water"), office("K-9"))
    assert row.unit == city.units[WATER]


def test_the_keeper_of_a_ledger_sees_and_writes_all_of_it_and_no_other(city: World) -> None:
    LedgerKeeper.objects.create(
        jurisdiction=city.jurisdiction, ledger="premises", unit=city.units[WATER]
    )
    keeper = city["liaison@water"]
    assert entries_seen_by(keeper, "premises").count() == 3
    assert writing_refusal(keeper, "premises", city.units[HOUSING]) is None
    assert writing_refusal(keeper, "lake", city.units[HOUSING]) is not None
    assert begin_check(keeper, "premises", ON, moment(ON)).total == 3
    assert entries_seen_by(city["liaison@housing"], "premises").count() == 1


def test_another_city_sees_nothing_of_it(city: World) -> None:
    other = make_world("jiangdong", "329901", "江东市")
    assert not entries_seen_by(other["supervisor"], "premises").exists()
    put_entry(writing(other), office("K-water", area="30"))
    assert Entry.objects.filter(key="K-water").count() == 2
    assert Entry.objects.get(key="K-water", jurisdiction=city.jurisdiction).fields["area_m2"] == "9"
