"""What is given nested or joined, written out as plain fields.

``{"part": {"area": 40000, "heads": 400}}``, ``"part": "40000/400"``, ``"issued": "8/9"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from yiding.ledgers.renewal.choices import MATTERS, SOURCES
from yiding.ledgers.renewal.shared_fields import CHANGE, FUNDS, OWNERS
from yiding.rules.parsing import NO, YES, tidy

Given = Mapping[str, Any]
PROGRAMME_BEGAN = date(2017, 12, 1)
"""The first pilots: an acceptance before it is that of the houses, not of their renovation."""
_GROUPS = {
    "total": ("total", "all", "全部", "全体", "总计", "totals"),
    "part": ("part", "participating", "participation", "参与", "participants", "participated"),
    "yes": ("yes", "agree", "agreed", "同意", "for", "in_favour"),
}
_GROUP_OF = {tidy(word): group for group, words in _GROUPS.items() for word in words}
_AREA = frozenset(map(tidy, ("area", "area_m2", "area_sqm", "面积", "m2", "㎡")))
_HEADS = frozenset(map(tidy, ("heads", "人数", "people", "owners", "persons", "head_count")))
_SHARE = re.compile(r"^\s*(?P<part>\d+)\s*(?:/|of|／)\s*(?P<whole>\d+)\s*$")
_ACCEPTED = frozenset(map(tidy, ("acceptance_date", "accepted_on", "acceptance", "accepted",
                                 "竣工验收日期", "验收日期", "验收")))  # fmt: skip
_SOURCES = frozenset(tidy(word) for one in SOURCES for word in (one.name, one.term, *one.aliases))
_FUNDS = frozenset(tidy(word) for word in FUNDS.names)
_OWNERS = frozenset(tidy(word) for word in OWNERS.names)
_HELD = frozenset(
    map(
        tidy,
        ("unsold", "unsold_units", "developer_unsold", "developer_units", "undelivered_units",
         "unsold_count", "units_unsold", "developer_unsold_units", "未售套数", "未售"),
    )
)  # fmt: skip
_WHERE = frozenset(map(tidy, ("city_or_county_town", "urban_rural", "城乡")))
_CHANGE = frozenset(tidy(word) for word in CHANGE.names)
_MATTER_NO = frozenset(map(tidy, ("matter_no", "matter_number", "事项序号", "表决事项序号")))
_MATTERS = frozenset(tidy(word) for one in MATTERS for word in (one.name, one.term, *one.aliases))
_PLACES = frozenset(map(tidy, ("places", "by_place", "parts", "place_counts", "counts", "分地区",
                               "by_district", "breakdown")))  # fmt: skip
_STATED = {
    tidy(word): said
    for said, words in (
        ("is_named", ("named", "is_named", "named_on")),
        ("started", ("started", "开工", "start")),
        ("finished", ("finished", "完工", "finish")),
        ("accepted", ("accepted", "acceptance", "验收", "is_accepted")),
        ("settled", ("settled", "settlement_done")),
    )
    for word in words
}
"""What is told by yes or no of a thing that has a day."""
_SUMS = frozenset(map(tidy, ("total", "printed_total", "sum", "合计", "总数")))
_TASK = frozenset(map(tidy, ("task", "tasks", "任务")))
_DOCUMENTS = frozenset(map(tidy, ("documents", "docs", "mechanism_docs", "mechanism_documents",
                                  "issued_documents", "mechanisms", "机制文件")))  # fmt: skip
_DAY_OF = {"planned": "planned_finish", "计划": "planned_finish", "done": "finish_date",
           "完成": "finish_date", "completed": "finish_date"}  # fmt: skip
_ISSUED = frozenset(map(tidy, ("issued", "issued_count", "k", "done", "已出台数", "progress")))


def unfold_owners(given: Given) -> dict[str, Any]:
    """Owners as ``{"A": 3, "开发商": 20}``; what the developer holds, told beside them."""
    plain: dict[str, Any] = {}
    held: list[dict[str, Any]] = []
    for name, raw in given.items():
        if tidy(name) in _HELD and _is_count(raw):
            held.append({"units": raw, "is_unsold": True})
        else:
            plain[name] = _owners(raw) if tidy(name) in _OWNERS else raw
    listed = next((name for name in plain if tidy(name) in _OWNERS), "owners")
    return {**plain, listed: [*plain.get(listed, ()), *held]} if held else plain


def _owners(raw: Any) -> Any:
    """A table of names and numbers, or records, as records; anything else as it is."""
    if isinstance(raw, Mapping) and raw and all(map(_is_count, raw.values())):
        return [{"owner": owner, "units": units} for owner, units in raw.items()]
    if isinstance(raw, list | tuple):
        return [dict(_owner(one)) if isinstance(one, Mapping) else one for one in raw]
    return raw


def _owner(one: Given) -> Iterator[tuple[str, Any]]:
    for name, raw in one.items():
        if tidy(name) in _HELD and _is_count(raw):
            yield from (("units", raw), ("is_unsold", True))
        else:
            yield name, raw


def _is_count(raw: Any) -> bool:
    return not isinstance(raw, bool) and str(raw).strip().isdecimal()


def unfold_vote(given: Given) -> dict[str, Any]:
    """A vote whose areas and heads stand in pairs, with its owners."""
    laid = unfold_owners(given)
    told = dict(pair for name, raw in laid.items() for pair in _pairs(name, raw))
    return {"matter" if _is_in_words(name, one) else name: one for name, one in told.items()}


def _is_in_words(name: str, raw: Any) -> bool:
    """A matter told in other words than the law's own where its number was asked for."""
    is_asked = tidy(name) in _MATTER_NO and isinstance(raw, str) and tidy(raw) not in _MATTERS
    return is_asked and not any(one.isdecimal() for one in raw)


