"""The Diet record: paging, pauses, going on after a failure, what stands in the files, and what is refused."""

import json
from functools import partial
from pathlib import Path

import pytest
import yaml
from diet_service import Service, record, serving

from keii.errors import UnreadableError
from keii.sources import kokkai
from keii.sources.fetch import fetched


class Told:
    def __init__(self) -> None:
        self.counts: list[tuple[int, int]] = []
        self.pauses = 0

    def fetched(self, done: int, total: int) -> None:
        self.counts.append((done, total))

    def pause(self) -> None:
        self.pauses += 1


def _harvest(service: Service, folder: Path, told: Told, query: kokkai.Query) -> list[kokkai.Speech]:
    get = partial(fetched, agent="test")
    return list(kokkai.harvest(query, service.address, folder, get, told.pause, told))


def test_every_page_is_asked_for_in_turn_with_a_pause_between(tmp_path: Path) -> None:
    told = Told()
    with serving(Service([record(n) for n in range(250)])) as service:
        found = _harvest(service, tmp_path, told, kokkai.Query("日朝国交正常化", "2002-01-01", "2002-12-31", "衆議院"))
    assert [one.order for one in found] == list(range(250))
    assert [query["startRecord"] for query in service.asked] == ["1", "101", "201"]
    assert service.asked[0] == {"any": "日朝国交正常化", "from": "2002-01-01", "until": "2002-12-31", "nameOfHouse": "衆議院",
                                "recordPacking": "json", "maximumRecords": "100", "startRecord": "1"}
    assert told.counts == [(100, 250), (200, 250), (250, 250)]
    assert told.pauses == 2


def test_what_was_broken_off_goes_on_where_it_was(tmp_path: Path) -> None:
    query = kokkai.Query("拉致")
    with serving(Service([record(n) for n in range(250)], fails={201})) as service:
        with pytest.raises(UnreadableError) as broken:
            _harvest(service, tmp_path, Told(), query)
        assert broken.value.key == "fetch.failed"
        assert "HTTP 503" in str(broken.value.facts["reason"])
        service.asked.clear()
        assert len(_harvest(service, tmp_path, Told(), query)) == 250
        assert [one["startRecord"] for one in service.asked] == ["201"]
        service.asked.clear()
        assert len(_harvest(service, tmp_path, Told(), query)) == 250, "what was finished is asked anew"
        assert len(service.asked) == 3


def test_a_record_that_grew_meanwhile_is_begun_again(tmp_path: Path) -> None:
    query = kokkai.Query("拉致")
    with serving(Service([record(n) for n in range(150)], fails={101})) as service:
        with pytest.raises(UnreadableError):
            _harvest(service, tmp_path, Told(), query)
        service.speeches.insert(0, record(900))
        found = _harvest(service, tmp_path, Told(), query)
    assert {one.order for one in found} == {*range(150), 900}


def test_nothing_found_is_no_fault(tmp_path: Path) -> None:
    with serving(Service([])) as service:
        assert _harvest(service, tmp_path, Told(), kokkai.Query("無")) == []


def test_what_the_service_says_was_wrong_is_told(tmp_path: Path) -> None:
    with serving(Service([record(1)])) as service, pytest.raises(UnreadableError) as refused:
        _harvest(service, tmp_path, Told(), kokkai.Query("拉致", "2003-01-01", "2002-01-01"))
    assert refused.value.key == "kokkai.refused"
    assert "開会日付の範囲が不正です。" in str(refused.value.facts["reason"])


def test_no_service_is_told_with_its_address(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as fault:
        _harvest(Service([], address="http://127.0.0.1:9/api"), tmp_path, Told(), kokkai.Query("拉致"))
    assert fault.value.key == "fetch.failed"
    assert "127.0.0.1:9" in str(fault.value.facts["file"])


def test_a_speech_is_filed_word_for_word_with_its_source(tmp_path: Path) -> None:
    page = kokkai.page_of(json.dumps({"numberOfRecords": 1, "speechRecord": [record(12)]}).encode(), "answer")
    place = kokkai.filed(page.speeches[0], tmp_path)
    assert place == tmp_path / "2002" / "115503968X00320021107_012.txt"
    assert place.read_text("utf-8") == str(record(12)["speech"]).replace("\r", "") + "\n"
    assert yaml.safe_load(place.with_name(place.stem + ".meta.yaml").read_text("utf-8")) == {
        "title": "第155回国会 衆議院 見本委員会 第3号 発言12", "author": "見本花子", "publisher": "衆議院",
        "kind": "diet-minutes", "origin": "JPN", "published": "2002-11-07", "language": "ja",
        "url": "https://example.org/speech/12"}
    before = place.stat().st_mtime_ns
    beside = place.with_name(place.stem + ".meta.yaml")
    beside.write_text("author: 見本華子\n", "utf-8")
    kokkai.filed(page.speeches[0], tmp_path)
    assert place.stat().st_mtime_ns == before
    assert beside.read_text("utf-8") == "author: 見本華子\n", "what a person corrected stays"


def test_an_answer_by_meetings_gives_the_speeches_of_each() -> None:
    shared = {name: value for name, value in record(1).items() if name not in ("speechID", "speechOrder", "speech", "speaker")}
    own = [{name: record(n)[name] for name in ("speechID", "speechOrder", "speech", "speaker")} for n in (1, 2)]
    answer = {"numberOfRecords": 1, "meetingRecord": [{**shared, "speechRecord": own}]}
    page = kokkai.page_of(json.dumps(answer).encode(), "answer")
    assert [(one.order, one.day) for one in page.speeches] == [(1, "2002-11-07"), (2, "2002-11-07")]


@pytest.mark.parametrize(("data", "key"), [
    (b"", "kokkai.form"), (b"<html>", "kokkai.form"), (b"[]", "kokkai.form"), (b"{}", "kokkai.form"),
    (b'{"numberOfRecords": 1, "speechRecord": ["x"]}', "kokkai.form"),
    (json.dumps({"numberOfRecords": 1, "speechRecord": [{**record(1), "speechID": "../../etc/passwd"}]}).encode(), "kokkai.form"),
    (json.dumps({"numberOfRecords": 1, "speechRecord": [{**record(1), "date": "2002-13-40"}]}).encode(), "kokkai.form"),
    (b'{"message": "wrong", "details": "much"}', "kokkai.refused"),
])
def test_what_is_no_answer_is_refused_with_its_place(data: bytes, key: str) -> None:
    with pytest.raises(UnreadableError) as fault:
        kokkai.page_of(data, "answer.json")
    assert fault.value.key == key
    assert fault.value.facts["file"] == "answer.json"


def test_pages_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    body = json.dumps({"numberOfRecords": 5, "nextRecordPosition": 1, "speechRecord": [record(1)]}).encode()
    told = Told()
    with pytest.raises(UnreadableError) as fault:
        list(kokkai.harvest(kokkai.Query("x"), "http://none/api", tmp_path, lambda _: body, told.pause, told))
    assert fault.value.key == "kokkai.endless"
