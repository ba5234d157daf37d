"""What the ledger draws beside its list: who holds what on a day, each batch, what is saved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from yiding.ledgers.panel import Panel, Shown, Sight, panel
from yiding.ledgers.powers.choices import ITEM_KINDS
from yiding.ledgers.powers.figures import saved, saying, total_of, verdicts
from yiding.ledgers.powers.holding import Holding, holding_on
from yiding.ledgers.powers.item_indicators import is_one_unit
from yiding.ledgers.powers.transfer_indicators import has_come, outgoing, runs
from yiding.rules.entries import Entry, gather
from yiding.rules.finding import Verdict, plain, readable

#: Rows of items that are listed; the rest is in the list of the ledger.
_LISTED = 40
_TERMS = {one.name: one.term for one in ITEM_KINDS}
#: What is saved, by its fields before and after, its unit and its indicator.
_SAVED = (
    ("时限", "Time", "anticipate_day", "promise_day", "工作日", "time-saved"),
    ("环节", "Steps", "steps_before", "step_count", "个", "steps-saved"),
    ("材料", "Materials", "materials_before", "material_count", "份", "materials-saved"),
    ("跑动", "Visits", "visits_before", "limit_scene_num", "次", "visits-saved"),
)


@dataclass(frozen=True)
class Held:
    """事项: one row of who holds what."""

    name: str
    href: str
    kind: str
    body: str
    since: date | None


@dataclass(frozen=True)
class Batch:
    """批次: its transfers, how many run, and how far its handovers are."""

    name: str
    href: str
    date: date | None
    approval: str
    transfers: int
    running: int
    unclear: int
    handovers: int
    complete: int
    overdue: int


@dataclass(frozen=True)
class Saving:
    """压减: a mean before and after, and how much less it is in per cent."""

    term: str
    english: str
    before: str
    after: str
    unit: str
    share: str
    items: int
    href: str


@panel("item", "transfer", most=6000)
def holders(sight: Sight) -> Panel | None:
    """Who holds what on the day in ``?on=``, else today; ``?holder=`` shows one body's alone."""
    gather(one.entry for one in sight.entries)
    on = _day_asked(sight)
    found = [(one, holding_on(one.entry, on)) for one in sight.of_kind("item")]
    rows = [_held(one, held) for one, held in found if held is not None]
    if not rows:
        return None
    counts = Counter(one.body for one in rows)
    asked = sight.query.get("holder", "")
    chosen = [one for one in rows if one.body == asked] or rows
    latest = sorted(chosen, key=lambda one: (one.since or date.min, one.name), reverse=True)
    context = {
        "on": on,
        "asked": asked if asked in counts else "",
        "whole": _href(on, ""),
        "holders": [(body, n, _href(on, body)) for body, n in counts.most_common()],
        "rows": latest[:_LISTED],
        "count": len(chosen),
        "listed": _LISTED,
    }
    return Panel("谁行使", "Who holds what", "powers/holders.html", context)


def _day_asked(sight: Sight) -> date:
    try:
        return date.fromisoformat(sight.query.get("on", ""))
    except ValueError:
        return sight.on


def _href(on: date, body: str) -> str:
    named = {"on": on.isoformat(), **({"holder": body} if body else {})}
    return f"?{urlencode(named)}#panel-holders"


def _held(one: Shown, held: Holding) -> Held:
    entry = one.entry
    name = str(entry.task_name or entry.catalog_code or entry.id)
    kind = _TERMS.get(str(entry.item_kind), "")
    return Held(name, one.href, kind, held.body or "已取消", held.since)


@panel("transfer_batch", "transfer", "handover", "item", most=6000)
def batches(sight: Sight) -> Panel | None:
    """The batches, the latest first, each with its transfers and the state of its handovers."""
    gather(one.entry for one in sight.entries)
    transfers, handovers = sight.of_kind("transfer"), sight.of_kind("handover")
    named = {one.entry.id: one for one in transfers}
    rows = [
        _batch(
            one,
            [each for each in transfers if each.entry.batch_no in _names(one.entry)],
            [each for each in handovers if _is_of(each.entry, one.entry, named)],
            sight.on,
        )
        for one in sight.of_kind("transfer_batch")
    ]
    if not rows:
        return None
    latest = sorted(rows, key=lambda one: (one.date or date.min, one.name), reverse=True)
    return Panel("划转批次", "Batches", "powers/batches.html", {"rows": latest})


