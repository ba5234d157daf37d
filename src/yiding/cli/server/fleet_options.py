"""``yiding fleet``'s place in the command line."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yiding.cli.keeping_commands import SERVER
from yiding.cli.messages import usual_language
from yiding.cli.options import Language, argument, option
from yiding.cli.server.telemetry_options import Host, Port, Spool
from yiding.cli.usage import Job

Verb = Annotated[
    str,
    argument(
        "VERB",
        "listen 接收终端报文，take 入库，watch 研判并把预警入账，trips 列行程，show 逐条显示报文。 "
        "What to do.",
    ),
]
Files = Annotated[
    list[Path] | None,
    argument(
        "FILE…",
        "take、show：报文文件，take 也收 CSV 和 Parquet 的轨迹表；take 不写就取暂存目录。 "
        "Files of frames, or sheets of positions; none takes the spool.",
    ),
]
Strict = Annotated[
    bool,
    option(
        "--strict",
        words="listen：没有鉴权的终端，数据应答“失败”。 Answer strangers' data as failed.",
    ),
]
Since = Annotated[
    str | None,
    option("--from", metavar="DATE", words="watch、trips：从哪天，默认昨天。 The first day."),
]
Until = Annotated[
    str | None,
    option("--to", metavar="DATE", words="watch、trips：到哪天，默认同一天。 The last day."),
]
Car = Annotated[
    str | None,
    option("--vehicle", metavar="PLATE", words="trips：哪辆车。 Whose trips: a plate."),
]
Format = Annotated[
    str, option("--format", "-f", metavar="FORMAT", words="trips： table, json, csv")
]
As = Annotated[
    str | None,
    option(
        "--as",
        metavar="ACCOUNT",
        words="watch、trips：以哪个账号办理，默认取自 YIDING_ACCOUNT 。 The account that acts.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "fleet",
        rich_help_panel=SERVER,
        help="接收车辆终端报文、入库、研判行程和预警。 Hear vehicle terminals, keep where "
        "they were, raise alerts.",
    )(do_fleet)


def do_fleet(  # noqa: PLR0913 - one parameter an option
    verb: Verb,
    files: Files = None,
    *,
    host: Host = "127.0.0.1",
    port: Port = 9808,
    spool: Spool = None,
    strict: Strict = False,
    since: Since = None,
    until: Until = None,
    vehicle: Car = None,
    form: Format = "table",
    username: As = None,
    lang: Language = None,
) -> Job:
    """One thing done with what vehicle terminals send."""
    from yiding.cli.server.fleet_command import (  # noqa: PLC0415 - start-up
        Look,
        Wish,
        fleet_command,
    )

    language = lang or usual_language()
    look = Look(since, until, vehicle, form, username, language)
    wish = Wish(verb, tuple(files or ()), host, port, spool, strict, look)
    return partial(fleet_command, wish, language)
