"""People and the posts they hold, each with its days."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from yiding.registry.models.units import InForce, Jurisdiction, Unit


class Person(models.Model):
    """人员: somebody who holds a post; the name is all that is kept."""

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="people")
    name = models.CharField(_("姓名"), max_length=40)

    def __str__(self) -> str:
        return self.name


class Office(models.TextChoices):
    """What a post may do in the life of a matter."""

    MAYOR = "mayor", _("市长")
    VICE_MAYOR = "vice_mayor", _("副市长")
    SECRETARY_GENERAL = "secretary_general", _("秘书长")
    DEPUTY_SECRETARY_GENERAL = "deputy_secretary_general", _("副秘书长")
    UNIT_HEAD = "unit_head", _("单位主要负责人")
    OTHER = "other", _("其他")


class Post(InForce):
    """职务: one person's time in one office; a vice-mayor's has a portfolio of units."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="posts")
    title = models.CharField(_("职务"), max_length=60)
    office = models.CharField(max_length=30, choices=Office, default=Office.OTHER)
    portfolio = models.ManyToManyField(Unit, blank=True, related_name="overseen_by")

    def __str__(self) -> str:
        return f"{self.title} {self.person}"
