"""How long the page of the chronology takes on the server as a store grows: python bench/web.py [COUNT...]."""

import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from generated import fill
from starlette.testclient import TestClient

from asking import ends
from keii.settings import Settings
from keii.web.app import make_app
from keii.web.gate import Gate
from keii.web.shop import make_shop

PAGES = ["/", "/?page=250", "/?actors=JPN,PRK", "/?from=2001&to=2006&actors=PRK&status=realised", "/?text=拉致&lanes=actor",
         "/?action=SANCTION&lanes=pillar&page=3", "/?lanes=actor", "/?from=2010-03&to=2010-04", "/?conflicts=1", "/?single=1&page=20"]


def main() -> int:
    for count in [int(word.replace(",", "")) for word in sys.argv[1:]] or [1_000, 100_000]:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(Path(folder) / "made.db", count), flush=True)
    return 0


def measured(db: Path, count: int) -> str:
    fill(db, count)
    client = TestClient(make_app(make_shop(Settings(db), Gate("token"))), base_url="http://127.0.0.1:8760")
    begun = perf_counter()
    client.get("/?token=token")
    opened = perf_counter() - begun
    first = [seconds(client, page) for page in PAGES]
    again = [seconds(client, page) for page in PAGES for _ in range(5)]
    row = client.get("/").text.split('data-id="', 1)[1].split('"', 1)[0]
    entry = [seconds(client, f"/entries/{row}/evidence") for _ in range(3)]
    told = [f"{name} p50 {ends([one[at] for one in times])['p50']:.0f} p95 {ends([one[at] for one in times])['p95']:.0f} ms{kind}"
            for name, times in (("filter new:", first), ("filter known:", again)) for at, kind in ((0, ""), (1, " of the processor"))]
    return f"{count:>9,} rows   opening {opened:.1f} s   {'   '.join(told)}   evidence {1000 * sorted(entry)[1][0]:.0f} ms"


def seconds(client: TestClient, page: str) -> tuple[float, float]:
    """How long a page takes, by the clock and of the processor."""
    begun, worked = perf_counter(), process_time()
    assert client.get(page).status_code == 200
    return perf_counter() - begun, process_time() - worked


if __name__ == "__main__":
    sys.exit(main())
