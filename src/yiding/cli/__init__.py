"""The ``yiding`` command."""

from __future__ import annotations

import sys

from yiding import __version__


def main() -> None:
    """Run the command; ``--version`` is answered before anything else is loaded."""
    from yiding.cli import ending  # noqa: PLC0415 - start-up

    ending.open_closed_streams()
    ending.interrupt_at_once()
    if sys.argv[1:2] == ["--version"]:
        sys.exit(ending.ended(lambda: print(f"yiding {__version__}")))
    from yiding.cli.app import run  # noqa: PLC0415 - start-up

    sys.exit(run(sys.argv[1:]))
