"""`keii add kokkai:WORDS`, as it is typed, against a service on this machine."""

import json
from pathlib import Path

import pytest
from command_lines import Keii
from diet_service import Service, record, serving


def test_speeches_become_documents_with_their_speaker(keii: Keii, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Service([record(n) for n in range(3)])) as service:
        monkeypatch.setenv("KEII_KOKKAI", service.address)
        ran = keii("add", "kokkai:日朝国交正常化", "--from", "2001-04", "--until", "2006-09", "--delay", "0")
    assert ran.code == 0, ran.err
    assert "国会会議録から 2 件の発言" in ran.out, "the record's head is no speech"
    assert "2 文書を追加" in ran.out
    assert [(one["from"], one["until"]) for one in service.asked] == [("2001-04-01", "2006-09-30")]
    rows = json.loads(keii("chronology", "--format", "json").out)["rows"]
    assert [row["date"] for row in rows] == ["2002-09-17"]
    assert "見本花子" in keii("sources").out
    assert (tmp_path / "store.kokkai" / "2002" / "115503968X00320021107_001.txt").is_file()


def test_what_came_before_a_failure_is_added(keii: Keii, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Service([record(n) for n in range(1, 121)], fails={101})) as service:
        monkeypatch.setenv("KEII_KOKKAI", service.address)
        ran = keii("add", "kokkai:拉致", "--delay", "0")
        assert ran.code == 1
        assert "続きから始まります" in ran.err
        assert "100 文書を追加" in ran.out
        again = keii("add", "kokkai:拉致", "--delay", "0")
    assert again.code == 0
    assert "20 文書を追加" in again.out
    assert "100 文書は変わりなし" in again.out


def test_saved_answers_need_no_service(keii: Keii, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEII_KOKKAI", "http://127.0.0.1:9/api")
    good, bad = tmp_path / "answer.json", tmp_path / "other.json"
    good.write_text(json.dumps({"numberOfRecords": 1, "speechRecord": [record(7)]}), "utf-8")
    bad.write_text("{}", "utf-8")
    ran = keii("add", "--from-json", good, "--from-json", bad, "--from-json", tmp_path / "none.json")
    assert ran.code == 1
    assert "1 文書を追加" in ran.out
    assert "other.json" in ran.err
    assert "none.json" in ran.err


@pytest.mark.parametrize("line", [["add"], ["add", "kokkai:"], ["add", "x.txt", "--until", "2003"],
                                  ["add", "kokkai:拉致", "--from", "2003-99"]])
def test_what_means_nothing_is_said(keii: Keii, line: list[str]) -> None:
    ran = keii(*line)
    assert ran.code == 2
    assert ran.err.strip()
