"""A row of the review: a duty, a sentence not filed, or a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.accounting import Filed, is_undecided, missing_of
from yiding.followup.history import day_words
from yiding.followup.models import Minutes, Proposal
from yiding.followup.review_action import CLOSING_KINDS
from yiding.followup.wording import listed
from yiding.web.minutes.addresses import review_href

_CLOSING = dict(CLOSING_KINDS)
_DECISION = Proposal.DateDecision


@dataclass(frozen=True)
class Row:
    """One line of the right-hand side; ``leaf`` is the leaf of a sentence that is no duty."""

    key: str
    kind: str
    start: int
    position: int
    href: str
    words: str
    did: str
    did_words: Any
    said: str = ""
    is_waiting: bool = False
    proposal: Proposal | None = None
    leaf: int | None = None

    @property
    def sentence(self) -> str:
        """The id of the sentence in the paper."""
        return self.key

    def is_in(self, show: str) -> bool:
        """Does a view show it?"""
        duty = self.proposal
        is_duty = duty is not None and (duty.is_binding or duty.is_wanted)
        return {
            "duties": is_duty or self.kind == "unread",
            "open": self.is_waiting,
            "unread": self.kind == "unread",
            "decisions": self.kind == "decision",
            "exhortations": duty is not None and not duty.is_binding,
        }.get(show, True)


def row_of_duty(proposal: Proposal, show: str) -> Row:
    """A duty with its unit, date and closing test in one line."""
    is_exhortation = proposal.state == Proposal.State.OPEN and not proposal.is_binding
    return Row(
        key=proposal.clause,
        kind="duty",
        start=proposal.start,
        position=proposal.position,
        href=_href(proposal.minutes.address, proposal.clause, show),
        words=proposal.action,
        did="refused" if is_exhortation else str(proposal.state),
        did_words=_("号召，不立项") if is_exhortation else proposal.get_state_display(),
        said=_said(proposal),
        is_waiting=is_undecided(proposal),
        proposal=proposal,
    )


def row_of_unread(minutes: Minutes, leaf: Filed, show: str) -> Row:
    """A sentence the reader did not understand."""
    return Row(
        key=f"c{leaf.start}",
        kind="unread",
        start=leaf.start,
        position=0,
        href=_href(minutes.address, f"c{leaf.start}", show),
        words="".join(minutes.text[leaf.start : leaf.end].split()),
        did="open",
        did_words=_("未归类"),
        said=gettext("请选：任务、背景、议定"),
        is_waiting=True,
        leaf=leaf.start,
    )


def row_of_decision(minutes: Minutes, leaf: Filed, show: str) -> Row:
    """A verdict: it asks nothing more."""
    return Row(
        key=f"c{leaf.start}",
        kind="decision",
        start=leaf.start,
        position=0,
        href=_href(minutes.address, f"c{leaf.start}", show),
        words="".join(minutes.text[leaf.start : leaf.end].split()),
        did="accepted",
        did_words=_("议定"),
        leaf=leaf.start,
    )


def is_followed(proposal: Proposal) -> bool:
    """Is it, or may it still become, a matter without anybody changing their mind?"""
    return proposal.is_wanted or is_undecided(proposal)


def date_words(proposal: Proposal) -> str:
    """The date, or which word stood where it would."""
    if proposal.due_on is not None:
        return day_words(proposal.due_on)
    if proposal.date_decision == _DECISION.UNDECIDED:
        return gettext("“%(words)s”不是日期，时限未定") % {"words": proposal.due_words or "—"}
    decided = str(proposal.get_date_decision_display())
    if proposal.due_words:
        words = gettext("“%(words)s”不是日期，%(decided)s")
        return words % {"words": proposal.due_words, "decided": decided}
    return decided


def _said(proposal: Proposal) -> str:
    lead = str(proposal.lead or listed(proposal.lead_words) or gettext("没有点名"))
    if proposal.lead is None:
        lead = gettext("%(words)s（未定）") % {"words": lead}
    units = [lead, *(str(unit) for unit in proposal.assists.all())]
    closing = str(_CLOSING.get(proposal.closing_kind, gettext("办结标准未定")))
    parts = [listed(units), date_words(proposal), closing]
    if proposal.reason:
        parts.append(proposal.reason)
    if proposal.is_wanted and missing_of(proposal):
        parts.append(gettext("还缺%(missing)s") % {"missing": listed(missing_of(proposal))})
    return gettext("，").join(parts)


def _href(address: str, key: str, show: str) -> str:
    return f"{review_href(address, at=key, show=show)}#p-{key}"
