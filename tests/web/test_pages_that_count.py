"""Every page that counts opens for every role that may, and for no other jurisdiction."""

from __future__ import annotations

import pytest
from django.test import Client

from world import World, make_world

PAGES = (
    "/",
    "/matters/",
    "/units/",
    "/units/water/",
    "/mayor/",
    "/search/?q=完善",
    "/matters/export.csv",
    "/matters/export.xlsx",
)
ROLES = (
    "supervisor",
    "mayor",
    "vice_mayor",
    "secretary_general",
    "auditor",
    "archivist",
    "liaison@water",
    "unit_head@housing",
)


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    world.under_way()
    world.assigned()
    world.matter()
    return world


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("day", ["", "2026-04-01"])
def test_opens(world: World, client: Client, role: str, day: str) -> None:
    client.force_login(world[role])
    for page in PAGES:
        mark = "&" if "?" in page else "?"
        answer = client.get(page + (f"{mark}as_of={day}" if day else ""))
        assert answer.status_code in (200, 403), page
