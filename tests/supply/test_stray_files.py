"""No command leaves a file anywhere but where it was told to: not at home, not in the current folder, not beside the documents."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_WATCHED = """
import os, sys
allowed = tuple(os.path.realpath(place) + os.sep for place in sys.argv[2].split(os.pathsep))
MAKING = {"os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "os.truncate": 0, "os.remove": 0, "os.rmdir": 0, "sqlite3.connect": 0}
def place_of(event, facts):
    if event == "open":
        writes = isinstance(facts[2], int) and facts[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        return facts[0] if writes and not isinstance(facts[0], int) else None
    return facts[MAKING[event]] if event in MAKING else None
def watch(event, facts):
    place = place_of(event, facts)
    if place is None or place in ("", b"", ":memory:", os.devnull):
        return
    path = os.path.realpath(os.fsdecode(place).removeprefix("file:").split("?")[0])
    if not (path + os.sep).startswith(allowed):
        print("STRAY", event, path, file=sys.stderr, flush=True)
sys.addaudithook(watch)
open("/proc/self/oom_score_adj", "r+").close() if os.path.exists("/proc/self/oom_score_adj") else print("STRAY open here", file=sys.stderr)
from keii.cli import main
for line in open(sys.argv[1], encoding="utf-8").read().splitlines():
    print("CODE", main(line.split("|")), line, flush=True)
"""
_COMMANDS = (
    "extract|{in}/boei-2023.pdf|--what|times", "extract|{in}/seisai-kaisetsu.html|--what|events",
    "add|{in}", "chronology", "chronology|-o|{out}/a.docx", "chronology|-o|{out}/a.xlsx", "chronology|-o|{out}/a.html",
    "sources", "sources|-o|{out}/a.bib", "search|首脳会談", "ask|日本と北朝鮮の首脳会談はありましたか？", "ask|それは？|--thread|{out}/thread.json",
    "verify|{in}/ai-kaitou.md|-o|{out}/v.docx", "analyse|relations|-o|{out}/r.png", "analyse|field|-o|{out}/f.svg",
    "analyse|instruments|-o|{out}/i.xlsx",
    "report|--year|2002|-o|{out}/b.docx", "review", "review|date|{doc}|2002-09-18|--by|tanaka", "review|history|{doc}",
    "project|export|{out}/p.keii", "project|import|{out}/p.keii",
    "codebook|copy|{out}/book", "codebook|export|{out}/book.xlsx", "codebook|import|{out}/book.xlsx|{out}/book",
    "db|check", "db|backup|{out}/copy.db", "db|copy|{store}/a.db|{out}/other.db", "db|restore|{out}/copy.db",
)
_DOCUMENTS = ("boei-2023.pdf", "seisai-kaisetsu.html", "shimbun-2002-09.txt", "ai-kaitou.md")


def _held(*folders: Path) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*"))


@pytest.mark.skipif(sys.platform == "win32", reason="no such places there")
def test_no_command_writes_where_it_was_not_told_to(tmp_path: Path) -> None:
    home, here, given, store, out, short, fonts = (tmp_path / name for name in ("home", "here", "in", "store", "out", "tmp", "fonts"))
    for folder in (home, here, given, store, out, short, fonts):
        folder.mkdir()
    for name in _DOCUMENTS:
        shutil.copy(ROOT / "samples" / name, given)
    before = _held(home, here, given, short)
    told = {"in": given, "out": out, "store": store, "doc": "shimbun-2002-09"}
    plan = tmp_path / "plan"
    plan.write_text("\n".join(command.format(**told) for command in _COMMANDS), encoding="utf-8")
    environment = {"KEII_DB": str(store / "a.db"), "HOME": str(home), "PATH": os.defpath, "TMPDIR": str(short), "XDG_CACHE_HOME": str(fonts),
                   "XDG_CONFIG_HOME": str(fonts), "PYTHONDONTWRITEBYTECODE": "1",
                   "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    allowed = os.pathsep.join(map(str, (store, out, short, fonts)))
    done = subprocess.run([sys.executable, "-c", _WATCHED, str(plan), allowed], cwd=here, env=environment,
                          capture_output=True, text=True, check=False, timeout=600)
    stray = [line for line in done.stderr.splitlines() if line.startswith("STRAY")]
    assert len(stray) == 1, stray  # the watcher is tried on one that does no harm
    assert _held(home, here, given, short) == before
    assert {path.name for path in fonts.iterdir()} <= {"matplotlib"}, "what draws figures keeps its list of the fonts there"
    codes = [line for line in done.stdout.splitlines() if line.startswith("CODE")]
    assert [line for line in codes if not line.startswith("CODE 0")] == [], done.stderr
    assert len(codes) == len(_COMMANDS)
