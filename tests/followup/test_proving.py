"""A matter held against a ledger: proven, contradicted, ahead, missed; never closed by it."""

from __future__ import annotations

from datetime import date

import pytest

from nine_ledger import Nine
from world import World, evidence, moment
from yiding.followup import ledger_sources, proving
from yiding.followup.models import ClosingTest, Evidence, LedgerReading, Matter
from yiding.followup.refusals import InvalidFields, Refused

MAY, LAST, JULY = date(2026, 5, 12), date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Nine:
    """The ledger, registered as the real ones are."""
    board = Nine()
    monkeypatch.setattr(ledger_sources, "_SOURCES", {"indicator": board})
    return board


def named(world: World, matter: Matter, **fields: str) -> ClosingTest:
    """The supervision office names the test: nine of nine."""
    data = {"kind": "indicator", "address": "toy/done", "target": "9"} | fields
    world.act("matter.name_test", matter, "supervisor", MAY, **data)
    return ClosingTest.objects.select_related("matter", "jurisdiction").get(matter=matter)


def under_way(world: World) -> Matter:
    """A matter that wants something delivered, signed for."""
    matter = world.assigned(closing_kind="deliver")
    world.act("matter.complete_part", matter, "liaison@housing", MAY, words="已配合。")
    world.act("matter.sign", matter, "liaison@water", MAY)
    return matter


def submit(world: World, matter: Matter, on: date = MAY) -> None:
    """The unit says that it is done, and files nothing but its word."""
    world.act(
        "matter.submit", matter, "liaison@water", on, words="已完成。",
        endorsed_by=world.head_of("water"),
    )  # fmt: skip


def test_naming_keeps_a_first_reading(world: World, board: Nine) -> None:
    """With its as-of, its value and the entries behind it and wanting."""
    test = named(world, under_way(world))
    (reading,) = test.readings.all()
    assert (reading.occasion, reading.result, reading.as_of) == ("named", "ahead", MAY)
    assert (reading.value, reading.whole, reading.lacking) == (8, 9, ["9"])
    assert board.asked[-1] == MAY


def test_a_claim_the_ledger_does_not_bear_out_is_contradicted(world: World, board: Nine) -> None:
    """Reported done, and 8 of 9: it stands on the list, and nothing closes by itself."""
    matter = under_way(world)
    test = named(world, matter)
    submit(world, matter)
    reading = test.readings.get(occasion="submitted")
    assert (reading.result, reading.value) == ("contradicted", 8)
    filed = matter.evidence.get(kind=Evidence.Kind.LEDGER)
    assert filed.findings == [{"check": "the_ledger_bears_it_out", "holds": False}]
    assert [one.matter_id for one in proving.disagreeing(world.jurisdiction)] == [matter.pk]


def test_a_proven_matter_still_waits_for_a_person(world: World, board: Nine) -> None:
    """The ledger's word is evidence; the state changes by a verifier alone."""
    matter = under_way(world)
    named(world, matter)
    board.done = 9
    submit(world, matter)
    proving.look_again(world.jurisdiction, "toy", MAY)
    matter.refresh_from_db()
    assert (matter.state, matter.closing_test.result) == ("submitted", "proven")
    verify = {"method": "desk", "conclusion": "属实。"}
    world.act("matter.verify", matter, "supervisor2", MAY, **verify)
    kept = LedgerReading.objects.get(occasion="verified")
    assert (kept.result, kept.value) == ("proven", 9)


def test_the_ledger_is_looked_at_again_when_it_changes(world: World, board: Nine) -> None:
    """What was contradicted is proven once the ninth is done."""
    matter = under_way(world)
    test = named(world, matter)
    submit(world, matter)
    board.done = 9
    assert proving.look_again(world.jurisdiction, "toy", MAY) == 1
    test.refresh_from_db()
    assert test.result == "proven"
    assert list(proving.disagreeing(world.jurisdiction)) == []


@pytest.mark.parametrize(
    ("done", "on", "result"),
    [(8, LAST, "ahead"), (8, JULY, "missed"), (9, JULY, "proven"), (None, JULY, "no_data")],
)
def test_what_the_ledger_says_on_a_day(
    world: World, board: Nine, done: int | None, on: date, result: str
) -> None:
    """The due day itself is not late."""
    test = named(world, under_way(world))
    board.done = done
    assert proving.look_at(test, on).result == result


def test_the_due_day_is_read_once(world: World, board: Nine) -> None:
    """Nothing before it, one reading on it, none again after it."""
    test = named(world, under_way(world), by_on=LAST.isoformat())
    before = proving.read_what_is_due(world.jurisdiction, moment(date(2026, 6, 29)))
    on_it = proving.read_what_is_due(world.jurisdiction, moment(LAST))
    after = proving.read_what_is_due(world.jurisdiction, moment(JULY))
    assert (before, [one.test for one in on_it], after) == ([], [test], [])


def test_what_is_ahead_on_the_due_day_is_missed_after_it(world: World, board: Nine) -> None:
    """The one reading of the day stands; the matter itself no longer says that there is time."""
    test = named(world, under_way(world), by_on=LAST.isoformat())
    proving.read_what_is_due(world.jurisdiction, moment(LAST))
    test.refresh_from_db()
    assert test.result == "ahead"
    assert proving.read_what_is_due(world.jurisdiction, moment(JULY)) == []
    test.refresh_from_db()
    assert (test.result, test.looked_on) == ("missed", JULY)


