"""Every sample read as its expected file says, one test a sample and field group.

A sealed sample (用途 = 验收) tells how many places differ and not which: it is never tuned to.
"""

from __future__ import annotations

from functools import cache

import pytest

import yiding
from reading.expected import samples
from reading.gold import GROUPS, Tally, compare

SAMPLES = {sample.document.name: sample for sample in samples()}


@cache
def tally_of(name: str) -> Tally:
    sample = SAMPLES[name]
    return compare(sample.expected, yiding.read(sample.document))


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("name", SAMPLES)
def test_sample_is_read_as_expected(name: str, group: str) -> None:
    differences = tally_of(name).of(group)
    told = "（验收样本，不列出。）" if SAMPLES[name].sealed else "\n".join(differences)
    wrong = len(differences)
    assert wrong == 0, told
