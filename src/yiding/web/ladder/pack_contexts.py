"""What a rule pack's page shows: every value with its source, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext, pgettext

from yiding.followup.history import day_words
from yiding.followup.models import RulePackChoice
from yiding.followup.rulepack import Origin, RulePack, Rung, Trigger
from yiding.followup.rulepack_messages import Words
from yiding.followup.rulepack_words import (
    ANCHORS,
    CLOCKS,
    ROLES,
    SCORES,
    Valued,
    approval_values,
    narrowing_words,
    origin_words,
    rule_values,
    term_words,
    trigger_words,
)
from yiding.followup.trial import Trial, Tried
from yiding.followup.wording import listed
from yiding.registry.models import Jurisdiction
from yiding.web.ladder.rungs import language, mark_of, pack_words, reason_words, rung_words
from yiding.web.matter.addresses import matter_href
from yiding.web.parts import Crumb
from yiding.web.parts.marks import Slip as SlipMark


@dataclass(frozen=True)
class Value:
    """One value of a pack: what, how much, by whose word, and a note."""

    name: str
    value: str
    source: str
    is_own: bool
    is_inherited: bool
    note: str = ""


@dataclass(frozen=True)
class RungRow:
    """One rung: its mark, what triggers it, who signs, when to reply."""

    name: str
    mark: SlipMark | None
    triggers: tuple[str, ...]
    signer: str
    reply: str
    needs_check: bool
    source: str
    is_own: bool
    is_inherited: bool


@dataclass(frozen=True)
class PackRow:
    """A pack in the list."""

    pack: RulePack
    name: str
    place: str
    source: str
    ladder: str
    own: int
    unconfirmed: int
    is_in_force: bool


@dataclass(frozen=True)
class PackPage:
    """规则包页."""

    pack: RulePack
    name: str
    crumbs: tuple[Crumb, ...]
    facts: list[tuple[str, object]]
    clocks: list[Value]
    rules: list[Value]
    approvals: list[Value]
    rungs: list[RungRow]
    scoring: list[tuple[str, str]]
    set_aside: list[Value]
    choices: list[RulePackChoice]
    is_in_force: bool
    may_choose: bool


@dataclass(frozen=True)
class TrialRow:
    """One matter of a dry run."""

    address: str
    href: str
    words: str
    unit: str
    proposed: tuple[tuple[date, str, str], ...]
    issued: tuple[tuple[date, str], ...]


@dataclass(frozen=True)
class TrialPage:
    """试算页: by rung and by matter."""

    trial: Trial
    name: str
    title: str
    crumbs: tuple[Crumb, ...]
    totals: list[tuple[str, SlipMark | None, int, int]]
    others: str
    rows: list[TrialRow]
    more: int


def said(words: Words) -> str:
    """A pack's words in the reader's language."""
    return words.said(gettext, language())


def pack_row(pack: RulePack, in_force: str) -> PackRow:
    """A pack as a row."""
    origins = [
        *(one.origin for one in pack.clocks),
        *(one.origin for one in pack.approvals),
        *(one.origins["triggers"] for one in pack.rungs),
        pack.reports.origin,
        pack.due_soon.origin,
        pack.silence.origin,
        pack.quorum.origin,
    ]
    return PackRow(
        pack=pack,
        name=pack_words(pack),
        place=pack.place.said(language()),
        source=_source(Origin(pack.slug, pack.instrument)) if pack.instrument else "",
        ladder=" → ".join(rung_words(rung) for rung in pack.rungs),
        own=sum(1 for origin in origins if origin.pack == pack.slug),
        unconfirmed=len(pack.set_aside),
        is_in_force=pack.slug == in_force,
    )


def pack_page(pack: RulePack, city: Jurisdiction, in_force: str, *, may_choose: bool) -> PackPage:
    """Everything a pack says."""
    choices = RulePackChoice.objects.filter(jurisdiction=city).select_related("chosen_by")
    return PackPage(
        pack=pack,
        name=pack_words(pack),
        crumbs=(Crumb(pgettext("nav", "规则包"), "/rulepacks/"), Crumb(pack.slug)),
        facts=_facts(pack),
        clocks=list(_clocks(pack)),
        rules=_values(pack, rule_values(pack)),
        approvals=_values(pack, approval_values(pack)),
        rungs=[_rung(pack, one) for one in pack.rungs],
        scoring=list(_scoring(pack)),
        set_aside=list(_set_aside(pack)),
        choices=list(choices[:10]),
        is_in_force=pack.slug == in_force,
        may_choose=may_choose,
    )


def trial_page(trial: Trial, most: int = 60) -> TrialPage:
    """A dry run as a page; beyond ``most`` matters only the count is told."""
    pack, proposed, issued = trial.pack, trial.proposed(), trial.issued()
    known = {rung.slug for rung in pack.rungs}
    values = {"count": sum(proposed.values()), "issued": sum(issued.values())}
    title = gettext("照这个包会提出 %(count)s 张，实际发了 %(issued)s 张。") % values
    others = [f"{slug} {count}" for slug, count in issued.items() if slug not in known]
    return TrialPage(
        trial=trial,
        name=pack_words(pack),
        title=title,
        crumbs=(
            Crumb(pgettext("nav", "规则包"), "/rulepacks/"),
            Crumb(pack_words(pack), f"/rulepacks/{pack.slug}/"),
            Crumb(gettext("试算")),
        ),
        totals=[
            (rung_words(rung), mark_of(rung), proposed[rung.slug], issued[rung.slug])
            for rung in pack.rungs
        ],
        others=listed(others),
        rows=[_trial_row(row, pack) for row in trial.rows[:most]],
        more=max(len(trial.rows) - most, 0),
    )


def _trial_row(row: Tried, pack: RulePack) -> TrialRow:
    matter = row.matter
    proposed = tuple(
        (
            step.on,
            rung_words(step.proposed.rung),
            reason_words(step.proposed.reasons),
        )
        for step in row.steps
    )
    issued = tuple(
        (timezone.localdate(one.issued_at), _rung_name(one.rung, pack)) for one in row.issued
    )
    href = matter_href(matter.address)
    return TrialRow(matter.address, href, matter.action, str(matter.lead), proposed, issued)


def _rung_name(slug: str, pack: RulePack) -> str:
    rung = pack.rung(slug)
    return rung_words(rung) if rung else slug


def _source(origin: Origin) -> str:
    return said(origin_words(origin))


def _value(pack: RulePack, name: str, value: str, origin: Origin, note: str | None) -> Value:
    return Value(
        name, value, _source(origin), origin.is_own_proposal, origin.pack != pack.slug, note or ""
    )


def _facts(pack: RulePack) -> list[tuple[str, object]]:
    since = day_words(pack.in_force_from) if pack.in_force_from else gettext("未载明")
    source = Origin(pack.slug, pack.instrument)
    facts: list[tuple[str, object]] = [
        (gettext("地区"), pack.place.said(language())),
        (gettext("施行"), since),
        (gettext("出处"), _source(source) if pack.instrument else gettext("系统自拟和国家规定")),
    ]
    if pack.extends:
        facts.append((gettext("未规定的"), gettext("沿用通用规则")))
    if pack.note:
        facts.append((gettext("说明"), pack.note))
    return facts


def _clocks(pack: RulePack) -> Iterator[Value]:
    for clock in pack.clocks:
        words = (
            gettext("%(anchor)s前%(term)s") if clock.is_before else gettext("%(anchor)s后%(term)s")
        )
        value = words % {
            "anchor": gettext(ANCHORS[clock.counted_from]),
            "term": said(term_words(clock.term)),
        }
        yield _value(pack, gettext(CLOCKS[clock.name]), value, clock.origin, clock.note)


def _values(pack: RulePack, values: Iterable[Valued]) -> list[Value]:
    return [
        _value(pack, gettext(one.name), said(one.words), one.origin, one.note) for one in values
    ]


def _rung(pack: RulePack, rung: Rung) -> RungRow:
    origin = rung.origins["triggers"]
    return RungRow(
        name=rung_words(rung),
        mark=mark_of(rung),
        triggers=tuple(_trigger(pack, one) for one in rung.triggers),
        signer=gettext(ROLES[rung.signed_by]),
        reply=said(term_words(rung.reply_within)) if rung.reply_within else "",
        needs_check=rung.needs_no_good_reason,
        source=_source(origin),
        is_own=origin.is_own_proposal,
        is_inherited=origin.pack != pack.slug,
    )


def _trigger(pack: RulePack, trigger: Trigger) -> str:
    narrowed = [said(each) for each in narrowing_words(pack, trigger)]
    words = said(trigger_words(pack, trigger))
    if not narrowed:
        return words
    return gettext("%(words)s（%(aside)s）") % {
        "words": words,
        "aside": gettext("；").join(narrowed),
    }


def _scoring(pack: RulePack) -> Iterable[tuple[str, str]]:
    found = pack.scoring
    if found is None:
        return
    for key, value in found.points.items():
        yield gettext(SCORES.get(key, key)), f"{value:+d}"
    for key, value in found.weights.items():
        yield gettext(SCORES.get(key, key)), str(value)


def _set_aside(pack: RulePack) -> Iterator[Value]:
    for each in pack.set_aside:
        values = gettext("，").join(f"{key} = {value}" for key, value in each.values.items())
        yield _value(pack, each.key, values, each.origin, each.note)
