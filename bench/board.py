"""Measure the pages that count over a million matters: ``make load``.

Loads a made-up city into SQLite, and into PostgreSQL where YIDING_DATABASE_URL names one, serves
it as an office would (gunicorn, two workers of four threads), signs in, and asks for each page
over HTTP: one reader alone, then four at once. Writes docs/reference/load.md.
"""

# ruff: noqa: S603 - the commands are our own
from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/reference/load.md"
PORT = 8917
WORKERS, THREADS = 2, 4
MEDIAN_GOAL, P95_GOAL = 50.0, 150.0
HEAD = """# A million matters 一百万件

`make load` writes this page: a made-up city with a million matters, served by gunicorn (two
workers of four threads) and asked over HTTP with a real session, each answer checked for its
status and its content. Milliseconds from the request to the last byte. Every request asks the
database anew and renders its page; between requests a process keeps the text of its queries and
small drawings (a day, a clock, a promise line), and no answer.
本页由 `make load` 生成：一百万件事项，真实登录，经 HTTP 逐页取回并核对内容，单位毫秒。
每次都重新查询、重新成页：进程只留查询语句和小图样，不留查询结果。
"""


@dataclass(frozen=True)
class Work:
    """One kind of page: who asks for it, the addresses in turn, what must stand in the answer."""

    name: str
    account: str
    paths: tuple[str, ...]
    content: str
    has_goal: bool = False


@dataclass(frozen=True)
class Measured:
    """What was measured of one kind of page with so many readers at once."""

    name: str
    readers: int
    median: float
    p95: float
    worst: float
    kilobytes: float
    has_goal: bool


def works() -> list[Work]:
    """The pages of the report."""
    phrases = ("加装电梯", "按程序印", "岸线分区", "中塘再生", "北岭托育", "从未写过", "会同有关")
    units = [f"u{at:03}" for at in range(20)]
    searches = tuple(f"/search/?q={quote(phrase)}" for phrase in phrases)
    return [
        Work("总览 overview", "supervisor", ("/",), "今年的账", True),
        Work("一个单位没有核实的 a unit's open list, by its liaison", "liaison-u007",
             ("/matters/?clock=open",), "linhu-", True),
        Work("同上，督查室看 the same, by the office", "supervisor",
             tuple(f"/matters/?unit={unit}&clock=open" for unit in units), "linhu-", True),
        Work("四字查找 four-character search", "supervisor", searches, "查到的事项", True),
        Work("单位查找 the same within a unit", "liaison-u007", searches, "查到的事项"),
        Work("单位工作台 a unit's desk", "liaison-u007", ("/",), "今天要做的"),
        Work("全部事项 all matters, first page", "supervisor", ("/matters/",), "linhu-"),
        Work("逾期 overdue, first page", "supervisor", ("/matters/?clock=overdue",), "linhu-"),
        Work("今年已销号 closed this year", "supervisor",
             (f"/matters/?year={date.today().year}&state=closed",), "linhu-"),
        Work("按字句筛选 filtered by words", "supervisor",
             tuple(f"/matters/?words={quote(phrase)}" for phrase in phrases[:3]), "linhu-"),
        Work("市长页 the mayor's page", "mayor", ("/mayor/",), "今年议定"),
    ]  # fmt: skip


def main() -> None:
    """The command: ``python -m bench.board [--count N] [--rounds N] [--keep FOLDER]``."""
    wish = _arguments()
    if wish.part == "load":
        _load(wish.count)
        return
    databases = [("SQLite", {"YIDING_DATABASE_URL": ""})]
    postgres = os.environ.get("YIDING_DATABASE_URL", "")
    if postgres.startswith("postgres"):
        databases.append(("PostgreSQL", {"YIDING_DATABASE_URL": postgres}))
    wish.keep.mkdir(parents=True, exist_ok=True)
    parts = [HEAD, _where(wish.count), wish.note]
    for name, settings in databases:
        environment = {**os.environ, **settings, "YIDING_DATA_DIR": str(wish.keep)}
        environment = {key: value for key, value in environment.items() if value}
        environment["DJANGO_SETTINGS_MODULE"] = "yiding.settings"
        parts += [f"## {name}", _measure(environment, wish)]
    wish.out.write_text("\n\n".join(part.strip() for part in parts if part) + "\n", "utf-8")
    print(wish.out.read_text("utf-8"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.board", description=__doc__)
    parser.add_argument("part", nargs="?", choices=("load",), help="load only, in this process")
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=150, help="requests of each page")
    parser.add_argument("--keep", type=Path, default=ROOT / ".load", help="where the city is kept")
    parser.add_argument("--note", default="", help="what else is to be known of this run")
    parser.add_argument("--out", type=Path, default=PAGE)
    return parser.parse_args()


def _load(count: int) -> None:
    import django  # noqa: PLC0415 - the settings are named by the environment first

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from bench.million import load  # noqa: PLC0415
    from yiding.registry.models import Jurisdiction  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    if Jurisdiction.objects.exists():
        print("the city is there already", flush=True)
        return
    began = time.monotonic()
    load(
        count,
        date.today(),
        lambda what: print(f"{time.monotonic() - began:6.0f} s {what}", flush=True),
    )
    print(f"{time.monotonic() - began:6.0f} s loaded", flush=True)


def _measure(environment: dict[str, str], wish: argparse.Namespace) -> str:
    command = [sys.executable, "-m", "bench.board", "load", "--count", str(wish.count)]
    subprocess.run(command, env=environment, check=True, cwd=ROOT)
    with _served(environment):
        cookies = {one.account: _signed_in(one.account) for one in works()}
        measured = [
            _timed(work, cookies[work.account], readers, wish.rounds)
            for readers in (1, 4)
            for work in works()
        ]
    (wish.keep / "measured.json").write_text(json.dumps([asdict(one) for one in measured]))
    return _table(measured)


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[None]:
    command = [
        sys.executable, "-m", "gunicorn", "yiding.settings.wsgi:application",
        "--bind", f"127.0.0.1:{PORT}", "--workers", str(WORKERS), "--threads", str(THREADS),
        "--worker-class", "gthread", "--log-level", "warning",
    ]  # fmt: skip
    server = subprocess.Popen(command, env=environment, cwd=ROOT)
    try:
        _wait_until_up()
        yield
    finally:
        server.terminate()
        server.wait(30)


def _wait_until_up() -> None:
    for _ in range(150):
        try:
            _get("/sign-in/", "")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the server did not come up")


def _get(path: str, cookie: str) -> tuple[int, bytes, list[str]]:
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie, "Host": f"127.0.0.1:{PORT}"})
    response = connection.getresponse()
    body = response.read()
    set_cookies = response.headers.get_all("Set-Cookie") or []
    connection.close()
    return response.status, body, [one.partition(";")[0] for one in set_cookies]


