"""Claims of which the source has the same in other form: by a house, by the sentence before, by a plan, by what came to nothing."""

import pytest

from store import Desk

REPORT = """首脳外交の経過

2018年3月8日、鄭義溶氏はホワイトハウスでトランプ大統領に会談の申し出を伝えた。
2018年5月26日、南北首脳は板門店の北側で急きょ再会した。
2019年10月5日、ストックホルム郊外で行われた米朝の実務協議は、たった一日で物別れに終わった。
2012年12月12日、北朝鮮は東倉里からミサイルを発射した。破壊措置は実施されなかった。
1995年5月26日、国際貿易促進委員会の李成禄委員長が来日し、コメの貸与を申し入れた。
2018年5月24日、北朝鮮は豊渓里の坑道を爆破したが、専門家の立会いは認めておらず、検証はなかった。
2018年4月20日、朝鮮労働党は中央委員会総会で、核実験の中止と、核実験場の廃棄を決定した。
2002年3月11日、よど号事件の犯人の元妻が、1983年に有本恵子さんを欧州から北朝鮮に誘い出したと証言した。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("otherwise"), {"report": REPORT})


@pytest.mark.parametrize("claim", [
    "2018年3月8日、鄭義溶氏はワシントンでトランプ大統領に会談の申し出を伝えた。",
    "2018年5月26日、南北の首脳は板門店で2度目の会談を行った。",
    "2019年10月5日にストックホルム近郊で行われた米朝の実務協議は、1日で決裂した。",
    "2018年4月20日の朝鮮労働党中央委員会総会で、核実験場を廃棄することが決まった。",
    "2002年3月11日、元妻が有本恵子さんを北朝鮮に連れ出したと証言した。",
])
def test_borne_out(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict == "supported"


@pytest.mark.parametrize("claim", [
    "2018年3月8日、鄭義溶氏はソウルでトランプ大統領に会談の申し出を伝えた。",
    "2012年12月の発射に対し、破壊措置が実施された。",
    "1995年5月、朝鮮赤十字会の委員長が来日し、コメの貸与を申し入れた。",
    "2018年5月24日に豊渓里の坑道が爆破され、専門家も立ち会った。",
    "2012年12月12日、北朝鮮は東倉里からミサイルを発射しなかった。",
])
def test_not_borne_out(desk: Desk, claim: str) -> None:
    assert desk.one(claim).verdict != "supported"
