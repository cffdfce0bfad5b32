import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from keii.errors import UsageError
from keii.evaluation import layer_of, read, score

SHARED = Path(__file__).parents[2].parent / "shared" / "eval"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the reference scorer and annotations are not here")


def time(start: int, text: str, value: str, doc: str = "a") -> dict[str, object]:
    return {"doc": doc, "start": start, "end": start + len(text), "text": text, "value": value}


def happening(date: str, *actors: str, at: tuple[int, int] = (0, 40), **more: object) -> dict[str, object]:
    return {"doc": "a", "date": date, "actors": list(actors), "initiator": list(actors[:1]), "target": list(actors[1:]),
            "action": "CONSULT", "pillar": "dialogue", "status": "realised", "factuality": "asserted",
            "evidence": [list(at)], **more}


def test_times_are_paired_by_overlap() -> None:
    gold = [time(0, "2018年6月12日", "2018-06-12"), time(20, "同年", "2018"), time(30, "今後", "FUTURE_REF")]
    pred = [time(0, "2018年6月", "2018-06"), time(20, "同年", "2018"), time(30, "今後", "2019"),
            time(50, "翌年", "2019")]
    figures = score("times", gold, pred).total
    assert (figures["gold"], figures["pred"]) == (2, 3)
    assert figures["span_r"] == 1
    assert figures["value_r"] == 0.5
    assert figures["strict_f1"] == pytest.approx(0.4)


def test_a_closing_word_belongs_to_either_side() -> None:
    assert score("times", [time(0, "2018年\n末現在", "2018")], [time(0, "2018年末", "2018")]).total["strict_f1"] == 1


def test_events_are_dated_and_coded() -> None:
    gold = [happening("2018-06-12", "USA", "PRK"), happening("2019-02~", "USA", "PRK", at=(50, 90))]
    pred = [happening("2018-06-12", "USA", "PRK"),
            happening("2019-02", "ORG:某社", "PRK", at=(60, 90), status="planned")]
    figures = score("events", gold, pred).total
    assert figures["dated_f1"] == 1
    assert figures["coded_f1"] == 0.5
    assert figures["status_accuracy"] == 0.5
    assert figures["target_f1"] == 1
    assert figures["initiator_f1"] == 0.5


def test_a_whole_page_is_no_evidence() -> None:
    assert score("events", [happening("2018", "USA")], [happening("2018", "USA", at=(0, 400))]).total["detect_f1"] == 0


def test_documents_go_by_the_beginning_of_their_names() -> None:
    gold = [time(0, "2018年", "2018", "001"), time(0, "2018年", "2018", "002")]
    scored = score("times", gold, [time(0, "2018年", "2018", "001_abc")])
    assert [(doc, figures["value_f1"]) for doc, figures in scored.documents] == [("001", 1.0), ("002", 0.0)]
    assert scored.total["value_r"] == 0.5


def test_what_is_no_line_is_named() -> None:
    with pytest.raises(UsageError) as caught:
        read('{"doc": "a"}\n{"doc": \n', "gold.jsonl")
    assert (caught.value.key, caught.value.facts["line"]) == ("usage.not_json", 2)


def test_the_layer_is_seen_from_the_lines() -> None:
    assert layer_of([time(0, "2018年", "2018")]) == "times"
    assert layer_of([happening("2018")]) == "events"
    assert layer_of([]) is None


@needs_shared
@pytest.mark.parametrize("layer", ["times", "events"])
@pytest.mark.parametrize("seed", range(3))
def test_the_figures_are_those_of_the_reference_scorer(layer: str, seed: int, tmp_path: Path) -> None:
    gold = read((SHARED / f"{layer}.dev.jsonl").read_text(encoding="utf-8"), "gold")
    pred = spoiled(gold, random.Random(seed))
    (tmp_path / "pred.jsonl").write_text("\n".join(json.dumps(row) for row in pred), encoding="utf-8")
    command = [sys.executable, SHARED / "score.py", layer, "--gold", SHARED / f"{layer}.dev.jsonl",
               "--pred", tmp_path / "pred.jsonl"]
    said = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout.splitlines()[-1])
    ours = score(layer, gold, pred).total  # type: ignore[arg-type]
    assert {name: round(figure, 4) for name, figure in ours.items()} == said


def spoiled(rows: tuple[dict[str, object], ...], chance: random.Random) -> list[dict[str, object]]:
    """Reference lines with losses, moved spans, other codes and lines too many, as an extraction would have."""
    found = []
    for row in rows:
        if chance.random() < 0.2:
            continue
        row = dict(row, doc=f"{row['doc']}_x")
        if "start" in row:
            row["start"] = max(0, row["start"] - chance.randrange(3))
            row["value"] = chance.choice([row["value"], row["value"], "2016"])
        else:
            moved = chance.randrange(-30, 30)
            row["evidence"] = [[max(0, start + moved), end + moved] for start, end in row["evidence"]]
            row["date"] = chance.choice([row["date"], row["date"], "2016"])
            row["actors"] = [*row["actors"], "ORG:某社"][chance.randrange(2):]
            row["initiator"] = chance.choice([row["initiator"], []])
            row["action"] = chance.choice([row["action"], "STATE"])
            row["status"] = chance.choice([row["status"], "planned"])
        found += [row] * chance.choice([1, 1, 2])
    return found
