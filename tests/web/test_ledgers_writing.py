"""Registering, changing and retiring an entry, and bringing files in, on pages."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from web.conftest import ClientOf, text_of
from web.ledgers_stock import SHEET, refused_batch, stock
from world import World, moment
from yiding.ledgers.base.models import Entry, Import

LIST = "/ledgers/premises/"
NEW = f"{LIST}new/office/"
EDIT = f"{LIST}edit/office/A-202/"
RETIRE = f"{LIST}retire/office/A-202/"
AT = moment(date(2026, 3, 3))


@pytest.fixture
def desk(world: World, client: Client) -> Client:
    client.force_login(world["supervisor"])
    return client


def filled(**fields: str) -> dict[str, str]:
    """A form of an office of the water bureau."""
    given = {"unit": "市水务局", "level": "city", "rank": "staff", "area_m2": "9.01", **fields}
    return {"key": "N-1", "seen": "0", **{f"f-{name}": value for name, value in given.items()}}


def upload(content: str, name: str = "房间.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode())


def test_an_entry_is_registered_and_judged(desk: Client) -> None:
    assert text_of(desk, NEW)
    answer = desk.post(NEW, filled())
    assert answer.headers["Location"] == f"{LIST}entries/office/N-1/"
    entry = Entry.objects.get(key="N-1")
    assert (entry.verdict, entry.unit and entry.unit.code) == ("breached", "water")
    assert "已入账 N-1。" in text_of(desk, answer.headers["Location"])


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("area_m2", "二十四", "请写一个数"),
        ("unit", "从来没有的局", "登记里没有“从来没有的局”"),
        ("formalities_done_on", "2025-02-30", "日期"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_written(
    desk: Client, field: str, value: str, said: str
) -> None:
    answer = desk.post(NEW, filled(**{field: value}))
    assert answer.status_code == 422
    form = answer.context["form"]
    assert said in form.errors[f"f-{field}"][0]
    assert f'value="{value}"' in answer.content.decode()
    assert Entry.objects.count() == 0


def test_an_entry_without_a_key_says_so(desk: Client) -> None:
    answer = desk.post(NEW, {**filled(), "key": ""})
    assert answer.status_code == 422
    assert answer.context["form"].errors["key"] == ["要填。"]


def test_an_entry_is_changed_from_what_it_was(world: World, desk: Client) -> None:
    stock(world, AT)
    form = desk.get(EDIT).context["form"]
    assert form.initial["f-area_m2"] == "18.5"
    posted = {name: value for name, value in form.initial.items() if value}
    answer = desk.post(EDIT, {**posted, "f-area_m2": "9", "seen": "2"})
    assert answer.status_code == 302
    entry = Entry.objects.get(key="A-202")
    assert (entry.fields["area_m2"], entry.verdict, entry.revision) == ("9", "met", 3)
    assert entry.fields["room_no"] == "202"


def test_a_change_over_anothers_is_refused_and_what_was_typed_is_kept(
    world: World, desk: Client
) -> None:
    stock(world, AT)
    posted = dict(desk.get(EDIT).context["form"].initial)
    answer = desk.post(EDIT, {**posted, "f-area_m2": "9", "seen": "1"})
    assert answer.status_code == 409
    assert "已有人改过，现为第2版" in answer.content.decode()
    assert Entry.objects.get(key="A-202").fields["area_m2"] == "18.5"


def test_a_unit_writes_its_own_alone(world: World, client_of: ClientOf) -> None:
    stock(world, AT)
    client = client_of("liaison@water")
    assert client.post(NEW, filled()).status_code == 302
    answer = client.post(NEW, {**filled(unit="市住建局"), "key": "N-2"})
    assert answer.status_code == 409
    assert "您的单位是" in answer.content.decode()
    assert client.get(EDIT).status_code == 404
    assert not Entry.objects.filter(key="N-2").exists()


@pytest.mark.parametrize("name", ["auditor", "mayor"])
def test_readers_write_nothing(world: World, client_of: ClientOf, name: str) -> None:
    stock(world, AT)
    client = client_of(name)
    for path in (NEW, EDIT, RETIRE):
        assert client.post(path, filled()).status_code == 403
    client.post(f"{LIST}import/", {"file": upload(SHEET)})
    assert Import.objects.count() == 0
    assert "登记办公室" not in text_of(client, LIST)


def test_an_entry_is_retired_with_its_reason(world: World, desk: Client) -> None:
    stock(world, AT)
    answer = desk.post(RETIRE, {"reason": "", "seen": "2"})
    assert answer.context["form"].errors["reason"] == ["请写明为什么注销。"]
    answer = desk.post(RETIRE, {"reason": "楼已拆除", "seen": "2"})
    assert answer.status_code == 302
    page = desk.get(answer.headers["Location"]).context["page"]
    assert page.title == "A-202：已注销。"
    assert page.history[0].words == "注销：楼已拆除。"
    assert page.acts == []
    rows = desk.get(f"{LIST}?state=retired").context["page"].rows
    assert [row.key for row in rows] == ["A-202"]


def test_a_kind_that_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(f"{LIST}new/none/").status_code == 404
    assert desk.get(f"{LIST}entries/none/A-1/").status_code == 404


def test_a_file_with_a_wrong_row_is_not_taken_and_every_cell_is_named(
    world: World, desk: Client
) -> None:
    sheet = SHEET.format(unit="市水务局")
    answer = desk.post(f"{LIST}import/", {"file": upload(sheet)}, follow=True)
    page = answer.context["page"]
    assert page.title == "3 行，2 行要改，一行也没有入账。"
    told = [(one.row, one.cell, one.stood) for one in page.faults]
    assert told == [(3, "E3", "二十四"), (4, "B4", "从来没有的局")]
    assert page.faults[0].head == "使用面积(m²)"
    assert (page.good, page.may_take) == (1, True)
    assert Entry.objects.count() == 0


def test_the_good_rows_are_taken_when_asked_for(world: World, desk: Client) -> None:
    batch = refused_batch(world, AT)
    path = f"{LIST}import/{batch.pk}/"
    assert "先入账 1 行" in text_of(desk, f"{path}take/")
    answer = desk.post(path, follow=True)
    assert answer.context["page"].title == "3 行，2 行要改，1 行已入账。"
    assert [one.key for one in Entry.objects.all()] == ["A-901"]
    assert not answer.context["page"].may_take


def test_the_good_rows_may_be_asked_for_at_once(world: World, desk: Client) -> None:
    sheet = SHEET.format(unit="市水务局")
    desk.post(f"{LIST}import/", {"file": upload(sheet), "take_good": "on"})
    assert Entry.objects.count() == 1
    assert Import.objects.get().state == Import.State.PARTLY


def test_the_rows_given_back_can_be_mended_and_brought_in(world: World, desk: Client) -> None:
    batch = refused_batch(world, AT)
    answer = desk.get(f"{LIST}import/{batch.pk}/refused.xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).worksheets[0]
    heads, *rows = sheet.iter_rows(values_only=True)
    assert [row[0] for row in rows] == ["A-902", "A-903"]
    assert heads[-1] == "错误说明"
    sheet["E2"], sheet["B3"] = 24, "市水务局"
    mended = BytesIO()
    sheet.parent.save(mended)
    file = SimpleUploadedFile("改好.xlsx", mended.getvalue())
    page = desk.post(f"{LIST}import/", {"file": file}, follow=True).context["page"]
    assert page.title == "2 行，全部入账。"


def test_faults_in_english(world: World, desk: Client) -> None:
    batch = refused_batch(world, AT)
    desk.cookies["django_language"] = "en"
    page = desk.get(f"{LIST}import/{batch.pk}/").context["page"]
    assert page.title == "3 rows, 2 rows to mend, none is in the ledger."
    assert len(page.faults) == 2


def test_no_file_and_no_ledgers_file_say_what_to_do(desk: Client) -> None:
    answer = desk.post(f"{LIST}import/", {})
    assert answer.status_code == 422
    assert "没有选文件" in answer.content.decode()
    answer = desk.post(f"{LIST}import/", {"file": upload("甲,乙\n1,2\n")})
    assert answer.status_code == 409
    assert answer.context["refusal"].found_text()
    assert Import.objects.count() == 0


def test_a_batch_is_its_units(world: World, client_of: ClientOf) -> None:
    batch = refused_batch(world, AT)
    client = client_of("liaison@water")
    assert client.get(f"{LIST}import/{batch.pk}/").status_code == 404
    assert client.get(f"{LIST}import/").context["page"].batches == []
    assert client_of("auditor").get(f"{LIST}import/{batch.pk}/").status_code == 200


def test_the_template_has_the_heads_that_are_read(desk: Client) -> None:
    answer = desk.get(f"{LIST}template.xlsx")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    assert len(book.worksheets) >= 1
    page = desk.get(f"{LIST}import/").context["page"]
    assert {name for name, _heads in page.sheets} >= set(book.sheetnames)
