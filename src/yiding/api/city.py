"""The city around the matters: units, inbox, rule packs, journal, the year's figures, oneself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from yiding.api.access import at_business, caller_of
from yiding.api.bodies import body_of
from yiding.api.days import board_of
from yiding.api.matter_out import unit_out
from yiding.api.once import Answer, once
from yiding.api.paging import A_PAGE, LARGEST, Order, page_of
from yiding.api.problems import absent
from yiding.api.schemas import PageOf
from yiding.api.schemas_city import (
    EventOut,
    MeOut,
    NoticeOut,
    OverviewOut,
    Received,
    RulePackOut,
    RulePackRow,
    UnitOut,
)
from yiding.followup.counts import (
    Promises,
    clock_counts,
    promises_by_month,
    silent_units,
    year_sum,
)
from yiding.followup.history import verb_label
from yiding.followup.models import InboxItem
from yiding.followup.packs import pack_in_force
from yiding.followup.receipts import receive
from yiding.followup.rulepack import RulePack, load_rulepacks
from yiding.journal.models import Event
from yiding.registry.models import Unit
from yiding.registry.roles import Role
from yiding.registry.tokens import Scope

router = Router()
#: Who may read the journal through the API: only what is of their own jurisdiction.
READS_THE_JOURNAL = (
    Role.AUDITOR, Role.INSPECTOR, Role.SUPERVISION_DIRECTOR, Role.AUDIT_ADMIN,
)  # fmt: skip
_LARGEST_KEY = 2**63 - 1


class Paged(Schema):
    """Where to go on, and how far."""

    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(A_PAGE, ge=1, le=LARGEST)


class NoticeQuery(Paged):
    """Which notices."""

    unread: bool = False
    must_act: bool = False


class OverviewQuery(Schema):
    """Which year, and as of which day."""

    as_of: date | None = None
    year: int | None = Field(None, ge=1949, le=2200)


class EventQuery(Paged):
    """Which events."""

    subject: str = Field("", max_length=120)
    actor: str = Field("", max_length=60)
    verb: str = Field("", max_length=60)
    outcome: Literal["", "done", "denied"] = ""
    order: Literal["newest", "oldest"] = "newest"


@router.get("/me", response=MeOut, tags=["me"], operation_id="me")
def show_me(request: HttpRequest) -> dict[str, Any]:
    """The account that calls, and what this call may be used for."""
    caller = caller_of(request)
    account = caller.account
    return {
        "username": account.username,
        "name": account.name,
        "role": account.role,
        "role_label": str(account.get_role_display()),
        "jurisdiction": account.jurisdiction.slug if account.jurisdiction else None,
        "unit": unit_out(account.unit),
        "scopes": sorted(caller.scopes),
    }


@router.get("/units", response=PageOf[UnitOut], tags=["units"], operation_id="units")
def list_units(request: HttpRequest, asked: Query[Paged]) -> dict[str, Any]:
    """The units of the jurisdiction, past ones too, by code."""
    rows = Unit.objects.filter(jurisdiction=caller_of(request).jurisdiction)
    order = Order("code", ("code",), texts=frozenset({"code"}))
    page = page_of(rows.prefetch_related("aliases"), order, asked.cursor, asked.limit)
    return {"items": [_unit(one) for one in page.rows], "next": page.next}


@router.get("/units/{code}", response=UnitOut, tags=["units"], operation_id="unit")
def show_unit(request: HttpRequest, code: str) -> dict[str, Any]:
    """One unit."""
    rows = Unit.objects.filter(jurisdiction=caller_of(request).jurisdiction, code=code)
    found = rows.first()
    if found is None:
        raise absent()
    return _unit(found)


@router.get("/inbox", response=PageOf[NoticeOut], tags=["inbox"], operation_id="inbox")
def list_notices(request: HttpRequest, asked: Query[NoticeQuery]) -> dict[str, Any]:
    """What the account was told, newest first; looking writes no receipt."""
    rows = InboxItem.objects.filter(account=caller_of(request).account)
    if asked.unread:
        rows = rows.filter(read_at__isnull=True)
    if asked.must_act:
        rows = rows.filter(must_act=True)
    page = page_of(rows, Order("newest", ("-id",)), asked.cursor, asked.limit)
    return {"items": [_notice(one) for one in page.rows], "next": page.next}


@router.post("/inbox/{int:key}/receipt", response=Received, tags=["inbox"], operation_id="receive")
def receive_notice(request: HttpRequest, key: int) -> HttpResponse:
    """Write the receipt of a notice; a second time writes nothing."""
    caller = caller_of(request, Scope.ACT)
    if not _is_own(key, caller.account.pk):
        raise absent()
    digest = body_of(request, {}).digest(request)
    return once(
        request,
        caller,
        digest,
        lambda: Answer(200, {"received": receive([key], caller.account, caller.at)}),
    )


@router.get("/rulepacks", response=list[RulePackRow], tags=["rulepacks"], operation_id="rulepacks")
def list_rulepacks(request: HttpRequest) -> list[dict[str, Any]]:
    """The rule packs there are, and which one is in force."""
    in_force = _pack_in_force(request)
    return [_pack_row(one, in_force) for _slug, one in sorted(load_rulepacks().items())]


@router.get("/rulepacks/{slug}", response=RulePackOut, tags=["rulepacks"], operation_id="rulepack")
def show_rulepack(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One pack: every clock, rung and approval, each with its source."""
    in_force = _pack_in_force(request)
    pack = load_rulepacks().get(slug)
    if pack is None:
        raise absent()
    return {**_pack_row(pack, in_force), "pack": _plain(pack)}


