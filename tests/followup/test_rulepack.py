"""Rule packs as shipped, and what the loader says of a file it cannot use."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from yiding.followup.rulepack import (
    Quorum,
    RulePack,
    RulePackError,
    Term,
    load_rulepack,
    load_rulepacks,
    rulepacks_folder,
)
from yiding.followup.rulepack_fields import TRIGGER_NEEDS
from yiding.followup.rulepack_load import NEUTRAL
from yiding.followup.rulepack_model import ApprovalName, ClockName, TriggerKind

SOURCED = {"baoshan", "sanya", "shanxi-13710", "dengzhou", "sanming", "suqian", "jiamusi"}


@pytest.fixture(scope="module")
def packs() -> dict[str, RulePack]:
    return load_rulepacks()


def test_the_shipped_packs(packs: dict[str, RulePack]) -> None:
    assert set(packs) == {NEUTRAL, *SOURCED}
    assert next(iter(packs)) == NEUTRAL
    assert all(packs[slug].instrument for slug in SOURCED)
    assert all(packs[slug].extends == NEUTRAL for slug in SOURCED)


def test_every_pack_is_complete(packs: dict[str, RulePack]) -> None:
    for pack in packs.values():
        assert {each.name for each in pack.clocks} == set(get_args(ClockName))
        assert {each.name for each in pack.approvals} == set(get_args(ApprovalName))
        assert len(pack.rungs) >= 5


def test_every_value_knows_where_it_came_from(packs: dict[str, RulePack]) -> None:
    for pack in packs.values():
        for clock in pack.clocks:
            assert pack.origin_of(f"clocks.{clock.name}.amount") == clock.origin
        for rung in pack.rungs:
            assert {"zh", "en", "signed_by", "triggers"} <= set(rung.origins)
            assert pack.origin_of(f"rungs.{rung.slug}.triggers") == rung.origins["triggers"]
        assert {origin.pack for origin in pack.origins.values()} <= {NEUTRAL, pack.slug}


@pytest.mark.parametrize(
    ("slug", "clock", "term", "article"),
    [
        ("baoshan", "assign_within", Term(3, "working_day"), "第五条"),
        ("sanya", "assign_within", Term(3, "day"), None),
        ("shanxi-13710", "sign_within", Term(0, "day"), None),
        ("shanxi-13710", "first_report_within", Term(3, "day"), None),
        ("shanxi-13710", "default_limit", Term(7, "day"), None),
        ("shanxi-13710", "default_limit_major", Term(1, "month"), None),
        ("dengzhou", "review_decide_within", Term(30, "day"), "第十七条"),
        ("sanming", "legal_review_at_least", Term(7, "working_day"), "第二十六条"),
    ],
)
def test_figures_with_a_source(
    packs: dict[str, RulePack], slug: str, clock: ClockName, term: Term, article: str | None
) -> None:
    found = packs[slug].clock(clock)
    assert found.term == term
    assert found.origin.instrument is not None
    assert found.origin.article == article


def test_what_a_source_does_not_fix_is_the_neutral_packs(packs: dict[str, RulePack]) -> None:
    own, neutral = packs["baoshan"].clock("verify_within"), packs[NEUTRAL].clock("verify_within")
    assert own == neutral
    assert own.origin.pack == NEUTRAL
    assert own.origin.is_own_proposal


def test_a_rung_keeps_what_the_pack_does_not_say(packs: dict[str, RulePack]) -> None:
    blue = packs["suqian"].rung("blue")
    assert blue is not None
    assert [trigger.kind for trigger in blue.triggers] == ["due_soon"]
    assert not blue.origins["triggers"].is_own_proposal
    assert blue.signed_by == "secretary_general"
    assert (blue.origins["signed_by"].pack, blue.colour) == (NEUTRAL, "blue")


def test_colours_mean_what_the_pack_says(packs: dict[str, RulePack]) -> None:
    ladders = {slug: [rung.slug for rung in pack.rungs] for slug, pack in packs.items()}
    assert ladders["sanming"][1:4] == ["blue", "orange", "red"]
    assert ladders["suqian"][1:4] == ["blue", "yellow", "red"]
    assert all(rung.colour is None for rung in packs["dengzhou"].rungs)
    assert packs["dengzhou"].rung("blue") is None


def test_a_proposal_inside_a_sourced_rung_is_named_so(packs: dict[str, RulePack]) -> None:
    orange = packs["sanming"].rung("orange")
    assert orange is not None
    assert orange.origins["signed_by"].is_own_proposal
    assert not orange.origins["triggers"].is_own_proposal
    blue = packs["sanming"].rung("blue")
    assert blue is not None
    assert {t.kind for t in blue.triggers if t.origin.is_own_proposal} == {"overdue", "silent"}


def test_an_inherited_trigger_keeps_its_own_source(packs: dict[str, RulePack]) -> None:
    talk = packs["suqian"].rung("talk")
    assert talk is not None
    origin = talk.triggers[0].origin
    assert origin.pack == NEUTRAL
    assert origin.instrument is not None
    assert origin.instrument.place == "四川省隆昌市"


def test_scoring_only_where_it_has_a_source(packs: dict[str, RulePack]) -> None:
    scored = [slug for slug, pack in packs.items() if pack.scoring]
    assert scored == ["jiamusi"]
    scoring = packs["jiamusi"].scoring
    assert scoring is not None
    assert (scoring.points["late"], scoring.points["falsified"]) == (-1, -2)


@pytest.mark.parametrize(
    ("is_strict", "present", "members", "is_met"),
    [
        (True, 5, 9, True),
        (True, 4, 8, False),
        (False, 4, 8, True),
        (False, 4, 9, False),
        (False, 0, 0, False),
    ],
)
def test_quorum(
    packs: dict[str, RulePack], is_strict: bool, present: int, members: int, is_met: bool
) -> None:
    quorum = Quorum(Fraction(1, 2), is_strict, packs[NEUTRAL].quorum.origin)
    assert quorum.is_met(present, members) is is_met


def test_every_kind_of_trigger_is_known_to_the_loader() -> None:
    assert set(TRIGGER_NEEDS) == set(get_args(TriggerKind))


def test_rule_packs_need_no_django(root: Path) -> None:
    code = (
        "from yiding.followup.rulepack import *; load_rulepacks()\nimport sys; print(*sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "yiding.followup.rulepack" in answer.stdout.split()
    assert "django" not in answer.stdout.split()


def test_the_folder_is_beside_the_package_or_at_the_root(root: Path, tmp_path: Path) -> None:
    package = tmp_path / "src" / "yiding"
    package.mkdir(parents=True)
    with pytest.raises(RulePackError, match="找不到规则包文件夹"):
        rulepacks_folder(package)
    (tmp_path / "rulepacks").mkdir()
    assert rulepacks_folder(package) == tmp_path / "rulepacks"
    (package / "rulepacks").mkdir()
    assert rulepacks_folder(package) == package / "rulepacks"
    assert rulepacks_folder() == root / "rulepacks"


HEAD = """slug = "linhu"
extends = "default"
name = { zh = "临湖市办法", en = "Linhu" }
place = { zh = "临湖市", en = "Linhu" }
source = "rules"
in_force_from = 2026-01-01
[instruments.rules]
title = "临湖市督办办法"
"""
CLOCK = '[clocks.sign_within]\namount = 9\nunit = "day"\ncounted_from = "assigned"\n'


@pytest.fixture
def written(root: Path, tmp_path: Path) -> Path:
    """A folder with the neutral pack and a place for one of Linhu's."""
    neutral = root / "rulepacks/default.toml"
    (tmp_path / "default.toml").write_text(neutral.read_text("utf-8"), "utf-8")
    return tmp_path


