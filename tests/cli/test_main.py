import os
import subprocess
import sys

import pytest
from conftest import Keii

from keii import __version__
from keii.presenting.width import width

COMMANDS = ("extract", "add", "chronology", "sources", "explain", "eval")


def test_the_version(keii: Keii) -> None:
    assert keii("--version").out == f"keii {__version__}\n"


def test_without_a_command_it_tells_what_it_can_do(keii: Keii) -> None:
    ran = keii()
    assert (ran.code, ran.err) == (0, "")
    assert all(command in ran.out for command in COMMANDS)
    assert ran.out.startswith("Keii（経緯）")
    assert keii("--help").out == ran.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "usage", "example"), [("ja", "使い方:", "例:"), ("en", "Usage:", "Example:")])
def test_help_has_an_example_in_both_languages(keii: Keii, command: str, lang: str, usage: str, example: str) -> None:
    ran = keii(command, "--help", "--lang", lang)
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
    (["add"], "PATH の指定が必要です"),
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


def test_a_codebook_that_is_not_there(keii: Keii) -> None:
    ran = keii("extract", "a.txt", "--what", "times", "--codebook", "nowhere")
    assert ran.code == 1
    assert ran.err == "nowhere: コードブックが見つかりません。名前かフォルダーを確かめてください。\n"


def test_the_program_as_it_is_run_where_the_locale_knows_no_japanese() -> None:
    command = [sys.executable, "-c", "import sys; from keii.cli import main; sys.exit(main())", "nothing"]
    ran = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "KEII_LANG": "ja"})
    assert ran.returncode == 2
    assert "「nothing」" in ran.stderr.decode("utf-8")
