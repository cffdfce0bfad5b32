"""The pages in a real browser: filters, following a quote to its characters, correcting, checking, keys, and what axe says.

The browser is Chromium, at KEII_CHROMIUM or /usr/bin/chromium; where there is none these tests are left out.
"""

import io
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from PIL import Image
from visiting import SAMPLES, TOKEN

from keii.settings import Settings
from keii.web.app import make_app
from keii.web.gate import Gate
from keii.web.shop import make_shop
from keii.workbench import Workbench

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
CHROMIUM = os.environ.get("KEII_CHROMIUM", "/usr/bin/chromium")
pytestmark = [pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"no Chromium at {CHROMIUM}: set KEII_CHROMIUM"),
              pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]
NAMES = ("nenpyo-2001-2025.txt", "nenpyo-2001-2025.meta.yaml", "shimbun-2018-06.txt", "shimbun-2018-06.meta.yaml", "boei-2023.pdf",
         "ai-kaitou.md", "ai-kaitou.meta.yaml", "journal-2020.txt")


class Desk:
    """A served store, a page of a browser in it, and what the page complained of or asked for elsewhere."""

    def __init__(self, settings: Settings, folder: Path, address: str, page: object) -> None:
        self.settings, self.folder, self.address, self.page = settings, folder, address, page
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.on("console", lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(address) else self.elsewhere.append(asked.url))

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("browser")
    for name in NAMES:
        shutil.copy(SAMPLES / name, folder / name)
    settings = Settings(folder / "keii.db")
    Workbench(settings).add([folder])
    place = socket.socket()
    place.bind(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{place.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(make_app(make_shop(settings, Gate(TOKEN, "田中"))), log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(15_000)
        found = Desk(settings, folder, address, page)
        found.go(f"/?token={TOKEN}")
        yield found
        browser.close()
    server.should_exit = True
    thread.join(10)
    assert not found.complaints
    assert not found.elsewhere


def until(page: object, holds: str) -> None:
    """Wait until an expression holds. It is looked at from outside: the pages allow no evaluation of text."""
    ends = time.monotonic() + 15
    while not _holds(page, holds):
        assert time.monotonic() < ends, holds
        page.wait_for_timeout(50)


def _holds(page: object, holds: str) -> bool:
    try:
        return bool(page.evaluate(holds))
    except playwright.Error:
        return False


def test_a_filter_and_an_entry_and_its_quote_in_the_text(desk: Desk) -> None:
    page = desk.page
    desk.go("/")
    page.fill("#filters input[name=from]", "2018-06-12")
    page.fill("#filters input[name=to]", "2018-06-12")
    page.click("#filters button")
    page.wait_for_url(re.compile("from=2018-06-12"))
    rows = page.locator("#rows tbody tr")
    assert 0 < rows.count() < 20
    rows.first.locator(".what").click()
    page.wait_for_selector("#evidence mark")
    quote = page.locator("#evidence figure").first
    said = quote.locator("mark").first.text_content()
    quote.locator("figcaption a").first.click()
    page.wait_for_selector("#here")
    lit = "".join(page.locator(".k-here").all_text_contents())
    assert re.sub(r"\s", "", lit) == re.sub(r"\s", "", said)
    assert page.locator("#here").is_visible()


def test_a_quote_in_a_pdf_is_boxed_over_its_very_glyphs(desk: Desk) -> None:
    page = desk.page
    desk.go("/?doc=boei-2023")
    page.locator("#rows tbody tr").first.locator(".what").click()
    page.wait_for_selector("#evidence figcaption a[href*='boei-2023']")
    page.locator("#evidence figcaption a[href*='boei-2023']").first.click()
    page.wait_for_selector(".leaf rect.here")
    until(page, "document.querySelector('.leaf img').naturalWidth > 0")
    leaf, *boxes = page.evaluate(  # all in one moment, for the page may still be gliding to the place
        "[document.querySelector('.leaf img'), ...document.querySelectorAll('.leaf rect.here')].map("
        "(at) => { const { x, y, width, height } = at.getBoundingClientRect(); return { x, y, width, height }; })")
    assert boxes
    picture = Image.open(io.BytesIO(page.request.get(desk.address + page.locator(".leaf img").get_attribute("src")).body())).convert("L")
    scale = picture.width / leaf["width"]
    for box in boxes:
        left, top = (box["x"] - leaf["x"]) * scale, (box["y"] - leaf["y"]) * scale
        right, bottom = left + box["width"] * scale, top + box["height"] * scale
        assert _ink(picture, left, top, right, bottom) > 0.04
        assert _ink(picture, left, bottom + scale, right, bottom + 2.5 * scale) < 0.02


def _ink(picture: Image.Image, *area: float) -> float:
    cut = picture.crop(tuple(round(edge) for edge in area))
    return sum(count for shade, count in enumerate(cut.histogram()) if shade < 128) / max(1, cut.width * cut.height)


def test_a_date_is_corrected_by_keys_alone_and_stands_after_the_coder_ran_again(desk: Desk) -> None:
    page = desk.page
    desk.go("/?from=2002&to=2003&doc=nenpyo-2001-2025")
    page.wait_for_selector("#decide")
    first = page.locator("tr[aria-selected=true]").get_attribute("id")
    page.keyboard.press("j")
    until(page, f"document.querySelector('tr[aria-selected=true]').id !== '{first}'")
    second = page.locator("tr[aria-selected=true]").get_attribute("data-id")
    page.wait_for_selector(f"#decide[data-id='{second}']")
    summary = page.locator("tr[aria-selected=true] .what a").text_content()
    page.keyboard.press("e")
    page.wait_for_selector("[data-panel=edit][open] input[name=date]:focus")
    page.keyboard.press("Control+a")
    page.keyboard.type("2003-03-03")
    page.keyboard.press("Enter")
    page.wait_for_selector("td.date:has-text('03-03')")
    file = desk.folder / "nenpyo-2001-2025.txt"
    file.write_text(file.read_text(encoding="utf-8") + "\n以上。\n", encoding="utf-8")
    Workbench(desk.settings).add([file])
    desk.go("/?from=2003-03-03&to=2003-03-03")
    row = page.locator("#rows tbody tr", has_text=summary)
    assert row.count() == 1
    assert row.locator(".stood.corrected").count() == 1
    page.wait_for_selector("#decide .past")
    page.keyboard.press("u")
    until(page, "!document.querySelector('#rows .stood.corrected')")
    assert page.locator("#rows tbody tr", has_text=summary).count() == 0


def test_accepting_marking_and_merging_by_keys(desk: Desk) -> None:
    page = desk.page
    desk.go("/review")
    page.wait_for_selector("#decide")
    before = page.locator("#rows tbody tr").first.get_attribute("data-id")
    page.keyboard.press("a")
    until(page, f"document.querySelector('#rows tbody tr').dataset.id !== '{before}'")
    page.wait_for_selector("#decide")
    page.keyboard.press("x")
    page.keyboard.press("x")
    assert page.locator("input[name=row]:checked").count() == 2
    page.keyboard.press("m")
    page.wait_for_url(re.compile("/merge"))
    assert page.locator(".sides article").count() == 2
    page.go_back()
    page.keyboard.press("?")
    assert page.locator("dialog#keys[open]").count() == 1
    page.keyboard.press("Escape")


def test_words_selected_in_a_document_become_an_event_form(desk: Desk) -> None:
    page = desk.page
    desk.go("/documents/shimbun-2018-06")
    page.evaluate("""() => { const run = [...document.querySelectorAll('#text [data-at]')].find((one) => one.textContent.length > 3);
        const range = document.createRange(); range.setStart(run.firstChild, 0); range.setEnd(run.firstChild, 3);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""")
    chosen = page.evaluate("getSelection().toString()")
    page.wait_for_selector("#adding:not([hidden])")
    page.keyboard.press("a")
    page.wait_for_url(re.compile("/add"))
    assert page.locator("blockquote mark").text_content() == chosen


def test_a_pasted_answer_is_checked(desk: Desk) -> None:
    page = desk.page
    desk.go("/verify")
    page.fill("#pasted", "2018年6月12日に米朝首脳会談が行われた。\n2018年6月13日に米朝首脳会談がシンガポールで行われた。")
    page.click("form[action='/verify'] button")
    page.wait_for_selector(".claims")
    assert page.locator(".claim").count() == 2
    assert page.locator(".claim.supported").count() >= 1


def test_a_mark_of_a_figure_opens_its_rows_by_key_and_by_click(desk: Desk) -> None:
    page = desk.page
    desk.go("/analyses/periods")
    page.locator(".drawn").focus()
    page.keyboard.press("Tab")
    called = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/analyses/periods/rows"))
    assert called.startswith(page.locator("h1").text_content())
    assert called.endswith(f" {page.locator('#rows tbody tr').count()} 件")
    page.wait_for_selector("#evidence mark")
    page.go_back()
    page.locator(".drawn a.lead").last.click()
    page.wait_for_url(re.compile("/analyses/periods/rows"))
    page.go_back()
    page.locator(".rows.analysis a.n").first.click()
    page.wait_for_selector("#rows tbody tr")


@pytest.mark.parametrize("path", ["/", "/?lanes=actor", "/review", "/ask?q=2018年に首脳会談はありましたか?", "/search?words=会談", "/verify",
                                  "/analyses/periods", "/analyses/periods/rows?line=1", "/sources", "/codebook", "/documents/boei-2023",
                                  "/nowhere-to-be-found"])
def test_axe_finds_no_serious_fault_and_nothing_is_cut(desk: Desk, path: str) -> None:
    page = desk.page
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        desk.go(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    if "nowhere" in path:
        desk.complaints[:] = [said for said in desk.complaints if "404" not in said]
    if path in ("/", "/review"):
        page.wait_for_selector("#decide")
    serious = [(fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in axe.Axe().run(page).response["violations"]
               if fault["impact"] in ("serious", "critical")]
    assert serious == []
