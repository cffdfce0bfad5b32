"""Nothing in the window, an actor that never acts, one row, rows dated to the year alone: a sentence, in every analysis."""

import json
from pathlib import Path

import pytest
import texts

from keii.cli import main
from keii.workbench.analysing import NAMES

LITTLE = {"one": "2003年4月10日、日本と北朝鮮は北京で協議した。\n",
          "years": "2001年、日本と北朝鮮は協議した。2003年、韓国は北朝鮮に食糧を支援した。\n"}
OF_THE_RECORD = ("periods", "field", "relations", "factors")


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("little")
    whole = "\n".join((texts.RESOLUTIONS, texts.CAUSES, texts.PROPOSAL, texts.REVIEW, texts.RECORD))
    for name, words in {**LITTLE, "whole": whole}.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
        assert main(["add", str(folder / f"{name}.txt"), "--published", "2024-05", "--db", str(folder / f"{name}.db")]) == 0
    return {name: str(folder / f"{name}.db") for name in (*LITTLE, "whole")}


def remarks(capsysbinary: pytest.CaptureFixture[bytes], *asked: str) -> list[str]:
    capsysbinary.readouterr()
    assert main(["analyse", *asked, "--format", "json"]) == 0
    found: list[str] = json.loads(capsysbinary.readouterr().out).get("remarks", [])
    return found


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("outlook", "recommendations", "factors")])  # mostly undated, so kept
def test_nothing_in_the_window_is_said(name: str, stores: dict[str, str], capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    asked = (name, "--from", "1801", "--to", "1802", "--db", stores["whole"])
    assert remarks(capsysbinary, *asked)
    capsysbinary.readouterr()
    assert main(["analyse", *asked, "-o", str(tmp_path / "a.png"), "--format", "png"]) == 2
    assert "図にするものがありません" in capsysbinary.readouterr().err.decode()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "field"])  # whose actors are the two sides it looks at
def test_an_actor_that_never_acts(name: str, stores: dict[str, str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert remarks(capsysbinary, name, "--actors", "MNG", "--db", stores["whole"])


def test_sides_that_never_met(stores: dict[str, str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert remarks(capsysbinary, "field", "--actors", "MNG", "IND", "--db", stores["whole"])


@pytest.mark.parametrize("name", OF_THE_RECORD)
@pytest.mark.parametrize("store", LITTLE)
def test_one_row_or_years_alone(store: str, name: str, stores: dict[str, str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert remarks(capsysbinary, name, "--db", stores[store])


@pytest.mark.parametrize("asked", ["2010-01-01", "日朝 首脳 実現"])
def test_a_pivot_that_meets_nothing(asked: str, stores: dict[str, str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert any(asked in remark for remark in remarks(capsysbinary, "periods", "--pivot", asked, "--db", stores["one"]))


def test_pivots_that_overlap(stores: dict[str, str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    twice = ("--pivot", "2018-06-12", "--pivot", "米朝", "--db", stores["whole"])
    assert remarks(capsysbinary, "periods", *twice)
