import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_lines import Keii

from keii import __version__
from keii.presenting.width import width

COMMANDS = ("extract", "add", "chronology", "sources", "explain", "eval", "codebook lint", "codebook show",
            "codebook copy")


def test_the_version(keii: Keii) -> None:
    assert keii("--version").out == f"keii {__version__}\n"


def test_without_a_command_it_tells_what_it_can_do(keii: Keii) -> None:
    ran = keii()
    assert (ran.code, ran.err) == (0, "")
    assert all(command.split()[0] in ran.out for command in COMMANDS)
    assert ran.out.startswith("Keii（経緯）")
    assert keii("--help").out == ran.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "usage", "example"), [("ja", "使い方:", "例:"), ("en", "Usage:", "Example:")])
def test_help_has_an_example_in_both_languages(keii: Keii, command: str, lang: str, usage: str, example: str) -> None:
    ran = keii(*command.split(), "--help", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert usage in ran.out
    assert f"{example}" in ran.out
    assert all(width(line) <= 100 for line in ran.out.splitlines())


def test_the_language_may_be_said_before_after_or_outside(keii: Keii, monkeypatch: pytest.MonkeyPatch) -> None:
    english = keii("add", "--help", "--lang", "en").out
    assert keii("--lang", "en", "add", "--help").out == english
    assert keii("add", "--lang=en", "--help").out == english
    monkeypatch.setenv("KEII_LANG", "en")
    assert keii("add", "--help").out == english
    assert keii("add", "--help", "--lang", "ja").out != english


@pytest.mark.parametrize(("arguments", "said"), [
    (["--lang", "fr", "add", "x"], "言語「fr」はありません"),
    (["fetch"], "「fetch」という命令はありません"),
    (["codebook", "fetch"], "「fetch」という命令はありません"),
    (["codebook", "show"], "ACTOR の指定が必要です"),
    (["add"], "加えるものがありません"),
    (["extract", "a.txt"], "--what の指定が必要です"),
    (["extract", "a.txt", "--what", "verbs"], "--what に「verbs」は使えません"),
    (["extract", "a.txt", "--what"], "--what には値が必要です"),
    (["extract", "a.txt", "--what", "times", "--published", "昨日"], "「昨日」は日付として読めません"),
    (["sources", "--all"], "「--all」という指定はありません"),
])
def test_a_wrong_command_line_ends_with_2(keii: Keii, arguments: list[str], said: str) -> None:
    ran = keii(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_group_without_a_command_tells_what_it_can_do(keii: Keii) -> None:
    ran = keii("codebook")
    assert (ran.code, ran.err) == (0, "")
    assert all(command in ran.out for command in ("lint", "show", "copy"))
    assert keii("codebook", "--help").out == ran.out


LOADED = "import sys, keii.cli; code = keii.cli.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr); sys.exit(code)"


def modules(*arguments: str) -> set[str]:
    """The modules a command line has imported when it ends."""
    ran = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["codebook", "--help"]])
def test_what_only_tells_of_itself_loads_no_stage(arguments: list[str]) -> None:
    loaded = modules(*arguments)
    stages = ("reading", "language", "coding", "weaving", "store", "codebooks", "evaluation", "workbench")
    assert [name for name in stages if f"keii.{name}" in loaded] == []
    assert loaded & {"sqlalchemy", "sudachipy", "xlsxwriter", "docx", "lxml", "pypdfium2", "yaml", "rich.progress"} == set()


def test_extracting_loads_no_database_and_no_writer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2018年6月12日、米朝首脳会談が行われた。\n", encoding="utf-8")
    loaded = modules("extract", str(tmp_path / "a.txt"), "--what", "times")
    assert "sudachipy" in loaded
    assert loaded & {"sqlalchemy", "xlsxwriter", "keii.store"} == set()


def test_adding_texts_loads_nothing_that_reads_other_formats(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("2018年6月12日、米朝首脳会談が行われた。\n", encoding="utf-8")
    loaded = modules("add", str(tmp_path / "a.txt"), "--db", str(tmp_path / "a.db"))
    assert "sudachipy" in loaded
    assert loaded & {"lxml", "pypdfium2", "jsonschema", "psycopg", "keii.reading.html", "keii.reading.docx", "keii.reading.pdf", "docx",
                     "xlsxwriter", "matplotlib", "distributed"} == set()


def test_looking_loads_no_reader_and_no_grammar(tmp_path: Path) -> None:
    db = str(tmp_path / "a.db")
    (tmp_path / "a.txt").write_text("2018年6月12日、米朝首脳会談が行われた。\n", encoding="utf-8")
    modules("add", str(tmp_path / "a.txt"), "--db", db)
    loaded = modules("sources", "--db", db)
    assert "sqlalchemy" in loaded
    assert loaded & {"sudachipy", "pypdfium2", "keii.language", "keii.reading", "xlsxwriter"} == set()


def test_a_codebook_that_is_not_there(keii: Keii) -> None:
    ran = keii("extract", "a.txt", "--what", "times", "--codebook", "nowhere")
    assert ran.code == 1
    assert ran.err == "nowhere: コードブックが見つかりません。名前かフォルダーを確かめてください。\n"


def test_the_program_as_it_is_run_where_the_locale_knows_no_japanese() -> None:
    command = [sys.executable, "-c", "import sys; from keii.cli import main; sys.exit(main())", "nothing"]
    ran = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "KEII_LANG": "ja"})
    assert ran.returncode == 2
    assert "「nothing」" in ran.stderr.decode("utf-8")
