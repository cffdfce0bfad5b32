"""Ordinals, numbers of resolutions, models, and what the key of an event adds."""

import pytest
from weaving_cases import event

from keii.weaving.marks import marks, models, ordinals, resolutions
from keii.weaving.words import plain


@pytest.mark.parametrize(("text", "expected"), [
    ("第五回核実験", {("核実験", 5)}),
    ("5回目の核実験を強行", {("核実験", 5)}),
    ("三度目の首脳会談", {("首脳会談", 3)}),
    ("第四回ならびに第五回核実験", {("核実験", 4), ("核実験", 5)}),
    ("第四回（1月6日）及び第五回核実験", {("核実験", 4), ("核実験", 5)}),
    ("第1次核危機", {("核危機", 1)}),
    ("第7章第41条", set()),
    ("20回以上実施", set()),
])
def test_ordinals(text: str, expected: set[tuple[str, int]]) -> None:
    assert ordinals(plain(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("決議2270を採択", {"2270"}),
    ("決議第2321号", {"2321"}),
    ("第1718号決議", {"1718"}),
    ("決議1695・1718", {"1695", "1718"}),
    ("決議二二七〇号", {"2270"}),
    ("2016年に決議を採択", set()),
])
def test_resolutions(text: str, expected: set[str]) -> None:
    assert resolutions(plain(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("「火星15」を発射", {("火星", "15")}),
    ("火星―１５型", {("火星", "15")}),
    ("「北極星2号」", {("北極星", "2")}),
    ("テポドン2改良型", {("テポドン", "2")}),
    ("ミサイル3発を6月12日に", set()),
    ("首脳会談2日目", set()),
    ("シンガポール12日", set()),
])
def test_models(text: str, expected: set[tuple[str, str]]) -> None:
    assert models(plain(text)) == expected


def test_a_key_speaks_before_the_text() -> None:
    told = event("第4回及び第5回核実験", key=("第5回", "核弾頭"))
    found = marks(told, plain(told.summary))
    assert found.ordinals == {("核実験", 5)}
    assert found.keyed == {"ordinals"}
    assert found.others == {"核弾頭"}


def test_a_key_names_a_treaty() -> None:
    found = marks(event("協定に署名", key=("GSOMIA",)), "協定に署名")
    assert found.abbreviations == {"GSOMIA"}
    assert "abbreviations" in found.keyed
