"""A review half done: what a person of the office has settled so far, through the real acts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from yiding.demo.deeds import Deed, moment
from yiding.demo.diary import working_day_from
from yiding.demo.enrolment import Enrolled
from yiding.demo.papers import MinutesPaper
from yiding.followup.accounting import missing_of
from yiding.followup.act import Call, act
from yiding.followup.models import Minutes, Proposal
from yiding.registry.models import Account
from yiding.registry.roles import Role

_NOT_FOLLOWED = "与上次会议议定事项重复，已在办。"
# of a hundred duties so many are settled, and every so many-th of them is not followed
_SETTLED, _REFUSED, _MOST = 55, 9, 40


def review_in_part(paper: MinutesPaper, rows: Enrolled) -> Iterator[Deed]:
    """On the morning after it came."""
    day = working_day_from(working_day_from(paper.printed_on) + timedelta(days=1))
    at = moment(day, 9, 20)
    officer = rows.desks_of(Role.SUPERVISOR, None, day)[0].account
    for no in range(_MOST):
        when = at + timedelta(minutes=2 * no)
        yield Deed(when, f"{paper.address} 2", partial(_settle, paper.address, no, officer, when))


def settle_all(address: str, officer: Account, at: datetime) -> None:
    """Accept every duty of a paper that is complete, and do not follow the others."""
    for proposal in Minutes.objects.get(address=address).proposals.all():
        if not proposal.is_binding or missing_of(proposal):
            _refuse(proposal, "没有具体办理内容。", officer, at)
        else:
            act(Call("proposal.accept", proposal.address, {}), officer, at)


def _settle(address: str, no: int, officer: Account, at: datetime) -> None:
    """The duty in that place, where there is one that can be settled and its turn has come."""
    proposals = list(Minutes.objects.get(address=address).proposals.filter(is_binding=True))
    if no >= len(proposals) * _SETTLED // 100:
        return
    if no % _REFUSED == _REFUSED - 1:
        _refuse(proposals[no], _NOT_FOLLOWED, officer, at)
    elif not missing_of(proposals[no]):
        act(Call("proposal.accept", proposals[no].address, {}), officer, at)


def _refuse(proposal: Proposal, reason: str, officer: Account, at: datetime) -> None:
    act(Call("proposal.refuse", proposal.address, {"reason": reason}), officer, at)
