"""One matter from hand-over to archive, written step by step within the table of states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from yiding.demo.diary import Diary, working_day_from
from yiding.demo.ladder import slips_between
from yiding.demo.seeds import MatterSeed, Year
from yiding.demo.traits import traits_of
from yiding.demo.whens import months_after
from yiding.demo.wording import proof_of, reasons, said

# how often a monthly report came before the office grew strict about it
_BEFORE = 0.2
_Planned = tuple[date, Callable[[date], None]]


class Life:
    """Writes the life of one matter into a diary."""

    def __init__(self, matter: MatterSeed, year: Year, diary: Diary, rng: Random) -> None:
        self._matter, self._year, self._diary, self._rng = matter, year, diary, rng
        self._lead = matter.lead
        self._due = matter.due_on
        self._open_parts = list(matter.assists)
        self._has_reported = False
        self._traits = traits_of(
            is_recurring=matter.is_recurring or matter.closing_kind == "standing",
            is_new=year.is_newest(matter.held_on),
            goes_up=matter.closing_kind == "submit",
            rng=rng,
        )

    def live(self) -> None:
        """From hand-over to the end, whatever it is."""
        if self._traits.is_noted:
            self._note()
            return
        self._assign()
        self._be_signed()
        if self._traits.is_changed:
            self._be_changed()
            return
        if self._traits.is_suspended and not self._be_suspended():
            return
        if self._traits.is_standing:
            self._stand()
            return
        self._extend()
        self._finish(self._finish_day())
        self._be_closed()

    # -- 交办、异议、签收 --

    def _note(self) -> None:
        words = self._said("note", "reason")
        self._diary.write(self._diary.after(1, 3), "note", "supervision_director", reason=words)

    def _assign(self) -> None:
        day = self._diary.after(0, 0)
        self._due = self._due if not self._traits.is_standing else None
        if self._due is None:
            self._due = months_after(day, self._rng.choice((1, 2, 2, 3)))
        self._diary.write(
            day,
            "assign",
            "secretary_general",
            self._lead,
            lead=self._lead,
            assists=list(self._open_parts),
            due_on=self._due,
            is_major=self._traits.is_major,
        )

    def _be_signed(self) -> None:
        if self._traits.is_objected:
            self._object()
        if self._traits.is_unsigned:
            self._diary.write(self._diary.after(5, 6), "sign", "supervisor")
            return
        days = (0, 1) if self._rng.random() < 0.85 else (2, 3)
        self._write_for_unit(self._diary.after(*days), "sign")

    def _object(self) -> None:
        others = [code for code in self._year.names if code not in (self._lead, *self._open_parts)]
        proposed = self._rng.choice(self._open_parts or others)
        self._endorsed(
            self._diary.after(1, 3),
            "object",
            reason=self._said("objection", "reason"),
            proposed_unit=proposed,
        )
        decision = self._rng.choice(("upheld", "reassigned"))
        answer = {"decision": decision, "words": self._said("objection", decision)}
        if decision == "reassigned":
            answer["unit"] = proposed
        self._diary.write(
            self._diary.after(1, 4), "answer_objection", "secretary_general", self._lead, **answer
        )
        if decision == "reassigned":
            self._lead = proposed
            self._open_parts = [code for code in self._open_parts if code != proposed]

    # -- 办理 --

    def _work(self, until: date) -> None:
        """Report each month, settle parts, receive slips, until a day."""
        planned = [*self._reports(until), *self._part_days(until), *self._slip_days(until)]
        for day, step in sorted(planned, key=lambda each: each[0]):
            step(day)

    def _reports(self, until: date) -> list[_Planned]:
        begins = self._diary.day
        days = [] if self._has_reported else [self._diary.after(2, 5)]
        self._has_reported = True
        month = begins.replace(day=1)
        while (month := (month + timedelta(days=32)).replace(day=1)) <= until:
            due = month.replace(day=5) - timedelta(days=self._rng.randint(0, 5))
            while working_day_from(due).day > 5 and working_day_from(due).month == month.month:
                due -= timedelta(days=1)
            if self._year.is_strict(due) or self._rng.random() < _BEFORE:
                days.append(due)
        if self._traits.is_silent:
            days = days[: self._rng.randint(1, 3)]
        return [(day, self._report) for day in days if begins < day < until]

    def _report(self, day: date) -> None:
        is_late = self._due is not None and day > self._due
        progress = self._rng.choices(
            ("on_schedule", "behind", "not_started", "stage_done"),
            (10, 70, 5, 15) if is_late else (78, 10, 4, 8),
        )[0]
        words = self._said("report", progress)
        self._write_for_unit(day, "report", progress=progress, words=words)

    def _part_days(self, until: date) -> list[_Planned]:
        length = max((until - self._diary.day).days, 1)
        return [
            (self._diary.day + timedelta(days=self._rng.randint(1, length)), self._settle(code))
            for code in self._open_parts
            if self._rng.random() < 0.8
        ]

    def _settle(self, code: str) -> Callable[[date], None]:
        def step(day: date) -> None:
            self._open_parts.remove(code)
            if self._rng.random() < 0.06:
                words = self._said("part", "excused")
                self._diary.write(day, "excuse_part", "supervisor", unit=code, reason=words)
                return
            words = self._said("part", "done")
            self._diary.write(day, "complete_part", "liaison", code, words=words)

        return step

    def _slip_days(self, until: date) -> list[_Planned]:
        if self._due is None:
            return []
        found = slips_between(self._diary.day, until, self._due, self._rng)
        return [(slip.day, self._slip(slip.rung, slip.signed_by)) for slip in found]

    def _slip(self, rung: str, signed_by: str) -> Callable[[date], None]:
        def step(day: date) -> None:
            words = self._said("slip", rung)
            self._diary.write(day, "issue_slip", signed_by, self._lead, rung=rung, words=words)
            if self._rng.random() < 0.05:
                reason = self._said("slip", "withdrawn")
                day = self._diary.after(1, 2)
                self._diary.write(day, "withdraw_slip", signed_by, self._lead, reason=reason)
            elif self._rng.random() < 0.9:
                answer = self._said("slip", "answer")
                self._write_for_unit(self._diary.after(0, 2), "receive_slip", answer=answer)

        return step

    # -- 延期、中止、变更 --

    def _extend(self) -> None:
        """Once or twice, before the date, where there is time for it."""
        times = {"extended": 1, "twice": 2}.get(self._traits.pace, 0)
        for no in range(times):
            assert self._due is not None  # noqa: S101 - a matter handed over has a date
            asks_on = self._due - timedelta(days=self._rng.randint(3, 8))
            if asks_on <= self._diary.day + timedelta(days=2):
                return
            self._work(asks_on)
            if not self._ask(self._due, no):
                return

    def _ask(self, due: date, no: int) -> bool:
        """Whether the extension was granted; none is asked for once the date has passed."""
        day = self._diary.after(0, 1)
        if day >= due:
            return False
        new = months_after(due, self._rng.choice((1, 1, 2, 3)))
        reason, progress = self._said("extension", "reason"), self._said("extension", "progress")
        self._endorsed(day, "apply_extension", new_due_on=new, reason=reason, progress=progress)
        decision = "granted" if self._rng.random() < 0.9 else "refused"
        waits = (1, 2) if self._rng.random() < 0.85 else (4, 12)
        role = "mayor" if no else "vice_mayor"
        words = self._said("extension", decision)
        self._diary.write(
            self._diary.after(*waits), "decide_extension", role, self._lead,
            decision=decision, words=words,
        )  # fmt: skip
        if decision == "granted":
            self._due = new
        return decision == "granted"

    def _be_suspended(self) -> bool:
        """Suspended for a while; whether it was resumed."""
        self._work(self._diary.day + timedelta(days=self._rng.randint(15, 45)))
        day = self._diary.after(1, 5)
        words = self._said("suspend", "reason")
        self._diary.write(day, "suspend", "mayor", authority=self._note_of(day), reason=words)
        if not self._traits.is_resumed:
            return False
        day = self._diary.after(25, 70)
        self._due = months_after(day, 2)
        words = self._said("suspend", "resume")
        self._diary.write(
            day, "resume", "mayor", authority=self._note_of(day), reason=words, due_on=self._due
        )
        return True

    def _note_of(self, day: date) -> str:
        return f"市长批示〔{day.year}〕{self._rng.randint(2, 90)}号"

    def _be_changed(self) -> None:
        self._work(self._diary.day + timedelta(days=self._rng.randint(30, 80)))
        day = self._diary.after(1, 5)
        later = self._year.later_than(self._matter.held_on, day - timedelta(days=25))
        role, authority = ("secretary_general", later) if later else ("mayor", self._note_of(day))
        words = self._said("suspend", "changed")
        self._diary.write(day, "change", role, authority=authority, reason=words)

    # -- 办结、核查、销号 --

    def _finish_day(self) -> date:
        due, begins = self._due, self._diary.day
        assert due is not None  # noqa: S101 - a matter handed over has a date
        if self._traits.pace == "late":
            return max(due, begins) + timedelta(days=self._rng.randint(2, 26))
        if self._traits.pace == "very_late":
            return max(due, begins) + timedelta(days=self._rng.randint(30, 170))
        early = int(max((due - begins).days, 0) * self._rng.uniform(0, 0.45))
        return max(due - timedelta(days=early + 1), begins + timedelta(days=2))

    def _finish(self, day: date) -> None:
        """Work until the day, see the parts settled, and submit with proof."""
        self._work(day)
        for code in list(self._open_parts):
            self._settle(code)(max(day - timedelta(days=2), self._diary.day))
        self._submit(max(day, self._diary.day))

    def _submit(self, day: date) -> None:
        matter, day = self._matter, working_day_from(day)
        dated_on = max(day - timedelta(days=self._rng.randint(0, 6)), matter.held_on)
        unit = self._year.names[self._lead]
        proof = proof_of(matter, unit, dated_on, self._rng)
        words = self._said("submit", matter.closing_kind)
        self._endorsed(day, "submit", words=words, **proof.fields())

    def _be_closed(self) -> None:
        self._be_sent_back()
        self._be_verified()
        role = "vice_mayor" if self._traits.is_major else "secretary_general"
        self._diary.write(self._diary.after(1, 4), "close", role, self._lead)
        if self._traits.is_reopened:
            self._be_reopened(role)
        elif self._traits.asks_review and not self._traits.sent_back:
            self._ask_review()
        elif self._traits.is_archived:
            self._diary.write(self._diary.after(60, 110), "archive", "archivist")

    def _be_sent_back(self) -> None:
        for no in range(self._traits.sent_back):
            code = self._rng.choice(reasons("send_back"))
            missing = self._said("send_back", code)
            day = self._diary.after(1, 4)
            self._diary.write(day, "send_back", "supervisor", code=code, missing=missing)
            if no == 0 and self._traits.asks_review:
                self._ask_review()
            self._finish(self._diary.after(4, 15))

    def _be_verified(self) -> None:
        method = self._rng.choice(("desk", "desk", "site"))
        words = self._said("verify", method)
        day = self._diary.after(1, 5)
        self._diary.write(day, "verify", "supervisor", method=method, conclusion=words)

    def _ask_review(self) -> None:
        reason = self._said("review", "reason")
        self._endorsed(self._diary.after(2, 12), "apply_review", reason=reason)
        is_back = self._traits.sent_back > 0
        decision = self._rng.choice(("upheld", "revoked")) if is_back else "upheld"
        words = self._said("review", decision)
        self._diary.write(
            self._diary.after(6, 18), "decide_review", "mayor", decision=decision, words=words
        )

    def _be_reopened(self, closer: str) -> None:
        role = self._rng.choice(("supervisor", "supervisor", "auditor"))
        day = self._diary.after(15, 60)
        self._due = months_after(day, 1)
        reason = self._said("reopen", "reason")
        self._diary.write(day, "reopen", role, reason=reason, due_on=self._due)
        self._finish(self._due - timedelta(days=self._rng.randint(-8, 9)))
        self._be_verified()
        self._diary.write(self._diary.after(1, 4), "close", closer, self._lead)

    # -- 长期坚持 --

    def _stand(self) -> None:
        self._finish(self._diary.day + timedelta(days=self._rng.randint(35, 90)))
        self._be_sent_back()
        if self._rng.random() < 0.5:
            self._be_verified()
        for _ in range(3):
            if not self._stand_until_review():
                return

    def _stand_until_review(self) -> bool:
        """Stand until the day of review; whether it goes on standing."""
        review_on = months_after(self._diary.day, self._rng.choice((2, 3, 3, 6)))
        if self._diary.steps[-1].verb != "review_standing":
            reason = self._said("standing", "reason")
            self._diary.write(
                self._diary.after(1, 4), "make_standing", "secretary_general", self._lead,
                review_on=review_on, reason=reason,
            )  # fmt: skip
        self._report_while_standing(review_on)
        return self._be_reviewed(max(review_on, self._diary.day))

    def _report_while_standing(self, until: date) -> None:
        for day, _ in self._reports(until):
            words = self._said("report", "standing")
            self._write_for_unit(day, "report", progress="stage_done", words=words)

    def _be_reviewed(self, day: date) -> bool:
        kept = self._rng.random() < 0.9
        words = self._said("standing", "kept" if kept else "taken_up")
        if kept:
            later = months_after(day + timedelta(days=12), 3)
            self._diary.write(
                day, "review_standing", "supervisor", decision="kept", review_on=later, words=words
            )
            return True
        self._due = months_after(day + timedelta(days=12), 1)
        self._diary.write(
            day, "review_standing", "supervisor", decision="taken_up", due_on=self._due, words=words
        )
        self._finish(self._due)
        self._be_verified()
        role = "vice_mayor" if self._traits.is_major else "secretary_general"
        self._diary.write(self._diary.after(1, 4), "close", role, self._lead)
        return False

    # -- 谁办 --

    def _write_for_unit(self, day: date, verb: str, **fields: object) -> None:
        self._diary.write(day, verb, "liaison", self._lead, **fields)

    def _endorsed(self, day: date, verb: str, **fields: object) -> None:
        """By the liaison officer with the head's endorsement, or by the head."""
        role = "unit_head" if self._rng.random() < 0.12 else "liaison"
        self._diary.write(day, verb, role, self._lead, **fields)

    def _said(self, topic: str, key: str) -> str:
        return said(topic, key, self._rng, act=self._matter.action, day=self._diary.day)
