"""Pages 分页 by what the last row was: rows added meanwhile move nothing and hide nothing."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from yiding.api.problems import invalid

#: Rows on a page, where nothing else is asked, and at most.
A_PAGE, LARGEST = 50, 200
_SMALLEST, _GREATEST = -(2**63), 2**63 - 1


@dataclass(frozen=True)
class Order:
    """排序: its name in the cursor; its columns, ``-`` before a falling one, the last unique."""

    name: str
    columns: tuple[str, ...]
    #: The columns that hold days; the others hold whole numbers, or text where named.
    days: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Page:
    """One page of rows, and the cursor of the next; none at the end."""

    rows: list[Any]
    next: str | None


def page_of(rows: QuerySet[Any], order: Order, cursor: str | None, limit: int) -> Page:
    """The rows after a cursor, one query however far in."""
    if cursor:
        rows = rows.filter(_after(order, _values(order, cursor)))
    found = list(rows.order_by(*order.columns)[: limit + 1])
    more = len(found) > limit
    found = found[:limit]
    return Page(found, _cursor(order, found[-1]) if more else None)


def _cursor(order: Order, row: Any) -> str:
    values = [getattr(row, column.lstrip("-")) for column in order.columns]
    plain = [one.isoformat() if isinstance(one, date) else one for one in values]
    written = json.dumps([order.name, *plain], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def _values(order: Order, cursor: str) -> list[Any]:
    try:
        written = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        name, *plain = json.loads(written)
        if name != order.name or len(plain) != len(order.columns):
            raise ValueError(name)
        return [
            _value(order, column, one) for column, one in zip(order.columns, plain, strict=True)
        ]
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        words = _("这个游标不是此处给出的。请从头查起，不要改动查询条件。")
        raise invalid({"cursor": [words]}) from error


def _value(order: Order, column: str, plain: Any) -> Any:
    name = column.lstrip("-")
    if plain is None:
        return None
    if name in order.days:
        return date.fromisoformat(plain)
    return _text(plain) if name in order.texts else _whole_number(plain)


def _text(plain: Any) -> str:
    if isinstance(plain, str) and plain.isprintable():
        return plain
    raise ValueError(plain)


def _whole_number(plain: Any) -> int:
    if type(plain) is int and _SMALLEST <= plain <= _GREATEST:
        return plain
    raise ValueError(plain)


def _after(order: Order, values: list[Any]) -> Q:
    """Beyond the last row: in the first column, or level there and beyond in the next, …"""
    first, *rest = zip(order.columns, values, strict=True)
    beyond = _beyond(*first)
    level = _level(*first)
    for column, value in rest:
        beyond |= level & _beyond(column, value)
        level &= _level(column, value)
    return beyond & _not_before(*first)


def _level(column: str, value: Any) -> Q:
    name = column.lstrip("-")
    return Q(**{f"{name}__isnull": True}) if value is None else Q(**{name: value})


def _beyond(column: str, value: Any) -> Q:
    name, falls = column.lstrip("-"), column.startswith("-")
    nulls_come_last = connection.features.nulls_order_largest != falls
    if value is None:
        return Q(pk__in=[]) if nulls_come_last else Q(**{f"{name}__isnull": False})
    beyond = Q(**{f"{name}__{'lt' if falls else 'gt'}": value})
    return beyond | Q(**{f"{name}__isnull": True}) if nulls_come_last else beyond


def _not_before(column: str, value: Any) -> Q:
    """Said once more for the first column alone, so that an index can begin there."""
    name, falls = column.lstrip("-"), column.startswith("-")
    nulls_come_last = connection.features.nulls_order_largest != falls
    if value is None:
        return Q()
    bound = Q(**{f"{name}__{'lte' if falls else 'gte'}": value})
    may_follow = nulls_come_last and name not in _NEVER_NULL
    return bound | Q(**{f"{name}__isnull": True}) if may_follow else bound


#: Columns that stand first in an order and hold a value in every row of it.
_NEVER_NULL = frozenset({"clock_on", "id", "matter_id", "seq", "code"})
