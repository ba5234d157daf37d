"""The instruments that ship: complete, dated, and found by address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from yiding.law import Instrument, UnknownProvision, instruments, provision, provision_on
from yiding.law.library import _in_order

ALL = list(instruments().values())


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)
def test_an_instrument_says_what_it_is(one: Instrument) -> None:
    """Title, issuer, place, and at least one provision with its gist in both languages."""
    assert one.title
    assert one.title_en
    assert one.issuer
    assert len(one.place) == 6
    for row in one.provisions:
        assert row.gist.endswith("。"), row.address
        assert row.gist_en.endswith("."), row.address
        assert row.starts_on >= one.starts_on, row.address


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)
def test_versions_of_a_provision_never_overlap(one: Instrument) -> None:
    """On any day one version at most is the law."""
    for slug in {row.slug for row in one.provisions}:
        rows = sorted(one.versions_of(slug), key=lambda row: row.starts_on)
        for earlier, later in pairwise(rows):
            assert earlier.ends_on is not None, earlier.address
            assert earlier.ends_on < later.starts_on, earlier.address


def test_a_provision_is_found_by_its_address_and_day() -> None:
    """Not before its first day."""
    (only,) = provision("ndrc-2014-2674:annex-1")
    assert provision_on(only.address, date(2014, 11, 24)) == only
    assert provision_on(only.address, date(2014, 11, 23)) is None


@pytest.mark.parametrize("address", ["nothing:1", "ndrc-2014-2674:nothing"])
def test_an_unknown_address_is_named(address: str) -> None:
    """In Chinese and English."""
    with pytest.raises(UnknownProvision, match="nothing"):
        provision(address)


def test_versions_stand_oldest_first_however_the_file_has_them() -> None:
    """The last one is what stands today, and is cited so."""
    only = provision("ndrc-2014-2674:annex-1")[0]
    new = replace(only, starts_on=date(2020, 1, 1))
    old = replace(only, ends_on=date(2019, 12, 31))
    other = replace(only, slug="other")
    assert _in_order([new, other, old]) == (old, new, other)
