"""The table of places: codes, names and slugs hold together, and an address opens with the slug."""

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from reading.expected import SAMPLES
from yiding.reading.address import _places, place_slug

ROWS = tomllib.loads(files("yiding.reading").joinpath("places.toml").read_text("utf-8"))["place"]
BY_CODE = {row["code"]: row for row in ROWS}
PROVINCES = {code[:2] for code in BY_CODE if code.endswith("0000")}
FICTIONAL = [
    *("临湖市", "白鹭区", "望湖区", "青屏县", "云洲市"),
    *("石渡县", "澜山市", "望汀县", "柏山地区"),
]
SLUGS = {
    "110105": ("朝阳区", "beijing-chaoyang"),
    "130121": ("井陉县", "jingxing"),
    "140000": ("山西省", "shanxi"),
    "140428": ("长子县", "zhangzi"),
    "150000": ("内蒙古自治区", "neimenggu"),
    "211300": ("朝阳市", "chaoyang"),
    "220200": ("吉林市", "jilin-jilin"),
    "222400": ("延边朝鲜族自治州", "yanbian"),
    "230803": ("向阳区", "heilongjiang-jiamusi-xiangyang"),
    "320106": ("鼓楼区", "gulou"),
    "320302": ("鼓楼区", "jiangsu-gulou"),
    "320322": ("沛县", "peixian"),
    "320500": ("苏州市", "suzhou"),
    "321200": ("泰州市", "taizhou"),
    "330382": ("乐清市", "yueqing"),
    "331000": ("台州市", "zhejiang-taizhou"),
    "331100": ("丽水市", "lishui"),
    "340300": ("蚌埠市", "bengbu"),
    "340722": ("枞阳县", "zongyang"),
    "341300": ("宿州市", "anhui-suzhou"),
    "341500": ("六安市", "luan"),
    "341600": ("亳州市", "bozhou"),
    "341621": ("涡阳县", "guoyang"),
    "341823": ("泾县", "anhui-jingxian"),
    "350100": ("福州市", "fuzhou"),
    "350200": ("厦门市", "xiamen"),
    "361000": ("抚州市", "jiangxi-fuzhou"),
    "361124": ("铅山县", "jiangxi-yanshan"),
    "371524": ("东阿县", "donge"),
    "420116": ("黄陂区", "huangpi"),
    "440113": ("番禺区", "panyu"),
    "500000": ("重庆市", "chongqing"),
    "510117": ("郫都区", "pidu"),
    "511100": ("乐山市", "leshan"),
    "540000": ("西藏自治区", "xizang"),
    "610000": ("陕西省", "shaanxi"),
    "652823": ("尉犁县", "yuli"),
}


def level(code: str) -> int:
    """0 a province, 1 a prefecture, 2 a county."""
    return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2


def test_codes_are_six_digits_in_order_under_their_province() -> None:
    codes = [row["code"] for row in ROWS]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"\d{6}", code) for code in codes)
    assert {code[:2] for code in codes} == PROVINCES


def test_every_province_and_prefecture_is_there() -> None:
    counts = Counter(level(code) for code in BY_CODE if not code.startswith("99"))
    assert (counts[0], counts[1]) == (31, 333)


def test_a_county_stands_under_its_prefecture() -> None:
    directly = {"1101", "1201", "3101", "5001", "5002", "4190", "4290", "4690", "6590", "9990"}
    heads = {code[:4] for code in BY_CODE if level(code) == 2} - directly
    assert {f"{head}00" for head in heads} <= set(BY_CODE)


def test_slugs_are_unique_lower_case_letters_and_hyphens() -> None:
    slugs = [row["slug"] for row in ROWS]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+){0,2}", slug) for slug in slugs)


def test_names_are_unique_within_a_prefecture() -> None:
    # not within a province: 桥西区 stands in 石家庄市 and in 张家口市
    names = Counter((row["code"][:4], row["name"]) for row in ROWS)
    assert not [name for name, times in names.items() if times > 1]
    upper = Counter(row["name"] for row in ROWS if level(row["code"]) < 2)
    assert not [name for name, times in upper.items() if times > 1]


def test_the_plain_slug_goes_to_the_higher_level_then_the_lower_code() -> None:
    plain = {row["slug"]: row["code"] for row in ROWS if "-" not in row["slug"]}
    for row in ROWS:
        *before, own = row["slug"].split("-")
        if before:
            first, code = plain[own], row["code"]
            rank = [(c.startswith("99"), level(c), c) for c in (first, code)]
            assert rank[0] < rank[1], row


def test_a_slug_in_front_is_that_of_the_province_and_prefecture() -> None:
    for row in ROWS:
        before = row["slug"].split("-")[:-1]
        if before:
            assert before[0] == BY_CODE[row["code"][:2] + "0000"]["slug"], row
        if before[1:]:
            assert before[1] == BY_CODE[row["code"][:4] + "00"]["slug"].split("-")[-1], row


@pytest.mark.parametrize(("code", "told"), SLUGS.items())
def test_examples_hold(code: str, told: tuple[str, str]) -> None:
    assert (BY_CODE[code]["name"], BY_CODE[code]["slug"]) == told


@pytest.mark.parametrize("name", FICTIONAL)
def test_a_place_of_the_samples_is_listed_as_fictional(name: str) -> None:
    assert name in (SAMPLES / "README.md").read_text("utf-8")
    assert [row["code"][:2] for row in ROWS if row["name"] == name] == ["99"]


def test_the_quick_reading_of_the_table_is_that_of_toml() -> None:
    expected: dict[str, list[str]] = {}
    for row in ROWS:
        expected.setdefault(row["name"], []).append(row["slug"])
    assert _places() == expected


@pytest.mark.parametrize(
    ("issuer", "slug"),
    [
        ("苏州市人民政府", "suzhou"),
        ("宿州市人民政府", "anhui-suzhou"),
        ("中共临湖市委员会", "linhu"),
        ("中国人民政治协商会议临湖市委员会", "linhu"),
        ("柏山地区行政公署", "yangben-baishan"),
        ("延边朝鲜族自治州人民政府", "yanbian"),
        ("双江拉祜族佤族布朗族傣族自治县人民政府", "shuangjiang"),
        ("鼓楼区人民政府", "gulou"),  # four cities have one
        ("长安区人民政府", "changan"),
        ("湘州市人民政府", "xiangzhou"),  # on no list: by its sound
        ("人民政府", ""),
        (None, ""),
    ],
)
def test_an_address_opens_with_the_place(issuer: str | None, slug: str) -> None:
    assert place_slug(issuer) == slug