def test_only_the_ledger_that_changed_is_looked_at(world: World, board: Nine) -> None:
    """Neither another ledger nor one whose name begins alike."""
    named(world, under_way(world))
    asked = len(board.asked)
    for other in ("lake", "to"):
        assert proving.look_again(world.jurisdiction, other, JULY) == 0
    assert len(board.asked) == asked
    assert proving.look_again(world.jurisdiction, "toy", JULY) == 1


def test_who_asks_for_a_review_maintains_that_it_is_done(world: World, board: Nine) -> None:
    """A look while the review is under way is no look at a matter merely late."""
    matter = under_way(world)
    test = named(world, matter, by_on=LAST.isoformat())
    submit(world, matter)
    missing = {"code": "no_proof", "missing": "缺验收记录。"}
    world.act("matter.send_back", matter, "supervisor", MAY, **missing)
    assert proving.look_at(test, JULY).result == "missed"
    head = {"endorsed_by": world.head_of("water")}
    world.act("matter.apply_review", matter, "liaison@water", MAY, reason="已办结。", **head)
    test = ClosingTest.objects.select_related("matter", "jurisdiction").get(pk=test.pk)
    assert proving.look_at(test, JULY).result == "contradicted"


def test_a_report_of_completion_is_a_claim(world: World, board: Nine) -> None:
    """Before anybody asks to close it."""
    matter = under_way(world)
    test = named(world, matter)
    world.act("matter.report", matter, "liaison@water", MAY, progress="done", words="都办完了。")
    assert proving.look_at(test, MAY).result == "contradicted"


def test_a_claim_sent_back_is_a_claim_no_more(world: World, board: Nine) -> None:
    """It leaves the list at once, and comes back when the unit says it again."""
    matter = under_way(world)
    named(world, matter)
    world.act("matter.report", matter, "liaison@water", MAY, progress="done", words="都办完了。")
    assert list(proving.disagreeing(world.jurisdiction))
    submit(world, matter)
    back = {"code": "no_proof", "missing": "还差一处。"}
    world.act("matter.send_back", matter, "supervisor2", MAY, **back)
    assert not list(proving.disagreeing(world.jurisdiction))
    submit(world, matter)
    assert list(proving.disagreeing(world.jurisdiction))


@pytest.mark.parametrize(
    ("fields", "wrong"), [({"address": "toy/none"}, "address"), ({"target": ""}, "target")]
)
def test_a_test_that_cannot_be_held_is_refused(
    world: World, board: Nine, fields: dict[str, str], wrong: str
) -> None:
    """An address no ledger answers for, or a figure without a target."""
    with pytest.raises(InvalidFields) as refused:
        named(world, under_way(world), **fields)
    assert list(refused.value.form.errors) == [wrong]


def test_without_a_test_a_word_is_no_proof(world: World, board: Nine) -> None:
    """Submitting with nothing filed is refused as before."""
    matter = under_way(world)
    with pytest.raises(Refused) as refused:
        submit(world, matter)
    assert refused.value.refusal.guard == "proof_filed"


def test_a_reading_is_never_filed_by_hand(world: World, board: Nine) -> None:
    """It is no choice of the form."""
    matter = under_way(world)
    with pytest.raises(InvalidFields):
        world.act(
            "matter.submit", matter, "liaison@water", MAY, words="已完成。",
            endorsed_by=world.head_of("water"), evidence_kind="ledger", evidence_title="x",
            dated_on=MAY.isoformat(),
        )  # fmt: skip


def test_an_issued_document_proves_what_was_to_be_issued(world: World) -> None:
    """Under its number, with a file or an address; before it is filed the claim is contradicted."""
    matter = world.under_way()
    fields = {"kind": "document", "address": "临政办发〔2026〕12号"}
    world.act("matter.name_test", matter, "supervisor", MAY, **fields)
    test = ClosingTest.objects.select_related("matter", "jurisdiction").get(matter=matter)
    assert proving.look_at(test, LAST).result == "ahead"
    assert proving.look_at(test, LAST, is_claimed=True).result == "contradicted"
    world.act("matter.complete_part", matter, "liaison@housing", MAY, words="已配合。")
    head = world.head_of("water")
    proof = evidence()
    world.act(
        "matter.submit", matter, "liaison@water", MAY, words="已印发。", endorsed_by=head, **proof
    )
    assert test.readings.get(occasion="submitted").result == "proven"


def test_two_letters_are_no_document(world: World) -> None:
    """They would be found anywhere."""
    with pytest.raises(InvalidFields):
        named(world, under_way(world), kind="document", address="文")


def test_every_night_documents_are_looked_at_too(world: World) -> None:
    """They belong to no ledger; with none named every test is looked at."""
    matter = world.under_way()
    fields = {"kind": "document", "address": "临政办发〔2026〕12号"}
    world.act("matter.name_test", matter, "supervisor", MAY, **fields)
    assert proving.look_again(world.jurisdiction, "premises", JULY) == 0
    assert proving.look_again(world.jurisdiction, None, JULY) == 1
    assert ClosingTest.objects.get(matter=matter).result == "missed"
