"""Whatever stands in an address, the answer is a page, never a fault of the program."""

from itertools import cycle

import pytest
from starlette.testclient import TestClient

from keii.web import filters

ODD = ["", " ", "\x00", "0", "-1", "99999999999999999999", "１２", "nan", "1e9", "../..", "%2e%2e", "<b>", "'; DROP TABLE rows;--",
       "あ" * 400, "2018-02-30", "2018-13", "../2018", "2018/2019", "XXXX", "\ud83d\ude00", "\u202e", "{{7*7}}", "{0}", "a,b、c・d",
       "ORG:", "*", "\"", "NEAR("]
PATHS = ["/", "/at", "/ask", "/search", "/analyses/periods", "/analyses/field", "/analyses/provisions.csv", "/review", "/merge", "/sources",
         "/codebook", "/documents/shimbun-2002-09", "/documents/shimbun-2002-09/add", "/chronology.json", "/verify/none", "/login"]
FIELDS = [*filters.NAMES, "page", "day", "row", "lanes", "q", "words", "part", "at", "start", "end", "pivot", "standing", "reason", "on", "show",
          "undated", "lang", "title", "back", "width", "next"]


def whole(text: str) -> str:
    """Text whose halves of characters are joined, as an address holds it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@pytest.mark.parametrize("path", PATHS)
def test_no_value_of_any_parameter_breaks_a_page(reading: TestClient, path: str) -> None:
    values = cycle(ODD)
    for turn in range(12):
        asked = {field: value for field, value in zip(FIELDS, values, strict=False) if (turn + len(field)) % 3}
        answer = reading.get(path, params={name: whole(value) for name, value in asked.items()})
        assert answer.status_code < 500, asked
        next(values)


@pytest.mark.parametrize("odd", ODD)
def test_no_name_in_a_path_breaks_a_page(reading: TestClient, odd: str) -> None:
    name = whole(odd)
    for path in ("/entries/{}", "/entries/{}/evidence", "/entries/{}/decide", "/documents/{}", "/documents/{}/page/1.png", "/documents/{}/1-2",
                 "/analyses/{}", "/verify/{}", "/chronology.{}", "/{}"):
        answer = reading.get(path.format(name.replace("\x00", "%00")))
        assert answer.status_code < 500, path
