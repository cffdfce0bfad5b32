"""Every tool, called by a client of the SDK over standard input and output and over HTTP."""

import json
from typing import Any

import pytest
from calling import READING, Caller, quotes

CALLS: list[tuple[str, dict[str, Any]]] = [
    ("search", {"words": ["平壌"]}),
    ("search", {"words": ["弾道ミサイル"]}),
    ("chronology", {"quotes": 50}),
    ("ask", {"question": "日朝平壌宣言に署名したのはいつですか"}),
    ("verify", {"text": "2002年9月17日、日朝平壌宣言に署名した。"}),
    ("document_span", {"document": "boei-2023", "start": 20, "limit": 60}),
    ("analyse", {"name": "relations", "actors": ["JPN", "PRK"]}),
]


def test_the_tools_read_and_say_so(caller: Caller) -> None:
    tools = {tool.name: tool for tool in caller.listed("tools")}
    assert set(tools) == READING
    for tool in tools.values():
        assert tool.annotations is not None
        assert (tool.annotations.read_only_hint, tool.annotations.destructive_hint) == (True, False)
        assert tool.output_schema is not None
        assert tool.output_schema["type"] == "object"
        assert tool.title
        assert not tool.title.isascii(), "Japanese first in what people see"
        assert tool.description


def test_an_assistant_is_told_to_quote_and_cite(caller: Caller) -> None:
    told = caller.client.instructions or ""
    assert "verbatim" in told
    assert "never an instruction" in told


@pytest.mark.parametrize(("tool", "arguments"), CALLS, ids=[f"{tool}-{at}" for at, (tool, _) in enumerate(CALLS)])
def test_every_quote_is_the_text_at_its_place(caller: Caller, texts: dict[str, str], tool: str, arguments: dict[str, Any]) -> None:
    answer = caller.data(tool, **arguments)
    found = list(quotes(answer))
    assert found
    for one in found:
        assert texts[one["document"]][one["start"]:one["end"]] == one["quote"]
        assert caller.read(one["uri"]) == one["quote"]


def test_the_text_of_an_answer_is_its_data(caller: Caller) -> None:
    found = caller.result("search", words=["平壌"])
    assert json.loads("".join(getattr(part, "text", "") for part in found.content)) == found.structured_content


def test_search_tells_how_many_there_are(caller: Caller) -> None:
    every = caller.data("search", words=["小泉"])
    assert every["total"] == len(every["passages"]) == 3
    assert every["searched"] == 3
    assert {source["document"] for source in every["sources"]} == {"news-2002", "覚え書き（甲）"}
    second = caller.data("search", words=["小泉"], limit=1, offset=1)
    assert second["passages"] == every["passages"][1:2]
    assert second["total"] == 3


def test_words_that_stand_nowhere_are_found_nowhere(caller: Caller) -> None:
    found = caller.data("search", words=["火星人"])
    assert (found["total"], found["passages"], found["sources"]) == (0, [], [])


def test_rows_meet_the_filters_and_name_their_sources(caller: Caller) -> None:
    found = caller.data("chronology", since="2002-09", until="2002-09", actors=["日本", "北朝鮮"])
    assert found["rows"]
    assert all(row["date"].startswith("2002-09") for row in found["rows"])
    assert all({"JPN", "PRK"} <= {actor["code"] for actor in row["actors"]} for row in found["rows"])
    named = {source["document"]: source for source in found["sources"]}
    assert set(named) == {doc for row in found["rows"] for doc in row["documents"]}
    paper = named["news-2002"]
    assert paper["csl"] == {"id": "news-2002", "type": "article-newspaper", "title": "平壌で日朝首脳会談", "container-title": "見本日報",
                            "issued": {"date-parts": [[2006, 10, 20]]}}
    assert "見本日報" in paper["reference"]
    assert any("日本・北朝鮮" in told for told in found["filters"])


def test_the_chronology_is_leafed_through(caller: Caller) -> None:
    every = caller.data("chronology", limit=200)
    assert every["total"] == len(every["rows"]) > 3
    leafed = [caller.data("chronology", limit=1, offset=at)["rows"][0]["id"] for at in range(3)]
    assert leafed == [row["id"] for row in every["rows"][:3]]
    assert caller.data("chronology", offset=10_000)["rows"] == []


def test_one_word_is_taken_as_a_list_of_it(caller: Caller) -> None:
    assert caller.data("chronology", actors="北朝鮮", status=None) == caller.data("chronology", actors=["北朝鮮"])
    assert caller.data("search", words="平壌") == caller.data("search", words=["平壌"])


def test_several_calls_at_once_do_not_disturb_each_other(caller: Caller) -> None:
    questions = ["小泉首相が平壌を訪れたのはいつですか", "拉致被害者が帰国したのはいつですか", "決議1718が採択されたのはいつですか"]
    one_by_one = [caller.data("ask", question=question) for question in questions]
    calls = [caller.portal.start_task_soon(caller.client.call_tool, "ask", {"question": question}) for question in questions * 2]
    assert [call.result().structured_content for call in calls] == one_by_one * 2


def test_a_row_gives_few_quotes_and_says_how_many_more(caller: Caller) -> None:
    rows = caller.data("chronology", quotes=50)["rows"]
    most = max(rows, key=lambda row: len(row["quotes"]))
    assert len(most["quotes"]) > 1
    assert {quote["document"] for quote in most["quotes"]} == set(most["documents"])
    few = next(row for row in caller.data("chronology", quotes=1)["rows"] if row["id"] == most["id"])
    assert (len(few["quotes"]), few["more_quotes"]) == (1, len(most["quotes"]) - 1)


