"""Targets of indicators, and the yearly assessment sheet 年度考核表."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models import Jurisdiction, Unit


class Better(models.TextChoices):
    """Which way a target is passed."""

    MORE = "more", _("越多越好")
    LESS = "less", _("越少越好")


class Target(models.Model):
    """目标值: what an indicator is to reach by a day."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="targets")
    #: ``premises/office-area-per-person``
    indicator = models.CharField(_("指标"), max_length=120)
    amount = models.DecimalField(_("目标值"), max_digits=20, decimal_places=6)
    by_on = models.DateField(_("完成期限"))
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        ordering = ("indicator", "by_on")
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "indicator", "by_on"), name="target_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.amount} {self.by_on}"


class AssessmentSheet(models.Model):
    """年度考核表: one for a year and whoever is assessed; none is the jurisdiction itself."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.CASCADE, related_name="assessments")
    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("名称"), max_length=80)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    basis = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        ordering = ("-year", "title")
        constraints = (
            models.UniqueConstraint(
                fields=("jurisdiction", "year", "title"), name="assessment_once_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year} {self.title}"


class AssessmentRow(models.Model):
    """考核项: an indicator by its address, its weight and target."""

    sheet = models.ForeignKey(AssessmentSheet, models.CASCADE, related_name="rows")
    position = models.PositiveSmallIntegerField()
    indicator = models.CharField(_("指标"), max_length=120)
    weight = models.DecimalField(_("权重"), max_digits=6, decimal_places=2)
    target = models.DecimalField(_("目标值"), max_digits=20, decimal_places=6)
    #: Empty where the indicator itself says it.
    better = models.CharField(max_length=4, choices=Better, blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("sheet", "position"), name="assessment_row_once"),
        )

    def __str__(self) -> str:
        return f"{self.indicator} × {self.weight}"
