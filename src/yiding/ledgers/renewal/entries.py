"""What an entry is: fields, types, units, Chinese column heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from yiding.ledgers.renewal.community_fields import (
    COMMUNITY_FIELDS,
    NOTICE_FIELDS,
    SATISFACTION_FIELDS,
    SURVEY_FIELDS,
    VOTE_FIELDS,
)
from yiding.ledgers.renewal.completing import (
    complete_community,
    complete_mechanism,
    complete_survey,
    complete_vote,
    days_of_content,
    households_asked,
    number_of_mechanism,
    place_of_community,
    plan_of_project,
)
from yiding.ledgers.renewal.shared_fields import COMMUNITY, OWNERS
from yiding.ledgers.renewal.unfolding import (
    unfold_community,
    unfold_content,
    unfold_mechanism,
    unfold_money,
    unfold_owners,
    unfold_plan,
    unfold_vote,
    unfold_works,
)
from yiding.ledgers.renewal.work_fields import (
    CONTENT_FIELDS,
    FUNDING_FIELDS,
    HANDOVER_FIELDS,
    LIFT_FIELDS,
    MECHANISM_FIELDS,
    PLAN_FIELDS,
    PROJECT_FIELDS,
)
from yiding.rules.entries import Field, Kind, Type

HOUSEHOLDS_A_BUILDING = (Decimal(8), Decimal(120))
AREA_A_HOUSEHOLD = (Decimal(20), Decimal(500))
"""Outside of these somebody is asked when a sheet comes in; nothing is refused."""

LOCAL_PERCENT = Field("local_percent", "当地同意百分比", Type.NUMBER, "%")
IS_WORKS = Field("is_works", "事关改造工程", Type.FLAG)


def odd_size(values: Mapping[str, Any]) -> Iterator[str]:
    """Numbers of households, buildings and square metres that hardly go together."""
    households, buildings = values.get("households"), values.get("buildings")
    area = values.get("floor_area")
    if households and buildings and _is_beyond(households / buildings, HOUSEHOLDS_A_BUILDING):
        each = households / buildings
        yield f"每幢 {each:.1f} 户，少见，请核对楼栋数和户数。"
    if households and area and _is_beyond(area / households, AREA_A_HOUSEHOLD):
        each = area / households
        yield f"每户 {each:.2f} m²，少见，请核对建筑面积的单位是 m² 还是万㎡。"


def _is_beyond(each: Decimal, usual: tuple[Decimal, Decimal]) -> bool:
    least, most = usual
    return not least <= each <= most


COMMUNITY_KIND = Kind(
    name="community",
    term="小区",
    fields=COMMUNITY_FIELDS,
    aliases=("neighbourhood", "neighborhood", "老旧小区", "estate"),
    key_heads=("小区编号", "编号", "序号"),
    complete=complete_community,
    related=place_of_community,
    unfold=unfold_community,
    odd=odd_size,
)
WILL_SURVEY = Kind(
    name="will_survey",
    term="意愿征集",
    fields=(*SURVEY_FIELDS, LOCAL_PERCENT),
    aliases=("will", "意愿", "意愿调查", "survey"),
    complete=complete_survey,
    related=households_asked,
)
OWNER_VOTE = Kind(
    name="owner_vote",
    term="业主表决",
    fields=(*VOTE_FIELDS, LOCAL_PERCENT, IS_WORKS),
    aliases=("vote", "表决", "owners_vote", "voting"),
    complete=complete_vote,
    unfold=unfold_vote,
)
OWNER_LIST = Kind(
    name="owner_list",
    term="业主名册",
    fields=(COMMUNITY, OWNERS),
    aliases=("owners", "owner", "业主", "owner_register", "名册"),
    unfold=unfold_owners,
)
PLAN_KIND = Kind(
    name="plan",
    term="年度计划",
    fields=PLAN_FIELDS,
    aliases=("计划", "annual_plan", "改造计划"),
    unfold=unfold_plan,
    odd=odd_size,
)
PROJECT_KIND = Kind(
    name="project",
    term="改造项目",
    fields=PROJECT_FIELDS,
    aliases=("项目", "projects", "工程"),
    key_heads=("项目编号", "编号", "序号"),
    related=plan_of_project,
    unfold=unfold_works,
)
CONTENT_ITEM = Kind(
    name="content_item",
    term="改造内容",
    fields=CONTENT_FIELDS,
    aliases=("content", "内容", "item", "改造内容清单"),
    related=days_of_content,
    unfold=unfold_content,
)
LIFT = Kind(
    name="lift",
    term="加装电梯",
    fields=LIFT_FIELDS,
    aliases=("elevator", "电梯", "lifts"),
)
FUNDING = Kind(
    name="funding",
    term="改造资金",
    fields=FUNDING_FIELDS,
    aliases=("资金", "funds", "money", "资金来源"),
    unfold=unfold_money,
)
MECHANISM = Kind(
    name="mechanism",
    term="机制",
    fields=MECHANISM_FIELDS,
    aliases=("mechanisms", "九项机制", "机制建设", "mechanism_set", "mechanism_docs"),
    key_heads=("编号", "机制编号"),
    complete=complete_mechanism,
    related=number_of_mechanism,
    unfold=unfold_mechanism,
)
HANDOVER_KIND = Kind(
    name="handover",
    term="长效管理",
    fields=HANDOVER_FIELDS,
    aliases=("移交", "移交长效管理", "long_term_management", "handovers"),
)
NOTICE = Kind(
    name="notice",
    term="公示",
    fields=NOTICE_FIELDS,
    aliases=("公告", "notices", "public_notice"),
)
SATISFACTION = Kind(
    name="satisfaction",
    term="满意度",
    fields=SATISFACTION_FIELDS,
    aliases=("满意度调查", "satisfaction_survey", "效果评价"),
)

KINDS = (
    COMMUNITY_KIND,
    WILL_SURVEY,
    OWNER_VOTE,
    OWNER_LIST,
    PLAN_KIND,
    PROJECT_KIND,
    CONTENT_ITEM,
    LIFT,
    FUNDING,
    MECHANISM,
    HANDOVER_KIND,
    NOTICE,
    SATISFACTION,
)
