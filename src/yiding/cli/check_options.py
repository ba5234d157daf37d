"""``yiding check``'s place in the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yiding.cli.messages import usual_language
from yiding.cli.options import ARGUMENTS, OPTIONS, Language
from yiding.cli.usage import day_of, language_of

LedgerName = Annotated[
    str,
    typer.Argument(
        metavar="LEDGER",
        show_default=False,
        rich_help_panel=ARGUMENTS,
        help="台账，如 premises。 The ledger, such as premises.",
    ),
]
Handed = Annotated[
    str | None,
    typer.Argument(
        metavar="FILE",
        show_default=False,
        rich_help_panel=ARGUMENTS,
        help="条目：JSON、XLSX、CSV、规约报文，或 -（标准输入的 JSON）。 "
        "Entries: JSON, XLSX, CSV, frames of a protocol, or - for JSON on standard input.",
    ),
]
On = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        rich_help_panel=OPTIONS,
        help="按哪一天判定，默认今天。 The day of the verdicts, today when not given.",
    ),
]
Place = Annotated[
    str,
    typer.Option(
        "--place",
        metavar="CODE",
        rich_help_panel=OPTIONS,
        help="没写地区的条目按此区划代码。 Place code of entries that name none.",
    ),
]
CheckFormat = Annotated[
    str,
    typer.Option("--format", "-f", metavar="FORMAT", rich_help_panel=OPTIONS, help="table, json."),
]
Schema = Annotated[
    bool,
    typer.Option(
        "--schema",
        rich_help_panel=OPTIONS,
        help="列出条目、字段、表头和规则。 Print kinds, fields, heads and rules.",
    ),
]
Template = Annotated[
    bool,
    typer.Option(
        "--template",
        rich_help_panel=OPTIONS,
        help="写出要填的 XLSX。 Write the XLSX to fill in.",
    ),
]
Target = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="PATH",
        rich_help_panel=OPTIONS,
        help="模板写到哪里，默认标准输出。 Where the template goes.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "check",
        rich_help_panel="命令 Commands",
        help="按台账的规则核对条目，不用数据库。 Judge entries by a ledger's rules; no database.",
    )(check)


def check(  # noqa: PLR0913 - one parameter an option
    ledger: LedgerName,
    file: Handed = None,
    *,
    on: On = None,
    place: Place = "100000",
    form: CheckFormat = "table",
    schema: Schema = False,
    template: Template = False,
    out: Target = None,
    lang: Language = None,
) -> Callable[[], int]:
    """Check the entries of a file, or say what a ledger takes."""
    from yiding.cli.check_command import Ask, check_command, print_schema, write_template  # noqa: PLC0415 - start-up

    language = lang or usual_language()
    say = language_of(language)
    if schema:
        return partial(print_schema, ledger, say)
    if template:
        return partial(write_template, ledger, out, say)
    day = day_of(on, say, "bad-day") if on else date.today()
    return partial(check_command, Ask(ledger, file, day, place, form, language, say))
