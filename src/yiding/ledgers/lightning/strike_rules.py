"""Rules of lightning location 闪电定位: what a row says of itself agrees."""

from __future__ import annotations

from yiding.ledgers.lightning.strikes import NOTHING
from yiding.rules import Fields, Term, Values, known, rule


@rule(
    cites="yiding-readings:lightning-records-agree",
    kind="strike",
    english="The polarity on record is the sign of the current",
)
def polarity_as_sign(strike: Fields, _: Values) -> Term:
    """登记的极性与电流的正负号一致。"""
    is_wrong = ((strike.polarity == "negative") & (strike.current > NOTHING)) | (
        (strike.polarity == "positive") & (strike.current < NOTHING)
    )
    return (~is_wrong).where(known(strike.polarity) & known(strike.current))
