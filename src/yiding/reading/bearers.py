"""Who must act: units, persons and collectives as the text words them 责任主体."""

from __future__ import annotations

import re
from typing import NamedTuple

from yiding.reading.lexicon import WORDS, alternation

_HAN = "一-鿿"
# Words that can stand in no name of a body: the name has ended where one begins.
_STOP = (
    "会同|牵头|负责|配合|协助|协同|根据|按照|依照|按|对|将|要|应[当由按抓在对于尽及将会负]"
    "|必须|务必|须|需|由|请|于|在(?!线|建)|从|向|把|等|并|结合"
    "|加快|加强|推进(?!中心|办|专班|组)|做好|抓|尽快|尽早|制定|完成|提出|研究(?![院所室中生员])"
    "|[建用管守]好|的|了|是|为|或|就(?!业|医|学|近|诊)|以|已|及时|汇报|关于|同意|明确|强调"
    "|要求|指出|组织(?![部人科处])|实施|开展|落实|切实|发挥|进一步|统筹(?!办|局|城乡)|认真|积极"
    "|全力|严格|抓紧|立即|迅速|继续|共同|分别|具体"
    "|责成|委托|授权|督促|完善|分批|分期|着力|帮助|会后|与[相有]关|直接|限期|拆除|租用|同步|核发|架设|(?<!接)待|(?<!目)督办|函告|送(?!变)|通知|指导(?!中心|站|办)"
    "|联合(?![会社体大公国])|核定|拨付|安排|组建|购置|对接|办理|出具|提供|实现|推动|确保"
    "|力争|汇总|梳理|会商|约谈|承办(?!单位|部门|科室)|提前|谋划|协商|协调(?!办|小|处|中心|组)|批复|(?<!安)全部|小区|新村"
    "|(?<![工招电客厂经华外])商(?![务业贸会标品城圈]|银行)(?=[市县区省州各]|有关|相关|[^，。、]{2,10}(?:公司|集团|企业|部门|单位|政府|[局委处科室院办站所队厂矿]|中心|指挥部|专班))|保障(?!中心|局|办|房|队|部|科)|维护|促进"
    "|全[市县区省州局]|明年|今年|[上下]半年|季度|本周|下周|经(?![信发开贸济营管协委科审侦])"
    "|\\d+(?:个|日|月|年|时)|[上下本每当]?月底|[底日末]前|[日月周年天]内|带队"
    "|\\d+[台辆套个名项支家]|征求|形成|(?<=[局委办部厅院司团社队站所组室府心处科会区镇乡县校行投])(?:[和与]|及(?!时))|派(?!出所)"
    "|印发|出台|提交|提请|报请|报经|实行|承担|下发|转发|上报|做|拿|报(?![社业告台])|立案|查处|每|至|到|自(?!然|来|贸|治)|当(?!地)|不(?!动产)|(?<!国)有(?!限|色|线|轨)|可|让"
    "|建立|成立|组成|设置|书面|反馈|设立|起草|拟[定订]|修[订编]|召开|健全|强化|加大|(?<!机构)编制(?![委办])"
    "|使|通过|履行|调处|惩处|清拆|逐|重新|举办|举行|补[办植种发]|自筹|筹办|跑办|划定|拆运|返厂|自行|近期|切断|预留|加开|订购|校准|核清|备足|备好|调集|看守|腾出|接洽|绘制|敷设|绘出|收回|追缴|清运|既|又|还|也|都|均(?!衡)|再(?!生)|先(?!锋|行|进)|我|本次|此|该|其|这"
)
_T = f"(?:(?!{_STOP})[{_HAN}A-Za-z0-9·“”□×])"
_PREFIX = alternation("unit_prefix")
_STEM = alternation("unit_stem")
_LAST = alternation("unit_last")
_SPECIAL = alternation("unit_special", "unit_special_prose")
# What shows that a word has not ended: 组织 部署 处置 台账 办理 …
_NOT_END = "(?![织署伍置罚账风域托员理好妥法案后有内学面长容]|会(?![同商后])|支[行队]|结(?!合))"
# What its last character may open instead of ending a name: 组建, 所需, 市场, 社区, 办公
_ANOTHER = (
    "组[建成]|所[需属涉]|所在(?!会后|收到|\\d|[今明本上下一二三四五六七八九十])|站点|处于(?![\\d今明本次下每])|市[场民]|市政(?!府)|区[分别块]|社[区会]|村[民庄]|港口"
    "|部分|厂[房区界家商址部民工职]|矿[区山井产业长泉物用权]|校[舍车址]|办[公事]|[镇乡]区"
)
_SUFFIX = (
    f"(?:{alternation('unit_suffix', 'unit_suffix_prose')})(?<!(?={_ANOTHER}).)"
    f"(?<![\\dxX×][处所台站座家])(?<![出住入]院)(?<!平台){_NOT_END}"
)
# Behind the name of a place any body, behind that of a body only a part of it: 市局 + 检测中心
# trap: 档案馆接管改制企业, 运输局拓宽弯道七处, 学院影印馆藏: a body, and what it is to do
_PART = (
    "(?:支队|大队|中队|总队|分局|中心|办公室|专班|[小工]?组(?![建成])|指挥部|公司|集团|管委会|办事处|[分支]行"
    "|政府|车间|工区|委员会|党委|党组|党支部|纪委|工会|团委|村委会|机关|监察组|部(?!门)|[科股处所站队室办局院厂])"
)
# 镇中心小学, 晚报社
_NEXT = "(?:小学|中学|学校|医院|卫生院|幼儿园|社区|社|部门|单位|街道|[粮油冷]库|储备库)"
# what stands between a body and a part of it: no number of things, not all of them
_OF_PART = (
    "(?:(?!各|全[市县区省州部]|[一二三四五六七八九十两几\\d](?!分|公司|车间|大队|中队|支队|[科处队厂院村社组]))"
    f"{_T})"
)
_NO_COUNT = "(?<![一二三四五六七八九十两几\\d](?=[处所站]))"
_INNER = (
    f"(?<=[市县区州旗镇乡村社道团省])(?:{_T}{{0,8}}?(?:{_SUFFIX}))"
    f"|{_OF_PART}{{0,8}}?{_NO_COUNT}{_PART}(?<!(?={_ANOTHER}).){_NOT_END}|{_NEXT}{_NOT_END}"
)
_PLACE = (
    f"(?![与和及同])(?:(?!{_STOP})[{_HAN}]){{1,5}}?(?:市|县|区|州|省|旗|镇|乡|街道)"
    f"(?![{_HAN}]?[长委直级里内外])"
)
_SUBUNIT = (
    f"(?:政法委|网信委|各?{_OF_PART}{{0,9}}?{_NO_COUNT}(?:支队|大队|分局|中心|办公室|专班|巡查组|工作组|指挥部|公司|集团"
    f"|管委会|办事处|分行|支行|科(?![信研技教学创])|处|所|站|队|组(?![建成])|部|室|办|局|院){_NOT_END})"
)
_BRACKET = f"(?:（[^（）]{{1,14}}）(?:{_SUFFIX})?)?"
_LISTED = f"(?:{_SPECIAL}|{_STEM}{_LAST})(?!员会){_SUBUNIT}?{_BRACKET}"
# 第八师, 一团, 三连: of the army and of the 兵团
_TROOPS = (
    "第?[一二三四五六七八九十百\\d]{1,4}(?:师|团|连|营)(?![级队部长傅员资冠续接带日夜月年结业])"
)
_KNOWN = re.compile(f"(?:{_PREFIX}){{0,2}}{_LISTED}|{_TROOPS}")
_PLACED = re.compile(f"{_PLACE}(?:{_PREFIX})?{_LISTED}")
_GENERIC = re.compile(
    f"(?!与|和|及|因|(?:兑现|扶持|帮扶|走访|引进|培育|清退|关停|整治|督促|约谈|动员|引导|奖励|补贴|补助)(?:企业|单位)|(?:数字|法治|服务型?|阳光|智慧|清廉|廉洁|诚信|责任|效能)政府|城市|农村(?![^，。、]{{1,5}}(?:股|科|处|站|中心|局)(?:牵头|负责|会同|配合|要|应|须|于|在|按|根据|编制|完成|\\d))|城镇|城乡|(?:社会|地区)(?![^，。、由]{{1,7}}(?:局|委|办|处|中心|社|公司|行|院|[站所队]))|市区|城区(?![^，。、]{{1,8}}(?:公司|[局办处所站队]|中心))|山区|小区|一些|部分|个别|其余|剩余"
    f"|多数"
    f"|[\\d全该此每某])(?:{_T}{{1,16}}?(?:{_SUFFIX}))(?:{_INNER})*{_BRACKET}"
)
_LONGEST = 96
_PLACE_LAST = re.compile("[市县区州省旗镇乡道]")
_SUFFIXES = (*WORDS["unit_suffix"], *WORDS["unit_suffix_prose"])
_UNIT_LAST = re.compile(f"[{''.join(sorted({word[-1] for word in _SUFFIXES}))}]")
_STEM_ALONE = re.compile(f"(?:{_PREFIX})?(?:{_STEM})(?=[、和及]|以及|等|部门|会同|牵头)")

