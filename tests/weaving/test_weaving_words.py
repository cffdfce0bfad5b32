"""Plain text, content words, persons and titles."""

import pytest

from keii.weaving.words import KINDS, abbreviations, even, number, persons, plain, titles, unwrapped, words


@pytest.mark.parametrize(("text", "expected"), [
    ("五", 5), ("十", 10), ("二十一", 21), ("百五", 105), ("千九百", 1900), ("二〇一六", 2016), ("〇", 0)])
def test_number(text: str, expected: int) -> None:
    assert number(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("第五回核実験", "第5回核実験"),
    ("第５回\n核実験", "第5回核実験"),
    ("三度目の核実験", "3度目の核実験"),
    ("六か国協議", "6か国協議"),
    ("核実験̶第四回", "核実験第4回"),
    ("一致して一方", "一致して一方"),
    ("𠮷田氏", "𠮷田氏"),
    ("ﾐｻｲﾙ", "ミサイル"),
])
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(("one", "other"), [
    ("条約に調印", "条約に署名"),
    ("タリバーン", "タリバン"),
    ("六者会合", "6か国協議"),
    ("枠組み合意", "枠組合意"),
    ("漁船を抑留", "漁船を拘束"),
    ("遺骨の送還", "遺骨の返還"),
    ("韓国に移送", "韓国に引き渡し"),
    ("協議は物別れ", "会談は決裂"),
    ("外交関係を断絶", "国交を断交"),
    ("会談を取りやめ", "会談を中止"),
])
def test_even_reads_two_writings_as_one(one: str, other: str) -> None:
    assert even(plain(one)) == even(plain(other))


@pytest.mark.parametrize(("name", "read"), [
    ("青\n森県", "青森県"), ("寧\nニョンビョン\n\n辺", "寧辺"), ("豊\n\nプ ン ゲ リ\n\n渓里", "豊渓里"), ("ハノイ\n市", "ハノイ市"),
    ("New York", "New York"), ("平壌", "平壌")])
def test_a_name_is_read_without_wraps_and_readings(name: str, read: str) -> None:
    assert unwrapped(name) == read


def test_words_leave_out_dates_states_and_titles() -> None:
    assert words("2016年9月9日に北朝鮮の首相が発表") == frozenset()
    assert words("南北連絡事務所") >= {"連絡", "事務"}
    assert words("キャンプ・デビッド") == {"キャンプ", "デビッド", "キャンプデビッド"}
    assert words("THAAD配備") == {"THAAD", "配備"}
    assert words("5回") == {"5回"}


@pytest.mark.parametrize(("text", "expected"), [
    ("ポンペオ国務長官が訪朝", {("国務長官", "ポンペオ")}),
    ("習近平国家主席と金正恩党委員長", {("主席", "習近平"), ("委員長", "金正恩")}),
    ("小泉純一郎首相", {("首相", "小泉純一郎")}),
    ("米大統領が述べ", set()),
    ("両首脳と同外相", set()),
])
def test_persons(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(office, name) for office, name in persons(even(plain(text)))} >= expected
    assert bool(persons(even(plain(text)))) == bool(expected)


@pytest.mark.parametrize(("text", "expected"), [
    ("日朝平壌宣言に署名", {"平壌宣言"}),
    ("パリ協定が発効", {"パリ協定"}),
    ("「9月平壌共同宣言」", {"9月平壌共同宣言"}),
    ("共同声明を発表", set()),
    ("合意に至らず", set()),
])
def test_titles(text: str, expected: set[str]) -> None:
    assert titles(even(plain(text))) == expected


def test_abbreviations_and_kinds() -> None:
    assert abbreviations("日韓はGSOMIAを締結、THAADも") == {"GSOMIA", "THAAD"}
    assert {"実験", "発射"} <= KINDS
