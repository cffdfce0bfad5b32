"""What cannot be done is told in a sentence that says what to do; what stands in documents is data and nothing else."""

import re
from pathlib import Path

import pytest
from calling import Caller, by_stdio, connected, quotes, within

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
    ("decide", {"kind": "accept", "on": ["ffffffff"]}, "document_span"),
    ("search", {}, "words"),
    ("search", {"words": 5}, "words"),
    ("search", {"words": [1, 2]}, "words"),
    ("search", {"words": ["平壌"], "wrods": ["平壌"]}, "wrods"),
    ("chronology", {"limit": "many"}, "many"),
    ("chronology", {"limit": 2.5}, "200"),
    ("chronology", {"single_source": "perhaps"}, "true"),
    ("chronology", {"since": {"year": 2002}}, "since"),
    ("chronology", {"since": "2010", "until": "2001"}, "until"),
    ("entry", {"id": "a"}, "64"),
    ("verify", {"text": "あ", "form": "pdf"}, "md"),
    ("document_span", {"document": "news-2002", "end": 0}, "1"),
]
"""Calls that cannot be answered, with a word that the sentence must hold: what is wrong, or what would be right."""
FOREIGN = ("Error executing", "validation error", "pydantic", "Traceback", "Input should", "Unknown", "--from", "keii chronology")
"""What only the inside of a program or another door says."""
JAPANESE = re.compile("[ぁ-ん]")


@pytest.mark.parametrize(("tool", "arguments", "named"), WRONG, ids=[f"{tool}-{at}" for at, (tool, *_) in enumerate(WRONG)])
def test_a_fault_names_what_is_wrong(caller: Caller, tool: str, arguments: dict[str, object], named: str) -> None:
    told = caller.fault(tool, **arguments)
    assert named in told
    assert len(told.splitlines()) == 1
    assert JAPANESE.search(told), told
    assert not [word for word in FOREIGN if word in told]


def test_a_fault_is_english_where_that_was_asked_for(db: Path) -> None:
    with connected(by_stdio(db, "--lang", "en")) as english:
        for tool, arguments, named in WRONG:
            told = english.fault(tool, **arguments)
            assert named in told
            assert len(told.splitlines()) == 1
            ours = told.replace("いつか", "").replace("覚え書き（甲）", "")
            assert not JAPANESE.search(ours), told
            assert not [word for word in FOREIGN if word in told]
        assert "keii://document/NAME" in english.refusal("keii://nothing")


@pytest.mark.parametrize(("value", "wanted"), [("x", "整数"), ("-1", "整数"), ("9.5", "整数")])
def test_a_place_that_is_none_is_told(caller: Caller, value: str, wanted: str) -> None:
    assert wanted in caller.refusal(f"keii://document/news-2002?start={value}")


def test_a_fault_of_the_program_tells_nothing_of_its_inside(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr("keii.workbench.Browser.sources", breaks)
    with connected(within(Settings(db))) as one:
        told = one.fault("sources")
    assert "secret" not in told
    assert JAPANESE.search(told)


@pytest.mark.parametrize("uri", ["keii://document/nix", "keii://document/..%2F..%2Fetc%2Fpasswd", "keii://document/news-2002?start=99999",
                                 "keii://entry/ffffffff", "keii://nothing/at/all", "file:///etc/passwd"])
def test_there_is_no_such_resource(caller: Caller, uri: str) -> None:
    told = caller.refusal(uri)
    assert JAPANESE.search(told)
    assert not [word for word in FOREIGN if word in told]


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
