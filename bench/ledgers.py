"""Measure the ledgers, and write the page of it: ``python -m bench.ledgers``."""

from __future__ import annotations

import argparse
import subprocess
import sys
from datetime import date
from pathlib import Path

from bench.report import processor

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/reference/benchmarks-ledgers.md"
HEAD = """# The ledgers at volume 台账的速度

`make bench` writes this page on {day}; {processor}. Each part is a command of its own.
本页由 `make bench` 生成，每一节都可以单独再量一次。
"""
#: Title, the module that measures, and whose Python has what it needs.
PARTS = (
    ("A rule over a million offices", "bench.columns", ".venv-bench"),
    ("Five million readings of the lake", "bench.lake", ".venv"),
    ("Messages of monitoring stations (HJ 212)", "bench.hj212", ".venv"),
    ("Twenty million positions of the fleet", "bench.positions", ".venv"),
    ("Messages of vehicle terminals (JT/T 808)", "bench.jt808", ".venv"),
    ("Ten thousand rows brought in", "bench.imports", ".venv"),
)


def main() -> None:
    """The command: ``python -m bench.ledgers [--date DAY] [--out PAGE] [PART…]``."""
    wish = _arguments()
    page = [HEAD.format(day=wish.date, processor=processor()).strip()]
    for title, module, place in PARTS:
        page += [f"## {title}", f"`python -m {module}`", _measured(module, place)]
    wish.out.write_text("\n\n".join(page) + "\n", "utf-8")
    print(wish.out.read_text("utf-8"))


def _measured(module: str, place: str) -> str:
    """What a part prints."""
    python = ROOT / place / "bin/python"
    done = subprocess.run(  # noqa: S603 - our own
        [str(python), "-m", module], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{module} ended with {done.returncode}")
    return done.stdout.strip()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.ledgers", description=__doc__)
    parser.add_argument("--date", default=date.today().isoformat(), help="the day on the page")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser.parse_args()


if __name__ == "__main__":
    main()
