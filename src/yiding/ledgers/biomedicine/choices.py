"""The choices of the fields, with every way they are written: words, short forms, codes."""

from __future__ import annotations

from yiding.rules.entries import Option

PRODUCT_TYPES = (
    Option("drug", "药品", ("medicine", "pharmaceutical", "药", "药物", "新药", "drugs")),
    Option("device", "医疗器械", ("器械", "medical_device", "devices", "IVD", "体外诊断试剂")),
)
DRUG_KINDS = (
    Option(
        "chemical", "化学药品", ("化学药", "化药", "化学", "H", "chemical_drug", "small_molecule")
    ),
    Option("biological", "生物制品", ("生物药", "S", "biologic", "biological_product", "生物")),
    Option("chinese", "中药", ("Z", "tcm", "中成药", "traditional_chinese_medicine")),
    Option("excipient", "辅料", ("F", "药用辅料")),
)
STAGES = (
    Option("preclinical", "临床前", ("临床前研究", "pre-clinical")),
    Option("ind", "IND受理", ("IND", "ind_accepted", "IND 受理", "临床申请受理")),
    Option(
        "consented",
        "默示许可",
        (
            "批准临床",
            "默示许可/批准",
            "临床批准",
            "ind_approved",
            "implied_consent",
            "默示同意",
            "临床许可",
            "agreed",
        ),
    ),
    Option("registered", "CTR登记", ("CTR", "CTR 登记", "ctr_registered", "临床试验登记")),
    Option("phase1", "I期", ("I", "Ⅰ期", "1期", "phase_1", "phase i", "一期临床", "Ⅰ")),
    Option("phase2", "II期", ("II", "Ⅱ期", "2期", "phase_2", "phase ii", "二期临床", "Ⅱ")),
    Option("phase3", "III期", ("III", "Ⅲ期", "3期", "phase_3", "phase iii", "三期临床", "Ⅲ")),
    Option("nda", "NDA受理", ("NDA", "nda_accepted", "NDA 受理", "上市申请受理", "BLA")),
    Option("approved", "批准上市", ("获批", "上市批准", "已批准", "nda_approved", "获批上市")),
    Option("marketed", "商业化", ("上市", "已上市", "commercial", "commercialised", "销售")),
    Option("reregistered", "再注册", ("re-registered", "re_registration", "reregistration")),
    Option("innovation", "创新审查", ("创新通道", "特别审查", "innovation_review")),
    Option("testing", "检验", ("注册检验", "型式检验", "type_testing", "tested")),
    Option(
        "clinical",
        "临床试验",
        ("临床", "临床(或豁免)", "豁免临床", "clinical_trial", "trial", "临床豁免", "exempt"),
    ),
    Option("accepted", "注册受理", ("registration_accepted", "注册申请受理", "受理")),
    Option("certified", "注册证", ("已取证", "取得注册证", "certificate", "registered_device")),
    Option("renewed", "延续", ("延续注册", "renewal")),
    Option("ended", "终止", ("注销", "terminated", "cancelled", "withdrawn", "撤回", "revoked")),
)
NOTICES = (
    Option("agreed", "同意", ("批准", "通过", "approved", "consent", "准予", "是", "yes", "agree")),
    Option("refused", "不同意", ("不批准", "不予批准", "refused", "rejected", "否", "denied")),
    Option("more_wanted", "补充资料", ("补正", "发补", "supplement", "more_data")),
)
RENEWALS = (
    Option("pending", "未决定", ("审查中", "在审", "undecided", "none_yet", "无决定", "待决定")),
    Option("approved", "准予延续", ("批准", "准予", "已批准", "granted", "同意", "延续")),
    Option("refused", "不予延续", ("不批准", "不准予", "rejected", "不予再注册", "不同意")),
)
WORK_STATES = (
    Option("not_started", "未启动", ("未开始", "未开展", "not started", "planned")),
    Option(
        "advancing", "推进", ("推进中", "进行中", "in_progress", "under_way", "ongoing", "正在推进")
    ),
    Option("lagging", "滞后", ("落后", "delayed", "late", "behind")),
    Option(
        "done",
        "完成",
        ("已完成", "办结", "completed", "complete", "finished", "完成(附证)", "完成附证"),
    ),
    Option("rechecked", "复核", ("已复核", "复核通过", "verified", "checked", "reviewed")),
)
PROOF_KINDS = (
    Option(
        "document",
        "印发文件",
        ("文件", "issued_document", "已印发文件", "policy", "公文", "issued document", "政策文件"),
    ),
    Option(
        "certificate",
        "证书编号",
        (
            "证书",
            "certificate_no",
            "证号",
            "certificate number",
            "certificate no",
            "注册证",
            "批件编号",
            "certificate no.",
        ),
    ),
    Option("contract", "合同", ("协议", "agreement", "签约合同")),
    Option("licence", "许可", ("许可证", "批件", "license", "permit", "备案", "执照")),
    Option(
        "report",
        "汇报材料",
        (
            "汇报",
            "总结",
            "报告",
            "情况说明",
            "report_sentence",
            "说明",
            "report sentence",
            "sentence",
            "工作总结",
            "statement",
        ),
    ),
    Option("other", "其他", ("照片", "photo", "新闻", "news")),
)
PARK_ROLES = (
    Option("core", "核心", ("1", "核心区", "core_area", "一核", "1 core")),
    Option(
        "pole", "增长极", ("N", "多点", "growth_pole", "pole_of_growth", "growth pole", "特色园")
    ),
)
PLATFORMS = (
    Option(
        "gcp",
        "GCP机构",
        (
            "GCP",
            "GCP 机构备案",
            "药物临床试验机构",
            "gcp_institution",
            "临床试验机构",
            "clinical_trial_institution",
            "GCP机构备案",
            "clinic",
        ),
    ),
    Option("cro", "CRO", ("合同研究组织",)),
    Option("cdmo", "CDMO", ("CMO", "合同研发生产组织", "CRO/CDMO")),
    Option(
        "imaging",
        "医学影像中心",
        ("影像中心", "imaging_centre", "imaging_center", "imaging centre"),
    ),
    Option("animal", "动物实验室", ("实验动物中心", "animal_lab", "animal lab", "动物实验中心")),
    Option("hospital", "医院", ("医疗机构", "本地医院", "local_hospital", "medical_institution")),
    Option("public", "公共平台", ("公共服务平台", "public_platform", "技术平台")),
    Option("other", "其他", ()),
)
DIRECTIONS = (
    Option("up", "越大越好", ("正向", "increase", "higher", "more", "上升", "增加", "max")),
    Option("down", "越小越好", ("逆向", "decrease", "lower", "less", "下降", "减少", "min")),
)
PAYMENT_RESULTS = (
    Option("paid", "已兑付", ("兑付", "已拨付", "已兑现", "拨付", "兑现", "已付", "done", "yes")),
    Option("pending", "未兑付", ("待兑付", "待拨付", "审核中", "unpaid", "waiting")),
    Option("refused", "不予兑付", ("不兑付", "未通过", "rejected", "条件不符")),
)
PAYMENT_PURPOSES = (
    Option("class_one", "一类新药奖补", ("一类新药", "新药奖补", "class_1", "new_drug")),
    Option("above_scale", "上规奖补", ("规上企业", "升规奖补", "上规入库")),
    Option("output", "产值奖补", ("产值", "稳增长", "growth")),
    Option("fund", "产业基金", ("基金", "引导基金", "fund_payment")),
    Option("other", "其他", ()),
)
