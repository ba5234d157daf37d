"""An export: what it shows, what it withholds, and that it is whole."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.chains import OTHER, write
from yiding.journal import verify
from yiding.journal.export import NothingToExport, Scope, write_export
from yiding.journal.models import Event
from yiding.journal.record import keep_checkpoint

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 1, 1, 0, 0, 5, tzinfo=UTC)
MATTER = "linhu-2026-1:9.9.9"


def exported(folder: Path, **scope: str) -> Path:
    path = folder / "export.zip"
    with path.open("wb") as stream:
        write_export(stream, Scope(**scope), AT)
    return path


def rows(path: Path) -> list[dict[str, object]]:
    with zipfile.ZipFile(path) as archive:
        return [json.loads(row) for row in archive.read("events.jsonl").decode().splitlines()]


def head(path: Path) -> dict[str, object]:
    with zipfile.ZipFile(path) as archive:
        return dict(json.loads(archive.read("head.json")))


def test_a_whole_export_holds_every_line(chain: list[Event], tmp_path: Path) -> None:
    path = exported(tmp_path)
    assert [row["event"]["seq"] for row in rows(path)] == list(range(1, 10))  # type: ignore[index]
    assert rows(path)[0]["event"]["name"] == "白知远"  # type: ignore[index]
    verdict = verify.verify_export(path)
    assert (verdict.count, verdict.withheld, verdict.broken) == (9, 0, None)
    assert verdict.end == verify.Mark(9, chain[-1].hash)


def test_a_subjects_export_shows_its_own_lines_and_the_digests_between(tmp_path: Path) -> None:
    write(3)
    write(1, subject=MATTER)
    write(2)
    write(1, subject=MATTER)
    write(2)
    path = exported(tmp_path, subject=MATTER)
    assert ["event" in row for row in rows(path)] == [True, False, False, True, False, False]
    assert set(rows(path)[1]) == {"digest", "hash", "seq"}
    assert head(path)["start"] == {"seq": 3, "hash": Event.objects.get(seq=3).hash}
    verdict = verify.verify_export(path)
    assert (verdict.count, verdict.withheld, verdict.broken) == (6, 4, None)


def test_of_another_jurisdiction_only_digests_leave(tmp_path: Path) -> None:
    write(2)
    write(2, author=OTHER, subject="xiyan-2026-1:1.1.1")
    path = exported(tmp_path, jurisdiction="linhu")
    text = path.read_bytes() + json.dumps(rows(path), ensure_ascii=False).encode()
    assert "xiyan" not in text.decode("utf-8", "replace")
    assert verify.verify_export(path).withheld == 2
    with pytest.raises(NothingToExport):
        exported(tmp_path, jurisdiction="linhu", subject="xiyan-2026-1:1.1.1")


def test_an_unknown_subject_is_no_export(chain: list[Event], tmp_path: Path) -> None:
    with pytest.raises(NothingToExport):
        exported(tmp_path, subject="linhu-2099-1:1.1.1")


def test_an_empty_journal_is_whole(tmp_path: Path) -> None:
    verdict = verify.verify_export(exported(tmp_path))
    assert (verdict.count, verdict.broken) == (0, None)


def test_checkpoints_travel_along(chain: list[Event], tmp_path: Path) -> None:
    kept = keep_checkpoint(AT)
    assert kept is not None
    path = exported(tmp_path)
    assert head(path)["checkpoints"] == [{"seq": 9, "hash": kept.hash}]


def test_the_readme_says_how_in_both_languages(chain: list[Event], tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(tmp_path)) as archive:
        readme = archive.read("README.txt").decode()
    assert f"--expect 9:{chain[-1].hash}" in readme
    assert "链尾校验和" in readme
    assert "Ends in hash" in readme


def test_the_verifier_inside_runs_alone(chain: list[Event], tmp_path: Path) -> None:
    path = exported(tmp_path)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "unpacked")
    # -I -S: no site-packages, nothing of ours on the path
    script = tmp_path / "unpacked/verify.py"
    for given in (path, tmp_path / "unpacked"):
        answer = subprocess.run(
            [sys.executable, "-I", "-S", str(script), str(given)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={"PYTHONIOENCODING": "utf-8"},
        )
        assert (answer.returncode, answer.stderr) == (0, "")
        assert f"链条完整：共 9 条，到第 9 条，校验和 {chain[-1].hash}。" in answer.stdout
