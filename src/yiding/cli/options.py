"""The options and arguments of the command, each with its help in Chinese and English."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiding.cli.messages import LANGUAGE_VARIABLE

OPTIONS, ARGUMENTS = "选项 Options", "参数 Arguments"

Version = Annotated[
    bool,
    typer.Option("--version", rich_help_panel=OPTIONS, help="显示版本。 Show the version."),
]
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE…",
        show_default=False,
        rich_help_panel=ARGUMENTS,
        help="文件、文件夹，或 - （标准输入）。 Files, folders, or - for standard input.",
    ),
]
ReadFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        rich_help_panel=OPTIONS,
        help="输出格式： Output format: table, json, markdown, xlsx, akn. "
        "默认 table，有 --out 时 json。",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="DIR",
        rich_help_panel=OPTIONS,
        help="写入文件夹，每份一个结果。 One result a file, in this folder.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        rich_help_panel=OPTIONS,
        help="进程数，默认与处理器同数。 Processes, one a processor when not given.",
    ),
]
All = Annotated[
    bool,
    typer.Option(
        "--all",
        rich_help_panel=OPTIONS,
        help="表中也列出长期要求。 List standing requests too.",
    ),
]
Words = Annotated[
    str,
    typer.Argument(
        metavar="TEXT",
        show_default=False,
        rich_help_panel=ARGUMENTS,
        help="时限的原话，如“明年6月底前”。 The words of the deadline.",
    ),
]
Held = Annotated[
    str,
    typer.Option(
        "--held",
        metavar="DATE",
        rich_help_panel=OPTIONS,
        help="会议日期，如 2025-03-18。 The day of the meeting.",
    ),
]
DeadlineFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        rich_help_panel=OPTIONS,
        help="输出格式： Output format: text, json.",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="zh|en",
        rich_help_panel=OPTIONS,
        help=f"说明的语言，默认取自 {LANGUAGE_VARIABLE} 。 Language of what is said.",
    ),
]