def linhu(folder: Path, text: str) -> RulePack:
    (folder / "linhu.toml").write_text(text, "utf-8")
    return load_rulepack("linhu", folder)


def test_an_office_may_write_its_own(written: Path) -> None:
    pack = linhu(written, HEAD + CLOCK + 'source = "rules"\narticle = "第三条"\n')
    assert pack.in_force_from == date(2026, 1, 1)
    assert pack.clock("sign_within").term == Term(9, "day")
    assert pack.clock("sign_within").origin.article == "第三条"


def test_an_unconfirmed_figure_never_decides(written: Path) -> None:
    text = HEAD + CLOCK + 'source = "rules"\nconfirmed = false\nnote = "转引，未见原文。"\n'
    pack = linhu(written, text)
    assert pack.clock("sign_within") == load_rulepack(NEUTRAL).clock("sign_within")
    found = pack.set_aside_for("clocks.sign_within")
    assert found is not None
    assert (found.values["amount"], found.note) == (9, "转引，未见原文。")
    assert pack.set_aside_for("clocks.verify_within") is None


def test_an_unconfirmed_figure_without_a_fallback_is_refused(written: Path) -> None:
    text = HEAD.replace('extends = "default"\n', "")
    text += CLOCK + 'source = "rules"\nconfirmed = false\n'
    with pytest.raises(RulePackError, match=r"linhu\.toml：“clocks\.sign_within”标为未核实"):
        linhu(written, text)


