"""The reference page of the shipped rule packs, written from the packs themselves.

``python -m yiding.followup.rulepack_page > docs/reference/rulepacks.md`` writes it anew; a test
compares the page with the data.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from yiding.followup.rulepack_load import NEUTRAL, load_rulepacks
from yiding.followup.rulepack_model import Origin, RulePack, Rung
from yiding.followup.rulepack_words import (
    ANCHORS,
    CLOCKS,
    ROLES,
    SCORES,
    Valued,
    approval_values,
    narrowing_words,
    origin_words,
    rule_values,
    term_words,
    trigger_words,
)

INTRODUCTION = """\
# The rule packs 规则包

Written from `rulepacks/*.toml` by `python -m yiding.followup.rulepack_page`; a test holds this page
and the data alike. How to write one: [the format](rulepack-format.md).

A pack says what one office does: days, colours, rungs, who signs. Every value names its source.
**系统自拟** marks our own proposal: an office confirms it or puts its own in its place. A pack
states only what its source fixes; the rest is the neutral pack's, whose section below is complete.
A figure nobody has confirmed (`confirmed = false`) is shown and never decides.
"""
COLOURS = {"blue": "蓝", "yellow": "黄", "orange": "橙", "red": "红", None: ""}
Row = tuple[str, ...]


def rulepacks_page(packs: Iterable[RulePack]) -> str:
    """The page in Markdown."""
    sections = ["\n".join(_section(pack)) for pack in packs]
    return "\n".join([INTRODUCTION, *sections]).rstrip() + "\n"


def _section(pack: RulePack) -> Iterator[str]:
    yield f"## `{pack.slug}` {pack.name.zh}\n"
    yield from _head(pack)
    yield from _table(("项目", "代号", "期限", "自", "出处", "说明"), _clocks(pack))
    yield from _table(("项目", "代号", "规定", "出处", "说明"), _values(pack, rule_values(pack)))
    yield from _table(
        ("审批", "代号", "由谁决定", "出处", "说明"), _values(pack, approval_values(pack))
    )
    yield from _table(
        ("档次", "代号", "颜色", "触发条件", "签发", "限期回复", "须查无正当理由", "出处", "说明"),
        [row for rung in pack.rungs for row in _rung(pack, rung)],
    )
    yield from _scoring(pack)
    yield from _table(("未核实", "所见", "出处", "说明"), _set_aside(pack))


def _head(pack: RulePack) -> Iterator[str]:
    since = pack.in_force_from.isoformat() if pack.in_force_from else "未载明"
    yield f"{pack.name.en}. 地区：{pack.place.zh}。施行：{since}。"
    if pack.instrument:
        yield f"出处：{origin_words(Origin(pack.slug, pack.instrument)).text}。"
        yield pack.instrument.note or ""
    yield f"{pack.note or ''}\n"
    ladder = " → ".join(rung.name.zh for rung in pack.rungs)
    yield f"档次由低到高：{ladder}。\n"


def _table(head: Row, rows: Iterable[Row]) -> Iterator[str]:
    found = list(rows)
    if found:
        yield from (_line(head), _line(("---",) * len(head)), *map(_line, found), "")


def _line(cells: Row) -> str:
    return "| " + " | ".join(cells) + " |"


def _is_shown(pack: RulePack, *origins: Origin) -> bool:
    return any(origin.pack == pack.slug for origin in origins)


def _clocks(pack: RulePack) -> Iterator[Row]:
    for clock in pack.clocks:
        if _is_shown(pack, clock.origin):
            direction = "前" if clock.is_before else "后"
            anchor = ANCHORS[clock.counted_from] + direction
            length, source = term_words(clock.term).text, origin_words(clock.origin).text
            yield CLOCKS[clock.name], f"`{clock.name}`", length, anchor, source, clock.note or ""


def _values(pack: RulePack, values: Iterable[Valued]) -> Iterator[Row]:
    for one in values:
        if _is_shown(pack, one.origin):
            source = origin_words(one.origin).text
            yield one.name, f"`{one.key}`", one.words.text, source, one.note


def _rung(pack: RulePack, rung: Rung) -> Iterator[Row]:
    if not _is_shown(pack, *rung.origins.values()):
        return
    check = "是" if rung.needs_no_good_reason else "否"
    reply = term_words(rung.reply_within).text if rung.reply_within else ""
    yield (
        rung.name.zh, f"`{rung.slug}`", COLOURS[rung.colour], "<br>".join(_triggers(pack, rung)),
        ROLES[rung.signed_by] + _mark(rung, "signed_by"), reply + _mark(rung, "reply_within"),
        check + _mark(rung, "needs_no_good_reason"), origin_words(rung.origins["triggers"]).text,
        rung.note or "",
    )  # fmt: skip


def _mark(rung: Rung, field: str) -> str:
    own, whole = rung.origins.get(field), rung.origins["triggers"]
    differs = own is not None and own.instrument != whole.instrument
    return f"（{origin_words(own).text}）" if own and differs else ""


def _triggers(pack: RulePack, rung: Rung) -> Iterator[str]:
    whole = rung.origins["triggers"]
    for trigger in rung.triggers:
        words = [each.text for each in narrowing_words(pack, trigger)]
        if trigger.origin != whole:
            words.append(origin_words(trigger.origin).text)
        aside = f"（{'；'.join(words)}）" if words else ""
        yield trigger_words(pack, trigger).text + aside


def _scoring(pack: RulePack) -> Iterator[str]:
    found = pack.scoring
    if found is None or not _is_shown(pack, found.origin):
        return
    source, note = origin_words(found.origin).text, found.note or ""
    points = [(SCORES.get(key, key), f"{value:+d}") for key, value in found.points.items()]
    weights = [(SCORES.get(key, key), str(value)) for key, value in found.weights.items()]
    yield f"计分，出处：{source}。{note}\n"
    yield from _table(("情形", "分"), points)
    yield from _table(("工作", "权重"), weights)


def _set_aside(pack: RulePack) -> Iterator[Row]:
    for each in pack.set_aside:
        values = "，".join(f"{key} = {value}" for key, value in each.values.items())
        yield f"`{each.key}`", values, origin_words(each.origin).text, each.note or ""


def main() -> None:
    """Write the page to standard output."""
    packs = load_rulepacks()
    sys.stdout.write(rulepacks_page([packs[NEUTRAL], *(p for p in packs.values() if p.extends)]))


if __name__ == "__main__":
    main()
