"""``yiding lake``'s place in the command line."""

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
    argument("VERB", "listen 接收监测站报文，take 入库，brief 日报。 What to do."),
]
Frames = Annotated[
    list[Path] | None,
    argument(
        "FILE…", "take：.hj212 报文文件；不写就取暂存目录。 Files of frames; none takes the spool."
    ),
]
On = Annotated[
    str | None,
    option("--on", metavar="DATE", words="brief：哪一天，默认今天。 The day; today if not given."),
]
Place = Annotated[
    str | None,
    option(
        "--place",
        metavar="CODE",
        words="brief：哪个地区的站点，区划代码；只有一个地区时不用写。 Whose stations.",
    ),
]
Format = Annotated[str, option("--format", "-f", metavar="FORMAT", words="brief： text, json")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "lake",
        rich_help_panel=SERVER,
        help="接收监测站报文、入库、出日报。 Hear the lake's stations, keep what they say, "
        "tell the day.",
    )(do_lake)


def do_lake(  # noqa: PLR0913 - one parameter an option
    verb: Verb,
    files: Frames = None,
    *,
    host: Host = "127.0.0.1",
    port: Port = 9212,
    spool: Spool = None,
    on: On = None,
    place: Place = None,
    form: Format = "text",
    lang: Language = None,
) -> Job:
    """One thing done with what stations send."""
    from yiding.cli.server.lake_command import Wish, lake_command  # noqa: PLC0415 - start-up

    wish = Wish(verb, tuple(files or ()), host, port, spool, on, place, form)
    return partial(lake_command, wish, lang or usual_language())
