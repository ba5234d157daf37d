"""Every sample read as its expected file says.

An open sample is exact in every field group, save the places named in KNOWN, which must differ
as long as they stand there. A sealed one (用途 = 验收) is never tuned to: all of them together
must stay at or above the share of each group that they had when it was last measured.
"""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest

import yiding
from reading.expected import samples
from reading.gold import GROUPS, Tally, compare

SAMPLES = {sample.document.name: sample for sample in samples()}
OPEN = [name for name, sample in SAMPLES.items() if not sample.sealed]
SEALED = [name for name, sample in SAMPLES.items() if sample.sealed]

# Where an open sample is not yet read as it should be, and why.
RANKED = "县生态环境局每月10日前通报…，连续两个月…乡镇主要负责人…作出说明: 两项读作一项"
LISTENS = "广泛听取意见…把家底摸清: 摸清读作交付"
KNOWN = {
    ("shidu-2022-9.txt", "任务"): f"{RANKED}；{LISTENS}",
    ("shidu-2022-9.txt", "责任"): RANKED,
    ("shidu-2022-9.txt", "时限"): RANKED,
    ("shidu-2022-9.txt", "办结"): LISTENS,
}

# The share of the facts of a group that the sealed samples must keep.
FLOORS = {
    "文种": 1.0, "版头": 1.0, "会议": 1.0, "议题": 0.98, "结论": 1.0, "任务": 0.97,
    "责任": 0.98, "时限": 0.95, "办结": 0.95, "措辞": 0.97, "名单": 0.98, "版记": 1.0,
}  # fmt: skip


@cache
def tally_of(name: str) -> Tally:
    sample = SAMPLES[name]
    return compare(sample.expected, yiding.read(sample.document))


def _open() -> list[object]:
    return [
        pytest.param(
            name,
            group,
            marks=[pytest.mark.xfail(reason=KNOWN[name, group], strict=True)]
            if (name, group) in KNOWN
            else [],
        )
        for name, group in product(OPEN, GROUPS)
    ]


@pytest.mark.parametrize(("name", "group"), _open())
def test_open_sample_is_read_as_expected(name: str, group: str) -> None:
    differences = tally_of(name).of(group)
    assert differences == [], "\n".join(differences)


@pytest.mark.parametrize("group", GROUPS)
def test_sealed_samples_keep_their_share(group: str) -> None:
    tally = Tally()
    for name in SEALED:
        tally.add(tally_of(name))
    right, total = tally.right[group], tally.total[group]
    assert right >= FLOORS[group] * total, f"{group} {right}/{total}"
