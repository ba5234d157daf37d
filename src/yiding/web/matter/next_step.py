"""下一步: who has to do what by when, and what the reader may do now, or why not."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext, pgettext

from yiding.dates import UnknownCalendarYear
from yiding.followup.act import Offer
from yiding.followup.history import day_words
from yiding.followup.models import Extension, Matter, Part
from yiding.followup.records import Records
from yiding.followup.rulepack_clocks import deadline_of
from yiding.followup.rulepack_model import ClockName, RulePack
from yiding.followup.states import State
from yiding.followup.wording import listed
from yiding.registry.roles import Role
from yiding.web.matter.addresses import act_href
from yiding.web.parts import Act

Fact = tuple[str, object]

#: Acts whose button is the way on; the first of them that is possible is the first button.
_WAY_ON = (
    "assign", "sign", "answer_objection", "decide_extension", "decide_review", "complete_part",
    "verify", "close", "submit", "report", "review_standing",
)  # fmt: skip


def buttons(offers: list[Offer], address: str) -> list[Act]:
    """One button an act: possible first; the others keep their place with the reason beside."""
    ordered = sorted(offers, key=lambda one: (one.refusal is not None, _rank(one.action.verb)))
    return [_button(one, address, is_first=at == 0) for at, one in enumerate(ordered)]


def facts_of(records: Records, pack: RulePack) -> list[Fact]:
    """Who does it, by when, who verifies, who closes."""
    matter = records.matter
    facts = [(gettext("谁来办"), _whose(records, pack)), *_by_when(records, pack)]
    if matter.state in {State.UNDER_WAY, State.SUBMITTED}:
        facts.append((gettext("谁来核"), gettext("督查室，不是提交人")))
    if matter.state in {State.UNDER_WAY, State.SUBMITTED, State.VERIFIED}:
        facts.append((gettext("谁销号"), _closer(matter, pack)))
    return facts


def _rank(verb: str) -> int:
    return _WAY_ON.index(verb) if verb in _WAY_ON else len(_WAY_ON)


def _button(offer: Offer, address: str, *, is_first: bool) -> Act:
    action, refusal = offer.action, offer.refusal
    if refusal is not None:
        return Act(str(action.label), reason=refusal.text(), id=f"why-{action.verb}")
    is_way_on = is_first and action.verb in _WAY_ON
    kind = "first" if is_way_on else "grave" if action.is_grave else ""
    return Act(str(action.label), kind, href=act_href(address, action.verb))  # type: ignore[arg-type]


def _whose(records: Records, pack: RulePack) -> str:
    matter = records.matter
    lead = str(matter.lead) if matter.lead else gettext("还没有牵头单位")
    pending = any(one.decision == Extension.Decision.PENDING for one in records.extensions)
    if matter.state == State.UNDER_WAY and pending:
        name = "later_extension" if matter.extended_count else "first_extension"
        role = _role(pack, name)
        return gettext("%(role)s批复延期，%(lead)s继续办") % {"role": role, "lead": lead}
    said = {
        State.PROPOSED: _role(pack, "assignment"),
        State.ASSIGNED: gettext("%(lead)s签收") % {"lead": lead},
        State.OBJECTED: gettext("%(role)s答复异议") % {"role": _role(pack, "objection")},
        State.UNDER_WAY: lead,
        State.SUBMITTED: gettext("督查室核查"),
        State.VERIFIED: _closer(matter, pack),
        State.STANDING: gettext("督查室回看，%(lead)s坚持") % {"lead": lead},
        State.SUSPENDED: gettext("市长或秘书长恢复"),
        State.REVIEWING: gettext("%(role)s决定复核") % {"role": _role(pack, "review")},
        State.CLOSED: gettext("没有要办的；归档由档案员办"),
    }
    return said.get(State(matter.state), pgettext("who acts", "没有要办的"))


def _by_when(records: Records, pack: RulePack) -> list[Fact]:
    matter = records.matter
    facts: list[Fact] = []
    ends = {
        State.ASSIGNED: (gettext("签收"), "sign_within", matter.assigned_at),
        State.OBJECTED: (gettext("答复"), "answer_objection_within", _last_at(records)),
        State.SUBMITTED: (gettext("核查"), "verify_within", _last_at(records)),
        State.VERIFIED: (gettext("销号"), "close_within", _last_at(records)),
        State.REVIEWING: (gettext("复核"), "review_decide_within", _last_at(records)),
    }
    if ending := ends.get(State(matter.state)):
        words, name, since = ending
        facts += _clock(words, pack, name, since)  # type: ignore[arg-type]
    if matter.state == State.UNDER_WAY and matter.report_due_on:
        facts.append((gettext("下次反馈"), day_words(matter.report_due_on)))
    if matter.state == State.STANDING and matter.review_on:
        facts.append((gettext("下次回看"), day_words(matter.review_on)))
    waiting = [str(part.unit) for part in records.parts if part.state == Part.State.OPEN]
    if waiting and matter.state in {State.ASSIGNED, State.UNDER_WAY}:
        facts.append((gettext("等配合"), listed(waiting)))
    return facts


def _clock(words: str, pack: RulePack, name: ClockName, since: datetime | None) -> list[Fact]:
    if since is None:
        return []
    end = _end(pack, name, timezone.localdate(since))
    said = (
        gettext("%(day)s前") % {"day": day_words(end)} if end else gettext("日历未公布，不作推算")
    )
    return [(gettext("%(what)s时限") % {"what": words}, said)]


def _end(pack: RulePack, name: ClockName, anchor: date) -> date | None:
    try:
        return deadline_of(pack.clock(name), anchor)
    except UnknownCalendarYear:
        return None


def _last_at(records: Records) -> datetime | None:
    moved = [one.at for one in records.events if one.data.get("to") == records.matter.state]
    return moved[-1] if moved else None


def _closer(matter: Matter, pack: RulePack) -> str:
    return _role(pack, "closing_major" if matter.is_major else "closing")


def _role(pack: RulePack, name: str) -> str:
    return str(Role(pack.approver(name)).label)  # type: ignore[arg-type]
