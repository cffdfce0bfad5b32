"""われわれ, 私: who speaks for a state means the state, in documents that speak and in quotations."""

import pytest

from keii import codebooks
from keii.language.actors import Finder
from keii.values.document import Block, Document
from keii.values.source import Source

FINDER = Finder(codebooks.load())


def codes(text: str, kind: str, origin: str) -> list[str]:
    document = Document("own", text, Source(kind=kind, origin=origin), (Block("paragraph", ((0, len(text)),)),))
    return [mention.counts_as for mention in FINDER.in_document(document) if mention.rule == "origin"]


@pytest.mark.parametrize(("text", "kind", "origin", "found"), [
    ("われわれは核実験を行った。", "statement", "PRK", ["PRK"]),
    ("我々としては遺憾である。", "diet-minutes", "JPN", ["JPN"]),
    ("私は翌日、外相と会談した。", "memoir", "KOR", ["KOR"]),
    ("私的な会合だった。私立の学校である。", "memoir", "KOR", []),
    ("昨日、大臣は米国の長官と会談をされた。", "diet-minutes", "JPN", ["JPN"]),
    ("本省が先方に伝えました。", "memoir", "JPN", ["JPN"]),
    ("本省が先方に伝えた。", "newspaper", "JPN", []),
    ("関係大臣が集まった。", "diet-minutes", "JPN", []),
    ("昨日、大臣は会談した。", "newspaper", "JPN", []),
    ("われわれは知っている。", "newspaper", "JPN", []),
    ("北朝鮮は「われわれは応じない」と述べた。", "newspaper", "JPN", ["PRK"]),
])
def test_first_person(text: str, kind: str, origin: str, found: list[str]) -> None:
    assert codes(text, kind, origin) == found
