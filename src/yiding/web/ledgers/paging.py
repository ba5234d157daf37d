"""Pages of a long list of entries: counted so far and paged so far, the rest found by filters."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext

from yiding.ledgers.base.models import Entry
from yiding.web.parts import Pages
from yiding.web.parts.formats import number

PAGE = 50
COUNTED = 20_000


@dataclass(frozen=True)
class Cut:
    """Which rows of how many a page holds."""

    at: int
    count: int
    data: QueryDict

    @property
    def first(self) -> int:
        """Rows before the page's first."""
        return (self.at - 1) * PAGE

    @property
    def words(self) -> str:
        """How many there are in all, or that there are more than were counted."""
        return count_words(self.count)

    def rows(self, ordered: QuerySet[Entry]) -> list[Entry]:
        """The rows of the page."""
        return list(ordered[self.first : self.first + PAGE])

    def pages(self) -> Pages:
        """The links to the others."""
        last = _last(self.count)
        note = gettext("第 %(first)s 至 %(last)s 条，共 %(count)s 条。") % {
            "first": number(min(self.first + 1, self.count)),
            "last": number(min(self.first + PAGE, self.count)),
            "count": self.words,
        }
        return Pages(
            note=note,
            first_href=self._href(1) if self.at > 2 else "",
            previous_href=self._href(self.at - 1) if self.at > 1 else "",
            next_href=self._href(self.at + 1) if self.at < last else "",
            last_href=self._href(last) if self.at < last - 1 else "",
        )

    def _href(self, page: int) -> str:
        changed = self.data.copy()
        changed["page"] = str(page)
        return f"?{changed.urlencode()}"


def cut_of(rows: QuerySet[Entry], data: QueryDict) -> Cut:
    """The page an address asks for; one that is not there is the nearest that is."""
    count = rows.order_by()[: COUNTED + 1].count()
    given = data.get("page", "1")
    is_number = given.isascii() and given.isdecimal() and len(given) < 7
    return Cut(min(max(int(given), 1), _last(count)) if is_number else 1, count, data)


def count_words(count: int) -> str:
    """A count, or that it is more than was counted."""
    if count <= COUNTED:
        return number(count)
    return gettext("%(count)s 以上") % {"count": number(COUNTED)}


def _last(count: int) -> int:
    return max((min(count, COUNTED) + PAGE - 1) // PAGE, 1)
