"""Phrases: the grammar of a clause, each rule under the lines it must accept and its trap.

Words that a city may add are in lexicon/*.toml; what stands here is structure.
"""

from __future__ import annotations

import re

# 会议要求，… 同时… 一是… （2）…: words before a bearer that belong to no duty
# trap: 会议室 and 一要求 open nothing
LEAD_IN = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}[是要、](?!求)|第[一二三四五六七八九十](?![批期次届阶步轮季个年条款])[，、]?"
    r"|（[一二三四五六七八九十\d]{1,2}）|（[^（）\d]{2,8}）|\d{1,2}[.、）]|[①-⒇㈠-㈩]"
    r"|会议(?:还|同时|最后|研究|经研究|讨论|一致)*"
    r"(?:要求|强调|明确|决定|议定|确定|指出|认为|提出|同意|责成|希望|号召|指定|安排)(?=[^，：])"
    r"|[^，。；]{2,5}期间(?=各|全[市县区])"
    r"|[^，。；会]{0,6}(?:研讨|座谈|推进|协调|调度|联席|办公|现场)会议?(?:还|上)?(?:要求|明确|决定)(?=[^，：])"
    r"|同时|此外|另外|其中|下一步|下步|接下来|为此|对此|因此|首先|其次|再次|最后|并?要求|强调|会上"
    r"|今后|特别是|尤其是|当前|经研究|经讨论|原则上|总体上|鉴于此|并且|而且|另)"
)
LEAD_IN_FIRST = frozenset(
    "一二三四五六七八九十第（0123456789①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥会同此另其下接为对因首再最要强今特尤当经原总鉴并而专座推协调联现"
)

# 吕县长要求相关部门…: who asks stands before who is asked
ASKED = re.compile("(?:(?![按照据达符])[一-鿿]){2,4}要求(?=各|有关|相关|全[市县区]|[市县区])")

# 由X… 责成X… 请X… 同意由X… 会后由X…
# trap: 理由 自由 由于; 请示 请求
COMMISSIONS = re.compile(
    r"(?:并|再|且|则|均|统一|原则上|会后|具体|分别|改|仍|同意|明确|决定|可|应|须|需|要|也|都|继续"
    r"|统筹|(?:此项|该项|上述|以上|相关|具体|有关)工作)*"
    r"(?:由|责成|商请|请(?![求示假柬])|委托|授权|责令|指定|安排|通知|(?:明确"
    r"|确定)(?=[^，]{2,14}为))(?:各位)?"
)
# 所需资金由X统筹
BY = re.compile("(?<![自理缘经])由(?![于此来衷])")
# X提出的… X关于… X是… X第47次…: named, but not to act
NOT_ACTING = re.compile(
    r"(?:审查|审核|把关|审定|会签|评审|初审|复核|论证)(?:通过|同意|合格)?后(?=[^，]{0,6}(?:报|提请|提交|印发|按程序|由))|境内|范围内|辖区|任(?!务)|[^，。；]{1,12}任(?:副?组长|总?指挥长?)|为组长|组成|担任|(?:提出|起草|报送|汇报|关于|所作|拟定|制定"
    r"|编制|上报|呈报|提交)?的|关于|汇报|介绍|作了|所"
    r"|第[\d一二三四五六七八九十]|是(?!否)|[设位]在"
)
# 由X起草; 长期由X管理: how it came about, and has been
DONE_BY = re.compile("(?:起草|组成|构成|主持)$|(?:长期|一直|原先?|此前|历来)由")
# 已完成…, …取得了…, 建成于…: what has been done
PAST = re.compile(
    "建成于|始建于|(?<![对将把])已经?(?!知)|过去|完成了|取得了|取得[^，]*(?:成效|进展|成绩)|了(?!解)|曾|未能|仍未|尚未|迟迟"
)

