"""Fields that several kinds have: where, which project, whose homes, how much money."""

from __future__ import annotations

from yiding.ledgers.renewal.choices import LEVELS, SOURCES
from yiding.rules.entries import Field, Type

COMMUNITY = Field("community", "小区", aliases=("小区名称", "community_name", "community_id",
                  "小区编号", "of", "of_community"))  # fmt: skip
PROJECT = Field("project", "项目", aliases=("项目代码", "project_code", "project_id", "项目名称",
                "of_project", "投资项目统一代码"))  # fmt: skip
PLAN = Field("plan", "年度计划", aliases=("plan_id", "plan_year", "计划", "所属计划"))
NOTE = Field("note", "备注", aliases=("remark", "remarks", "说明"))
BUILDINGS = Field("buildings", "楼栋数", Type.INTEGER, "幢",
                  ("building_count", "buildings_count", "楼栋", "幢数", "number_of_buildings",
                   "task_buildings"))  # fmt: skip
HOUSEHOLDS = Field("households", "户数", Type.INTEGER, "户",
                   ("household_count", "households_count", "number_of_households", "居民户数",
                    "total_households", "task_households"))  # fmt: skip
FLOOR_AREA = Field("floor_area", "建筑面积", Type.NUMBER, "m²",
                   ("area", "gross_area", "building_area", "面积", "total_floor_area",
                    "建筑总面积", "task_area"))  # fmt: skip
UNIT = Field("responsible_unit", "责任单位", aliases=("unit", "owner_unit", "责任部门",
             "responsible"))  # fmt: skip
SOURCE = Field("source", "资金来源", Type.CHOICE, options=SOURCES, is_open=True,
               aliases=("来源", "funding_source", "source_of_funds", "type"))  # fmt: skip
PLANNED = Field("planned", "计划资金", Type.MONEY, "元",
                ("planned_amount", "计划", "amount_planned", "plan_amount", "amount", "金额",
                 "计划金额", "planned_yuan"))  # fmt: skip
IN_PLACE = Field("in_place", "到位资金", Type.MONEY, "元",
                 ("in_place_amount", "到位", "arrived", "amount_in_place", "到位金额", "received",
                  "available"))  # fmt: skip
PAID = Field("paid", "已付资金", Type.MONEY, "元",
             ("paid_amount", "支付", "已支付", "amount_paid", "spent", "支付金额", "已付",
              "disbursed"))  # fmt: skip
CHANGE = Field("change_record", "变更记录", aliases=("change", "change_no", "变更", "变更文号",
               "has_change_record", "change_order", "change_document"))  # fmt: skip
DOCUMENT = Field("document_no", "文号", aliases=("document", "文件", "number", "doc_no",
                 "document_number", "资金文号", "document no.", "document no"))  # fmt: skip
FUNDS = Field("funds", "各来源资金", Type.RECORDS,
              aliases=("funding", "sources", "资金", "funding_rows", "rows", "资金来源明细",
                       "funding_sources", "by_source"),
              fields=(SOURCE, PLANNED, IN_PLACE, PAID, CHANGE, DOCUMENT))  # fmt: skip
TOTAL = Field("total_investment", "计划投资", Type.MONEY, "元",
              ("planned_investment", "total", "总投资", "investment", "total_planned", "合计",
               "投资", "total_amount", "printed_total", "总额", "plan_total", "sum"))  # fmt: skip
BY_SOURCE: tuple[Field, ...] = (
    Field("central_funds", "中央资金", Type.MONEY, "元",
          ("central", "中央", "中央补助", "中央补助资金", "central_money")),
    Field("province_funds", "省资金", Type.MONEY, "元",
          ("province", "省", "省级资金", "provincial", "provincial_funds", "省级")),
    Field("local_funds", "市县资金", Type.MONEY, "元",
          ("city_county", "市县", "local", "city_county_funds", "市级资金", "县级资金", "county",
           "county_funds", "县级", "市县级资金", "city", "city_funds", "区县资金")),
    Field("resident_funds", "居民资金", Type.MONEY, "元",
          ("residents", "居民", "resident", "residents_funds", "居民出资", "居民自筹")),
    Field("society_funds", "社会资金", Type.MONEY, "元",
          ("society", "社会", "social", "social_capital", "社会资本", "society_capital",
           "社会力量")),
    Field("bond_funds", "专项债资金", Type.MONEY, "元",
          ("special_bond", "专项债", "bond", "special_bonds")),
    Field("loan_funds", "贷款资金", Type.MONEY, "元",
          ("loans", "金融贷款", "bank_loan_funds")),
    Field("rights_funds", "产权单位资金", Type.MONEY, "元",
          ("rights_units", "产权单位", "管线单位资金", "产权单位出资")),
    Field("other_funds", "其他资金", Type.MONEY, "元", ("other", "其他来源")),
)  # fmt: skip
SOURCE_OF = dict(
    zip(
        (one.name for one in BY_SOURCE),
        (
            "central",
            "province",
            "city_county",
            "residents",
            "society",
            "special_bond",
            "loan",
            "rights_units",
            "other",
        ),
        strict=True,
    )
)
"""The source each flat column of money is of."""
CONFIRMED = Field("confirmed_by_province", "省级确认", Type.FLAG,
                  aliases=("province_confirmed", "省确认", "confirmed", "省级政府确认",
                           "is_confirmed_by_province", "confirmed_by_the_province"))  # fmt: skip
REPORTED = Field("reported_to_three_ministries", "报三部门", Type.FLAG,
                 aliases=("reported", "reported_to_ministries", "报送三部门", "已报三部门",
                          "is_reported", "报三部委", "reported_to_the_ministries"))  # fmt: skip
LEVEL = Field("level", "计划级别", Type.CHOICE, options=LEVELS, is_open=True,
              aliases=("级别", "plan_level"))  # fmt: skip
OWNERS = Field(
    "owners",
    "业主名册",
    Type.RECORDS,
    aliases=("owner_list", "业主", "owner_rows", "rows", "units_list", "register", "parts"),
    fields=(
        Field("owner", "业主", aliases=("name", "buyer", "买受人", "owner_name", "姓名", "户主")),
        Field("units", "套数", Type.INTEGER, aliases=("unit_count", "count", "专有部分数",
              "number_of_units", "n_units", "bought", "exclusive_units")),
        Field("unit_no", "房号", aliases=("unit", "room", "专有部分")),
        Field("is_developer", "建设单位", Type.FLAG, aliases=("developer", "开发商",
              "is_builder")),
        Field("is_unsold", "未出售", Type.FLAG, aliases=("unsold", "未售")),
        Field("is_sold", "已出售", Type.FLAG, aliases=("sold", "已售")),
        Field("is_delivered", "已交付", Type.FLAG, aliases=("delivered", "交付")),
        Field("is_undelivered", "未交付", Type.FLAG, aliases=("undelivered",)),
        Field("register_area", "登记面积", Type.NUMBER, "m²", ("registered_area", "登记簿面积",
              "area_register")),
        Field("survey_area", "实测面积", Type.NUMBER, "m²", ("surveyed_area", "测绘面积",
              "measured_area", "area_survey")),
        Field("contract_area", "合同面积", Type.NUMBER, "m²", ("contracted_area", "买卖合同面积",
              "area_contract")),
    ),
)  # fmt: skip
