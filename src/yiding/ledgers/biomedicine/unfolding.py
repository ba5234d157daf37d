"""What is given nested or joined, written out as plain fields; what is of no field keeps its name.

Nothing is read here: names and units are put where the reading of an entry looks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.dates.calendar import month_end
from yiding.ledgers.biomedicine.choices import PLATFORMS, PRODUCT_TYPES, STAGES
from yiding.rules.parsing import NO, YES, tidy

Given = Mapping[str, Any]
_WAN = re.compile(r"^(?P<name>.+?)_(?:wan|10k)(?:_?yuan)?$", re.IGNORECASE)
_YI = re.compile(r"^(?P<name>.+?)_(?:yi|100m)(?:_?yuan)?$", re.IGNORECASE)
_MILLION = re.compile(r"^(?P<name>.+?)_(?:million|mn)(?:_(?:yuan|cny|rmb))?$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d+(?:\.\d+)?$")
_DEVICE_SIGN = re.compile(r"械注|械备|食药监械|\(01\)")
_DRUG_SIGN = re.compile(
    r"国药[准证]字|进口药品注册证|医药产品注册证|CTR\d|^[CJ][A-Z]{3}\d{7}", re.I
)


def _words(*options: Any) -> dict[str, str]:
    return {tidy(word): one.name for one in options for word in (one.name, one.term, *one.aliases)}


_TYPE_WORDS, _STAGE_WORDS = _words(*PRODUCT_TYPES), _words(*STAGES)
_PLATFORM_WORDS = _words(*PLATFORMS)
_TYPE_NAMES = frozenset(
    map(tidy, ("type", "product_type", "kind", "产品类型", "药品/器械", "drug/device",
               "drug_or_device", "品种", "类型"))
)  # fmt: skip
_STAGE_DAYS = {
    "ind": "accepted_on",
    "consented": "trial_approved_on",
    "registered": "registered_on",
    "phase1": "phase1_on",
    "phase2": "phase2_on",
    "phase3": "phase3_on",
    "nda": "nda_on",
    "approved": "approved_on",
    "marketed": "marketed_on",
    "reregistered": "renewal_approved_on",
    "innovation": "innovation_on",
    "testing": "tested_on",
    "clinical": "clinical_on",
    "accepted": "registration_accepted_on",
    "certified": "issued_on",
    "renewed": "renewal_approved_on",
    "ended": "ended_on",
}
"""Which field holds the day of a stage."""
_RENEWAL = {
    "filedon": "renewal_filed_on",
    "filed": "renewal_filed_on",
    "appliedon": "renewal_filed_on",
    "approvedon": "renewal_approved_on",
    "approved": "renewal_approved_on",
    "decidedon": "renewal_approved_on",
    "decision": "renewal_result",
    "result": "renewal_result",
}


# -- 金额 --

_UNIT_NAME = re.compile(r"(?:^|_|\s)unit$|单位$", re.IGNORECASE)
_MONEY_UNITS = frozenset({"万元", "亿元", "万", "亿"})
_MONEY = frozenset(
    map(tidy, ("revenue", "营收", "营业收入", "主营业务收入", "main_business_revenue", "output",
               "产值", "rd", "R&D", "研发", "研发投入", "amount", "金额", "promised", "承诺金额",
               "paid", "实付金额", "social_capital", "社会资本", "budget", "预算"))
)  # fmt: skip


def unfold_money(given: Given) -> dict[str, Any]:
    """``rd_wan: 120`` as ``rd: 120万元``, also inside records; a unit that stands by itself."""
    units = (str(value) for name, value in given.items() if _UNIT_NAME.search(name))
    unit = next((one for one in units if one in _MONEY_UNITS), None)
    told = {name: value for name, value in given.items() if value != unit or unit is None}
    if unit:
        told = {name: _in_money(name, value, unit) for name, value in told.items()}
    return dict(_priced(name, value) for name, value in told.items())


def _in_money(name: str, value: Any, unit: str) -> Any:
    is_bare = tidy(name) in _MONEY and _NUMBER.match(str(value))
    return f"{value}{unit}" if is_bare else value


def unfold_payment(given: Given) -> dict[str, Any]:
    """Its money, and a month as its last day."""
    return {name: _last_day(one) if tidy(name) in _PAID_NAMES else one
            for name, one in unfold_money(given).items()}  # fmt: skip


_PAID_NAMES = frozenset(map(tidy, ("date", "日期", "paid_on", "兑付日期", "拨付日期", "on")))


def unfold_platform(given: Given) -> dict[str, Any]:
    """A platform; ``{"imaging centre": true}`` is what it is, and so is what has a GCP filing."""
    plain: dict[str, Any] = {}
    shown: dict[str, Any] = {}
    for name, one in given.items():
        type_ = _PLATFORM_WORDS.get(tidy(name))
        if type_ and str(one).strip().lower() in YES | NO:
            shown |= {"type": type_} if str(one).strip().lower() in YES else {}
        elif type_ == "gcp":
            shown |= {"type": type_, "filing_no": one}
        else:
            plain[name] = one
    if _TYPE_HEADS.intersection(map(tidy, plain)):
        shown.pop("type", None)
    return {**plain, **shown}


_TYPE_HEADS = frozenset(
    map(tidy, ("type", "kind", "类型", "平台类型", "机构类型", "platform_type"))
)


def unfold_plan(given: Given) -> dict[str, Any]:
    """A plan; how many paths or tasks it has does not say which."""
    return {name: one for name, one in given.items() if not _NUMBER.match(str(one))}


def _priced(name: str, value: Any) -> tuple[str, Any]:
    if isinstance(value, list):
        return name, [unfold_money(one) if isinstance(one, Mapping) else one for one in value]
    for pattern, times, unit in ((_WAN, 1, "万元"), (_YI, 1, "亿元"), (_MILLION, 100, "万元")):
        found = pattern.match(name)
        if found and _NUMBER.match(str(value)):
            return found["name"], f"{Decimal(str(value)) * times}{unit}"
    return name, value


# -- 举措 --


def unfold_work(given: Given) -> dict[str, Any]:
    """A proof given as an object, here and in each milestone; a month as its last day."""
    plain = _part(unfold_money(given))
    for name in ("milestones", "里程碑", "节点"):
        if isinstance(plain.get(name), list):
            plain[name] = [_part(one) if isinstance(one, Mapping) else one for one in plain[name]]
        elif isinstance(plain.get(name), Mapping):
            plain[name] = [_part(plain[name])]
    return plain


def _part(given: Given) -> dict[str, Any]:
    return _with_state(_with_proof({name: _by_day(name, one) for name, one in given.items()}))


_DUE_NAMES = frozenset(
    map(tidy, ("due", "due_on", "deadline", "期限", "时限", "完成时限", "due_date", "截止日期",
               "完成期限", "by", "due_day", "里程碑时限"))
)  # fmt: skip
_MONTH = re.compile(
    r"^(?P<year>(?:19|20)\d{2})[-年./](?P<month>1[0-2]|0?[1-9])月?(?:底|末)?(?:以?前)?$"
)
_YEAR_END = re.compile(r"^(?P<year>(?:19|20)\d{2})年?(?:底|末)?(?:以?前)?$")


def _by_day(name: str, value: Any) -> Any:
    return _last_day(value) if tidy(name) in _DUE_NAMES else value


def _last_day(value: Any) -> Any:
    """``2025年6月底前`` as its last day."""
    if found := _MONTH.match(str(value).strip()):
        return month_end(int(found["year"]), int(found["month"]))
    found = _YEAR_END.match(str(value).strip())
    return date(int(found["year"]), 12, 31) if found else value


_DONE_NAMES = frozenset(map(tidy, ("done", "is_done", "完成", "completed", "finished", "是否完成")))


def _with_state(given: Given) -> dict[str, Any]:
    """``done: 是`` is a state, not a day."""
    plain: dict[str, Any] = {}
    for name, value in given.items():
        word = str(value).strip().lower()
        if tidy(name) in _DONE_NAMES and word in YES | NO:
            plain.setdefault("state", "done" if word in YES else "advancing")
        else:
            plain[name] = value
    return plain


_PROOF_PARTS = {
    "kind": "proof_kind",
    "type": "proof_kind",
    "种类": "proof_kind",
    "no": "proof_no",
    "number": "proof_no",
    "编号": "proof_no",
    "文号": "proof_no",
    "text": "proof",
    "name": "proof",
    "title": "proof",
    "名称": "proof",
}


def _with_proof(given: Given) -> dict[str, Any]:
    plain = dict(given)
    for name in ("proof", "evidence", "佐证", "佐证材料"):
        told = plain.get(name)
        if isinstance(told, list) and told:
            told = told[0] if isinstance(told[0], Mapping) else "、".join(map(str, told))
            plain[name] = told
        if isinstance(told, Mapping):
            del plain[name]
            plain |= {_PROOF_PARTS.get(str(key)) or str(key): one for key, one in told.items()}
    return plain


# -- 产品 --


def unfold_product(given: Given) -> dict[str, Any]:
    """Days by stage, numbers and the like given as objects."""
    plain: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, Mapping):
            plain |= _laid_out(tidy(name), value)
        else:
            plain[name] = value
    named = _type_named(plain)
    return {**plain, "type": named} if named else plain


def stage_day(name: str) -> str | None:
    """The field of the day of a stage, where a head is no more than the name of the stage."""
    return _STAGE_DAYS.get(_STAGE_WORDS.get(tidy(name), ""))


def _laid_out(name: str, value: Given) -> dict[str, Any]:
    if name in {"renewal", "延续", "再注册", "reregistration"}:
        return {_RENEWAL.get(tidy(str(key)), str(key)): one for key, one in value.items()}
    if "date" in name or name in {"stages", "各阶段日期", "days", "dates"}:
        days = {_STAGE_WORDS.get(tidy(key), ""): one for key, one in value.items()}
        if all(days):
            return {_STAGE_DAYS[key]: one for key, one in days.items()}
    return dict(value)


def unfold_drug(given: Given) -> dict[str, Any]:
    """As a product that is a drug, where neither its words nor its numbers say otherwise."""
    return _typed(unfold_product(given), "drug")


def unfold_device(given: Given) -> dict[str, Any]:
    """As a product that is a device, where neither its words nor its numbers say otherwise."""
    return _typed(unfold_product(given), "device")


def _typed(plain: dict[str, Any], type_: str) -> dict[str, Any]:
    """What it says where that is a type; another word there is a class, else a note."""
    told = {name: value for name, value in plain.items() if tidy(name) in _TYPE_NAMES}
    words = [str(one) for one in told.values()]
    if any(tidy(one) in _TYPE_WORDS for one in words):
        return plain
    rest = {name: value for name, value in plain.items() if name not in told}
    if words and not any(tidy(name) in _CLASS_NAMES for name in rest):
        rest["class" if _CLASS.search(words[0]) else "note"] = words[0]
    return {**rest, "type": type_shown(map(str, rest.values())) or type_}


def unfold_trial(given: Given) -> dict[str, Any]:
    """A trial of a drug, or of a device where it says so: accepted and approved as a trial is."""
    plain = {
        _OF_TRIAL.get(tidy(name), name): value for name, value in unfold_product(given).items()
    }
    return _typed(plain, "drug")


_CLASS = re.compile(r"(?<![A-Z])I{1,3}(?![A-Z])|[ⅠⅡⅢ]|[一二三123]类")
_OF_TRIAL = {
    "approvedon": "trial_approved_on",
    "approved": "trial_approved_on",
    "approvaldate": "trial_approved_on",
    "批准日期": "trial_approved_on",
    "approvalon": "trial_approved_on",
    "licensedon": "trial_approved_on",
    "no": "ctr_no",
    "number": "ctr_no",
}
_CLASS_NAMES = frozenset(map(tidy, ("class", "product_class", "device_class", "分类", "管理类别",
                                    "注册分类", "registration_class", "管理分类")))  # fmt: skip


def drug_or_device(given: Given) -> str | None:
    """The kind a product is really of: as it says, else as its numbers show."""
    if given and {tidy(name) for name in given} <= _CODE_NAMES:
        return "enterprise"
    told = (str(value) for name, value in given.items() if tidy(name) in _TYPE_NAMES)
    found = next((_TYPE_WORDS[tidy(one)] for one in told if tidy(one) in _TYPE_WORDS), None)
    return found or type_shown(map(str, given.values()))


_NAMED_AS = {
    **dict.fromkeys(map(tidy, ("drug", "drug_name", "药品名称", "药物名称")), "drug"),
    **dict.fromkeys(map(tidy, ("device", "device_name", "器械名称", "医疗器械名称")), "device"),
}


def _type_named(given: Given) -> str | None:
    """Drug or device by the head its name stands under, where nothing else tells."""
    heads = [tidy(name) for name in given]
    if not _TYPE_NAMES.isdisjoint(heads) or type_shown(map(str, given.values())):
        return None
    return next((_NAMED_AS[one] for one in heads if one in _NAMED_AS), None)


_CODE_NAMES = frozenset(
    map(tidy, ("uscc", "credit_code", "统一社会信用代码", "unified_social_credit_code"))
)


def type_shown(texts: Iterable[str]) -> str | None:
    """Drug or device, as numbers among some texts show."""
    signs = [(bool(_DEVICE_SIGN.search(one)), bool(_DRUG_SIGN.search(one))) for one in texts]
    is_device, is_drug = any(one for one, _ in signs), any(one for _, one in signs)
    if is_device == is_drug:
        return None
    return "device" if is_device else "drug"
