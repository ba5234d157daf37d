"""What is written down about the use of vehicles: orders, costs, positions, trips."""

from __future__ import annotations

from yiding.ledgers.fleet.choices import COSTS, DISPATCH_STATES, SOURCES
from yiding.ledgers.fleet.event_choices import STOP_PLACES
from yiding.ledgers.fleet.vehicle_fields import CONDUCT, UNIT, VEHICLE
from yiding.rules.entries import Field, Type

TERMINAL = Field("terminal", "终端编号", aliases=("terminal_id", "终端", "设备号", "终端号",
    "终端手机号", "phone", "sim"))  # fmt: skip
LAT = Field("lat", "纬度", Type.NUMBER, "°", aliases=("latitude", "纬"))
LON = Field("lon", "经度", Type.NUMBER, "°", aliases=("longitude", "lng", "经"))
DISPATCH = Field("dispatch", "派车单", aliases=("dispatch_id", "派车单号", "order", "order_id",
    "order_no", "单号", "dispatch_order"))  # fmt: skip
HAS_ORDER = Field("is_ordered", "有无派车单", Type.FLAG, aliases=(
    "has_order", "has_dispatch", "有派车单", "order_covers", "has_dispatch_order",
    "is_covered_by_order", "dispatch_order_exists", "order_exists", "covered_by_order",
    "ordered", "order_covers_time", "has_dispatch_order_covering", "order_covering",
))  # fmt: skip
HAS_SPECIAL_ORDER = Field("has_special_order", "有无特殊工作用车单", Type.FLAG, aliases=(
    "special_work_order", "special_order", "特殊工作派车单", "has_special_work_order",
))  # fmt: skip
DISTANCE = Field("distance_m", "偏离停放点距离", Type.NUMBER, "m", aliases=(
    "displacement_m", "距停放点", "distance_from_parking", "displacement", "moved_m",
    "displacement_from_parking", "distance_from_parking_m", "displacement_from_parking_m",
    "离停放点距离", "distance", "movement_m", "位移",
))  # fmt: skip
RADIUS = Field("fence_radius_m", "围栏半径", Type.NUMBER, "m", aliases=(
    "radius_m", "geofence_radius_m", "geofence_radius", "fence_radius", "电子围栏半径", "radius",
))  # fmt: skip
STOP = (
    Field("place_kind", "地点类别", Type.CHOICE, options=STOP_PLACES, is_open=True,
          aliases=("kind", "类别", "type", "stop_kind", "地点")),
    Field("place", "地点名称", aliases=("name", "address", "位置")),
    Field("at", "到达时间", Type.MOMENT, aliases=("time", "from", "arrived_at", "start")),
    Field("minutes", "停留分钟", Type.NUMBER, "min", aliases=("duration", "duration_min",
        "停留时长")),
    Field("lat", "纬度", Type.NUMBER, "°", aliases=("latitude",)),
    Field("lon", "经度", Type.NUMBER, "°", aliases=("longitude", "lng")),
)  # fmt: skip
STOPS = Field("stops", "途中停留", Type.RECORDS, fields=STOP, aliases=(
    "stop", "停留", "stop_places", "stop_at", "停留地点", "stop_place", "stopped_at", "停留点",
    "stop_location", "stop_kind", "track_stop", "track_stops", "track_stop_place", "stopped_places",
))  # fmt: skip
USER_CONDUCT = tuple(
    one for one in CONDUCT if one.name in {"is_used_privately", "is_allowance_taken", "is_borrowed"}
)
COST_CONDUCT = tuple(
    one
    for one in CONDUCT
    if one.name in {"has_padded_bills", "has_others_costs", "is_private_upkeep"}
)

