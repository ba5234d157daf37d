"""What follows from the entries checked together: a case's transfer, a push's case, a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from yiding.rules.entries import Entry

REFERENCES = ("item", "task_code", "catalog_code")
BASIS = ("state_council_approval", "provincial_decision", "government_decision", "legal_basis")
MOVE = ("mode", "from_dept", "to_bureau", "cutover_date")


def names_of(entry: Entry) -> tuple[str, ...]:
    """Everything by which an entry names an item, its own id where it is one."""
    own = (entry.id, entry.task_name) if entry.kind == "item" else ()
    named = (*own, *(entry.values.get(one) for one in REFERENCES))
    return tuple(dict.fromkeys(one for one in named if one))


def of_item(entry: Entry, kind: str) -> Iterator[Entry]:
    """The entries of a kind about the same item, each once."""
    seen: set[str] = set()
    for name in names_of(entry):
        for field in REFERENCES:
            for one in entry.batch.referring(kind, field, name):
                if one.id not in seen:
                    seen.add(one.id)
                    yield one


def item_of(entry: Entry) -> Entry | None:
    """The item that an entry is about."""
    for name in names_of(entry):
        found = entry.batch.look_up("item", name)
        for field in ("task_code", "catalog_code", "task_name"):
            found = found or next(entry.batch.referring("item", field, name), None)
        if found is not None:
            return found
    return None


def batch_of(entry: Entry) -> Entry | None:
    """The batch of transfers that an entry belongs to."""
    if entry.batch_no is None:
        return None
    found = entry.batch.look_up("transfer_batch", entry.batch_no)
    return found or next(entry.batch.referring("transfer_batch", "no", entry.batch_no), None)


def _given(entry: Entry | None, *names: str) -> dict[str, Any]:
    """The fields of an entry that are known."""
    values = {} if entry is None else entry.values
    return {name: values[name] for name in names if values.get(name) is not None}


def of_transfer(entry: Entry) -> Mapping[str, Any]:
    """The kind and times of its item; the basis, day and cut-over of its batch."""
    batch = batch_of(entry)
    told = _given(batch, *BASIS, "cutover_date")
    day = _given(batch, "date")
    return {
        **_given(item_of(entry), "item_kind", "limits_freedom", "task_name"),
        **told,
        **({"batch_date": day["date"]} if day else {}),
    }


def of_case(entry: Entry) -> Mapping[str, Any]:
    """The kind and limits of its item, and the latest transfer that moved it."""
    moved = [one for one in of_item(entry, "transfer") if one.cutover_date is not None]
    latest = max(moved, key=lambda one: one.cutover_date, default=None)
    item = item_of(entry)
    return {**_given(item, "item_kind", "anticipate_day", "promise_day"), **_given(latest, *MOVE)}


def of_push(entry: Entry) -> Mapping[str, Any]:
    """When its case was decided."""
    if entry.case is None:
        return {}
    case = entry.batch.look_up("case", entry.case)
    case = case or next(entry.batch.referring("case", "case_no", entry.case), None)
    return _given(case, "decided_at", "item")


def of_handover(entry: Entry) -> Mapping[str, Any]:
    """The day of its transfer's or batch's decision, and the cut-over."""
    transfer = entry.batch.look_up("transfer", entry.transfer)
    batch = batch_of(entry) or (batch_of(transfer) if transfer is not None else None)
    day = _given(batch, "date")
    return {
        **_given(batch, "cutover_date"),
        **_given(transfer, "from_dept", "to_bureau", "cutover_date"),
        **({"started_on": day["date"]} if day else {}),
    }


def of_service(entry: Entry) -> Mapping[str, Any]:
    """The kind of its item."""
    return _given(item_of(entry), "item_kind", "task_name")