def _names(batch: Entry) -> set[str]:
    return {one for one in (batch.id, batch.no) if one}


def _is_of(handover: Entry, batch: Entry, transfers: Mapping[str, Shown]) -> bool:
    """By the batch it names itself, or its transfer does."""
    transfer = transfers.get(str(handover.transfer))
    own = handover.batch_no or (transfer.entry.batch_no if transfer else None)
    return own in _names(batch)


def _batch(batch: Shown, transfers: Sequence[Shown], handovers: Sequence[Shown], on: date) -> Batch:
    entry = batch.entry
    return Batch(
        name=str(entry.no or entry.id),
        href=batch.href,
        date=entry.date,
        approval=str(entry.provincial_decision or ""),
        transfers=len(transfers),
        running=sum(runs(one.entry, on) for one in transfers),
        unclear=_counted(transfers, "one-approver-one-supervisor", Verdict.BREACHED, on),
        handovers=len(handovers),
        complete=_counted(handovers, "handover-complete", Verdict.MET, on),
        overdue=sum(_is_late(one.entry, on) for one in handovers),
    )


def _counted(entries: Iterable[Shown], rule: str, verdict: Verdict, on: date) -> int:
    return sum(verdict in verdicts(one.entry, (rule,), on) for one in entries)


def _is_late(handover: Entry, on: date) -> bool:
    """Not signed, and its last day is past."""
    is_open = handover.signed_at is None or handover.signed_at > on
    return is_open and Verdict.OVERDUE in verdicts(handover, ("handover-in-time",), on)


@panel("item", "item_service", most=6000)
def savings(sight: Sight) -> Panel | None:
    """Time, steps, materials and visits before and after, as means over the items that say both."""
    items = gather(one.entry for one in sight.entries)
    known = [one for one in items if one.kind == "item"]
    rows = [one for told in _SAVED if (one := _saving(known, *told)) is not None]
    if not rows:
        return None
    return Panel("压减", "What is saved", "powers/savings.html", {"rows": rows})


def _saving(  # noqa: PLR0913, PLR0917 - one parameter a column
    items: Sequence[Entry],
    term: str,
    english: str,
    before: str,
    after: str,
    unit: str,
    indicator: str,
) -> Saving | None:
    told = [one for one in items if indicator != "time-saved" or is_one_unit(one)]
    known = saying(told, before, after)
    figure = saved(told, before, after)
    if figure.value is None:
        return None
    return Saving(
        term=term,
        english=english,
        before=_mean(known, before),
        after=_mean(known, after),
        unit=unit,
        share=f"{figure.value:.1f}",
        items=len(known),
        href=f"indicators/{indicator}/",
    )


def _mean(items: Sequence[Entry], name: str) -> str:
    mean = total_of(items, name) / Decimal(len(items))
    return str(readable(mean.quantize(Decimal("0.1"))) or plain(mean))


@dataclass(frozen=True)
class Pushed:
    """推送: what went to one body, and what became of it."""

    body: str
    sent: int
    late: int
    unsigned: int
    fed_back: int


@panel("push", most=6000)
def pushes(sight: Sight) -> Panel | None:
    """What was pushed to each body: late, not signed for, fed back; most first."""
    gather(one.entry for one in sight.entries)
    sent: dict[str, list[Entry]] = defaultdict(list)
    for one in outgoing([one.entry for one in sight.entries], sight.on):
        sent[str(one.to_dept or "")].append(one)
    if not sent:
        return None
    rows = [_pushed(body, held, sight.on) for body, held in sent.items()]
    ordered = sorted(rows, key=lambda one: (-one.sent, one.body))
    return Panel("双推送", "Pushes", "powers/pushes.html", {"rows": ordered})


def _pushed(body: str, held: Sequence[Entry], on: date) -> Pushed:
    late = [one for one in held if Verdict.OVERDUE in verdicts(one, ("pushed-in-time",), on)]
    unsigned = [one for one in held if not has_come(one.claimed_at, on)]
    fed_back = [one for one in held if has_come(one.feedback_at, on)]
    return Pushed(body, len(held), len(late), len(unsigned), len(fed_back))
