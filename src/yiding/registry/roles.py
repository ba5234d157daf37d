"""Roles 角色: what an account is for. An account has one, so that duties stay apart."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What an account may be; a person who serves twice holds two accounts."""

    MAYOR = "mayor", _("市长")
    VICE_MAYOR = "vice_mayor", _("分管副市长")
    SECRETARY_GENERAL = "secretary_general", _("秘书长")
    SUPERVISION_DIRECTOR = "supervision_director", _("督查室主任")
    SUPERVISOR = "supervisor", _("督查员")
    UNIT_HEAD = "unit_head", _("单位负责人")
    LIAISON = "liaison", _("联络员")
    AUDITOR = "auditor", _("审计")
    INSPECTOR = "inspector", _("纪检监察")
    DISCLOSURE_REVIEWER = "disclosure_reviewer", _("公开审查人")
    ARCHIVIST = "archivist", _("档案员")
    SYSTEM_ADMIN = "system_admin", _("系统管理员")
    SECURITY_ADMIN = "security_admin", _("安全管理员")
    AUDIT_ADMIN = "audit_admin", _("审计管理员")


#: The supervision office 督查室.
SUPERVISION = frozenset({Role.SUPERVISOR, Role.SUPERVISION_DIRECTOR})
#: Those who act for a unit.
OF_A_UNIT = frozenset({Role.LIAISON, Role.UNIT_HEAD})
#: Those who decide.
LEADERS = frozenset({Role.MAYOR, Role.VICE_MAYOR, Role.SECRETARY_GENERAL})
#: 三员: mutually exclusive, and none of them has business rights.
ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})
#: Those who see every matter of their jurisdiction.
SEES_ALL = (
    SUPERVISION | LEADERS | {Role.AUDITOR, Role.INSPECTOR, Role.DISCLOSURE_REVIEWER, Role.ARCHIVIST}
)
