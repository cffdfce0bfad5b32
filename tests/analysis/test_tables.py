"""The tables made from our own texts, against what a careful reader lists; and over every row, exact quotes."""

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
import texts

from keii.cli import main
from keii.presenting.analysis import FIGURES, FORMS
from keii.workbench.analysing import NAMES

Row = dict[str, object]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("analyses")
    for name in ("RESOLUTIONS", "CAUSES", "PROPOSAL", "REVIEW", "RECORD"):
        (folder / f"{name.lower()}.txt").write_text(getattr(texts, name), encoding="utf-8")
    assert main(["add", str(folder), "--published", "2024-05", "--db", str(folder / "a.db")]) == 0
    return str(folder / "a.db")


def told(db: str, capsysbinary: pytest.CaptureFixture[bytes], *asked: str) -> dict[str, object]:
    capsysbinary.readouterr()
    assert main(["analyse", *asked, "--format", "json", "--db", db]) == 0
    whole: dict[str, object] = json.loads(capsysbinary.readouterr().out)
    return whole


def rows(db: str, capsysbinary: pytest.CaptureFixture[bytes], *asked: str) -> list[Row]:
    found = told(db, capsysbinary, *asked)["rows"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_the_text_of_its_document(name: str, db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = rows(db, capsysbinary, name)
    assert found
    for row in found:
        assert row["quotes"]
        for (doc, start, end), quote in zip(row["evidence"], row["quotes"], strict=True):
            assert getattr(texts, doc.upper())[start:end] == quote


def test_measures_with_thresholds_exemptions_and_dates(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = rows(db, capsysbinary, "provisions")
    assert [(row["resolution"], row["adopted"], row["category"]) for row in found] == [
        ("日本の独自措置", "2006-10", "shipping"), ("決議2371", "2017-08-05", "resources"), ("決議2371", "2017-08-05", "resources"),
        ("決議2371", "2017-08-05", "resources"), ("決議2375", "2017-09", "goods"), ("決議2397", "2017-12-22", "fuel"),
        ("決議2397", "2017-12-22", "fuel"), ("決議2397", "2017-12-22", "goods"), ("決議2397", "2017-12-22", "resources"),
        ("決議2397", "2017-12-22", "labour")]
    assert [row["threshold"] for row in found if row["threshold"]] == [
        {"value": 500000, "unit": "barrel", "per": "year"}, {"value": 4000000, "unit": "barrel", "per": "year"}]
    assert [row["exemption"] for row in found if row["exemption"]] == ["ただし、北朝鮮の労働者のうち難民は除外される。"]


def test_causal_claims_with_polarity_and_denial(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = rows(db, capsysbinary, "factors")
    assert [(row["cause"], row["effect"], row["polarity"], row["denied"]) for row in found] == [
        ("議長国の粘り強い仲介", "交渉が再開された", "promoting", False),
        ("2017年の弾道ミサイル発射", "三か国の防衛協力は強化された", "promoting", False),
        ("資金凍結をめぐる対立", "協議は難航した", "obstructing", False),
        ("隣国の反対", "交渉", "obstructing", False),
        ("世論の反発", "交渉", "breaking", True),
        ("首脳の訪問", "関係改善", "promoting", False),
        ("翌年の爆破事件", "会談は頓挫した", "breaking", False)]


def test_parts_of_a_proposal(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = rows(db, capsysbinary, "proposals")
    assert {(row["author"], row["date"]) for row in found} == {("トーマス・グリーン", "2019-03-05")}
    assert [(row["part"], row["stage"]) for row in found] == [
        ("stage", "第一段階"), ("verification", "第一段階"), ("inducement", None), ("stage", "第二段階"), ("condition", "第二段階")]


def test_positions_in_order_with_the_shift(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = rows(db, capsysbinary, "positions", "--actors", "PRK", "--issue", "denuclearisation")
    assert [(row["date"], row["stance"], row["shift"]) for row in found] == [
        ("2018-06-12", "commits", False), ("2022-09-08", "nuclear-power", True)]


def test_outlook_and_recommendations(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    expected = rows(db, capsysbinary, "outlook")
    assert [(row["factuality"], row["strength"]) for row in expected] == [
        ("forecast", "likely"), ("forecast", "possible"), ("assessed", "doubtful")]
    advised = rows(db, capsysbinary, "recommendations")
    assert [(row["addressee"], row["issue"]) for row in advised] == [(["JPN"], None), ([], "human-rights")]


def test_instruments_of_the_three_not_of_the_other_side(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = rows(db, capsysbinary, "instruments", "--doc", "review")
    assert {(row["approach"], row["pillar"], row["level"], tuple(row["actors"])) for row in found} == {
        ("封じ込め", "deterrence", "trilateral", ("JPN", "USA", "KOR")), ("封じ込め", "sanctions", "unilateral", ("KOR",))}


def test_a_period_leaves_out_what_has_no_date_and_says_so(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    whole = told(db, capsysbinary, "instruments", "--from", "2006", "--to", "2006")
    assert [row["date"] for row in whole["rows"]] == ["2006-10"]
    assert any("日付の分からない" in remark for remark in whole["remarks"])


@pytest.mark.parametrize("form", [form for form in FORMS if form not in FIGURES])
def test_nothing_found_is_said_in_a_sentence(form: str, db: str, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    target = tmp_path / f"none.{form}"
    assert main(["analyse", "positions", "--actors", "MNG", "--format", form, "-o", str(target), "--db", db]) == 0
    data = target.read_bytes()
    if form == "docx":
        data = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    elif form == "xlsx":
        data = "\n".join(str(cell) for row in openpyxl.load_workbook(io.BytesIO(data))["範囲"].values for cell in row).encode()
    assert "絞り込みに当たる記述はありません" in data.decode("utf-8-sig")
    assert b"<w:tbl>" not in data


def test_forms_hold_the_rows(db: str, tmp_path: Path) -> None:
    for form in ("xlsx", "docx", "html", "csv", "table"):
        assert main(["analyse", "provisions", "--format", form, "-o", str(tmp_path / form), "--db", db]) == 0
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "xlsx").read_bytes()))["行"]
    assert [cell.value for cell in sheet[7]][1:6] == ["決議2397", "2017-12-22", "燃料", "北朝鮮への石油精製品の供給を年間50万バレルに",
                                                         "年50万バレル"]
    notes = zipfile.ZipFile(tmp_path / "docx").read("word/footnotes.xml").decode()
    assert "石炭、鉄鉱石、海産物の輸出が全面的に禁止された" in notes
    page = (tmp_path / "html").read_text(encoding="utf-8")
    assert '<a href="#row-1">1</a>' in page
    assert 'id="row-10"' in page
    assert "決議2371" in (tmp_path / "table").read_text(encoding="utf-8")
    assert (tmp_path / "csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_no_line_of_the_screen_is_wider_than_it(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    from keii.presenting.width import width  # noqa: PLC0415

    for name in NAMES:
        assert main(["analyse", name, "--db", db]) == 0
        assert all(width(line) <= 100 for line in capsys.readouterr().out.splitlines())


def test_an_unknown_name_is_told_with_those_there_are(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "provision", "--db", db]) == 2
    assert "provisions" in capsys.readouterr().err
