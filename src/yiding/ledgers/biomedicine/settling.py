"""What follows from an entry's own words: codes, types, shares, days. Never over what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yiding.ledgers.biomedicine.identifiers import split_numbers
from yiding.ledgers.biomedicine.skeleton import PATHS, TASKS, code_of
from yiding.ledgers.biomedicine.unfolding import type_shown
from yiding.rules.parsing import NO

Values = Mapping[str, Any]
_INDUSTRY = re.compile(r"^[A-Z]?(0[6-9]|[1-3]\d|4[0-6])")
"""Mining, making, and the supply of power, gas and water."""
_NUMBER_FIELDS = {
    "approval_no": "批准文号",
    "certificate_no": "注册证号",
    "filing_no": "备案号",
    "acceptance_no": "受理号",
    "ctr_no": "登记号",
    "udi": "UDI",
}
_SINCE = re.compile(r"^(?:19|20)\d{2}")
_KINDS = {"H": "chemical", "S": "biological", "Z": "chinese", "F": "excipient"}
_LETTER = re.compile(r"国药准字(?P<letter>[HSZF])|^[CJ][XYBZ](?P<other>[HSZF])")
_WORDS = {"化": "chemical", "生物": "biological", "中药": "chinese"}
_NAMED = re.compile(
    r"规上(?:工业)?(?:总)?产值|规模以上工业总产值|园区产业产值|区产值规模|产业规模|发展规模|产业产值|"
    r"营业收入|企业数|产值|规模"
)


def complete_path(values: Values) -> dict[str, Any]:
    """A path's code from its name, and its name from its code."""
    return _coded(values, PATHS)


def complete_task(values: Values) -> dict[str, Any]:
    """A task's code from its name, and its name from its code."""
    return _coded(values, TASKS)


def _coded(values: Values, table: dict[str, str]) -> dict[str, Any]:
    code = code_of(values.get("code") or values.get("name"), table)
    return {"code": code, "name": table[code]} if code else {}


def complete_enterprise(values: Values) -> dict[str, Any]:
    """Whether it is industry, by its code; the last day of the year its revenue is of."""
    filled: dict[str, Any] = {}
    if code := values.get("industry_code"):
        filled["is_industrial"] = bool(_INDUSTRY.match(str(code)))
    if year := values.get("year"):
        filled["year_end"] = date(int(year), 12, 31)
    if told := values.get("above_threshold"):
        filled["is_registered_above"] = _is_above(str(told), year)
    return filled


def _is_above(told: str, year: Decimal | None) -> bool:
    """Yes, or the year from which: of a year before that it was not yet."""
    since = _SINCE.match(told.strip())
    if since is None:
        return told.strip().lower() not in NO
    return year is None or int(since[0]) <= year


def complete_product(values: Values) -> dict[str, Any]:
    """Drug or device, and the kind of drug, as its numbers and its class show."""
    texts = list(_texts(values))
    filled: dict[str, Any] = {}
    if shown := type_shown(texts):
        filled["type"] = shown
    approved, filed = values.get("approved_on"), values.get("renewal_filed_on")
    if approved and filed and approved >= filed:
        filled["renewal_approved_on"] = approved
    if kind := _kind_of_drug(str(values.get("product_class") or ""), texts):
        filled["drug_kind"] = kind
    return filled


def _texts(values: Values) -> Iterator[str]:
    """Everything it says, of a list each part."""
    for told in values.values():
        yield from map(str, told if isinstance(told, list | tuple) else [told])


def _kind_of_drug(told: str, texts: list[str]) -> str | None:
    named = next((kind for word, kind in _WORDS.items() if word in told), None)
    found = next((one for one in map(_LETTER.search, texts) if one), None)
    return named or (_KINDS[found["letter"] or found["other"]] if found else None)


def odd_numbers(values: Values) -> Iterator[str]:
    """A cell in which several numbers were run together."""
    for name, term in _NUMBER_FIELDS.items():
        count = len(split_numbers(str(values.get(name) or "")))
        if count > 1:
            yield f"“{term}”一格里连写了{count}个号，已经拆开来认。"


def complete_figure(values: Values) -> dict[str, Any]:
    """The 口径 its name tells; the share of the largest unit behind."""
    filled = complete_cell(values)
    if named := definition_named(str(values.get("name") or "")):
        filled["definition"] = named
    return filled


def definition_named(name: str) -> str | None:
    """The 口径 that the name of a figure tells."""
    found = _NAMED.search(name)
    return found[0] if found else None


def complete_cell(values: Values) -> dict[str, Any]:
    """The share of the largest unit, in per cent."""
    largest, whole = values.get("largest"), values.get("value")
    if isinstance(largest, Decimal) and isinstance(whole, Decimal) and whole:
        return {"largest_share": largest * 100 / whole}
    return {}