_NAME = (
    f"(?:[{_HAN}]{{2,8}}·(?:(?!牵头|负责|带队|召集|同志|担任|主持)[{_HAN}]){{2,8}}|(?:{alternation('surname_two')})[{_HAN}]{{1,2}}"
    f"|(?:{alternation('surname')})[{_HAN}×xX某*]{{1,2}})"
)
_NAME_LAZY = _NAME.replace("{1,2})", "{1,2}?)")
_POST = f"(?:常务|第一)?副?(?:{alternation('post')})"
_AFTER_NAME = (
    "(?=同志|约谈|审核|把关|审定|审批|签发|牵头|带队|负责|负[总全]责|具体|会同|[、，。；及（：]|和(?!牵头|负责|具体|同志|为|要|担任|任)|总负责|担任|为|要|协调|分别|抓|召集|主持"
    "|等|$)"
)
_PERSON = re.compile(
    f"(?:(?:{_T}"
    f"|、){{0,16}}?{_POST}(?:、(?:{_T}){{0,12}}?{_POST})*{_NAME_LAZY}{_AFTER_NAME}(?:同志)?"
    f"|{_NAME_LAZY}(?:{_POST}|同志)(?!会)"
    f"|{_T}{{2,14}}?(?:{_POST}(?=代表)|(?<=府)(?:分管|主要)领导)"
    f"|{_T}{{2,6}}(?:同志|副(?:[市县区州旗镇乡局校院]长|主任|书记|秘书长)))"
)
_POST_LAST = re.compile("[长任记员席官理督监师委匠医]|同志|干部|负责|住持|传承人|学者|工作者|护士")
_POST_NEXT = re.compile(
    f"{_POST}|(?:分管|主要)领导|党组|党委|、[^，。]{{0,8}}副?(?:市长|县长|区长|书记)"
)
_BARE_NAME = re.compile(
    f"{_NAME_LAZY}(?=牵头|负责|具体负责|根据会议|按照会议|、|和{_NAME_LAZY}(?:牵头|负责|根据|按照))"
)

