"""A shallow reading of Japanese grammar: predicates, what joins them, and the phrases they take."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cost
from keii.language.clauses import parse
from keii.language.outline import outline
from keii.values.clause import Clause


def read(text: str) -> tuple[Clause, ...]:
    return parse(text, 0, 0, (0, len(text)))


@pytest.mark.parametrize(("text", "predicates"), [
    ("首相は平壌を訪れ、総書記と会談した。", ["訪れる coordinate", "会談 end"]),
    ("外務省は合意を発表した。", ["発表 end"]),
    ("外相が訪中する予定だ。", ["訪中 quote", "予定 end"]),
    ("交渉を再開すると表明した。", ["再開 quote", "表明 end"]),
    ("交渉を中断すると一方的に宣言した。", ["中断 quote", "宣言 end"]),
    ("会談に応じたため、制裁を緩めた。", ["応ずる subordinate", "緩める end"]),
    ("拘束していた記者を解放した。", ["拘束 relative", "解放 end"]),
    ("日本は制裁を強化、韓国は工業団地を閉鎖した。", ["強化 coordinate", "閉鎖 end"]),
    ("平壌で南北首脳会談", ["南北首脳会談 nominal"]),
    ("総理は書簡をお送りになりました。", ["送る end"]),
    ("大臣が長官とお会いになられた。", ["会う end"]),
    ("先方にお伝え申し上げました。", ["伝える end"]),
    ("先方と協議させていただきました。", ["協議 end"]),
    ("先方から通告がございました。", ["ある end"]),
    ("北朝鮮は査察を受け入れはしなかった。", ["受け入れる end"]),
    ("北朝鮮は応じようとはしない。", ["応ずる end"]),
    ("決議案を強く非難した。", ["非難 end"]),
    ("同国を最大の敵と位置付けた。", ["位置付ける end"]),
    ("条約が発効した（議会は批准を見送った）。", ["発効 end", "見送る end"]),
])
def test_predicates(text: str, predicates: list[str]) -> None:
    assert [f"{clause.lemma} {clause.link}" for clause in read(text)] == predicates


@pytest.mark.parametrize(("text", "phrases"), [
    ("韓国は米国に対し、対話を求めた。", ["韓国 は", "米国 に対して", "対話 を"]),
    ("米国の仲介によって両国が合意した。", ["米国の仲介 によって", "両国 が"]),
    ("対話を通じて関係を改善した。", ["対話 を通じて", "関係 を"]),
    ("代表団とともに帰国した。", ["代表団 とともに"]),
    ("「対話を続ける。」と述べた。", ["「対話を続ける。」 と"]),
])
def test_phrases_of_the_last_predicate(text: str, phrases: list[str]) -> None:
    clause = read(text)[-1]
    assert [f"{text[phrase.start:phrase.end]} {phrase.case}" for phrase in clause.phrases] == phrases


def test_a_topic_carries_on() -> None:
    text = "北朝鮮は声明を出し、米国を非難した。"
    topic = read(text)[-1].topic
    assert topic is not None
    assert text[topic.start : topic.end] == "北朝鮮"


def test_a_topic_of_a_quotation_stays_in_it() -> None:
    text = "日本は抗議し、合意を破棄する考えはないと伝えた。"
    topic = read(text)[-1].topic
    assert topic is not None
    assert text[topic.start : topic.end] == "日本"


def test_a_relative_clause_in_the_present_leaves_the_time_to_its_governor() -> None:
    text = "日本は2016年2月10日に往来の規制を含む措置を決めた。"
    clauses = parse(text, 0, 0, (0, len(text)), [(3, 13)])
    assert [text[p.start : p.end] for p in clauses[-1].phrases][:2] == ["日本", "2016年2月10日"]


@pytest.mark.parametrize(("text", "traits"), [
    ("専門家を立ち会わせなかった。", {"causative", "negative", "past"}),
    ("会談が開かれた。", {"passive", "past"}),
    ("交渉を続けている。", {"progress"}),
    ("会談したい。", {"desire"}),
])
def test_traits(text: str, traits: set[str]) -> None:
    assert read(text)[-1].traits == traits


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="日朝首脳会談をした。、「」（）【】『』発表すると2年が𠮷\r\nはA ", max_size=120))
def test_clauses_stay_in_the_text(text: str) -> None:
    for clause in read(text):
        assert 0 <= clause.start <= clause.head[0] < clause.head[1] <= len(text)
        assert clause.end <= len(text)
        assert all(0 <= phrase.start < phrase.end <= len(text) for phrase in clause.phrases)


@given(st.text(alphabet="「」（）()あ【】", max_size=60))
def test_an_outline_maps_back(text: str) -> None:
    view = outline(text, 0, len(text))
    assert len(view.origin) == len(view.text) + 1
    assert list(view.origin) == sorted(view.origin)


def test_long_runs_are_read_in_linear_time() -> None:
    clause = "制裁を強化し、"
    most = 40 * cost.seconds(lambda: read(clause * 200)) + 0.5
    assert cost.seconds(lambda: read(clause * 2_000), under=most) < most
    read("（" * 20_000 + "）" * 20_000)
