"""What an entry is: kinds from the files that say what they are about."""

from __future__ import annotations

from yiding.ledgers.biomedicine.figure_kinds import GOAL, PUBLICATION, STATISTIC
from yiding.ledgers.biomedicine.firm_kinds import ENTERPRISE, PARK, PAYMENT, PLATFORM, TALENT
from yiding.ledgers.biomedicine.product_kinds import DEVICE, DRUG, PRODUCT, TRIAL_KIND
from yiding.ledgers.biomedicine.work_kinds import MEASURE, PATH, PLAN, TASK

KINDS = (
    PLAN,
    PATH,
    TASK,
    MEASURE,
    GOAL,
    STATISTIC,
    PARK,
    ENTERPRISE,
    DRUG,
    DEVICE,
    PRODUCT,
    TRIAL_KIND,
    PLATFORM,
    PAYMENT,
    TALENT,
    PUBLICATION,
)
