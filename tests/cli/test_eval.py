import json
from pathlib import Path

import pytest
from command_lines import TEST, VISIT, Keii


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    folder = tmp_path / "samples"
    (folder / "annotations").mkdir(parents=True)
    (folder / "a.txt").write_text(VISIT + TEST, encoding="utf-8")
    (folder / "unasked.txt").write_text(VISIT, encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.txt").write_text(TEST + VISIT, encoding="utf-8")
    times = [{"doc": "a", "start": 0, "end": 10, "text": VISIT[:10], "type": "DATE", "value": "2002-09-17",
              "basis": "absolute"},
             {"doc": "a", "start": len(VISIT), "end": len(VISIT) + 10, "text": TEST[:10], "type": "DATE",
              "value": "2006-10-08", "basis": "absolute"}]
    events = [{"doc": "a", "id": "a-1", "date": "2006-10-09", "summary": "核実験", "actors": ["PRK"],
               "initiator": ["PRK"], "target": [], "action": "TEST", "pillar": "deterrence", "status": "realised",
               "factuality": "asserted", "evidence": [[len(VISIT), len(VISIT + TEST) - 1]]}]
    for name, rows in (("times", times), ("events", events)):
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (folder / "annotations" / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_a_folder_of_samples_is_scored_in_both_layers(keii: Keii, annotated: Path) -> None:
    ran = keii("eval", annotated)
    assert (ran.code, ran.err) == (0, "")
    assert "時" in ran.out
    assert "事象" in ran.out
    assert "unasked" not in ran.out
    assert keii("eval").out == ran.out


def test_the_figures_as_data(keii: Keii, annotated: Path) -> None:
    told = [json.loads(line) for line in keii("eval", annotated, "--format", "json").out.splitlines()]
    assert [one["layer"] for one in told] == ["times", "events"]
    assert told[0]["total"]["span_f1"] == 1
    assert told[0]["total"]["value_f1"] == 0.5
    assert told[1]["documents"]["a"]["dated_r"] == 1


@pytest.mark.parametrize("layer", ["times", "events"])
def test_a_layer_picks_its_file(keii: Keii, annotated: Path, layer: str) -> None:
    every = {json.loads(line)["layer"]: line for line in keii("eval", annotated, "--format", "json").out.splitlines()}
    ran = keii("eval", annotated, "--layer", layer, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [every[layer]]


def test_a_layer_without_a_file_is_named(keii: Keii, annotated: Path) -> None:
    (annotated / "annotations" / "events.jsonl").unlink()
    ran = keii("eval", annotated, "--layer", "events")
    assert ran.code == 2
    assert "正解（annotations/events.jsonl）がありません" in ran.err


def test_one_file_of_reference_lines(keii: Keii, annotated: Path) -> None:
    gold = annotated / "annotations" / "times.jsonl"
    found = [keii("eval", gold, "--format", "json").out,
             keii("eval", "--gold", gold, "--docs", annotated, "--layer", "times", "--format", "json").out]
    assert found[0] == found[1]
    assert json.loads(found[0])["layer"] == "times"


def test_a_floor_that_is_missed_ends_with_1(keii: Keii, annotated: Path) -> None:
    assert keii("eval", "--floor", "span_f1=0.9", "--floor", "times.value_f1=0.5", annotated).code == 0
    ran = keii("eval", annotated, "--floor", "times.value_f1=0.85")
    assert ran.code == 1
    assert ran.err == "times.value_f1 は 0.500 で、下限 0.850 に届きません。\n"


@pytest.mark.parametrize(("arguments", "said", "code"), [
    (["--floor", "value_f1"], "名前=0.85 の形ではありません", 2),
    (["--floor", "beauty=0.8"], "--floor に「beauty」は使えません", 2),
    (["nowhere.jsonl"], "nowhere.jsonl: ファイルが見つかりません", 1),
    (["samples/annotations/times.jsonl", "--docs", "samples/drafts/none"], "読める文書がありません", 1),
    (["samples/annotations/events.jsonl", "--docs", "other"], "other: 正解の資料「a」がありません", 2),
    (["annotations"], "annotations/times.jsonl, annotations/events.jsonl）がありません", 2),
    (["samples/annotations/times.jsonl", "--layer", "events"], "1 件目の行は events の正解ではありません", 2),
    (["samples/annotations/events.jsonl", "--layer", "times"], "1 件目の行は times の正解ではありません", 2),
    (["samples", "--layer", "beauty"], "--layer に「beauty」は使えません", 2),
])
def test_what_cannot_be_scored(keii: Keii, annotated: Path, arguments: list[str], said: str, code: int) -> None:
    (annotated / "drafts" / "none").mkdir()
    (annotated.parent / "other").mkdir()
    (annotated.parent / "other" / "b.txt").write_text(VISIT, encoding="utf-8")
    given = [str(annotated / arguments[0])] if arguments[0] == "annotations" else arguments
    ran = keii("eval", *given)
    assert ran.code == code
    assert said in ran.err
