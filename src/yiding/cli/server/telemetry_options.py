"""What may be written after ``yiding lake`` and ``yiding fleet`` alike."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from yiding.cli.options import option

Host = Annotated[
    str,
    option("--host", metavar="HOST", words="listen：在哪个地址接收。 The address to listen on."),
]
Port = Annotated[
    int, option("--port", metavar="PORT", words="listen：端口。 The port to listen on.")
]
Spool = Annotated[
    Path | None,
    option(
        "--spool",
        metavar="DIR",
        words="报文暂存目录，默认在数据目录下。 Where frames are kept as they come.",
    ),
]