def _signed_in(account: str) -> str:
    """The cookies of a real session."""
    from bench.passwords import PASSWORD  # noqa: PLC0415

    _, body, cookies = _get("/sign-in/", "")
    found = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', body)
    assert found is not None  # noqa: S101
    token = found[1].decode()
    fields = {"username": account, "password": PASSWORD, "desk": "business"}
    data = urlencode({**fields, "csrfmiddlewaretoken": token})
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    headers = {
        "Cookie": "; ".join(cookies),
        "Content-Type": "application/x-www-form-urlencoded",
        "Referer": f"http://127.0.0.1:{PORT}/sign-in/",
    }
    connection.request("POST", "/sign-in/", data, headers)
    response = connection.getresponse()
    response.read()
    given = response.headers.get_all("Set-Cookie") or []
    session = [one.partition(";")[0] for one in given if one.startswith("sessionid")]
    if response.status != 302 or not session:
        raise SystemExit(f"{account} could not sign in: {response.status}")
    return session[0]


def _timed(work: Work, cookie: str, readers: int, rounds: int) -> Measured:
    paths = work.paths
    for path in paths:
        _asked(work, path, cookie)
    with ThreadPoolExecutor(readers) as pool:
        each = [paths[at % len(paths)] for at in range(rounds)]
        answers = list(pool.map(lambda path: _asked(work, path, cookie), each))
    times = sorted(ms for ms, _ in answers)
    return Measured(
        work.name,
        readers,
        statistics.median(times),
        times[int(len(times) * 0.95)],
        times[-1],
        statistics.mean(size for _, size in answers) / 1024,
        work.has_goal,
    )


def _asked(work: Work, path: str, cookie: str) -> tuple[float, int]:
    began = time.perf_counter()
    status, body, _ = _get(path, cookie)
    ms = (time.perf_counter() - began) * 1000
    if status != 200 or work.content.encode() not in body:
        raise SystemExit(f"{path} answered {status} without {work.content}")
    return ms, len(body)


def _table(measured: list[Measured]) -> str:
    alone = {one.name: one for one in measured if one.readers == 1}
    four = {one.name: one for one in measured if one.readers == 4}
    head = "| Page | median | p95 | worst | four at once: median | p95 | KB | goal |"
    rows = [head, "| --- | --: | --: | --: | --: | --: | --: | --- |"]
    for name, one in alone.items():
        both = four[name]
        rows.append(
            f"| {name} | {one.median:.1f} | {one.p95:.1f} | {one.worst:.1f} | {both.median:.1f} "
            f"| {both.p95:.1f} | {one.kilobytes:.0f} | {_verdict(one)} |"
        )
    return "\n".join(rows)


def _verdict(one: Measured) -> str:
    if not one.has_goal:
        return ""
    is_met = one.median <= MEDIAN_GOAL and one.p95 <= P95_GOAL
    return "met" if is_met else "**missed**"


def _where(count: int) -> str:
    from bench.report import processor  # noqa: PLC0415

    return (
        f"Measured on {date.today().isoformat()}: {processor()}, {os.cpu_count()} processors, "
        f"{count:,} matters of 200 units over ten years, 64 in a thousand open. The goal: at most "
        f"{MEDIAN_GOAL:.0f} ms at the median and {P95_GOAL:.0f} ms at the 95th percentile, for one "
        "reader alone. With four at once on two processors a request also waits for its turn. "
        f"Before it began, {os.getloadavg()[0]:.1f} other processes wanted a processor; on one "
        "at rest that is near 0, and the figures are that much better."
    )


if __name__ == "__main__":
    main()
