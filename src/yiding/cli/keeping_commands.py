"""The commands of whoever keeps the deployment: serve it, check its journal."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yiding.cli import options
from yiding.cli.messages import usual_language
from yiding.cli.usage import Job

SERVER = "应用 Application"

Host = Annotated[
    str,
    options.option(
        "--host", metavar="HOST", words="在哪个地址提供服务。 The address to listen on."
    ),
]
Port = Annotated[
    int,
    options.option("--port", metavar="PORT", words="端口。 The port."),
]
Workers = Annotated[
    int | None,
    options.option(
        "--workers",
        metavar="N",
        words="进程数，默认与处理器同数。 Processes, one a processor when not given.",
    ),
]
Export = Annotated[
    Path | None,
    options.argument(
        "EXPORT", "导出文件；不写就核对本机的数据库。 An export; none checks this database."
    ),
]
Expect = Annotated[
    str | None,
    options.option(
        "--expect",
        metavar="SEQ:HASH",
        words="此前抄下的序号和校验和，一并核对。 A hash noted before, to hold it against.",
    ),
]
Keep = Annotated[
    bool,
    options.option(
        "--keep", words="核对无误后留存一个校验点。 Keep a checkpoint when all is well."
    ),
]


def register(app: typer.Typer) -> None:
    """Add these commands to ``yiding``."""
    app.command(
        "serve",
        rich_help_panel=SERVER,
        help="提供服务，需要时先更新数据库。 Serve the application; migrates when needed.",
    )(serve)
    app.command(
        "verify",
        rich_help_panel=SERVER,
        help="核对流转记录是否完整。 Check that the journal is whole.",
    )(verify)


def serve(
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = None,
    lang: options.Language = None,
) -> Job:
    """The application, until told to stop."""
    from yiding.cli.server.serve_command import serve_command  # noqa: PLC0415 - start-up

    return partial(serve_command, host, port, workers, lang or usual_language())


def verify(
    export: Export = None,
    *,
    expect: Expect = None,
    keep: Keep = False,
    lang: options.Language = None,
) -> Job:
    """The chain of an export or of the database."""
    from yiding.cli.verify_command import verify_command  # noqa: PLC0415 - start-up

    return partial(verify_command, export, expect, lang or usual_language(), keep=keep)
