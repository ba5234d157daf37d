"""The unified social credit identifier 统一社会信用代码: its five parts and its check sign."""

from __future__ import annotations

import re
import unicodedata

from yiding.ledgers.biomedicine.check_signs import SIGNS, credit_check_sign
from yiding.ledgers.biomedicine.provinces import BY_CODE

# 91320594MA1X0Q2R5B：登记管理部门、机构类别、行政区划、主体标识、校验码
_CODE = re.compile(
    rf"^(?P<by>[{SIGNS}])(?P<klass>[{SIGNS}])(?P<place>\d{{6}})(?P<subject>[{SIGNS}]{{9}})"
    rf"(?P<check>[{SIGNS}])$"
)
_LENGTH = re.compile(r"^.{18}$")
_STRANGE = re.compile(rf"[^{SIGNS}]")
_BY = {"1": "机构编制", "5": "民政", "9": "市场监管", "Y": "其他"}


def tidy_code(written: str) -> str:
    """A code in half-width capitals without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", written)).upper()


def credit_fault(code: str) -> tuple[str, str]:
    """What is wrong with a code, in Chinese and English; empty where nothing is."""
    if not _LENGTH.match(code):
        return f"有{len(code)}位，应为18位", "not eighteen signs"
    if strange := _STRANGE.findall(code):
        return f"含有不用的字符“{'、'.join(strange)}”", "a sign that is not in use"
    found = _CODE.match(code)
    if found is None:
        return "第3至8位行政区划应为数字", "the place is not six digits"
    right = credit_check_sign(code.removesuffix(found["check"]))
    if found["check"] != right:
        return f"校验码为{found['check']}，应为{right}", f"the check sign should be {right}"
    return "", ""


def credit_parts(code: str) -> str:
    """The parts of a right code in one phrase."""
    found = _CODE.match(code)
    if found is None:
        return ""
    place = next((name for at, name in BY_CODE.items() if found["place"].startswith(at)), "")
    by = _BY.get(found["by"], found["by"])
    return f"{by}登记，类别{found['klass']}，{place}{found['place']}，主体{found['subject']}"