def _pairs(name: str, raw: Any) -> Iterator[tuple[str, Any]]:
    group = _GROUP_OF.get(tidy(name))
    if group and isinstance(raw, Mapping):
        yield from ((_measure(group, key), one) for key, one in raw.items())
    elif group and isinstance(raw, list | tuple) and len(raw) == 2:
        yield from zip((f"{group}_area", f"{group}_heads"), raw, strict=True)
    elif group and isinstance(raw, str) and raw.count("/") == 1:
        yield from zip((f"{group}_area", f"{group}_heads"), raw.split("/"), strict=True)
    elif tidy(name) in {"area", "areas", "heads", "面积", "人数"} and isinstance(raw, Mapping):
        what = "heads" if tidy(name) in {"heads", "人数"} else "area"
        yield from ((f"{_GROUP_OF.get(tidy(key), key)}_{what}", one) for key, one in raw.items())
    else:
        yield name, raw


def _measure(group: str, key: str) -> str:
    if tidy(key) in _AREA:
        return f"{group}_area"
    return f"{group}_heads" if tidy(key) in _HEADS else key


def unfold_plan(given: Given) -> dict[str, Any]:
    """A plan whose task stands in an object."""
    laid = {name: _parts(raw) if tidy(name) in _PLACES else raw for name, raw in given.items()}
    if any(tidy(name) in _PLACES for name in laid):
        laid = {"communities" if _is_sum(name, raw) else name: raw for name, raw in laid.items()}
    task = next((raw for name, raw in laid.items() if tidy(name) in _TASK), None)
    if not isinstance(task, Mapping):
        return laid
    return {**task, **{name: raw for name, raw in laid.items() if tidy(name) not in _TASK}}


def _is_sum(name: str, raw: Any) -> bool:
    """A total beside places is that of their communities."""
    return tidy(name) in _SUMS and _is_count(raw)


def _parts(raw: Any) -> Any:
    """``5+4+6`` as three places."""
    is_sum = isinstance(raw, str) and "+" in raw
    return [one.strip() for one in raw.split("+")] if is_sum else raw


def unfold_mechanism(given: Given) -> dict[str, Any]:
    """``"issued": "8/9"`` as two counts; ``"issued": true`` as a state; a day as a day."""
    plain: dict[str, Any] = {}
    for name, raw in given.items():
        if tidy(name) in _DOCUMENTS:
            plain |= _documents(name, raw)
        else:
            plain |= _issued(name, raw) if tidy(name) in _ISSUED else {name: raw}
    return plain