_EDGE = (
    "也|都|均|还|[收接]到|牵头(?!单位|部门|人|领导)|(?<![主重必需纪摘概首])要(?!求|点|素)|应|须|需|负责(?!同志|人)|负[总全]责|是(?!否)|根据|按照"
    "|按|结合|在|于|对|将|务必|必须|切实|认真|进一步|加强|加快|做好|抓"
    "|积极|全力|严格|围绕|立足|深入|共同|分别|主动|尽快|抓紧|及时|立即|迅速|不得|密切|配合"
    "|协助|全面|坚持|牢固|高度|充分|强化|落实|开展|完成|每|同步|以|把|参照|会同|从|至|提前"
    "|逐|重新|设立|划定|五一|十一前|元旦|国庆|春节|中秋|端午|清明|年[内底]|制定|组织|派|安排|建立|初核|审核|核实|汇总|统筹|承担|报|拟定|提供|指定|确定|收集"
    "|推进|推动|严格|层层|可|再|先|经(?![营济信开办])|据实|如实|分头|联合|承接|参加|参与|统一|自行|具体"
    "|继续|持续|[本下](?:周|月)|(?<!方)向(?=[市县区省州旗镇乡各])|\\d|[一两二三四五六七八九十半]+个?(?:月|年|周|日|天|小时|工作日)[内前]|现有|所属|自(?![然治来贸])|，|：|$"
)
# what no name given to a person holds: 医政医|管处要 is an office that is to do something
_NO_GIVEN = "处局科室部院所站队会要应须由于在的和与及等为向对将按每并"
# 渔业技术员骆小湾, 村医陶阿妹, 文物守护员景阿桂: whoever does what by trade, and by name
_TITLED = re.compile(
    f"(?:(?!{_STOP})[{_HAN}A-Za-z]){{0,14}}?(?:(?<!人)员|师(?!范|生|资|大)|匠|医(?!院|保|疗|药|务|政|学|护)|督学|顾问|检察官|法官|教授|班长|信息官|代表|{alternation('post')}|住持|传承人|学者|工作者|干部|党员|护士)"
    f"(?![应于和从都向时同由自可均须要需将被让给对把按在经随及与暂别能尚已等单印相利支安后水温平][{_HAN}])"
    f"(?!代表|{alternation('no_name')})"
    f"(?:[{_HAN}]{{2,5}}·[{_HAN}]{{2,5}}?"
    f"|(?:{alternation('surname_two')})[{_HAN}]{{1,2}}|(?:{alternation('surname')})(?:(?![{_NO_GIVEN}])[{_HAN}]){{2}})"
    "(?![的等、人员会])"
)
# 未整改到位的5个部门要…
_COUNTED = re.compile(
    f"(?:[{_HAN}\\d]{{2,10}}的|上述|以上|其他|其余)?[\\d两三四五六七八九十]+[个家](?:部门|单位|乡镇政府|县（区）政府|县区政府|乡镇|街道|县区|企业|县|镇|村|社区"
    "|科室)(?=要|应|须|务必|必须)"
    f"|[市县区乡省镇]、?[市县区乡镇](?:、?[乡镇村])?[两三]级(?:{_T}){{0,10}}?(?:指挥部|政府|部门|单位|领导小组)"
    "|《□*》(?:起草组|编制组|起草小组|编制小组|课题组|领导小组)"
    "|(?:各级?|所有)?分管领导(?=要|应|须|务必|必须)|[省市州县区旗镇乡局院校]领导(?![小班机])"
    "|[省市州县]、[市县区乡镇](?:（区）|、[乡镇]{1,2})?(?:[两三]级)?财政(?![局部所厅])"
    f"|[{_HAN}]{{2,10}}的(?:(?:承办|责任|主办|主管|所在)?(?:单位|部门))(?=要|应|须|务必|必须|于\\d|在\\d)"
)
_COLLECTIVE = re.compile(
    f"(?:[该我][市县区旗]|{_PREFIX})?(?:{alternation('collective')})(?![自项类尽负司])(?:(?!{_EDGE})(?!的(?!有关|相关|主要|分管|负责|责任|各?[单部]))[{_HAN}·□、（）“”]){{0,26}}(?={_EDGE}|[。；]|$)"
)
# 白石、青阳两个乡镇; 东山、柳泉两镇
_TOGETHER = re.compile(
    f"[{_HAN}]{{2,4}}(?:[、和][{_HAN}]{{2,4}}){{1,4}}[两二三四五六]个?(?:[镇乡村县区市州]"
    f"|乡镇|街道|园区|社区|景区|工业园区|开发区|产业园区)(?:管委会|政府|办事处"
    f"|人民政府)?(?!域|级|长)"
)
# 施工单位省路桥二公司: what the company is here, and its name
_ROLE_OF = re.compile(
    "(?:项目|工程)?(?:施工|承建|建设|设计|监理|运营|代建|业主|(?:施工|工程)?总?承包|供货|中标|勘察|检测|运维|管养)单位"
    "(?=[一-鿿]{2,}(?:公司|集团|院|局)$)"
)
_LINK = re.compile(
    "[、]|以及|和|及(?!时)|与(?![^，。]{2,20}?(?:签|对接|协商|沟通|联系|衔接|商定|洽谈|订|共享|共建))"
)
_OPEN_END = re.compile(
    "等(?:[^，。、；要应需须]{0,10}?(?:部门|单位|方面|地区|地方|企业|家|科室|负责同志|板块))?"
    "|(?<=[^等])(?:三|两|四|五|各)?部门"
)


