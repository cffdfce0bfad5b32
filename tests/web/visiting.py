"""What the tests of the pages share."""

from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from keii.web.shop import Shop

SAMPLES = Path(__file__).parents[2] / "samples"
TOKEN = "a-token-of-tests"
HOST = "http://127.0.0.1:8760"
Enter = Callable[[Shop], TestClient]


def csrf(client: TestClient) -> str:
    """The token a form of the present session must bring."""
    return client.get("/").text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
