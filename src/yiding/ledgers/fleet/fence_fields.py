"""What is written down about a fence 电子围栏: where, for which vehicles, what it is for."""

from __future__ import annotations

from yiding.ledgers.fleet.event_choices import STOP_PLACES
from yiding.ledgers.fleet.vehicle_fields import UNIT
from yiding.rules.entries import Field, Option, Type

USES = (
    Option("area", "活动范围", ("范围", "限行范围", "活动区域", "inside", "use_area", "作业区域")),
    Option("parking", "停放点", ("指定停放点", "停车场", "parking_place", "停放地点")),
    Option("sensitive", "敏感地", ("敏感区域", "禁停", "禁入区域", "sensitive_place", "outside")),
)
"""What a fence is for: to stay within, to be parked in, to have a stop explained."""

FENCE_FIELDS = (
    Field("name", "围栏名称", aliases=("名称", "fence", "fence_name", "title")),
    UNIT,
    Field("vehicles", "适用车辆", Type.LIST, aliases=("车辆", "车牌号", "plates", "vehicle",
        "适用车牌", "plate")),
    Field("use", "围栏用途", Type.CHOICE, options=USES, aliases=("用途", "purpose", "类型", "type",
        "fence_kind", "围栏类型")),
    Field("place_kind", "地点类别", Type.CHOICE, options=STOP_PLACES, is_open=True, aliases=(
        "地点", "place", "stop_kind")),
    Field("lat", "中心纬度", Type.NUMBER, "°", aliases=("纬度", "latitude", "centre_lat")),
    Field("lon", "中心经度", Type.NUMBER, "°", aliases=("经度", "longitude", "lng", "centre_lon")),
    Field("radius_m", "半径", Type.NUMBER, "m", aliases=("围栏半径", "radius", "fence_radius_m")),
    Field("corners", "边界点", aliases=("多边形", "polygon", "边界", "vertices", "points")),
    Field("since", "启用日期", Type.DATE, aliases=("from", "起", "valid_from", "start_on")),
    Field("until", "停用日期", Type.DATE, aliases=("to", "止", "valid_to", "end_on")),
    Field("note", "备注", aliases=("remark", "remarks", "说明")),
)  # fmt: skip
"""A circle by its centre and radius, else a polygon: ``120.58,31.30 120.60,31.30 120.59,31.32``.

A fence that names no vehicle is for those of its unit, and for all where it names no unit.
"""
