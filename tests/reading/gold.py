"""How far a reading agrees with the expected one beside its sample.

``python -m tests.reading.gold [NAME …] [--sealed]`` prints right/total a sample and field group,
then every difference. Differences of sealed samples (用途 = 验收) are shown only with
``--sealed``: they tell how good the reader is and must not be used to tune it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yiding

from .expected import ABSENT, EITHER, WORDS, Squeezed, accepts, name_lists, samples, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiding.reading.model import Item, Obligation, Reading

GROUPS = [
    "文种", "版头", "会议", "议题", "结论", "任务", "责任", "时限", "办结", "措辞", "名单", "版记",
]  # fmt: skip

# What a key of the head says: its group and where the reading keeps it.
FACTS: dict[str, tuple[str, str]] = {
    "文种": ("文种", "kind"),
    "地址": ("版头", "address"),
    "发文机关": ("版头", "issuer.name"),
    "纪要名称": ("版头", "genre"),
    "文号": ("版头", "number"),
    "文号.原文": ("版头", "number.text"),
    "文号.代字": ("版头", "number.prefix"),
    "文号.年": ("版头", "number.year"),
    "文号.序号": ("版头", "number.serial"),
    "会次": ("版头", "session"),
    "会次.次数": ("版头", "session.number"),
    "会次.届": ("版头", "session.term"),
    "会次.年度": ("版头", "session.year"),
    "会次.扩大": ("版头", "session.expanded"),
    "会议时间.日期": ("会议", "held_on.date"),
    "会议时间.时段": ("会议", "held_on.part_of_day"),
    "会议时间.依据": ("会议", "held_on.basis"),
    "地点": ("会议", "place"),
    "主持.姓名": ("会议", "chair.name"),
    "主持.职务": ("会议", "chair.post"),
    "主持.代理": ("会议", "chair.acting"),
    "主持.受托": ("会议", "chair.on_behalf_of"),
    "名单.记录": ("名单", "attendance.recorder.name"),
    "版记.整理单位": ("版记", "compiled.by"),
    "版记.整理日期": ("版记", "compiled.on"),
    "版记.公开": ("版记", "disclosure"),
    "版记.印发单位": ("版记", "printed.by"),
    "版记.印发日期": ("版记", "printed.on"),
}
DUTY_FACTS: dict[str, tuple[str, str]] = {
    "牵头": ("责任", "lead"),
    "配合": ("责任", "assist"),
    "责任依据": ("责任", "bearer_basis"),
    "泛指": ("责任", "group"),
    "时限原文": ("时限", "deadline.text"),
    "时限类别": ("时限", "deadline.kind"),
    "时限": ("时限", "deadline.date"),
    "起始": ("时限", "deadline.start"),
    "办结": ("办结", "closing.kind"),
    "报送对象": ("办结", "closing.to"),
    "力度": ("措辞", "modality"),
    "是否具有约束力": ("任务", "binding"),
}
MEETING_FACTS = {
    "次数": "session.number",
    "届": "session.term",
    "日期": "held_on.date",
    "主持人": "chair.name",
}


@dataclass(frozen=True)
class Difference:
    """One place where a reading is not what was expected."""

    group: str
    message: str


@dataclass
class Tally:
    """Right and total a field group, and what differs."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)

    def check(self, group: str, agrees: bool, message: str) -> None:
        self.total[group] += 1
        self.right[group] += agrees
        if not agrees:
            self.differences.append(Difference(group, message))

    def fact(self, group: str, place: tuple[str, str], wanted: object, got: object) -> None:
        """Compare one field; ``place`` is (where, key)."""
        where, key = place
        told = f"{where}{key}应为{shown(wanted)}，读作{shown(got)}。"
        self.check(group, accepts(key, wanted, got), told)

    def of(self, group: str) -> list[str]:
        return [found.message for found in self.differences if found.group == group]

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.total += other.total


def reach(value: Any, path: str) -> Any:
    """``session.number`` of a reading; None where any step is absent."""
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value


def shown(value: Any) -> str:
    if value is None or value == []:
        return "空"
    if isinstance(value, list | tuple):
        return "／".join(shown(option) for option in value)
    return str(value)


# --- comparing ------------------------------------------------------------------------------


def compare(expected: dict[str, Any], reading: Reading) -> Tally:
    """Every field the expected file names against the reading."""
    tally = Tally()
    compare_head(tally, expected, reading)
    compare_roll(tally, expected.get("名单", {}), reading)
    if "分送" in expected.get("版记", {}):
        tally.fact("版记", ("", "分送"), expected["版记"]["分送"], reading.distribution)
    compare_meetings(tally, expected.get("其他会议", []), reading)
    compare_items(tally, expected, reading)
    compare_duties(tally, expected, reading)
    return tally


