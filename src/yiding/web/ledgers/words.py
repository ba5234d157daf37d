"""Names that are data in two languages: kinds, fields, options, places, values of fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from yiding.ledgers.catalogue import Ledger
from yiding.registry.models import Jurisdiction
from yiding.rules.entries import Field, Kind, Option, Type
from yiding.rules.finding import plain
from yiding.rules.places import COUNTRY
from yiding.web.ledgers.terms import TERMS

_ROW = re.compile(r'code = "(\d+)"\nname = "([^"]+)"\nslug = "([^"]+)"')
#: Chinese measure words in units, in English; the longer first. 个 counts anything, so it has no
#: word of its own; by the litre it counts cells.
_MEASURES = {
    "亿元": "100 million yuan", "万元": "10,000 yuan",
    "万个/L": "10,000 cells/L", "个/L": "cells/L", "个/mL": "cells/mL", "/个": " each",
    "个/家": "per body", "个月": "months",
    "工作日": "working days", "元": "yuan", "人": "person", "年": "year", "月": "month",
    "天": "days", "日": "day", "次": "times", "个": "", "间": "rooms", "处": "places",
    "家": "bodies", "条": "items", "项": "items",
    "件": "cases", "台": "sets", "辆": "vehicles", "吨": "t", "级": "grade", "分": "points",
    "小时": "h", "倍": "times",
}  # fmt: skip
#: Endings of English field names that only say the unit again.
_UNITS = {"m2", "km2", "m", "cm", "km", "t", "mgl", "ugl", "mg", "ug", "yuan", "pct", "kg"}


def is_english() -> bool:
    """Is the page read in English?"""
    return (get_language() or "").startswith("en")


def either(chinese: str, english: str) -> str:
    """The one of two that the reader reads."""
    return english if is_english() and english else chinese


def in_chinese(words: str) -> SafeString:
    """Words that stay Chinese on an English page, and say so."""
    return format_html('<span lang="zh-CN">{}</span>', words)


def humanised(name: str) -> str:
    """``area_m2`` → ``Area``, ``city_head`` → ``City head``."""
    parts = name.replace("-", "_").split("_")
    while len(parts) > 1 and parts[-1] in _UNITS:
        parts.pop()
    words = " ".join(parts)
    return words[:1].upper() + words[1:]


def named(one: Kind | Field | Option) -> str:
    """The term of a kind, field or option; in English its name."""
    return either(one.term, humanised(one.name))


def unit_words(unit: str | None) -> str:
    """A unit as the reader reads it: ``m²/人`` → ``m²/person``."""
    words = unit or ""
    for measure, english in _MEASURES.items() if is_english() else ():
        words = words.replace(measure, english)
    return words


def with_unit(field: Field) -> str:
    """``使用面积（m²）``."""
    unit = unit_words(field.unit)
    if not unit:
        return named(field)
    return gettext("%(name)s（%(unit)s）") % {"name": named(field), "unit": unit}


def value_words(field: Field | None, value: Any) -> str:
    """A field's value as people write it; what is not given is a word."""
    if value is None or value in ("", [], ()):
        return gettext("无")
    if isinstance(value, Mapping):
        return _record(field, value)
    if isinstance(value, list | tuple):
        joint = "/" if field is not None and field.type == Type.SHARE else gettext("、")
        return joint.join(value_words(field, one) for one in value)
    return _single(field, value)


def _single(field: Field | None, value: Any) -> str:
    if field is not None and field.type == Type.CHOICE:
        return _option(field, str(value))
    if isinstance(value, bool) or (field is not None and field.type == Type.FLAG):
        return gettext("是") if str(value).lower() in {"true", "1", "是"} else gettext("否")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return plain(value) or "" if isinstance(value, Decimal) else str(value)


def _option(field: Field, name: str) -> str:
    known = {each: one for one in field.options for each in (one.name, one.term, *one.aliases)}
    return named(known[name]) if name in known else name


def _record(field: Field | None, value: Mapping[str, Any]) -> str:
    known = {one.name: one for one in field.fields} if field is not None else {}
    parts = (
        gettext("%(name)s %(value)s")
        % {
            "name": named(known[name]) if name in known else humanised(str(name)),
            "value": value_words(known.get(name), one),
        }
        for name, one in value.items()
        if one not in (None, "")
    )
    return gettext("，").join(parts)


def key_words(ledger: Ledger, name: str, key: str) -> str:
    """A key of a dated value: the option of the field that bears the key's name."""
    fields = [one for kind in ledger.kinds.values() for one in kind.fields if one.options]
    own = [one for one in fields if one.name == name]
    for field in (*own, *fields):
        found = next((one for one in field.options if one.name == key), None)
        if found:
            return named(found)
    return term_words(key)


def term_words(word: str) -> str:
    """A word of dated values: its Chinese term, or in English the word itself."""
    if re.search(r"[^a-z_]", word):
        return word
    return either(TERMS.get(word, word), humanised(word))


def key_head(ledger: Ledger, name: str) -> str:
    """What a key of dated values is called: the field's term where a field bears its name."""
    for kind in ledger.kinds.values():
        if name in kind.by_name:
            return named(kind.by_name[name])
    return term_words(name)


@cache
def _places() -> dict[str, tuple[str, str]]:
    table = files("yiding.reading").joinpath("places.toml").read_text("utf-8")
    return {code: (name, slug) for code, name, slug in _ROW.findall(table)}


def place_words(code: str) -> str:
    """The name of a 区划代码; the code itself where no table has it."""
    if code == COUNTRY:
        return gettext("全国")
    name, slug = _places().get(code[:6], ("", ""))
    if name:
        return either(name, humanised(slug).title())
    city = Jurisdiction.objects.filter(code=code).first()
    return either(city.name, city.name_en) if city else code
