"""The report of a stretch of time: every row with its exact words, in Word and HTML; and what cannot be made, in a sentence."""

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import texts

from keii.cli import main


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("report")
    for name in ("RESOLUTIONS", "REVIEW", "RECORD"):
        (folder / f"{name.lower()}.txt").write_text(getattr(texts, name), encoding="utf-8")
    assert main(["add", str(folder), "--published", "2024-05", "--db", str(folder / "a.db")]) == 0
    return str(folder / "a.db")


def page(db: str, capsysbinary: pytest.CaptureFixture[bytes], *asked: str) -> str:
    capsysbinary.readouterr()
    assert main(["report", *asked, "--db", db]) == 0
    return capsysbinary.readouterr().out.decode()


def test_chapters_and_rows_of_the_year_with_their_words(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    told = page(db, capsysbinary, "--year", "2003")
    assert re.findall(r"<h2>([^<]+)</h2>", told)[:4] == ["回顧", "展望", "提言・課題", "残された問い"]
    marks = re.findall(r'<mark data-doc="record" data-start="(\d+)" data-end="(\d+)">([^<]+)</mark>', told)
    assert marks
    assert all(texts.RECORD[int(start):int(end)] == quote for start, end, quote in marks)
    assert "決議2397" not in told


def test_outlook_and_advice_are_those_of_the_documents_of_the_review(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    told = page(db, capsysbinary, "--from", "2018", "--to", "2023")
    assert "ロシアとの軍事協力がさらに深まる可能性がある" in told
    assert "日本は、米国及び韓国と緊密に連携すべきである" in told
    assert "緊密に連携すべきである" not in page(db, capsysbinary, "--year", "2003")


def test_what_appeared_long_after_the_window_gives_no_outlook(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    told = page(db, capsysbinary, "--from", "2018", "--to", "2022")  # the review appeared in May 2024
    assert "ロシアとの軍事協力がさらに深まる可能性がある" not in told
    assert "米朝首脳会談" in told


def test_a_theme_is_summed_up_in_a_sentence(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert re.search(r"<p>[23] 件（2003-04-10〜2003-0\d-\d\d）。内訳は実現 [12]", page(db, capsysbinary, "--year", "2003"))


def test_word_has_its_quotes_in_footnotes(db: str, tmp_path: Path) -> None:
    target = tmp_path / "review.docx"
    assert main(["report", "--year", "2018", "-o", str(target), "--db", db]) == 0
    notes = zipfile.ZipFile(io.BytesIO(target.read_bytes())).read("word/footnotes.xml").decode()
    assert "米朝首脳会談" in notes


def test_drawings_stand_in_word_and_page_with_the_command_that_lists_their_rows(
        db: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    target = tmp_path / "review.docx"
    assert main(["report", "--from", "2003", "--to", "2018", "-o", str(target), "--db", db]) == 0
    archive = zipfile.ZipFile(io.BytesIO(target.read_bytes()))
    pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert pictures
    assert all(archive.read(name).startswith(b"\x89PNG") for name in pictures)
    ties = archive.read("word/_rels/document.xml.rels").decode()
    assert all(name.removeprefix("word/") in ties for name in pictures)
    assert 'Extension="png"' in archive.read("[Content_Types].xml").decode()
    assert "keii analyse relations --from 2003 --to 2018" in archive.read("word/document.xml").decode()
    told = page(db, capsysbinary, "--from", "2003", "--to", "2018")
    assert told.count('<img src="data:image/png;base64,') == len(pictures)
    assert "img-src data:" in told


def test_without_libreoffice_a_pdf_is_refused_in_a_sentence(db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                            capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["report", "--year", "2018", "-o", str(tmp_path / "a.pdf"), "--db", db]) == 2
    assert "LibreOffice" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_with_libreoffice_a_pdf_is_made(db: str, tmp_path: Path) -> None:
    assert main(["report", "--year", "2018", "-o", str(tmp_path / "a.pdf"), "--db", db]) == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_year_without_rows_says_so(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    told = page(db, capsysbinary, "--year", "1920")
    assert "該当する記述はありません。" in told
    assert "<table" not in told


@pytest.mark.parametrize(("asked", "said"), [((), "--year"), (("--year", "2018", "--from", "2017"), "--year"),
                                             (("--year", "平成"), "--year")])
def test_what_cannot_be_made_is_told_in_a_sentence(asked: tuple[str, ...], said: str, db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *asked, "--db", db]) == 2
    assert said in capsys.readouterr().err


def test_rows_of_one_source_are_marked_and_counted_not_repeated(db: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    told = page(db, capsysbinary, "--year", "2003")
    review, _, open_questions = told.partition("<h2>展望</h2>")
    marked = len(re.findall(r"<td>[^<]*単独の出所</td>", review))
    assert marked
    (match,) = re.findall(r"(\d+) 件のうち (\d+) 件は、独立した資料が一つ以下です。", open_questions)
    assert "keii chronology --single-source --from 2003 --to 2003" in open_questions
    assert int(match[1]) == marked <= int(match[0])