def flat(expected: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in expected.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", found) for inner, found in value.items())
        else:
            yield key, value


def compare_head(tally: Tally, expected: dict[str, Any], reading: Reading) -> None:
    for key, wanted in flat(expected):
        if key in FACTS:
            group, path = FACTS[key]
            tally.fact(group, ("", key), wanted, reach(reading, path))


def compare_roll(tally: Tally, roll: dict[str, Any], reading: Reading) -> None:
    people = {"出席": reading.attendance.present, "缺席": reading.attendance.absent}
    for key, read in people.items():
        if key in roll:
            tally.fact("名单", ("", key), roll[key], [person.name for person in read])
    if "列席" in roll:
        compare_observers(tally, roll["列席"], reading)


def compare_observers(tally: Tally, wanted: list[dict[str, Any]], reading: Reading) -> None:
    read = {(found.unit, found.names): found for found in reading.attendance.observers}
    for entry in wanted:
        found = read.pop((entry.get("单位"), tuple(entry["姓名"])), None)
        agrees = found is not None and found.representative == entry.get(
            "代表", found.representative
        )
        tally.check("名单", agrees, f"列席未读出{shown(list(entry.values()))}。")
    tally.check("名单", not read, f"列席多读出{shown(list(read))}。")


def compare_meetings(tally: Tally, wanted: list[dict[str, Any]], reading: Reading) -> None:
    for number, entry in enumerate(wanted, 1):
        meeting = next(iter(reading.more_meetings[number - 1 : number]), None)
        for key, value in entry.items():
            place = (f"其他会议{number}", key)
            tally.fact("会议", place, value, reach(meeting, MEETING_FACTS[key]))


def compare_items(tally: Tally, expected: dict[str, Any], reading: Reading) -> None:
    wanted = expected.get("议题", [])
    count = expected.get("议题数", len(wanted))
    tally.fact("议题", ("", "议题数"), count, len(reading.items))
    for entry in wanted:
        item = item_for(entry, reading)
        where = f"议题{shown(entry.get('序号', entry.get('主题')))}："
        tally.check("议题", item is not None, f"{where}没有读出。")
        if item is not None:
            compare_item(tally, where, entry, item)


def item_for(entry: dict[str, Any], reading: Reading) -> Item | None:
    """By number (and meeting) where the file gives one, else by subject."""
    if "序号" not in entry:
        return next((i for i in reading.items if subjects_agree(entry["主题"], i)), None)
    meeting = entry.get("会议", 0)
    fitting = (i for i in reading.items if i.meeting == meeting)
    return next((i for i in fitting if accepts("序号", entry["序号"], i.no)), None)


def compare_item(tally: Tally, where: str, entry: dict[str, Any], item: Item) -> None:
    for key, got in (("方式", item.mode), ("标题", item.title)):
        if key in entry:
            tally.fact("议题", (where, key), entry[key], got)
    if "主题" in entry:
        titles = [subject.title for subject in item.subjects]
        told = f"{where}主题应为{shown(entry['主题'])}，读作{shown(titles)}。"
        tally.check("议题", subjects_agree(entry["主题"], item), told)
    if "结论" in entry:
        outcomes = [decision.outcome for decision in item.decisions]
        options = [[WORDS["结论"][word] for word in option] for option in name_lists(entry["结论"])]
        told = f"{where}结论应为{shown(entry['结论'])}，读作{shown(outcomes)}。"
        tally.check("结论", any(set(option) == set(outcomes) for option in options), told)


def subjects_agree(wanted: list[str], item: Item) -> bool:
    return {bare(title) for title in wanted} == {bare(s.title) for s in item.subjects}


MARK = r"[（(](?:草案|送审稿|审议稿|讨论稿|修订稿|修订草案|修改稿|征求意见稿|试行)[）)]$"
FRAME = r"的?(?:汇报|通报|报告)$|情况$|有关(?:事项|问题|事宜|工作)$|精神$"


def bare(title: str) -> str:
    """A subject without quotation marks, version mark and frame, whichever of them it kept."""
    title = squeeze(re.sub("[《》<>〈〉]", "", title)).removeprefix("关于")
    while (shorter := re.sub(f"{MARK}|{FRAME}", "", title)) != title:
        title = shorter
    return title


# --- duties: matched by the middle of their spans ---------------------------------------------


@dataclass(frozen=True)
class Wanted:
    """An expected duty, the item it stands in, and its span in the text as read (or None)."""

    duty: dict[str, Any]
    item: dict[str, Any]
    span: tuple[int, int] | None

    @cached_property
    def where(self) -> str:
        return f"任务“{squeeze(self.duty['原文'])[:24]}”："


def compare_duties(tally: Tally, expected: dict[str, Any], reading: Reading) -> None:
    wanted = list(wanted_duties(expected, reading))
    read = [duty for item in reading.items for duty in item.obligations]
    pairs = paired(wanted, read)
    for index, want in enumerate(wanted):
        found = pairs.get(index)
        reason = "没有读出" if want.span else "原文不在读出的文字里"
        if want.duty["是否具有约束力"] != EITHER or found is not None:
            tally.check("任务", found is not None, f"{want.where}{reason}。")
        if found is not None:
            compare_duty(tally, want, read[found], reading)
    for index in set(range(len(read))) - set(pairs.values()):
        if read[index].binding:
            told = reading.text[slice(*read[index].span)]
            tally.check("任务", False, f"多出约束性任务“{squeeze(told)[:40]}”。")


def wanted_duties(expected: dict[str, Any], reading: Reading) -> Iterator[Wanted]:
    text = Squeezed(reading.text)
    for item in expected.get("议题", []):
        for duty in item.get("任务", []):
            span = duty.get("范围") or text.find(duty["原文"], duty.get("第几处", 1))
            yield Wanted(duty, item, span)


def paired(wanted: list[Wanted], read: list[Obligation]) -> dict[int, int]:
    """Index of a wanted duty -> index of the read one: closest first, each used once."""
    scores = [
        (closeness(want.span, duty.span), -index, -other)
        for index, want in enumerate(wanted)
        for other, duty in enumerate(read)
        if want.span
    ]
    pairs: dict[int, int] = {}
    for score, index, other in sorted(scores, reverse=True):
        if score > 0 and -index not in pairs and -other not in pairs.values():
            pairs[-index] = -other
    return pairs


def closeness(wanted: tuple[int, int], read: tuple[int, int]) -> float:
    """Share of the union that both cover; 0 unless one holds the middle of the other."""
    shared = min(wanted[1], read[1]) - max(wanted[0], read[0])
    middles = read[0] <= sum(wanted) / 2 < read[1] or wanted[0] <= sum(read) / 2 < wanted[1]
    union = max(wanted[1], read[1]) - min(wanted[0], read[0])
    return shared / union if middles and shared > 0 else 0.0


def compare_duty(tally: Tally, want: Wanted, read: Obligation, reading: Reading) -> None:
    for key, value in with_defaults(want.duty).items():
        if key in DUTY_FACTS:
            group, path = DUTY_FACTS[key]
            tally.fact(group, (want.where, key), value, reach(read, path))
    for condition in want.duty.get("条件", []):
        kept = any(overlaps(condition, found) for found in read.conditions)
        tally.check("措辞", kept, f"{want.where}条件“{condition}”没有读出。")
    item = item_for(want.item, reading)
    if item is not None:
        tally.check("任务", read in item.obligations, f"{want.where}不在应在的议题里。")


def with_defaults(duty: dict[str, Any]) -> dict[str, Any]:
    """What an expected duty leaves unsaid: nobody assists, no date; if binding, no time words."""
    defaults = {"配合": [], "时限": ABSENT}
    if duty["是否具有约束力"] is True:
        defaults["时限类别"] = ABSENT
    return defaults | duty


def overlaps(condition: str, found: str) -> bool:
    return squeeze(condition) in squeeze(found) or squeeze(found) in squeeze(condition)


# --- the table --------------------------------------------------------------------------------


def table(tallies: dict[str, Tally]) -> str:
    """Right/total a sample and group, with a last row for all."""
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    rows = [["", *GROUPS], *(row(name, found) for name, found in tallies.items())]
    return "\n".join("\t".join(cells) for cells in [*rows, row("合计", whole)])


def row(name: str, tally: Tally) -> list[str]:
    return [name, *(f"{tally.right[group]}/{tally.total[group]}" for group in GROUPS)]


def main(arguments: list[str]) -> None:
    wanted = [name for name in arguments if not name.startswith("--")]
    chosen = [s for s in samples() if not wanted or s.document.stem in wanted]
    tallies = {s.document.name: compare(s.expected, yiding.read(s.document)) for s in chosen}
    print(table(tallies))
    sealed = Tally()
    for sample in chosen:
        if sample.sealed:
            sealed.add(tallies[sample.document.name])
    print("\t".join(row("其中验收", sealed)))
    for sample in chosen:
        if not sample.sealed or "--sealed" in arguments:
            for found in tallies[sample.document.name].differences:
                print(f"{sample.document.name}\t{found.group}\t{found.message}")


if __name__ == "__main__":
    main(sys.argv[1:])