def _documents(name: str, raw: Any) -> dict[str, Any]:
    """How many documents there are, or which; a name alone is a document that is there."""
    if _is_count(raw):
        return {"issued_count": raw}
    if isinstance(raw, Mapping) and raw and not any(map(_is_nested, raw.values())):
        said = {key: one for key, one in raw.items() if str(one).strip().lower() not in NO}
        dated = [{"name": key, "issued_on": one} for key, one in said.items() if _is_day(one)]
        return {"documents": dated} if dated else {"issued_count": len(said)}
    is_named = isinstance(raw, list | tuple) and not any(map(_is_nested, raw))
    if is_named and not any(map(_is_day, raw)):
        return {"issued_count": len(raw)}
    return {name: raw}


def _is_nested(raw: Any) -> bool:
    return isinstance(raw, Mapping | list | tuple)


def _is_day(raw: Any) -> bool:
    return isinstance(raw, date) or len(re.findall(r"\d+", str(raw))) == 3


def _issued(name: str, raw: Any) -> dict[str, Any]:
    if isinstance(raw, Mapping):
        return {str(key): one for key, one in raw.items()}
    if found := _SHARE.match(str(raw)):
        return {"issued_count": found["part"], "total": found["whole"]}
    if isinstance(raw, list | tuple):
        return _documents("documents", raw)
    word = str(raw).strip().lower()
    if isinstance(raw, bool) or (word in YES | NO and not word.isdecimal()):
        return {"state": "issued"} if word in YES else {}
    return {"issued_on": raw} if _is_day(raw) else {name: raw}


def unfold_content(given: Given) -> dict[str, Any]:
    """What was planned or done told by its day and not by how much of it."""
    return {_DAY_OF.get(tidy(name), name) if _is_day(raw) else name: raw
            for name, raw in given.items()}  # fmt: skip


def unfold_works(given: Given) -> dict[str, Any]:
    """Money by source; ``"accepted": true`` as the stage that was reached, no day being told."""
    plain: dict[str, Any] = {}
    for name, raw in unfold_money(given).items():
        said = _STATED.get(tidy(name)) if isinstance(raw, bool) else None
        if said is None:
            plain[name] = raw
        elif said == "is_named" or raw:
            plain |= {"is_named": raw} if said == "is_named" else {"stage": said}
    return plain


def unfold_money(given: Given) -> dict[str, Any]:
    """Money by source as ``{"中央": "100", "居民": "5"}``; a change that there is not is none."""
    plain: dict[str, Any] = {}
    for name, raw in given.items():
        if tidy(name) in _FUNDS and isinstance(raw, Mapping) and _is_by_source(raw):
            plain[name] = [{"source": source, **_amounts(one)} for source, one in raw.items()]
        elif not (tidy(name) in _CHANGE and str(raw).strip().lower() in NO):
            plain[name] = raw
    return plain


def _is_by_source(raw: Given) -> bool:
    return bool(raw) and all(tidy(str(one)) in _SOURCES for one in raw)


def _amounts(raw: Any) -> Given:
    return raw if isinstance(raw, Mapping) else {"planned": raw}


def unfold_community(given: Given) -> dict[str, Any]:
    """An acceptance before there were renovations is that of the houses themselves."""
    return {
        "completed_on" if tidy(name) in _ACCEPTED and _is_old(raw) else name: raw
        for name, raw in unfold_works(unfold_owners(_urban(given))).items()
    }


def _urban(given: Given) -> dict[str, Any]:
    """``{"city_or_county_town": true}`` says whether, and not which."""
    return {
        "is_urban" if isinstance(raw, bool) and tidy(name) in _WHERE else name: raw
        for name, raw in given.items()
    }


def _is_old(raw: Any) -> bool:
    if isinstance(raw, datetime):
        return raw.date() < PROGRAMME_BEGAN
    if isinstance(raw, date):
        return raw < PROGRAMME_BEGAN
    digits = re.findall(r"\d+", str(raw))
    return bool(digits) and len(digits[0]) >= 4 and int(digits[0][:4]) < PROGRAMME_BEGAN.year
