"""Jurisdictions, units with their names through time, and groups that a person keeps."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class InForceQuerySet(models.QuerySet[Any]):
    """Rows that hold from a day until a day; an open end is null."""

    def in_force(self, on: date) -> Self:
        """The rows that hold on a day; the last day itself is past the end."""
        begun = Q(from_on__isnull=True) | Q(from_on__lte=on)
        running = Q(until_on__isnull=True) | Q(until_on__gt=on)
        return self.filter(begun & running)


class InForce(models.Model):
    """What holds between two days."""

    from_on = models.DateField(_("自"), null=True, blank=True)
    until_on = models.DateField(_("至"), null=True, blank=True)

    objects = InForceQuerySet.as_manager()

    class Meta:
        abstract = True


class Jurisdiction(models.Model):
    """地区: a city or county; its people see only what is its own."""

    code = models.CharField(_("区划代码"), max_length=12, unique=True)
    slug = models.SlugField(_("地址名"), max_length=40, unique=True)
    name = models.CharField(_("名称"), max_length=60)
    name_en = models.CharField(_("英文名称"), max_length=80, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")

    def __str__(self) -> str:
        return self.name


class Unit(InForce):
    """单位: a department, a county, a park, a company that can be given a duty."""

    class Kind(models.TextChoices):
        """What a unit is."""

        DEPARTMENT = "department", _("部门")
        COUNTY = "county", _("县（市、区）")
        PARK = "park", _("开发区")
        COMPANY = "company", _("企业")
        OFFICE = "office", _("办公室")
        OTHER = "other", _("其他")

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="units")
    code = models.SlugField(_("代码"), max_length=40)
    name = models.CharField(_("全称"), max_length=80)
    short_name = models.CharField(_("简称"), max_length=40)
    name_en = models.CharField(_("英文名称"), max_length=120, blank=True)
    kind = models.CharField(_("类别"), max_length=12, choices=Kind, default=Kind.DEPARTMENT)
    position = models.PositiveIntegerField(_("排序"), default=0)

    class Meta:
        ordering = ("position", "code")
        constraints = (
            models.UniqueConstraint(fields=("jurisdiction", "code"), name="unit_code_once"),
        )

    def __str__(self) -> str:
        return self.short_name or self.name


class UnitAlias(InForce):
    """又称: another name a unit goes by in minutes."""

    class Origin(models.TextChoices):
        """Where the name comes from."""

        KEPT = "kept", _("登记")
        REMEMBERED = "remembered", _("审读时认定")

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="aliases")
    name = models.CharField(_("名称"), max_length=80, db_index=True)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.KEPT)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("unit", "name"), name="alias_once"),)

    def __str__(self) -> str:
        return self.name


class UnitSuccession(models.Model):
    """承继: from a day on, one unit answers for another (国土局 → 资源规划局)."""

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="inheritances")
    on = models.DateField(_("自"))
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("predecessor", "successor"), name="succession_once"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class UnitGroup(InForce):
    """单位组: 各区, 各相关部门; it means the list a person keeps and nothing else."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="groups")
    name = models.CharField(_("名称"), max_length=60)
    members = models.ManyToManyField(Unit, through="GroupMembership", related_name="groups")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("jurisdiction", "name"), name="group_name_once"),
        )

    def __str__(self) -> str:
        return self.name


class GroupMembership(InForce):
    """One unit's time in a group."""

    group = models.ForeignKey(UnitGroup, models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("group", "unit"), name="member_once"),)

    def __str__(self) -> str:
        return f"{self.group} · {self.unit}"
