"""What follows from what an entry says: approvals, classes, ages, flags from words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yiding.ledgers.fleet.choices import KINDS_OF_VEHICLE
from yiding.rules.parsing import tidy

MONTHS = 12
KINDS = {
    tidy(word): one.name
    for one in reversed(KINDS_OF_VEHICLE)
    for word in (one.name, one.term, *one.aliases)
}
"""Every word of the five kinds, and the kind it stands for."""
NO = frozenset({"无", "没有", "未批", "未经批准", "未审批", "false", "no", "none", "0", "否", "未",
                "未批准", "不同意", "×", "不豁免", "absent", "not_exempt"})  # fmt: skip
APPROVED = {
    "is_special_approved": ("special_approval", "approval"),
    "is_work_need_approved": ("work_need_approval", "approval"),
    "is_early_approved": ("early_approval", "approval"),
}
"""Each approval, and the fields that may show it, the plainest first."""
ASKING = frozenset(
    {"renewal_asked_on", "renewal_reason", "is_safety_reason", "is_for_leader", "early_approval",
     "is_unusable"}
)  # fmt: skip
"""What is said of a vehicle only where its renewal is asked for."""
CLASSES_OF_BODY = {"medium_bus": "medium", "large_bus": "large", "small_bus": "small",
                   "offroad": "small"}  # fmt: skip
"""A sedan may be small or mini; the others say their class."""
NEW_ENERGY = {"electric": True, "plug_in": True, "fuel_cell": True, "petrol": False,
              "diesel": False, "gas": False, "new_energy": True}  # fmt: skip
_LEADER = "领导|局长|主任|书记|市长|县长|干部|leader"
_MOVE = "晋升|提拔|提任|升任|升职|调任|调动|到任|上任|履新|任职|新任|职务变动|promot|transfer"
LEADER = re.compile(
    rf"({_LEADER}).*?({_MOVE})|({_MOVE}).*?({_LEADER})|promotion|transfer|晋升|调任", re.IGNORECASE
)
SAFETY = re.compile(r"安全|safety|事故|隐患|危险|unsafe", re.IGNORECASE)
AGE = re.compile(r"(?P<years>\d+)\s*(?:年|周年|岁|years?|yrs?|y)\s*"
                 r"(?:(?P<months>\d+)\s*(?:个?月|months?|m))?", re.IGNORECASE)  # fmt: skip
BREACH_FLAGS = {
    "borrowed": "is_borrowed",
    "donated": "is_donated",
    "luxury": "has_luxury_fitting",
    "fixed_to_person": "is_fixed_to_person",
    "private_use": "is_used_privately",
    "public_upkeep": "is_private_upkeep",
    "allowance_and_car": "is_allowance_taken",
    "padded_bills": "has_padded_bills",
    "others_costs": "has_others_costs",
    "disposed_wrongly": "is_disposed_wrongly",
}
"""The flag of each violation that an inspection names."""


def has_document(written: str | None) -> bool | None:
    """Whether a document's name names one; 无 and its like say that there is none."""
    return None if written is None else written.strip().lower() not in NO


