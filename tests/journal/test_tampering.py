"""Whatever is done to an export, the first broken link is named."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from journal.chains import write
from journal.test_export import exported
from yiding.journal import verify
from yiding.journal.models import Event
from yiding.journal.record import keep_checkpoint
from yiding.journal.verify import UnreadableExport, canonical, digest_of, link

Rows = list[dict[str, Any]]
Change = Callable[[Rows], object]

pytestmark = pytest.mark.usefixtures("chain")


@pytest.fixture
def tampered(chain: list[Event], tmp_path: Path) -> Callable[..., Path]:
    """An export with its rows changed, and with its head changed if asked."""

    def make(change: Change, head: Callable[[dict[str, Any]], object] | None = None) -> Path:
        path = exported(tmp_path)
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        rows = [json.loads(row) for row in parts["events.jsonl"].decode().splitlines()]
        change(rows)
        parts["events.jsonl"] = "".join(f"{canonical(row)}\n" for row in rows).encode()
        if head:
            plain = json.loads(parts["head.json"])
            head(plain)
            parts["head.json"] = json.dumps(plain).encode()
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return path

    return make


def rehash(row: dict[str, Any]) -> None:
    row["hash"] = link(row["previous"], digest_of(canonical(row["event"])))


def change_a_word(rows: Rows) -> None:
    rows[4]["event"]["data"]["words"] = "第五条。"


def change_a_name(rows: Rows) -> None:
    rows[8]["event"]["name"] = "白知近"


def change_the_time(rows: Rows) -> None:
    rows[0]["event"]["at"] = "2026-03-02T02:02:03.000005Z"


def swap_two(rows: Rows) -> None:
    rows[3], rows[4] = rows[4], rows[3]


def swap_what_two_say(rows: Rows) -> None:
    rows[3]["event"]["data"], rows[4]["event"]["data"] = (
        rows[4]["event"]["data"],
        rows[3]["event"]["data"],
    )


def delete_one(rows: Rows) -> None:
    del rows[4]


def delete_the_first(rows: Rows) -> None:
    del rows[0]


def delete_one_and_close_the_gap(rows: Rows) -> None:
    del rows[4]
    for row in rows[4:]:
        row["event"]["seq"] -= 1


def cut_the_tail(rows: Rows) -> None:
    del rows[7:]


def insert_one(rows: Rows) -> None:
    rows.insert(5, json.loads(json.dumps(rows[4])))


def insert_one_that_fits(rows: Rows) -> None:
    made = json.loads(json.dumps(rows[4]))
    made["event"]["seq"], made["previous"] = 6, rows[4]["hash"]
    rehash(made)
    rows.insert(5, made)


def add_one_at_the_end(rows: Rows) -> None:
    made = json.loads(json.dumps(rows[8]))
    made["event"]["seq"], made["previous"] = 10, rows[8]["hash"]
    rehash(made)
    rows.append(made)


def rehash_one(rows: Rows) -> None:
    rows[4]["event"]["outcome"] = "denied"
    rehash(rows[4])


def rehash_the_last(rows: Rows) -> None:
    rows[8]["event"]["outcome"] = "denied"
    rehash(rows[8])


def rehash_one_and_mend_the_next(rows: Rows) -> None:
    rehash_one(rows)
    rows[5]["previous"] = rows[4]["hash"]


def change_a_hash(rows: Rows) -> None:
    rows[4]["hash"] = hashlib.sha256(b"").hexdigest()


def take_a_field_away(rows: Rows) -> None:
    del rows[4]["event"]["seq"]


@pytest.mark.parametrize(
    ("change", "seq", "kind"),
    [
        (change_a_word, 5, "content"),
        (change_a_name, 9, "content"),
        (change_the_time, 1, "content"),
        (swap_two, 4, "order"),
        (swap_what_two_say, 4, "content"),
        (delete_one, 5, "order"),
        (delete_the_first, 1, "order"),
        (delete_one_and_close_the_gap, 5, "previous"),
        (cut_the_tail, 8, "tail"),
        (list.clear, 1, "tail"),
        (insert_one, 6, "order"),
        (insert_one_that_fits, 7, "order"),
        (add_one_at_the_end, 10, "beyond"),
        (rehash_one, 6, "previous"),
        (rehash_one_and_mend_the_next, 6, "content"),
        (rehash_the_last, 9, "head"),
        (change_a_hash, 5, "content"),
        (take_a_field_away, 5, "row"),
    ],
)
def test_the_first_broken_link_is_named(
    tampered: Callable[..., Path],
    capsys: pytest.CaptureFixture[str],
    change: Change,
    seq: int,
    kind: str,
) -> None:
    path = tampered(change)
    broken = verify.verify_export(path).broken
    assert broken is not None
    assert (broken.seq, broken.kind) == (seq, kind)
    assert verify.main([str(path)]) == verify.BROKEN
    chinese, english = capsys.readouterr().out.splitlines()
    assert chinese.startswith(f"链条断在第 {seq} 条：")
    assert english.startswith(f"The chain breaks at event {seq}:")


def test_any_single_byte_changed_is_noticed(chain: list[Event], tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(tmp_path)) as archive:
        archive.extractall(tmp_path / "unpacked")
    rows = tmp_path / "unpacked/events.jsonl"
    whole = rows.read_bytes()
    for place in range(0, len(whole), 7):
        rows.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        broken = verify.verify_export(rows.parent).broken
        assert broken is not None, place
        assert broken.seq <= whole[:place].count(b"\n") + 2, place


def test_a_row_written_otherwise_is_noticed(chain: list[Event], tmp_path: Path) -> None:
    with zipfile.ZipFile(exported(tmp_path)) as archive:
        archive.extractall(tmp_path / "unpacked")
    rows = tmp_path / "unpacked/events.jsonl"
    lines = rows.read_text("utf-8").splitlines(keepends=True)
    # the first of two keys of one name is what some programs would show
    lines[4] = lines[4].replace('"name":', '"name":"别人","name":')
    rows.write_text("".join(lines), "utf-8")
    broken = verify.verify_export(rows.parent).broken
    assert broken is not None
    assert (broken.seq, broken.kind) == (5, "form")


def rewrite(rows: Rows) -> None:
    """Change one event and every hash after it: whole in itself."""
    rows[4]["event"]["name"] = "别人"
    before = rows[3]["hash"]
    for row in rows[4:]:
        row["previous"] = before
        rehash(row)
        before = row["hash"]


def test_a_chain_rewritten_shows_against_what_was_kept(
    tampered: Callable[..., Path], chain: list[Event], capsys: pytest.CaptureFixture[str]
) -> None:
    def mend(head: dict[str, Any]) -> None:
        head["end"]["hash"] = rows[-1]["hash"]

    rows: Rows = []
    path = tampered(lambda given: (rewrite(given), rows.extend(given)), mend)
    assert verify.verify_export(path).broken is None
    assert verify.main([str(path), "--expect", f"7:{chain[6].hash}"]) == verify.BROKEN
    assert "链条断在第 7 条：留存的校验和是" in capsys.readouterr().out


def test_a_chain_rewritten_shows_against_the_checkpoints_in_it(
    tampered: Callable[..., Path],
) -> None:
    keep_checkpoint(datetime(2026, 3, 2, 23, tzinfo=UTC))
    write(3)

    def mend(head: dict[str, Any]) -> None:
        head["end"]["hash"] = rows[-1]["hash"]

    rows: Rows = []
    path = tampered(lambda given: (rewrite(given), rows.extend(given)), mend)
    broken = verify.verify_export(path).broken
    assert broken is not None
    assert (broken.seq, broken.kind) == (9, "checkpoint")


def test_a_tail_cut_from_rows_and_head_shows_against_a_hash_kept_elsewhere(
    tampered: Callable[..., Path], chain: list[Event]
) -> None:
    def cut(head: dict[str, Any]) -> None:
        head["end"] = {"seq": 7, "hash": chain[6].hash}

    path = tampered(cut_the_tail, cut)
    assert verify.verify_export(path).broken is None
    broken = verify.verify_export(path, (verify.Mark(9, chain[8].hash),)).broken
    assert broken is not None
    assert (broken.seq, broken.kind) == (8, "tail")


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("absent.zip", None, "absent"),
        ("text.zip", b"not a zip", "no-zip"),
        ("empty.zip", b"", "no-zip"),
    ],
    ids=["absent", "text", "empty"],
)
def test_what_is_no_export_is_unreadable(
    tmp_path: Path, name: str, content: bytes | None, key: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableExport) as error:
        verify.verify_export(path)
    assert error.value.key == key
    assert verify.main([str(path)]) == verify.UNREADABLE


@pytest.mark.parametrize(
    ("head", "key"),
    [
        (b"{", "no-head"),
        (b"[]", "no-head"),
        (b'{"format":"yiding-journal-1"}', "no-head"),
        (b'{"format":"yiding-journal-9"}', "format"),
        (None, "no-part"),
    ],
    ids=["cut", "list", "lacking", "unknown", "none"],
)
def test_a_head_that_cannot_be_read_is_said(
    chain: list[Event], tmp_path: Path, head: bytes | None, key: str
) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("events.jsonl", b"")
        if head is not None:
            archive.writestr("head.json", head)
    with pytest.raises(UnreadableExport) as error:
        verify.verify_export(path)
    assert error.value.key == key
    assert all(verify.said_of(error.value))


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], ["a.zip", "--expect"], ["a.zip", "--expect", "9"], ["a.zip", "--other", "1"]],
)
def test_wrong_usage_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert verify.main(arguments) == verify.WRONG_USAGE
    assert "python verify.py EXPORT" in capsys.readouterr().err


def test_every_kind_of_break_has_its_sentence() -> None:
    for key, (chinese, english) in verify.SENTENCES.items():
        assert chinese.endswith(("。", "校验和]")), key
        assert english.endswith((".", "HASH]")), key
