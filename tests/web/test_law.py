"""The pages of law: every instrument and provision opens, with what rests on it and whether it
holds. Of those alike two are opened, all by ``make pages``."""

from __future__ import annotations

from functools import cache
from html import unescape

import pytest
from django.test import Client

from choice import looked_at
from web.conftest import ClientOf, text_of
from world import World
from yiding.law import Instrument, Provision, instruments, provision
from yiding.ledgers.catalogue import ledgers
from yiding.registry.roles import Role
from yiding.web.law.citing import rules_citing, rules_under

PROVISION = "/law/ndrc-2014-2674/annex-1/"


@pytest.fixture
def desk(world: World, client: Client) -> Client:
    client.force_login(world["supervisor"])
    return client


def test_the_list_holds_every_instrument_and_says_how_many_are_confirmed(desk: Client) -> None:
    page = desk.get("/law/").context["page"]
    assert {row.slug for row in page.rows} == set(instruments())
    confirmed = sum(row.is_confirmed for row in page.rows)
    assert f"{confirmed} 件核对过原文" in page.title
    assert [row.rules for row in page.rows] == sorted((r.rules for r in page.rows), reverse=True)


def test_a_view_narrows_the_list_and_its_count_is_that_of_the_rows(desk: Client) -> None:
    for name in ("in_force", "past", "unconfirmed", "local"):
        page = desk.get(f"/law/?view={name}").context["page"]
        current = next(one for one in page.views if one.is_current)
        assert current.count == len(page.rows)
    local = desk.get("/law/?view=local").context["page"].rows
    assert all(instruments()[row.slug].place != "100000" for row in local)
    assert len(desk.get("/law/?view=nonsense").context["page"].rows) == len(instruments())


@pytest.mark.parametrize("role", Role)
def test_everyone_who_has_signed_in_reads_it(client_of: ClientOf, role: Role) -> None:
    name = f"{role}@water" if role in {Role.LIAISON, Role.UNIT_HEAD} else str(role)
    client = client_of(name)
    assert text_of(client, PROVISION)
    assert text_of(client, "/ledgers/premises/rules/area-within-limit/")


def test_nobody_else_does(world: World, client: Client) -> None:
    assert client.get("/law/").headers["Location"].startswith("/sign-in/")


def sort_of_instrument(one: Instrument) -> tuple[object, ...]:
    """What the page of an instrument decides by."""
    is_cited = bool(rules_under(one.slug))
    return one.tag, one.place == "100000", one.ends_on is None, bool(one.provisions), is_cited


def sort_of_provision(one: Provision) -> tuple[object, ...]:
    """What the page of a provision decides by."""
    rests = bool(rules_citing().get(one.address)), one.address in valued()
    return one.tag, one.ends_on is None, len(provision(one.address)) > 1, *rests


@cache
def valued() -> frozenset[str]:
    """The provisions that a dated value rests on."""
    tables = [table for kept in ledgers() for table in kept.values.tables.values()]
    return frozenset(row.provision for table in tables for row in table.rows)


@pytest.mark.long
@pytest.mark.either
def test_every_instrument_and_provision_has_a_page(desk: Client) -> None:
    kept = instruments().values()
    for one in looked_at(kept, sort_of_instrument):
        assert desk.get(f"/law/{one.slug}/").status_code == 200, one.slug
    for each in looked_at([each for one in kept for each in one.provisions], sort_of_provision):
        path = f"/law/{each.instrument}/{each.slug}/"
        assert desk.get(path).status_code == 200, each.address


def test_every_rule_stands_on_the_page_of_what_it_cites(desk: Client) -> None:
    for kept in ledgers():
        for one in kept.rules:
            assert one.source.slug in {each.rule for each in rules_citing()[one.source.cites]}
    page = desk.get(PROVISION).context["page"]
    shown = [rule.address for rule, _cases in page.rules]
    assert shown == [f"{one.ledger}/{one.rule}" for one in rules_citing()["ndrc-2014-2674:annex-1"]]
    assert "premises/area-within-limit" in shown


def test_a_provision_shows_its_values_and_cases_with_their_verdicts(desk: Client) -> None:
    page = desk.get(PROVISION).context["page"]
    assert "office_area" in {table.name for table in page.tables}
    cases = [case for _rule, held in page.rules for case in held]
    assert cases
    assert [case.id for case in cases if not case.holds] == []
    text = text_of(desk, PROVISION)
    assert "成立" in text
    assert provision("ndrc-2014-2674:annex-1")[-1].gist in text


def test_the_version_of_the_day_is_marked(desk: Client) -> None:
    page = desk.get(f"{PROVISION}?as_of=2014-11-23").context["page"]
    assert [one.is_in_force for one in page.versions] == [False]
    page = desk.get(f"{PROVISION}?as_of=2014-11-24").context["page"]
    assert [one.is_in_force for one in page.versions] == [True]


def test_what_is_not_confirmed_says_so(desk: Client) -> None:
    found = next(
        each for one in instruments().values() for each in one.provisions if not each.is_confirmed
    )
    assert "没有核对原文" in text_of(desk, f"/law/{found.instrument}/{found.slug}/")


def test_an_instrument_counts_the_rules_under_all_its_provisions(desk: Client) -> None:
    page = desk.get("/law/ndrc-2014-2674/").context["page"]
    assert len(page.rules) == len(rules_under("ndrc-2014-2674"))
    assert sum(row.rules for row in page.rows) >= len(page.rules)
    assert f"{len(page.rules)} 条规则以它为准" in page.title


@pytest.mark.parametrize("path", ["/law/none/", "/law/none/x/", "/law/ndrc-2014-2674/none/"])
def test_what_is_not_kept_is_not_found(desk: Client, path: str) -> None:
    assert desk.get(path).status_code == 404


def test_english_is_english(desk: Client) -> None:
    desk.cookies["django_language"] = "en"
    text = unescape(text_of(desk, PROVISION))
    assert provision("ndrc-2014-2674:annex-1")[-1].gist_en in text
    assert "rules cite it." in text or "rule cites it." in text
