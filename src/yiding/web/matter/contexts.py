"""What the page of one matter shows, for a reader and a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language, gettext

from yiding.followup.act import offers
from yiding.followup.history import Told, history_of, unit_names
from yiding.followup.models import Conclusion, Extension, InboxItem, Matter, Report, Slip
from yiding.followup.packs import pack_in_force
from yiding.followup.periods import end_of_day
from yiding.followup.precheck import before_submission, closing_test
from yiding.followup.records import Records, assists, reader_of, unread_of
from yiding.followup.rulepack_model import RulePack
from yiding.followup.standing import Clock, clock_in_full
from yiding.followup.states import State
from yiding.followup.why import Why, why_this_date
from yiding.followup.wording import listed
from yiding.registry.models import Account
from yiding.registry.roles import OF_A_UNIT, SUPERVISION
from yiding.web.matter.addresses import clause_of, matter_href, minutes_href
from yiding.web.matter.head import light_of, line_of
from yiding.web.matter.kin import Kin, kin_of
from yiding.web.matter.ledger_says import LedgerSays, ledger_says
from yiding.web.matter.next_step import Fact, buttons, facts_of
from yiding.web.matter.proofs import Proven, checks, proofs_of, proven
from yiding.web.parts import Act, Check, Crumb, Line, Proof, Quote
from yiding.web.parts import Slip as SlipMark
from yiding.web.parts.marks import Light

_SENTENCE = re.compile(r"[^。！？\n]*[。！？]?\s*")
_CONTEXT = 90


@dataclass(frozen=True)
class SlipRow:
    """One slip in the aside: its mark, its address, and what became of it."""

    mark: SlipMark | None
    name: str
    slip: Slip


@dataclass(frozen=True)
class Unopened:
    """Whose notices of the matter lie unopened, how many, and since when."""

    unit: str
    name: str
    count: int
    since: datetime


@dataclass(frozen=True)
class MatterPage:
    """一事: everything on the page."""

    matter: Matter
    title: str
    today: date
    crumbs: tuple[Crumb, ...]
    clock: Clock | None
    light: Light
    line: Line | None
    quote: Quote
    why: Why
    closing_test: str
    proofs: list[Proof]
    proven: Proven | None
    precheck: tuple[Check, ...]
    says: LedgerSays | None
    reports: list[Report]
    extensions: list[Extension]
    conclusions: list[Conclusion]
    slips: list[SlipRow]
    parts: list[object]
    history: list[Told]
    hidden: int
    acts: list[Act]
    facts: list[Fact]
    kin: list[Kin]
    seen_by: list[Fact]
    unread: list[Unopened]
    own_unread: int
    is_past: bool
    is_assistant: bool
    now_href: str
    minutes_href: str


@dataclass(frozen=True)
class Sight:
    """Who looks, at which moment, as of which day."""

    account: Account
    at: datetime
    day: date
    is_past: bool


def page_of(records: Records, sight: Sight) -> MatterPage:
    """The page as this reader may see it."""
    matter = records.matter
    pack = pack_in_force(matter.jurisdiction, sight.day)
    names = unit_names(matter.jurisdiction, records.events)
    own, unread = records.seen_by(sight.account), unread_of(matter)
    history = history_of(records.events, names, reader_of(sight.account, matter))
    offered = [] if sight.is_past else offers(matter, sight.account, sight.at)
    return MatterPage(
        matter=matter,
        title=matter.action,
        today=sight.day,
        crumbs=_crumbs(matter),
        clock=clock_in_full(matter, sight.day, pack.due_soon.days),
        light=light_of(records),
        line=line_of(records, sight.day),
        quote=quote_of(matter),
        why=why_this_date(matter, records.events, names),
        closing_test=closing_test(matter),
        proofs=proofs_of(own.evidence),
        proven=proven(own.evidence),
        precheck=_precheck(records, sight),
        says=ledger_says(matter, sight.day, end_of_day(sight.day) if sight.is_past else None),
        reports=own.reports,
        extensions=own.extensions,
        conclusions=own.conclusions,
        slips=_slips(own.slips, pack),
        parts=list(records.parts),
        history=history,
        hidden=_hidden(records, history),
        acts=buttons(offered, matter.address),
        facts=facts_of(records, pack),
        kin=kin_of(matter, sight.account, records.conclusions),
        seen_by=_seen_by(records),
        unread=_unread(unread, sight),
        own_unread=sum(one.account_id == sight.account.pk for one in unread),
        is_past=sight.is_past,
        is_assistant=assists(sight.account, matter),
        now_href=matter_href(matter.address),
        minutes_href=minutes_href(matter.minutes.address),
    )


def quote_of(matter: Matter) -> Quote:
    """The minutes' sentence with what stands around it."""
    text, start, end = matter.minutes.text, matter.start, matter.end
    # lines of the paper are broken where its page ended: no word of it changes by that
    agrees = "".join(text[start:end].split()) == "".join(matter.quote.split())
    return Quote(
        marked=matter.quote,
        before=_before(text[:start]) if agrees else "",
        after=_after(text[end:]) if agrees else "",
        address=matter.address,
        href=f"{minutes_href(matter.minutes.address)}#{clause_of(matter.address)}",
        start=start,
        end=end,
        agrees=agrees,
    )


