"""Households that answer at the same moment: every code counts once, and no answer is lost."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from world import World, make_world, moment
from yiding.journal.chain import check_chain
from yiding.ledgers.base.models import Entry, LedgerKeeper
from yiding.ledgers.base.reading import Given
from yiding.ledgers.base.store import Writing, put_entry
from yiding.web.residents.answering import Answer, answer, open_survey
from yiding.web.residents.codes import SpentCode

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(transactional_db: None) -> World:
    return make_world()


def test_each_code_counts_once(world: World) -> None:
    LedgerKeeper.objects.create(
        jurisdiction=world.jurisdiction, ledger="renewal", unit=world.units["housing"]
    )
    writing = Writing(world["supervisor"], "renewal", moment(date(2026, 3, 20)))
    community = put_entry(writing, Given("community", "XQ-1", {"name": "东塘一村"}))
    survey, codes = open_survey(world["supervisor"], community, "satisfaction", 4)
    barrier = Barrier(8)

    def say(code: str) -> str:
        barrier.wait()
        try:
            answer([survey], code, Answer(is_yes=True), timezone.now())
        except SpentCode:
            return "spent"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(say, codes * 2))
    assert Counter(said) == {"done": 4, "spent": 4}
    counts = Entry.objects.get(pk=survey.pk).fields
    assert (counts["answered"], counts["satisfied"]) == ("4", "4")
    assert check_chain().broken is None
