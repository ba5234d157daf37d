"""What is developed and sold 产品管线: drugs 药品, devices 医疗器械, their numbers and days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from yiding.ledgers.biomedicine.choices import (
    DRUG_KINDS,
    NOTICES,
    PRODUCT_TYPES,
    RENEWALS,
    STAGES,
)
from yiding.ledgers.biomedicine.firm_kinds import COMPANY, DISTRICT, PARK_NAME
from yiding.ledgers.biomedicine.settling import complete_product, odd_numbers
from yiding.ledgers.biomedicine.unfolding import (
    drug_or_device,
    stage_day,
    type_shown,
    unfold_device,
    unfold_drug,
    unfold_product,
    unfold_trial,
)
from yiding.rules.entries import Field, Kind, Type
from yiding.rules.parsing import by_any_name, find_field

Unfold = Callable[[Mapping[str, Any]], Mapping[str, Any]]

NUMBERS = (
    Field("approval_no", "批准文号", aliases=("药品批准文号", "drug_approval_no", "approval_number",
        "国药准字", "drug_approval_number", "drug_licence_no", "drug_no", "nmpa_approval_no",
        "进口药品注册证号", "医药产品注册证号", "新药证书号",
        "进口药品注册证", "医药产品注册证", "新药证书")),
    Field("certificate_no", "注册证号", aliases=("注册证编号", "医疗器械注册证号", "医疗器械注册证",
        "device_certificate_no", "registration_no", "registration_certificate_no",
        "device_registration_no", "certificate_number", "cert_no", "registration_number",
        "device_certificate", "注册证", "医疗器械注册证编号", "certificate",
        "device_certificate_number", "registration_certificate")),
    Field("filing_no", "备案号", aliases=("备案编号", "一类备案号", "device_filing_no",
        "filing_number", "class_1_filing_no", "一类备案", "医疗器械备案号", "class_i_filing_no")),
    Field("acceptance_no", "受理号", aliases=("acceptance_number", "application_no",
        "药品受理号", "cde_acceptance_no", "application_number", "受理编号")),
    Field("ctr_no", "登记号", aliases=("CTR", "临床试验登记号", "临床试验号", "trial_no",
        "trial_registration_no", "ctr_number", "CTR登记号", "trial_number",
        "clinical_trial_no", "CTR号")),
    Field("udi", "UDI", aliases=("唯一标识", "医疗器械唯一标识", "GTIN", "udi_di",
        "最小销售单元产品标识", "产品标识", "udi_code")),
    Field("ids", "其他编号", Type.LIST, aliases=("identifiers", "identifier", "approvals",
        "approval_nos", "编号列表", "号码", "numbers", "number", "标识", "id_no",
        "text", "value", "no", "编号文本", "raw")),
)  # fmt: skip
"""The identifiers of a product."""
TRIAL = (
    Field("accepted_on", "临床申请受理日", Type.DATE, aliases=("ind_accepted_on", "IND受理",
        "ind_accepted", "trial_accepted_on", "受理日期", "ind_acceptance_date", "受理日",
        "accepted", "acceptance_on", "IND受理日期", "acceptance_date", "application_accepted_on",
        "trial_application_accepted_on", "trial_application_accepted", "trial_accepted",
        "application_accepted", "accepted_date", "ind_on", "ind")),
    Field("notice_on", "通知日期", Type.DATE, aliases=("notified_on", "notice_date", "通知日",
        "decision_on", "notice", "decided_on", "ind_notice_on", "ind_notice", "ind_decided_on")),
    Field("notice_result", "通知结果", Type.CHOICE, aliases=("decision", "审批结论", "结论",
        "trial_decision", "ind_decision", "result", "notice_decision", "ind_result"),
        options=NOTICES, is_open=True),
    Field("trial_approved_on", "临床获准日", Type.DATE, aliases=("trial_approved", "临床批准日期",
        "ind_approved_on", "ind_approved", "默示许可日期", "trial_approval_on", "获准日期",
        "trial_licence_on", "trial_approval_date", "trial_licensed_on", "consented_on",
        "trial_permitted_on", "implied_licence_on", "临床获批日期")),
    Field("first_consent_on", "首例知情同意日", Type.DATE, aliases=("first_icf_on", "first_icf",
        "icf_on", "首例签署日期", "first_consent", "first_icf_signed_on", "icf_signed_on",
        "first_icf_signed",
        "first_informed_consent_on", "首例受试者签署知情同意书日期", "first_subject_consent_on",
        "first_signed_icf", "首例知情同意日期")),
    Field("is_high_risk", "较高风险", Type.FLAG, aliases=("high_risk", "需审批临床",
        "needs_trial_approval", "高风险", "is_on_high_risk_list")),
)  # fmt: skip
"""The clinical trial."""
TERM = (
    Field("issued_on", "发证日期", Type.DATE, aliases=("issued", "批准日期", "issue_date",
        "certificate_issued_on", "发证日", "valid_from", "有效期自")),
    Field("expires_on", "有效期至", Type.DATE, aliases=("expiry", "valid_to", "到期日期", "有效期",
        "expires", "expiry_on", "expiry_date", "valid_until", "有效期止", "到期日",
        "certificate_expires_on", "expiration_date", "approval_expires_on", "approval_expiry",
        "certificate_expiry", "有效期届满", "届满日期")),
    Field("renewal_filed_on", "延续申请日", Type.DATE, aliases=("renewal_filed", "延续申请日期",
        "renewal_applied_on", "再注册申请日期", "renewal_filing_on", "renewal_application_on",
        "reregistration_filed_on", "re_registration_filed_on", "filed_on", "filing_date",
        "renewal_filing_date", "renewal_date", "再注册申请日", "re_registered_filed_on",
        "re_registration_applied_on", "reregistration_filed", "re_registration_filed",
        "renewal_applied", "延续申请", "再注册申请", "延续注册申请日期")),
    Field("renewal_result", "延续结果", Type.CHOICE, aliases=("renewal_decision", "延续决定",
        "renewal_status", "再注册结果"), options=RENEWALS, is_open=True),
    Field("renewal_approved_on", "延续批准日", Type.DATE, aliases=("renewal_approved",
        "renewal_decided_on", "延续批准日期", "renewed_on", "renewal_decision_on",
        "renewal_approval_on", "renewal_approval_date", "再注册批准日")),
)  # fmt: skip
"""How long the approval is good."""
STAGE_DAYS = (
    Field("registered_on", "CTR登记日", Type.DATE, aliases=("ctr_on", "ctr_registered_on",
        "登记日期")),
    Field("phase1_on", "I期开始日", Type.DATE, aliases=("phase_1_on", "phase_i_on", "I期")),
    Field("phase2_on", "II期开始日", Type.DATE, aliases=("phase_2_on", "phase_ii_on", "II期")),
    Field("phase3_on", "III期开始日", Type.DATE, aliases=("phase_3_on", "phase_iii_on", "III期")),
    Field("nda_on", "上市申请受理日", Type.DATE, aliases=("nda_accepted_on", "nda_accepted", "nda",
        "NDA受理日期", "bla_on")),
    Field("approved_on", "批准上市日", Type.DATE, aliases=("approved", "approval_on", "获批日期",
        "approval_date", "marketing_approved_on", "nda_approved_on", "上市批准日期")),
    Field("marketed_on", "上市销售日", Type.DATE, aliases=("launched_on", "launch_date",
        "商业化日期")),
    Field("innovation_on", "创新审查日", Type.DATE, aliases=("innovation_review_on",
        "创新通道日期")),
    Field("tested_on", "检验日", Type.DATE, aliases=("testing_on", "检验日期")),
    Field("clinical_on", "临床试验开始日", Type.DATE, aliases=("trial_on", "clinical_trial_on",
        "临床日期")),
    Field("registration_accepted_on", "注册受理日", Type.DATE, aliases=("registration_on",
        "注册受理日期")),
    Field("ended_on", "终止日", Type.DATE, aliases=("terminated_on", "cancelled_on", "注销日期",
        "终止日期")),
)  # fmt: skip
"""The day of each stage."""
FIELDS = (
    Field("name", "产品名称", aliases=("product", "药品名称", "通用名", "product_name", "title",
        "generic_name", "drug_name", "device_name", "drug", "device", "名称", "药物名称",
        "器械名称", "医疗器械名称")),
    Field("type", "产品类型", Type.CHOICE, aliases=("product_type", "kind", "药品/器械",
        "drug/device", "drug_or_device", "品种", "类型"), options=PRODUCT_TYPES, is_open=True),
    COMPANY,
    PARK_NAME,
    DISTRICT,
    Field("drug_kind", "药品类别", Type.CHOICE, aliases=("category", "drug_type", "药品种类",
        "类别", "drug_category", "drug_class_kind"), options=DRUG_KINDS, is_open=True),
    Field("product_class", "分类", aliases=("class", "注册分类", "管理类别",
        "registration_class", "device_class", "drug_class", "class_", "管理分类")),
    Field("stage", "阶段", Type.CHOICE, aliases=("state", "status", "研发阶段", "当前阶段"),
        options=STAGES, is_open=True),
    *NUMBERS,
    *TRIAL,
    *TERM,
    *STAGE_DAYS,
    Field("is_innovative", "创新器械", Type.FLAG, aliases=("innovative", "创新", "是否创新",
        "is_innovative_device", "innovative_device")),
    Field("indication", "适应症", aliases=("indications",)),
    Field("protocol_no", "方案编号", aliases=("protocol",)),
    Field("ethics_committee", "伦理委员会", aliases=("ethics",)),
    Field("investigator", "主要研究者", aliases=("principal_investigator", "pi")),
    Field("institutions", "参加机构", Type.LIST, aliases=("sites", "trial_sites")),
    Field("trial_status", "试验状态", aliases=("trial_state",)),
    Field("note", "备注", aliases=("remark", "remarks")),
)  # fmt: skip


_NO_FIELD = (None, None)


def _with_strays(unfold: Unfold) -> Unfold:
    """Under a name that is no field's, numbers are other numbers and a stage is its day."""

    def unfolded(given: Mapping[str, Any]) -> Mapping[str, Any]:
        plain, known = unfold(given), by_any_name(FIELDS)
        strays = [name for name in plain if find_field(known, name) == _NO_FIELD]
        plain = {(name in strays and stage_day(name)) or name: plain[name] for name in plain}
        numbers = [
            one for one in strays if one in plain and type_shown(map(str, _each(plain[one])))
        ]
        if not numbers:
            return plain
        rest = {name: one for name, one in plain.items() if name not in numbers}
        return {**rest, "ids": [one for name in numbers for one in _each(plain[name])]}

    return unfolded