DISPATCH_FIELDS = (
    Field("order_no", "派车单号", aliases=("dispatch_no", "单号", "order_id", "dispatch_id")),
    UNIT,
    Field("users", "用车人", Type.LIST, aliases=("user", "乘车人", "用车人员", "user(s)",
        "使用人")),
    Field("reason", "用车事由", aliases=("reason_code", "事由", "purpose", "用途", "事由代码")),
    Field("passengers", "乘车人数", Type.INTEGER, "人", aliases=("人数", "passenger_count")),
    Field("origin", "出发地", aliases=("from", "起点", "出车地点", "from_place")),
    Field("destination", "目的地", aliases=("to", "终点", "到达地", "to_place", "路线", "route")),
    Field("planned_start_at", "计划出车时间", Type.MOMENT, aliases=(
        "planned_start", "计划开始时间", "预计出车时间", "plan_start", "planned_from", "用车时间",
        "start_planned",
    )),
    Field("planned_end_at", "计划归队时间", Type.MOMENT, aliases=(
        "planned_end", "计划结束时间", "预计交车时间", "plan_end", "planned_to", "end_planned",
    )),
    Field("started_at", "实际出车时间", Type.MOMENT, aliases=(
        "actual_start", "出车时间", "start", "starts_at", "actual_start_at", "start_at",
        "departed_at", "开始时间", "实际开始时间", "start_time",
    )),
    Field("ended_at", "实际归队时间", Type.MOMENT, aliases=(
        "actual_end", "交车时间", "归队时间", "end", "ends_at", "actual_end_at", "end_at",
        "returned_at", "结束时间", "实际结束时间", "还车时间", "end_time",
    )),
    Field("driver", "驾驶员", aliases=("司机", "driver_name")),
    VEHICLE,
    Field("km", "行驶里程", Type.NUMBER, "km", aliases=(
        "里程", "公里数", "mileage", "distance_km", "mileage_km", "distance", "行驶公里",
        "order_km",
    )),
    Field("tolls", "过路费", Type.MONEY, "元", aliases=("过路过桥费", "toll", "通行费")),
    Field("approvers", "审批人", Type.LIST, aliases=("approver_chain", "approver", "审批链",
        "approved_by", "approval_chain", "审批人员")),
    Field("approved_at", "审批时间", Type.MOMENT, aliases=("approved_on", "审批日期")),
    Field("source", "车辆来源", Type.CHOICE, options=SOURCES, is_open=True,
          aliases=("来源", "用车来源", "vehicle_source")),
    Field("hire_cost", "租赁费用", Type.MONEY, "元", aliases=("租车费", "rental_cost", "hire_fee")),
    Field("state", "状态", Type.CHOICE, options=DISPATCH_STATES, is_open=True,
          aliases=("status", "派车状态", "单据状态")),
    Field("track_start_at", "轨迹开始时间", Type.MOMENT, aliases=("tracked_start", "track_start",
        "轨迹出发时间", "track_started_at", "tracked_start_at", "gps_start")),
    Field("track_end_at", "轨迹结束时间", Type.MOMENT, aliases=("tracked_end", "track_end",
        "轨迹到达时间", "track_ended_at", "tracked_end_at", "gps_end")),
    Field("track_km", "轨迹里程", Type.NUMBER, "km", aliases=("tracked_km", "gps_km",
        "tracked_mileage", "track_mileage")),
    STOPS,
    Field("is_along_rail", "是否高铁沿线", Type.FLAG, aliases=(
        "along_high_speed_rail", "高铁沿线", "along_rail", "is_along_high_speed_rail",
        "high_speed_rail", "rail_available", "高铁可达", "on_high_speed_rail_line",
        "high_speed_rail_route",
    )),
    *USER_CONDUCT,
    Field("note", "备注", aliases=("remark", "remarks", "说明")),
)  # fmt: skip
COST_FIELDS = (
    Field("cost_kind", "费用类别", Type.CHOICE, options=COSTS, is_open=True, aliases=(
        "kind", "类别", "费用种类", "type", "费用类型", "cost_type", "category", "item", "项目",
        "cost_category",
    )),
    UNIT,
    VEHICLE,
    Field("amount", "金额", Type.MONEY, "元", aliases=("amount_yuan", "费用", "cost", "费用金额",
        "金额元", "fee", "total")),
    Field("paid_on", "发生日期", Type.DATE, aliases=("date", "日期", "费用日期", "on", "day",
        "at", "time", "时间", "filled_on", "加油日期", "incurred_on")),
    Field("litres", "加油量", Type.NUMBER, "L", aliases=(
        "volume", "升数", "fuel_l", "liters", "volume_l", "加油升数", "quantity_l", "fill_l",
        "fill", "fill_volume", "fill_litres", "fuel_volume", "fuel_litres", "volume_litres",
        "litres_filled", "filled", "filled_l", "quantity",
    )),
    Field("fills", "加油次数", Type.INTEGER, aliases=("fill_count", "次数", "number_of_fills")),
    Field("kwh", "充电量", Type.NUMBER, "kWh", aliases=("电量", "charge_kwh", "energy_kwh")),
    Field("energy", "能源种类", aliases=("fuel", "燃料种类", "fuel_type")),
    Field("card_no", "油卡号", aliases=("fuel_card", "card", "加油卡号", "fuel_card_no",
        "card_id", "卡号")),
    Field("card_vehicle", "油卡对应车辆", aliases=("card_plate", "油卡车辆", "卡属车辆",
        "card_bound_vehicle", "card_bound_to", "bound_vehicle", "card_for", "card_of")),
    Field("fuel_grade", "加油标号", aliases=("grade", "油品标号", "标号", "filled_grade",
        "grade_filled")),
    Field("required_grade", "适用标号", aliases=("vehicle_grade", "车辆适用标号", "应加标号",
        "specified_grade", "required_fuel_grade")),
    Field("tank_l", "油箱容积", Type.NUMBER, "L", aliases=("tank", "油箱容量", "tank_capacity",
        "tank_volume", "tank_capacity_l", "tank_litres", "tank_size", "油箱")),
    Field("odometer_km", "里程表读数", Type.NUMBER, "km", aliases=("odometer", "里程", "mileage")),
    Field("vendor", "供应商", aliases=("supplier", "商户", "加油站", "维修厂", "保险公司", "收款方",
        "vendor_name", "station")),
    Field("is_designated", "是否定点", Type.FLAG, aliases=(
        "designated", "定点", "is_designated_supplier", "designated_supplier", "是否定点供应商",
        "vendor_designated", "is_central_procurement", "central_procurement", "是否集中采购",
        "vendor_is_designated", "in_central_procurement", "is_in_central_procurement",
        "within_procurement", "is_designated_vendor", "designated_vendor", "supplier_designated",
        "within_central_procurement", "is_centrally_procured",
    )),
    Field("distance_km", "加油点距轨迹", Type.NUMBER, "km", aliases=(
        "distance_to_track", "distance_to_track_km", "距轨迹距离", "track_distance_km",
        "distance_from_track_km", "distance_from_track", "fill_distance_km",
    )),
    Field("invoice", "票据号", aliases=("发票号", "invoice_no")),
    *COST_CONDUCT,
    Field("note", "备注", aliases=("remark", "remarks", "说明", "描述")),
)  # fmt: skip
POSITION_FIELDS = (
    TERMINAL,
    VEHICLE,
    Field("at", "时间", Type.MOMENT, aliases=("time", "定位时间", "gps_time", "moment",
        "datetime", "position_time")),
    LAT,
    LON,
    Field("speed_kmh", "速度", Type.NUMBER, "km/h", aliases=("speed", "车速", "velocity")),
    Field("direction", "方向", Type.INTEGER, "°", aliases=("dir", "direction_deg", "方向角",
        "heading", "course")),
    Field("altitude_m", "海拔", Type.NUMBER, "m", aliases=("alt", "altitude", "高程", "高度")),
    Field("status", "状态位", Type.INTEGER, aliases=("status_bits", "state")),
    Field("alarm", "报警位", Type.INTEGER, aliases=("alarm_bits", "报警标志", "alarms")),
    Field("odometer_km", "里程", Type.NUMBER, "km", aliases=("mileage", "mileage_km",
        "odometer", "里程表读数")),
    Field("fuel_l", "油量", Type.NUMBER, "L", aliases=("fuel", "剩余油量", "fuel_level")),
    Field("is_positioned", "是否定位", Type.FLAG, aliases=("positioned", "定位有效", "located")),
    Field("is_acc_on", "ACC是否开", Type.FLAG, aliases=("acc", "acc_on", "点火")),
    DISTANCE,
    RADIUS,
    DISPATCH,
    HAS_ORDER,
    HAS_SPECIAL_ORDER,
    Field("note", "备注"),
)  # fmt: skip
TRIP_FIELDS = (
    VEHICLE,
    UNIT,
    TERMINAL,
    Field("starts_at", "出发时间", Type.MOMENT, aliases=("start", "started_at", "开始时间",
        "start_time", "start_at", "from", "at", "time", "departed_at", "date", "日期", "on",
        "day")),
    Field("ends_at", "到达时间", Type.MOMENT, aliases=("end", "ended_at", "结束时间", "end_time",
        "end_at", "to", "arrived_at")),
    Field("start_lat", "起点纬度", Type.NUMBER, "°"),
    Field("start_lon", "起点经度", Type.NUMBER, "°"),
    Field("end_lat", "终点纬度", Type.NUMBER, "°"),
    Field("end_lon", "终点经度", Type.NUMBER, "°"),
    Field("origin", "起点", aliases=("start_place", "出发地")),
    Field("destination", "终点", aliases=("end_place", "目的地")),
    Field("km", "里程", Type.NUMBER, "km", aliases=("distance_km", "行驶里程", "track_km",
        "mileage", "mileage_km")),
    Field("max_speed_kmh", "最高车速", Type.NUMBER, "km/h", aliases=("max_speed", "最高速度")),
    Field("points", "定位点数", Type.INTEGER, aliases=("positions", "point_count")),
    DISTANCE,
    RADIUS,
    DISPATCH,
    HAS_ORDER,
    HAS_SPECIAL_ORDER,
    Field("is_in_hours", "是否工作时间", Type.FLAG, aliases=("in_hours", "工作时间",
        "within_hours")),
    Field("is_off_day", "是否休息日", Type.FLAG, aliases=("off_day", "holiday", "is_holiday",
        "节假日", "public_holiday", "is_public_holiday")),
    STOPS,
    Field("track", "轨迹", aliases=("polyline", "path")),
    Field("note", "备注"),
)  # fmt: skip
