"""生物医药产业: drugs and devices with their numbers, trials, approvals and renewals."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from yiding.dates.calendar import add_months
from yiding.demo.ledgers.biomedicine_firms import Firms
from yiding.demo.ledgers.dates import day, words
from yiding.demo.ledgers.items import Item, Steps
from yiding.ledgers.biomedicine.check_signs import item_check_digit

Row = dict[str, Any]
_DRUGS, _DEVICES = 40, 46
_TERM = 60
_AGES = (1700, 1760, 1820, 1850, 900)
_LETTERS = {"chemical": "H", "biological": "S", "chinese": "Z"}


class Products:
    """The pipeline of some firms; ``share`` is how much of it is told."""

    def __init__(self, firms: Firms, seed: int, share: float = 1) -> None:
        self._rng = Random(f"biomedicine products {seed}")  # noqa: S311
        self._words, self._firms = words("biomedicine.toml"), firms.every
        self._today = firms.today
        self._sent: dict[str, Row] = {}
        drugs, devices = (max(round(one * share), 8) for one in (_DRUGS, _DEVICES))
        self._drugs = [self._drug(no) for no in range(1, drugs + 1)]
        self._devices = [self._device(no) for no in range(1, devices + 1)]

    def drugs(self, on: date) -> list[Row]:
        """药品, new or changed since the last time."""
        return self._new(self._drugs, on)

    def devices(self, on: date) -> list[Row]:
        """医疗器械, new or changed since the last time."""
        return self._new(self._devices, on)

    def _new(self, items: list[Item], on: date) -> list[Row]:
        told = [row for one in items if (row := one.as_of(on)) is not None]
        rows = [row for row in told if self._sent.get(row["id"]) != row]
        self._sent |= {row["id"]: row for row in rows}
        return rows

    # -- 药品 --

    def _drug(self, no: int) -> Item:
        kind = self._words["drug_kinds"][no % 10]
        firm = self._firms[no * 3 % len(self._firms)]
        name = f"{self._words['surnames'][no % 16]}{self._words['drugs'][no % 10]}"
        base: Row = {"name": name, "company": firm["name"], "park": firm["park"],
                     "drug_kind": kind, "product_class": "1" if no % 3 else "2"}  # fmt: skip
        made = (self._in_trial, self._in_trial, self._applied, self._approved, self._old)[no % 5]
        return Item("drug", f"D-{no:03}", made(no, base, _LETTERS[kind]))

    def _in_trial(self, no: int, base: Row, letter: str) -> Steps:
        """Accepted in the year or before; then silence, a notice, or a trial that lapses."""
        accepted = day(self._today, -self._rng.randint(20, 330))
        number = f"CX{letter}L{accepted:%y}{no + 100:05}"
        steps: Steps = [(accepted, {**base, "stage": "ind", "accepted_on": accepted,
                                    "acceptance_no": number})]  # fmt: skip
        if no % 10 == 1:
            approved = add_months(accepted, -37)
            lapsed: Row = {**base, "stage": "consented", "trial_approved_on": approved,
                           "acceptance_no": f"CX{letter}L{approved:%y}{no + 100:05}"}  # fmt: skip
            return [(accepted, lapsed)]
        agreed = accepted + timedelta(days=self._rng.randint(58, 80))
        if agreed < self._today:
            ctr = f"CTR{agreed.year}{no + 400:04}" if no % 11 else f"CTR{agreed.year}{no:03}"
            steps.append((agreed, {"stage": "phase1", "notice_on": agreed,
                                   "notice_result": "agreed", "trial_approved_on": agreed,
                                   "registered_on": agreed + timedelta(days=9), "ctr_no": ctr,
                                   "first_consent_on": agreed + timedelta(days=31)}))  # fmt: skip
        return steps

    def _applied(self, no: int, base: Row, letter: str) -> Steps:
        accepted = day(self._today, -self._rng.randint(30, 300))
        number = f"CX{letter}S{accepted:%y}{no + 200:05}"
        row: Row = {**base, "stage": "nda", "nda_on": accepted, "acceptance_no": number,
                    "trial_approved_on": add_months(accepted, -40),
                    "first_consent_on": add_months(accepted, -37),
                    "ctr_no": f"CTR{accepted.year - 3}{no + 500:04}"}  # fmt: skip
        return [(accepted, row)]

    def _approved(self, no: int, base: Row, letter: str) -> Steps:
        approved = day(self._today, -self._rng.randint(15, 320))
        number = f"国药准字{letter}{approved.year}{no + 10:04}"
        row: Row = {**base, "stage": "approved", "approved_on": approved, "issued_on": approved,
                    "expires_on": add_months(approved, _TERM) - timedelta(days=1),
                    "nda_on": approved - timedelta(days=280), "approval_no": number}  # fmt: skip
        return [(approved, row)]

    def _old(self, no: int, base: Row, letter: str) -> Steps:
        """On the market for years; its re-registration is due, asked in time or late."""
        number = (f"国药准字{letter}{self._today.year - 6}{no + 10:04}" if no % 10
                  else f"国药准字{letter}32020{no:03}")  # fmt: skip
        expires = day(self._today, self._rng.choice((-40, 60, 150, 240, 700)))
        row: Row = {**base, "product_class": "4", "stage": "marketed", "approval_no": number,
                    "expires_on": expires, "issued_on": add_months(expires, -_TERM)}  # fmt: skip
        if no % 20 == 4:
            row["approval_no"] = number[:-1]
        filed = add_months(expires, -6) + timedelta(days=9 if no % 15 == 4 else -20)
        steps: Steps = [(day(self._today, -262), row)]
        return steps + ([(filed, {"renewal_filed_on": filed})] if filed < self._today else [])

    # -- 医疗器械 --

    def _device(self, no: int) -> Item:
        class_ = self._words["device_classes"][no % 10]
        firm = self._firms[(no * 5 + 2) % len(self._firms)]
        name = f"{self._words['surnames'][no % 16]}{self._words['devices'][no % 10]}"
        base: Row = {"name": name, "company": firm["name"], "park": firm["park"],
                     "product_class": class_, "is_innovative": no % 12 == 5,
                     "udi": self._udi(no)}  # fmt: skip
        return Item("device", f"Q-{no:03}", self._certified(no, base, class_))

    def _certified(self, no: int, base: Row, class_: str) -> Steps:
        """New of the year, or up for renewal: filed in time, late, not at all, deemed renewed."""
        fresh, old = self._rng.randint(10, 300), self._rng.choice(_AGES)
        issued = day(self._today, -(old if no % 3 else fresh))
        expires = add_months(issued, _TERM) - timedelta(days=1)
        row: Row = {**base, "stage": "certified", "issued_on": issued, "expires_on": expires,
                    "certificate_no": self._certificate(no, issued.year, class_)}  # fmt: skip
        last = add_months(expires, -6)
        fate = "none" if no % 10 == 7 else "late" if no % 13 == 4 else "in_time"
        filed = last + timedelta(days=12 if fate == "late" else -25)
        steps: Steps = [(max(issued, day(self._today, -262)), row)]
        if fate == "none" or filed >= self._today:
            return steps
        steps.append((filed, {"renewal_filed_on": filed, "renewal_result": "pending"}))
        decided = expires - timedelta(days=20)
        if fate == "in_time" and no % 4 and decided < self._today:
            steps.append((decided, {"renewal_approved_on": decided, "renewal_result": "approved",
                                    "stage": "renewed"}))  # fmt: skip
        return steps

    def _certificate(self, no: int, year: int, class_: str) -> str:
        """By the province for class II, the nation for class III; two are wrong, one is two."""
        category = self._words["categories"][no % 10]
        by = "国" if class_ == "3" else "苏"
        if no in {8, 31}:
            by = "苏" if by == "国" else "国"
        number = f"{by}械注准{year}{class_}{category}{no + 1200:04}"
        return (
            f"{number}{by}械注准{year - 1}{class_}{category}{no + 900:04}" if no == 22 else number
        )

    def _udi(self, no: int) -> str:
        body = f"0693290{no:06}"
        right = item_check_digit(body)
        return body + (right if no != 17 else str((int(right) + 1) % 10))