def _each(told: Any) -> list[Any]:
    return told if isinstance(told, list) else [told]


DRUG = Kind(
    name="drug",
    term="药品",
    aliases=("medicine", "drug_approval", "药物", "新药", "drugs", "ind",
        "药品管线"),
        fields=FIELDS,
    complete=complete_product,
    odd=odd_numbers,
    unfold=_with_strays(unfold_drug),
    recast=drug_or_device,
)  # fmt: skip
DEVICE = Kind(
    name="device",
    term="医疗器械",
    aliases=("medical_device", "device_certificate", "器械", "医疗器械注册证", "devices",
        "device_trial", "certificate"),
        fields=FIELDS,
    complete=complete_product,
    odd=odd_numbers,
    unfold=_with_strays(unfold_device),
    recast=drug_or_device,
)  # fmt: skip
PRODUCT = Kind(
    name="product",
    term="产品",
    aliases=(
        "pipeline",
        "product_pipeline",
        "产品管线",
        "identifier",
        "标识",
        "编号",
        "identifiers",
        "pipeline_product",
        "管线",
        "registration",
        "approval",
        "licence",
        "application",
    ),
    fields=FIELDS,
    complete=complete_product,
    odd=odd_numbers,
    unfold=_with_strays(unfold_product),
    recast=drug_or_device,
)
TRIAL_KIND = Kind(
    name="trial",
    term="临床试验",
    aliases=("clinical_trial", "drug_trial", "trial_licence", "临床试验许可", "trials"),
    fields=FIELDS,
    complete=complete_product,
    odd=odd_numbers,
    unfold=_with_strays(unfold_trial),
    recast=drug_or_device,
)
