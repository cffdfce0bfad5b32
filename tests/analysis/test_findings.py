"""What the coders of findings read in sentences of our own, rule by rule."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from keii.settings import settings
from keii.values.cause import Cause
from keii.values.expectation import Expectation
from keii.values.finding import Finding
from keii.values.instrument import Instrument
from keii.values.measure import Measure
from keii.values.proposal import Proposal
from keii.values.recommendation import Recommendation
from keii.values.stance import Stance
from keii.workbench.extracting import Extractor

F = TypeVar("F", bound=Finding)
Read = Callable[[str, type[F]], list[F]]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read[Finding]:
    extractor, path = Extractor(settings({})), tmp_path_factory.mktemp("findings") / "told.txt"

    def found(words: str, kind: type[F]) -> list[F]:
        Path(path).write_text(words + "\n", encoding="utf-8")
        return [one for one in extractor.coded(extractor.read(path, "2020")).findings if isinstance(one, kind)]

    return found


CAUSES = [
    ("再開の要因は多くの研究も指摘しているように世論の支持としても説明できるが、周辺国の仲介であった。",
     [("世論の支持", "再開", "promoting", False), ("周辺国の仲介", "再開", "promoting", False)]),
    ("議長国の粘り強い調整が交渉を再開に導いた。そして、隣国が対話を後押ししたことも一つの要因として作用した。",
     [("議長国の粘り強い調整", "交渉を再開", "promoting", False), ("隣国が対話を後押ししたこと", "交渉を再開", "promoting", False)]),
    ("正常化に反対している野党の立場が構造的要因として作用した。", [("正常化に反対している野党の立場", "正常化", "obstructing", False)]),
    ("経済制裁が、同国が協議を拒否した原因ではない。", [("経済制裁", "同国が協議を拒否した", "obstructing", True)]),
    ("周辺国の支援の程度によって協議は異なる結果を出した。", [("周辺国の支援の程度", "協議は異なる結果を出した", "ambivalent", False)]),
    ("なぜならば、外相会談の開催を機に、関係は大きく進展したためである。", [("外相会談の開催", "関係は大きく進展した", "promoting", False)]),
    ("決議案が常任理事国の拒否権行使によって否決された。", [("常任理事国の拒否権行使", "決議案は否決された", "breaking", False)]),
    ("相手国の関心は薄いながらも、核実験により協議は頓挫した。", [("核実験", "協議は頓挫した", "breaking", False)]),
    ("相手の出方によっては協議の中止も検討する。", []),
    ("政府は従来の説明を崩していない。", []),
]


@pytest.mark.parametrize(("words", "claims"), CAUSES)
def test_causal_claims(words: str, claims: list[tuple[str, str, str, bool]], read: Read[Cause]) -> None:
    assert [(one.cause, one.effect, one.polarity, one.denied) for one in read(words, Cause)] == claims


def test_what_a_study_says_before_a_concession_is_its_own_and_not_the_writers(read: Read[Cause]) -> None:
    assert [one.claimed_by for one in read(CAUSES[0][0], Cause)] == ["多くの研究", None]


MEANS = [
    ("米国は日朝交渉に対する反対を強めた。", []),
    ("政府は食糧支援を当面見合わせた。", []),
    ("中国とロシアは2019年、制裁の緩和を盛り込んだ決議案を提出した。", [("関与", "sanctions", "bilateral", ("CHN", "RUS"))]),
    ("日本は韓国との間で軍事情報包括保護協定に署名した。", [("封じ込め", "deterrence", "bilateral", ("JPN", "KOR"))]),
    ("韓国が協力し、コメ支援を実施した。", [("関与", "dialogue", "unilateral", ("KOR",))]),
    ("韓国政府が送った肥料は農村に提供された。", [("関与", "dialogue", "unilateral", ("KOR",))]),
    ("特使団は、北朝鮮が意志を示し、米国と対話を行う用意があると表明した旨発表した。", []),
    ("韓国は、先に相手を叩く「先制攻撃」、飛来するミサイルを落とす「ミサイル防衛」、報復のための部隊を保有している。",
     [("軍事攻撃", "deterrence", "unilateral", ("KOR",)), ("封じ込め", "deterrence", "unilateral", ("KOR",))]),
]


@pytest.mark.parametrize(("words", "means"), MEANS)
def test_means_and_whose_they_are(words: str, means: list[tuple[str, str, str, tuple[str, ...]]], read: Read[Instrument]) -> None:
    assert [(one.approach, one.pillar, one.level, one.actors) for one in read(words, Instrument)] == means


def test_who_acts_last_in_what_is_reported_takes_the_stance(read: Read[Stance]) -> None:
    told = read("「新冷戦」を強調しながら、北朝鮮はロシアとの関係を強化した。", Stance)
    assert [(one.actor, one.issue, one.stance) for one in told] == [("PRK", "new-cold-war", "asserts")]


def test_concern_is_no_pledge(read: Read[Stance]) -> None:
    told = read("日本は、制裁の緩和に対し強い懸念を表明した。", Stance)
    assert [(one.actor, one.stance) for one in told] == [("JPN", "opposes")]


def test_a_condition_stays_with_what_follows_from_it(read: Read[Proposal]) -> None:
    told = read("ハリス（R. Harris）教授の案では、第一段階で核実験を停止する。ただし、相手が査察を拒み、あるいは協議が失敗した場合は、制裁を強め、"
                "圧力を拡大する。", Proposal)
    assert [(one.part, one.text) for one in told if one.part == "condition"] == [
        ("condition", "相手が査察を拒み、あるいは協議が失敗した場合は、制裁を強め、圧力を拡大する")]


def test_what_the_council_goes_on_to_ask_stands_under_its_resolution(read: Read[Measure]) -> None:
    told = read("2017年9月に採択された決議2375は、繊維製品の輸出を禁止した。\n\n　国連安保理は、加盟国が自国内の北朝鮮労働者の状況に注意するよう"
                "呼びかけている。", Measure)
    assert [(one.resolution, one.category) for one in told] == [("決議2375", "goods"), ("決議2375", "labour")]


OUTLOOK = [
    ("相手国にとっては不愉快だったであろう。", [("assessed", "likely")]),
    ("核施設の稼働が継続されている可能性がある。", [("assessed", "possible")]),
    ("同国は交渉を続けるものとみられる。", [("forecast", "likely")]),
    ("資格を得たとも言える。", [("assessed", "possible")]),
    ("同国は何を得られるのであろうか？", []),
]


@pytest.mark.parametrize(("words", "held"), OUTLOOK)
def test_forecasts_and_assessments(words: str, held: list[tuple[str, str]], read: Read[Expectation]) -> None:
    assert [(one.factuality, one.strength) for one in read(words, Expectation)] == held


def test_who_voices_a_doubt_is_told(read: Read[Expectation]) -> None:
    assert [one.who for one in read("また、米国側からは、製造が継続されている可能性があるとの指摘が出されている。", Expectation)] == ["USA"]


ADVICE = [
    ("委員会は、責任者を裁判所に託すことを安保理に要請すべきである。", [("UNSC",)]),
    ("日米協議が始まったとしても、認識を共有する必要がある。", [()]),
    ("両国の協力が必須であるという考えであった。", []),
    ("新たな条件が示されたのかについても検討する必要がある。", []),
    ("拉致問題を重要な課題として認識していたため、早期解決を急いだ。", []),
]


@pytest.mark.parametrize(("words", "addressees"), ADVICE)
def test_recommendations_and_whom_they_address(words: str, addressees: list[tuple[str, ...]], read: Read[Recommendation]) -> None:
    assert [one.addressee for one in read(words, Recommendation)] == addressees
