"""What is given one inside another, or as yes and no, written out as plain fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yiding.ledgers.powers.choices import HANDLINGS
from yiding.ledgers.powers.item_fields import VERSION
from yiding.ledgers.powers.transfer_fields import CUTOVER, FROM_DEPT, MODE, RELATED
from yiding.rules.parsing import NO, YES, tidy

Given = Mapping[str, Any]
_NESTS = frozenset(map(tidy, ("item", "transfer", "batch", "transfer_batch", "case", "parts",
    "service", "item_service", "事项", "划转", "批次", "办件", "交接内容")))  # fmt: skip
_OWN_NAMES = ("task_code", "实施编码", "catalog_code", "基本编码", "id", "no", "case_no",
    "task_name", "name", "名称")  # fmt: skip
_ROW_NUMBERS = frozenset(map(tidy, ("序号", "row_no", "serial_no")))
_SHORT = range(21)
"""The lengths of a basic code; an implementation code is longer."""
_PARTS = {
    **dict.fromkeys(map(tidy, ("added_step", "new_step", "extra_step", "增设环节",
        "step")), "steps"),
    **dict.fromkeys(map(tidy, ("added_condition", "new_condition", "extra_condition", "增设条件",
        "condition")), "conditions"),
}  # fmt: skip
_STEP_BASIS = frozenset(map(tidy, ("legal_basis", "basis", "step_basis", "has_legal_basis",
    "has_basis", "依据", "法定依据", "condition_basis", "accept_condition_basis",
    "受理条件依据")))  # fmt: skip
_CONDITIONS = frozenset(map(tidy, ("accept_condition", "受理条件")))
_CONDITION_BASES = frozenset(map(tidy, ("condition_basis", "accept_condition_basis",
    "受理条件依据")))  # fmt: skip
_SIDES = {
    **dict.fromkeys(map(tidy, ("principal_liable", "is_principal_liable")), "liable_body"),
    **dict.fromkeys(map(tidy, ("in_principals_name", "in_principal_name",
        "decision_in_principals_name", "decided_in_principals_name", "decision_in_principal_name",
        "decided_in_principal_name", "以委托机关名义")), "decision_name"),
}  # fmt: skip
_HANDLING_HEADS = frozenset(map(tidy, ("mode", "type", "kind", "case_type", "case_kind", "process",
    "handling_mode", "procedure", "办理方式", "办件类型", "方式", "类型")))  # fmt: skip
_FIRST_REVIEW = frozenset(map(tidy, ("is_first_review", "first_review", "lower_level_review",
    "lower_level_first_review", "lower_first_review", "preliminary_review", "下级初审",
    "lower_review")))  # fmt: skip
_CAUSES = frozenset(map(tidy, ("cause_on", "cause_date", "cause_at", "caused_on", "事由发生日期")))
_MOVES = frozenset(
    tidy(one)
    for field in (MODE, CUTOVER, FROM_DEPT)
    for one in field.names
    if tidy(one) not in _HANDLING_HEADS | {"from", "类型"}
)
_LISTED = frozenset(tidy(one) for field in VERSION for one in field.names)
_EXPIRIES = frozenset(map(tidy, ("expires_on", "expiry", "expiry_date", "有效期至", "expires_at")))
_YES_OR_NO = YES | NO
HANDED_OVER = "已移交"
_PARTS_HEADS = frozenset(map(tidy, ("parts", "handed_over", "交接内容", "已交接")))
_RELATED = frozenset(map(tidy, RELATED.names))
_WORDS = {tidy(w): one.name for one in HANDLINGS for w in (one.name, one.term, *one.aliases)}


def spread(given: Given) -> dict[str, Any]:
    """An item, transfer, batch or case given as an object, among the fields of what holds it."""
    plain: dict[str, Any] = {}
    for name, one in given.items():
        if tidy(name) in _NESTS and isinstance(one, Mapping):
            plain = {**spread(one), **_reference(name, one), **plain}
        elif tidy(name) in _ROW_NUMBERS:
            continue
        elif tidy(name) in {"code", "编码"}:
            plain["catalog_code" if len(str(one)) in _SHORT else "task_code"] = one
        else:
            plain[name] = one
    return plain


def _reference(name: str, nested: Given) -> dict[str, Any]:
    """What the nested thing calls itself stands for the reference to it."""
    own = next((nested[one] for one in _OWN_NAMES if nested.get(one)), None)
    return {} if own is None else {name: own}


def added_parts(given: Given) -> dict[str, Any]:
    """A step or condition given flat, with the basis beside it."""
    is_based = not _CONDITION_BASES.isdisjoint(map(tidy, given))
    heads = {*_PARTS, *(_CONDITIONS if is_based else ())}
    flat = {name: one for name, one in given.items() if tidy(name) in heads}
    if not flat:
        return dict(given)
    bases = {name: one for name, one in given.items() if tidy(name) in _STEP_BASIS}
    plain = {name: one for name, one in given.items() if name not in {*flat, *bases}}
    for name, one in flat.items():
        part = {"name": str(one), "basis": next(iter(bases.values()), None)}
        plain[_PARTS.get(tidy(name), "conditions")] = [part]
    return plain


def listed_parts(given: Given) -> dict[str, Any]:
    """The parts of a handover as an object, or as a list of those that were handed over."""
    plain: dict[str, Any] = {}
    for name, one in given.items():
        if tidy(name) in _PARTS_HEADS and isinstance(one, list | tuple):
            plain.update(dict.fromkeys(map(str, one), HANDED_OVER))
        else:
            plain[name] = one
    return spread(plain)


def related_moved(given: Given) -> dict[str, Any]:
    """``{"年检": false, "变更": true}`` as related items, each with whether it moved."""
    plain = dict(given)
    for name, one in given.items():
        is_pairs = tidy(name) in _RELATED and isinstance(one, Mapping)
        if is_pairs and all(isinstance(moved, bool) for moved in one.values()):
            plain[name] = [{"name": part, "moved": moved} for part, moved in one.items()]
    return plain


def named_sides(given: Given) -> dict[str, Any]:
    """``principal_liable: true`` as the side that is meant."""
    plain: dict[str, Any] = {}
    for name, one in given.items():
        word = str(one).strip().lower()
        if tidy(name) in _SIDES and word in _YES_OR_NO:
            plain[_SIDES[tidy(name)]] = "principal" if word in YES else "bureau"
        else:
            plain[name] = one
    return plain


def told_extension(given: Given) -> dict[str, Any]:
    """``extension: {"days": 10, "approved_by": …, "told": …}`` as plain fields."""
    plain: dict[str, Any] = {}
    for name, one in given.items():
        if tidy(name) in _EXTENSIONS and isinstance(one, Mapping):
            plain[name] = one.get("days", True)
            parts = {_OF_EXTENSION.get(tidy(str(key))): told for key, told in one.items()}
            plain |= {key: told for key, told in parts.items() if key}
        else:
            plain[name] = one
    return plain


_EXTENSIONS = frozenset(map(tidy, ("extension", "extended", "延长", "延期")))
_OF_EXTENSION = {
    **dict.fromkeys(map(tidy, ("approved", "approved_by", "head_approved", "approved_by_head",
        "批准", "批准人", "负责人批准")), "extension_approved"),
    **dict.fromkeys(map(tidy, ("told", "notified", "told_applicant", "applicant_told", "told_on",
        "告知", "已告知")), "extension_told"),
}  # fmt: skip


def told_handling(given: Given) -> dict[str, Any]:
    """How a case is handled, under whatever head, and a first review told yes or no."""
    plain: dict[str, Any] = {}
    for name, one in given.items():
        word = str(one).strip().lower()
        if tidy(name) in _HANDLING_HEADS and tidy(word) in _WORDS:
            plain["handling"] = _WORDS[tidy(word)]
        elif tidy(name) in _FIRST_REVIEW and word in _YES_OR_NO:
            plain.update({"handling": "first_review"} if word in YES else {})
        else:
            plain[name] = one
    return plain


def recast_item(given: Given) -> str | None:
    """A change of the list, a renewal or a row of the list of transfers that is called an item."""
    heads = frozenset(map(tidy, given))
    if heads & _CAUSES:
        return "list_change"
    if heads & _MOVES and not heads & _LISTED:
        return "transfer"
    return "renewal" if heads & _EXPIRIES else None
