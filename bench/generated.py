"""A store of many generated events: sentences put together from states, acts and dates, each with the event it tells."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert, text

from keii import weaving
from keii.store import Store, rows, schema, search_index
from keii.store.loom import StoreLoom
from keii.store.search_terms import VERSION
from keii.store.woven import settle, stands_of
from keii.values.document import Block, Document
from keii.values.event import Event
from keii.values.occurrence import Occurrence
from keii.values.source import Source
from keii.values.view import Passage
from keii.values.waits import Waits
from keii.weaving.sketch import sketch
from keii.weaving.waits import waits
from keii.workbench.laying import brief

STATES = [("日本", "JPN"), ("北朝鮮", "PRK"), ("韓国", "KOR"), ("米国", "USA"), ("中国", "CHN"), ("ロシア", "RUS"),
          ("モンゴル", "MNG"), ("英国", "GBR"), ("ベトナム", "VNM"), ("国連安保理", "UNSC")]
ACTS = [("首脳会談を打診した", "REQUEST", "proposed", None), ("首脳会談を行った", "CONSULT", "realised", "summit"),
        ("実務者協議を開いた", "CONSULT", "realised", "working"), ("核実験を非難した", "ACCUSE", "realised", None),
        ("拉致問題の再調査で合意した", "AGREE", "realised", None), ("独自制裁を発動した", "SANCTION", "realised", None),
        ("食糧支援を表明した", "AID", "proposed", None), ("弾道ミサイルの発射に抗議した", "PROTEST", "realised", None),
        ("外相会談を延期した", "REJECT", "cancelled", None), ("石炭の輸入を停止した", "SANCTION", "realised", None)]
PILLARS = {"REQUEST": "dialogue", "CONSULT": "dialogue", "AGREE": "rights", "REJECT": "dialogue", "AID": "dialogue", "ACCUSE": "deterrence",
           "PROTEST": "deterrence", "SANCTION": "sanctions"}
PLACES = ["北京", "平壌", "東京", "瀋陽", "ハノイ", "ジュネーブ", "ウランバートル", "ストックホルム", "板門店", "ソウル"]
PER_DOCUMENT = 2_000
FIRST, DAYS = date(1990, 1, 1), 13_000


def documents(count: int, seed: int = 1, per: int = PER_DOCUMENT) -> Iterator[tuple[Document, list[Event], list[Passage]]]:
    """Documents with `count` events in all, no two of them the same happening."""
    chance = random.Random(seed)
    for start in range(0, count, per):
        yield _document(f"made-{start // per:05}", range(start, min(start + per, count)), count, chance)


def _document(name: str, numbers: range, count: int, chance: random.Random) -> tuple[Document, list[Event], list[Passage]]:
    told = [_sentence(chance, number, FIRST + timedelta(days=number * DAYS // count)) for number in numbers]
    body = "\n".join(sentence for sentence, _ in told)
    document = Document(name, body, Source(published="2025"), (Block("paragraph", ((0, len(body)),)),))
    events, passages, at = [], [], 0
    for place, (sentence, facts) in enumerate(told):
        when, actors, (_, action, status, rank) = facts
        span = document.span(at, at + len(sentence))
        events.append(Event(name, when, None, sentence, actors, actors[:1], actors[1:], action, PILLARS[action], status, "asserted",  # type: ignore[arg-type]
                            (span,), rank=rank))
        passages.append(Passage(name, place, "paragraph", sentence, ((at, at + len(sentence)),), (when,), "stated", actors, (0,)))
        at += len(sentence) + 1
    return document, events, passages


def _sentence(chance: random.Random, number: int, day: date) -> tuple[str, tuple[str, tuple[str, ...], tuple[str, str, str, str | None]]]:
    (a, a_code), (b, b_code) = chance.sample(STATES, 2)
    act = chance.choice(ACTS)
    sentence = f"{day.year}年{day.month}月{day.day}日、{a}は{chance.choice(PLACES)}で{b}との第{number}回の{act[0]}。"
    return sentence, (day.isoformat(), (a_code, b_code), act)


def fill(path: Path, count: int, *, per: int = PER_DOCUMENT, waiting: bool = False) -> None:
    """A store of `count` generated events at `path`, indexed: what adding and weaving leave, without comparing any. Nothing more
    can be woven into it, unless its events wait (`waiting`) to be met."""
    with Store.open(path, weaving.gather, write=True) as store:
        store.unweave("made")
        with store._backend.writing() as connection:
            for document, events, passages in documents(count, per=per):
                connection.execute(insert(schema.documents), [rows.of_document(document, "made", "", "")])
                connection.execute(insert(schema.events), [rows.of_event(event, place) for place, event in enumerate(events)])
                search_index.put_passages(connection, document.name, passages)
                here = {event.id: event for event in events}
                stands = stands_of(connection, (document.name,), here)
                StoreLoom(connection, stands).admit([waits(sketch(event)) if waiting else Waits(id, 0, ()) for id, event in here.items()])
                alone = [Occurrence((event,)) for event in here.values()]
                places = {id: (stand.doc, stand.place) for id, stand in stands.items()}
                numbers = search_index.put_rows(connection, alone, lambda row, source=document.source: brief(row, {row.docs[0]: source}), places, 1)
                settle(connection, {row.lead.id: numbers[row.id] for row in alone})
            search_index.note(connection, "search_version", VERSION)


def trigrams(path: Path) -> None:
    """Beside it, the same passages in a plain FTS5 table of trigrams."""
    with Store.open(path, weaving.gather, write=True) as store, store._backend.writing() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE plain USING fts5(text, tokenize='trigram')"))
        connection.execute(text("INSERT INTO plain(rowid, text) SELECT id, text FROM passages"))
