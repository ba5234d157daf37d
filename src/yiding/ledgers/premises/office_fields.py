"""What is written down about one office: who sits there, how large it is, what goes with it."""

from __future__ import annotations

from dataclasses import replace

from yiding.ledgers.premises.ranks import LEVELS, RANKS
from yiding.rules.entries import Field, Option, Type

#: Where a room is, from the unit that keeps it to the number on its door.
ROOM = ("unit_code", "unit", "compound", "building", "floor", "room_no")

NATURES = (
    Option("office", "办公室", ("办公", "办公用房", "office_room")),
    Option(
        "service",
        "服务用房",
        (
            "service_room",
            "会议室",
            "接待室",
            "档案室",
            "文印室",
            "值班室",
            "收发室",
            "资料室",
            "计算机房",
            "储藏室",
            "卫生间",
            "开水间",
            "传达室",
        ),
    ),
    Option("equipment", "设备用房", ("equipment_room", "机房", "配电室")),
    Option("annex", "附属用房", ("annexe", "ancillary", "auxiliary", "食堂", "车库")),
    Option("technical", "技术业务用房", ("业务用房", "technical_business", "business")),
    Option("let", "出租出借", ("出租", "出借", "leased_out", "rented_out", "let_or_lent")),
    Option("idle", "闲置", ("空置", "vacant")),
)
STATUSES = (
    Option(
        "in_use", "使用", ("在用", "使用中", "已使用", "在使用", "used", "using", "use", "occupied")
    ),
    Option("idle", "闲置", ("空置", "未使用", "空闲", "vacant", "unused", "empty")),
    Option("awaiting_repair", "待修", ("待维修", "维修", "repair", "to_repair", "under_repair")),
    Option("let", "出租", ("已出租", "leased_out", "rented_out", "let_out", "rented")),
    Option("lent", "出借", ("已出借", "lent_out", "loaned")),
    Option("being_built", "在建", ("建设中", "under_construction", "building")),
)
ORDERS = (
    Option(
        "main",
        "主要任职",
        ("主要办公室", "第一处", "主要", "本职", "main_post", "primary", "first", "1",
         "main_office"),
    ),
    Option(
        "second",
        "兼职第二处",
        ("第二处", "兼职", "第二处办公室", "兼职办公室", "second_office", "secondary", "concurrent",
         "concurrent_second", "concurrent_post", "part_time", "2"),
    ),
    Option("third", "第三处", ("第三处办公室", "第三处及以上", "third_office", "3", "more")),
)  # fmt: skip
SURPLUS = (
    Option("over_area", "超面积", ("超标", "超标准", "over_limit", "over_standard", "excess")),
    Option("new_building", "新建腾出", ("新建", "new_build", "newly_built", "moved_to_new")),
    Option("adjusted", "调整腾出", ("调整", "adjustment", "moved", "relocated")),
    Option("abolished", "撤销腾出", ("撤销", "机构撤销", "abolition", "dissolved", "merged")),
)

LEVEL = Field(
    "level",
    "级别",
    Type.CHOICE,
    aliases=("机关级别", "单位级别", "机关层级", "层级", "unit_level", "body_level", "class_level",
             "agency_level", "organ_level", "org_level", "government_level", "admin_level"),
    options=LEVELS,
)  # fmt: skip
RANK = Field(
    "rank",
    "职级",
    Type.CHOICE,
    aliases=("职务级别", "职务职级", "干部职级", "人员职级", "person_rank", "occupant_rank",
             "grade",
             "post_rank", "rank_of_occupant", "user_rank"),
    options=RANKS,
)  # fmt: skip
AREA = Field(
    "area_m2",
    "使用面积",
    Type.NUMBER,
    "m²",
    aliases=("area", "usable_area", "usable_area_m2", "面积", "办公室面积", "办公室使用面积",
             "房间使用面积", "房间面积", "实际面积", "实际使用面积", "usable_m2", "net_area",
             "room_area", "room_area_m2", "office_area", "office_area_m2", "actual_area",
             "actual_area_m2", "main_office_area", "main_office_area_m2", "main_area_m2",
             "主要办公室面积", "total_area", "total_area_m2", "measured_area"),
)  # fmt: skip
IS_HEAD = Field(
    "is_party_government_head",
    "是否党政正职",
    Type.FLAG,
    aliases=("党政正职", "是否党政主要负责人", "is_party_government_chief", "is_chief",
             "is_party_or_government_head", "party_government_head", "is_top_leader",
             "is_principal_leader", "is_head_of_party_or_government"),
)  # fmt: skip
POST = Field(
    "post",
    "职务",
    aliases=("title", "position", "post_title", "job_title", "现任职务", "post_name", "duty"),
)
IS_FAR = Field(
    "is_far",
    "是否路途较远",
    Type.FLAG,
    aliases=("far", "distant", "is_distant", "路途较远", "距离较远", "far_away", "is_remote",
             "remote", "other_post_is_far"),
)  # fmt: skip
IS_OFTEN = Field(
    "is_often_attended",
    "是否经常前往",
    Type.FLAG,
    aliases=("often", "often_attended", "经常前往", "frequent", "is_often", "is_frequent",
             "frequently_attended", "attended_often", "often_present"),
)  # fmt: skip
IS_APPROVED = Field(
    "is_approved",
    "是否经审批",
    Type.FLAG,
    aliases=("approved", "经审批", "是否批准", "已审批", "strictly_approved", "has_approval",
             "is_strictly_approved", "经批准"),
)  # fmt: skip
APPROVAL = Field(
    "basis_doc",
    "审批文件",
    aliases=("approval", "approval_doc", "approval_document", "basis", "批准文件", "依据文件",
             "审批文号", "批准文号", "approval_no"),
)  # fmt: skip
APPROVER = Field("approver", "审批人", aliases=("approved_by", "审批机关", "审批单位", "批准机关"))
STANDARD = Field(
    "limit_applied_m2",
    "核定面积",
    Type.NUMBER,
    "m²",
    aliases=("limit_applied", "standard_area", "standard_area_m2", "limit", "limit_m2", "标准面积",
             "限值", "限额面积", "执行标准", "standard", "standard_m2", "area_limit",
             "post_standard_m2", "post_standard_area", "standard_of_post_m2"),
)  # fmt: skip
ORDER = Field(
    "order",
    "任职处所",
    Type.CHOICE,
    aliases=("kind", "allocation_kind", "office_kind", "office_order", "配置类别", "配置类型",
             "类别",
             "任职类型", "allocation_type", "type"),
    options=ORDERS, is_open=True,
)  # fmt: skip

