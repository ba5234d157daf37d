"""What is measured in the water: name, Chinese term, unit, code, other ways it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yiding.rules.entries import Field, Option, Type


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor 监测因子, kept in one unit; `code` is that of HJ 212-2017 Annex B or of its use."""

    name: str
    term: str
    unit: str | None = "mg/L"
    code: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def option(self) -> Option:
        """As one of a list to choose from."""
        return Option(self.name, self.term, self._others)

    @property
    def field(self) -> Field:
        """As a column of its own."""
        return Field(self.name, self.term, Type.MEASURED, self.unit, self._others)

    @property
    def _others(self) -> tuple[str, ...]:
        return (self.code, *self.aliases) if self.code else self.aliases


OXYGEN, NITROGEN, PHOSPHORUS = "dissolved_oxygen", "total_nitrogen", "total_phosphorus"
CHLOROPHYLL, TRANSPARENCY, PERMANGANATE = "chlorophyll_a", "transparency", "permanganate_index"
DENSITY, AMMONIA, PH = "algal_density", "ammonia_nitrogen", "ph"

BASIC = (
    Factor("water_temperature", "水温", "℃", "w01010", ("temperature", "temp", "温度", "wt")),
    Factor(PH, "pH", None, "w01001", ("pH值", "酸碱度", "ph_value")),
    Factor(OXYGEN, "溶解氧", code="w01009", aliases=("do", "oxygen", "溶氧")),
    Factor(PERMANGANATE, "高锰酸盐指数", code="w01019", aliases=("codmn", "imn", "permanganate")),
    Factor("cod", "化学需氧量", code="w01018", aliases=("codcr", "chemical_oxygen_demand")),
    Factor("bod5", "五日生化需氧量", code="w01017", aliases=("bod", "生化需氧量")),
    Factor(
        AMMONIA,
        "氨氮",
        code="w21003",
        aliases=("nh3-n", "nh3n", "nh4-n", "nh4n", "ammonia", "nh3", "氨氮(NH3-N)"),
    ),
    Factor(PHOSPHORUS, "总磷", code="w21011", aliases=("tp", "total_p", "phosphorus")),
    Factor(NITROGEN, "总氮", code="w21001", aliases=("tn", "total_n", "nitrogen")),
    Factor("copper", "铜", aliases=("cu",)),
    Factor("zinc", "锌", aliases=("zn",)),
    Factor("fluoride", "氟化物", aliases=("f",)),
    Factor("selenium", "硒", aliases=("se",)),
    Factor("arsenic", "砷", aliases=("as",)),
    Factor("mercury", "汞", aliases=("hg",)),
    Factor("cadmium", "镉", aliases=("cd",)),
    Factor(
        "chromium_vi",
        "六价铬",
        aliases=("cr6", "cr6+", "cr_vi", "hexavalent_chromium", "铬(六价)", "chromium"),
    ),
    Factor("lead", "铅", aliases=("pb",)),
    Factor("cyanide", "氰化物", aliases=("cn",)),
    Factor("volatile_phenol", "挥发酚", aliases=("volatile_phenols", "phenol", "phenols")),
    Factor("petroleum", "石油类", aliases=("oil", "petroleum_oil", "petroleums")),
    Factor(
        "anionic_surfactant",
        "阴离子表面活性剂",
        aliases=("las", "anionic_surfactants", "surfactant"),
    ),
    Factor("sulfide", "硫化物", aliases=("sulphide", "s2-")),
    Factor(
        "fecal_coliform",
        "粪大肠菌群",
        "个/L",
        "w02003",
        ("faecal_coliform", "fecal_coliforms", "faecal_coliforms", "粪大肠菌群数"),
    ),
)
"""The 24 items of GB 3838-2002 table 1."""

SOURCE = (
    Factor("sulfate", "硫酸盐", aliases=("so4", "sulphate", "so42-")),
    Factor("chloride", "氯化物", aliases=("cl", "cl-")),
    Factor("nitrate", "硝酸盐", aliases=("no3-n", "no3n", "nitrate_nitrogen", "硝酸盐氮", "no3")),
    Factor("iron", "铁", aliases=("fe",)),
    Factor("manganese", "锰"),
    Factor(
        "microcystin_lr",
        "微囊藻毒素-LR",
        code="w99004",
        aliases=("mc-lr", "mclr", "microcystin", "microcystin-lr", "微囊藻毒素"),
    ),
)
"""What a drinking-water source is rated on besides: table 2, and of table 3 the algal toxin."""

OTHER = (
    Factor(
        CHLOROPHYLL,
        "叶绿素a",
        "mg/m³",
        "w01016",
        ("chl", "chl-a", "chla", "chlorophyll", "chlorophyll-a", "叶绿素"),
    ),
    Factor(
        TRANSPARENCY, "透明度", "m", "w01004", ("sd", "secchi", "secchi_depth", "secchi_disk_depth")
    ),
    Factor(
        DENSITY,
        "藻密度",
        "个/L",
        "w19011",
        (
            "density",
            "algae_density",
            "algal_cell_density",
            "cell_density",
            "藻类密度",
            "藻细胞密度",
            "蓝藻密度",
            "藻类细胞密度",
        ),
    ),
    Factor("turbidity", "浊度", "NTU", "w01003", ("浑浊度", "turb")),
    Factor("conductivity", "电导率", "μS/cm", "w01014", ("ec",)),
)
"""What is measured beside them and has no class."""

FACTORS = (*BASIC, *SOURCE, *OTHER)
BY_NAME: Mapping[str, Factor] = {one.name: one for one in FACTORS}
BY_CODE: Mapping[str, Factor] = {one.code: one for one in FACTORS if one.code}