def _before(text: str) -> str:
    line = text.rpartition("\n")[2][-_CONTEXT:]
    sentences = [one for one in _SENTENCE.findall(line) if one]
    return "".join(sentences[-2:])


def _after(text: str) -> str:
    found = _SENTENCE.match(text.partition("\n")[0])
    return found.group()[:_CONTEXT] if found else ""


def _hidden(records: Records, history: list[Told]) -> int:
    """How many records are not in this history, receipts apart: they stand with their notices."""
    return sum(one.verb != "inbox.receive" for one in records.events) - len(history)


def _precheck(records: Records, sight: Sight) -> tuple[Check, ...]:
    account, matter = sight.account, records.matter
    is_of_the_lead = account.role in OF_A_UNIT and account.unit_id == matter.lead_id
    if (
        sight.is_past
        or matter.state != State.UNDER_WAY
        or not (is_of_the_lead or account.role in SUPERVISION)
    ):
        return ()
    return checks(before_submission(matter, records.filed))


def _crumbs(matter: Matter) -> tuple[Crumb, ...]:
    number = matter.minutes.number or matter.minutes.address
    return (
        Crumb("", "", matter.address),
        Crumb(gettext("%(number)s纪要") % {"number": number}, minutes_href(matter.minutes.address)),
        Crumb(gettext("第%(item)s项") % {"item": matter.item}),
    )


def _slips(slips: list[Slip], pack: RulePack) -> list[SlipRow]:
    return [_slip(slip, pack) for slip in slips]


def _slip(slip: Slip, pack: RulePack) -> SlipRow:
    rung = pack.rung(slip.rung)
    name = rung.name.said(get_language() or "zh") if rung else slip.rung
    mark = SlipMark(rung.colour, name, rung.bars) if rung and rung.colour else None
    return SlipRow(mark, name, slip)


def _unread(unread: list[InboxItem], sight: Sight) -> list[Unopened]:
    """Whose notices lie unopened: for those who supervise, and each for their own unit."""
    unit = sight.account.unit_id
    sees_every_unit = sight.account.role in SUPERVISION
    by_account: dict[int, list[InboxItem]] = {}
    for item in [] if sight.is_past else unread:
        of = item.account.unit_id
        if of and (sees_every_unit or of == unit):
            by_account.setdefault(item.account_id, []).append(item)
    return [
        Unopened(str(items[0].account.unit), items[0].account.name, len(items), items[0].sent_at)
        for items in by_account.values()
    ]


def _seen_by(records: Records) -> list[Fact]:
    matter = records.matter
    assisting = listed(part.unit for part in records.parts)
    facts: list[Fact] = [
        (gettext("全部内容"), gettext("督查室、市领导、秘书长、审计、纪检监察、公开审查人")),
    ]
    if matter.lead:
        facts.append((gettext("全部内容"), gettext("%(lead)s（牵头）") % {"lead": matter.lead}))
    if assisting:
        words = gettext("%(units)s（配合）：事项、时限、各家进展和自己报的材料")
        facts.append((gettext("部分内容"), words % {"units": assisting}))
    facts.append((gettext("未准的办理"), gettext("只有督查室、审计、纪检监察能看")))
    return facts
