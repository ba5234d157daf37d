"""What a pack's values are called and how a trigger reads, as messages for translation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yiding.followup.rulepack_messages import Words
from yiding.followup.rulepack_messages import gettext_noop as _
from yiding.followup.rulepack_model import Cadence, Origin, Quorum, RulePack, Term, Trigger

CLOCKS = {
    "material_before": _("议题材料报送"),
    "agenda_before": _("议程报会议主持人"),
    "legal_review_at_least": _("合法性审查"),
    "minutes_issue_within": _("纪要印发"),
    "minutes_publish_within": _("纪要公开"),
    "assign_within": _("交办"),
    "sign_within": _("签收"),
    "deemed_served_after": _("视为送达"),
    "object_within": _("提出职责异议"),
    "answer_objection_within": _("答复职责异议"),
    "first_report_within": _("首次反馈"),
    "extension_reply_within": _("答复延期申请"),
    "default_limit": _("纪要未写明时限的建议时限"),
    "default_limit_major": _("重大事项未写明时限的建议时限"),
    "verify_within": _("核查"),
    "close_within": _("销号"),
    "review_apply_within": _("申请复核"),
    "review_decide_within": _("作出复核决定"),
}
ANCHORS = {
    "held": _("会议召开"),
    "issued": _("纪要印发"),
    "formed": _("信息形成"),
    "drafted": _("纪要起草"),
    "assigned": _("交办"),
    "signed": _("签收"),
    "objected": _("提出异议"),
    "applied": _("提出申请"),
    "submitted": _("提交"),
    "verified": _("核查通过"),
    "concluded": _("收到结论"),
}
APPROVALS = {
    "minutes": _("签发纪要"),
    "assignment": _("审签交办"),
    "objection": _("决定职责异议"),
    "first_extension": _("第一次延期"),
    "later_extension": _("再次延期"),
    "verification": _("核查"),
    "closing": _("销号"),
    "closing_major": _("重大事项销号"),
    "standing": _("转长期坚持"),
    "suspension": _("中止执行"),
    "reopening": _("重新办理"),
    "review": _("复核"),
}
ROLES = {
    "supervisor": _("督查员"),
    "supervision_director": _("督查室主任"),
    "secretary_general": _("秘书长"),
    "vice_mayor": _("分管副市长"),
    "mayor": _("市长"),
}
JUDGEMENTS = {
    "poor_quality": _("认定办理质量不高"),
    "behind_schedule": _("认定进展滞后"),
    "major": _("认定为重要事项"),
    "urgent": _("认定为紧急事项"),
    "special": _("认定为特事特办"),
    "instructed": _("领导批示督办"),
}
SCORES = {
    "done": _("按要求办结"),
    "praised": _("获领导肯定性批示"),
    "late": _("逾期"),
    "returned": _("被退回"),
    "falsified": _("弄虚作假"),
    "missed_meeting": _("缺席协调会"),
    "criticised": _("被通报批评"),
    "superior_work": _("上级重要工作"),
    "major_decisions": _("市政府重大决策"),
    "instructions": _("领导批示"),
    "proposals": _("建议提案"),
}
TERMS = {
    "day": _("%(amount)s日"),
    "working_day": _("%(amount)s个工作日"),
    "month": _("%(amount)s个月"),
}
ONE = {
    "day": _("1日"),
    "working_day": _("1个工作日"),
    "month": _("1个月"),
}
CADENCES = {
    "monthly": _("每月%(day)s日前"),
    "every_days": _("每%(day)s日"),
    "by_stage": _("按阶段"),
}


WEEKDAYS = (
    _("每周一前"), _("每周二前"), _("每周三前"), _("每周四前"),
    _("每周五前"), _("每周六前"), _("每周日前"),
)  # fmt: skip


def term_words(term: Term) -> Words:
    """3个工作日; 0 days is 当日."""
    messages = ONE if term.amount == 1 else TERMS
    return Words(messages[term.unit] if term.amount else _("当日"), {"amount": term.amount})


def cadence_words(cadence: Cadence) -> Words:
    """每月5日前, 每周五前, 每10日, 按阶段."""
    is_weekly = cadence.kind == "weekly"
    message = WEEKDAYS[cadence.day - 1] if is_weekly else CADENCES[cadence.kind]
    return Words(message, {"day": cadence.day})


def quorum_words(quorum: Quorum) -> Words:
    """出席超过 or 出席达到 so much of the members."""
    message = (
        _("出席超过组成人员的%(share)s") if quorum.is_strict else _("出席达到组成人员的%(share)s")
    )
    return Words(message, {"share": str(quorum.share)})


def origin_words(origin: Origin) -> Words:
    """The instrument with its number and article, or that the value is our own proposal."""
    found = origin.instrument
    if found is None:
        return Words(_("系统自拟"), {})
    number, article = found.number or found.issued, origin.article or ""
    head = f"《{found.title}》" + (f"（{number}）" if number else "")
    return Words(_("%(title)s%(article)s"), {"title": head, "article": article})


class Valued(NamedTuple):
    """One value of a pack: what it is called (a message), its key, what it says, by whose word."""

    name: str
    key: str
    words: Words
    origin: Origin
    note: str


def rule_values(pack: RulePack) -> Iterator[Valued]:
    """反馈周期, 临期, 沉默, 法定人数."""
    soon = Words(_("到期前%(days)s日"), {"days": pack.due_soon.days})
    silent = Words(_("应反馈后满%(term)s"), {"term": term_words(pack.silence.grace)})
    rows = (
        (_("反馈周期"), "reports", cadence_words(pack.reports), pack.reports),
        (_("临期"), "due_soon", soon, pack.due_soon),
        (_("沉默"), "silence", silent, pack.silence),
        (_("法定人数"), "quorum", quorum_words(pack.quorum), pack.quorum),
    )
    for name, key, words, rule in rows:
        yield Valued(name, key, words, rule.origin, rule.note or "")


def approval_values(pack: RulePack) -> Iterator[Valued]:
    """Who decides what."""
    for each in pack.approvals:
        decides = Words(ROLES[each.role], {})
        yield Valued(APPROVALS[each.name], each.name, decides, each.origin, each.note or "")


def trigger_words(pack: RulePack, trigger: Trigger) -> Words:
    """How a trigger reads; ``only_major`` and ``following`` are said by :func:`narrowing_words`."""
    rung = pack.rung(trigger.rung or "")
    params: dict[str, object] = {
        "rung": rung.name if rung else "", "days": trigger.days, "times": trigger.times,
        "periods": trigger.periods, "after": _after_words(pack, trigger),
    }  # fmt: skip
    if trigger.kind == "due_soon" and trigger.days is None:
        params["days"] = pack.due_soon.days
    return Words(_trigger_message(trigger), params)


def _after_words(pack: RulePack, trigger: Trigger) -> Words | None:
    rung = pack.rung(trigger.rung or "")
    term = trigger.after or (rung.reply_within if rung else None)
    if trigger.kind == "unsigned":
        term = trigger.after or pack.clock(trigger.clock or "sign_within").term
    return term_words(term) if term else None


def _trigger_message(trigger: Trigger) -> str:
    if trigger.kind == "overdue":
        is_original = trigger.against == "original"
        return OVERDUE[is_original, bool(trigger.days)]
    if trigger.kind == "count":
        return COUNT[trigger.scope, trigger.is_consecutive]
    return JUDGEMENTS.get(trigger.kind) or TRIGGERS[trigger.kind]


TRIGGERS = {
    "unsigned": _("交办后超过%(after)s未签收"),
    "due_soon": _("距时限不超过%(days)s日"),
    "silent": _("连续%(periods)s期未反馈"),
    "previous_rung": _("“%(rung)s”超过%(after)s未回复"),
    "rung_expired": _("“%(rung)s”写明的办理时限已过"),
}
OVERDUE = {
    (False, False): _("超过时限"),
    (False, True): _("超过时限%(days)s日以上"),
    (True, False): _("超过原定时限"),
    (True, True): _("超过原定时限%(days)s日以上"),
}
COUNT = {
    ("matter", False): _("本事项“%(rung)s”累计%(times)s次"),
    ("matter", True): _("本事项“%(rung)s”连续%(times)s次"),
    ("unit", False): _("牵头单位“%(rung)s”累计%(times)s次"),
    ("unit", True): _("牵头单位“%(rung)s”连续%(times)s次"),
}


def narrowing_words(pack: RulePack, trigger: Trigger) -> list[Words]:
    """限重大事项, 已发蓝单的: what narrows a trigger."""
    rung = pack.rung(trigger.following or "")
    found = [Words(_("限重大事项"), {})] if trigger.only_major else []
    return found + ([Words(_("已发“%(rung)s”的"), {"rung": rung.name})] if rung else [])
