"""Words that can replace each other: every group is more than one word, in its normal form, and none holds opposites."""

import re
from collections import Counter

import pytest

from keii.language.alike import converse, groups, idioms, idioms_in, near, opposite
from keii.language.tokens import tokenise

APART = [("成功", "失敗"), ("賛成", "反対"), ("合意", "決裂"), ("再開", "中断"), ("採択", "否決"), ("延長", "打ち切る"), ("解除", "強化"),
         ("増える", "減る"), ("支持", "反対"), ("参加", "欠席"), ("加盟", "脱退"), ("発効", "失効"), ("生存", "死亡"), ("引き上げる", "引き下げる"),
         ("始まる", "終わる"), ("緩和", "強化"), ("受け取る", "送る"), ("輸出", "輸入"), ("解除", "認める"), ("発表", "実施"), ("制裁", "抗議"),
         ("協議", "合意"), ("決定", "実施"), ("提案", "開催"), ("聴取", "説明"), ("派遣", "召還"), ("勝訴", "敗訴"), ("就任", "辞任"),
         ("開設", "閉鎖"), ("禁止", "解禁"), ("保有", "放棄"), ("指名", "解任"), ("貸す", "借りる"), ("約束", "履行"), ("会談", "記者会見"),
         ("延期", "中止"), ("署名", "発効"), ("打診", "合意"), ("射殺", "毒殺"), ("重傷", "軽傷"), ("非難", "攻撃"), ("採決", "可決"),
         ("逮捕", "起訴"), ("辞任", "解任"), ("警告", "発射"), ("指名", "当選"), ("受理", "却下"), ("探知", "迎撃"), ("申請", "許可")]


def test_every_group_says_one_thing_in_several_words() -> None:
    assert len(groups()) > 450
    assert all(len(group) > 1 for group in groups())


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_not_the_same_stands_in_no_group_together(one: str, other: str) -> None:
    assert not [group for group in (*groups(), *near()) if one in group and other in group]


def test_what_excludes_each_other_stands_in_no_group_together() -> None:
    apart = {frozenset((one, other)) for left, right in opposite() for one in left for other in right}
    assert len(apart) > 1000
    assert not [(pair, group) for group in (*groups(), *near()) for pair in apart if pair <= set(group)]


def test_nothing_stands_on_both_sides() -> None:
    assert not [left & right for left, right in (*opposite(), *converse()) if left & right]


def test_a_phrase_stands_for_one_word() -> None:
    stems = Counter(stem for stem, _ in idioms())
    words = {word for group in (*groups(), *near()) for word in group}
    assert not [(stem, word) for stem, word in idioms() if len(tokenise(word)) > 1 and word not in words and stem != word]
    assert len(stems) > 400


_ENDED_BADLY = {"決裂", "不調", "失敗", "頓挫", "反対", "拒否"}
_GOOD = re.compile("合意|一致|成果|実り|結論|まとま|折り合い|妥結|与し|聞く耳")
_DENIED = re.compile("(?:[わらさま]|ず|な|ない|なく|ないように|乏し|を欠|溝は埋まら)$")


def test_a_phrase_for_what_went_wrong_holds_its_denial() -> None:
    found = [stem for stem, word in idioms() if word in _ENDED_BADLY and _GOOD.search(stem)]
    assert len(found) > 30
    assert not [stem for stem in found if not _DENIED.search(stem) and not re.search("溝|隔たり", stem)]


@pytest.mark.parametrize(("text", "stem"), [
    ("発射が繰り返された", "返され"), ("主席について述べた", "席につ"), ("資金を供与しなかった", "与しな"), ("資金が流れた", "流れた"),
    ("先手を打った", "手を打"), ("合意できるとの見通し", "合意でき"), ("成果を上げられた", "成果を上げられ"), ("実りを得た", "実りを得")])
def test_no_phrase_is_read_into_other_words(text: str, stem: str) -> None:
    assert stem in text
    assert not idioms_in(text)


@pytest.mark.parametrize(("one", "other"), [
    ("廃棄", "捨てる"), ("署名", "調印"), ("死亡", "亡くなる"), ("送還", "送り返す"), ("聴取", "ヒアリング"), ("答弁", "述べる"), ("推戴", "就任"),
    ("召還", "呼び戻す"), ("棄却", "退ける"), ("導入", "発動"), ("削除", "除外"), ("探知", "捕捉"), ("侵攻", "攻め込む"), ("解禁", "許可"),
    ("断交", "断絶"), ("永眠", "死去"), ("渡航", "旅行"), ("執り行う", "営む"),
    ("謁見", "面会"), ("仲裁", "調停"), ("護送", "移送"), ("放逐", "追放"), ("快諾", "受諾"), ("照会", "問い合わせる"), ("指令", "命じる"),
    ("固辞", "辞退"), ("恫喝", "脅す"), ("陳謝", "詫びる"), ("接収", "没収"), ("抵触", "違反"), ("着弾", "落下"), ("急襲", "襲う"),
    ("誘拐", "攫う"), ("勾留", "拘置"), ("収監", "投獄"), ("奪還", "取り戻す"), ("起動", "稼働"), ("隠蔽", "隠す"), ("贈呈", "贈る"),
    ("返済", "返す"), ("仕入れる", "輸入"), ("乗っ取る", "ハッキング"), ("落成", "完成"), ("互選", "選出"), ("即位", "就任"),
    ("圧勝", "勝利"), ("蜂起", "反乱"), ("病没", "病死"), ("刊行", "出版"), ("吐露", "告白"), ("究明", "突き止める"), ("順延", "延期"),
    ("完遂", "達成"), ("勃発", "起こる"), ("接岸", "入港"), ("断ち切る", "断絶")])
def test_words_that_replace_each_other_stand_together(one: str, other: str) -> None:
    assert [group for group in groups() if one in group and other in group]
