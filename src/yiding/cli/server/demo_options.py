"""``yiding demo``: what may be written after it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yiding.cli import options
from yiding.cli.keeping_commands import SERVER, Host, Port
from yiding.cli.messages import usual_language
from yiding.cli.usage import Job

Paper = Annotated[
    Path | None,
    options.argument(
        "FILE", "一份纪要；不写就用演示城市自己的一份。 Minutes; none takes the city's own."
    ),
]


def register(app: typer.Typer) -> None:
    """Add ``demo`` and what stands under it."""
    demo = typer.Typer(
        add_completion=False, context_settings={"help_option_names": ["-h", "--help"]}
    )
    demo.callback(invoke_without_command=True)(load_demo)
    demo.command(
        "tour",
        help="从一份纪要走到九本台账：每件事凭什么证明，台账今天怎么说。 "
        "From one paper to nine ledgers: what would prove each duty, and what they say today.",
    )(tour)
    app.add_typer(
        demo,
        name="demo",
        rich_help_panel=SERVER,
        help="装好演示城市临湖：一年的纪要和事项。 Load the city of Linhu: a year of its life.",
    )


def load_demo(  # noqa: PLR0913 - one parameter an option
    *,
    serve: Annotated[
        bool, options.option("--serve", words="装好后提供服务。 Serve it afterwards.")
    ] = False,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    fresh: Annotated[
        bool,
        options.option("--fresh", words="删去演示数据，重新装。 Remove the demo's data first."),
    ] = False,
    seed: Annotated[
        int, options.option("--seed", metavar="N", words="种子：同一个数，同一年。 The seed.")
    ] = 1,
    today: Annotated[
        str | None,
        options.option("--today", metavar="DATE", words="这一年止于哪天，默认昨天。 Its last day."),
    ] = None,
    meetings: Annotated[
        int,
        options.option("--meetings", metavar="N", words="最近几次会议。 The newest N meetings."),
    ] = 24,
    lang: options.Language = None,
) -> Job:
    """The demonstration."""
    from yiding.cli.server.demo_command import DemoWish, demo_command  # noqa: PLC0415 - start-up

    wish = DemoWish(serve, host, port, fresh, seed, today, meetings)
    return partial(demo_command, wish, lang or usual_language())


def tour(
    paper: Paper = None,
    *,
    registry: Annotated[
        Path | None,
        options.option(
            "--registry",
            metavar="XLSX",
            words="这份纪要所在地区的登记簿；不写就用临湖市的。 The registry of its place.",
        ),
    ] = None,
    lang: options.Language = None,
) -> Job:
    """One paper held against the ledgers."""
    from yiding.cli.server.tour_command import tour_command  # noqa: PLC0415 - start-up

    return partial(tour_command, paper, registry, lang or usual_language())
