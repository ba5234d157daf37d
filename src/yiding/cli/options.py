"""The options and arguments of the command, each with its help in Chinese and English."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from yiding.cli.messages import LANGUAGE_VARIABLE

OPTIONS, ARGUMENTS = "选项 Options", "参数 Arguments"


def option(*names: str, words: str, metavar: str | None = None) -> Any:
    """An option by its names, with its help; a flag has no ``metavar``."""
    return typer.Option(*names, metavar=metavar, rich_help_panel=OPTIONS, help=words)


def argument(metavar: str, words: str) -> Any:
    """An argument as the usage line names it, with its help."""
    return typer.Argument(
        metavar=metavar, show_default=False, rich_help_panel=ARGUMENTS, help=words
    )


Version = Annotated[
    bool,
    option("--version", words="显示版本。 Show the version."),
]
Files = Annotated[
    list[str] | None,
    argument("FILE…", "文件、文件夹，或 - （标准输入）。 Files, folders, or - for standard input."),
]
ReadFormat = Annotated[
    str | None,
    option(
        "--format",
        "-f",
        metavar="FORMAT",
        words="输出格式： Output format: table, json, markdown, xlsx, akn. "
        "默认 table，有 --out 时 json。",
    ),
]
Out = Annotated[
    str | None,
    option(
        "--out",
        "-o",
        metavar="DIR",
        words="写入文件夹，每份一个结果。 One result a file, in this folder.",
    ),
]
Jobs = Annotated[
    int | None,
    option(
        "--jobs",
        "-j",
        metavar="N",
        words="进程数，默认与处理器同数。 Processes, one a processor when not given.",
    ),
]
All = Annotated[
    bool,
    option("--all", words="表中也列出长期要求。 List standing requests too."),
]
Words = Annotated[
    str,
    argument("TEXT", "时限的原话，如“明年6月底前”。 The words of the deadline."),
]
Held = Annotated[
    str,
    option("--held", metavar="DATE", words="会议日期，如 2025-03-18。 The day of the meeting."),
]
DeadlineFormat = Annotated[
    str,
    option("--format", "-f", metavar="FORMAT", words="输出格式： Output format: text, json."),
]
Language = Annotated[
    str | None,
    option(
        "--lang",
        metavar="zh|en",
        words=f"说明的语言，默认取自 {LANGUAGE_VARIABLE} 。 Language of what is said.",
    ),
]