RUNG = '[rungs.blue]\nsource = "rules"\ntriggers = [{{ {} }}]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CLOCK, "“clocks.sign_within”没有写明出处"),
        (CLOCK + 'source = "law"\n', "“clocks.sign_within”的出处 law 没有登记"),
        (CLOCK + 'source = "rules"\nunits = 1\n', "没有“clocks.sign_within.units”这一项"),
        (CLOCK.replace("9", "-1") + 'source = "rules"\n', "“clocks.sign_within.amount”的值 -1"),
        (CLOCK.replace("9", '"9"') + 'source = "rules"\n', "“clocks.sign_within.amount”的值 9"),
        (CLOCK.replace("day", "week") + 'source = "rules"\n', "值 week 不能用。应为day、working"),
        (CLOCK.replace("sign_within", "sing") + 'source = "rules"\n', "没有“clocks.sing”这一项"),
        (CLOCK.partition("counted")[0] + 'source = "rules"\n', "“clocks.sign_within.counted_from”"),
        (CLOCK + 'source = "rules"\nproposed = ["days"]\n', "“clocks.sign_within.proposed”"),
        (RUNG.format('kind = "late"'), "“rungs.blue.triggers[0].kind”的值 late"),
        (RUNG.format('kind = "overdue", days = 1'), "缺少“rungs.blue.triggers[0].against”"),
        (RUNG.format('kind = "silent", days = 1'), "没有“rungs.blue.triggers[0].days”这一项"),
        (RUNG.format('kind = "rung_expired", rung = "pink"'), "档次 pink 不在 ladder 中"),
        (RUNG.format('kind = "major", following = "pink"'), "[0].following”提到的档次 pink"),
        (RUNG.format('kind = "major", source = "law"'), "“rungs.blue.triggers[0]”的出处 law"),
        ('[rungs.blue]\nsource = "rules"\ntriggers = []\n', "至少一个触发条件"),
        ('[due_soon]\ndays = "3"\nsource = "rules"\n', "“due_soon.days”的值 3"),
        ('[quorum]\nshare = "3/2"\nis_strict = true\nsource = "rules"\n', "“quorum.share”的值 3/2"),
        (
            '[reports]\nkind = "weekly"\nday = 8\nearly_days = 0\nsource = "default"\n',
            "“reports.day”的值 8 不能用。应为1 至 7 的整数。",
        ),
        ("[colours]\n", "没有“colours”这一项"),
        ("[instruments.default]\ntitle = \"x\"\n", "“instruments.default”"),
        ("= broken\n", "linhu.toml 读不出来"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_its_key_and_remedy(written: Path, text: str, said: str) -> None:
    with pytest.raises(RulePackError) as caught:
        linhu(written, HEAD + text)
    message = str(caught.value)
    assert said in message
    assert message.startswith("linhu.toml")
    assert message.endswith("。")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('slug = "linhu"', 'slug = "hulin"', "slug 写作 hulin，应与文件名相同，即 linhu"),
        ('extends = "default"', 'extends = "nowhere"', "规则包 nowhere 不存在"),
        ('extends = "default"', 'extends = "linhu"', "规则包 linhu 不存在，或者循环沿用"),
        ('extends = "default"\n', "", "缺少“clocks.material_before.amount”"),
        (', en = "Linhu" }\nplace', " }\nplace", "缺少“name.en”"),
        ('source = "rules"\nin', 'source = "law"\nin', "“source”的出处 law 没有登记"),
        ("2026-01-01", '"2026-01-01"', "应为日期，如 2021-12-28"),
        ("[instruments", 'ladder = ["blue", "blue"]\n[instruments', "不重复的代号列表"),
        ("[instruments", 'ladder = ["pink"]\n[instruments', "缺少“rungs.pink”"),
        ("title = ", "titel = ", "没有“instruments.rules.titel”这一项"),
    ],
)
def test_a_bad_head_is_told(written: Path, was: str, becomes: str, said: str) -> None:
    assert was in HEAD
    with pytest.raises(RulePackError) as caught:
        linhu(written, HEAD.replace(was, becomes))
    assert said in str(caught.value)


def test_an_unknown_pack_is_told_with_those_there_are(written: Path) -> None:
    with pytest.raises(RulePackError, match=r"规则包 atlantis 不存在.*default"):
        load_rulepack("atlantis", written)


def test_an_inherited_rung_must_fit_the_packs_ladder(written: Path) -> None:
    text = HEAD.replace("[instruments", 'ladder = ["reminder", "yellow"]\n[instruments', 1)
    with pytest.raises(
        RulePackError, match="档次 blue 不在 ladder 中。请改为其中之一：reminder、yellow"
    ):
        linhu(written, text)


def test_a_pack_is_never_changed_in_place(packs: dict[str, RulePack]) -> None:
    pack = packs[NEUTRAL]
    with pytest.raises(AttributeError):
        pack.slug = "other"  # type: ignore[misc]
    assert {field.name for field in fields(pack)} >= {"clocks", "rungs", "origins"}
