"""Words that can replace each other: every group is more than one word, in its normal form, and none holds opposites."""

import pytest

from keii.language.alike import groups

APART = [("成功", "失敗"), ("賛成", "反対"), ("合意", "決裂"), ("再開", "中断"), ("採択", "否決"), ("延長", "打ち切る"), ("解除", "強化"),
         ("増える", "減る"), ("支持", "反対"), ("参加", "欠席"), ("加盟", "脱退"), ("発効", "失効"), ("生存", "死亡"), ("引き上げる", "引き下げる"),
         ("始まる", "終わる"), ("緩和", "強化"), ("受け取る", "送る"), ("輸出", "輸入")]


def test_every_group_says_one_thing_in_several_words() -> None:
    assert len(groups()) > 250
    assert all(len(group) > 1 for group in groups())


@pytest.mark.parametrize(("one", "other"), APART)
def test_opposites_stand_in_no_group_together(one: str, other: str) -> None:
    assert not [group for group in groups() if one in group and other in group]


@pytest.mark.parametrize(("one", "other"), [("廃棄", "捨てる"), ("署名", "調印"), ("死亡", "亡くなる"), ("送還", "送り返す")])
def test_words_that_replace_each_other_stand_together(one: str, other: str) -> None:
    assert [group for group in groups() if one in group and other in group]