def complete_vehicle(values: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from what a vehicle says."""
    told = {
        **approvals(values),
        **_body(values),
        **_price(values),
        **_title(values),
        **_marking(values),
        **renewing(values),
        "is_new_energy": NEW_ENERGY.get(values.get("fuel", "")),
        "vehicle_kind": KINDS.get(tidy(values.get("use_kind", ""))),
        "has_asset_card": has_document(values.get("asset_card")),
        "is_surely_sedan": values.get("is_sedan", values.get("body") == "sedan") or None,
        "dated_on": values.get("purchase_date") or values.get("registration_date"),
        "is_renewal": True if values.get("replaces") else None,
    }
    return {name: one for name, one in told.items() if one is not None}


def approvals(values: Mapping[str, Any]) -> dict[str, Any]:
    """Which approvals are on record."""
    shown = {
        flag: next((one for name in names if (one := has_document(values.get(name))) is not None),
                   None)
        for flag, names in APPROVED.items()
    }  # fmt: skip
    return {flag: one for flag, one in shown.items() if one is not None}


def _body(values: Mapping[str, Any]) -> dict[str, Any]:
    """Whether it is a sedan or an off-road car, and its class, from what it is called."""
    body = values.get("body")
    if body is None:
        return {"is_sedan": False} if values.get("vehicle_class") in {"medium", "large"} else {}
    told: dict[str, Any] = {"is_sedan": body == "sedan", "is_offroad": body == "offroad"}
    if body in CLASSES_OF_BODY:
        told["vehicle_class"] = CLASSES_OF_BODY[body]
    return told


def _price(values: Mapping[str, Any]) -> dict[str, Any]:
    """The price without the purchase tax, where the two are told apart."""
    gross, tax = values.get("price_with_tax"), values.get("purchase_tax")
    return {"price": gross - tax} if gross is not None and tax is not None else {}


def _title(values: Mapping[str, Any]) -> dict[str, Any]:
    """Whether it is registered to the unit itself: by class of holder, else by name."""
    holder, owner, unit = (
        values.get(name) for name in ("registered_to", "registered_owner", "unit")
    )
    if holder is not None:
        return {"title_ok": holder == "unit"}
    return {"title_ok": owner == unit} if owner and unit else {}


def _marking(values: Mapping[str, Any]) -> dict[str, Any]:
    """Exemptions by their reason, a terminal by its number, a leader's car by whom it is for."""
    told: dict[str, Any] = {
        "has_terminal": has_document(values.get("terminal_id")),
        "is_livery_exempt": has_document(values.get("exemption")),
    }
    if values.get("livery_status") == "exempt":
        told["is_livery_exempt"] = True
    told["is_terminal_exempt"] = told["is_livery_exempt"]
    if "fixed_to" in values:
        told["is_leader_fixed"] = values["fixed_to"] == "leader"
        told["is_fixed_to_person"] = values["fixed_to"] != "none"
    return told


def complete_renewal(values: Mapping[str, Any]) -> dict[str, Any]:
    """An application asks for renewal, on the day whose standard holds."""
    told = {**renewing(values), "wants_renewal": True, "dated_on": values.get("renewal_asked_on")}
    return {name: one for name, one in told.items() if one is not None}


def renewing(values: Mapping[str, Any]) -> dict[str, Any]:
    """Grounds from their words, an age in months, and whether it can still be used."""
    told: dict[str, Any] = {**_age(values), **approvals(values)}
    is_asked = values.get("state") == "renewal_asked" or values.get("is_usable") is False
    told["wants_renewal"] = True if is_asked or ASKING & values.keys() else None
    reason = values.get("renewal_reason")
    if reason is not None:
        told["is_for_leader"] = LEADER.search(reason) is not None
        told["is_safety_reason"] = SAFETY.search(reason) is not None
    if "is_unusable" in values:
        told["is_usable"] = not values["is_unusable"]
    if "new_fuel" in values:
        told["new_is_new_energy"] = NEW_ENERGY.get(values["new_fuel"])
    return {name: one for name, one in told.items() if one is not None}


def _age(values: Mapping[str, Any]) -> dict[str, Any]:
    """``10年2个月``, 10 years and 2 months, ``8.5`` years: in months."""
    found = AGE.match(str(values.get("age", "")).strip())
    if found:
        return {"months_in_all": int(found["years"]) * MONTHS + int(found["months"] or 0)}
    years, months = values.get("age_years"), values.get("age_months")
    if years is None:
        return {"months_in_all": months}
    return {"months_in_all": years * MONTHS + (months if months and months < MONTHS else 0)}


def complete_event(values: Mapping[str, Any]) -> dict[str, Any]:
    """A violation that is named is a violation."""
    flag = BREACH_FLAGS.get(values.get("breach", ""))
    return {flag: values.get("outcome") != "excluded"} if flag else {}


def complete_alert(values: Mapping[str, Any]) -> dict[str, Any]:
    """An outcome from the state, where it says one."""
    state = values.get("state")
    return {"outcome": state} if state in {"confirmed", "excluded"} else {}


def complete_disposal(values: Mapping[str, Any]) -> dict[str, Any]:
    """A day or an amount remitted is a remittance."""
    is_told = bool(values.get("remitted_on") or values.get("remitted_amount"))
    return {"is_remitted": True} if is_told else {}


def complete_trip(values: Mapping[str, Any]) -> dict[str, Any]:
    """An order that is named is an order."""
    has = has_document(values.get("dispatch"))
    return {} if has is None else {"is_ordered": has}