@router.get("/journal", response=PageOf[EventOut], tags=["journal"], operation_id="journal")
def list_events(request: HttpRequest, asked: Query[EventQuery]) -> dict[str, Any]:
    """The journal of the jurisdiction, for auditors and those who answer for it."""
    caller = at_business(request, *READS_THE_JOURNAL)
    given = asked.model_dump(include={"subject", "actor", "verb", "outcome"})
    wanted = {name: value for name, value in given.items() if value}
    rows = Event.objects.filter(jurisdiction=caller.jurisdiction.slug, **wanted)
    column = "-seq" if asked.order == "newest" else "seq"
    page = page_of(rows, Order(asked.order, (column,)), asked.cursor, asked.limit)
    return {"items": [_event(one) for one in page.rows], "next": page.next}


@router.get("/journal/{int:seq}", response=EventOut, tags=["journal"], operation_id="event")
def show_event(request: HttpRequest, seq: int) -> dict[str, Any]:
    """One event with its link of the chain."""
    caller = at_business(request, *READS_THE_JOURNAL)
    rows = Event.objects.filter(jurisdiction=caller.jurisdiction.slug)
    found = rows.filter(seq=seq).first() if seq <= _LARGEST_KEY else None
    if found is None:
        raise absent()
    return _event(found)


@router.get("/overview", response=OverviewOut, tags=["overview"], operation_id="overview")
def show_overview(request: HttpRequest, asked: Query[OverviewQuery]) -> dict[str, Any]:
    """The figures of a year as of a day, of the matters this account sees."""
    board = board_of(at_business(request), asked.as_of)
    year = asked.year or board.on.year
    total = year_sum(board, year)
    months = promises_by_month(board, year)
    return {
        "as_of": board.on,
        "year": year,
        "total": total.total,
        "by_state": total.by_state,
        **clock_counts(board),
        "months": {month: _promises(one) for month, one in months.items()},
        "silent_units": [
            {"code": one.code, "name": one.name, "count": one.count, "since": one.since}
            for one in silent_units(board)
        ],
    }


def _unit(unit: Any) -> dict[str, Any]:
    names = ("code", "name", "short_name", "name_en", "kind", "from_on", "until_on")
    aliases = sorted(one.name for one in unit.aliases.all())
    return {**{name: getattr(unit, name) for name in names}, "aliases": aliases}


def _notice(item: InboxItem) -> dict[str, Any]:
    names = ("id", "verb", "subject", "must_act", "sent_at", "read_at")
    return {**{name: getattr(item, name) for name in names}, "label": verb_label(item.verb)}


def _is_own(key: int, account: int) -> bool:
    return key <= _LARGEST_KEY and InboxItem.objects.filter(pk=key, account=account).exists()


def _event(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in EventOut.model_fields}


def _promises(one: Promises) -> dict[str, int]:
    names = ("original", "extended_in_time", "late", "extended", "overdue")
    return {
        **{name: getattr(one, name) for name in names},
        "matured": one.matured,
        "matured_now": one.matured_now,
        "within_due": one.within_due,
    }


def _pack_in_force(request: HttpRequest) -> str:
    caller = caller_of(request)
    return pack_in_force(caller.jurisdiction, timezone.localdate(caller.at)).slug


def _pack_row(pack: RulePack, in_force: str) -> dict[str, Any]:
    language = get_language() or "zh"
    return {
        "slug": pack.slug,
        "name": pack.name.said(language),
        "place": pack.place.said(language),
        "in_force_from": pack.in_force_from,
        "is_in_force": pack.slug == in_force,
    }


def _plain(value: Any) -> Any:
    """A pack as plain data; where each value comes from stands with the value."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {each.name: getattr(value, each.name) for each in fields(value)}
        return {name: _plain(one) for name, one in named.items() if name != "origins"}
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [_plain(one) for one in value]
    if isinstance(value, Fraction):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
