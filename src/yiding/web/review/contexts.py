"""The review page: the strip, the paper, the rows, and one open form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils.translation import gettext, ngettext

from yiding.followup.accounting import (
    Filed,
    Readiness,
    is_undecided,
    leaves_of,
    live,
    missing_of,
    readiness_of,
)
from yiding.followup.act import context_of, refusal_of
from yiding.followup.action import action_named
from yiding.followup.importing import is_from_elsewhere
from yiding.followup.models import Minutes, Proposal
from yiding.registry.models import Account as Person
from yiding.registry.models import Unit
from yiding.web.minutes.addresses import minutes_act_href, minutes_href, review_href
from yiding.web.minutes.paper import Anchor, Marked, Paragraph, paragraphs
from yiding.web.parts import Act, Crumb, View
from yiding.web.parts.account import KINDS, Account, Key, Tile
from yiding.web.review.rows import Row, is_followed, row_of_decision, row_of_duty, row_of_unread
from yiding.web.review.splits import Cut, cuts_in

SHOWN = ("duties", "open", "unread", "decisions", "exhortations", "all")


@dataclass(frozen=True)
class Sight:
    """Who looks at which review, when, and at what: ``at`` a row, or the next after a character."""

    minutes: Minutes
    account: Person
    moment: datetime
    show: str = "duties"
    at: str = ""
    after: int = -1


@dataclass(frozen=True)
class ReviewPage:
    """审读页."""

    minutes: Minutes
    title: str
    crumbs: tuple[Crumb, ...]
    acts: tuple[Act, ...]
    account: Account
    views: tuple[View, ...]
    paragraphs: list[Paragraph]
    rows: list[Row]
    current: Row | None
    form: forms.Form | None
    divide: forms.Form | None
    cuts: tuple[Cut, ...]
    leaf: Filed | None
    units: list[Unit]
    readiness: Readiness
    may_review: bool
    previous_href: str
    next_href: str
    unread_href: str
    ready: int
    show: str
    #: Said where the paper is another place's.
    elsewhere: str

    @property
    def post_href(self) -> str:
        """Where every form of the page goes; what is looked at stays."""
        return review_href(self.minutes.address, show=self.show)

    @property
    def complete_href(self) -> str:
        """The confirm list of what lacks nothing."""
        return f"/minutes/{self.minutes.address}/review/complete/"

    @property
    def is_current_listed(self) -> bool:
        """Is the open one among the rows shown?"""
        return self.current is not None and any(row.key == self.current.key for row in self.rows)

    @property
    def place(self) -> str:
        """Which of how many the open one is."""
        if self.current is None:
            return ""
        number = next((n for n, row in enumerate(self.rows, 1) if row.key == self.current.key), 1)
        words = gettext("%(all)s 件中第 %(number)s 件")
        return words % {"all": len(self.rows), "number": number}


def review_page(
    sight: Sight, form: forms.Form | None = None, divide: forms.Form | None = None
) -> ReviewPage:
    """Everything the page shows; a form given is an open one that came back with errors."""
    minutes = sight.minutes
    proposals = live(_proposals_of(minutes))
    readiness = readiness_of(minutes, proposals)
    leaves = leaves_of(minutes)
    every = _rows(minutes, leaves, proposals, sight.show)
    rows = [row for row in every if row.is_in(sight.show)]
    current = _current(rows, every, sight)
    may_review = refusal_of(action_named("minutes.take_back"), minutes, sight.account, sight.moment)
    is_open = minutes.state == Minutes.State.REVIEWING and not _is_barred(may_review)
    opened = current.proposal if current else None
    return ReviewPage(
        minutes=minutes,
        title=_title(minutes, readiness),
        crumbs=_crumbs(minutes),
        acts=_acts(sight),
        account=_strip(minutes, leaves, proposals, readiness, sight.show),
        views=_views(minutes, every, sight.show),
        paragraphs=paragraphs(
            minutes.text, leaves, _marked(minutes, leaves, proposals, current, sight.show)
        ),
        rows=rows,
        current=current,
        form=(form or _form_of(opened, sight, "proposal.edit")) if is_open and opened else None,
        divide=(divide or _form_of(opened, sight, "proposal.divide"))
        if is_open and opened
        else None,
        cuts=cuts_in(minutes.text, opened) if opened else (),
        leaf=_leaf_of(current, leaves),
        units=_units_of(minutes) if is_open else [],
        readiness=readiness,
        may_review=is_open,
        previous_href=_beside(rows, current, -1),
        next_href=_beside(rows, current, 1),
        unread_href=_next_unread(every, current),
        ready=sum(1 for one in proposals if is_undecided(one) and not missing_of(one)),
        show=sight.show,
        elsewhere=_elsewhere(minutes),
    )


def _elsewhere(minutes: Minutes) -> str:
    """A warning where the address says that another place issued the paper."""
    if not is_from_elsewhere(minutes):
        return ""
    words = gettext(
        "%(address)s 不像%(place)s的纪要。单位名称是照%(place)s的登记认的，请逐件核对牵头单位。"
    )
    return words % {"address": minutes.address, "place": minutes.jurisdiction.name}


def _proposals_of(minutes: Minutes) -> Iterable[Proposal]:
    rows = minutes.proposals.select_related("lead", "decided_by", "minutes")
    return rows.prefetch_related("assists").order_by("start", "position", "id")


def _is_barred(refusal: Any) -> bool:
    return refusal is not None and refusal.guard in {"role", "state"}


def _rows(minutes: Minutes, leaves: list[Filed], proposals: list[Proposal], show: str) -> list[Row]:
    rows = [row_of_duty(one, show) for one in proposals]
    for leaf in leaves:
        if leaf.kind == "unread":
            rows.append(row_of_unread(minutes, leaf, show))
        elif leaf.kind == "decision":
            rows.append(row_of_decision(minutes, leaf, show))
    return sorted(rows, key=lambda row: (row.start, row.position))


def _current(rows: list[Row], every: list[Row], sight: Sight) -> Row | None:
    asked = next((row for row in every if sight.at and row.key == sight.at), None)
    waiting = [row for row in rows if row.is_waiting]
    later = (row for row in waiting if row.start > sight.after)
    return asked or next(later, None) or next(iter(waiting), None)


def _units_of(minutes: Minutes) -> list[Unit]:
    return [cast("Unit", one) for one in Unit.objects.filter(jurisdiction=minutes.jurisdiction_id)]


def _leaf_of(current: Row | None, leaves: list[Filed]) -> Filed | None:
    if current is None:
        return None
    return next((leaf for leaf in leaves if leaf.start <= current.start < leaf.end), None)


def _form_of(proposal: Proposal | None, sight: Sight, name: str) -> forms.Form | None:
    if proposal is None:
        return None
    proposal.minutes = sight.minutes
    action = action_named(name)
    prefix = "divide" if name == "proposal.divide" else "id"
    context = context_of(proposal, sight.account, sight.moment)
    return action.form(context=context, auto_id=f"{prefix}_%s")


def _title(minutes: Minutes, readiness: Readiness) -> str:
    name = minutes.number or minutes.address
    if minutes.state != Minutes.State.REVIEWING:
        words = gettext("%(name)s%(state)s，%(wanted)s件任务。")
        state = minutes.get_state_display()
        return words % {"name": name, "state": state, "wanted": readiness.wanted}
    unread, open_ = len(readiness.unread), len(readiness.undecided)
    if unread:
        words = gettext("%(name)s还有 %(unread)s 句没有归类，%(open)s 件待定。")
        return words % {"name": name, "unread": unread, "open": open_}
    if open_:
        return gettext("%(name)s归类已满，还有 %(open)s 件待定。") % {"name": name, "open": open_}
    return gettext("%(name)s可以送审签，交办 %(wanted)s 件。") % {
        "name": name,
        "wanted": readiness.wanted,
    }


def _crumbs(minutes: Minutes) -> tuple[Crumb, ...]:
    file = minutes.file
    steps = [
        Crumb(gettext("纪要"), "/minutes/"),
        Crumb("", minutes_href(minutes.address), minutes.address),
    ]
    if file is not None:
        words = gettext("文件 %(name)s，校验和 %(sum)s")
        steps.append(
            Crumb(words % {"name": file.name, "sum": f"{file.sha256[:4]}…{file.sha256[-4:]}"})
        )
    return tuple(steps)


def _acts(sight: Sight) -> tuple[Act, ...]:
    shown = []
    for verb, kind in (("sign", "first"), ("submit", "first"), ("return", ""), ("refuse", "")):
        action = action_named(f"minutes.{verb}")
        refusal = refusal_of(action, sight.minutes, sight.account, sight.moment)
        if _is_barred(refusal):
            continue
        href = minutes_act_href(sight.minutes.address, verb)
        words = str(action.label)
        if refusal is not None:
            shown.append(Act(words, reason=refusal.found_text(), id=f"why-{verb}"))
        else:
            shown.append(Act(words, kind, href=href))  # type: ignore[arg-type]
    return tuple(shown)


def _strip(
    minutes: Minutes,
    leaves: list[Filed],
    proposals: list[Proposal],
    readiness: Readiness,
    show: str,
) -> Account:
    counts = {kind: sum(1 for leaf in leaves if _kind(leaf) == kind) for kind in KINDS}
    duties = sum(1 for one in proposals if one.is_binding or one.is_wanted)
    whole, filed = readiness.characters, readiness.filed_characters
    percent = 100 if filed == whole else min(filed * 1000 // (whole or 1) / 10, 99.9)
    keys = [
        Key("decision", gettext("议定 %(n)s 句") % {"n": counts["decision"]}),
        Key("obligation", gettext("任务 %(n)s 件") % {"n": duties}),
        Key("background", gettext("背景 %(n)s 句") % {"n": counts["background"]}),
        Key("other", gettext("版头、出席、版记等 %(n)s 段") % {"n": counts["other"]}),
    ]
    if counts["unread"]:
        words = gettext("未归类 %(n)s 句，%(c)s 字")
        keys.append(
            Key("unread", words % {"n": counts["unread"], "c": readiness.unread_characters})
        )
    total = gettext("%(all)s 字中已归类 %(filed)s 字，占 %(percent)s%%。")
    return Account(
        tiles=tuple(_tile(minutes, leaf, proposals, show) for leaf in leaves),
        keys=tuple(keys),
        sum_words=total % {"all": f"{whole:,}", "filed": f"{filed:,}", "percent": percent},
        rule_words=gettext("归类满 100% 才能送签。"),
    )


def _kind(leaf: Filed) -> str:
    return leaf.kind if leaf.kind in KINDS else "other"


def _tile(minutes: Minutes, leaf: Filed, proposals: list[Proposal], show: str) -> Tile:
    words = "".join(minutes.text[leaf.start : leaf.end].split())[:24]
    duty = next((one for one in proposals if leaf.start <= one.start < leaf.end), None)
    key = duty.clause if duty else f"c{leaf.start}"
    is_row = duty is not None or leaf.kind in {"unread", "decision"}
    href = (
        f"{review_href(minutes.address, at=key, show=show)}#p-{key}"
        if is_row
        else f"#c{leaf.start}"
    )
    return Tile(_kind(leaf), leaf.length, href, words)


def _views(minutes: Minutes, every: list[Row], show: str) -> tuple[View, ...]:
    named = {
        "duties": gettext("任务"),
        "open": gettext("待定"),
        "unread": gettext("未归类"),
        "decisions": gettext("议定"),
        "exhortations": gettext("号召"),
        "all": gettext("全部"),
    }
    return tuple(
        View(
            words,
            review_href(minutes.address, show=name),
            sum(1 for row in every if row.is_in(name)),
            is_current=name == show,
            is_bad=name == "unread" and any(row.is_in("unread") for row in every),
        )
        for name, words in named.items()
    )


def _marked(
    minutes: Minutes,
    leaves: list[Filed],
    proposals: list[Proposal],
    current: Row | None,
    show: str,
) -> Marked:
    key = current.key if current else ""
    return Marked(
        anchors=tuple(
            Anchor(
                one.start,
                one.clause,
                _row_href(minutes, one.clause, show),
                one.clause == key,
                is_followed(one),
            )
            for one in proposals
        ),
        leaf_hrefs={
            leaf.start: _row_href(minutes, f"c{leaf.start}", show)
            for leaf in leaves
            if leaf.kind in {"unread", "decision"}
        },
        current_leaf=current.leaf if current else None,
    )


def _row_href(minutes: Minutes, key: str, show: str) -> str:
    return f"{review_href(minutes.address, at=key, show=show)}#p-{key}"


def _beside(rows: list[Row], current: Row | None, step: int) -> str:
    keys = [row.key for row in rows]
    if not rows:
        return ""
    if current is None or current.key not in keys:
        return rows[0].href
    place = keys.index(current.key) + step
    return rows[place].href if 0 <= place < len(rows) else ""


def _next_unread(every: list[Row], current: Row | None) -> str:
    unread = [row for row in every if row.is_in("unread")]
    after = current.start if current else -1
    later = next((row for row in unread if row.start > after), None)
    found = later or next(iter(unread), None)
    return found.href if found else ""


def done_words(label: str, seq: int) -> str:
    """What was done and the journal's number."""
    return gettext("已办“%(verb)s”，流转记录第 %(seq)s 号。") % {"verb": label, "seq": f"{seq:,}"}


def accepted_words(count: int) -> str:
    """How many were accepted at once."""
    return ngettext("已接受 %(n)s 件。", "已接受 %(n)s 件。", count) % {"n": count}
