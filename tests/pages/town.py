"""The town the pages are opened on: two real meetings of Linhu, and one of everything they lack.

``main`` runs in a process of its own, against the database the environment names, and
prints who may sign in and where everything is. Sessions are made here: a browser needs no more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from followup.sessions import done, file_topic, held, plan, ready_topic, scheduled
from followup.situations import matter_in, prepare
from web.ledgers_stock import INDICATOR, assessed, refused_batch, renovated, stock
from web.test_review import PAPER
from world import World
from yiding.demo.load import PASSWORD, load_city
from yiding.followup.act import Call, act
from yiding.followup.action import actions_on
from yiding.followup.files import kept_bytes
from yiding.followup.importing import import_context, import_file
from yiding.followup.models import Evidence, InboxItem, Matter, Minutes, Proposal, Slip, Topic
from yiding.followup.rulepack_load import load_rulepacks
from yiding.journal.models import Event
from yiding.registry.models import (
    Account,
    ApiToken,
    Jurisdiction,
    Office,
    Person,
    Post,
    Unit,
    UnitAlias,
    UnitGroup,
)
from yiding.registry.roles import OF_A_UNIT, Role
from yiding.registry.tokens import Scope, TokenWish, issue

_UNITS = {"water": "市水务局", "housing": "市住建局", "finance": "市财政局"}
#: A paper with a duty of a collective, and how many copies of it the keys are tried on.
KEYED = f"{PAPER}（四）各相关部门要于2026年9月底前完成自查，报市政府。\n（五）情况属实。\n"
KEYS = 8
_TOPICS = {
    "filed": ("check", "return", "withdraw"),
    "legal_review": ("opine",),
    "coordinating": ("coordinate",),
    "ready": ("schedule",),
    "returned": ("refile",),
}


@dataclass
class Town(World):
    """Linhu of the demonstration, with the names the tests know."""

    @property
    def leader_post(self) -> Post:
        """A vice-mayor's post of today."""
        posts = Post.objects.filter(office=Office.VICE_MAYOR, jurisdiction=self.jurisdiction)
        return posts.filter(until_on=None).order_by("pk")[0]

    def head_of(self, unit: str) -> int:
        """The key of today's head of a unit."""
        posts = Post.objects.filter(office=Office.UNIT_HEAD, unit=self.units[unit])
        return posts.filter(until_on=None).order_by("pk")[0].pk


def main() -> None:
    """Fill the database, and print where everything is."""
    call_command("migrate", interactive=False, verbosity=0)
    load_city(newest=2)
    town = _town()
    places = {
        **_of_the_city(town),
        **_matters(town),
        **_slips(town),
        **_papers(town),
        **_topics(town),
        **_meetings(town),
        **_administered(town),
        **_ledgers(town),
    }
    usernames = {str(role): _of_role(town, role).username for role in Role}
    sessions = {role: _session(_of_role(town, Role(role))) for role in usernames}
    print(
        json.dumps(
            {
                "usernames": usernames,
                "sessions": sessions,
                "places": {key: str(value) for key, value in places.items()},
                "password": PASSWORD,
                "cookie": settings.SESSION_COOKIE_NAME,
                "data": _data(),
            }
        )
    )


def _data() -> list[str]:
    """Names and titles, the longest first, so that none is cut by a shorter one in it."""
    fields = (
        (Jurisdiction, "name"), (Unit, "name"), (Unit, "short_name"), (UnitAlias, "name"),
        (UnitGroup, "name"), (Person, "name"), (Post, "title"), (Account, "name"),
        (Minutes, "title"), (Minutes, "number"), (Minutes, "address"), (Topic, "title"),
        (Matter, "action"), (Proposal, "action"), (ApiToken, "name"),
        (Evidence, "title"), (Evidence, "document_number"),
    )  # fmt: skip
    found = {
        value for model, name in fields for value in model.objects.values_list(name, flat=True)
    }
    return sorted((one for one in {*found, "节水行动"} if one), key=len, reverse=True)


def _town() -> Town:
    city = Jurisdiction.objects.get(slug="linhu")
    town = Town(city, made=500)
    units = Unit.objects.filter(jurisdiction=city, until_on=None)
    town.units = {key: units.get(short_name=short) for key, short in _UNITS.items()}
    active = Account.objects.filter(jurisdiction=city, is_active=True).order_by("pk")
    for role in set(Role) - OF_A_UNIT:
        town.accounts[str(role)] = active.filter(role=role)[0]
    town.accounts["supervisor2"] = active.filter(role=Role.SUPERVISOR)[1]
    for key, unit in town.units.items():
        for role in sorted(OF_A_UNIT):
            town.accounts[f"{role}@{key}"] = active.filter(role=role, unit=unit)[0]
    papers = Minutes.objects.filter(jurisdiction=city, state=Minutes.State.ISSUED)
    town.minutes = papers.order_by("-held_on")[0]
    return town


def _of_role(town: Town, role: Role) -> Account:
    return town[f"{role}@water" if role in OF_A_UNIT else str(role)]


def _session(account: Account) -> str:
    client = Client()
    client.force_login(account, backend="yiding.registry.signing_in.AccountBackend")
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _of_the_city(town: Town) -> dict[str, Any]:
    city = {"jurisdiction": town.jurisdiction}
    return {
        "minutes": town.minutes.address if town.minutes else "",
        "unit": town.units["water"].code,
        "unit_key": town.units["water"].pk,
        "alias_key": UnitAlias.objects.filter(unit__jurisdiction=town.jurisdiction)[0].pk,
        "group_key": UnitGroup.objects.filter(**city)[0].pk,
        "person_key": Post.objects.filter(**city)[0].person_id,
        "post_key": Post.objects.filter(**city)[0].pk,
        "pack": next(iter(load_rulepacks())),
    }


