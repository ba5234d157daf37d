"""What a rule says of an entry: a verdict 判定 and everything it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum


class Verdict(StrEnum):
    """The six verdicts; `CHINESE` has the words of the trade."""

    MET = "met"
    BREACHED = "breached"
    DUE = "due"
    OVERDUE = "overdue"
    UNDETERMINED = "undetermined"
    COMPUTED = "computed"


class Reason(StrEnum):
    """Why a rule could not decide."""

    NO_DATA = "no_data"
    NEEDS_LOCAL = "needs_local"
    JUDGEMENT = "judgement"
    UNCONFIRMED = "unconfirmed"
    CONTRADICTORY = "contradictory"


CHINESE: dict[Verdict | Reason, str] = {
    Verdict.MET: "符合",
    Verdict.BREACHED: "不符",
    Verdict.DUE: "待办",
    Verdict.OVERDUE: "逾期",
    Verdict.UNDETERMINED: "待查",
    Verdict.COMPUTED: "得出",
    Reason.NO_DATA: "缺少数据",
    Reason.NEEDS_LOCAL: "待地方规定",
    Reason.JUDGEMENT: "需人工判断",
    Reason.UNCONFIRMED: "依据未确认",
    Reason.CONTRADICTORY: "数据矛盾",
}

SEVERITY = (
    Verdict.MET,
    Verdict.COMPUTED,
    Verdict.DUE,
    Verdict.UNDETERMINED,
    Verdict.OVERDUE,
    Verdict.BREACHED,
)
"""From harmless to grave: the last one found is what an entry is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule's own lines answer; the machinery adds provision, place and message.

    `excess` is how far the measure lies beyond the limit, in `unit`; `days` how late, in
    calendar days; `missing` names fields, or parts of a thing, that are wanting; `note` is a
    Chinese sentence that the message ends with, `note_en` the same in English.
    """

    verdict: Verdict
    reason: Reason | None = None
    measured: Decimal | str | None = None
    limit: Decimal | str | None = None
    unit: str | None = None
    excess: Decimal | None = None
    days: int | None = None
    due_on: date | None = None
    value: Decimal | str | None = None
    label: str | None = None
    missing: tuple[str, ...] = ()
    note: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict of one rule over one entry, as `yiding/check/1` prints it.

    `place` is the 区划代码 of the row that decided, `confirmed` whether provision and values
    are confirmed from their texts. `told` writes the message in a language (``zh``, ``en``), when
    somebody asks for it: most findings are only counted.
    """

    rule: str
    answer: Answer
    provision: str
    place: str
    confirmed: bool
    told: Callable[[str], str] = field(repr=False, compare=False)

    @property
    def message(self) -> str:
        """What was found, in Chinese."""
        return self.told("zh")

    @property
    def message_en(self) -> str:
        """The same in English."""
        return self.told("en")

    @property
    def verdict(self) -> Verdict:
        """The verdict alone."""
        return self.answer.verdict

    @property
    def is_ours(self) -> bool:
        """Does it rest on a reading of our own, and say so?"""
        return self.provision.startswith("yiding-readings:")


DIGITS = 20
"""A number of more digits came out of a division; nobody measures so finely."""
SHOWN = Context(prec=12)
_PLACES = 6
_FOUR, _FOUR_DIGITS = Decimal("0.0001"), Context(prec=4)


def plain(number: Decimal | str | None) -> str | None:
    """A number without exponent or trailing zeros: ``9.01``, ``2100``, a third as 12 digits."""
    if not isinstance(number, Decimal):
        return number
    if len(number.as_tuple().digits) > DIGITS:
        number = SHOWN.plus(number)
    return f"{number.normalize():f}" if number else "0"


def readable(number: Decimal | str | None) -> str | None:
    """A number as people read it: what came out of a division to four places, or four digits."""
    if isinstance(number, Decimal) and int(number.as_tuple().exponent) < -_PLACES:
        number = number.quantize(_FOUR) if abs(number) >= 1 else _FOUR_DIGITS.plus(number)
    return plain(number)


def gravest(verdicts: list[Verdict]) -> Verdict | None:
    """What an entry is: the gravest of its verdicts, none where no rule spoke."""
    return max(verdicts, key=SEVERITY.index, default=None)
