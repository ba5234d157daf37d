"""Numbers of products 编号: told apart by prefix, taken into their parts, and what is wrong.

``苏械注准20242042183`` → a device's certificate: domestic, class II, Jiangsu, first registered
2024, category 04, serial 2183.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from yiding.ledgers.biomedicine.check_signs import item_check_digit
from yiding.ledgers.biomedicine.provinces import BY_CODE, BY_SHORT, SHORTS

CERTIFICATE, FILING, APPROVAL, FORMER = "certificate", "filing", "approval", "former"
OLD, ACCEPTANCE, TRIAL, UDI, UNKNOWN = "old", "acceptance", "trial", "udi", "unknown"


@dataclass(frozen=True, slots=True)
class Number:
    """One number: its kind, as `parts` in Chinese, its year; `fault` says what is wrong.

    `is_open` where what it says has not been confirmed: no fault, and not right either.
    """

    text: str
    kind: str
    parts: Mapping[str, str] = field(default_factory=dict)
    year: str = ""
    fault: str = ""
    fault_en: str = ""
    is_open: bool = False

    @property
    def told(self) -> str:
        """The parts in one phrase."""
        return "，".join(one for one in self.parts.values() if one)


_HAN = r"\u4e00-\u9fff"
_JOINED = re.compile(
    rf"[、,，;；/|\n]+|(?<=[\d号])(?=[国{SHORTS}][{_HAN}]{{0,2}}械[注备]|国药[准证]字|CTR\d|[CJ][XYBZ])"
)
_LABEL = re.compile(
    r"^(?:药品|医疗器械|临床试验)?(?:批准文号|注册证编号|注册证号|备案号|备案编号|受理号|登记号)[:：]"
)


def split_numbers(written: str) -> list[str]:
    """The numbers in one cell, also where they were run together."""
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", written)).upper()
    parts = (_LABEL.sub("", one) for one in _JOINED.split(bare))
    return [one for one in parts if one]


def numbers_in(written: str) -> Iterator[Number]:
    """Every number in a cell."""
    return map(number, split_numbers(written))


def number(text: str) -> Number:
    """One number by the first form whose sign it bears."""
    for sign, read in _FORMS:
        if sign.search(text):
            return read(text)
    return Number(text, UNKNOWN)


# 国械注准20243131618；trap: 苏械注准2024 3 … — a province registers class II only
_CERTIFICATE = re.compile(
    rf"^(?P<by>[国{SHORTS}])械注(?P<origin>[准进许])(?P<year>\d{{4}})(?P<klass>\d)"
    r"(?P<category>\d{2})(?P<serial>\d{4})$"
)
_ORIGINS = {"准": "境内", "进": "进口", "许": "港澳台"}
_CLASSES = {"2": "第二类", "3": "第三类"}


def _certificate(text: str) -> Number:
    found = _CERTIFICATE.match(text)
    if found is None:
        wrong = "应为部门简称、械注、准进许、四位年份、类别、两位分类编码、四位流水号"
        return Number(text, CERTIFICATE, fault=wrong, fault_en="not of the form of a certificate")
    parts = {
        "class": f"{_ORIGINS[found['origin']]}{_CLASSES.get(found['klass'], '')}",
        "by": BY_SHORT[found["by"]],
        "year": f"{found['year']}年首次注册",
        "category": f"分类编码{found['category']}",
        "serial": f"流水号{found['serial']}",
    }
    fault, fault_en = _registrar_fault(found)
    return Number(text, CERTIFICATE, parts, found["year"], fault, fault_en)


def _registrar_fault(found: re.Match[str]) -> tuple[str, str]:
    """Whether who registered registers what is said to be registered."""
    is_nation, is_home = found["by"] == "国", found["origin"] == "准"
    if found["klass"] not in _CLASSES:
        return f"类别写作{found['klass']}，只能是2或3", "the class is neither 2 nor 3"
    if not is_home and not is_nation:
        return "进口和港澳台的只由国家注册", "imports are registered by the nation alone"
    if is_home and is_nation and found["klass"] != "3":
        return "国家注册的境内器械只有第三类", "the nation registers class III of domestic devices"
    if is_home and not is_nation and found["klass"] != "2":
        return "省级只注册境内第二类", "a province registers domestic class II only"
    return "", ""


def device_class(one: Number) -> str | None:
    """The class in a right certificate number: ``2`` or ``3``."""
    found = _CERTIFICATE.match(one.text)
    return found["klass"] if found and not one.fault else None


# 苏苏械备20190012号
_FILING = re.compile(
    rf"^(?P<by>国|[{SHORTS}][{_HAN}]{{0,2}})械备(?P<year>\d{{4}})(?P<serial>\d{{4}})号?$"
)


def _filing(text: str) -> Number:
    found = _FILING.match(text)
    if found is None:
        wrong = "应为部门简称、械备、四位年份、四位流水号"
        return Number(text, FILING, fault=wrong, fault_en="not of the form of a filing")
    parts = {
        "class": "第一类备案",
        "by": found["by"],
        "year": f"{found['year']}年",
        "serial": f"流水号{found['serial']}",
    }
    return Number(text, FILING, parts, found["year"])


def _former_device(text: str) -> Number:
    """食药监械 of before: its parts have not been confirmed."""
    return Number(text, CERTIFICATE, is_open=True)


# 国药准字SJ20210014；国药准字S10970037 is of 1997, not of year 1097
_APPROVAL = re.compile(r"^国药准字(?P<letters>[A-Z]*)(?P<digits>\d*)$")
_LETTERS = re.compile(r"^(?P<kind>[HZS])(?P<origin>[CJ])?$")
_OLDER = {"B": "保健药品", "T": "体外诊断试剂", "F": "药用辅料", "J": "进口分包装"}
_KINDS = {"H": "化学药品", "Z": "中药", "S": "生物制品", "F": "辅料"}
_FROM = {"C": "港澳台", "J": "境外"}
_SOURCES = {"10": "原卫生部", **BY_CODE}
_OLD_DIGITS = re.compile(rf"^(?P<source>{'|'.join(_SOURCES)})(?P<year>\d{{2}})(?P<serial>\d{{4}})$")
_NEW_DIGITS = re.compile(r"^(?P<year>(?:19|20)\d{2})(?P<serial>\d{4})$")
_EIGHT = re.compile(r"^\d{8}$")


def _approval(text: str) -> Number:
    found = _APPROVAL.match(text)
    if found is None:
        wrong = "国药准字后应为字母加8位数字"
        return Number(text, APPROVAL, fault=wrong, fault_en="not letters and digits")
    if not _EIGHT.match(found["digits"]):
        wrong = f"字母后有{len(found['digits'])}位数字，应为8位"
        return Number(text, APPROVAL, fault=wrong, fault_en="not eight digits")
    letters = _LETTERS.match(found["letters"])
    if letters is None and found["letters"] not in _OLDER:
        wrong = f"字母“{found['letters']}”不认识，应为H、Z、S，境外加J、港澳台加C"
        return Number(text, APPROVAL, fault=wrong, fault_en="letters that are not in use")
    if letters is None:
        return _older(text, found["digits"], _OLDER[found["letters"]])
    kind = _KINDS[letters["kind"]]
    origin = _FROM.get(letters["origin"] or "", "境内")
    return _dated(text, found["digits"], {"kind": kind, "origin": origin})


def _older(text: str, digits: str, kind: str) -> Number:
    """B, T, F or J alone: letters of before."""
    one = _dated(text, digits, {"kind": kind})
    return one if one.kind == OLD else Number(text, FORMER, one.parts, one.year)


def _dated(text: str, digits: str, parts: dict[str, str]) -> Number:
    """The eight digits: a year of four and a serial, or who had approved and a year of two."""
    if new := _NEW_DIGITS.match(digits):
        told = {**parts, "year": f"{new['year']}年", "serial": f"流水号{new['serial']}"}
        return Number(text, APPROVAL, told, new["year"])
    if old := _OLD_DIGITS.match(digits):
        year = _CENTURY.get(old["year"], f"19{old['year']}")
        told = {
            **parts,
            "by": f"{_SOURCES[old['source']]}原批准",
            "year": f"{year}年",
            "serial": f"流水号{old['serial']}",
        }
        return Number(text, OLD, told, year)
    wrong = "前四位不是年份，前两位也不是原批准来源"
    return Number(text, OLD, fault=wrong, fault_en="neither a year nor a source stands first")


_CENTURY = {"00": "2000", "01": "2001", "02": "2002"}
"""Years of two digits that are of this century: numbers were issued anew up to 2002."""

# 进口药品注册证号H20140123；医药产品注册证号HC20140012；国药证字H20100012
_FORMER = re.compile(
    r"^(?P<paper>进口药品注册证号?|医药产品注册证号?|国药证字|新药证书号?国药证字|)"
    r"(?P<bulk>B?)(?P<kind>[HZS])(?P<home>C?)(?P<year>(?:19|20)\d{2})(?P<serial>\d{4})$"
)
_PAPERS = {"进": "进口药品注册证", "医": "医药产品注册证", "国": "新药证书", "新": "新药证书"}


def _former(text: str) -> Number:
    found = _FORMER.match(text)
    if found is None:
        wrong = "应为H、Z、S一个字母（港澳台加C，分包装用大包装前加B）加4位年份、4位流水号"
        return Number(text, FORMER, fault=wrong, fault_en="not of the form of an import licence")
    named = next((name for sign, name in _PAPERS.items() if found["paper"].startswith(sign)), None)
    by_letter = _PAPERS["医" if found["home"] else "进"]
    parts = {
        "paper": named or by_letter,
        "kind": _KINDS[found["kind"]],
        "bulk": "分包装用大包装" if found["bulk"] else "",
        "year": f"{found['year']}年",
        "serial": f"流水号{found['serial']}",
    }
    is_misfit = bool(found["home"]) != (named == _PAPERS["医"]) if named else False
    wrong, wrong_en = ("医药产品注册证才带C", "C stands on licences of Hong Kong and Macao only")
    fault, fault_en = (wrong, wrong_en) if is_misfit else ("", "")
    return Number(text, FORMER, parts, found["year"], fault, fault_en)


# CXHL2300123；trap: letters added since 2020 (T …) have not been confirmed
_ACCEPTANCE = re.compile(
    r"^(?P<origin>[CJ])(?P<act>[A-Z])(?P<kind>[A-Z])(?P<stage>[A-Z])(?P<year>\d{2})"
    rf"(?P<serial>\d{{5}})(?P<province>[国{SHORTS}])?$"
)
_ORIGIN = {"C": "国产", "J": "进口"}
_ACTS = {"X": "新药", "Y": "仿制", "B": "补充", "Z": "再注册"}
_STEPS = {"L": "临床", "S": "生产上市", "F": "F", "B": "B", "R": "复审", "Z": "Z"}
_CONFIRMED_UP_TO = "20"


def _acceptance(text: str) -> Number:
    found = _ACCEPTANCE.match(text)
    if found is None:
        wrong = "应为4个字母（首字母C或J）、2位年份、5位流水号，可带一个省份简称"
        return Number(text, ACCEPTANCE, fault=wrong, fault_en="not four letters and seven digits")
    year = f"20{found['year']}"
    steps = ((_ACTS, "act"), (_KINDS, "kind"), (_STEPS, "stage"))
    strange = [found[name] for table, name in steps if found[name] not in table]
    if strange:
        is_open = found["year"] >= _CONFIRMED_UP_TO
        wrong = "" if is_open else f"字母“{'、'.join(strange)}”不认识"
        return Number(text, ACCEPTANCE, {}, year, wrong, "a letter that is not known", is_open)
    parts = {
        "origin": _ORIGIN[found["origin"]],
        **{name: table[found[name]] for table, name in steps},
        "year": f"{year}年",
        "serial": f"流水号{found['serial']}",
        "after": "生物等效性试验后备案" if found["serial"].startswith("9") else "",
        "province": BY_SHORT.get(found["province"] or "", ""),
    }
    return Number(text, ACCEPTANCE, parts, year)


# CTR20211858；trap: CTR2021858 lacks a digit
_TRIAL = re.compile(r"^CTR(?P<year>20\d{2})(?P<serial>\d{4})$")


def _trial(text: str) -> Number:
    found = _TRIAL.match(text)
    if found is None:
        wrong = "应为CTR、20开头的四位年份、四位流水号"
        return Number(text, TRIAL, fault=wrong, fault_en="not CTR, a year and four digits")
    parts = {"kind": "临床试验登记", "year": f"{found['year']}年登记"}
    parts["serial"] = f"流水号{found['serial']}"
    return Number(text, TRIAL, parts, found["year"])


# (01)06901234567892(17)261231(10)A12(21)S1；06901234567892
_UDI = re.compile(
    r"^(?:\(01\))?(?P<body>\d{13}|\d{12}|\d{11}|\d{7})(?P<check>\d)"
    r"(?P<rest>(?:\((?:11|17)\)\d{6}|\((?:10|21)\)[^()]{1,20})*)$"
)
_PRODUCED = re.compile(r"\((?P<sign>\d{2})\)(?P<value>[^()]+)")
_PRODUCTION = {"11": "生产日期", "17": "失效日期", "10": "批号", "21": "序列号"}


def _udi(text: str) -> Number:
    found = _UDI.match(text)
    if found is None:
        wrong = "应为(01)加14位产品标识，其后可有(11)(17)六位日期、(10)批号、(21)序列号"
        return Number(text, UDI, fault=wrong, fault_en="not a device identifier with its signs")
    parts = {"item": f"产品标识{found['body']}{found['check']}"}
    for one in _PRODUCED.finditer(found["rest"]):
        parts[one["sign"]] = f"{_PRODUCTION[one['sign']]}{one['value']}"
    right = item_check_digit(found["body"])
    if found["check"] != right:
        wrong = f"校验码为{found['check']}，应为{right}"
        return Number(text, UDI, parts, "", wrong, f"the check digit should be {right}")
    return Number(text, UDI, parts)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[str], Number]], ...] = (
    (re.compile(r"食药监械"), _former_device),
    (re.compile(r"械注"), _certificate),
    (re.compile(r"械备"), _filing),
    (re.compile(r"^国药准字"), _approval),
    (re.compile(r"国药证字|进口药品注册证|医药产品注册证|^B?[HZS]C?\d{4,}$"), _former),
    (re.compile(r"CTR"), _trial),
    (re.compile(r"^[A-Z]{4}\d+"), _acceptance),
    (re.compile(r"^\(01\)|^\d{8}$|^\d{12,14}$"), _udi),
)
