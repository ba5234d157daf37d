"""The choices of the fields, with every way they are written: words, short forms, codes."""

from __future__ import annotations

from yiding.rules.entries import Option

ITEM_KINDS = (
    Option("permit", "行政许可", ("许可", "administrative_permit", "administrative_license",
        "administrative_licence", "licence", "license", "permission", "licensing", "XK")),
    Option("penalty", "行政处罚", ("处罚", "administrative_penalty", "punishment", "CF",
        "administrative_punishment", "punish")),
    Option("coercion", "行政强制", ("强制", "administrative_coercion", "enforcement", "QZ",
        "administrative_enforcement", "compulsion")),
    Option("levy", "行政征收", ("征收", "administrative_levy", "collection", "ZS")),
    Option("payment", "行政给付", ("给付", "administrative_payment", "benefit", "grant", "JF")),
    Option("inspection", "行政检查", ("检查", "administrative_inspection", "JC", "check")),
    Option("confirmation", "行政确认", ("确认", "administrative_confirmation", "QR")),
    Option("reward", "行政奖励", ("奖励", "administrative_reward", "award", "JL")),
    Option("adjudication", "行政裁决", ("裁决", "administrative_adjudication", "ruling", "CJ")),
    Option("requisition", "行政征用", ("征用", "administrative_requisition", "ZY")),
    Option("filing", "行政备案", ("备案", "administrative_filing", "record_filing", "BA")),
    Option("service", "公共服务", ("public_service", "GG")),
    Option("other", "其他行政权力", ("其他", "其他权力", "其他权力事项", "other_power", "QT",
        "other_administrative_power")),
)  # fmt: skip
MODES = (
    Option("transfer", "划转", ("划入", "划转审批局", "整建制划转", "transferred", "moved",
        "move")),
    Option("entrust", "委托", ("委托实施", "委托办理", "entrusted", "commission", "commissioned",
        "entrustment", "delegation_by_commission")),
    Option("station", "进驻", ("进驻大厅", "进驻政务服务中心", "stationed", "settle", "settle_in",
        "move_in", "moved_in", "moving_in", "enter_center", "enter_hall")),
    Option("cancel", "取消", ("废止", "cancelled", "canceled", "abolish", "cancellation")),
    Option("devolve", "下放", ("下放实施", "devolved", "delegate", "delegated", "delegate_down",
        "decentralize", "decentralise", "devolution")),
    Option("recall", "收回", ("上收", "recalled", "take_back", "taken_back", "withdraw",
        "withdrawn", "retract")),
)  # fmt: skip
PROJECT_TYPES = (
    Option("immediate", "即办件", ("1", "即办", "当场办结", "immediate_item", "instant",
        "on_the_spot", "on_spot", "same_day")),
    Option("promised", "承诺件", ("2", "承诺", "限时办结", "promise", "commitment", "committed",
        "promise_item", "promised_item")),
)  # fmt: skip
DAY_TYPES = (
    Option("working", "工作日", ("个工作日", "working_day", "working_days", "work_day",
        "work_days", "workday", "workdays", "wd", "business_day", "business_days")),
    Option("calendar", "自然日", ("日历日", "日历天", "个自然日", "自然天", "calendar_day",
        "calendar_days", "natural_day", "natural_days", "natural", "cd")),
)  # fmt: skip
LEVELS = (
    Option("nation", "国家级", ("国家", "国级", "national", "state")),
    Option("province", "省级", ("省", "provincial")),
    Option("city", "市级", ("市", "设区市", "municipal", "3")),
    Option("county", "县级", ("县", "区", "区级", "县区级", "district")),
    Option("town", "乡级", ("镇", "乡镇", "街道", "乡镇级", "township")),
)
ITEM_STATES = (
    Option("in_use", "在用", ("有效", "正常", "in_force", "active", "启用", "normal", "valid")),
    Option("suspended", "暂停", ("停用", "suspend", "paused")),
    Option("cancelled", "取消", ("已取消", "废止", "canceled", "abolished", "cancel", "invalid")),
)
CODE_PROFILES = (
    Option("national", "国家平台", ("国家", "全国", "platform", "国家政务服务平台", "GB/T 39554.1",
        "national_platform", "national, in use", "GB/T 39554.1-2020")),
    Option("second", "另一体系", ("second_profile", "another", "另一编码体系")),
    Option("sichuan", "四川", ("四川省", "四川政务服务网", "sichuan_portal")),
    Option("guizhou", "贵州", ("贵州省", "DB52/T 1264-2018", "DB52/T 1264", "DB52/T1264")),
    Option("hubei", "湖北", ("湖北省",)),
    Option("jilin", "吉林", ("吉林省", "DB22/T 2848-2017", "DB22/T 2848")),
)  # fmt: skip
TRANSFER_STATES = (
    Option("planned", "拟划转", ("拟", "计划", "proposed", "draft")),
    Option("confirmed", "部门确认", ("部门已确认", "department_confirmed")),
    Option("reviewed", "合法性审核", ("合法性已审核", "legal_review", "legality_reviewed")),
    Option("decided", "市委编办/常务会议", ("常务会议", "市委编办", "编办审定", "常务会议审定",
        "市委编办", "已决定", "executive_meeting")),
    Option("approved", "省批准", ("省批准(许可)", "省政府批准", "provincial_approval",
        "省级批准", "省批准（许可）")),
    Option("announced", "公告", ("已公告", "announcement", "published")),
    Option("handing_over", "交接中", ("交接", "handover", "in_handover", "handing over")),
    Option("running", "已划转运行", ("运行", "已划转", "已运行", "transferred", "in_operation",
        "operating", "transferred_and_running", "完成", "done")),
    Option("assessed", "评估", ("已评估", "evaluated", "evaluation", "assessment")),
    Option("adjusted", "调整", ("已调整", "adjustment")),
    Option("recalled", "收回", ("已收回", "recall", "taken_back", "withdrawn")),
)  # fmt: skip
CASE_STATES = (
    Option("received", "收件", ("已收件",)),
    Option("correcting", "补正", ("补正中", "待补正", "correction")),
    Option("accepted", "受理", ("已受理",)),
    Option("examining", "审查", ("审查中", "在办", "办理中", "reviewing", "examination")),
    Option("paused", "暂停", ("特别程序", "暂停中", "suspended", "挂起")),
    Option("decided", "决定", ("已决定", "已办结", "办结", "decision")),
    Option("delivered", "送达", ("已送达", "delivery")),
    Option("archived", "归档", ("已归档", "archive")),
    Option("returned", "退件", ("已退件", "退回", "rejected", "return")),
)
RESULTS = (
    Option("granted", "准予", ("准予许可", "同意", "通过", "批准", "许可", "yes", "approved",
        "approve", "permit", "positive", "是", "granted_permit", "grant", "allowed", "true",
        "passed", "准予行政许可", "予以许可")),
    Option("refused", "不予", ("不予许可", "不同意", "驳回", "不批准", "no", "denied", "refuse",
        "rejected", "negative", "否", "不予行政许可", "false", "disapproved", "refusal")),
    Option("not_accepted", "不予受理", ("不受理", "退件", "退回", "returned", "unaccepted")),
    Option("withdrawn", "撤回", ("终止", "撤销申请", "申请人撤回", "terminated", "withdraw")),
)  # fmt: skip
HANDLINGS = (
    Option("plain", "一般", ("普通", "一般办理", "ordinary", "normal", "普通许可", "plain_permit",
        "单独办理", "general", "single", "plain permit", "common")),
    Option("joint", "联合办理", ("统一办理", "集中办理", "联合", "统一", "集中", "并联审批", "并联",
        "统一、联合、集中办理", "统一/联合/集中办理", "joint_handling", "unified", "centralized",
        "centralised", "concentrated", "parallel", "combined", "unified_handling",
        "centralized_handling", "joint handling")),
    Option("first_review", "下级初审", ("初审", "下级审查", "逐级审查", "下级先行审查",
        "lower_level_review", "lower_level_first_review", "lower_review", "preliminary_review",
        "first review", "lower level first review")),
)  # fmt: skip
PAUSES = (
    Option("hearing", "听证", ("听证会", "听证程序")),
    Option("tender", "招标", ("招投标", "bidding", "tendering", "invitation_to_bid")),
    Option("auction", "拍卖", ("拍卖会",)),
    Option("inspection", "检验", ("inspect", "检验程序")),
    Option("testing", "检测", ("test", "检测程序")),
    Option("quarantine", "检疫", ("检疫程序",)),
    Option("appraisal", "鉴定", ("identification", "authentication", "技术鉴定", "expertise")),
    Option("expert_review", "专家评审", ("评审", "专家评审会", "expert", "专家论证评审",
        "expert_evaluation", "expert_assessment", "expert review")),
    Option("correction", "补正", ("补充材料", "补件", "补交材料", "补正材料", "再补材料",
        "more_papers", "more_documents", "one_more_paper", "supplement", "extra_paper",
        "additional_material", "additional_documents", "correction_after_acceptance", "补材料",
        "受理后补正")),
    Option("site_visit", "现场踏勘", ("踏勘", "现场勘查", "现场勘验", "现场核查", "site_survey",
        "site_inspection", "on_site_survey", "on_site_visit", "survey")),
    Option("other", "其他", ("其他情形",)),
)  # fmt: skip
DIRECTIONS = (
    Option("to_supervision", "审批→监管", ("审批到监管", "审批推监管", "审批->监管", "审批-监管",
        "审批至监管", "审批—监管", "审批结果推送", "approval_to_supervision",
        "approval→supervision", "approval->supervision", "approval to supervision", "out",
        "outgoing", "审批推送监管")),
    Option("to_approval", "监管→审批", ("监管到审批", "监管推审批", "监管->审批", "监管-审批",
        "监管至审批", "监管—审批", "监管结果反馈", "supervision_to_approval",
        "supervision→approval", "supervision->approval", "supervision to approval", "back",
        "feedback", "incoming", "监管推送审批")),
)  # fmt: skip
PUSH_PROFILES = (
    Option("at_once", "同步", ("同步推送", "simultaneous", "sync", "same_time", "same_day",
        "synchronous", "jincheng", "晋城", "同时", "immediate")),
    Option("two_days", "两个工作日", ("2个工作日", "二个工作日", "2工作日", "2_wd", "2wd", "2 wd",
        "two_working_days", "within_two_days", "xiangyang", "襄阳", "2_working_days",
        "2 working days")),
)  # fmt: skip
RATINGS = (
    Option("very_good", "非常满意", ("5", "五星")),
    Option("good", "满意", ("4", "四星", "satisfied")),
    Option("fair", "基本满意", ("3", "三星", "一般")),
    Option("bad", "不满意", ("2", "两星", "二星", "差评", "dissatisfied", "差")),
    Option("very_bad", "非常不满意", ("1", "一星", "很差")),
)
MATERIAL_SOURCES = (
    Option("applicant", "申请人自备", ("申请人", "自备")),
    Option("issued", "政府部门核发", ("部门核发", "核发", "government")),
    Option("other", "其他", ("中介",)),
)
SUPERLATIVES = (
    Option("fewest_steps", "审批环节最少", ("环节最少", "最少")),
    Option("fastest", "工作效率最快", ("效率最快", "最快")),
    Option("best_service", "综合服务最优", ("服务最优", "最优")),
    Option("most_satisfied", "群众满意度最高", ("满意度最高", "最高")),
)
