"""Every trigger of the vocabulary, then the shipped ladders, then any facts at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from django.utils import translation

from yiding.followup.rulepack import (
    Bilingual,
    Judgement,
    MatterFacts,
    Origin,
    RulePack,
    Rung,
    SlipFacts,
    Term,
    Trigger,
    load_rulepack,
    report_due,
    rungs_due,
    rungs_undecided,
)
from yiding.followup.rulepack_model import JUDGED, TriggerKind
from yiding.followup.rulepack_triggers import OPEN, TRIGGERS

OWN = Origin("linhu")
DEFAULT = load_rulepack("default")


def march(day: int) -> date:
    return date(2026, 3, day)


def rung(slug: str, *triggers: Trigger, needs_no_good_reason: bool = False) -> Rung:
    name, reply = Bilingual(slug, slug), Term(3, "working_day")
    return Rung(slug, name, slug, 1, triggers, needs_no_good_reason, "mayor", reply, {})


def ladder(*rungs: Rung) -> RulePack:
    return replace(DEFAULT, rungs=rungs)


def trigger(kind: TriggerKind, **given: object) -> Trigger:
    return Trigger(kind, OWN, **given)  # type: ignore[arg-type]


def under_way(**given: object) -> MatterFacts:
    return MatterFacts("under_way", march(2), march(2), **given)  # type: ignore[arg-type]


ASSIGNED = MatterFacts("assigned", march(2))
BLUE = SlipFacts("blue", march(10), received_on=march(11))
REDS = tuple(SlipFacts("red", march(day), answered_on=march(day)) for day in (3, 10, 17))
MIXED = (*REDS[:2], SlipFacts("blue", march(12), answered_on=march(12)), REDS[2])
CASES = [
    # unsigned, by a clock of the pack (one working day) and by a term of its own
    (trigger("unsigned"), ASSIGNED, march(3), None),
    (trigger("unsigned"), ASSIGNED, march(4), march(4)),
    (trigger("unsigned", clock="deemed_served_after"), ASSIGNED, march(5), None),
    (trigger("unsigned", clock="deemed_served_after"), ASSIGNED, march(6), march(6)),
    (trigger("unsigned", after=Term(0, "day")), ASSIGNED, march(3), march(3)),
    (trigger("unsigned"), replace(ASSIGNED, signed_on=march(3)), march(9), None),
    # due soon, the due day itself included
    (trigger("due_soon"), under_way(due_on=march(20)), march(16), None),
    (trigger("due_soon"), under_way(due_on=march(20)), march(17), march(17)),
    (trigger("due_soon"), under_way(due_on=march(20)), march(20), march(17)),
    (trigger("due_soon"), under_way(due_on=march(20)), march(21), None),
    (trigger("due_soon", days=10), under_way(due_on=march(20)), march(10), march(10)),
    (trigger("due_soon"), under_way(), march(20), None),
    # overdue, against the limit in force and the first one
    (trigger("overdue", days=0), under_way(due_on=march(20)), march(20), None),
    (trigger("overdue", days=0), under_way(due_on=march(20)), march(21), march(21)),
    (trigger("overdue", days=5), under_way(due_on=march(20)), march(25), None),
    (trigger("overdue", days=5), under_way(due_on=march(20)), march(26), march(26)),
    (
        trigger("overdue", days=0, against="original"),
        under_way(due_on=march(31), original_due_on=march(10)),
        march(12),
        march(11),
    ),
    (
        trigger("overdue", days=0),
        under_way(due_on=march(31), original_due_on=march(10)),
        march(12),
        None,
    ),
    (trigger("overdue", days=0, only_major=True), under_way(due_on=march(2)), march(9), None),
    (
        trigger("overdue", days=0, only_major=True),
        under_way(due_on=march(2), is_major=True),
        march(9),
        march(3),
    ),
    # silent: the first report is due on 9 March, two working days of grace
    (trigger("silent"), under_way(), march(11), None),
    (trigger("silent"), under_way(), march(12), march(12)),
    (trigger("silent"), under_way(), date(2026, 6, 1), march(12)),
    (trigger("silent", periods=2), under_way(), march(31), None),
    (trigger("silent", periods=2), under_way(), date(2026, 4, 9), date(2026, 4, 9)),
    (trigger("silent"), under_way(reported_on=(march(9),)), march(31), None),
    (trigger("silent"), under_way(reported_on=(march(9),)), date(2026, 4, 9), date(2026, 4, 9)),
    # the rung below: no answer within its own three working days, a given term, a day on the slip
    (trigger("previous_rung", rung="blue"), under_way(slips=(BLUE,)), march(16), None),
    (trigger("previous_rung", rung="blue"), under_way(slips=(BLUE,)), march(17), march(17)),
    (
        trigger("previous_rung", rung="blue", after=Term(1, "day")),
        under_way(slips=(BLUE,)),
        march(13),
        march(13),
    ),
    (
        trigger("previous_rung", rung="blue"),
        under_way(slips=(replace(BLUE, reply_by=march(12)),)),
        march(13),
        march(13),
    ),
    (
        trigger("previous_rung", rung="blue"),
        under_way(slips=(replace(BLUE, received_on=None),)),
        march(14),
        march(14),
    ),
    (
        trigger("previous_rung", rung="blue"),
        under_way(slips=(replace(BLUE, answered_on=march(12)),)),
        march(31),
        None,
    ),
    (
        trigger("previous_rung", rung="blue"),
        under_way(slips=(replace(BLUE, withdrawn_on=march(12)),)),
        march(31),
        None,
    ),
    (trigger("previous_rung", rung="blue"), under_way(), march(31), None),
    # the limit on the slip below has passed, answered or not
    (
        trigger("rung_expired", rung="blue"),
        under_way(slips=(replace(BLUE, done_by=march(20), answered_on=march(12)),)),
        march(20),
        None,
    ),
    (
        trigger("rung_expired", rung="blue"),
        under_way(slips=(replace(BLUE, done_by=march(20), answered_on=march(12)),)),
        march(21),
        march(21),
    ),
    (trigger("rung_expired", rung="blue"), under_way(slips=(BLUE,)), march(31), None),
    # so many slips; in a row; of the unit on all its matters
    (trigger("count", rung="red", times=3), under_way(slips=REDS), march(16), None),
    (trigger("count", rung="red", times=3), under_way(slips=REDS), march(17), march(17)),
    (trigger("count", rung="red", times=2), under_way(slips=REDS), march(31), march(10)),
    (trigger("count", rung="red", times=3), under_way(slips=MIXED), march(17), march(17)),
    (
        trigger("count", rung="red", times=3, is_consecutive=True),
        under_way(slips=MIXED),
        march(31),
        None,
    ),
    (
        trigger("count", rung="red", times=3, is_consecutive=True),
        under_way(slips=REDS),
        march(31),
        march(17),
    ),
    (trigger("count", rung="red", times=3, scope="unit"), under_way(slips=REDS), march(31), None),
    (
        trigger("count", rung="red", times=3, scope="unit"),
        under_way(unit_slips=REDS),
        march(31),
        march(17),
    ),
    (
        trigger("count", rung="red", times=3),
        under_way(slips=(*REDS[:2], replace(REDS[2], withdrawn_on=march(18)))),
        march(17),
        march(17),
    ),
    (
        trigger("count", rung="red", times=3),
        under_way(slips=(*REDS[:2], replace(REDS[2], withdrawn_on=march(18)))),
        march(18),
        None,
    ),
    # judged by a person, alone or after a slip
    *(
        (trigger(kind), under_way(judgements=(Judgement(kind, march(9)),)), march(9), march(9))
        for kind in sorted(JUDGED)
    ),
    *((trigger(kind), under_way(), march(9), None) for kind in sorted(JUDGED)),
    (
        trigger("poor_quality", following="blue"),
        under_way(judgements=(Judgement("poor_quality", march(9)),), slips=(BLUE,)),
        march(20),
        None,
    ),
    (
        trigger("poor_quality", following="blue"),
        under_way(judgements=(Judgement("poor_quality", march(10)),), slips=(BLUE,)),
        march(20),
        None,
    ),
    (
        trigger("poor_quality", following="blue"),
        under_way(judgements=(Judgement("poor_quality", march(12)),), slips=(BLUE,)),
        march(20),
        march(12),
    ),
]


@pytest.mark.parametrize(("given", "facts", "on", "since"), CASES)
def test_trigger(given: Trigger, facts: MatterFacts, on: date, since: date | None) -> None:
    pack = ladder(rung("blue"), rung("red"), rung("talk", given))
    found = rungs_due(pack, facts, on)
    assert [each.since for each in found] == ([since] if since else [])
    assert all(each.rung.slug == "talk" for each in found)


def test_the_table_has_a_hit_and_a_miss_for_every_kind() -> None:
    hits = {given.kind for given, _, _, since in CASES if since}
    misses = {given.kind for given, _, _, since in CASES if not since}
    assert hits == misses == set(get_args(TriggerKind)) == set(TRIGGERS)


@pytest.mark.parametrize("state", ["submitted", "closed", "suspended", "objected", "standing"])
def test_nothing_is_proposed_while_nothing_is_owed(state: str) -> None:
    facts = replace(under_way(due_on=march(2)), state=state)
    assert state not in OPEN
    assert rungs_due(DEFAULT, facts, march(31)) == []


def test_the_reason_says_what_was_found() -> None:
    (found,) = rungs_due(
        ladder(rung("red", trigger("overdue", days=0))), under_way(due_on=march(20)), march(25)
    )
    (reason,) = found.reasons
    assert reason.text == "应于2026年3月20日办结，已逾期5天。"
    assert reason.params == {"due_on": march(20), "days": 5}
    assert reason.message == "应于%(due_on)s办结，已逾期%(days)s天。"


def test_a_reason_names_the_rung_in_the_readers_language() -> None:
    unanswered = under_way(due_on=march(31), slips=(SlipFacts("chase", march(2)),))
    found = rungs_due(DEFAULT, replace(unanswered, reported_on=(march(3),)), march(9))
    (reason,) = found[0].reasons
    assert reason.text == "2026年3月2日的“催办单”至2026年3月9日仍未回复。"
    english = {reason.message: "%(rung)s of %(issued_on)s has no answer by %(on)s."}
    with translation.override("en"):
        said = reason.said(english.__getitem__, "en")
    assert said == "Chase of 2 March 2026 has no answer by 9 March 2026."


def slugs(pack: RulePack, facts: MatterFacts, on: date) -> list[str]:
    return [each.rung.slug for each in rungs_due(pack, facts, on)]


def test_what_was_issued_for_the_same_cause_is_not_proposed_again() -> None:
    pack = ladder(rung("blue", trigger("overdue", days=0)), rung("red"))
    late = under_way(due_on=march(9))
    answered = SlipFacts("blue", march(11), answered_on=march(12))
    assert slugs(pack, late, march(20)) == ["blue"]
    assert slugs(pack, replace(late, slips=(answered,)), march(20)) == []
    higher = replace(answered, rung="red")
    assert slugs(pack, replace(late, slips=(higher,)), march(20)) == []
    withdrawn = replace(answered, withdrawn_on=march(13))
    assert slugs(pack, replace(late, slips=(withdrawn,)), march(20)) == ["blue"]
    earlier = replace(answered, issued_on=march(4), answered_on=march(5))
    assert slugs(pack, replace(late, slips=(earlier,)), march(20)) == ["blue"]


def test_an_open_slip_is_not_doubled_for_another_cause() -> None:
    pack = ladder(rung("blue", trigger("overdue", days=0)), rung("red"))
    waiting = SlipFacts("blue", march(4))
    assert slugs(pack, under_way(due_on=march(9), slips=(waiting,)), march(20)) == []


@pytest.mark.parametrize(("needed", "proposed"), [(True, []), (False, ["red"])])
def test_a_good_reason_holds_a_step_back(needed: bool, proposed: list[str]) -> None:
    red = rung("red", trigger("overdue", days=0), needs_no_good_reason=needed)
    excused = under_way(due_on=march(9), judgements=(Judgement("good_reason", march(10)),))
    assert slugs(ladder(red), excused, march(20)) == proposed
    before = replace(excused, judgements=(Judgement("good_reason", march(9)),))
    assert slugs(ladder(red), before, march(20)) == ["red"]


def test_three_reds_bring_one_talk_until_three_more() -> None:
    given = trigger("count", rung="red", times=3, is_consecutive=True)
    pack = ladder(rung("red"), rung("talk", given))
    talk = SlipFacts("talk", march(18), answered_on=march(19))
    more = tuple(SlipFacts("red", march(day), answered_on=march(day)) for day in (20, 23, 25))
    assert slugs(pack, under_way(slips=(*REDS, talk, *more)), march(24)) == []
    assert slugs(pack, under_way(slips=(*REDS, talk, *more)), march(25)) == ["talk"]


def test_an_extension_ends_lateness_and_begins_it_anew() -> None:
    pack = ladder(rung("blue", trigger("overdue", days=0)), rung("red"))
    slip = SlipFacts("blue", march(11), answered_on=march(12))
    facts = under_way(due_on=march(20), original_due_on=march(9), slips=(slip,))
    assert slugs(pack, facts, march(20)) == []
    assert slugs(pack, facts, march(21)) == ["blue"]


def test_an_unpublished_calendar_is_told_and_never_guessed() -> None:
    pack = ladder(rung("blue", trigger("unsigned", after=Term(3, "working_day"))))
    facts = MatterFacts("assigned", date(2026, 12, 30))
    assert rungs_due(pack, facts, date(2027, 1, 20)) == []
    (unknown,) = rungs_undecided(pack, facts, date(2027, 1, 20))
    assert (unknown.rung.slug, unknown.year) == ("blue", 2027)
    assert rungs_undecided(pack, facts, date(2026, 12, 31)) == []


def test_what_was_missed_before_an_unpublished_year_stays_missed() -> None:
    pack = ladder(rung("blue", trigger("silent")))
    facts = MatterFacts("under_way", date(2026, 12, 1), date(2026, 12, 1))
    assert slugs(pack, facts, date(2027, 3, 1)) == ["blue"]
    assert rungs_undecided(pack, facts, date(2027, 3, 1)) == []


def test_a_first_report_may_count_from_the_assignment() -> None:
    facts = MatterFacts("under_way", march(2), march(5))
    assert report_due(load_rulepack("shanxi-13710"), facts) == march(5)
    assert report_due(DEFAULT, facts) == march(12)
    assert report_due(DEFAULT, replace(facts, reported_on=(march(12),))) == date(2026, 4, 5)
    assert report_due(DEFAULT, ASSIGNED) is None