def test_an_entry_is_whole(caller: Caller) -> None:
    row = next(row for row in caller.data("chronology")["rows"] if len(row["documents"]) > 1)
    found = caller.data("entry", id=row["id"][:8])
    assert found["row"]["id"] == row["id"]
    assert {telling["document"] for telling in found["tellings"]} == set(row["documents"])
    assert all(telling["reasons"] for telling in found["tellings"])
    assert len(found["quotes"]) == found["total_quotes"]
    assert (found["version"], found["decisions"]) == (None, [])
    assert json.loads(caller.read(row["uri"]))["row"]["id"] == row["id"]


def test_a_question_is_answered_with_the_rows_it_rests_on(caller: Caller) -> None:
    found = caller.data("ask", question="小泉首相が平壌を訪れたのはいつですか")
    assert "2002年9月17日" in found["answer"]
    assert found["lines"][0]["date"] == "2002-09-17"
    entry = next(line["entry"] for line in found["lines"] if line["entry"])
    assert caller.data("entry", id=entry)["row"]["id"] == entry


def test_a_question_follows_on_another(caller: Caller) -> None:
    found = caller.data("ask", question="2004年以降に絞って", before=["小泉首相の訪朝を整理して見せてください"])
    assert found["lines"]
    assert all(line["date"] >= "2004" for line in found["lines"])


def test_what_the_documents_do_not_say_is_unknown(caller: Caller) -> None:
    found = caller.data("ask", question="日本は火星に探査機を送りましたか")
    assert found["verdict"] == "unknown"
    assert found["lines"] == []


def test_a_text_is_checked_claim_by_claim(caller: Caller) -> None:
    text = "# 😀\n\n2002年9月17日、小泉首相が訪朝した。\n\n- 2002年10月20日、拉致被害者5人が帰国した。\n- 日本が火星に探査機を送った。\n"
    found = caller.data("verify", text=text)
    assert [text[claim["start"]:claim["end"]] for claim in found["claims"]] == [claim["claim"] for claim in found["claims"]]
    assert [claim["verdict"] for claim in found["claims"]] == ["supported", "contradicted", "not_found"]
    assert found["claims"][0]["independent_sources"] == 2
    assert found["claims"][1]["differs"] == ["date"]
    assert found["counts"] == {"supported": 1, "contradicted": 1, "not_found": 1}
    assert caller.data("verify", text=text, limit=1, offset=1)["claims"] == found["claims"][1:2]


def test_a_document_is_read_on(caller: Caller, texts: dict[str, str]) -> None:
    read, start = "", 0
    while True:
        found = caller.data("document_span", document="news-2002", start=start, limit=40, around=5)
        quote = found["quote"]
        assert (quote["start"], found["length"]) == (start, len(texts["news-2002"]))
        assert found["before"] == texts["news-2002"][max(0, start - 5):start]
        assert found["after"] == texts["news-2002"][quote["end"]:quote["end"] + 5]
        read += quote["quote"]
        if found["next"] is None:
            break
        start = found["next"]
    assert read == texts["news-2002"] == caller.read("keii://document/news-2002")


def test_a_page_of_a_pdf_is_named_as_printed_and_as_counted(caller: Caller, texts: dict[str, str]) -> None:
    text = texts["boei-2023"]
    first = caller.data("document_span", document="boei-2023", start=100, limit=50)["quote"]
    assert (first["page"], first["pdf_page"], first["cite"]) == ("87", 1, "boei-2023 p.87")
    assert "\n" in first["quote"]
    assert "\n" not in first["readable"]
    assert first["readable"] == first["quote"].replace("\n", "")
    last = caller.data("document_span", document="boei-2023", start=len(text) - 5)["quote"]
    assert last["pdf_page"] > 1
    plain = caller.data("document_span", document="news-2002", start=0, limit=5)["quote"]
    assert (plain["page"], plain["pdf_page"]) == (None, None)


def test_the_documents_are_listed(caller: Caller) -> None:
    found = caller.data("sources")
    assert [one["source"]["document"] for one in found["documents"]] == sorted(["boei-2023", "news-2002", "覚え書き（甲）"])
    undated = caller.data("sources", undated=True)
    assert [one["source"]["document"] for one in undated["documents"]] == ["覚え書き（甲）"]
    assert undated["documents"][0]["source"]["published"] is None
    resources = {resource.name: resource.uri for resource in caller.listed("resources")}
    assert set(resources) == {one["source"]["document"] for one in found["documents"]}
    assert all(caller.read(uri) for uri in resources.values())


@pytest.mark.parametrize("name", ["periods", "factors", "field", "instruments", "provisions", "proposals", "positions", "relations",
                                  "outlook", "recommendations"])
def test_every_analysis_tells_how_it_was_made(caller: Caller, name: str) -> None:
    found = caller.data("analyse", name=name, actors=["日本", "北朝鮮"], limit=2)
    assert found["tables"][0]["name"] == name
    assert all(len(table["rows"]) <= 2 <= max(2, table["total"]) for table in found["tables"])
    assert found["tables"][0]["measure"]
    assert found["remarks"] or found["tables"][0]["rows"]
