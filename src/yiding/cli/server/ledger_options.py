"""``yiding ledger``'s place in the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yiding.cli.keeping_commands import SERVER
from yiding.cli.messages import usual_language
from yiding.cli.options import Language, argument, option
from yiding.cli.usage import Job

Verb = Annotated[str, argument("VERB", "check 核对，import 导入，export 导出。 What to do.")]
Slug = Annotated[str, argument("LEDGER", "台账，如 premises。 The ledger, such as premises.")]
Sheet = Annotated[
    Path | None, argument("FILE", "要导入的 XLSX 或 CSV。 The XLSX or CSV to bring in.")
]
On = Annotated[
    str | None,
    option("--on", metavar="DATE", words="按哪一天核对，默认今天。 Check as of this day."),
]
TakeGood = Annotated[
    bool,
    option("--take-good", words="有错的行退回，其余入账。 Take the good rows, give back the rest."),
]
RefusedTo = Annotated[
    Path | None,
    option("--refused", metavar="PATH", words="退回的行写到哪里。 Where the rows given back go."),
]
OfKind = Annotated[
    str | None,
    option("--kind", metavar="KIND", words="只导出这一类；CSV 要写。 One kind; a CSV needs it."),
]
Out = Annotated[
    Path | None,
    option("--out", "-o", metavar="PATH", words="导出到哪里，.xlsx 或 .csv。 Where to write it."),
]
As = Annotated[
    str | None,
    option(
        "--as",
        metavar="ACCOUNT",
        words="以哪个账号办理，默认取自 YIDING_ACCOUNT 。 The account that acts.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "ledger",
        rich_help_panel=SERVER,
        help="核对、导入、导出一本台账。 Check a ledger, bring entries in, give them out.",
    )(do_ledger)


def do_ledger(  # noqa: PLR0913 - one parameter an option
    verb: Verb,
    ledger: Slug,
    file: Sheet = None,
    *,
    on: On = None,
    take_good: TakeGood = False,
    refused: RefusedTo = None,
    kind: OfKind = None,
    out: Out = None,
    username: As = None,
    lang: Language = None,
) -> Job:
    """One thing done to a whole ledger."""
    from yiding.cli.server.ledger_command import Wish, ledger_command  # noqa: PLC0415 - start-up

    wish = Wish(verb, ledger, file, on, take_good, refused, kind, out)
    return partial(ledger_command, wish, username, lang or usual_language())
