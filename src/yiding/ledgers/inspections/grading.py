"""How a hazard is graded 分级: by the clause of its trade, else by the facts of article 3."""

from __future__ import annotations

from dataclasses import dataclass

from yiding.rules.entries import Entry

FACTS = ("harm", "difficulty", "removable_at_once", "needs_stop", "needs_time", "outside_cause")
GENERAL, MAJOR = "general", "major"
TERMS = {GENERAL: "一般", MAJOR: "重大"}


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade the facts give, none where they do not say; `why` in Chinese and English."""

    level: str | None
    why: str = ""
    why_en: str = ""
    is_contradictory: bool = False


def grade(entry: Entry) -> Grade:
    """The grade by clause or facts; a level that somebody merely wrote down is not asked."""
    if entry.standard_clause:
        return Grade(
            MAJOR, f"符合判定条款“{entry.standard_clause}”", "a clause of the criteria applies"
        )
    is_easy, is_hard = _is_easy(entry), _is_hard(entry)
    if entry.removable_at_once is True and (is_hard or entry.outside_cause is True):
        return Grade(
            None, "既能立即排除又须停产治理或者自身难以排除", "the facts exclude one another", True
        )
    if entry.outside_cause is True:
        return Grade(MAJOR, "外部因素致使本单位自身难以排除", "of outside cause, beyond the unit")
    if is_hard:
        return Grade(MAJOR, "须停产停业并经过一定时间治理", "needs a stop and time")
    if is_easy:
        return Grade(GENERAL, "危害和整改难度较小，能立即排除", "easily removed at once")
    return Grade(None)


def _is_easy(entry: Entry) -> bool:
    is_grave = "large" in (entry.harm, entry.difficulty)
    return entry.removable_at_once is True and not is_grave


def _is_hard(entry: Entry) -> bool:
    """A stop and time; harm and difficulty must not be said to be small."""
    is_small = "small" in (entry.harm, entry.difficulty)
    needs_stop = entry.needs_stop in ("partial", "full")
    return needs_stop and entry.needs_time is not False and not is_small


def facts_given(entry: Entry) -> bool:
    """Whether anything is recorded that a grade could be computed from."""
    return any(entry.values.get(name) is not None for name in (*FACTS, "standard_clause"))
