"""Proofs 佐证: of which kind a proof is, as it says or as its words show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from yiding.ledgers.biomedicine.identifiers import UNKNOWN, numbers_in
from yiding.rules import Entry

Part = Mapping[str, Any]
_SIGNS = (
    ("document", re.compile(r"〔\d{4}〕|\[\d{4}\]|印发")),
    ("contract", re.compile(r"合同|协议")),
    ("certificate", re.compile(r"证书|注册证|批准文号|证号|编号")),
    ("licence", re.compile(r"许可|批件|备案|执照")),
    ("report", re.compile(r"汇报|总结|小结|报告|说明|完成|推进|落实|成效|。$|report")),
    ("document", re.compile(r"文件|通知|意见|方案|办法|批复|规定")),
)
"""The first that is found tells the kind: a report of a number is an issued document."""
_STATES = {"done", "rechecked"}


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said to be done: what, and the kind of proof it has and should have."""

    name: str
    has: str | None
    wanted: str | None
    is_shown: bool


def proof_kind(part: Part) -> str | None:
    """The kind of a proof, none where nothing tells it."""
    told: str | None = part.get("proof_kind")
    if told is not None:
        return told
    words = f"{part.get('proof') or ''}{part.get('proof_no') or ''}"
    if any(one.kind != UNKNOWN and not one.fault for one in numbers_in(words)):
        return "certificate"
    return next((kind for kind, sign in _SIGNS if sign.search(words)), None)


def has_proof(part: Part) -> bool:
    """Whether any proof is written down at all."""
    return any(part.get(name) for name in ("proof", "proof_no", "proof_kind"))


def is_done(part: Part, on: date) -> bool:
    """Whether it is said to be done, by a state or by a day that has come."""
    done: date | None = part.get("done_on")
    return part.get("state") in _STATES or (done is not None and done <= on)


def parts_of(work: Entry) -> list[Part]:
    """Its milestones; of work that is done those are done that say nothing else."""
    told = {"state": work.state} if work.state in _STATES else {}
    return [{**told, **one} for one in work.milestones or ()]


def claims(work: Entry, on: date) -> Iterator[Claim]:
    """Each thing said to be done: the work itself, then its milestones."""
    whole = [work.values] if is_done(work.values, on) and not _by_milestones(work) else []
    for part in (*whole, *(one for one in parts_of(work) if is_done(one, on))):
        name = str(part.get("name") or part.get("deliverable") or "")
        yield Claim(name, proof_kind(part), part.get("proof_wanted"), has_proof(part))


def _by_milestones(work: Entry) -> bool:
    """Whether its milestones, and not itself, carry the proofs."""
    return bool(work.milestones) and not has_proof(work.values)
