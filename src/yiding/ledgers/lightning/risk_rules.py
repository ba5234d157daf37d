"""Rules of risk assessments 雷击风险评估: areas, numbers, R1, and what may be tolerated."""

from __future__ import annotations

from datetime import date

from yiding.ledgers.lightning.risk import (
    AREA_PLACES,
    EVENT_PLACES,
    RISK_PLACES,
    risk_of_life,
    structure_area,
    structure_strikes,
)
from yiding.ledgers.lightning.strikes import told
from yiding.rules import (
    Amounts,
    Answer,
    Entry,
    Fields,
    Reason,
    Term,
    Values,
    choose,
    compute,
    known,
    rule,
)
from yiding.rules.answers import undetermined

ASSESSED = ("risk", "structure")
COMPONENTS, TOLERABLE = "gbt-21714-2-2015:components", "gbt-21714-2-2015:tolerable"


def _is_assessed(risk: Fields) -> Term:
    return told(risk.is_risk_assessed)


def _is_whole(risk: Fields) -> Term:
    """Whether RA, RB, RU and RV are all: no explosion, no life that hangs on internal systems."""
    return ~(told(risk.has_explosion_risk) | told(risk.endangers_life))


@rule(cites=COMPONENTS, kind=ASSESSED, english="Collection area AD")
def risk_area(risk: Fields, values: Values) -> Term:
    """建筑物截收面积 AD。"""
    return compute(structure_area(risk, values), "m²", places=AREA_PLACES).where(_is_assessed(risk))


@rule(cites=COMPONENTS, kind=ASSESSED, english="Dangerous events ND a year")
def risk_events(risk: Fields, values: Values) -> Term:
    """年平均危险事件次数 ND。"""
    return compute(structure_strikes(risk, values), "次/a", places=EVENT_PLACES).where(
        _is_assessed(risk)
    )


@rule(cites=COMPONENTS, kind=ASSESSED, english="Risk R1 of loss of life")
def risk_r1(risk: Fields, values: Values) -> Term:
    """人身伤亡风险 R1。"""
    figure = risk_of_life(risk, values)
    label = choose((figure > values.tolerable_risk["r1"], "须采取防护措施"), otherwise="可以承受")
    return compute(figure, label=label, places=RISK_PLACES).where(
        _is_assessed(risk) & _is_whole(risk) & ~known(risk.r1)
    )


@rule(
    cites=COMPONENTS,
    kind=ASSESSED,
    sequence=True,
    english="Where explosion or life hangs on internal systems, four more components count",
)
def further_components(risk: Entry, _: Amounts, __: date) -> Answer | None:
    """有爆炸危险或者内部系统失效危及生命的，另计四个分量。"""
    if risk.r1 is not None or not (risk.has_explosion_risk or risk.endangers_life):
        return None
    note = "还要计入RC、RM、RW、RZ，请由评估单位给出R1"
    return undetermined(
        Reason.JUDGEMENT, ("r1",), note=note, note_en="RC, RM, RW and RZ count too: state R1"
    )


@rule(cites=TOLERABLE, kind=ASSESSED, english="R1 may be tolerated")
def risk_of_life_tolerable(risk: Fields, values: Values) -> Term:
    """人身伤亡风险不超过可承受风险。"""
    return (risk.r1 <= values.tolerable_risk["r1"]).where(known(risk.r1))


@rule(cites=TOLERABLE, kind=ASSESSED, english="R2 may be tolerated")
def risk_of_service_tolerable(risk: Fields, values: Values) -> Term:
    """公众服务风险不超过可承受风险。"""
    return (risk.r2 <= values.tolerable_risk["r2"]).where(known(risk.r2))


@rule(cites=TOLERABLE, kind=ASSESSED, english="R3 may be tolerated")
def risk_of_heritage_tolerable(risk: Fields, values: Values) -> Term:
    """文化遗产风险不超过可承受风险。"""
    return (risk.r3 <= values.tolerable_risk["r3"]).where(known(risk.r3))
