"""Who may call, and for what: tokens, sessions, scopes, roles, jurisdictions, limits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from api.conftest import ROOT, Program, assert_problem
from world import World, make_world
from yiding.journal.models import Event
from yiding.registry.models import Account, ApiToken
from yiding.registry.roles import ADMINISTRATORS, OF_A_UNIT, Role
from yiding.registry.tokens import Scope, TokenWish, UnknownScope, digest_of, issue, revoke

READABLE = {
    "/matters": "business", "/minutes": "business", "/topics": "business",
    "/meetings": "business", "/slips": "business", "/overview": "business",
    "/journal": "journal", "/units": "all", "/inbox": "all", "/rulepacks": "all", "/me": "all",
}  # fmt: skip
JOURNAL = {Role.AUDITOR, Role.INSPECTOR, Role.SUPERVISION_DIRECTOR, Role.AUDIT_ADMIN}
READERS = {"all": set(Role), "business": set(Role) - ADMINISTRATORS, "journal": JOURNAL}


def username_of(role: Role) -> str:
    return f"{role}@water" if role in OF_A_UNIT else str(role)


@pytest.mark.parametrize("role", list(Role))
def test_roles_by_resources_by_scopes(world: World, role: Role) -> None:
    may = Program(world, username_of(role), ("read",))
    may_not = Program(world, username_of(role), ("act", "import"))
    for path, kind in READABLE.items():
        if role in READERS[kind]:
            assert may.get(path).status_code == 200, (path, role)
        else:
            assert_problem(may.get(path), 403, guard="role")
        assert_problem(may_not.get(path), 403, guard="scope")
    sign = f"/matters/{world.assigned().address}/acts/sign"
    assert_problem(may.post(sign), 403, guard="scope")
    assert_problem(may.post("/minutes/imports"), 403, guard="scope")


def test_a_token_can_never_do_what_its_account_cannot(world: World) -> None:
    matter = world.assigned()
    mighty = Program(world, "system_admin", ("read", "act", "import"))
    assert_problem(mighty.post(f"/matters/{matter.address}/acts/sign"), 403, guard="role")
    assert_problem(mighty.get(f"/matters/{matter.address}"), 403, guard="role")


def test_without_a_token_there_is_no_answer(world: World) -> None:
    client = Client()
    for said in ({}, {"Authorization": "Bearer yiding_none"}, {"Authorization": "Basic eA=="}):
        response = client.get(f"{ROOT}/matters", headers=said)
        assert_problem(response, 401)
        assert response.headers["WWW-Authenticate"].startswith("Bearer")
        assert_problem(client.post(f"{ROOT}/matters/x/acts/sign", headers=said), 401)


def test_a_token_ends(world: World) -> None:
    now = timezone.now()
    account, today = world["supervisor"], timezone.localdate(now)
    wish = TokenWish("一天", ("read",), today)
    last_day = issue(account, wish, account, now)
    yesterday = issue(
        account, TokenWish("昨天", ("read",), today - timedelta(days=1)), account, now
    )
    assert status(last_day.clear) == 200
    assert status(yesterday.clear) == 401
    revoke(last_day.token, world["security_admin"], now)
    assert status(last_day.clear) == 401


def test_a_token_ends_with_its_account(world: World) -> None:
    program = Program(world, "supervisor")
    assert program.get("/me").status_code == 200
    Account.objects.filter(username="supervisor").update(is_active=False)
    assert_problem(program.get("/me"), 401)


def status(clear: str) -> int:
    return Client().get(f"{ROOT}/me", headers={"Authorization": f"Bearer {clear}"}).status_code


def test_a_token_is_kept_as_a_digest_and_its_acts_are_in_the_journal(world: World) -> None:
    account, now = world["supervisor"], timezone.now()
    issued = issue(account, TokenWish("对接", ("read", "act")), account, now)
    token = ApiToken.objects.get()
    assert token.digest == digest_of(issued.clear)
    assert issued.clear not in str(token.__dict__)
    revoke(token, world["security_admin"], now)
    revoke(token, world["security_admin"], now)
    verbs = [one.verb for one in Event.objects.order_by("seq")]
    assert verbs == ["token.issue", "token.revoke"]
    assert issued.clear not in str([one.data for one in Event.objects.all()])
    with pytest.raises(UnknownScope):
        issue(account, TokenWish("对接", ("everything",)), account, now)
    assert set(Scope.values) == {"read", "act", "import"}


def test_a_session_reads_and_writes_with_the_forgery_token(world: World) -> None:
    matter = world.assigned()
    client = Client(enforce_csrf_checks=True)
    client.force_login(world["liaison@water"], "yiding.registry.signing_in.AccountBackend")
    assert client.get(f"{ROOT}/me").json()["scopes"] == ["act", "import", "read"]
    place = f"{ROOT}/matters/{matter.address}/acts/sign"
    assert_problem(client.post(place, content_type="application/json"), 403, guard="csrf")
    client.get(f"{ROOT}/docs")
    token = client.cookies["csrftoken"].value
    signed = client.post(place, content_type="application/json", headers={"X-CSRFToken": token})
    assert signed.json()["state"] == "under_way"


def test_one_city_sees_nothing_of_another(world: World) -> None:
    other = make_world("qingshan", "329800", "青山市")
    theirs, ours = other.matter(), world.matter()
    reader = Program(world, "auditor")
    assert [one["address"] for one in reader.get("/matters").json()["items"]] == [ours.address]
    assert_problem(reader.get(f"/matters/{theirs.address}"), 404)
    assert_problem(reader.get(f"/minutes/{other.minutes.address}"), 404)
    assert_problem(reader.post(f"/matters/{theirs.address}/acts/close"), 404)
    codes = [one["code"] for one in reader.get("/units").json()["items"]]
    assert codes == ["finance", "housing", "water"]
    events = reader.get("/journal").json()["items"]
    assert {one["actor"].startswith("qingshan") for one in events} == {False}


def test_too_many_calls_are_told_when_to_come_back(world: World, settings: object) -> None:
    settings.API_CALLS_A_MINUTE = 0
    answer = Program(world, "supervisor").get("/me")
    assert_problem(answer, 429)
    assert 0 < int(answer.headers["Retry-After"]) <= 60
