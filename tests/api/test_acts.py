"""Every action is reached through the API, by the kernel's own rules."""

from __future__ import annotations

from typing import Any

import pytest

from api.conftest import Program, assert_problem
from api.things import thing
from world import World
from yiding.api.acts import place_of
from yiding.api.application import description
from yiding.api.bodies import SEEN
from yiding.followup.action import Action, actions_on
from yiding.followup.models import Matter, Minutes
from yiding.journal.models import Event
from yiding.registry.roles import OF_A_UNIT, Role

ACTIONS = sorted(Action.registered)


def username_of(role: Role) -> str:
    return f"{role}@water" if role in OF_A_UNIT else str(role)


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_is_reached_and_guarded(world: World, name: str) -> None:
    action = Action.registered[name]
    address = "" if action.begins_anew else thing(world, action.model).address
    place = place_of(action).replace("{address}", address)
    outsider = next(role for role in Role if role not in action.roles)
    refused = Program(world, username_of(outsider)).post(place)
    assert_problem(refused, 403, guard="role")
    event = Event.objects.latest("seq")
    assert (event.verb, event.outcome) == (name, Event.Outcome.DENIED)


def begun(world: World, action: Action) -> Any:
    """A thing in a state that the action starts from."""
    one = thing(world, action.model)
    one.state = min(action.sources)
    one.save()
    return one


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_shows_its_form(world: World, name: str) -> None:
    action = Action.registered[name]
    address = "" if action.begins_anew else begun(world, action).address
    place = place_of(action).replace("{address}", address)
    insider = next(role for role in Role if role in action.roles)
    shown = Program(world, username_of(insider)).get(place)
    assert shown.status_code == 200, shown.content.decode()
    form = shown.json()
    assert form["verb"] == action.verb
    assert set(form["fields"]["properties"]) - {SEEN} <= set(action.form.base_fields)


def test_no_action_has_a_field_of_the_reserved_name() -> None:
    assert [name for name in ACTIONS if SEEN in Action.registered[name].form.base_fields] == []


def test_an_action_is_found_with_the_kind_it_is_done_to() -> None:
    places = [place_of(Action.registered[name]) for name in ACTIONS]
    assert len(set(places)) == len(places)
    assert place_of(Action.registered["matter.close"]) == "/matters/{address}/acts/close"
    kinds = {
        place.split("/")[1]: Action.registered[name].model
        for name, place in zip(ACTIONS, places, strict=True)
    }
    assert (kinds["matters"], kinds["minutes"]) == (Matter, Minutes)


def test_the_description_has_every_action_with_its_fields() -> None:
    paths = description("/api/v1/")["paths"]
    for action in Action.registered.values():
        operation = paths[f"/api/v1{place_of(action)}"]["post"]
        content = operation["requestBody"]["content"]
        properties = content.get("multipart/form-data", content["application/json"])["schema"]
        assert set(properties["properties"]) == {*action.form.base_fields, SEEN}
        named = {name for name, one in action.form.base_fields.items() if one.required}
        assert set(properties.get("required", [])) == named


def test_the_offers_of_a_matter_are_the_kernels(world: World) -> None:
    matter = world.matter()
    shown = Program(world, "secretary_general").get(f"/matters/{matter.address}/acts").json()
    fitting = {
        one.verb
        for one in actions_on(Matter)
        if Role.SECRETARY_GENERAL in one.roles and "proposed" in one.sources
    }
    assert {one["verb"] for one in shown} == fitting


def test_an_old_version_is_told_so(world: World) -> None:
    matter = world.assigned()
    place = f"/matters/{matter.address}"
    water = Program(world, "liaison@water")
    tag = water.get(place).headers["ETag"]
    assert water.post(f"{place}/acts/sign", If_Match=tag).status_code == 200
    late = Program(world, "unit_head@water")
    assert_problem(late.post(f"{place}/acts/sign", If_Match=tag), 409, guard="version")
    assert_problem(late.post(f"{place}/acts/sign", {"seen": 1}), 409, guard="version")
    assert_problem(late.post(f"{place}/acts/sign", {"seen": "x"}), 422)
    assert_problem(late.post(f"{place}/acts/sign", If_Match="x"), 422)


def test_what_is_amiss_is_said_by_field(world: World) -> None:
    place = f"/matters/{world.under_way().address}/acts/report"
    water = Program(world, "liaison@water")
    said = assert_problem(water.post(place, {"words": ""}), 422)
    assert set(said["errors"]) == {"progress", "words"}
    unknown = assert_problem(water.post(place, {"wrods": "笔误"}), 422)
    assert set(unknown["errors"]) == {"wrods"}
    listed = assert_problem(water.post(place, {"words": ["一", "二"]}), 422)
    assert set(listed["errors"]) == {"words"}


def test_a_stranger_learns_nothing_of_a_matter(world: World) -> None:
    matter = world.assigned()
    finance = Program(world, "liaison@finance")
    assert_problem(finance.get(f"/matters/{matter.address}"), 404)
    said = assert_problem(finance.post(f"/matters/{matter.address}/acts/sign"), 404)
    assert "guard" not in said
    assert Event.objects.latest("seq").outcome == Event.Outcome.DENIED
