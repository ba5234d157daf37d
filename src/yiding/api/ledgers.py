"""Ledgers 台账: their entries with findings, what is brought in, figures as of a day."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from ninja import Field, Query, Router, Schema

from yiding.api.access import Caller, at_business, caller_of
from yiding.api.bodies import SEEN, Body, object_of, seen_of
from yiding.api.ledger_out import entry_out, entry_row_out, figure_out, import_out, ledger_out
from yiding.api.once import Answer, once
from yiding.api.paging import A_PAGE, LARGEST, Order, page_of
from yiding.api.problems import absent, invalid, of_refusal
from yiding.api.schemas import PageOf
from yiding.api.schemas_ledgers import EntryOut, EntryRow, FigureOut, ImportOut, LedgerRow
from yiding.followup.refusals import Refused
from yiding.ledgers.base.figures import Asked, UnknownIndicator, figure_of
from yiding.ledgers.base.importing import ImportRefused, Outcome, import_entries
from yiding.ledgers.base.models import Entry, EntryVerdict, Import
from yiding.ledgers.base.permissions import sees_whole, unit_at_hand
from yiding.ledgers.base.queries import KEPT, RETIRED, EntryFilter, chosen, entry_seen
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry, retire_entry
from yiding.ledgers.base.wrongs import WrongEntry
from yiding.ledgers.catalogue import Ledger, UnknownLedger, ledger, ledgers
from yiding.registry.models import Unit
from yiding.registry.tokens import Scope

router = Router(tags=["ledgers"])
_ONE = "/ledgers/{slug}/entries/{kind}/{path:key}"
_ORDERS = {"gravest": Order("gravest", ("-gravity", "id")), "entered": Order("entered", ("id",))}
#: So many wrong cells are told in an answer; the batch keeps more.
_TOLD = 200


class EntryQuery(Schema):
    """Which entries; what is left out narrows nothing."""

    kind: str = Field("", max_length=40)
    unit: str = Field("", max_length=40, description="单位的代码 code of the unit")
    verdict: EntryVerdict | None = None
    rule: str = Field("", max_length=120, description="规则的地址；verdict 即这条规则的判定")
    reason: str = Field("", max_length=16)
    q: str = Field("", max_length=100, description="条目里的字 words")
    retired: bool = False
    order: Literal["gravest", "entered"] = "gravest"
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(A_PAGE, ge=1, le=LARGEST)


@router.get("/ledgers", response=list[LedgerRow], operation_id="ledgers")
def list_ledgers(request: HttpRequest) -> list[dict[str, Any]]:
    """The ledgers, with the counts of what this account may see."""
    account = at_business(request).account
    return [ledger_out(one, account) for one in ledgers()]


@router.get("/ledgers/{slug}/entries", response=PageOf[EntryRow], operation_id="entries")
def list_entries(request: HttpRequest, slug: str, asked: Query[EntryQuery]) -> dict[str, Any]:
    """The entries this account may see: a unit its own."""
    caller = at_business(request)
    rows = chosen(caller.account, _ledger(slug).slug, _filter(asked)).select_related("unit")
    page = page_of(rows, _ORDERS[asked.order], asked.cursor, asked.limit)
    return {"items": [entry_row_out(one) for one in page.rows], "next": page.next}


@router.get(_ONE, response=EntryOut, operation_id="entry")
def show_entry(
    request: HttpRequest, response: HttpResponse, slug: str, kind: str, key: str
) -> dict[str, Any]:
    """One entry with what the rules find of it and every version."""
    entry = _seen(at_business(request), slug, kind, key)
    response.headers["ETag"] = f'"{entry.revision}"'
    return entry_out(entry)


@router.post("/ledgers/{slug}/entries", response={201: EntryOut}, operation_id="entry_add")
def add_entry(request: HttpRequest, slug: str) -> HttpResponse:
    """A new entry: ``{"kind", "id", "fields"}``; a key that is there already answers 409."""
    return _put(request, slug, None)


@router.put(_ONE, response=EntryOut, operation_id="entry_put")
def put_one(request: HttpRequest, slug: str, kind: str, key: str) -> HttpResponse:
    """An entry whole, new or in place of what stands: ``{"fields"}``."""
    return _put(request, slug, (kind, key))


@router.delete(_ONE, response=EntryOut, operation_id="entry_retire")
def retire_one(request: HttpRequest, slug: str, kind: str, key: str, reason: str) -> HttpResponse:
    """Take an entry out of the ledger; its history stays."""
    caller = caller_of(request, Scope.ACT)
    entry = _seen(caller, slug, kind, key)
    seen = seen_of(request, None)

    def do() -> Answer:
        try:
            gone = retire_entry(_writing(caller, slug), entry, reason, seen)
        except Refused as refused:
            return _problem(refused)
        return _answer(200, entry_out(gone))

    return once(request, caller, Body({"reason": reason}, seen).digest(request), do)


@router.post("/ledgers/{slug}/imports", response={201: ImportOut}, operation_id="entries_import")
def import_file(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring a file in: ``file`` as multipart/form-data; ``take_good`` takes the good rows alone."""
    caller = caller_of(request, Scope.IMPORT)
    upload = request.FILES.get("file")
    if upload is None:
        raise invalid({"file": [str(_("请附上 XLSX 或 CSV 文件。"))]})
    wish = request.POST.get("take_good", "").lower() in {"1", "true", "on"}
    writing = _writing(caller, slug)
    digest = Body({"take_good": wish}, files=request.FILES).digest(request)
    name = upload.name or "file"
    return once(request, caller, digest, lambda: _brought_in(writing, name, upload.read(), wish))


