"""Words that decide: how firmly, who acts, what is an act, and what ends it."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from yiding.reading import read
from yiding.reading.model import Obligation


def duties(words: str) -> list[Obligation]:
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    return [duty for item in reading.items for duty in item.obligations]


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("施工单位省路桥二公司要增加设备，6月15日前修通慢车道。", ("省路桥二公司",)),
        ("施工单位要增加设备，6月15日前修通慢车道。", ("施工单位",)),
        ("费用由旗财政拨付。", ("旗财政",)),
        ("资产移交后，由当地中心校负责维修。", ("当地中心校",)),
        ("市住建局、市水务局，要于6月15日前完成排查。", ("市住建局", "市水务局")),
        ("供电线路请市电力公司架设。", ("市电力公司",)),
        ("安置方案由厂方提交职工代表大会审议。", ("厂方",)),
        ("市住建局、市财政局各负其责，于6月底前拨付资金。", ("市住建局", "市财政局")),
        ("市政府办公室汇总后，在12月15日前报送省政府。", ("市政府办公室",)),
        ("市财政局按照会议精神完善后，报省财政厅备案。", ("市财政局",)),
        ("项目完工后，由市住建局组织验收。", ("市住建局",)),
        ("由分管副局长桑榆约谈其法定代表人。", ("分管副局长桑榆",)),
        ("市环保局对拒不执行的企业吊销排污许可证。", ("市环保局",)),
        ("工程用地预审由市国土资源局承办。", ("市国土资源局",)),
        ("各平台公司本周五之前向市财政局报送债务台账。", ("各平台公司",)),
        ("12月底前各县（市、区）完成整地任务15万亩。", ("各县（市、区）",)),
        ("误工补贴每人每天20元，由县财政局据实核拨。", ("县财政局",)),
        ("州歌舞团必须于中秋节前完成全剧合成。", ("州歌舞团",)),
        ("由所在乡镇于6月底前签订协议。", ("所在乡镇",)),
        ("对搭车收费的，由市监察局严肃查处。", ("市监察局",)),
        ("市民政局务必于12月底前把救济款发到特困户手中。", ("市民政局",)),
        ("到明年底，由市住建局完成廉租住房建设。", ("市住建局",)),
    ],
)
def test_who_acts(words: str, lead: tuple[str, ...]) -> None:
    assert [duty.lead for duty in duties(words)] == [lead]


@pytest.mark.parametrize(
    ("words", "assist"),
    [
        ("由市住建局牵头，市水务局、12345平台等部门配合，制定方案。", ("市水务局", "12345平台")),
        ("由市住建局牵头，市水务局等相关单位协作，制定方案。", ("市水务局",)),
        ("市信访局要会同市委政法委，每月召开一次联席会议。", ("市委政法委",)),
    ],
)
def test_who_helps(words: str, assist: tuple[str, ...]) -> None:
    assert [duty.assist for duty in duties(words)] == [assist]


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("市医保局须于6月底前完成改造。", "must"),
        ("市医保局应于6月底前完成改造。", "shall"),
        ("市医保局要于6月底前完成改造。", "should"),
    ],
)
def test_how_firmly(words: str, modality: str) -> None:
    assert [duty.modality for duty in duties(words)] == [modality]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("由市财政局负责，根据会议意见，对该办法再行修改完善，会后由市政府办公室印发实施。",
         [("市财政局", "deliver"), ("市政府办公室", "issue")]),
        ("市林业局要严格按照会议意见修改完善协议内容。", [("市林业局", "deliver")]),
        ("市住建局要于5月底前将发放清册张榜公布。", [("市住建局", "issue")]),
        ("由市发改委牵头修改完善，按程序报市委深化改革委员会会议审定。", [("市发改委", "submit")]),
        ("市安监局督促企业整改，每三天向分管副市长报告一次进度。",
         [("市安监局", "report")]),
        ("市发改委要建立会商机制，3月15日前汇总形成政策清单并发布。",
         [("市发改委", "deliver"), ("市发改委", "issue")]),
        ("市粮食局负责组织粮源，第一批应于12月15日前上市。",
         [("市粮食局", "deliver"), ("市粮食局", "deliver")]),
        ("项目要落实防控措施，核酸检测由市卫健局安排。",
         [("", "standing"), ("市卫健局", "deliver")]),
        ("由市安委办按月通报隐患整改率，首次通报于12月5日前发出。",
         [("市安委办", "report"), ("市安委办", "report")]),
        ("资金从预备费中列支，由县民政局造册、县财政局于4月底前打卡发放。",
         [("县民政局", "deliver"), ("县财政局", "deliver")]),
        ("要加快土地报批，由市规划局在1月15日前组卷上报。", [("市规划局", "report")]),
        ("市建设科对5个滞后项目进行排查。", [("市建设科", "deliver")]),
    ],
)  # fmt: skip
def test_what_ends_it(words: str, found: list[tuple[str, str]]) -> None:
    assert [("、".join(duty.lead), duty.closing.kind) for duty in duties(words)] == found


@pytest.mark.parametrize(
    ("words", "binding"),
    [
        ("副市长徐光牵头，市应急局要切实做好安全风险防控。", [False]),
        ("由市应急局牵头做好安全风险防控。", [True]),
        ("要加强重点税源管理，市财政局要拿出税收增长方案。", [False, True]),
        ("市教育局要加强学校治安，并于3月10日前设立两个治安室。", [False, True]),
        ("住建、交通等建设项目行业主管部门，要认真履行监管职责。", [False]),
        ("各部门要在一个工作日内，结合实际，将意见反馈至市政府办公室。", [True]),
        ("各单位要加强协调，各司其责，务必于6月底前完成整治。", [False, True]),
        ("镇敬老院现有入住老人46名。", []),
        ("数字政府建设是推进治理现代化的重要抓手。", []),
        ("新华小学规划用地调整问题。", []),
        ("市卫生局要实行“日报告、零报告”制度，每天下午4时前向市政府报告监测情况。", [True]),
        ("各部门现有机房须在6月30日前完成迁移。", [True]),
        ("市直单位要严守财经纪律，不得突击花钱、转移资产。", [False]),
        ("市住建局实施老旧小区改造项目。", [True]),
        ("白石镇东湾村温室大棚建设项目；", []),
        ("市司法局聘请法律顾问方案等相关事宜。", []),
    ],
)
def test_what_binds(words: str, binding: list[bool]) -> None:
    assert [duty.binding for duty in duties(words)] == binding
