"""The three administrators' desks, through their pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from web.conftest import ClientOf, text_of
from world import World, make_world
from yiding.journal.models import Event
from yiding.registry.models import Account, ApiToken
from yiding.registry.roles import OF_A_UNIT, Role
from yiding.registry.tokens import token_in_force

DESKS = {
    Role.SYSTEM_ADMIN: ("/desk/system/", "/desk/system/open/"),
    Role.SECURITY_ADMIN: ("/desk/security/", "/desk/security/tokens/"),
    Role.AUDIT_ADMIN: ("/desk/audit/",),
}


@pytest.mark.parametrize("role", sorted(Role))
def test_each_desk_is_one_role_s(world: World, client_of: ClientOf, role: str) -> None:
    client = client_of(f"{role}@water" if role in OF_A_UNIT else role)
    for desk, hrefs in DESKS.items():
        for href in hrefs:
            assert client.get(href).status_code == (200 if desk == role else 403), href


@pytest.mark.parametrize(("role", "hrefs"), sorted(DESKS.items()))
def test_an_administrator_begins_at_the_desk(
    world: World, client_of: ClientOf, role: str, hrefs: tuple[str, ...]
) -> None:
    assert client_of(role).get("/").headers["Location"] == hrefs[0]


def test_an_account_from_opening_to_its_first_act(world: World, client_of: ClientOf) -> None:
    system, security = client_of("system_admin"), client_of("security_admin")
    fields = {"username": "new.clerk", "name": "白露", "unit": world.units["water"].pk}
    answer = system.post("/desk/system/open/", fields)
    account = Account.objects.get(username="new.clerk")
    assert answer.headers["Cache-Control"] == "no-store"
    password = answer.context["opened"].password
    assert account.check_password(password)
    assert "没有角色" in text_of(security, "/desk/security/?show=roleless")
    security.post(f"/desk/security/{account.pk}/", {"role": "liaison"})
    account.refresh_from_db()
    assert account.role == Role.LIAISON
    clerk = Client()
    clerk.force_login(account)
    for href in ("/inbox/", "/topics/", "/registry/"):
        assert clerk.get(href).headers["Location"] == "/password/"
    assert clerk.get("/password/").status_code == 200
    new = {
        "old_password": password,
        "new_password1": "白露为霜二〇二六",
        "new_password2": "白露为霜二〇二六",
    }
    assert clerk.post("/password/", new).status_code == 302
    assert clerk.get("/inbox/").status_code == 200


def test_neither_administrator_does_the_other_s_work(world: World, client_of: ClientOf) -> None:
    key = world["archivist"].pk
    assert client_of("system_admin").post(f"/desk/security/{key}/", {"role": ""}).status_code == 403
    assert client_of("security_admin").post(f"/desk/system/{key}/stop/").status_code == 403
    assert client_of("audit_admin").post(f"/desk/security/{key}/release/").status_code == 403
    assert not Event.objects.filter(verb__startswith="account.").exists()


def test_stopping_ends_the_session(world: World, client_of: ClientOf) -> None:
    archivist, system = client_of("archivist"), client_of("system_admin")
    assert archivist.get("/inbox/").status_code == 200
    href = f"/desk/system/{world['archivist'].pk}/stop/"
    assert "停用后不能登录" in text_of(system, href)
    system.post(href)
    assert archivist.get("/inbox/").status_code == 302
    assert "已停用" in text_of(system, "/desk/system/?show=stopped")
    own = system.post(f"/desk/system/{world['system_admin'].pk}/stop/")
    assert own.status_code == 409
    assert "自己的账号" in own.content.decode()


def test_a_reset_shows_a_password_once(world: World, client_of: ClientOf) -> None:
    answer = client_of("system_admin").post(f"/desk/system/{world['archivist'].pk}/reset/")
    password = answer.context["opened"].password
    assert password in answer.content.decode()
    assert Account.objects.get(username="archivist").check_password(password)


def test_accounts_nobody_uses_are_listed(world: World, client_of: ClientOf) -> None:
    old = timezone.now() - timedelta(days=100)
    Account.objects.filter(username="mayor").update(last_login=old)
    page = text_of(client_of("system_admin"), "/desk/system/?show=idle")
    assert "<b>mayor</b>" in page
    assert "<b>auditor</b>" not in page


def test_who_never_signed_in_has_no_day_of_it(world: World, client_of: ClientOf) -> None:
    page = text_of(client_of("system_admin"), "/desk/system/")
    known = Account.objects.filter(last_login__isnull=False).count()
    assert known > 0
    assert page.count('data-th="最近登录"') == known
    assert "没有登录过" in page


def test_a_lock_is_seen_and_released(
    world: World, client_of: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "AXES_ENABLED", True)
    world["mayor"].set_password("临湖市长二〇二六")
    world["mayor"].save()
    fields = {"username": "mayor", "password": "错的", "desk": "business"}
    for _no in range(settings.AXES_FAILURE_LIMIT):
        Client().post("/sign-in/", fields)
    right = {**fields, "password": "临湖市长二〇二六"}
    assert Client().post("/sign-in/", right).status_code != 302
    security = client_of("security_admin")
    page = text_of(security, "/desk/security/")
    assert "1 个账号被锁" in page
    security.post(f"/desk/security/{world['mayor'].pk}/release/")
    assert "没有被锁的账号" in text_of(security, "/desk/security/")
    assert Client().post("/sign-in/", right).status_code == 302
    assert Event.objects.get(verb="account.release_lock").subject == "mayor"


def test_a_token_is_shown_once_and_ends(world: World, client_of: ClientOf) -> None:
    client = client_of("security_admin")
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    fields = {
        "account": world["supervisor"].pk,
        "name": "办公平台",
        "scopes": ["read", "act"],
        "expires_on": until,
    }
    answer = client.post("/desk/security/tokens/", fields)
    clear = answer.context["issued"].clear
    assert clear in answer.content.decode()
    assert clear not in text_of(client, "/desk/security/tokens/")
    assert token_in_force(clear, timezone.now()) is not None
    client.post(f"/desk/security/tokens/{ApiToken.objects.get().pk}/")
    assert token_in_force(clear, timezone.now()) is None


def test_no_token_for_an_administrator_or_for_a_day_gone(world: World, client_of: ClientOf) -> None:
    client = client_of("security_admin")
    fields: dict[str, Any] = {
        "account": world["system_admin"].pk,
        "name": "后门",
        "scopes": ["read"],
        "expires_on": "2020-01-01",
    }
    answer = client.post("/desk/security/tokens/", fields)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"account", "expires_on"}
    assert not ApiToken.objects.exists()


def test_the_audit_desk_shows_what_was_not_let_through(world: World, client_of: ClientOf) -> None:
    matter = world.under_way()
    client_of("secretary_general").post(f"/matters/{matter.address.replace(':', '/')}/close/")
    page = text_of(client_of("audit_admin"), "/desk/audit/")
    assert "1 条未准" in page
    assert "没有准" in page


def test_another_city_s_accounts_are_not_kept_here(world: World, client_of: ClientOf) -> None:
    other = make_world("shanzhou", "329800", "山州市")
    key = other["mayor"].pk
    assert client_of("system_admin").get(f"/desk/system/{key}/").status_code == 404
    assert (
        client_of("security_admin").post(f"/desk/security/{key}/", {"role": ""}).status_code == 404
    )
    assert "shanzhou-mayor" not in text_of(client_of("system_admin"), "/desk/system/")


def test_an_account_gets_its_unit_before_a_unit_s_role(world: World, client_of: ClientOf) -> None:
    system, security = client_of("system_admin"), client_of("security_admin")
    key = world["archivist"].pk
    refused = security.post(f"/desk/security/{key}/", {"role": "liaison"})
    assert "请系统管理员先填单位" in refused.content.decode()
    fields = {"name": "温故", "unit": world.units["water"].pk}
    assert system.post(f"/desk/system/{key}/edit/", fields).status_code == 302
    assert security.post(f"/desk/security/{key}/", {"role": "liaison"}).status_code == 302
    emptied = system.post(f"/desk/system/{key}/edit/", {"name": "温故"})
    assert emptied.status_code == 422
    account = Account.objects.get(pk=key)
    assert (account.unit, account.role) == (world.units["water"], Role.LIAISON)
    assert Event.objects.get(verb="account.change").data["after"] == ["温故", "water", ""]
    assert security.get(f"/desk/system/{key}/edit/").status_code == 403
