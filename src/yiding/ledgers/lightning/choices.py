"""The choices of the fields, with every way they are written: words, short forms, codes."""

from __future__ import annotations

from yiding.rules.entries import Option

CATEGORIES = (
    Option("building", "房屋建筑", ("房建", "建筑工程", "housing", "residential_building",
        "building_works", "civil_building", "住宅", "办公楼", "房屋", "housing_construction")),
    Option("municipal", "市政基础设施", ("市政", "市政工程", "municipal_infrastructure",
        "municipal_works", "infrastructure")),
    Option("oil_depot", "油库", ("oil", "petrol_depot", "oil_storage", "加油站", "petrol_station",
        "fuel_depot", "gas_station", "fuel_station")),
    Option("gas_depot", "气库", ("gas", "gas_storage", "加气站", "燃气站", "储气站")),
    Option("ammunition_depot", "弹药库", ("ammunition", "ammunition_store", "explosives_store",
        "民爆仓库", "炸药库")),
    Option("chemical_warehouse", "化学品仓库", ("chemicals", "chemical_store",
        "chemicals_warehouse", "危险化学品仓库", "危化品仓库", "化工", "chemical_storage")),
    Option("fireworks", "烟花爆竹", ("firecrackers", "烟花爆竹仓库", "fireworks_store")),
    Option("petrochemical", "石化", ("petrochemicals", "石油化工", "石化企业")),
    Option("hazardous", "易燃易爆场所", ("易燃易爆", "explosive", "flammable", "inflammable",
        "explosive_place", "flammable_explosive", "hazardous_place", "易燃易爆危险品场所")),
    Option("mine", "矿区", ("mining", "矿山", "mining_area", "mines")),
    Option("scenic", "旅游景点", ("景区", "旅游景区", "scenic_spot", "scenic_area", "tourist_site",
        "tourist_spot")),
    Option("standalone", "需单独安装防雷装置的场所", ("单独安装", "separate_installation",
        "stand_alone", "投入使用的建筑物设施", "独立安装")),
    Option("special_project", "需特殊论证的大型项目", ("大型项目", "large_project",
        "special_demonstration", "特殊论证")),
    Option("highway", "公路", ("road", "roads", "highways")),
    Option("waterway", "水路", ("港口", "port", "waterways", "shipping")),
    Option("railway", "铁路", ("rail", "railways")),
    Option("aviation", "民航", ("civil_aviation", "机场", "airport")),
    Option("water_works", "水利", ("water_conservancy", "hydraulic", "water")),
    Option("power", "电力", ("electric_power", "变电站", "electricity", "substation")),
    Option("nuclear", "核电", ("nuclear_power",)),
    Option("telecom", "通信", ("telecommunications", "communications", "通信基站",
        "communication", "telecoms")),
    Option("other", "其他", ("一般", "ordinary", "others")),
)  # fmt: skip
AUTHORITIES = (
    Option("housing", "住房城乡建设主管部门", ("住建", "住建局", "住建部门", "市住建局",
        "housing_department", "construction", "住房城乡建设", "housing_authority",
        "housing_and_construction", "MOHURD")),
    Option("meteorology", "气象主管机构", ("气象", "气象局", "市气象局", "气象部门", "CMA",
        "meteorological", "meteorological_bureau", "meteorological_authority", "县气象局",
        "meteorology_department", "cma_body")),
    Option("line", "专业部门", ("行业主管部门", "line_department", "专业主管部门", "交通", "水利",
        "铁路", "民航", "电力", "通信", "交通运输", "交通运输局", "水利局", "各专业部门",
        "line_departments", "industry_department")),
)  # fmt: skip
USES = (
    Option("crowded_public", "人员密集的公共建筑", ("important", "重要", "重要建筑",
        "crowded", "important_public", "important/crowded public", "人员密集", "公共建筑",
        "important_building", "crowded_public_building", "important group",
        "important_public_building", "crowded_place", "人员密集场所", "重要公共建筑",
        "重要公共建筑物", "重要建筑物", "人员密集的公共建筑物", "人员密集公共建筑", "商场",
        "医院", "学校", "hospital",
        "school", "重要或人员密集的公共建筑", "important_crowded_public", "public")),
    Option("government_office", "部、省级办公建筑", ("ministry_office", "province_office",
        "ministry/province office", "ministry_province_office", "省级办公楼", "部省级办公",
        "provincial_office", "部级办公", "部、省级办公建筑物", "省级办公建筑物", "省级办公建筑",
        "部省级办公建筑", "省级办公", "ministry_or_province_office",
        "ministry_provincial_office")),
    Option("fire_hazard", "火灾危险场所", ("fire-hazard place", "火灾危险建筑",
        "fire_hazard_place", "火灾危险",
        "易燃易爆场所", "depot", "油库", "petrol_depot", "oil_depot", "仓库危险场所", "加油站",
        "petrol_station", "gas_station", "chemical_warehouse", "化学品仓库", "石化",
        "petrochemical",
        "烟花爆竹", "fireworks", "flammable", "易燃易爆", "气库", "gas_depot", "加气站",
        "fire_hazardous")),
    Option("residence", "住宅", ("housing", "residential", "居住建筑", "居住", "住宅建筑",
        "住宅楼", "dwelling",
        "residential_building")),
    Option("general_civil", "一般性民用建筑物", ("general", "一般", "civil", "民用建筑",
        "一般民用建筑", "一般民用建筑物", "一般性民用建筑", "办公建筑", "general group",
        "general civil", "一般民用", "office", "办公楼", "general_civil_building",
        "office_building", "general_office", "office_tower", "civil_building", "写字楼")),
    Option("general_industrial", "一般性工业建筑物", ("industrial", "工业建筑",
        "一般工业建筑", "一般工业建筑物", "一般性工业建筑",
        "general industrial", "一般工业", "factory", "厂房", "general_industrial_building",
        "workshop")),
    Option("isolated_tower", "孤立高耸建筑物", ("tower", "chimney", "isolated tower", "烟囱",
        "水塔", "孤立高耸构筑物", "高耸构筑物", "孤立高耸", "烟囱、水塔",
        "isolated_chimney", "高耸建筑物", "烟囱、水塔等孤立高耸建筑物", "water_tower",
        "isolated_chimney_tower", "isolated_structure", "chimney/tower")),
    Option("explosives", "制造、使用、贮存爆炸物的建筑物", ("爆炸物", "explosive", "火炸药",
        "explosives_store", "explosive_store", "explosives_building", "弹药库")),
    Option("steel_gas_tank", "有爆炸危险的露天钢质封闭气罐", ("gas_tank", "钢质封闭气罐",
        "气罐", "steel_tank", "closed_steel_gas_tank", "outdoor_steel_gas_tank",
        "outdoor_closed_steel_gas_tank")),
    Option("national_relic", "国家级重点文物保护的建筑物", ("national_key_relic", "国家级文物",
        "national_cultural_relic", "全国重点文物保护单位", "national_key_cultural_relic",
        "national_heritage")),
    Option("national_public", "国家级会堂、办公、展览、车站、机场等建筑物", (
        "national_hall", "national_office", "national_exhibition", "railway_station", "airport",
        "state_guest_house", "national_archive", "机场", "火车站", "国家级档案馆", "国宾馆",
        "large_railway_station",
        "大型火车站", "大型机场", "waterworks_pump_house", "国家级会堂", "给水泵房",
        "national_public_building", "key_waterworks_pump_house", "大型城市重要给水泵房",
        "national_exhibition_hall")),
    Option("national_computing", "国家级计算中心、国际通信枢纽", (
        "computing_centre", "international_telecom_hub", "国家级计算中心", "国际通信枢纽",
        "national_computing_centre", "telecom_hub", "national_computing_center")),
    Option("large_stadium", "国家特级、甲级大型体育馆", ("stadium", "体育馆", "特级体育馆",
        "甲级体育馆", "national_stadium", "large_national_stadium")),
    Option("provincial_relic", "省级重点文物保护的建筑物", ("provincial_cultural_relic",
        "省级文物", "provincial_key_relic", "provincial_heritage", "省级文物保护单位")),
    Option("provincial_archive", "省级档案馆", ("archive", "provincial_archives")),
)  # fmt: skip
GROUPS = (
    Option("important", "重要或者人员密集的", ("重要", "important_group", "crowded")),
    Option("general", "一般性的", ("一般", "general_group", "civil", "general civil")),
    Option("tower", "孤立高耸的", ("isolated_tower", "chimney")),
    Option("explosives", "有爆炸物的", ("爆炸物",)),
    Option("national", "国家级的", ("国家级",)),
    Option("provincial", "省级的", ("省级",)),
)
"""What the uses come to in chapter 3 of the code."""
GROUP_OF_USE = {
    "crowded_public": "important", "government_office": "important", "fire_hazard": "important",
    "residence": "general", "general_civil": "general", "general_industrial": "general",
    "isolated_tower": "tower", "explosives": "explosives", "steel_gas_tank": "national",
    "national_relic": "national", "national_public": "national",
    "national_computing": "national", "large_stadium": "national",
    "provincial_relic": "provincial", "provincial_archive": "provincial",
}  # fmt: skip
ZONES = tuple(
    Option(f"zone_{one}", f"{one}区", (one, f"zone{one}", f"{one} 区", f"爆炸危险{one}区"))
    for one in ("0", "1", "2", "20", "21", "22")
)
SETTINGS = (
    Option("isolated", "位于旷野孤立的建筑物", ("旷野孤立", "isolated_open_country",
        "isolated in open country", "孤立", "旷野", "open_country", "isolated_in_open_country",
        "空旷孤立")),
    Option("metal_roof", "金属屋面的砖木结构建筑物", ("brick_wood", "金属屋面", "砖木结构",
        "brick-wood with metal roof", "brick_wood_metal_roof", "metal_roof_brick_wood",
        "brick_wood_with_metal_roof")),
    Option("exposed", "河边、湖边、山坡下、山顶、风口、潮湿等处的建筑物", ("lakeside",
        "riverside", "湖边", "河边", "山坡下", "山顶", "hilltop", "hill_top", "风口", "潮湿",
        "foot_of_slope", "wind_gap", "springs", "damp", "水边", "lakeside/riverside",
        "very_damp", "low_resistivity", "地下水露头", "very damp building", "土壤电阻率较小",
        "low-resistivity ground in hills", "hill-top", "foot of slope", "wind gap")),
    Option("normal", "一般情况", ("一般", "general", "ordinary", "usual")),
)  # fmt: skip
CLASSES = (
    Option("first", "第一类", ("I", "1", "一类", "一级", "class_i", "第一类防雷建筑物", "Ⅰ",
        "class_1", "class 1", "一")),
    Option("second", "第二类", ("II", "2", "二类", "二级", "class_ii", "第二类防雷建筑物", "Ⅱ",
        "class_2", "class 2", "二")),
    Option("third", "第三类", ("III", "3", "三类", "三级", "class_iii", "第三类防雷建筑物", "Ⅲ",
        "class_3", "class 3", "三")),
    Option("none", "不分类", ("无", "0", "不划类", "未达到分类", "unclassified", "no_class",
        "不属于防雷建筑物")),
)  # fmt: skip
ENVIRONMENTS = (
    Option("explosive_fire", "爆炸、火灾危险环境", ("explosive", "fire_hazard", "爆炸危险",
        "爆炸危险环境", "火灾危险环境", "易燃易爆环境", "爆炸或火灾危险环境", "explosion_hazard",
        "火灾危险", "易燃易爆", "explosion_fire", "explosion_fire_hazard", "爆炸和火灾危险环境",
        "explosion", "explosive/fire-hazard", "hazardous", "explosive_or_fire_hazard",
        "explosion/fire-hazard",
        "explosion/fire", "explosive/fire", "爆炸/火灾危险环境", "爆炸、火灾", "易燃易爆场所",
        "爆炸火灾危险", "fire-hazard", "explosive_fire_hazard", "爆炸火灾危险环境",
        "explosion_or_fire_hazard", "fire", "flammable_explosive")),
    Option("mine_scenic", "雷电易发区内的矿区、旅游景点", ("mine", "scenic", "矿山", "旅游景点",
        "景区", "scenic_spot", "矿区")),
    Option("ordinary", "其他", ("other", "一般", "普通", "general", "normal", "others",
        "一般环境")),
)  # fmt: skip
DEVICE_KINDS = (
    Option("air_termination", "接闪器", ("接闪网", "接闪带", "接闪杆", "避雷针", "避雷带", "mesh",
        "rod", "air-termination", "air_terminal", "避雷网", "air_termination_system")),
    Option("down_conductor", "引下线", ("down_conductors", "down-conductor", "down conductors")),
    Option("earthing", "接地装置", ("接地", "earth", "grounding", "earth_termination",
        "earthing_system")),
    Option("bonding", "等电位连接", ("equipotential_bonding", "bonding_transition", "等电位")),
    Option("spd", "电涌保护器", ("SPD", "surge_protective_device", "浪涌保护器", "电涌")),
    Option("system", "防雷装置整体", ("整体", "whole", "lps", "system", "外部防雷装置")),
)  # fmt: skip
RESISTANCE_KINDS = (
    Option("impulse", "冲击", ("冲击接地电阻", "冲击电阻")),
    Option(
        "power_frequency", "工频", ("工频接地电阻", "50Hz", "power frequency", "工频电阻", "50_hz")
    ),
)
PERMIT_KINDS = (
    Option("design", "设计审核", ("design_review", "设计核准", "review", "design review")),
    Option(
        "acceptance",
        "竣工验收",
        ("验收", "completion_acceptance", "completion", "final_acceptance", "竣工"),
    ),
)
ACCEPTANCES = (
    Option("accepted", "受理", ("已受理", "yes", "是", "accept")),
    Option("refused", "不予受理", ("不受理", "rejected", "refuse", "no", "否")),
    Option("corrected", "补正", ("需补正", "correction", "补正材料", "to_correct")),
)
COMMISSIONERS = (
    Option("authority", "许可机关", ("气象主管机构", "气象局", "许可部门", "agency")),
    Option("applicant", "申请人", ("建设单位", "申请单位", "owner", "企业")),
)
DECISIONS = (
    Option(
        "approved",
        "核准",
        ("合格", "验收合格", "准予", "approve", "passed", "同意", "通过", "qualified", "yes", "是"),
    ),
    Option(
        "rejected",
        "不核准",
        (
            "不合格",
            "验收不合格",
            "不予核准",
            "failed",
            "refused",
            "不同意",
            "不通过",
            "unqualified",
            "no",
            "否",
        ),
    ),
)
RESULTS = (
    Option("passed", "合格", ("通过", "pass", "qualified", "是", "yes", "符合", "ok", "1", "true")),
    Option("failed", "不合格", ("不通过", "fail", "unqualified", "否", "no", "不符合", "0",
        "false")),
)  # fmt: skip
GRADES = (
    Option("a", "甲级", ("甲", "grade_a", "A级", "grade A", "class_a")),
    Option("b", "乙级", ("乙", "grade_b", "B级", "grade B", "class_b")),
)
TITLES = (
    Option("senior", "高级", ("高级职称", "高级工程师", "正高", "副高", "高工", "yes", "是")),
    Option("mid", "中级", ("中级职称", "工程师", "mid_level", "mid-level", "intermediate")),
    Option("junior", "初级", ("初级职称", "助理工程师", "no", "否", "none", "无")),
)
STRIKE_KINDS = (
    Option(
        "cg", "地闪", ("CG", "云地闪", "cloud_to_ground", "cloud-to-ground", "地闪CG", "G", "回击")
    ),
    Option("ic", "云闪", ("IC", "云间闪", "intra_cloud", "cloud", "CC", "C", "intra-cloud")),
)
POLARITIES = (
    Option("negative", "负", ("-", "负极性", "负闪", "neg", "-1", "负地闪")),
    Option("positive", "正", ("+", "正极性", "正闪", "pos", "正地闪")),
)
METHODS = (
    Option("two", "二站", ("2", "二站混合", "两站", "2站", "two_stations")),
    Option("three", "三站", ("3", "三站混合", "3站", "three_stations")),
    Option("four", "四站", ("4", "四站及以上", "多站", "4站", "四站算法", "four_stations")),
)
COLOURS = (
    Option("yellow", "黄色", ("黄", "Ⅲ级", "III")),
    Option("orange", "橙色", ("橙", "Ⅱ级", "II")),
    Option("red", "红色", ("红", "Ⅰ级", "I")),
    Option("blue", "蓝色", ("蓝", "Ⅳ级", "IV")),
    Option("other", "其他", ("white", "白色", "green", "绿色", "灰色")),
)
ISSUERS = (
    Option("cma_station", "气象台站", ("cma", "气象台", "气象站", "meteorological_station",
        "气象局", "CMA station", "气象主管机构所属气象台站", "cma_body")),
    Option("other", "其他单位", ("others", "company", "individual", "媒体", "企业", "个人",
        "non_cma", "private", "media")),
)  # fmt: skip
DISASTER_GRADES = (
    Option("extraordinary", "特大", ("特别重大", "特大雷电灾害", "special_major", "exceptional",
        "particularly_serious", "extra_large", "extremely_serious", "特大型", "special")),
    Option("major", "重大", ("重大雷电灾害", "serious", "grave")),
    Option("larger", "较大", ("较大雷电灾害", "large", "relatively_large", "considerable")),
    Option("ordinary", "一般", ("一般雷电灾害", "general", "minor")),
)  # fmt: skip
LEVELS = (
    Option("province", "省级", ("省", "provincial", "省气象局")),
    Option("city", "市级", ("市", "municipal", "prefecture", "市气象局")),
    Option("county", "县级", ("县", "区", "区级", "district", "县气象局")),
)
FORMS = (
    Option("lecture", "讲座", ("培训", "lectures", "training", "课堂", "进校园")),
    Option("publicity", "宣传活动", ("宣传", "activity", "现场宣传", "campaign", "咨询",
        "科普活动")),
    Option("media", "媒体", ("媒体宣传", "推送", "短视频", "online", "新媒体")),
    Option("drill", "演练", ("应急演练",)),
    Option("open_day", "开放日", ("参观", "开放活动", "visit")),
    Option("other", "其他", ("others",)),
)  # fmt: skip
