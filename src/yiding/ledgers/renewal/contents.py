"""The catalogue of what is renovated 改造内容: each item's name; its class is a dated value."""

from __future__ import annotations

from yiding.rules.entries import Option

CONTENTS = tuple(
    Option(name, term, aliases)
    for name, term, aliases in (
        ("water_supply", "供水", ("供水管网", "water", "给水")),
        ("drainage", "排水", ("排水管网", "雨污分流", "sewer", "雨污水")),
        ("power", "供电", ("电力", "电力设施", "power_supply", "electricity")),
        ("weak_current", "弱电", ("弱电管线", "low_voltage")),
        ("roads", "道路", ("小区道路", "road", "道路整修")),
        ("gas", "供气", ("燃气", "燃气管网", "gas_supply")),
        ("heating", "供热", ("供暖", "供热管网", "heat", "heat_supply")),
        ("fire_safety", "消防", ("消防设施", "fire", "fire_protection")),
        ("security", "安防", ("安防设施", "监控", "safety")),
        ("waste_sorting", "生活垃圾分类", ("垃圾分类", "waste", "garbage_sorting", "环卫")),
        ("mobile", "移动通信", ("通信", "mobile_network", "telecom")),
        ("fibre", "光纤入户", ("光纤", "fiber", "ftth")),
        ("overhead_lines", "架空线规整", ("架空线入地", "架空线", "架空线规整(入地)", "cables")),
        ("roof", "屋面", ("屋面防水", "屋顶", "roofs")),
        ("outer_wall", "外墙", ("外墙面", "facade", "walls", "外立面", "outer_walls")),
        ("stairs", "楼梯", ("楼道", "staircase", "stairwell")),
        ("clearing", "清理楼道", ("楼道清理", "清理小广告", "clearing_stairs", "清理楼道杂物")),
        ("lighting", "照明", ("照明设施", "路灯", "lights")),
        ("ebike_charging", "电动自行车充电", ("充电桩", "电动自行车充电设施", "ebike_chargers",
         "chargers", "charging", "电动自行车充电桩")),
        ("car_charging", "汽车充电", ("汽车充电桩", "car_chargers", "电动汽车充电", "ev_charging")),
        ("energy_saving", "建筑节能", ("节能", "节能改造", "insulation")),
        ("lifts", "加装电梯", ("电梯", "lift", "elevator", "elevators")),
        ("illegal_buildings", "违建拆除", ("拆违", "拆除违建", "illegal_building")),
        ("greening", "绿化", ("绿地", "greenery")),
        ("accessibility", "适老无障碍", ("无障碍", "适老化", "barrier_free", "无障碍设施")),
        ("parking", "停车", ("停车位", "停车场", "car_parking", "parking_spaces")),
        ("culture_sport", "文体", ("文体设施", "文化体育", "sports", "健身设施")),
        ("property_room", "物业用房", ("物业管理用房",)),
        ("service_centre", "社区综合服务设施", ("社区服务", "社区综合服务", "service_center",
         "community_service")),
        ("clinic", "卫生服务站", ("社区卫生服务站", "卫生站", "health_station")),
        ("kindergarten", "幼儿园", ("kindergartens", "nursery_school")),
        ("sensing", "智能感知", ("周界防护", "周界防护等智能感知", "智能感知设施", "smart")),
        ("elderly_care", "养老", ("养老设施", "养老服务", "elderly")),
        ("childcare", "托育", ("托育设施", "托幼", "nursery")),
        ("dining", "助餐", ("食堂", "助餐点", "canteen")),
        ("housekeeping", "家政", ("家政服务", "家政保洁")),
        ("market", "便民市场", ("菜市场", "markets")),
        ("shop", "便利店", ("convenience_store", "shops")),
        ("parcels", "邮政快递末端", ("快递柜", "邮政快递", "快递", "parcel_lockers")),
        ("other_content", "其他", ("其它", "other")),
    )
)  # fmt: skip
PIPES = frozenset({"water_supply", "drainage", "gas", "heating"})
"""What counts as pipes."""
CARE = frozenset({"elderly_care", "childcare"})
CHARGING = frozenset({"ebike_charging", "car_charging"})
