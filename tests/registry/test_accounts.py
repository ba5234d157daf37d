"""Who opens accounts, who gives roles, and what the three administrators can never do."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from world import World, make_world, moment
from yiding.journal.models import Event
from yiding.registry.accounts import (
    AccountRefused,
    NewAccount,
    accounts_kept_by,
    give_role,
    idle_accounts,
    open_account,
    release_lock,
    reset_password,
    restart_account,
    stop_account,
)
from yiding.registry.models import Account, Person
from yiding.registry.roles import ADMINISTRATORS, Role

AT = moment(date(2026, 5, 6))
_ACTS: dict[str, tuple[Role, Any]] = {
    "open": (Role.SYSTEM_ADMIN, lambda by, _one: open_account(by, NewAccount("fresh", "新"), AT)),
    "stop": (Role.SYSTEM_ADMIN, lambda by, one: stop_account(by, one, AT)),
    "reset": (Role.SYSTEM_ADMIN, lambda by, one: reset_password(by, one, AT)),
    "role": (Role.SECURITY_ADMIN, lambda by, one: give_role(by, one, Role.SUPERVISOR, AT)),
    "lock": (Role.SECURITY_ADMIN, lambda by, one: release_lock(by, one, AT)),
}


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.mark.parametrize("act", sorted(_ACTS))
@pytest.mark.parametrize("role", sorted(Role))
def test_each_act_is_one_desk_s(world: World, act: str, role: str) -> None:
    account = world[f"{role}@water" if f"{role}@water" in world.accounts else role]
    wanted, do = _ACTS[act]
    before = Event.objects.count()
    if role == wanted:
        do(account, world["archivist"])
        assert Event.objects.count() == before + 1
        return
    with pytest.raises(AccountRefused, match=str(wanted.label)):
        do(account, world["archivist"])
    assert Event.objects.count() == before


def test_a_new_account_has_no_role_and_must_change_its_password(world: World) -> None:
    opened = open_account(world["system_admin"], NewAccount("fresh", "新人"), AT)
    account = Account.objects.get(username="fresh")
    assert (account.role, account.must_change_password) == ("", True)
    assert account.check_password(opened.password)
    assert opened.password not in str(Event.objects.get(verb="account.open").data)
    with pytest.raises(AccountRefused, match="已经有了"):
        open_account(world["system_admin"], NewAccount("fresh", "又一个"), AT)


def test_a_reset_ends_the_old_password(world: World) -> None:
    world["archivist"].set_password("旧的旧的旧的")
    world["archivist"].save()
    opened = reset_password(world["system_admin"], world["archivist"], AT)
    account = Account.objects.get(username="archivist")
    assert not account.check_password("旧的旧的旧的")
    assert account.check_password(opened.password)
    assert account.must_change_password


def test_stopped_and_started_again(world: World) -> None:
    stop_account(world["system_admin"], world["archivist"], AT)
    assert not Account.objects.get(username="archivist").is_active
    with pytest.raises(AccountRefused, match="已经停用"):
        stop_account(world["system_admin"], world["archivist"], AT)
    restart_account(world["system_admin"], world["archivist"], AT)
    assert Account.objects.get(username="archivist").is_active


def test_nobody_acts_on_an_account_of_their_own(world: World) -> None:
    with pytest.raises(AccountRefused, match="自己"):
        stop_account(world["system_admin"], world["system_admin"], AT)
    with pytest.raises(AccountRefused, match="自己"):
        give_role(world["security_admin"], world["security_admin"], Role.MAYOR, AT)


@pytest.mark.parametrize("desk", sorted(ADMINISTRATORS))
def test_the_last_of_three_stays(world: World, desk: Role) -> None:
    if desk != Role.SECURITY_ADMIN:
        with pytest.raises(AccountRefused, match="最后一个"):
            give_role(world["security_admin"], world[desk], Role.ARCHIVIST, AT)
    if desk != Role.SYSTEM_ADMIN:
        with pytest.raises(AccountRefused, match="最后一个"):
            stop_account(world["system_admin"], world[desk], AT)


def account_of(world: World, username: str, person: Person | None, role: str = "") -> Account:
    return Account.objects.create(
        username=username, name="顾一", jurisdiction=world.jurisdiction, person=person, role=role
    )


@pytest.mark.parametrize("desk", sorted(ADMINISTRATORS))
@pytest.mark.parametrize("has_person", [True, False])
def test_an_administrator_has_nothing_beside(world: World, desk: Role, has_person: bool) -> None:
    person = Person.objects.create(jurisdiction=world.jurisdiction, name="顾一")
    whose = person if has_person else None
    account_of(world, "first", whose, Role.SUPERVISOR)
    second = account_of(world, "second", whose)
    with pytest.raises(AccountRefused, match="三员不能兼任"):
        give_role(world["security_admin"], second, desk, AT)
    Account.objects.filter(username="first").update(role=desk)
    for role in (Role.LIAISON, Role.SUPERVISOR, *ADMINISTRATORS):
        with pytest.raises(AccountRefused):
            give_role(world["security_admin"], second, role, AT)
    Account.objects.filter(username="first").update(is_active=False)
    give_role(world["security_admin"], second, Role.SUPERVISOR, AT)


def test_a_unit_s_role_needs_a_unit(world: World) -> None:
    account = account_of(world, "lonely", None)
    with pytest.raises(AccountRefused, match="要有单位"):
        give_role(world["security_admin"], account, Role.LIAISON, AT)
    account.unit = world.units["water"]
    account.save()
    give_role(world["security_admin"], account, Role.LIAISON, AT)
    event = Event.objects.get(verb="account.give_role")
    assert (event.data["before"], event.data["after"]) == ("", "liaison")


def test_another_city_s_accounts_are_not_kept_here(world: World) -> None:
    other = make_world("shanzhou", "329800", "山州市")
    with pytest.raises(AccountRefused, match="没有这个账号"):
        stop_account(world["system_admin"], other["mayor"], AT)
    assert other["mayor"] not in accounts_kept_by(world["system_admin"])


def test_idle_for_ninety_days(world: World) -> None:
    now = timezone.now()
    Account.objects.update(last_login=now, created_at=now)
    old = now - timedelta(days=91)
    Account.objects.filter(username="mayor").update(last_login=old)
    Account.objects.filter(username="auditor").update(last_login=None, created_at=old)
    Account.objects.filter(username="archivist").update(last_login=old, is_active=False)
    rows = idle_accounts(accounts_kept_by(world["security_admin"]), now)
    assert {one.username for one in rows} == {"mayor", "auditor"}
