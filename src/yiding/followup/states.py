"""The states a matter can be in, and what follows from being in one."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """状态: where a matter stands. Late, due soon and silent are computed and never a state."""

    PROPOSED = "proposed", _("拟分解")
    NOTED = "noted", _("阅知")
    ASSIGNED = "assigned", _("待签收")
    OBJECTED = "objected", _("职责异议")
    UNDER_WAY = "under_way", _("办理中")
    SUBMITTED = "submitted", _("待核查")
    VERIFIED = "verified", _("已核查待销号")
    CLOSED = "closed", _("已销号")
    STANDING = "standing", _("长期坚持")
    SUSPENDED = "suspended", _("已中止")
    CHANGED = "changed", _("已变更")
    REVIEWING = "reviewing", _("复核中")
    ARCHIVED = "archived", _("已归档")


#: A unit has something to do, and a clock runs.
RUNNING = frozenset(
    {State.ASSIGNED, State.OBJECTED, State.UNDER_WAY, State.SUBMITTED, State.VERIFIED}
)
#: Handed over, and its clock may be late: submitted stops no clock until it is verified.
MAY_BE_LATE = frozenset({State.ASSIGNED, State.OBJECTED, State.UNDER_WAY, State.SUBMITTED})
#: Proven done.
DONE = frozenset({State.VERIFIED, State.CLOSED})
#: A conclusion the unit may ask to have reviewed.
CONCLUDED = frozenset({State.VERIFIED, State.CLOSED, State.STANDING})
