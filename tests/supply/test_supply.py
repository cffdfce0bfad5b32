"""What Keii is made of is pinned, listed with its licences, and reaches for no network while it works."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import supply  # noqa: E402


def test_licences_and_bill_are_current() -> None:
    """`make licences` brings them up to date."""
    assert supply.LICENCES.read_text("utf-8") == supply.licences()
    assert supply.BILL.read_text("utf-8") == supply.bill()


@pytest.mark.parametrize("lock", supply.LOCKS)
def test_everything_is_pinned_and_of_a_known_licence(lock: str) -> None:
    lines = [line for line in (ROOT / lock).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []
    assert [one.name for one in supply.packages(lock) if one.licence in ("", "?")] == []


def test_what_runs_is_not_bound_by_a_licence_that_binds_others() -> None:
    assert [one.name for one in supply.packages("requirements.lock") if re.search("GPL", one.licence) and " OR " not in one.licence] == []


def test_every_dependency_is_in_the_lock() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    wanted = {re.split(r"[\[<>=~! ]", one)[0].lower().replace("_", "-") for one in stated}
    assert wanted <= {one.name.lower().replace("_", "-") for one in supply.packages("requirements.lock")}


def test_the_bill_names_each_package_once_and_no_moment() -> None:
    bill = json.loads(supply.BILL.read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    named = [(one["name"], one["version"]) for one in bill["components"]]
    assert sorted(named) == sorted((one.name, one.version) for one in supply.packages("requirements.lock"))
    assert "timestamp" not in bill["metadata"]
    assert all(one["licenses"] and one["purl"].startswith("pkg:pypi/") for one in bill["components"])


_DENIED = """
import sys
def deny(event, facts):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        print("NETWORK", event, facts, file=sys.stderr, flush=True)
        raise PermissionError(event)
sys.addaudithook(deny)
try:
    __import__("socket").socket()
except PermissionError:
    print("DENIED")
from keii.cli import main
for line in open(sys.argv[1], encoding="utf-8").read().splitlines():
    code = main(line.split("|"))
    print("CODE", code, line, flush=True)
"""
_COMMANDS = (
    "extract|boei-2023.pdf|--what|times", "extract|seisai-kaisetsu.html|--what|events",
    "add|boei-2023.pdf|rokusha-2008.docx|seisai-kaisetsu.html|shimbun-2002-09.txt",
    "chronology", "chronology|-o|{out}/a.docx", "chronology|-o|{out}/a.xlsx", "chronology|-o|{out}/a.html", "search|首脳会談",
    "ask|日本と北朝鮮の首脳会談はありましたか？", "verify|ai-kaitou.md", "analyse|relations", "report|--year|2002|-o|{out}/b.docx", "sources",
)


def test_no_command_reaches_for_a_network(tmp_path: Path) -> None:
    """Every command in a process in which no socket can be made; reading processes refuse them by themselves."""
    plan = tmp_path / "plan"
    plan.write_text("\n".join(command.format(out=tmp_path) for command in _COMMANDS), encoding="utf-8")
    here = {"KEII_DB": str(tmp_path / "a.db"), "HOME": str(tmp_path), "PATH": os.defpath, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", _DENIED, str(plan)], cwd=ROOT / "samples", env=here, capture_output=True, text=True, check=False,
                          timeout=300)
    assert "DENIED" in done.stdout
    assert done.stderr.count("NETWORK") == 1, done.stderr
    codes = [line for line in done.stdout.splitlines() if line.startswith("CODE")]
    assert [line for line in codes if not line.startswith("CODE 0")] == []
    assert len(codes) == len(_COMMANDS)