class Bearers(NamedTuple):
    """The bodies named in one place: their names as worded and where they end.

    ``is_group`` holds for a collective and for a list left open by 等; ``is_nobody`` where no
    body of its own is named at all.
    """

    names: tuple[tuple[int, int], ...]
    end: int
    is_group: bool
    is_nobody: bool = False


def bearers_at(words: str, start: int, end: int) -> Bearers | None:
    """The bodies named from ``start`` on (a list or one), or None where none is named."""
    named = _named(words[start : min(end, start + _LONGEST)])
    if named is None:
        return None
    names = tuple([(start + left, start + right) for left, right in named.names])
    return Bearers(names, start + named.end, named.is_group, named.is_nobody)


def _named(words: str) -> Bearers | None:
    """The bodies that open these words."""
    start, end = 0, len(words)
    collective = _COLLECTIVE.match(words, start, end)
    if collective:
        # 各安全生产巡查组 are bodies one can name; 各相关部门 are nobody
        is_group = words[collective.end() - 1] != "组"
        return Bearers(((start, collective.end()),), collective.end(), is_group, is_group)
    names: list[tuple[int, int]] = []
    is_group = False
    position = start
    while found := _element(words, position, end):
        role = _ROLE_OF.match(words, position, found[0])
        names.append((role.end() if role else position, found[0]))
        is_group |= found[1]
        link = _LINK.match(words, found[0], end)
        if not link:
            break
        position = link.end()
    if not names:
        return None
    stop = names[-1][1]
    tail = _OPEN_END.match(words, stop, end)
    if tail and tail.end() > stop:
        return Bearers(tuple(names), tail.end(), True)
    return Bearers(tuple(names), stop, is_group)


