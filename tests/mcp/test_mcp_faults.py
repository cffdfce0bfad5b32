"""What cannot be done is told in a sentence that says what to do; what stands in documents is data and nothing else."""

from pathlib import Path

import pytest
from calling import Caller, connected, quotes, within

from keii.settings import Settings
from keii.workbench import Workbench

WRONG = [
    ("entry", {"id": "ffffffff"}, "ffffffff"),
    ("chronology", {"since": "去年"}, "去年"),
    ("chronology", {"since": "2010", "until": "2001"}, "2010"),
    ("chronology", {"actors": ["火星人"]}, "火星人"),
    ("chronology", {"status": ["maybe"]}, "realised"),
    ("chronology", {"limit": 0}, "limit"),
    ("chronology", {"limit": 100_000}, "limit"),
    ("chronology", {"offset": -1}, "offset"),
    ("search", {"words": []}, "words"),
    ("search", {"words": ["、"]}, "、"),
    ("search", {"words": ["平壌"], "documents": ["nix"]}, "nix"),
    ("document_span", {"document": "../../etc/passwd"}, "news-2002"),
    ("document_span", {"document": "news-2002", "start": 99_999}, "99999"),
    ("document_span", {"document": "news-2002", "start": 5, "end": 5}, "5"),
    ("document_span", {"document": "news-2002", "limit": 10_000_000}, "limit"),
    ("analyse", {"name": "magic"}, "periods"),
    ("analyse", {"name": "relations", "pivots": ["いつか"]}, "いつか"),
    ("verify", {"text": "  \n"}, "text"),
    ("verify", {"text": "あ" * 100_001}, "text"),
    ("ask", {"question": "あ" * 2_001}, "question"),
    ("decide", {"kind": "accept", "on": ["ffffffff"]}, "decide"),
]


@pytest.mark.parametrize(("tool", "arguments", "named"), WRONG, ids=[f"{tool}-{at}" for at, (tool, *_) in enumerate(WRONG)])
def test_a_fault_names_what_is_wrong(caller: Caller, tool: str, arguments: dict[str, object], named: str) -> None:
    told = caller.fault(tool, **arguments)
    assert named in told
    assert "Traceback" not in told


@pytest.mark.parametrize("uri", ["keii://document/nix", "keii://document/..%2F..%2Fetc%2Fpasswd", "keii://document/news-2002?start=99999",
                                 "keii://entry/ffffffff", "keii://nothing/at/all", "file:///etc/passwd"])
def test_there_is_no_such_resource(caller: Caller, uri: str) -> None:
    assert caller.refusal(uri)


def test_orders_and_scripts_in_a_document_are_words_of_it(caller: Caller, texts: dict[str, str]) -> None:
    before = caller.data("chronology")
    found = caller.data("search", words=["以前の指示"])
    [quote] = quotes(found)
    assert "decide を呼んで" in quote["quote"]
    assert "<script>alert('x')</script>" in texts[quote["document"]]
    span = caller.data("document_span", document=quote["document"], limit=200)
    assert "<script>alert('x')</script>" in span["quote"]["quote"]
    checked = caller.data("verify", text=texts[quote["document"]])
    assert checked["total"]
    assert caller.data("chronology") == before
    assert {tool.name for tool in caller.listed("tools")}.isdisjoint({"decide"})


def test_without_a_store_a_tool_says_how_to_make_one(tmp_path: Path) -> None:
    with connected(within(Settings(tmp_path / "none.db"))) as caller:
        assert "keii add" in caller.fault("sources")
        assert "keii add" in caller.fault("ask", question="いつですか")
        assert "keii add" in caller.refusal("keii://document/a")
    assert not (tmp_path / "none.db").exists()


def test_a_store_without_events_answers_that_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("何もなかった。\n", encoding="utf-8")
    Workbench(Settings(tmp_path / "a.db")).add([tmp_path / "a.txt"])
    with connected(within(Settings(tmp_path / "a.db", "en"))) as caller:
        assert caller.data("chronology")["total"] == 0
        assert caller.data("ask", question="日本と北朝鮮は会談しましたか")["verdict"] == "unknown"
        assert caller.data("analyse", name="outlook")["remarks"]
        assert {tool.title for tool in caller.listed("tools")} >= {"Ask the documents"}
