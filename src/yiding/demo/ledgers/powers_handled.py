"""行政权力事项划转: the cases 办件 of the year, and what each was pushed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import TypeVar

from yiding.demo.diary import working_days_after
from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.delivery import UNIT
from yiding.demo.ledgers.items import Item, Row, Steps, hour_of
from yiding.demo.ledgers.powers_moved import BUREAU, Power

Drawn = TypeVar("Drawn")
_MANY, _BACK = 150, 300
#: How a case fares, and how often of a hundred.
_FATES = (("in_time", 84), ("late", 5), ("stuck", 2), ("extended", 4), ("examined", 5))
_RATINGS = (("very_good", 52), ("good", 39), ("fair", 4), ("bad", 4), ("very_bad", 1))
#: Working days from the decision to the push, and from the push to the signature.
_PUSHED = ((0, 78), (1, 12), (2, 5), (4, 5))
_SIGNED = ((0, 40), (1, 46), (3, 6), (None, 8))


def handled(powers: Sequence[Power], seed: int, today: date, share: float = 1) -> list[Item]:
    """Every case with its push, those of one item among the others."""
    chance = Random(f"powers cases {seed}")  # noqa: S311
    asked = [one for one in powers if one.kind in {"permit", "confirmation"}]
    cases = (
        _Case(no, chance.choice(asked), day(today, -chance.randint(2, _BACK)), chance)
        for no in range(1, max(round(_MANY * share), 12) + 1)
    )
    return [item for case in cases for item in case.entries(today)]


class _Case:
    """One case: received, accepted, decided, delivered, pushed, rated."""

    def __init__(self, no: int, power: Power, day_received: date, chance: Random) -> None:
        self._no, self._power, self._chance = no, power, chance
        self._received = working_days_after(day_received, 0)
        self._key = f"LHBJ-{no:04}"

    def entries(self, today: date) -> Iterator[Item]:
        steps, accepted = self._taken()
        fate = self._drawn(_FATES)
        steps += self._examined(fate, accepted)
        decided = self._decided_on(fate, accepted)
        if decided is not None and decided <= today:
            steps += self._decided(decided)
            yield from self._push(decided)
        yield Item("case", self._key, steps)

    def _drawn(self, table: Sequence[tuple[Drawn, int]]) -> Drawn:
        names, weights = zip(*table, strict=True)
        found: Drawn = self._chance.choices(names, weights)[0]
        return found

    def _taken(self) -> tuple[Steps, date]:
        """Received; one in eight was not complete, and one of those was told too late."""
        row: Row = {
            UNIT: self._power.holder(self._received),
            "item": self._power.key,
            "applicant": self._chance.choice(words("powers.toml")["applicants"]),
            "received_at": hour_of(self._received, self._chance.randint(9, 16)),
            "is_online": self._chance.randrange(100) < 82,
            "is_complete": self._no % 8 != 0,
            "item_version": "1",
        }
        if self._no % 8:
            accepted = working_days_after(self._received, self._chance.choice((0, 0, 1)))
            return [(accepted, {**row, "accepted_at": hour_of(accepted, 16)})], accepted
        told = working_days_after(self._received, 7 if self._no % 48 == 0 else 2)
        notice = {"notice_at": hour_of(told, 10), "notice_times": 2 if self._no % 40 == 0 else 1}
        accepted = working_days_after(told, self._chance.randint(2, 6))
        steps: Steps = [(self._received, row), (told, notice)]
        return [*steps, (accepted, {"accepted_at": hour_of(accepted, 11)})], accepted

    def _examined(self, fate: str, accepted: date) -> Steps:
        """What stops the clock or lengthens it."""
        if fate == "extended":
            late = working_days_after(accepted, 17)
            told = "否" if self._no % 3 == 0 else "是"
            lengthened: Row = {"extended": "是", "extension_approved": "是", "extension_told": told}
            return [(late, lengthened)]
        if fate != "examined":
            return []
        first = working_days_after(accepted, 4)
        last = working_days_after(first, 6)
        kind = "correction" if self._no % 3 == 0 else "expert_review"
        pause = {"kind": kind, "from_on": first.isoformat(), "to_on": last.isoformat()}
        return [(first, {"pauses": [{**pause, "told": "是" if self._no % 4 else "否"}]})]

    def _decided_on(self, fate: str, accepted: date) -> date | None:
        days = {
            "in_time": self._chance.randint(1, max(min(self._power.promise, 16), 2)),
            "late": self._chance.randint(22, 29),
            "extended": self._chance.randint(21, 29),
            "examined": self._chance.randint(17, 24),
        }
        return None if fate == "stuck" else working_days_after(accepted, days[fate])

    def _decided(self, decided: date) -> Steps:
        is_granted = self._no % 14 != 0
        by = self._power.holder(self._received)
        if self._no % 53 == 0:
            by = BUREAU if by != BUREAU else self._power.dept
        row: Row = {
            "decided_at": hour_of(decided, 15),
            "decided_by": by,
            "result": "granted" if is_granted else "refused",
            "state": "decided",
            "is_returned": self._no % 37 == 0,
        }
        if not is_granted:
            return [(decided, row)]
        wait = 12 if self._no % 31 == 0 else self._chance.randint(1, 6)
        delivered = working_days_after(decided, wait)
        got: Row = {"delivered_at": hour_of(delivered, 10), "state": "delivered"}
        return [(decided, row), (delivered, {**got, **self._rated()})]

    def _rated(self) -> Row:
        if self._chance.randrange(100) >= 70:
            return {}
        rating = self._drawn(_RATINGS)
        is_bad = rating in {"bad", "very_bad"}
        return {"rating": rating, **({"rating_rectified": self._no % 3 != 0} if is_bad else {})}

    def _push(self, decided: date) -> Iterator[Item]:
        """To whoever supervises, once the item has moved."""
        if self._power.holder(self._received) != BUREAU:
            return
        row: Row = {
            UNIT: self._power.dept,
            "direction": "to_supervision",
            "case": self._key,
            "item": self._power.key,
            "decided_at": hour_of(decided, 15),
            "from_dept": BUREAU,
            "to_dept": self._power.dept,
            "push_profile": "two_days",
            "content": f"{self._power.name}决定",
        }
        sent = working_days_after(decided, self._drawn(_PUSHED))
        steps: Steps = [(decided, row), (sent, {"sent_at": hour_of(sent, 16)})]
        wait = self._drawn(_SIGNED)
        if wait is not None:
            signed = working_days_after(sent, wait)
            steps.append((signed, {"claimed_at": hour_of(signed, 17)}))
            steps += self._fed_back(signed)
        yield Item("push", f"LHTS-{self._no:04}", steps)

    def _fed_back(self, signed: date) -> Steps:
        """Two of three are looked at by supervision within weeks, most told back the next day."""
        if self._chance.randrange(3) == 0:
            return []
        seen = working_days_after(signed, self._chance.randint(5, 25))
        back = working_days_after(seen, 3 if self._no % 11 == 0 else 1)
        result: Row = {"result_at": hour_of(seen, 14), "feedback_at": hour_of(back, 9)}
        return [(back, result)]