def _element(words: str, start: int, end: int) -> tuple[int, bool] | None:
    """Where the one body named at ``start`` ends, and whether it is a collective."""
    known = _KNOWN.match(words, start, end)
    if known and not _POST_NEXT.match(words, known.end(), end):
        return known.end(), False
    if _POST_LAST.search(words, start, min(end, start + 26)):
        person = _PERSON.match(words, start, end) or _TITLED.match(words, start, end)
        if person:
            return person.end(), False
    collective = _COLLECTIVE.match(words, start, end)
    if collective:
        return collective.end(), words[collective.end() - 1] != "组"
    stop = unit_at(words, start, end)
    if stop:
        return stop, False
    for pattern in (_STEM_ALONE, _BARE_NAME, _TOGETHER, _COUNTED):
        if match := pattern.match(words, start, end):
            return match.end(), False
    return None


def unit_at(words: str, start: int, end: int) -> int | None:
    """Where the one unit named at ``start`` ends."""
    near = min(end, start + 18)
    if not _UNIT_LAST.search(words, start, near):
        return None
    unit = _KNOWN.match(words, start, end)
    if unit is None and _PLACE_LAST.search(words, start + 1, min(end, start + 7)):
        unit = _PLACED.match(words, start, end)
    unit = unit or _GENERIC.match(words, start, end)
    return unit.end() if unit else None


NAME = _NAME
