"""What the plan's text fixes: nine paths, eleven tasks, by their codes."""

from __future__ import annotations

PATHS = {
    "P1": "补全产业链条",
    "P2": "本地应用示范",
    "P3": "培育重点企业",
    "P4": "优化人才结构",
    "P5": "完善平台建设",
    "P6": "推进协同创新",
    "P7": "拓展资金支撑",
    "P8": "革新管理体系",
    "P9": "创新发展模式",
}
TASKS = {
    "T1": "培育本土龙头企业",
    "T2": "提升临床试验能力",
    "T3": "发展生产性服务业",
    "T4": "打造医学影像中心",
    "T5": "推广技术应用中心",
    "T6": "构建全面人才梯队",
    "T7": "健全三大公共平台",
    "T8": "营造优质创新环境",
    "T9": "丰富金融资金扶持",
    "T10": "争取政策先行先试",
    "T11": "构建“1+N”发展模式",
}
PARKS = 10
"""How many parks the plan leans on: six are named in print, four are not."""


def code_of(words: str | None, table: dict[str, str]) -> str | None:
    """The code that words mean: the code itself, its number alone, or the name it stands for."""
    bare = bare_name(words)
    told = {bare_name(name): code for code, name in table.items()}
    told |= {code.lower(): code for code in table}
    told |= {code.lstrip("PT"): code for code in table}
    return told.get(bare)


def bare_name(words: str | None) -> str:
    """A name as names are compared: without marks and what counts it."""
    kept = (sign for sign in (words or "").lower() if sign.isalnum() or sign == "+")
    return "".join(kept).removeprefix("路径").removeprefix("任务")
