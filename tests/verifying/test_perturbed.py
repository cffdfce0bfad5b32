"""What is true with one thing changed in it is never borne out: another year, day, side, place, number, or denied.

Each sentence of the report is a claim that is borne out as it stands, and in other words; every change of it is not.
"""

import re
from collections.abc import Iterator

import pytest

from store import Desk

REPORT = """朝鮮半島をめぐる経過

2015年2月10日、日本は北朝鮮に対する独自の制裁を強化した。
2015年3月4日、北朝鮮は中国に核計画の申告書を提出した。
2015年4月12日、小泉首相は平壌で金正日総書記と会談した。
2015年5月6日、韓国の特使団が北京で中国の外相と会い、首脳会談の開催を求めた。
2015年6月20日、北朝鮮は弾道ミサイル4発を発射した。
2015年7月8日、安保理は北朝鮮の人権状況に関する会合を開いた。
2015年8月25日、日朝の局長級協議がウランバートルで開かれた。
2015年9月3日、北朝鮮は6回目の核実験を行った。
2015年10月2日、米国は北朝鮮に重油5万トンを供給した。
2015年11月9日、ロシアの拒否権により制裁の延長決議案が否決された。
2015年12月7日、北朝鮮は米兵の遺骨55柱を返還した。
"""

OTHER_WORDS = [
    "2015年2月10日に北朝鮮への独自制裁を強めたのは日本だった。",
    "核計画の申告書を2015年3月4日に北朝鮮が渡した相手は中国である。",
    "2015年4月12日、小泉首相は平壌で金正日総書記と顔を合わせた。",
    "2015年6月20日、北朝鮮が弾道ミサイルを4発撃った。",
    "2015年8月25日に日朝の局長級協議が持たれたのはウランバートルである。",
    "2015年10月2日、重油5万トンが米国から北朝鮮に渡された。",
    "2015年12月7日、米兵の遺骨55柱が北朝鮮から返された。",
]

_SIDES = ["日本", "中国", "韓国", "米国", "ロシア", "北朝鮮"]
_PEOPLE = ["小泉首相", "金正日総書記", "プーチン大統領", "トランプ大統領"]
_PLACES = ["平壌", "ウランバートル", "北京", "ハノイ"]
_DENIED = [("した。", "しなかった。"), ("行った。", "行わなかった。"), ("開いた。", "開かなかった。"), ("開かれた。", "開かれなかった。"),
           ("された。", "されなかった。"), ("求めた。", "求めなかった。"), ("合わせた。", "合わせなかった。"), ("撃った。", "撃たなかった。"),
           ("返された。", "返されなかった。"), ("渡された。", "渡されなかった。")]


def changed(claim: str) -> Iterator[str]:
    """The claim with one thing changed, in turn: year, month, day, one of each kind of name, each number, its end."""
    yield claim.replace("2015年", "2014年")
    yield claim.replace("2015年", "2025年")
    yield re.sub(r"年(\d+)月", lambda match: f"年{int(match[1]) % 12 + 1}月", claim)
    yield re.sub(r"月(\d+)日", lambda match: f"月{(int(match[1]) + 9) % 27 + 1}日", claim)
    for names in (_SIDES, _PEOPLE, _PLACES):
        for name in names:
            other = next((one for one in names if one not in claim), None)
            if other and re.search(rf"{name}(?!国)", claim):
                yield claim.replace(name, other, 1)
    for match in re.finditer(r"\d+(?=(?:万トン|発|回目|柱))", claim):
        yield f"{claim[: match.start()]}{int(match[0]) * 2 + 1}{claim[match.end() :]}"
    said = [(end, denied) for end, denied in _DENIED if claim.endswith(end)]
    if said:
        end, denied = max(said, key=lambda pair: len(pair[0]))
        yield claim.removesuffix(end) + denied


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("perturbed"), {"report": REPORT})


def test_true_claims_are_borne_out(desk: Desk) -> None:
    claims = [*REPORT.splitlines()[2:], *OTHER_WORDS]
    lost = [one.claim.text for one in desk.check("\n".join(claims)).checked if one.verdict != "supported"]
    assert not lost


def test_no_change_of_a_true_claim_is_borne_out(desk: Desk) -> None:
    claims = [other for claim in (*REPORT.splitlines()[2:], *OTHER_WORDS) for other in dict.fromkeys(changed(claim)) if other != claim]
    assert len(claims) > 100
    borne = [one.claim.text for one in desk.check("\n".join(claims)).checked if one.verdict == "supported"]
    assert not borne
