"""``yiding deadline`` as it is run."""

from __future__ import annotations

import json
import subprocess

import pytest

from cli.conftest import Run


def ask(run: Run, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = run("deadline", *arguments, LC_ALL="C.UTF-8")
    said, told = done.stdout.decode(), done.stderr.decode()
    return subprocess.CompletedProcess(done.args, done.returncode, said, told)


def answer(run: Run, words: str) -> dict[str, object]:
    done = ask(run, words, "--held", "2019-11-05", "--format", "json")
    assert done.returncode == 0
    plain: dict[str, object] = json.loads(done.stdout)
    return plain


def test_a_deadline_is_a_day_with_its_rule(run: Run) -> None:
    plain = answer(run, "明年6月底前")
    assert list(plain) == ["text", "kind", "date", "start", "base", "rule", "confidence"]
    assert (plain["kind"], plain["date"]) == ("by", "2020-06-30")


def test_vague_and_none_are_answers(call: Run) -> None:
    assert (answer(call, "尽快")["kind"], answer(call, "尽快")["date"]) == ("vague", None)
    assert answer(call, "加强领导")["kind"] == "none"


def test_the_text_explains_itself_in_chinese(run: Run) -> None:
    done = ask(run, "今年12月底前", "--held", "2019-11-05")
    assert done.returncode == 0
    assert "2019" in done.stdout
    assert done.stdout.rstrip().endswith("。")


def test_the_text_explains_itself_in_english(call: Run) -> None:
    done = ask(call, "今年12月底前", "--held", "2019-11-05", "--lang", "en")
    assert "2019-12-31" in done.stdout
    assert done.stdout.rstrip().endswith(".")


def test_the_json_warns_in_the_language(call: Run) -> None:
    asked = ("批复后20日内", "--held", "2019-11-05", "--format", "json", "--lang")
    chinese, english = (json.loads(ask(call, *asked, one).stdout) for one in ("zh", "en"))
    assert chinese.pop("warning") == "自另一事项起算，事项发生之日未定。"
    assert english.pop("warning") == "It is counted from another event, whose day is not known."
    assert chinese == english


def test_a_year_without_calendar_is_refused_and_says_so(call: Run) -> None:
    done = ask(call, "10个工作日内", "--held", "2098-03-01", "--format", "json")
    assert done.returncode == 0
    plain = json.loads(done.stdout)
    assert (plain["date"], plain["refused"]) == (None, "calendar-year")


@pytest.mark.parametrize(
    ("told", "arguments"),
    [
        ("--held 要写会议日期", ("尽快", "--held", "yesterday")),
        ("--held", ("尽快",)),
        ("不认识的格式“poem”", ("尽快", "--held", "2019-11-05", "--format", "poem")),
        ("TEXT", ("--held", "2019-11-05")),
    ],
)
def test_wrong_usage_is_64(call: Run, told: str, arguments: tuple[str, ...]) -> None:
    done = ask(call, *arguments)
    assert (done.returncode, done.stdout) == (64, "")
    assert told in done.stderr


def test_a_day_that_is_not_in_the_calendar_is_told_once(call: Run) -> None:
    done = ask(call, "13月底前", "--held", "2019-11-05")
    assert done.stdout.count("历上没有这一天") == 1


def test_english_tells_the_year_and_the_warning_too(call: Run) -> None:
    assert "明年 is 2020" in ask(call, "明年6月底前", "--held", "2019-11-05", "--lang", "en").stdout
    told = ask(call, "8月底", "--held", "2019-11-05", "--lang", "en").stdout
    assert told.endswith("It was over before the meeting, so 2020 is taken.\n")
