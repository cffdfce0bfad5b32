"""What holds of any text: spans say what they quote, mentions do not overlap, words that are no names name nobody."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from own_codebook import own_finder

from keii.language.actors import Finder
from keii.language.actors.fold import fold
from keii.values.document import Block, Document
from keii.values.source import Source

WORDS = st.sampled_from([*"""
    北朝鮮 日朝 米韓 日本海 首相 の は と 、 。 「 」 金委員長 安倍 訪朝 12日 米 中 北 両国 同国 （ ） トランプ ・ 外相会談 政府 我が国 大統領 元 前
    ＤＰＲＫ 𠮷 が\u3099 6カ国協議 日・米・韓 中露朝 国務長官 朝鮮 共和国 韓国 人 語 側 選 級 兼 三か国 双方 南北 対北 朝日 関係
    """.split(), "\r\n", " ", "Kim Jong Un"])
TEXTS = st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=80)
NO_NAMES = st.text(
    alphabet="あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん、。0123456789花鳥風月山川草木",
    max_size=80)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["JPN", "PRK", "USA"]))
def test_spans_say_what_they_quote_and_do_not_overlap(text: str, origin: str) -> None:
    found = own_finder().find(text, origin=origin, published="2018")
    assert all(mention.span.holds(text) and mention.span.start == mention.start for mention in found)
    places = sorted({(mention.start, mention.end) for mention in found})
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)
    shared = [mention for mention in found if [(m.start, m.end) for m in found].count((mention.start, mention.end)) > 1]
    assert all(mention.rule == "anaphor" for mention in shared)


@given(NO_NAMES)
def test_words_that_are_no_names_name_nobody(text: str) -> None:
    assert own_finder().find(text) == ()


@given(st.text(max_size=60))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_block_of_pieces_is_read_as_one(finder: Finder) -> None:
    text = "トラン\nプ米\n国大統領は金\nキム\n正恩委員長に会った。"
    pieces = ((0, 3), (4, 6), (7, 13), (17, len(text)))
    document = Document("d", text, Source(published="2018"), (Block("paragraph", pieces),))
    first, second = finder.in_document(document, ())
    assert (first.actor, first.span.quote) == ("trump", "トラン\nプ米\n国大統領")
    assert (second.actor, second.span.quote) == ("kim-jong-un", "金\nキム\n正恩委員長")


def test_asides_are_not_read(finder: Finder) -> None:
    text = "北朝鮮\n日本"
    blocks = (Block("aside", ((0, 3),)), Block("paragraph", ((4, 6),)))
    assert [mention.actor for mention in finder.in_document(Document("d", text, Source(), blocks), ())] == ["JPN"]


def test_each_sentence_of_a_long_text_is_read_alike(finder: Finder) -> None:
    text = "北朝鮮は米国と協議した。両国は日朝首脳会談について話した。"
    assert len(finder.find(text * 50)) == 50 * len(finder.find(text))
