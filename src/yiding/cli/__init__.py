"""The ``yiding`` command."""

from __future__ import annotations

import sys

from yiding import __version__


def main() -> None:
    """Run the command; ``--version`` is answered before anything else is loaded."""
    if sys.argv[1:2] == ["--version"]:
        print(f"yiding {__version__}")
        return
    from yiding.cli.app import run  # noqa: PLC0415 - start-up

    sys.exit(run(sys.argv[1:]))
