"""Rules of the pipeline 产品管线: stages follow one another, and each has its number."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from yiding.ledgers.biomedicine.numbers_of import numbers_of
from yiding.rules import Amounts, Answer, Entry, Reason, rule
from yiding.rules.answers import breached, met, undetermined

OURS = "yiding-readings:bio-pipeline"
PRODUCTS = ("drug", "device", "product")
DRUG_DAYS = (
    "accepted_on", "trial_approved_on", "registered_on", "phase1_on", "phase2_on", "phase3_on",
    "nda_on", "approved_on", "marketed_on",
)  # fmt: skip
DEVICE_DAYS = (
    "innovation_on", "tested_on", "clinical_on", "registration_accepted_on", "issued_on",
)  # fmt: skip
ENDING = "ended_on"
NEEDED = {
    "ind": ("acceptance_no", {"acceptance"}),
    "consented": ("acceptance_no", {"acceptance"}),
    "registered": ("ctr_no", {"trial"}),
    "phase1": ("ctr_no", {"trial"}),
    "phase2": ("ctr_no", {"trial"}),
    "phase3": ("ctr_no", {"trial"}),
    "nda": ("acceptance_no", {"acceptance"}),
    "approved": ("approval_no", {"approval", "old", "former"}),
    "marketed": ("approval_no", {"approval", "old", "former"}),
    "reregistered": ("approval_no", {"approval", "old", "former"}),
    "certified": ("certificate_no", {"certificate", "filing"}),
    "renewed": ("certificate_no", {"certificate", "filing"}),
}
"""The number a stage has: the field it stands in, the kinds it may be of."""


@rule(cites=OURS, kind=PRODUCTS, sequence=True, english="The days of the stages are in order")
def stages_in_order(product: Entry, _: Amounts, __: date) -> Answer | None:
    """各阶段的日期先后有序。"""
    names = DEVICE_DAYS if product.type == "device" else DRUG_DAYS
    days = [(name, product.values[name]) for name in names if product.values.get(name)]
    if len(days) <= 1:
        return None
    for (before, first), (after, second) in pairwise(days):
        if second < first:
            note = f"{second.isoformat()}早于上一阶段的{first.isoformat()}"
            english = f"{after} is before {before}"
            return undetermined(Reason.CONTRADICTORY, (before, after), note=note, note_en=english)
    return met()


@rule(cites=OURS, kind=PRODUCTS, sequence=True, english="The stage has the number that shows it")
def stage_has_its_number(product: Entry, _: Amounts, __: date) -> Answer | None:
    """到了某一阶段就有那一阶段的编号。"""
    if product.stage not in NEEDED:
        return None
    name, kinds = NEEDED[product.stage]
    if any(one.kind in kinds and not one.fault for one in numbers_of(product)):
        return met(product.values.get(name))
    return breached(label="缺少编号", missing=(name,))
