"""What follows from what an office, an allocation or a person says: levels, cards, users, heads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yiding.ledgers.premises.office_fields import ROOM
from yiding.ledgers.premises.ranks import LEVEL_OF_RANK

HEADS = ("市长", "市委书记", "县长", "县委书记", "区长", "区委书记", "省长", "省委书记", "mayor",
         "party secretary", "governor", "自治区主席", "州长", "旗长", "党政正职")  # fmt: skip
OTHERS = (
    "人大",
    "政协",
    "纪委",
    "监委",
    "法院",
    "检察院",
    "副",
    "congress",
    "cppcc",
    "deputy",
    "vice",
)
REFUSED = frozenset(
    {"无", "没有", "未批", "未经批准", "未审批", "false", "no", "none", "0", "否", "未"}
)


def complete_office(values: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from what an office says."""
    return {
        **complete_records(values),
        **level_by_rank(values),
        **_room_key(values),
        **_users(values),
        **_toilet(values),
        **_order(values),
        **head_by_post(values),
        **_left(values),
    }


def level_by_rank(values: Mapping[str, Any]) -> dict[str, Any]:
    """市级副职 is of a body of city level, whether or not that is said."""
    level = LEVEL_OF_RANK.get(values.get("rank", ""))
    return {"level": level} if level else {}


def complete_records(values: Mapping[str, Any]) -> dict[str, Any]:
    """Approval, card and return, from the document, number or day that shows them."""
    shown = {
        "is_approved": has_document(values.get("basis_doc") or values.get("approver")),
        "has_asset_card": has_document(values.get("asset_card_no")),
        "is_returned": True if values.get("returned_on") else None,
    }
    return {name: told for name, told in shown.items() if told is not None}


def has_document(written: str | None) -> bool | None:
    """Whether a document's name names one; 无 and its like say that there is none."""
    return None if written is None else written.strip().lower() not in REFUSED


def _left(values: Mapping[str, Any]) -> dict[str, Any]:
    """An allocation that ends for a reason ends with the office given up."""
    ends_on = values.get("ends_on")
    causes = {"relieved_on": "vacated_on", "formalities_done_on": "recovered_on"}
    return {done: ends_on for cause, done in causes.items() if ends_on and cause in values}


def _room_key(values: Mapping[str, Any]) -> dict[str, Any]:
    """Where a room is, in one piece: rows with the same one are one room."""
    if "room_no" not in values:
        return {}
    return {"room_key": "/".join(str(values.get(name, "")) for name in ROOM)}


def _users(values: Mapping[str, Any]) -> dict[str, Any]:
    users = values.get("occupants")
    if not users:
        return {}
    first, *others = users
    own = {name: first[name] for name in ("rank", "level") if name in first and not others}
    return {"occupant_count": sum(one.get("count", 1) for one in users), **own}


def _toilet(values: Mapping[str, Any]) -> dict[str, Any]:
    parts = {"has_private_toilet": "toilet_area_m2", "has_rest_room": "rest_room_area_m2"}
    return {has: True for has, area in parts.items() if values.get(area)}


def _order(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"order": "second"} if values.get("is_second_office") else {}


def head_by_post(values: Mapping[str, Any]) -> dict[str, Any]:
    """Whether the post is that of the party's or the government's head."""
    post = str(values.get("post", "")).lower()
    if not post:
        return {}
    if any(word in post for word in OTHERS):
        return {"is_party_government_head": False}
    return {"is_party_government_head": True} if any(word in post for word in HEADS) else {}
