"""What the page of an act shows of a matter: what will change, and the checks before it."""

from __future__ import annotations

from django.utils.translation import gettext

from yiding.followup.action import Action
from yiding.followup.history import day_words
from yiding.followup.models import Matter
from yiding.followup.precheck import before_submission
from yiding.followup.records import records_of
from yiding.followup.states import State
from yiding.web.acts.page import Row, Scene
from yiding.web.matter.addresses import matter_href
from yiding.web.matter.proofs import checks
from yiding.web.parts import Check, Crumb
from yiding.web.parts.marks import mark


def scene_of(matter: Matter, action: Action) -> Scene:
    """The matter, as the page of an act on it shows it."""
    href = matter_href(matter.address)
    return Scene(
        subject=matter,
        words=matter.action,
        crumbs=(Crumb("", href, matter.address),),
        back_href=href,
        changes=_changes(matter, action),
        precheck=_precheck(matter, action),
    )


def _changes(matter: Matter, action: Action) -> tuple[Row, ...]:
    target = action.target
    if target is None or not action.is_grave:
        return ()
    rows: list[Row] = [(gettext("状态"), mark(matter.state), mark(target))]
    if matter.report_due_on and target != State.UNDER_WAY:
        rows.append((gettext("下次反馈"), day_words(matter.report_due_on), gettext("不再反馈")))
    if "due_on" in action.form.base_fields:
        now = day_words(matter.due_on) if matter.due_on else gettext("无时限")
        rows.append((gettext("现定时限"), now, gettext("按下面所填")))
    if matter.original_due_on:
        day = day_words(matter.original_due_on)
        rows.append((gettext("原定时限"), day, gettext("不变")))
    return tuple(rows)


def _precheck(matter: Matter, action: Action) -> tuple[Check, ...]:
    if action.verb != "submit" or matter.state != State.UNDER_WAY:
        return ()
    return checks(before_submission(matter, records_of(matter, None).filed))