# 柳泉镇要… 东山县、柳泉县于…; trap: 师宗县闲置土地处置工作…, where the place only says of where
PLACE_ACTS = re.compile(
    "[、和及，：于在按根依也分各立抓尽每将把对同从至由作为]|\\d{1,2}[月日个周]|[要应须需](?!求|急)|务必|必须|负责|牵头|配合|协助|会同"
    "|具体|共同|联合|全力|积极|认真|继续|加快|加强|完成|制定|制订|组织|建立|开展|落实|做好|结合|切实|进一步"
    "|年[内底]|[今明本上下]|[一二三四五六七八九十两]"
)

_HAPPENING = (
    "开工|完工|竣工|批复|批准|到位|验收|合格|建成|投用|结束|完成|下达|施工|进场|放水|降雪|封冻|入冬"
    "|开学|签约|签订|移交|到货|期满|下发"
)
# 于项目开工后, 于放水前, 待相关工作完成后: due once that has happened
AT_EVENT = re.compile(
    f"[于在待](?P<event>[^，。；于在待]{{0,12}}?(?:{_HAPPENING})之?[前后]"
    "|[一-鿿]{2,6}(?<![目此当日年月以之周底初末旬节假季门面眼跟桥])前)(?!，)"
)
# 验收合格后一次性兑付
ONCE_DONE = re.compile(
    f"(?P<event>(?!经|报|送|修改|再|并)[^，。；于在待]{{0,8}}?(?:{_HAPPENING})后)(?=[^，。；0-9])"
)

# X牵头 / X按职责分工负责 / X为责任单位 / X具体牵头
LEADS = re.compile(
    r"、?(?:（[^（）]*）)?[要应需须]?(?:按照?(?:各自)?(?:职责分工|任务分工|职责|职能|分工)+)?"
    r"(?:(?:总|具体|共同|统一|全权|分别|统筹|直接|主要|进行|组织)*"
    r"(?:牵头(?:负责|抓总|组织|协调)?|负责(?:牵头)?(?!同志|人)|主办|承办|抓总|总负责|督办|带队)"
    r"|[为是作]+[^，、。]{0,8}(?:主体|单位|部门|机构|责任人|牵头人|业主|法人|负责人|领导|指挥长"
    r"|组长|联络员))"
)
# Y配合 / Y积极协助做好
ASSISTS = re.compile(
    "(?:[要应需须]|积极|全力|密切|主动|共同|协同|予以|给予|做好|参与|派人|派员)*"
    "(?:配合|协助|协办|参与|参加(?!会议))(?:工作|做好|支持|落实|实施)?"
)
# 会同Y / 商Y
# trap: 商务局 商业
BESIDE = re.compile(
    "(?:要|应|需|须|负责|牵头)?(?:会同|商(?![务业贸品家榷谈定议])|协同"
    "|联合(?!执法|会|体|社|检查|惩戒|开展|整治|组|验收|发文|印发|行动))"
)
# X配合Y做…
HELPS = re.compile("(?:[要应需须]|积极|全力|密切|主动)*(?:配合|协助)")
ROLE_FIRST = frozenset(
    "、（按照总具共统全分直主进组牵负承抓督为是作要应需须积密协予给做参配会商联派"
)

AIM = re.compile(r"努力(?!完成)|争取(?=在|于|[今明本年\d])")
MAY = re.compile("可以|可(?=由|按|根据|在|采|视|结合|适)|允许|授权")
# 要… 并要… 同时务必…: the clause goes on under the subject before it
OPENS_MODAL = re.compile(
    "(?:并|还|也|都|均|又|且|更|同时|此外|特别|尤其|要|再)*"
    "(?:要(?![求点素件害])|务必|必须|力争|确保|不得|应(?![急对用邀])|需|须|坚决|切实)"
)
OPENS_MODAL_FIRST = frozenset("并还也都均又且更同此特尤要再务必力确不应需须坚切")
OWN_MODAL = re.compile("(?:并|还|也|同时)*(?:要|务必|必须|应|需)")

