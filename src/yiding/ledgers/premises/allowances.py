"""What a body may have: offices, service rooms, equipment rooms, annexes, all together in m²."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from yiding.ledgers.premises.occupancy import NoLimit, limit_of
from yiding.rules import Amounts, Entry, Fields, Reason, Term, Values, choose, larger, smaller
from yiding.rules.answers import undetermined
from yiding.rules.expression import Limit

CENT = Decimal("0.01")
NONE = Decimal(0)
WORDS = {
    "garage_bays": ("garage", "车库", "汽车库"),
    "bicycles": ("bicycle", "bicycles", "bicycle_shed", "自行车库", "自行车棚"),
    "ebikes": ("ebike", "ebikes", "e_bike", "motorcycle", "电动车库", "摩托车库", "电动自行车库"),
    "guards": ("guards", "guard_rooms", "警卫用房"),
}
"""The number each annex is reckoned by, and what the annex is called."""


def service_per_head(body: Fields, values: Values) -> Term:
    """Service rooms per head of the quota, in m², falling with the number of heads."""
    table, heads, level = values.service_room, body.staff_quota, body.level
    falling = (table[level, "top"] - heads) / table[level, "step"]
    by_heads = larger(smaller(falling, table[level, "most"]), table[level, "least"])
    return choose((level == "township", values.service_room_township), otherwise=by_heads)


def canteen(body: Fields, values: Values) -> Term:
    """The canteen a quota allows, in m²: less for each head beyond the first."""
    return _stepped_term(body.staff_quota, values.canteen["first_heads"], values.canteen)


def garage(body: Fields, values: Values) -> Term:
    """The garage a number of bays allows, in m²."""
    return _stepped_term(body.garage_bays, values.garage["first_bays"], values.garage)


def _stepped_term(count: Term, first: Term, table: Limit) -> Term:
    """So much for each of the first, so much for each further one."""
    each, further = table["for_each_first"], table["for_each_further"]
    return smaller(count, first) * each + larger(count - first, 0) * further


def to_the_cent(area: Decimal) -> Decimal:
    """An area with two decimals."""
    return area.quantize(CENT, ROUND_HALF_UP)


def has_posts(body: Entry) -> bool:
    """Whether it is known who works there by rank."""
    return bool(_posts(body))


def offices_allowed(body: Entry, amounts: Amounts) -> Decimal:
    """A: every post of the quota at its limit; `NoLimit` where one is not known."""
    total = NONE
    for level, rank, count in _posts(body):
        if count is None:
            raise NoLimit(undetermined(Reason.NO_DATA, ("posts",)))
        total += limit_of(amounts, level or body.level, rank) * count
    return total


def _posts(body: Entry) -> list[tuple[str | None, str | None, Decimal | None]]:
    """Level, rank and number of each post, from the body itself or the posts that name it."""
    own = [(one.get("level"), one.get("rank"), one.get("quota_count")) for one in body.posts or ()]
    if own:
        return own
    names = dict.fromkeys(name for name in (body.id, body.unit_code, body.name) if name)
    found = [one for name in names for one in body.batch.referring("post", "unit", name)]
    return [(one.level, one.rank, one.quota_count) for one in found]


def quota_of(body: Entry) -> Decimal:
    """The heads of the quota, else those the posts add up to."""
    counts = [count for _, _, count in _posts(body)]
    if body.staff_quota is not None:
        return Decimal(body.staff_quota)
    if counts and None not in counts:
        return sum((count for count in counts if count is not None), NONE)
    raise NoLimit(undetermined(Reason.NO_DATA, ("staff_quota",)))


def service_allowed(body: Entry, amounts: Amounts) -> Decimal:
    """B: service rooms per head times the heads."""
    heads, level = quota_of(body), body.level
    if level is None:
        raise NoLimit(undetermined(Reason.NO_DATA, ("level",)))
    if level == "township":
        each = amounts["service_room_township"]
        if each is None:
            note, note_en = "乡级服务用房由省级人民政府规定", "the province decides for townships"
            raise NoLimit(undetermined(Reason.NEEDS_LOCAL, note=note, note_en=note_en))
        return heads * Decimal(each)
    figures = ("top", "step", "most", "least")
    top, step, most, least = (Decimal(amounts["service_room", level, one]) for one in figures)
    return heads * max(min((top - heads) / step, most), least)


def equipment_allowed(body: Entry, amounts: Amounts) -> Decimal:
    """A share of offices and service rooms together."""
    both = offices_allowed(body, amounts) + service_allowed(body, amounts)
    return both * Decimal(amounts["equipment_share"])


def names_annexes(body: Entry) -> bool:
    """Whether anything is said of annexes, be it that there are none."""
    told = (
        body.annexes,
        body.has_canteen,
        body.garage_bays,
        body.bicycles,
        body.ebikes,
        body.guards,
    )
    return any(one is not None for one in told)


def annexes_allowed(body: Entry, amounts: Amounts) -> Decimal:
    """C: the gross area of the annexes there are."""
    if not names_annexes(body):
        raise NoLimit(undetermined(Reason.NO_DATA, ("has_canteen",)))
    if wanting := tuple(name for name in _named(body) if body.values.get(name) is None):
        raise NoLimit(undetermined(Reason.NO_DATA, wanting))
    heads = quota_of(body) if body.has_canteen else NONE
    total = _stepped(amounts, "canteen", "first_heads", heads)
    if body.garage_bays:
        total += _stepped(amounts, "garage", "first_bays", body.garage_bays)
    each = (("bicycle", body.bicycles), ("ebike", body.ebikes), ("guard", body.guards))
    for name, count in each:
        if count:
            total += count * Decimal(amounts["annex_each", name])
    return total


def _named(body: Entry) -> list[str]:
    """The numbers wanted for the annexes that are named in words."""
    told = [one.lower() for one in body.annexes or ()]
    return [field for field, words in WORDS.items() if any(one in words for one in told)]


def _stepped(amounts: Amounts, table: str, bound: str, count: Decimal) -> Decimal:
    """So much for each of the first, so much for each further one."""
    first = Decimal(amounts[table, bound])
    each, further = amounts[table, "for_each_first"], amounts[table, "for_each_further"]
    return min(count, first) * Decimal(each) + max(count - first, NONE) * Decimal(further)


def gross_allowed(body: Entry, amounts: Amounts) -> Decimal:
    """S: usable areas over the usable share, and the annexes."""
    if body.storey_kind is None:
        raise NoLimit(undetermined(Reason.NO_DATA, ("storey_kind",)))
    usable = offices_allowed(body, amounts) + service_allowed(body, amounts)
    usable += equipment_allowed(body, amounts)
    share = Decimal(amounts["usable_share", body.storey_kind])
    return usable / share + annexes_allowed(body, amounts)
