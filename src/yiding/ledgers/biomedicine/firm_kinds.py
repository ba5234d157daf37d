"""Where and by whom: parks 园区, enterprises 企业, platforms 平台, payments 资金, talents 人才."""

from __future__ import annotations

from yiding.ledgers.biomedicine.choices import (
    PARK_ROLES,
    PAYMENT_PURPOSES,
    PAYMENT_RESULTS,
    PLATFORMS,
)
from yiding.ledgers.biomedicine.settling import complete_enterprise
from yiding.ledgers.biomedicine.unfolding import unfold_money, unfold_payment, unfold_platform
from yiding.rules.entries import Field, Kind, Type

PARK_NAME = Field("park", "园区", aliases=("所属园区", "park_name", "园区名称", "park_id"))
DISTRICT = Field("district", "区县", aliases=("所在区县", "地区", "属地", "county", "所属区县"))
COMPANY = Field("company", "企业", aliases=("enterprise", "企业名称", "holder", "注册人", "持有人",
    "受益企业", "company_name", "上市许可持有人", "申办者", "sponsor", "uscc", "firm"))  # fmt: skip
PARK = Kind(
    name="park",
    term="产业园区",
    aliases=("园区", "生物医药产业园", "产业园", "parks", "Park (10)"),
    key_heads=("编号", "园区编号", "序号"),
    fields=(
        Field("name", "园区名称", aliases=("park", "park_name", "名称", "title")),
        DISTRICT,
        Field("role", "定位", Type.CHOICE, aliases=("角色", "1+N", "core_or_pole", "position"),
            options=PARK_ROLES, is_open=True),
        Field("area_m2", "面积", Type.NUMBER, "m²", aliases=("area", "占地面积", "建筑面积",
            "floor_area", "area_sqm")),
        Field("operator", "运营单位", aliases=("运营方", "operating_unit", "operator_name")),
        Field("focus", "主攻方向", aliases=("产业方向", "特色", "focus_area", "方向")),
        Field("national_rank", "全国排名", Type.INTEGER, aliases=("rank", "排名", "国家排名")),
        Field("plan", "所属规划", aliases=("规划",)),
    ),
)  # fmt: skip
LISTED = Field(
    "listed",
    "上市",
    Type.RECORDS,
    aliases=("listing", "上市情况", "是否上市", "listings"),
    fields=(
        Field("board", "板块", aliases=("上市板块", "exchange", "market", "交易所")),
        Field("code", "证券代码", aliases=("stock_code", "股票代码", "ticker")),
        Field("date", "上市日期", Type.DATE, aliases=("listed_on", "日期", "on")),
    ),
)
ROUNDS = Field(
    "funding_rounds",
    "融资",
    Type.RECORDS,
    aliases=("funding", "融资轮次", "rounds", "融资情况", "financing"),
    fields=(
        Field("round", "轮次", aliases=("name", "阶段", "series")),
        Field("amount", "金额", Type.MONEY, "元", aliases=("融资额", "金额", "sum")),
        Field("date", "日期", Type.DATE, aliases=("on", "融资日期", "closed_on")),
    ),
)
ENTERPRISE = Kind(
    name="enterprise",
    term="企业",
    aliases=("company", "enterprises", "firm", "生物医药企业", "单位"),
    fields=(
        Field("uscc", "统一社会信用代码", aliases=("credit_code", "unified_social_credit_code",
            "信用代码", "企业代码", "social_credit_code", "uscc_code", "code")),
        Field("name", "企业名称", aliases=("company", "名称", "company_name", "enterprise_name",
            "title")),
        PARK_NAME,
        DISTRICT,
        Field("industry_code", "行业代码", aliases=("gb_t_4754", "gbt4754", "GB/T 4754",
            "GB/T 4754 code", "industry", "gb_t_4754_code", "国民经济行业代码", "gbt_4754_code",
            "gb4754", "sic", "gb/t_4754_code", "行业小类")),
        Field("industry_name", "行业名称", aliases=("行业", "industry_title")),
        Field("is_industrial", "工业法人", Type.FLAG, aliases=("industrial", "是否工业",
            "is_industrial_unit", "industrial_legal_unit", "industrial_unit")),
        Field("year", "统计年度", Type.INTEGER, aliases=("年度", "年份", "revenue_year",
            "report_year")),
        Field("revenue", "营收", Type.MONEY, "元", aliases=("营业收入", "主营业务收入",
            "main_business_revenue", "年营收", "annual_revenue", "main_revenue",
            "yearly_revenue", "sales", "revenue_yuan")),
        Field("output", "产值", Type.MONEY, "元", aliases=("工业总产值", "总产值",
            "output_value", "gross_output")),
        Field("above_threshold", "规上年份", aliases=("above_scale", "规上", "是否规上",
            "规模以上", "above_threshold_year", "规上入库年份", "is_above_threshold",
            "above_since", "above_designated_size")),
        Field("is_registered_above", "登记为规上", Type.FLAG, aliases=("registered_above_scale",
            "is_above_scale", "above_threshold_flag")),
        LISTED,
        Field("staff", "从业人员", Type.INTEGER, "人", aliases=("employees", "员工数", "人数",
            "staff_count", "headcount", "从业人数")),
        Field("rd", "研发", Type.MONEY, "元", aliases=("R&D", "研发投入", "研发费用", "rd_expense",
            "r_and_d", "rnd", "rd_spending", "R&D 万元", "研发支出", "rd_yuan", "r&d_expense")),
        ROUNDS,
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
    complete=complete_enterprise,
    unfold=unfold_money,
)  # fmt: skip
PLATFORM = Kind(
    name="platform",
    term="平台机构",
    aliases=("clinic", "Platform / clinic", "平台", "医疗机构", "platform_clinic", "机构",
        "platforms", "hospital"),
    fields=(
        Field("name", "机构名称", aliases=("title", "名称", "平台名称", "hospital")),
        Field("type", "类型", Type.CHOICE, aliases=("kind", "平台类型", "机构类型",
            "platform_type"), options=PLATFORMS, is_open=True),
        Field("filing_no", "备案号", aliases=("record_no", "机构备案号", "gcp_no",
            "gcp_filing_no", "备案编号", "no", "number", "GCP 机构备案", "gcp")),
        Field("filed_on", "备案日期", Type.DATE, aliases=("filing_date", "备案时间", "opened_on")),
        PARK_NAME,
        DISTRICT,
        Field("local_products", "使用本地产品数", Type.INTEGER, aliases=("local_product_count",
            "本地产品数", "local_products_used")),
        Field("uses_local", "使用本地产品", Type.FLAG, aliases=("uses_local_products",
            "是否使用本地产品", "uses_local_product")),
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
    unfold=unfold_platform,
)  # fmt: skip
PAYMENT = Kind(
    name="payment",
    term="资金兑付",
    aliases=("fund", "policy_payment", "fund_payment", "Fund / policy payment", "基金",
        "政策兑付", "政策资金", "subsidy", "payments"),
    fields=(
        Field("scheme", "政策或基金", aliases=("政策名称", "基金名称", "scheme_name", "fund",
            "政策")),
        COMPANY,
        Field("purpose", "用途", Type.CHOICE, aliases=("类别", "category", "奖补类型"),
            options=PAYMENT_PURPOSES, is_open=True),
        Field("amount", "金额", Type.MONEY, "元", aliases=("兑付金额", "amount 万元", "amount_yuan",
            "拨付金额", "sum")),
        Field("promised", "承诺金额", Type.MONEY, "元", aliases=("promised_amount", "承诺",
            "应兑付金额")),
        Field("paid", "实付金额", Type.MONEY, "元", aliases=("paid_amount", "已兑付金额",
            "已拨付")),
        Field("date", "日期", Type.DATE, aliases=("paid_on", "兑付日期", "拨付日期", "on")),
        Field("condition", "兑付条件", aliases=("条件", "conditions")),
        Field("result", "兑付结果", Type.CHOICE, aliases=("结果", "status", "state"),
            options=PAYMENT_RESULTS, is_open=True),
        Field("social_capital", "社会资本", Type.MONEY, "元", aliases=("撬动社会资本",
            "private_capital", "社会资金")),
        Field("note", "备注", aliases=("remark", "remarks")),
    ),
    unfold=unfold_payment,
)  # fmt: skip
TALENT = Kind(
    name="talent",
    term="人才",
    aliases=("talents", "人才计划", "人才项目"),
    fields=(
        Field("programme", "人才计划", aliases=("program", "计划", "项目", "scheme")),
        Field("level", "层级", aliases=("级别", "tier", "等级")),
        Field("year", "年度", Type.INTEGER, aliases=("年份",)),
        Field(
            "count", "人数", Type.INTEGER, "人", aliases=("number", "people", "数量", "入选人数")
        ),
        PARK_NAME,
        COMPANY,
    ),
)
