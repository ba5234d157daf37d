"""What a mayor's minutes would order about lightning, and the figure that would show it done."""

from __future__ import annotations

import pytest

from yiding.ledgers.proposing import Duty, proposed

HEADING = "审议《临湖市雷电灾害防御办法（草案）》"


@pytest.mark.parametrize(
    ("action", "figure"),
    [
        ("完成全市防雷装置的定期检测", "inspected-in-time-share"),
        ("将防雷减灾工作纳入年度安全生产考核", "in-safety-assessment"),
        ("对防雷安全重点单位逐家开展检测", "key-units-in-time-share"),
        ("督促防雷检测不合格的单位整改到位", "failed-rectified-share"),
        ("逾期未检的一律通报", "devices-overdue"),
        ("抽查防雷检测机构的报告", "sampled-passed-share"),
        ("开展防雷科普进校园", "education-sessions"),
        ("提高雷电预警的提前量", "warning-lead"),
        ("把油库防雷装置设计审核纳入并联审批", "permits-in-time-share"),
    ],
)
def test_each_order_has_its_figure(action: str, figure: str) -> None:
    (told,) = proposed(Duty(HEADING, action, "deliver"))
    assert told.address == f"lightning/{figure}"
    assert told.why.endswith("。")