def _matters(town: Town) -> dict[str, Any]:
    """One matter a verb, in a state where the verb is done, and one an assisting unit sees."""
    places: dict[str, Any] = {}
    for action in actions_on(Matter):
        role = str(min(action.roles))
        matter = matter_in(town, str(min(action.sources)))
        if action.verb not in {"suspend", "resume", "change"}:
            prepare(town, matter, action.verb, role)
        places[f"matter_{action.verb}"] = matter.address.partition(":")[2]
    places["matter"] = places["matter_report"]
    context = import_context(town["supervisor"], timezone.now())
    file = kept_bytes(context, b"%PDF-1.4 proof", "方案.pdf", "application/pdf")
    proof = Evidence.objects.filter(matter__address__endswith=f":{places['matter']}").get()
    proof.file = file
    proof.save()
    return {**places, "sha256": file.sha256}


def _slips(town: Town) -> dict[str, Any]:
    """A slip issued, one received, and one answered, of a matter of today."""
    places: dict[str, Any] = {}
    for verb, before in (("receive", ()), ("answer", ("receive",)), ("withdraw", ())):
        today = timezone.localdate()
        matter = matter_in(town, "under_way")
        Matter.objects.filter(pk=matter.pk).update(due_on=today + timedelta(days=1))
        fields = {"rung": "reminder", "words": "请三日内报进展。"}
        town.act("matter.issue_slip", matter, "mayor", today, **fields)
        slip = Slip.objects.get(matter=matter)
        for step in before:
            town.act(f"slip.{step}", slip, "liaison@water", today)
        places[f"slip_{verb}"] = slip.address
    item = InboxItem.objects.filter(account=town["liaison@water"]).latest("pk")
    event = Event.objects.filter(verb="matter.issue_slip").latest("seq")
    return {**places, "slip": places["slip_receive"], "notice": item.pk, "seq": event.seq}


def _papers(town: Town) -> dict[str, Any]:
    """One paper under review, one of another place, one submitted, and one corrected."""
    today = timezone.now()

    def brought_in(number: int, text: str = PAPER) -> Minutes:
        words = text.replace("〔2026〕9号", f"〔2026〕{number}号")
        return import_file(f"{number}.txt", words.encode(), town["supervisor"], today)

    reviewing, submitted = brought_in(91), brought_in(92)
    keyed = [_with_an_unread_sentence(brought_in(200 + n, KEYED)) for n in range(KEYS)]
    elsewhere = brought_in(93, PAPER.replace("临湖", "云州"))
    for one in submitted.proposals.filter(is_binding=True):
        act(Call("proposal.accept", one.address, {}), town["supervisor"], today)
    act(Call("minutes.submit", submitted.address, {}), town["supervisor"], today)
    return {
        "reviewing": reviewing.address,
        "submitted": submitted.address,
        "elsewhere": elsewhere.address,
        **{f"keyed_{n}": one.address for n, one in enumerate(keyed)},
    }


def _with_an_unread_sentence(minutes: Minutes) -> Minutes:
    """The paper with its last background sentence not read: few papers have one."""
    last = [leaf for leaf in minutes.accounting if leaf["as"] == "background"][-1]
    last["as"] = "unread"
    minutes.save()
    return minutes


def _topics(town: Town) -> dict[str, Any]:
    """A topic in every state an act begins from."""
    places: dict[str, Any] = {}
    for state, verbs in _TOPICS.items():
        topic = file_topic(town, title=f"临湖市节水行动实施方案（{len(places) + 1}）")
        Topic.objects.filter(pk=topic.pk).update(state=state, legal_opinion="合法。")
        places |= {f"topic_{verb}": topic.address for verb in verbs}
    return {**places, "topic": places["topic_check"]}


def _meetings(town: Town) -> dict[str, Any]:
    """A meeting ahead, one called, one held, each with a topic."""
    ahead = plan(town, session=71, on=date(2026, 4, 28))
    topic = scheduled(town, ahead, title="关于城市供水价格调整的汇报")
    called = plan(town, session=72, on=date(2026, 4, 29))
    scheduled(town, called, title="临湖市政府投资项目管理办法")
    done(town, "meeting.call", called, on=date(2026, 4, 16))
    over = plan(town, session=73)
    settled = scheduled(town, over, title="临湖市海绵城市建设管理办法")
    held(town, over)
    ready_topic(town, title="临湖市河湖长制工作规定")
    return {
        "meeting": ahead.address,
        "meeting_call": ahead.address,
        "meeting_cancel": ahead.address,
        "meeting_hold": called.address,
        "meeting_minute": over.address,
        "topic_unschedule": topic.address,
        "topic_conclude": settled.address,
    }


def _ledgers(town: Town) -> dict[str, Any]:
    """Offices of the water and the housing bureau, a file given back, a target and its sheet."""
    now = timezone.now()
    stock(town, now - timedelta(days=2))
    assessed(town, now)
    return {
        "entry": "A-102",
        "community": renovated(town, now).key,
        "batch": refused_batch(town, now).pk,
        "indicator": INDICATOR.partition("/")[2],
    }


def _administered(town: Town) -> dict[str, Any]:
    """An account to be kept, and a token."""
    wish = TokenWish("报表", [Scope.READ])
    issue(town["supervisor"], wish, town["security_admin"], timezone.now())
    return {"account": town["liaison@housing"].pk, "token": ApiToken.objects.latest("pk").pk}
