"""Rules of what residents say: surveys of will, local thresholds, satisfaction, notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    compute,
    known,
    rule,
)
from yiding.rules.answers import breached, computed, met, undetermined

LOCAL, STATED = "luoyang-renewal-will:agreement", "yiding-readings:renewal-local-threshold"
AGREE = "yiding-readings:renewal-counts-agree"
SHARES = "yiding-readings:renewal-shares"
NOTICE = "yiding-readings:renewal-notice"


def threshold_of(one: Fields, values: Values) -> Term:
    """What the entry says is asked for there, else what the tables hold."""
    stated = (known(one.local_percent), one.local_percent)
    return choose(stated, otherwise=values.local_agreement)


def has_threshold(one: Fields, values: Values) -> Term:
    """Whether the place asks for more."""
    return choose((known(one.local_percent), True), otherwise=known(values.local_agreement))


@rule(
    cites=LOCAL,
    or_else=STATED,
    kind="owner_vote",
    needs=["total_heads", "yes_heads"],
    english="As many of all owners agree to the works as the place asks for",
)
def local_threshold_of_vote(vote: Fields, values: Values) -> Term:
    """同意改造的人数达到当地要求的比例。"""
    least = vote.total_heads * threshold_of(vote, values) / 100
    is_asked = has_threshold(vote, values) & (vote.is_works == True)  # noqa: E712 - an expression
    return (vote.yes_heads >= least).where(is_asked)


@rule(
    cites=LOCAL,
    or_else=STATED,
    kind="will_survey",
    needs=["agree"],
    english="As many households agree as the place asks for",
)
def local_threshold_of_survey(survey: Fields, values: Values) -> Term:
    """同意改造的户数达到当地要求的比例。"""
    base = choose((known(survey.households), survey.households), otherwise=survey.asked)
    least = base * threshold_of(survey, values) / 100
    return (survey.agree >= least).where(has_threshold(survey, values))


@rule(
    cites=AGREE,
    kind=("will_survey", "satisfaction"),
    sequence=True,
    english="No more agree than answered, nor answered than were asked",
)
def answers_agree(survey: Entry, _: Amounts, __: date) -> Answer | None:
    """同意或者满意的不多于收回的，收回的不多于发出的。"""
    last = survey.agree if survey.kind == "will_survey" else survey.satisfied
    told = [one for one in (survey.asked, survey.answered, last) if one is not None]
    return _in_order(told) if len(told) > 1 else None


def _in_order(told: Sequence[Decimal]) -> Answer:
    if list(told) == sorted(told, reverse=True):
        return met()
    return undetermined(
        Reason.CONTRADICTORY,
        note="发出、收回、同意（满意）三个数对不上",
        note_en="those asked, answering and agreeing do not fit",
    )


@rule(
    cites=SHARES,
    kind="will_survey",
    needs=["answered"],
    english="Share of the answers that agree",
)
def agreement_share(survey: Fields, _: Values) -> Term:
    """收回的意愿里同意的比例。"""
    share = survey.agree / survey.answered * 100
    return compute(share, "%", "同意率", places=2).where(known(survey.agree))


@rule(
    cites=SHARES,
    kind=("will_survey", "satisfaction"),
    needs=["answered"],
    english="Share of those asked who answered",
)
def answer_share(survey: Fields, _: Values) -> Term:
    """发出的里收回的比例。"""
    share = survey.answered / survey.asked * 100
    return compute(share, "%", "参与率", places=2).where(known(survey.asked))


@rule(
    cites=SHARES,
    kind="satisfaction",
    needs=["answered"],
    english="Share of the answers that are satisfied",
)
def satisfaction_share(survey: Fields, _: Values) -> Term:
    """收回的评价里满意的比例。"""
    share = survey.satisfied / survey.answered * 100
    return compute(share, "%", "满意度", places=2).where(known(survey.satisfied))


@rule(
    cites=NOTICE,
    kind="notice",
    needs=["posted_on", "ends_on"],
    sequence=True,
    english="Whether a notice still runs",
)
def notice_runs(notice: Entry, _: Amounts, on: date) -> Answer:
    """公示从张贴当天到截止当天。"""
    if notice.ends_on < notice.posted_on:
        return undetermined(Reason.CONTRADICTORY, ("ends_on",))
    if on < notice.posted_on:
        return computed((notice.posted_on - on).days, "尚未公示", "天")
    if on <= notice.ends_on:
        return computed((notice.ends_on - on).days, "公示中", "天")
    return computed((on - notice.ends_on).days, "公示期满", "天")


@rule(
    cites=NOTICE,
    kind="notice",
    sequence=True,
    english="Every objection is answered once the notice is over",
)
def objections_answered(notice: Entry, _: Amounts, on: date) -> Answer | None:
    """公示期满后收到的意见都已答复。"""
    if not notice.objections or notice.ends_on is None or on <= notice.ends_on:
        return None
    answered = notice.answered_objections or Decimal(0)
    if answered >= notice.objections:
        return met(answered, notice.objections, "条")
    left = notice.objections - answered
    return replace(breached(answered, notice.objections, "条", excess=left), label="意见未答复")
