"""What an entry is: every kind of the ledger, in the order a reader meets them."""

from __future__ import annotations

from yiding.ledgers.lake.alarm_kinds import BLACKWATER, BLOOM_SCENE, EVENT
from yiding.ledgers.lake.water_kinds import ALGAE_SAMPLE, FRAME, READING, SAMPLE, STATION_RECORD
from yiding.ledgers.lake.work_kinds import (
    CAPTURE,
    DUTY,
    FINISHED_WATER,
    INTAKE,
    PATROL,
    PUBLICATION,
    SALVAGE,
    SEASON_DAY,
)

KINDS = (
    STATION_RECORD,
    READING,
    SAMPLE,
    ALGAE_SAMPLE,
    BLOOM_SCENE,
    BLACKWATER,
    INTAKE,
    FINISHED_WATER,
    SALVAGE,
    PATROL,
    EVENT,
    DUTY,
    CAPTURE,
    SEASON_DAY,
    PUBLICATION,
    FRAME,
)
