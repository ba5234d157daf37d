"""The tail: 整理, the mark of disclosure, the receivers, the imprint."""

from __future__ import annotations

from datetime import date

import pytest

from yiding.reading import read
from yiding.reading.model import Imprint, Reading

MINUTES = (
    "临湖市人民政府常务会议纪要\n\n"
    "2024年3月5日上午，市长沈亦清主持召开市政府第40次常务会议。会议纪要如下：\n\n"
    "一、审议《临湖市节水办法》\n\n"
    "原则同意《临湖市节水办法》。由市水务局修改后按程序印发。\n\n"
    "出席：沈亦清 陆怀瑾\n\n"
)
OFFICE = "临湖市人民政府办公室"


def tail(words: str) -> Reading:
    return read((MINUTES + words).encode(), name="minutes.txt")


@pytest.mark.parametrize(
    ("words", "by", "on"),
    [
        (f"{OFFICE}整理\n\n2024年3月10日", OFFICE, date(2024, 3, 10)),
        (f"{OFFICE}整理　2024年3月10日", OFFICE, date(2024, 3, 10)),
        ("整理：市政府办公室\n2024年3月10日", "市政府办公室", date(2024, 3, 10)),
        ("整理人：王芳", "王芳", None),
        ("记录整理：工程指挥部办公室　　2024年3月10日", "工程指挥部办公室", date(2024, 3, 10)),
    ],
)
def test_compiled(words: str, by: str, on: date | None) -> None:
    assert tail(words).compiled == Imprint(by, on)


def test_who_recorded_did_not_compile() -> None:
    assert tail("记录整理：办公室 王　芳").compiled is None


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("（此件公开发布）", "此件公开发布"),
        ("此件依申请公开", "此件依申请公开"),
        ("(此件不予公开)", "此件不予公开"),
        ("（主动公开）", "主动公开"),
        ("（校内公开）", "校内公开"),
        ("公开属性：主动公开", "主动公开"),
        ("信息公开选项：不予公开", "不予公开"),
    ],
)
def test_disclosure(words: str, mark: str) -> None:
    assert tail(words).disclosure == mark


@pytest.mark.parametrize(
    ("words", "on"),
    [
        (f"{OFFICE}　　2024年3月12日印发", date(2024, 3, 12)),
        (f"{OFFICE}\n2024年3月12日印发", date(2024, 3, 12)),
        (f"{OFFICE}\n\n2024年3月12日印制\n（共印60份）", date(2024, 3, 12)),
        (f"{OFFICE} 二〇二四年三月十二日印", date(2024, 3, 12)),
        (f"{OFFICE}　2024年3月12日印【2024】第3号", date(2024, 3, 12)),
        (f"{OFFICE}　　【2024】第3号　　2024年3月12日印", date(2024, 3, 12)),
        (f"{OFFICE}　　xx年xx月xx日印发　共印100份", None),
    ],
)
@pytest.mark.parametrize(
    "above", ["", "分送：各县（市、区）人民政府；市各有\n关部门和单位\n", "分送：市委办公室。\n"]
)
def test_printed_and_never_a_receiver(above: str, words: str, on: date | None) -> None:
    found = tail(above + words)
    assert found.printed == Imprint(OFFICE, on)
    assert OFFICE not in "".join(found.distribution)


@pytest.mark.parametrize(
    ("words", "receivers"),
    [
        ("分送：各市、区人民政府，苏州工业园区、苏州高新区管委会；市\n各有关部门和单位。",
         ["各市、区人民政府", "苏州工业园区管委会", "苏州高新区管委会", "市各有关部门和单位"]),
        ("本期发：局班子成员、各股室、局属各单位。", ["局班子成员", "各股室", "局属各单位"]),
        ("主送：各县（市、区）人民政府\n市各有关部门和单位",
         ["各县（市、区）人民政府", "市各有关部门和单位"]),
        ("抄送：市委办公室，区人武\n部。", ["市委办公室", "区人武部"]),
        ("送：县委、县人大、县政协办公室，与会各单位。",
         ["县委、县人大、县政协办公室", "与会各单位"]),
        ("报：市委办公室、市政协办公室。\n发：各镇、街道",
         ["市委办公室", "市政协办公室", "各镇、街道"]),
        ("抄报：市委办公室；分送：各县区政府，市各部门。",
         ["市委办公室", "各县区政府", "市各部门"]),
        ("分送：县委书记、副书记，各乡镇人民政府", ["县委书记、副书记", "各乡镇人民政府"]),
        ("发：党工委、管委会各领导，街道办事处。", ["党工委、管委会各领导", "街道办事处"]),
        ("发：党工委、管委会领导，各部门、各园区。", ["党工委、管委会领导", "各部门", "各园区"]),
        ("分送：市委、市人大常委会、市政协，市法院、市检察院。",
         ["市委", "市人大常委会", "市政协", "市法院", "市检察院"]),
        ("发：市政府各部门、各直属机构。", ["市政府各部门、各直属机构"]),
    ],
)  # fmt: skip
def test_distribution(words: str, receivers: list[str]) -> None:
    assert list(tail(f"{words}\n{OFFICE}\n2024年3月12日印发").distribution) == receivers


def test_a_tail_above_an_attached_table() -> None:
    found = tail(
        f"记录：王芳\n{OFFICE}整理　2024年3月10日\n分送：市各部门。\n"
        f"{OFFICE} 2024年3月12日印发\n\n附件\n任务分解表\n序号\t任务\t牵头单位\n"
        "1\t修改办法\t市水务局\n"
    )
    assert found.attendance.recorder is not None
    assert found.compiled == Imprint(OFFICE, date(2024, 3, 10))
    assert found.distribution == ("市各部门",)
    assert found.printed == Imprint(OFFICE, date(2024, 3, 12))


def test_a_web_page_without_a_tail() -> None:
    found = tail("")
    assert (found.compiled, found.printed, found.disclosure, found.distribution) == (
        None,
        None,
        None,
        (),
    )


@pytest.mark.parametrize(
    "lines",
    [
        f"{OFFICE}\n2024年3月10日\n",
        f"{OFFICE}\n二〇二四年三月十日\n",
        f"（{OFFICE}　2024年3月10日）\n",
        f"{OFFICE}整理\n2024310日\n",
    ],
)
def test_the_office_that_signs_at_the_foot_compiled_it(lines: str) -> None:
    found = tail(lines)
    assert found.compiled == Imprint(OFFICE, date(2024, 3, 10))
    assert found.printed is None


@pytest.mark.parametrize(
    ("office", "last"), [(OFFICE, ""), (f"{OFFICE}编印", ""), (OFFICE, "印发")]
)
def test_a_masthead_tells_who_printed_it(office: str, last: str) -> None:
    text = (
        f"临湖市人民政府专题会议纪要\n\n第7期\n\n{office}　　　2024年3月15日{last}\n\n"
        "2024年3月12日，副市长徐光主持召开专题会议，研究水库加固有关问题。纪要如下：\n\n"
        "一、由市水务局于4月10日前完成招标。\n"
    )
    found = read(text.encode(), name="minutes.txt")
    assert found.printed == Imprint(OFFICE, date(2024, 3, 15))
    assert found.compiled is None


def test_a_person_who_compiled_it_is_no_issuer() -> None:
    text = MINUTES.replace("临湖市人民政府", "市政府") + "整理：刘洪\n"
    assert read(text.encode(), name="minutes.txt").issuer is None
