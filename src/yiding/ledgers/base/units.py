"""Units as entries name them: by code or by any name in the registry, one candidate or none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from yiding.ledgers.base.wrongs import Words
from yiding.registry.models import Jurisdiction, Unit
from yiding.registry.names import NameBook

_UNKNOWN = _("登记里没有“%(name)s”")
_SEVERAL = _("“%(name)s”可能是%(units)s")
_WRITE_KNOWN = _("请写登记里的全称、简称或代码，或先请督查室登记这个单位")
_WRITE_WHOLE = _("请写全称")


class UnknownUnit(LookupError):
    """A name that is no unit's, or several units'; ``found`` and ``remedy`` have no 。"""

    def __init__(self, found: Words, remedy: Words, values: dict[str, object]) -> None:
        super().__init__(str(found) % values)
        self.found, self.remedy, self.values = found, remedy, values


@dataclass
class UnitNames:
    """Every name of a jurisdiction's units on a day; each name is looked up once."""

    book: NameBook
    _known: dict[str, Unit | UnknownUnit] = field(default_factory=dict)

    @classmethod
    def of(cls, jurisdiction: Jurisdiction, on: date) -> UnitNames:
        """The names in force on a day."""
        names = cls(NameBook.of(jurisdiction, on, on))
        names._known.update({unit.code: unit for unit in names.book.answering_units()})
        return names

    def unit(self, written: str) -> Unit:
        """The unit a name or code means, or `UnknownUnit`."""
        name = written.strip()
        if name not in self._known:
            self._known[name] = self._looked_up(name)
        found = self._known[name]
        if isinstance(found, UnknownUnit):
            raise found
        return found

    def _looked_up(self, name: str) -> Unit | UnknownUnit:
        named = self.book.named(name)
        if named.unit is not None:
            return named.unit
        if named.candidates[1:]:
            units = "、".join(one.name for one in named.candidates)
            return UnknownUnit(_SEVERAL, _WRITE_WHOLE, {"name": name, "units": units})
        return UnknownUnit(_UNKNOWN, _WRITE_KNOWN, {"name": name})
