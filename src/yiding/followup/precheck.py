"""预核: what a verifier would return it for, said before it is submitted, in the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yiding.followup.history import day_words
from yiding.followup.models import Conclusion, Evidence, Extension, Matter, Part
from yiding.followup.proof import kinds_that_close
from yiding.followup.wording import in_one, listed

#: For each automatic check of a piece of evidence: the sentence if it holds, and if it does not.
CHECKS: dict[str, tuple[str | Promise, str | Promise]] = {
    "dated_after_decision": (_("日期不早于议定之日。"), _("日期早于议定之日。")),
    "issued_by_the_lead": (_("出具单位是牵头单位。"), _("出具单位不是牵头单位。")),
    "meets_the_closing_test": (
        _("种类合乎此事的办结标准。"),
        _("这一种佐证不能证明此事办结。"),
    ),
    "file_not_used_elsewhere": (
        _("同一文件没有用于别的事项。"),
        _("同一文件已用于别的事项。"),
    ),
    "the_ledger_bears_it_out": (_("台账印证。"), _("台账不支持这个说法。")),
}
#: What each closing test asks for.
CLOSING_TESTS: dict[str, str | Promise] = {
    "issue": _("印发：文号、日期和文件。"),
    "submit": _("提请：上级机构的决定。"),
    "deliver": _("办成：验收、交付或公示的记录。"),
    "report": _("报告：收文回执或见证说明。"),
    "standing": _("长期坚持：没有终点，到日子回看。"),
}


@dataclass(frozen=True)
class Finding:
    """核对: one thing checked, as a sentence, and whether it holds."""

    holds: bool
    words: str


@dataclass(frozen=True)
class Filed:
    """What there is to check: the rows that belong to the matter, already fetched."""

    parts: Sequence[Part]
    extensions: Sequence[Extension]
    evidence: Sequence[Evidence]
    conclusions: Sequence[Conclusion]


def closing_test(matter: Matter) -> str:
    """The closing test in words."""
    return str(CLOSING_TESTS.get(matter.closing_kind, _("没有写明办结标准。")))


def findings_of(evidence: Evidence) -> list[Finding]:
    """The checks that ran when it was filed."""
    return [
        Finding(bool(one["holds"]), str(CHECKS[one["check"]][0 if one["holds"] else 1]))
        for one in evidence.findings
        if one.get("check") in CHECKS
    ]


def before_submission(matter: Matter, filed: Filed) -> list[Finding]:
    """What holds and what a verifier would return it for, as things stand."""
    return [
        *_parts(filed.parts),
        *_pending(filed.extensions),
        *_proof(matter, filed.evidence),
        *_sent_back(filed),
    ]


def _parts(parts: Iterable[Part]) -> Iterator[Finding]:
    units = [str(part.unit) for part in parts if part.state == Part.State.OPEN]
    if units:
        words = gettext("配合任务还没有了结：%(units)s。") % {"units": listed(units)}
        yield Finding(False, words)
    elif parts:
        yield Finding(True, gettext("配合任务都已了结。"))


def _pending(extensions: Iterable[Extension]) -> Iterator[Finding]:
    for one in extensions:
        if one.decision == Extension.Decision.PENDING:
            day = day_words(one.new_due_on)
            yield Finding(False, gettext("延期至%(day)s的申请还没有批复。") % {"day": day})


def _proof(matter: Matter, evidence: Iterable[Evidence]) -> Iterator[Finding]:
    kinds = kinds_that_close(matter)
    standing = [one for one in evidence if one.verdict != Evidence.Verdict.REFUSED]
    fitting = [one for one in standing if one.kind in kinds]
    if not fitting:
        wanted = listed(kind.label for kind in sorted(kinds))
        yield Finding(
            False, gettext("还没有能证明办结的佐证，要%(kinds)s之一。") % {"kinds": wanted}
        )
    for one in fitting:
        failing = [found.words for found in findings_of(one) if not found.holds]
        values = {"title": one.title, "why": in_one(failing)}
        words = gettext("《%(title)s》：%(why)s") if failing else gettext("《%(title)s》合乎标准。")
        yield Finding(not failing, words % values)


def _sent_back(filed: Filed) -> Iterator[Finding]:
    backs = [one for one in filed.conclusions if one.kind == Conclusion.Kind.SEND_BACK]
    if not backs:
        return
    last = max(backs, key=lambda one: one.at)
    is_answered = any(one.submitted_at > last.at for one in filed.evidence)
    values = {"day": day_words(last.at), "missing": last.words.rstrip("。")}
    if is_answered:
        yield Finding(True, gettext("%(day)s退回之后已补报佐证。") % values)
    else:
        words = gettext("%(day)s退回时说还缺“%(missing)s”，之后没有补报佐证。")
        yield Finding(False, words % values)