# 根据… 按… 对… 在…: only says by what, in view of what, on what, and waits for a verb
ADVERBIAL = re.compile(
    "根据|按照|依照|按(?!期|时)|对照|围绕|结合|针对|为(?!主|了?进一步明确)|以(?=[^，]*(?:为|的))"
    "|在|对(?!接)|关于|通过|随着|鉴于|从|自|当|待|如|经|基于|参照|依据|凡|就|涉及|除|本着|遵循|坚持"
    "|利用|依托|借助|立足|着眼|面对|会后|届时|期间|之后|此前"
)
ADVERBIAL_FIRST = frozenset(
    "根按依对围结针为以在关通随鉴从自当待如经基参凡就涉除本遵坚利借立着面会届期之此"
)
# 经县司法局审查后, 送X审核后, 待条件成熟后: a gate or an event, no act of its own
GATE = re.compile("(?:并|再)?(?:经|送|报|待|征求|提交|提请|收到)[^，]*(?:后|通过|同意)$")
GATE_LAST = frozenset("后过意")
OPENS_GATE = re.compile("经(?![济信开发贸营管])|送|报(?![社业])|待|征求|提请|提交")
# 对整改情况进行复核验收: an adverbial that runs into its act
RUNS_IN = re.compile(
    "[^，]*(?:按规定|依法|提请|尽快|立即|进行|开展|予以|实施|组织|作出|给予|逐[一个项宗户台库]"
    "|统一|负责|及时|全面|专题|集中|全程|做好|实行|推行)"
)
TOWARD = re.compile("对(?!照|接|标)|就|针对|关于|涉及|凡|自|从|随着|通过|为|除")
# 按照会议要求, 根据职责分工: it ends in a noun
NOUN_END = re.compile(
    "(?:后|上|情况|要求|分工|原则|精神|标准|意见|规定|问题|方案|办法|部署|程序|规划|职责|安排|计划"
    "|目标|任务|需要|工作|项目|中|时|前提下|契机|抓手|重点|导向)$"
)
# 以条例修订为契机; 为项目建设保驾护航: a frame without an act
FRAME = re.compile(
    "(?:以|把|将|围绕)[^，]*(?:为|作为)[^，]{0,16}$"
    "|为[^，]*(?:保驾护航|提供[^，]*(?:保障|支撑|服务)|(?:奠定|营造|创造|打下|贡献|增添"
    "|开辟)[^，]*)$"
)
NO_SUBJECT = re.compile(
    "并|同时|还|也|都|均|又|且|更|特别|尤其|此外|下一步|坚决|切实|必须|务必"
    "|.*(?:[前内底末间]|上半年)$"
)
# 督促完成, 协调解决: the second verb is the act
HELPING = frozenset(
    "督促 协调 负责 牵头 组织 统筹 参与 协助 配合 支持 指导 研究 具体".split()  # noqa: SIM905
)
BODY_LAST = re.compile(
    "[局委办厅部院处科股室心司团府会道镇乡村区县市州旗组队站所馆台社行校学协班位门业各方头长任记员同人志导]"
)
TIMED = re.compile("[前底内末日]|按照|根据")

# What ``str.isdigit`` holds for.
DIGIT = "[\\d¹²³①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒]"
_HAS_DIGIT = re.compile(DIGIT)
_BLANKED = str.maketrans("，。；：、！？", "·······")
_QUOTED = re.compile(
    r"《(?:[^《》\n。]|《[^《》\n。]*》){1,120}》|“[^“”\n。]{1,80}。?”"
    r"|（[^（）\n。]{1,80}。?）|〈[^〈〉\n。]*〉"
)
# “五一”节前
_FESTIVE = re.compile("“[一三五六七八十双]{2,3}”")


def mask(flat: str) -> str:
    """The same length, with nothing to misread: titles blanked, commas in quotes closed."""
    return _QUOTED.sub(_closed, flat)


def _closed(match: re.Match[str]) -> str:
    words = match[0]
    if _says_nothing(words):
        return words[0] + "□" * (len(words) - 2) + words[-1]
    return words.translate(_BLANKED)


def _says_nothing(words: str) -> bool:
    """Whether it is a title, a long aside, or 落实“三个必须”的要求."""
    if words[0] == "“":
        return not (_HAS_DIGIT.search(words) or _FESTIVE.fullmatch(words))
    return words[0] == "《" or (words[0] == "（" and len(words) > 12)
