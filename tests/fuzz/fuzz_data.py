"""Data that people pass on: sidecars, codebooks, libraries of references, answers of the Diet record, projects."""

import io
import json
import zipfile
from random import Random

from fuzz_bytes import battered
from fuzz_pieces import MARKUP, SIGNS, date, spoilt, text

_ODD = (
    "-1",
    "0",
    "65535",
    "4294967296",
    "99999999999999999999",
    "1e309",
    "NaN",
    "null",
    "true",
    '""',
    "[]",
    "{}",
    "[[[[[[[[",
    "\\u0000",
    "\\ud800",
    "0.0000001",
)


def sidecar(rng: Random) -> bytes:
    value = rng.choice(
        (
            text(rng)[:40],
            date(rng),
            "[a, b]",
            "&a [*a, *a]",
            "2018-02-31",
            "!!python/object/apply:os.system [id]",
            "{a: b}",
            "1e999",
            "0x_",
            "[" * 200,
            "!!binary x",
            "<<: 1",
        )
    )
    fields = rng.sample(
        ("title", "author", "publisher", "kind", "origin", "published", "language", "url", "odd"), rng.randint(1, 4)
    )
    return battered("".join(f"{name}: {value}\n" for name in fields).encode("utf-8", "surrogatepass"), rng)


def diet(rng: Random) -> bytes:
    speech = {
        "speechID": "115504077X00320021001_012",
        "date": "2002-09-18",
        "session": 155,
        "nameOfHouse": "衆議院",
        "nameOfMeeting": "外務委員会",
        "issue": "第3号",
        "speechOrder": 12,
        "speaker": "見本花子",
        "speech": text(rng),
        "speechURL": "https://example.org/",
    }
    answer = {
        "numberOfRecords": 1,
        "numberOfReturn": 1,
        "startRecord": 1,
        "nextRecordPosition": None,
        "speechRecord": [speech] * rng.randint(0, 2),
    }
    return _odd_json(json.dumps(answer, ensure_ascii=rng.random() < 0.5), rng).encode("utf-8", "surrogatepass")


def _odd_json(whole: str, rng: Random) -> str:
    """With a value or two of another kind."""
    for _ in range(rng.choice((0, 1, 1, 2))):
        places = [at for at, one in enumerate(whole) if one == ":"]
        if places:
            at = rng.choice(places) + 1
            end = min((found for found in (whole.find(one, at) for one in ",}") if found >= 0), default=len(whole))
            whole = whole[:at] + rng.choice(_ODD) + whole[end:]
    return spoilt(whole, rng) if rng.random() < 0.3 else whole


def csl(rng: Random) -> bytes:
    item = {
        "id": "a",
        "type": rng.choice(("article-journal", "book", "x")),
        "title": text(rng)[:60],
        "author": [{"family": "見本", "given": "花子"}, {"literal": "外務省"}],
        "issued": {"date-parts": [[rng.choice((2018, "2018", -1, 10**30, None, "²")), rng.choice((2, 13, "x")), 31]]},
        "URL": "https://example.org/",
    }
    return _odd_json(json.dumps([item]), rng).encode("utf-8", "surrogatepass")


def ris(rng: Random) -> bytes:
    lines = [
        "TY  - JOUR",
        "AU  - 見本, 花子",
        f"TI  - {text(rng)[:60]}",
        f"PY  - {date(rng)}",
        "L1  - a\\b.pdf",
        "UR  - x",
        rng.choice(SIGNS),
        "ER  - ",
    ]
    return battered("\n".join(line for line in lines if rng.random() < 0.9).encode("utf-8", "surrogatepass"), rng)


def bib(rng: Random) -> bytes:
    fields = {
        "title": text(rng)[:60],
        "author": "見本 花子 and {外務省}",
        "year": date(rng),
        "month": rng.choice(("sep", "13", "²", "")),
        "file": ":a\\:b.pdf:application/pdf;c.docx",
        "date": rng.choice(("2018-02-31", "2018/2019", "²", "10000-99")),
    }
    inner = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if rng.random() < 0.8)
    return battered(
        f"@{rng.choice(('article', 'book', 'comment', 'string', 'preamble', 'odd'))}{{key,\n{inner}\n}}\n".encode(
            "utf-8", "surrogatepass"
        ),
        rng,
    )


_CODEBOOK = """actors:
  - id: JPN
    kind: state
    names: [日本, 日本国]
    roles: [{office: head, from: 2001-04-26, until: 2006-09-26}]
    source: x
"""


def codebook(rng: Random) -> bytes:
    pieces = (
        *MARKUP,
        "&a ",
        "*a",
        "!!str ",
        "<<: *a\n",
        "? ",
        "- - -\n",
        "{a: [",
        "%YAML 1.1\n",
        "|\n",
        ">-\n",
        "0x1F",
        "12345678901",
        "~",
        "''",
        '"\\',
        "\t",
        "kind: person\n",
    )
    return battered(spoilt(_CODEBOOK, rng, pieces).encode("utf-8", "surrogatepass"), rng)


def project(rng: Random) -> bytes:
    manifest = json.dumps(
        {"format": "keii-project", "version": rng.choice((1, 1, 1, 2, "1", None)), "keii": "0", "at": ""}
    )
    decision = json.dumps(
        {
            "kind": "note",
            "by": "見本",
            "at": "2024-01-01T00:00:00Z",
            "text": text(rng)[:40],
            "about": [],
            "anchors": [{"doc": "a", "print": "x", "span": {"doc": "a", "start": 0, "end": 2, "quote": "日本"}}],
        }
    )
    source = json.dumps({"name": "a", "print": "x", "source": {"title": text(rng)[:20]}})
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, line in (
            ("manifest.json", manifest),
            ("decisions.jsonl", decision),
            ("sources.jsonl", source),
            (
                "documents.jsonl",
                json.dumps({"name": "a", "text": text(rng), "blocks": [{"kind": "paragraph", "pieces": [[0, 2]]}]}),
            ),
        ):
            if rng.random() < 0.95:
                archive.writestr(name, _odd_json(line, rng).encode("utf-8", "surrogatepass"))
    return battered(held.getvalue(), rng) if rng.random() < 0.3 else held.getvalue()