@router.get("/ledgers/{slug}/imports/{int:number}", response=ImportOut, operation_id="one_import")
def show_import(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    """One batch: its counts, and its first wrong cells."""
    account = at_business(request).account
    rows = Import.objects.filter(jurisdiction=account.jurisdiction_id, ledger=_ledger(slug).slug)
    if not sees_whole(account, slug):
        rows = rows.filter(by=account)
    found = rows.select_related("by").filter(pk=min(number, 2**63 - 1)).first()
    if found is None:
        raise absent()
    return import_out(found)


@router.get("/ledgers/{slug}/indicators", response=list[FigureOut], operation_id="indicators")
def list_figures(request: HttpRequest, slug: str, on: date | None = None) -> list[dict[str, Any]]:
    """Every figure of a ledger as of a day; for a unit, those of its own entries."""
    caller = at_business(request)
    names = [one.slug for one in _ledger(slug).indicators]
    return [_figure(caller, slug, name, on) for name in names]


@router.get("/ledgers/{slug}/indicators/{name}", response=FigureOut, operation_id="indicator")
def show_figure(
    request: HttpRequest, slug: str, name: str, on: date | None = None
) -> dict[str, Any]:
    """One figure as of a day, with the entries behind it and its target."""
    return _figure(at_business(request), _ledger(slug).slug, name, on)


def _ledger(slug: str) -> Ledger:
    try:
        return ledger(slug)
    except UnknownLedger as unknown:
        raise absent() from unknown


def _filter(asked: EntryQuery) -> EntryFilter:
    return EntryFilter(
        kind=asked.kind,
        unit=asked.unit,
        verdict=str(asked.verdict.value) if asked.verdict else "",
        rule=asked.rule,
        reason=asked.reason,
        words=asked.q,
        state=RETIRED if asked.retired else KEPT,
    )


def _seen(caller: Caller, slug: str, kind: str, key: str) -> Entry:
    found = entry_seen(caller.account, _ledger(slug).slug, kind, key)
    if found is None:
        raise absent()
    return found


def _writing(caller: Caller, slug: str) -> Writing:
    return Writing(caller.account, _ledger(slug).slug, caller.at)


def _put(request: HttpRequest, slug: str, place: tuple[str, str] | None) -> HttpResponse:
    caller = caller_of(request, Scope.ACT)
    said = object_of(request)
    seen = seen_of(request, said.pop(SEEN, None))
    writing, given = _writing(caller, slug), _given(said, place)
    digest = Body(said, seen).digest(request)
    return once(request, caller, digest, lambda: _written(writing, given, seen, place is None))


def _given(said: dict[str, Any], place: tuple[str, str] | None) -> Given:
    """An entry out of a body, in the words of `yiding check`."""
    known = {"fields", "unit", "place", *(() if place else ("kind", "id"))}
    errors = {name: [str(_("没有这个字段。"))] for name in sorted(said.keys() - known)}
    fields = said.get("fields", {})
    if not isinstance(fields, dict):
        errors["fields"] = [str(_("这里要一个 JSON 对象。"))]
    for name in sorted(known - {"fields"}):
        if not isinstance(said.get(name, ""), str | int):
            errors[name] = [str(_("这里要一个值，不是一列，也不是对象。"))]
    if errors:
        raise invalid(errors)
    kind, key = place or (str(said.get("kind", "")), str(said.get("id", "")))
    return Given(kind, key, fields, str(said.get("unit", "")), str(said.get("place", "")))


def _written(writing: Writing, given: Given, seen: int | None, is_new: bool) -> Answer:
    try:
        entry = put_entry(writing, given, 0 if is_new else seen)
    except WrongEntry as wrong:
        raise invalid(wrong.by_field()) from wrong
    except Refused as refused:
        return _problem(refused)
    return _answer(201 if is_new else 200, entry_out(entry))


def _problem(refused: Refused) -> Answer:
    problem = of_refusal(refused.refusal)
    return Answer(problem.status, problem.plain())


def _brought_in(writing: Writing, name: str, content: bytes, take_good: bool) -> Answer:
    try:
        outcome = import_entries(writing, name, content, take_good=take_good)
    except ImportRefused as refused:
        problem = of_refusal(refused.refusal)
        known = {"known": refused.known.pk} if refused.known else {}
        return Answer(problem.status, {**problem.plain(), **known})
    except Refused as refused:
        return _problem(refused)
    if outcome.batch.state == Import.State.REFUSED:
        return _nothing_taken(outcome)
    return _answer(201, import_out(outcome.batch))


def _nothing_taken(outcome: Outcome) -> Answer:
    """Every wrong cell by the sheet and cell it stands in."""
    errors: dict[str, list[str]] = {}
    for one in outcome.wrongs[:_TOLD]:
        errors.setdefault(f"{one.sheet}!{one.cell or one.row}", []).append(one.text())
    problem = invalid(errors)
    return _answer(problem.status, {**problem.plain(), "import": import_out(outcome.batch)})


def _answer(status: int, body: dict[str, Any]) -> Answer:
    """An answer that can be kept: days and moments as the answers to reading write them."""
    return Answer(status, json.loads(json.dumps(body, cls=DjangoJSONEncoder)))


def _figure(caller: Caller, slug: str, name: str, on: date | None) -> dict[str, Any]:
    asked = Asked(
        address=f"{slug}/{name}",
        jurisdiction=caller.jurisdiction,
        on=on or timezone.localdate(caller.at),
        unit=_narrowed(caller, slug),
    )
    try:
        return figure_out(figure_of(asked), caller.account)
    except UnknownIndicator as unknown:
        raise absent() from unknown


def _narrowed(caller: Caller, slug: str) -> Unit | None:
    return unit_at_hand(caller.account, slug)
