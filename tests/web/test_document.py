"""The page of a document: its exact text, marks, notes, and the pages of a PDF with boxes over the very characters."""

import html
import io
import re
from pathlib import Path

import pytest
from PIL import Image
from starlette.testclient import TestClient
from visiting import TOKEN, Enter

from keii.settings import Settings
from keii.values.document import Document
from keii.web.boxes import boxes
from keii.web.gate import Gate
from keii.web.shop import Shop, make_shop
from keii.workbench import Workbench

RUN = re.compile(r'<span[^>]*data-at="(\d+)"[^>]*>([^<]*)</span>')
PDF = "boei-2023"


def document(shop: Shop, name: str) -> Document:
    return shop.browsers["ja"].document(name)[0]


@pytest.mark.parametrize("name", ["shimbun-2002-09", "rokusha-2008", "kokkai-2002", "seisai-kaisetsu", PDF])
def test_every_stretch_shown_is_what_the_text_says_there(reading: TestClient, shop: Shop, name: str) -> None:
    whole = document(shop, name).text
    found = RUN.findall(reading.get(f"/documents/{name}").text)
    assert len(found) > 20
    for at, said in found:
        words = html.unescape(said)
        assert whole[int(at) : int(at) + len(words)] == words


def test_a_quote_is_followed_to_its_characters(reading: TestClient, shop: Shop) -> None:
    whole = document(shop, "shimbun-2002-09").text
    start = whole.index("平壌宣言」に署名")
    answer = reading.get(f"/documents/shimbun-2002-09/{start}-{start + 8}")
    lit = "".join(said for kinds, said in re.findall(r'<span class="([^"]*)"[^>]*>([^<]*)</span>', answer.text) if "k-here" in kinds)
    assert lit == whole[start : start + 8]
    assert answer.text.count('id="here"') == 1


def test_notes_open_in_place(reading: TestClient) -> None:
    text = reading.get("/documents/journal-2020").text + reading.get("/documents/rokusha-2008").text
    assert re.search(r'<details class="note"><summary[^>]*>[^<]+</summary><span class="said">[^<]{5,}', text)


def test_a_page_is_drawn_and_its_boxes_hold_ink_and_nothing_around(reading: TestClient, shop: Shop) -> None:
    held = document(shop, PDF)
    page = held.pages[0]
    start = held.text.index("金正恩委員長")
    answer = reading.get(f"/documents/{PDF}/page/1.png?width=1400")
    picture = Image.open(io.BytesIO(answer.content)).convert("L")
    scale = picture.width / page.width
    (box,) = boxes(held, page, (start, start + 6))
    left, top, right, bottom = (edge * scale for edge in (box.x, box.y, box.x + box.width, box.y + box.height))
    for index in range(6):
        low, high = left + (right - left) * index / 6, left + (right - left) * (index + 1) / 6
        assert _ink(picture, (low, top, high, bottom)) > 0.05
    assert _ink(picture, (left, bottom + 1, right, bottom + 3 * scale)) < 0.02


def _ink(picture: Image.Image, area: tuple[float, float, float, float]) -> float:
    """How much of an area is dark."""
    cut = picture.crop(tuple(round(edge) for edge in area))
    return sum(count for shade, count in enumerate(cut.histogram()) if shade < 128) / max(1, cut.width * cut.height)


def test_boxes_end_where_lines_do(shop: Shop) -> None:
    held = document(shop, PDF)
    start = held.text.index("18（同30）年")
    found = boxes(held, held.pages[0], (start, start + 100))
    assert len(found) >= 4
    assert all(box.height < 20 for box in found)


def test_a_stretch_over_two_pages_is_boxed_on_both(shop: Shop) -> None:
    held = document(shop, PDF)
    first, second = held.pages[:2]
    stretch = (first.end - 200, second.start + 200)
    assert boxes(held, first, stretch)
    assert boxes(held, second, stretch)


def test_a_document_whose_file_is_gone_can_still_be_read(db: Path, tmp_path: Path, enter: Enter) -> None:
    copy = tmp_path / "boei.pdf"
    copy.write_bytes((Path(__file__).parents[2] / "samples" / "boei-2023.pdf").read_bytes())
    settings = Settings(tmp_path / "one.db")
    Workbench(settings).add([copy])
    copy.unlink()
    client = enter(make_shop(settings, Gate(TOKEN, "")))
    assert client.get("/documents/boei").status_code == 200
    answer = client.get("/documents/boei/page/1.png")
    assert answer.status_code == 404
    assert "keii add" in answer.text


@pytest.mark.parametrize("path", ["/documents/none", "/documents/boei-2023/page/99.png", "/documents/boei-2023/page/0.png",
                                  "/documents/..%2f..%2fetc%2fpasswd", "/documents/%2e%2e", "/documents/none/page/1.png"])
def test_what_is_not_there_is_a_page_that_says_so(reading: TestClient, path: str) -> None:
    answer = reading.get(path)
    assert answer.status_code == 404
    assert 'href="/"' in answer.text


@pytest.mark.parametrize("at", ["5", "9-4", "0-99999999", "a-b", "-1-5", "１-２"])
def test_a_place_that_is_not_there_is_told(reading: TestClient, at: str) -> None:
    answer = reading.get(f"/documents/shimbun-2002-09?at={at}")
    assert answer.status_code == 400
    assert "shimbun-2002-09" in answer.text
