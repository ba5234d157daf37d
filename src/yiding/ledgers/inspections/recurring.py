"""The fields of what runs out and returns: permits, drills, standardisation, risk reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yiding.ledgers.inspections.choices import (
    DRILL_UNITS,
    GRANTERS,
    RISK_LEVELS,
    RISK_REPORTS,
    STANDARD_LEVELS,
    TRADES,
)
from yiding.rules.entries import Field, Type
from yiding.rules.parsing import tidy

OWN_NAMES = ("安全生产", "safety")
"""What the permit of the 安全生产许可证条例 is called."""
PERMIT_FIELDS = (
    Field("permit_trade", "许可行业", Type.CHOICE, aliases=("trade", "行业", "industry",
        "sector", "企业类型"), options=TRADES, is_open=True),
    Field("permit_name", "许可证名称", aliases=("permit_type", "permit_kind", "许可证种类",
        "证件名称", "licence_type", "license_type")),
    Field("issued_on", "发证日期", Type.DATE, aliases=("issued_at", "valid_from", "starts_on",
        "有效期自", "issue_date", "issued", "valid_since", "granted_on")),
    Field("expires_on", "有效期至", Type.DATE, aliases=(
        "valid_to", "to", "until", "有效期", "有效期止", "expiration_date", "expiry", "expires",
        "expires_at", "permit_to", "permit_expires", "permit_expires_at", "到期日期", "ends_on",
        "permit_expires_on", "valid_until", "expiry_date", "许可证有效期至",
    )),
    Field("extension_asked_on", "申请延期日期", Type.DATE, aliases=(
        "asked_on", "extension_asked", "applied_on", "extension_applied_on", "延期申请日期",
        "extension_requested_on", "extension_asked_at", "application_date", "applied",
        "extension_applied_at", "extension_requested_at", "extension_requested",
        "extension_applied", "renewal_applied_on", "applied_at", "asked_at",
    )),
    Field("extended_to", "延期至", Type.DATE, aliases=("renewed_to", "extended_until")),
    Field("is_producing", "仍在生产", Type.FLAG, aliases=("producing", "in_production")),
)  # fmt: skip
DRILL_FIELDS = (
    Field("unit_type", "单位类型", Type.CHOICE, aliases=(
        "drill_unit", "unit_kind", "body_type", "类别", "category", "单位类别", "kind_of_unit",
        "organization", "organisation", "organization_type", "industry", "sector", "行业",
    ), options=DRILL_UNITS, is_open=True),
    Field("last_drill_on", "最近演练日期", Type.DATE, aliases=(
        "last_drill", "date", "last_drilled_on", "last_drill_date", "last_drill_at", "held_on",
        "演练日期", "上次演练日期", "drilled_on", "last",
    )),
    Field("drills", "演练日期列表", Type.DATES, aliases=("drill_dates", "演练")),
    Field("drill_duty_from", "应演练起始日期", Type.DATE, aliases=("opened_on", "duty_from",
        "开业日期")),
)  # fmt: skip
STANDARD_FIELDS = (
    Field("standard_level", "标准化等级", Type.CHOICE, aliases=("level", "等级",
        "standardisation_level", "standardization_level"), options=STANDARD_LEVELS),
    Field("granted_by", "定级部门", Type.CHOICE, aliases=("grantor", "issuer", "graded_by",
        "定级机关"), options=GRANTERS, is_open=True),
    Field("granted_on", "定级日期", Type.DATE, aliases=("graded_on", "公告日期", "certified_on",
        "standard_granted_on", "granted_at", "issued", "issued_on", "granted", "graded_at",
        "valid_from", "certified_at", "发证日期")),
    Field("standard_ends_on", "有效期至", Type.DATE, aliases=("expires", "expires_on", "valid_to",
        "valid_until", "expiry", "有效期")),
    Field("score", "评审得分", Type.NUMBER, None, ("得分",)),
)  # fmt: skip
RISK_FIELDS = (
    Field("risk_level", "风险等级", Type.CHOICE, aliases=("level", "等级", "风险级别"),
        options=RISK_LEVELS),
    Field("report_type", "报告类型", Type.CHOICE, aliases=("type", "类型", "kind"),
        options=RISK_REPORTS, is_open=True),
    Field("report_year", "报告年度", Type.INTEGER, aliases=("year", "年度")),
    Field("is_special", "特别关注行业", Type.FLAG, aliases=("special", "special_sector",
        "special_concern", "重点关注行业", "is_special_sector")),
    Field("completed_on", "竣工验收日期", Type.DATE, aliases=("acceptance_on",
        "completion_accepted_on", "accepted_on", "completion_acceptance_on",
        "completion_acceptance", "accepted", "completion_on", "accepted_at", "acceptance_date",
        "completed_at", "completed")),
    Field("trial_from", "试生产日期", Type.DATE, aliases=("trial_on", "trial_production_on")),
    Field("changed_on", "变化日期", Type.DATE, aliases=("change_on",)),
    Field("identified_on", "全面辨识日期", Type.DATE, aliases=(
        "last_identified_on", "full_identification_on", "辨识日期", "identification_on",
    )),
    Field("risk_reported", "已报告", aliases=("reported", "is_reported")),
    Field("reported_on", "报告日期", Type.DATE, aliases=("reported_at", "report_on", "报送日期",
        "date")),
)  # fmt: skip


def complete_permit(values: Mapping[str, Any]) -> dict[str, Any]:
    """The trade out of the permit's name; a permit of another law is of no trade of these."""
    name = values.get("permit_name")
    if name is None or "permit_trade" in values:
        return {}
    trade = _trade_named(tidy(name))
    if trade is None and any(word in tidy(name) for word in OWN_NAMES):
        return {}
    return {"permit_trade": trade or "other"}


def _trade_named(name: str) -> str | None:
    words = {tidy(word): one.name for one in TRADES for word in (one.name, one.term, *one.aliases)}
    return words.get(name)
