"""What the choices of bodies, buildings, leases, works and disposals are called."""

from __future__ import annotations

from yiding.rules.entries import Option

CLASSES = tuple(
    Option(name, term, aliases)
    for name, term, aliases in (
        ("party", "党委", ("党的机关", "党委机关", "party_committee")),
        ("congress", "人大", ("人大机关", "peoples_congress")),
        ("government", "政府", ("行政机关", "政府机关", "administrative")),
        ("consultative", "政协", ("政协机关", "cppcc")),
        ("supervision", "监委", ("监察机关", "supervisory_commission", "纪委监委")),
        ("court", "法院", ("审判机关",)),
        ("procuratorate", "检察院", ("检察机关",)),
        ("mass_organisation", "人民团体", ("群团", "mass_organization", "people_organisation")),
        ("institution", "参公事业", ("参公事业单位", "参公", "public_institution")),
    )
)
SOURCES = tuple(
    Option(name, term, aliases)
    for name, term, aliases in (
        ("new_building", "新建", ("new", "new_build", "built")),
        ("purchase", "购置", ("purchased", "bought")),
        ("allocation", "划拨", ("allocated", "transferred")),
        ("renting", "租用", ("rented", "leased")),
        ("borrowing", "借用", ("borrowed",)),
        ("taking_over", "接管", ("taken_over",)),
    )
)
DIRECTIONS = (
    Option("rent_in", "租入", ("租用", "承租", "rented_in", "in", "lease_in", "renting_in",
           "rent")),
    Option("let_out", "租出", ("出租", "let", "out", "lease_out", "rent_out", "letting",
                              "letting_out", "rented_out", "leased_out")),
    Option("lend_out", "出借", ("借出", "lend", "lending", "lent_out", "lent", "loan_out")),
    Option("borrow", "借用", ("借入", "borrowed", "borrow_in", "borrowing")),
)  # fmt: skip
ACTORS = (
    Option("using_unit", "使用单位", ("unit", "user", "使用部门", "using_body")),
    Option("management", "机关事务管理部门", ("机关事务管理局", "management_department", "jgsw",
                                      "management_body", "机关事务局")),
)  # fmt: skip
WORKS = (
    Option("building", "建设", ("新建", "改建", "扩建", "购置", "construction", "new_building",
                              "new_build", "rebuild", "extension", "purchase")),
    Option("major_repair", "大中修", ("大修", "中修", "major", "overhaul",
           "major_and_medium_repair")),
    Option("daily_repair", "日常维修", ("日常", "daily", "routine", "routine_repair", "小修")),
)  # fmt: skip
FUNDS = (
    Option("budget", "预算资金", ("财政预算", "预算", "财政资金", "财政拨款", "预算安排", "fiscal",
                              "budgetary", "government_budget", "treasury")),
    Option("diverted_special_funds", "挪用专项资金",
           ("专项资金挪用", "专项资金", "挪用", "special_funds", "diverted",
            "special_fund_diverted",
            "special_funds_diverted", "earmarked_funds", "misappropriated_special_funds")),
    Option("apportioned", "摊派", ("集资", "apportionment", "levied", "levy", "向单位摊派")),
    Option("loan", "借款", ("银行借款", "银行贷款", "贷款", "向银行借款",
                                "loans", "bank_loan", "borrowing", "borrowed")),
    Option("donation", "赞助捐赠", ("赞助", "捐赠", "donations", "sponsorship", "gift", "donated",
                                "sponsorship_or_donation", "sponsored")),
)  # fmt: skip
WAYS = (
    Option("redistribution", "调剂使用", ("调剂", "redistribute", "reallocation", "transfer")),
    Option("conversion", "转换用途", ("转换", "convert", "change_of_use")),
    Option("exchange", "置换", ("swap",)),
    Option("letting", "出租", ("let", "lease", "lease_out")),
    Option("auction", "拍卖", ("auctioned",)),
    Option("demolition", "拆除", ("demolish", "demolished")),
)
