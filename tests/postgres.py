"""A PostgreSQL of its own for one command: ``python tests/postgres.py pytest tests/journal``.

It makes a cluster in a temporary folder, listens on a socket in it and on no network, puts its
address into YIDING_DATABASE_URL, runs the command, and takes everything away again. PostgreSQL
does not run as root: for root the cluster belongs to ``nobody``.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# what a test cluster need not survive: a power cut
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


class NoPostgres(Exception):
    """There is no PostgreSQL to run; says why and what to do."""


def binaries() -> Path:
    """The folder of ``initdb`` and ``postgres``, the newest version first."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    folders.sort(key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0), reverse=True)
    found = shutil.which("initdb")
    if found:
        folders.append(Path(found).resolve().parent)
    if not folders:
        raise NoPostgres("no PostgreSQL server is installed: apt-get install postgresql")
    return folders[0]


def as_whom() -> list[str]:
    """What to put before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    runuser = shutil.which("runuser")
    if runuser is None:
        raise NoPostgres("PostgreSQL does not run as root and there is no runuser")
    return [runuser, "-u", "nobody", "--"]


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; its address without a database name, for one to be put after it."""
    tools, before = binaries(), as_whom()
    folder = Path(tempfile.mkdtemp(prefix="yiding-pg-"))
    if before:
        shutil.chown(folder, "nobody")
    data = folder / "data"
    options = " ".join(f"-c {setting}" for setting in (*QUICK, "listen_addresses="))
    start = ["-o", f"{options} -k {folder}", "-l", str(folder / "log")]
    control = [*before, str(tools / "pg_ctl"), "-D", str(data), "-w", "-s"]
    encoding = ["--encoding=UTF8", "--locale=C", "--username=yiding", "--auth=trust"]
    try:
        _run([*before, str(tools / "initdb"), "-D", str(data), "--no-sync", *encoding], folder)
        _run([*control, *start, "start"], folder)
        yield f"postgres://yiding@/{folder}"
    finally:
        if (data / "postmaster.pid").exists():
            subprocess.run([*control, "-m", "immediate", "stop"], cwd=folder, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str], folder: Path) -> None:
    try:
        with (folder / "out").open("w") as out:
            subprocess.run(command, cwd=folder, check=True, stdout=out, stderr=subprocess.STDOUT)
    except (OSError, subprocess.CalledProcessError) as error:
        said = (folder / "out").read_text("utf-8", "replace")
        raise NoPostgres(f"PostgreSQL does not start: {error}\n{said}") from error


def main(command: list[str]) -> int:
    """Run the command with a cluster; without PostgreSQL say so, and fail on the build machine."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with cluster() as address:
            print(f"PostgreSQL {binaries().parent.name}: {' '.join(command)}", flush=True)
            environment = {**os.environ, "YIDING_DATABASE_URL": f"{address}/postgres"}
            return subprocess.run(command, env=environment, check=False).returncode
    except NoPostgres as problem:
        print(f"not run on PostgreSQL: {problem}", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
