"""Who is given what, in the words of many offices; each sentence of our own."""

from __future__ import annotations

import pytest

from reading.test_duties import MINUTES
from yiding.reading import read


def told(words: str) -> list[str]:
    """Of each duty who leads, who helps, its day or the kind of it, its end; ○ binds nobody."""
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    return [
        f"{'' if duty.binding else '○'}{'、'.join(duty.lead)}/{'、'.join(duty.assist)} "
        f"{duty.deadline.date or duty.deadline.kind} {duty.closing.kind}"
        for item in reading.items
        for duty in item.obligations
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # two times, the second of which only says of which year
        ("市财政局在7月底前下达今年轮换价差补贴预算。", ["市财政局/ 2024-07-31 deliver"]),
        # a day right behind the body, or before the sentence that commissions
        ("市政府督查室10月8日对落实情况进行一次督查。", ["市政府督查室/ 2024-10-08 deliver"]),
        ("9月20日至10月10日，由市卫健委开展一次集中义诊。", ["市卫健委/ 2024-10-10 deliver"]),
        ("1至4月，全市完成税收18.7亿元。", ["○全市/ none deliver"]),
        # a label, and behind it what is to be done
        ("市财政局：追加改造经费76万元。", ["市财政局/ none deliver"]),
        ("市编办：提出编制调整意见，报市编委审批。", ["市编办/ none submit"]),
        ("市财政局：目前预算已经下达。", []),
        # so many of a thing can be shown
        ("市科技局落实科研启动经费各20万元，市人社局9月1日前安排住房。",
         ["市科技局/ none deliver", "市人社局/ 2024-09-01 deliver"]),
        ("市交通局调配2台压路机支援。", ["市交通局/ none deliver"]),
        # what is to be done stands before who does it
        ("第二中学扩建所需资金680万元，市财政局月底前拨付。", ["市财政局/ 2024-03-31 deliver"]),
        ("年底前管网漏损率降至10.5%以下，由城区供水分公司负总责。",
         ["城区供水分公司/ 2024-12-31 deliver"]),
        ("未完工的堤段必须在7月20日前达到防洪标准，由市堤防管理处负责。",
         ["市堤防管理处/ 2024-07-20 deliver"]),
        ("中心校寄宿楼工程责成市住建局、市教育局抓紧施工。", ["市住建局、市教育局/ vague deliver"]),
        ("闲置校舍的处置方案，由市教育局商市财政局拿出，报市政府审批。",
         ["市教育局/市财政局 none submit"]),
        # a problem spoken of is no title
        ("市卫健委就收入未及时上缴问题，于11月8日前向市政府作出书面报告。",
         ["市卫健委/ 2024-11-08 report"]),
        # who leads though the words are of helping, and who only helps
        ("市人社局负责协助市公交集团办理社保缓缴手续。", ["市人社局/ none deliver"]),
        ("明确市市场监管局为牵头单位，市住建局为配合单位，9月底前完成。",
         ["市市场监管局/市住建局 2024-09-30 deliver"]),
        # a part of a body's name, and words that are none
        ("农村公路科按会议意见校核，9月15日前以局文件印发。", ["农村公路科/ 2024-09-15 issue"]),
        ("请学校工会、校学生会各推荐3名代表。", ["学校工会、校学生会/ none deliver"]),
        ("由各开课学院重新修订教学大纲，6月20日前报教务处备案。",
         ["各开课学院/ 2024-06-20 submit"]),
        ("费用控制在38万元以内，超出部分不予追加。", []),
        # what somebody tells is no duty
        ("医患办通报，上半年共受理投诉48件，同比增加7件。", []),
        # words with 的 are no collective
        ("各片区主任的绩效工资与漏损率挂钩，由人力资源部兑现。", ["人力资源部/ none deliver"]),
        # how well a thing is to be made is no thing by itself
        ("市住建局要严把工程质量关，把保障性住房建成放心工程。", ["○市住建局/ none standing"]),
        # what a paper puts out of force
        ("由市发改委印发新版目录，2015年版目录同时废止。", ["市发改委/ none issue"]),
        # how the meeting went
        ("会议由市委书记陆怀瑾传达学习有关精神。", []),
        ("会后，陆怀瑾副市长即刻召开专题会议，进行了部署。", []),
        # works and firms, and words that look like a body
        ("市农机厂要在7月20日前签订债务重组协议。", ["市农机厂/ 2024-07-20 deliver"]),
        ("市砖瓦厂职工的社保由市人社局在6月底前接续。", ["市人社局/ 2024-06-30 deliver"]),
        ("总经办按会议意见核实成本后，7月15日前报市物价局审批。", ["总经办/ 2024-07-15 submit"]),
        ("安全部逐厂验收。", ["安全部/ none deliver"]),
        ("物资部备轴承两套，7月3日前到货。", ["物资部/ 2024-07-03 deliver"]),
        ("管网部第三季度完成检漏200公里。", ["管网部/ 2024-09-30 deliver"]),
        ("市就业服务中心每月28日前将失业数据抄送市统计局。", ["市就业服务中心/ 2024-03-28 report"]),
        ("××街道办事处提出建议名单，报市政府审定。", ["××街道办事处/ none submit"]),
        # of which event its own act waits
        ("后勤处在家具安装完毕后10日内，委托机构出具检测报告。", ["后勤处/ event deliver"]),
        # which files, and not by when
        ("对2018年底以前制发的文件，由市司法局组织清理，10月31日前完成。",
         ["市司法局/ 2024-10-31 deliver"]),
        # put off, and put before the meeting again
        ("由市民政局补充测算后，重新提请市政府常务会议审议。", ["市民政局/ none submit"]),
        # a day that the copy hides
        ("由市水务局编制报告，x月x日前报市发改委审批。", ["市水务局/ by submit"]),
        # points that open with what they wait for
        ("（四）消防通道恢复后15日内，由市消防救援大队组织一次测试。",
         ["市消防救援大队/ event deliver"]),
        ("3. 市财政局落实专项预算216万元。", ["市财政局/ none deliver"]),
        # what happens only then, and from where
        ("市海事局要责令停航，检验合格后方可复航。", ["○市海事局/ none standing"]),
        ("同意将厂址由岗头村调整至白塔村。", []),
        # a dash for a colon, a bullet before the body
        ("● 市财政局——筹措资金320万元；\n● 市商务局——编制方案，4月底前报市政府审定。",
         ["市财政局/ none deliver", "市商务局/ 2024-04-30 submit"]),
        # what stands in no lexicon of verbs: done, and done with
        ("由市财务结算中心一次付清。", ["市财务结算中心/ none deliver"]),
        ("市审计局核清损失数额。", ["市审计局/ none deliver"]),
        ("市交警支队查阅1995年以前的登记簿，6月底前上报。", ["市交警支队/ 2024-06-30 report"]),
        ("征地手续由红岩矿于4月15日前向市国土局申报。", ["红岩矿/ 2024-04-15 deliver"]),
        ("第三林场自行更换水泵。", ["第三林场/ none deliver"]),
        ("由省政府办公厅印发通知。", ["省政府办公厅/ none issue"]),
        # a rate is no cadence
        ("市财政局按每人每月不低于45元的标准落实配套资金。", ["市财政局/ none deliver"]),
        # a pilot, and what it is to do
        ("东岭县作为试点。", []),
        ("东岭县作为试点，9月25日前将权力清单报市编办备案。", ["东岭县/ 2024-09-25 submit"]),
        # how long a paper holds is no term
        ("由市发改委修改后以市政府文件印发，执行期暂定至9月30日。", ["市发改委/ none issue"]),
        # 并于 and a day: an act of another thing, or the end of the first
        ("市客管处负责储备应急客车60辆，并于国庆节前组织一次应急演练。",
         ["市客管处/ none deliver", "市客管处/ 2024-09-30 deliver"]),
        ("由市住建局制定方案，并于6月底前完成施工。", ["市住建局/ 2024-06-30 deliver"]),
        # to whom, without how often
        ("市卫健委修改方案，提交市政府常务会议再次研究。", ["市卫健委/ none submit"]),
        ("由市林业局9月底前将申报材料报省林业局审批。", ["市林业局/ 2024-09-30 submit"]),
    ],
)  # fmt: skip
def test_who_is_given_what(words: str, expected: list[str]) -> None:
    assert told(words) == expected


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("市卫健委修改方案，提交市政府常务会议再次研究。", "市政府常务会议"),
        ("由市林业局9月底前将申报材料报省林业局审批。", "省林业局"),
    ],
)
def test_before_whom_it_ends(words: str, to: str) -> None:
    reading = read(MINUTES.format(words).encode(), name="minutes.txt")
    assert [duty.closing.to for duty in reading.items[0].obligations] == [to]
