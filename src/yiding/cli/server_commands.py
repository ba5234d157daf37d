"""The commands of the application: what may be written after ``yiding`` beside reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yiding.cli import options
from yiding.cli.keeping_commands import Host, Port
from yiding.cli.messages import usual_language

Job = Callable[[], int]
SERVER = "应用 Application"

As = Annotated[
    str | None,
    typer.Option(
        "--as",
        metavar="ACCOUNT",
        rich_help_panel=options.OPTIONS,
        help="以哪个账号办理，默认取自 YIDING_ACCOUNT 。 The account that acts.",
    ),
]
Address = Annotated[
    str,
    typer.Argument(
        metavar="ADDRESS",
        show_default=False,
        rich_help_panel=options.ARGUMENTS,
        help="地址，如 linhu-2026-7:4.2.1 。 The address of what is acted on.",
    ),
]
Verb = Annotated[
    str | None,
    typer.Argument(
        metavar="VERB",
        show_default=False,
        rich_help_panel=options.ARGUMENTS,
        help="办什么，如 close；不写就列出能办的。 The verb; none lists what can be done.",
    ),
]
Papers = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE…",
        show_default=False,
        rich_help_panel=options.ARGUMENTS,
        help="纪要文件。 Files of minutes.",
    ),
]


def _flag(name: str, words: str) -> object:
    return typer.Option(name, rich_help_panel=options.OPTIONS, help=words)


def register(app: typer.Typer) -> None:
    """Add the application's commands to ``yiding``."""
    fields = {"allow_extra_args": True, "ignore_unknown_options": True}
    app.command(
        "matters",
        rich_help_panel=SERVER,
        help="列出事项：按单位、状态、逾期，可看任何一天。 List matters, as of any day.",
    )(list_matters)
    app.command(
        "act",
        rich_help_panel=SERVER,
        context_settings=fields,
        help="办理一步：签收、反馈、申请办结、销号……字段写成 --words 已印发，"
        "附件写 --file @方案.pdf。 Do one act; fields as --name value, files as --name @path.",
    )(do_act)
    app.command(
        "import", rich_help_panel=SERVER, help="导入纪要，待审读。 Bring minutes in for review."
    )(import_files)
    app.command(
        "demo",
        rich_help_panel=SERVER,
        help="装好演示城市临湖：一年的纪要和事项。 Load the city of Linhu: a year of its life.",
    )(load_demo)


def list_matters(  # noqa: PLR0913 - one parameter an option
    *,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="UNIT", help="牵头单位。 The lead unit.")
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="STATE", help="状态。 The state.")
    ] = None,
    overdue: Annotated[
        bool, _flag("--overdue", "逾期（现定时限）。 Late by the date now.")
    ] = False,
    original: Annotated[
        bool, _flag("--overdue-original", "逾期（原定时限）。 Late by the date first promised.")
    ] = False,
    soon: Annotated[bool, _flag("--due-soon", "七天内到期。 Due within seven days.")] = False,
    silent: Annotated[bool, _flag("--silent", "该反馈没反馈。 Silent.")] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="看哪一天。 As of a past day."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="最多几条。 At most.")] = 200,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="table, json, csv")
    ] = "table",
    username: As = None,
    lang: options.Language = None,
) -> Job:
    """Matters by filter."""
    from yiding.cli.server.matters_command import (  # noqa: PLC0415 - start-up
        Filters,
        matters_command,
    )

    chosen = {
        "overdue": overdue,
        "overdue_by_original": original,
        "due_soon": soon,
        "silent": silent,
    }
    clocks = tuple(name for name, is_chosen in chosen.items() if is_chosen)
    filters = Filters(unit, state, clocks, as_of, limit)
    return partial(matters_command, filters, form, username, lang or usual_language())


def do_act(
    context: typer.Context,
    address: Address,
    verb: Verb = None,
    *,
    username: As = None,
    lang: options.Language = None,
) -> Job:
    """One act with its fields."""
    from yiding.cli.server.act_command import act_command  # noqa: PLC0415 - start-up

    rest = list(context.args)
    return partial(act_command, address, verb, rest, username, lang or usual_language())


def import_files(files: Papers, *, username: As = None, lang: options.Language = None) -> Job:
    """Minutes into the database."""
    from yiding.cli.server.import_command import import_command  # noqa: PLC0415 - start-up

    return partial(import_command, files, username, lang or usual_language())


def load_demo(  # noqa: PLR0913 - one parameter an option
    *,
    serve: Annotated[bool, _flag("--serve", "装好后提供服务。 Serve it afterwards.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    fresh: Annotated[
        bool, _flag("--fresh", "删去演示数据，重新装。 Remove the demo's data first.")
    ] = False,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help="种子：同一个数，同一年。 The seed.")
    ] = 1,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="这一年止于哪天，默认昨天。 Its last day."),
    ] = None,
    meetings: Annotated[
        int, typer.Option("--meetings", metavar="N", help="最近几次会议。 The newest N meetings.")
    ] = 24,
    lang: options.Language = None,
) -> Job:
    """The demonstration."""
    from yiding.cli.server.demo_command import DemoWish, demo_command  # noqa: PLC0415 - start-up

    wish = DemoWish(serve, host, port, fresh, seed, today, meetings)
    return partial(demo_command, wish, lang or usual_language())
