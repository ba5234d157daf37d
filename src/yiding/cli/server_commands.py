"""The commands of the application: what may be written after ``yiding`` beside reading."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yiding.cli import options
from yiding.cli.keeping_commands import SERVER
from yiding.cli.messages import usual_language
from yiding.cli.server import (
    demo_options,
    fleet_options,
    lake_options,
    ledger_options,
    powers_options,
)
from yiding.cli.usage import Job

As = Annotated[
    str | None,
    options.option(
        "--as",
        metavar="ACCOUNT",
        words="以哪个账号办理，默认取自 YIDING_ACCOUNT 。 The account that acts.",
    ),
]
Address = Annotated[
    str,
    options.argument("ADDRESS", "地址，如 linhu-2026-7:4.2.1 。 The address of what is acted on."),
]
Verb = Annotated[
    str | None,
    options.argument(
        "VERB", "办什么，如 close；不写就列出能办的。 The verb; none lists what can be done."
    ),
]
Papers = Annotated[
    list[Path],
    options.argument("FILE…", "纪要文件。 Files of minutes."),
]


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
        "proofs",
        rich_help_panel=SERVER,
        help="台账对账：留存到期读数，列出报来办结、台账不符的事项；每晚运行一次。 "
        "Hold matters against the ledgers; run it every night.",
    )(hold_proofs)
    demo_options.register(app)
    ledger_options.register(app)
    lake_options.register(app)
    fleet_options.register(app)
    powers_options.register(app)


def list_matters(  # noqa: PLR0913 - one parameter an option
    *,
    unit: Annotated[
        str | None, options.option("--unit", metavar="UNIT", words="牵头单位。 The lead unit.")
    ] = None,
    state: Annotated[
        str | None, options.option("--state", metavar="STATE", words="状态。 The state.")
    ] = None,
    overdue: Annotated[
        bool, options.option("--overdue", words="逾期（现定时限）。 Late by the date now.")
    ] = False,
    original: Annotated[
        bool,
        options.option(
            "--overdue-original", words="逾期（原定时限）。 Late by the date first promised."
        ),
    ] = False,
    soon: Annotated[
        bool, options.option("--due-soon", words="七天内到期。 Due within seven days.")
    ] = False,
    silent: Annotated[bool, options.option("--silent", words="该反馈没反馈。 Silent.")] = False,
    as_of: Annotated[
        str | None,
        options.option("--as-of", metavar="DATE", words="看哪一天。 As of a past day."),
    ] = None,
    limit: Annotated[
        int, options.option("--limit", metavar="N", words="最多几条。 At most.")
    ] = 200,
    form: Annotated[
        str, options.option("--format", "-f", metavar="FORMAT", words="table, json, csv")
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


def hold_proofs(*, lang: options.Language = None) -> Job:
    """Matters against the ledgers."""
    from yiding.cli.server.proofs_command import proofs_command  # noqa: PLC0415 - start-up

    return partial(proofs_command, lang or usual_language())
