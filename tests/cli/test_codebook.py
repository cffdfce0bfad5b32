from pathlib import Path

import openpyxl
import pytest
from command_lines import Keii

from keii.presenting.width import width


def test_the_codebook_of_the_product_has_no_errors(keii: Keii) -> None:
    ran = keii("codebook", "lint")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-1].startswith("誤り 0、")
    assert "出典のない役職が" in ran.out
    assert "の役職（" not in ran.out


def test_all_lists_each_role_without_a_source(keii: Keii) -> None:
    short, long = keii("codebook", "lint").out.splitlines(), keii("codebook", "lint", "--all").out.splitlines()
    told = [line for line in long if line.startswith("参考  actors/") and "に出典がありません" in line]
    assert len(told) > 100
    assert f"出典のない役職が {len(told)} 件" in "\n".join(short)


@pytest.fixture
def mybook(keii: Keii, tmp_path: Path) -> Path:
    ran = keii("codebook", "copy", "mybook")
    assert (ran.code, ran.err) == (0, "")
    assert "keii codebook lint mybook" in ran.out
    return tmp_path / "mybook"


def test_a_copy_is_the_same_codebook(keii: Keii, mybook: Path) -> None:
    assert keii("codebook", "lint", "mybook").out == keii("codebook", "lint").out
    assert (mybook / "actors" / "states.yaml").is_file()


def test_a_copy_overwrites_nothing(keii: Keii, mybook: Path) -> None:
    (mybook / "hedges.yaml").write_text("[]\n", encoding="utf-8")
    ran = keii("codebook", "copy", "mybook")
    assert ran.code == 2
    assert ran.err.startswith("mybook: すでにあります")
    assert (mybook / "hedges.yaml").read_text(encoding="utf-8") == "[]\n"


@pytest.mark.parametrize(("added", "said", "code"), [
    ("  - {id: PRK, kind: state, names: [某国]}", "誤り  actors/zz_own.yaml: 2 行目の「PRK」はすでに actors/states.yaml:", 1),
    ("  - {id: XYZ, kind: state, names: [北朝鮮]}", "注意  actors/zz_own.yaml: 2 行目の名「北朝鮮」は複数の主体", 0),
    ("  - {id: xyz, names: [某]}", "誤り  actors/zz_own.yaml: 2 行目の「xyz」に「kind」がありません", 1),
])
def test_a_finding_names_file_and_line(keii: Keii, mybook: Path, added: str, said: str, code: int) -> None:
    (mybook / "actors" / "zz_own.yaml").write_text(f"actors:\n{added}\n", encoding="utf-8")
    ran = keii("codebook", "lint", "mybook")
    assert ran.code == code
    assert said in ran.out


def test_an_actor_is_shown_with_its_place(keii: Keii) -> None:
    told = keii("codebook", "show", "小泉純一郎").out
    assert told.startswith("小泉純一郎  (actors/persons_japan.yaml:")
    assert "koizumi-junichiro" in told
    assert "2001-04-26/2006-09-26" in told
    assert all(width(line) <= 100 for line in told.splitlines())
    assert keii("codebook", "show", "koizumi-junichiro").out == told


def test_all_whom_a_name_can_mean_are_shown(keii: Keii) -> None:
    told = keii("codebook", "show", "小泉").out
    assert "小泉純一郎" in told
    assert "小泉進次郎" in told


@pytest.mark.parametrize(("actor", "said"), [
    ("純一郎", "「純一郎」という主体はコードブックにありません。近いもの: 小泉純一郎"),
    ("某山某", "「某山某」という主体はコードブックにありません。"),
])
def test_whom_the_codebook_does_not_know(keii: Keii, actor: str, said: str) -> None:
    ran = keii("codebook", "show", actor)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_codebook_that_is_not_there(keii: Keii) -> None:
    assert "コードブックが見つかりません" in keii("codebook", "copy", "a", "--codebook", "nowhere").err
    assert "コードブックが見つかりません" in keii("codebook", "lint", "nowhere").out


def _edit(file: Path, sheet: str, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(file)
    next(page for page in book if page.title.startswith(sheet))[cell] = value
    book.save(file)


def test_a_codebook_goes_into_excel_and_back(keii: Keii, tmp_path: Path) -> None:
    ran = keii("codebook", "export", "book.xlsx")
    assert (ran.code, ran.err) == (0, "")
    assert "keii codebook import book.xlsx mybook" in ran.out
    ran = keii("codebook", "import", "book.xlsx", "mybook")
    assert (ran.code, ran.out) == (0, "mybook と違うところはありません。\n")
    _edit(tmp_path / "book.xlsx", "offices", "B2", "内閣総理大臣\n首班")
    ran = keii("codebook", "import", "book.xlsx", "mybook")
    assert ran.code == 0
    assert ran.out.splitlines()[0] == "mybook/offices.yaml"
    assert "titles: [内閣総理大臣, 首班]" in (tmp_path / "mybook" / "offices.yaml").read_text(encoding="utf-8")
    assert keii("codebook", "lint", "mybook").code == 0


def test_a_workbook_at_fault_changes_nothing(keii: Keii, mybook: Path, tmp_path: Path) -> None:
    keii("codebook", "export", "book.xlsx")
    before = {path: path.read_bytes() for path in mybook.rglob("*.yaml")}
    _edit(tmp_path / "book.xlsx", "roles", "D2", "1946-02-30")
    ran = keii("codebook", "import", "book.xlsx", "mybook")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("book.xlsx: シート「roles 役職の期間」2 行目の「since から」")
    _edit(tmp_path / "book.xlsx", "roles", "D2", "1946")
    _edit(tmp_path / "book.xlsx", "offices", "C3", "XYZ")  # fits its cell, but no such state is known
    ran = keii("codebook", "import", "book.xlsx", "mybook")
    assert ran.code == 1
    assert "XYZ" in ran.err
    assert {path: path.read_bytes() for path in mybook.rglob("*.yaml")} == before
    assert keii("codebook", "import", "book.xlsx", "other").code == 1
    assert not (tmp_path / "other").exists()


def test_a_workbook_that_is_not_there(keii: Keii) -> None:
    ran = keii("codebook", "import", "nothing.xlsx", "mybook")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("nothing.xlsx: ")


def test_a_changed_codebook_codes_the_documents_anew(keii: Keii, mybook: Path, tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("2019年3月4日、佐倉財団は北朝鮮への支援を停止した。\n", encoding="utf-8")
    assert keii("add", "memo.txt", "--codebook", "mybook").code == 0
    assert '"ORG:佐倉財団"' not in keii("chronology", "--format", "json", "--codebook", "mybook").out
    assert "1 文書は変わりなし" in keii("add", "memo.txt", "--codebook", "mybook").out
    keii("codebook", "export", "book.xlsx", "--codebook", "mybook")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    book.worksheets[0].append(["actors/own.yaml", "sakura", "body", "ORG:佐倉財団", "佐倉財団"])
    book.save(tmp_path / "book.xlsx")
    assert keii("codebook", "import", "book.xlsx", "newbook", "--codebook", "mybook").code == 0
    assert "変わりなし" not in keii("add", "memo.txt", "--codebook", "newbook").out
    assert '"ORG:佐倉財団"' in keii("chronology", "--format", "json", "--codebook", "newbook").out
