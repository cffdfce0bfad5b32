"""Words that can replace each other: every group is more than one word, in its normal form, and none holds opposites."""

from collections import Counter

import pytest

from keii.language.alike import converse, groups, idioms, near, opposite
from keii.language.tokens import tokenise

APART = [("成功", "失敗"), ("賛成", "反対"), ("合意", "決裂"), ("再開", "中断"), ("採択", "否決"), ("延長", "打ち切る"), ("解除", "強化"),
         ("増える", "減る"), ("支持", "反対"), ("参加", "欠席"), ("加盟", "脱退"), ("発効", "失効"), ("生存", "死亡"), ("引き上げる", "引き下げる"),
         ("始まる", "終わる"), ("緩和", "強化"), ("受け取る", "送る"), ("輸出", "輸入"), ("解除", "認める"), ("発表", "実施"), ("制裁", "抗議"),
         ("協議", "合意"), ("決定", "実施"), ("提案", "開催"), ("聴取", "説明"), ("派遣", "召還"), ("勝訴", "敗訴"), ("就任", "辞任"),
         ("開設", "閉鎖"), ("禁止", "解禁"), ("保有", "放棄"), ("指名", "解任"), ("貸す", "借りる"), ("約束", "履行"), ("会談", "記者会見")]


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


@pytest.mark.parametrize(("one", "other"), [
    ("廃棄", "捨てる"), ("署名", "調印"), ("死亡", "亡くなる"), ("送還", "送り返す"), ("聴取", "ヒアリング"), ("答弁", "述べる"), ("推戴", "就任"),
    ("召還", "呼び戻す"), ("棄却", "退ける"), ("導入", "発動"), ("削除", "除外"), ("探知", "捕捉"), ("侵攻", "攻め込む"), ("解禁", "許可"),
    ("断交", "断絶"), ("永眠", "死去"), ("渡航", "旅行"), ("執り行う", "営む")])
def test_words_that_replace_each_other_stand_together(one: str, other: str) -> None:
    assert [group for group in groups() if one in group and other in group]
