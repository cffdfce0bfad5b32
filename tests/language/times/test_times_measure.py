"""The development annotations: floors of the scores that the reference scorer gives."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from keii.language.times import in_document
from keii.reading import read

SHARED = Path(__file__).parents[4] / "shared"
NAMES = ("001", "004")


@pytest.mark.skipif(not (SHARED / "eval" / "score.py").is_file(), reason="the annotations are not beside the repository")
def test_scores_on_the_development_documents(tmp_path: Path) -> None:
    lines = []
    for name in NAMES:
        document = read(next((SHARED / "seeds").glob(f"{name}*.txt")))
        lines += [json.dumps({"doc": name, "start": m.span.start, "end": m.span.end, "text": m.span.quote, "type": m.type,
                              "value": m.when.value, "mod": m.when.mod, "basis": m.basis}, ensure_ascii=False)
                  for m in in_document(document)]
    (tmp_path / "found.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(SHARED / "eval" / "score.py"), "times", "--gold", str(SHARED / "eval" / "times.dev.jsonl"),
               "--pred", str(tmp_path / "found.jsonl"), "--doc", *NAMES]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    score = json.loads(out.splitlines()[-1])
    assert score["value_f1"] >= 0.97
    assert score["strict_f1"] >= 0.95