OCCUPANT = (
    RANK,
    Field("person", "姓名", aliases=("name", "person_id", "人员", "使用人", "id", "occupant")),
    Field("count", "人数", Type.INTEGER, aliases=("number", "n", "headcount", "persons", "people")),
    LEVEL,
)
USERS = (
    Field(
        "occupants",
        "使用人",
        Type.RECORDS,
        aliases=("users", "人员", "使用人员", "occupant", "user", "person", "persons", "staff",
                 "people", "occupied_by", "occupant_list", "occupant_ranks", "ranks"),
        fields=OCCUPANT,
    ),
    Field(
        "occupant_count",
        "使用人数",
        Type.INTEGER,
        aliases=("人数", "办公人数", "headcount", "occupants_count", "number_of_occupants",
                 "persons_count", "people_count", "n_occupants", "staff_count"),
    ),
    Field("room_key", "房间标识", joins=ROOM),
    Field("room_users", "同室人员", Type.RECORDS, fields=OCCUPANT),
    Field("room_user_count", "同室人数", Type.INTEGER),
)  # fmt: skip
TOILET = (
    Field(
        "has_private_toilet",
        "是否独立卫生间",
        Type.FLAG,
        aliases=("独立卫生间", "是否有独立卫生间", "private_toilet", "toilet", "has_toilet",
                 "private_bathroom", "has_private_bathroom", "带卫生间", "有无独立卫生间",
                 "with_private_toilet"),
    ),
    Field(
        "toilet_area_m2",
        "卫生间面积",
        Type.NUMBER,
        "m²",
        aliases=("toilet_area", "private_toilet_area", "private_toilet_area_m2", "独立卫生间面积",
                 "toilet_m2", "bathroom_area", "bathroom_area_m2", "private_toilet_m2"),
    ),
    Field(
        "area_includes_toilet",
        "面积是否含卫生间",
        Type.FLAG,
        aliases=("toilet_included", "includes_toilet", "is_toilet_included", "含卫生间",
                 "area_incl_toilet", "toilet_counted_inside"),
    ),
    Field("has_rest_room", "是否有休息室", Type.FLAG, aliases=("休息室", "rest_room")),
    Field(
        "rest_room_area_m2",
        "休息室面积",
        Type.NUMBER,
        "m²",
        aliases=("rest_room_area", "restroom_area_m2", "lounge_area_m2", "rest_area_m2"),
    ),
    Field(
        "area_includes_rest_room",
        "面积是否含休息室",
        Type.FLAG,
        aliases=("rest_room_included", "includes_rest_room", "含休息室"),
    ),
)  # fmt: skip
SITUATION = (
    Field("unit_code", "单位编码", aliases=("unit_id", "统一社会信用代码", "机构编制码")),
    Field("unit", "单位名称", aliases=("使用单位", "单位", "unit_name", "using_unit", "所属单位")),
    Field("staff_quota", "编制数", Type.INTEGER, aliases=("quota", "编制定员", "编制人数", "编制")),
    Field("staff_actual", "实有数", Type.INTEGER, aliases=("actual_staff", "实有人数", "在编人数")),
    Field("compound", "院落", aliases=("compound_id", "院落名称")),
    Field("building", "楼栋", aliases=("building_id", "建筑", "楼宇", "楼号", "building_name")),
    Field("floor", "楼层", aliases=("层", "所在楼层", "storey")),
    Field("room_no", "房号", aliases=("no", "number", "房间号", "门牌号", "room_number")),
    Field("nature", "房间性质", Type.CHOICE, options=NATURES, is_open=True,
          aliases=("房间用途", "用房性质", "room_nature", "room_kind", "use")),
    Field("sub_use", "具体用途", aliases=("细分用途", "用途", "purpose")),
    Field("status", "使用状态", Type.CHOICE, options=STATUSES, is_open=True,
          aliases=("状态", "房间使用状态", "use_status", "room_status")),
    Field("idle_since", "闲置起始日", Type.DATE, aliases=("闲置日期", "vacant_since")),
)  # fmt: skip
TITLE = (
    Field("title_holder", "权属人", aliases=("产权人", "owner", "产权单位")),
    Field("title_no", "产权证号", aliases=("不动产权证号", "权证号", "certificate_no")),
    Field("asset_card_no", "资产卡片号",
          aliases=("资产卡片编号", "资产编号", "asset_card", "asset_no", "card_no")),
    Field("has_asset_card", "是否有资产卡片", Type.FLAG, aliases=("has_card", "有无资产卡片")),
    Field("is_on_ledger", "账上有无", Type.FLAG, aliases=("on_ledger", "是否在账", "in_ledger",
          "recorded_in_ledger", "booked", "is_booked")),
    Field("is_found", "盘点有无", Type.FLAG, aliases=("found", "是否在实", "physically_present",
          "exists", "found_in_count", "found_on_inventory")),
    Field("book_area_m2", "账面面积", Type.NUMBER, "m²",
          aliases=("book_area", "ledger_area", "ledger_area_m2", "卡片面积", "card_area_m2",
                   "registered_area_m2", "asset_card_area_m2")),
    Field("has_changed_use", "是否改变用途", Type.FLAG,
          aliases=("use_changed", "changed_use", "改变用途", "改变使用功能", "function_changed",
                   "change_of_use", "is_use_changed")),
    Field("surplus_cause", "应交回原因", Type.CHOICE, options=SURPLUS, is_open=True,
          aliases=("腾出原因", "腾退原因", "vacated_because", "vacated_cause", "vacated_by",
                   "vacated_reason", "surplus_reason", "reason")),
    Field("is_returned", "是否已交回", Type.FLAG,
          aliases=("returned", "taken_back", "is_taken_back", "已收回", "是否收回", "交回")),
    Field("returned_on", "交回日期", Type.DATE, aliases=("taken_back_on", "return_date")),
    Field("note", "备注", aliases=("remark", "remarks", "说明")),
)  # fmt: skip
LEAVING = (
    Field(
        "relieved_on",
        "免除兼职日",
        Type.DATE,
        aliases=("免兼职日", "relieved", "concurrent_post_ended_on", "relieved_date", "relief_date",
                 "concurrent_relieved_on", "免除兼职日期", "不再兼任日期", "post_relieved_on",
                 "relieved_of_concurrent_post_on", "relieved_of_concurrent_post",
                 "免除兼任日", "免兼日期"),
    ),
    Field(
        "vacated_on",
        "腾退日期",
        Type.DATE,
        aliases=("腾退日", "vacated", "vacated_date", "second_office_vacated_on", "vacate_date",
                 "second_vacated_on", "腾空日期", "office_vacated_on", "second_office_vacated"),
    ),
    Field(
        "formalities_done_on",
        "调离、退休手续办结日",
        Type.DATE,
        aliases=("手续办结日", "调离/退休手续办结日", "调离退休手续办结日", "办结日", "retired_on",
                 "transferred_on", "formalities_on", "formalities_completed_on", "left_on",
                 "transfer_formalities_done_on", "retirement_formalities_done_on",
                 "retirement_date",
                 "formalities_date", "transfer_or_retirement_on", "retirement_done_on",
                 "formalities_done", "transfer_retirement_done_on", "退休手续办结日",
                 "调离手续办结日",
                 "formalities_finished_on", "handover_done_on"),
    ),
    Field(
        "recovered_on",
        "收回日期",
        Type.DATE,
        aliases=("收回日", "office_recovered_on", "recovered", "recovered_date", "recovery_date",
                 "room_recovered_on", "办公室收回日", "returned_to_unit_on"),
    ),
)  # fmt: skip
SECOND = (
    ORDER,
    Field("is_second_office", "是否第二处", Type.FLAG, aliases=("is_second", "second_office",
          "is_concurrent", "是否兼职")),
    IS_FAR,
    IS_OFTEN,
    IS_APPROVED,
    APPROVAL,
    APPROVER,
    STANDARD,
)  # fmt: skip

OFFICE_FIELDS = (
    *SITUATION[:3],
    LEVEL,
    *SITUATION[3:],
    AREA,
    *USERS,
    RANK,
    replace(POST, aliases=(*POST.aliases, "posts")),
    IS_HEAD,
    *TOILET,
    *SECOND,
    *LEAVING,
    *TITLE,
)
