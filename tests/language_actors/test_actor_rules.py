"""How a mention was read, what it rests on, and where it stands."""

import pytest

from keii.codebooks import load
from keii.language import times
from keii.language.actors import Finder
from keii.values.codebook import Actor, Codebook, Office, Role
from keii.values.document import Block, Document
from keii.values.mention import ActorMention
from keii.values.source import Source


def one(finder: Finder, text: str, surface: str, origin: str = "JPN", published: str | None = "2018-12") -> ActorMention:
    """The last mention of `surface` in `text`."""
    found = finder.find(text, published=published, origin=origin, times=times.find(text, published=published))
    return [mention for mention in found if mention.span.quote == surface][-1]


@pytest.mark.parametrize(("text", "surface", "rule"), [
    ("北朝鮮は拒んだ。", "北朝鮮", "name"),
    ("米朝は会談した。", "朝", "compound"),
    ("安倍首相は訪米した。", "安倍首相", "titled"),
    ("金正恩氏が出席した。", "金正恩氏", "name"),
    ("韓国大統領は演説した。", "韓国大統領", "role"),
    ("韓国外務省は抗議した。", "韓国外務省", "name"),
    ("中国は反対した。同国は棄権した。", "同国", "anaphor"),
    ("政府は決めた。", "政府", "origin"),
    ("我が国は抗議した。", "我が国", "origin"),
    ("首相は述べた。", "首相", "role"),
])
def test_rules(finder: Finder, text: str, surface: str, rule: str) -> None:
    assert one(finder, text, surface).rule == rule


@pytest.mark.parametrize(("text", "surface", "anchors"), [
    ("中国は反対した。同国は棄権した。", "同国", ["中国"]),
    ("北朝鮮は米国と会った。両国は合意した。", "両国", ["北朝鮮", "米国"]),
    ("米韓は会った。日本は喜んだ。双方は合意した。", "双方", ["米", "韓"]),
    ("米韓は会った。双方は合意した。", "双方", ["米", "韓"]),
    ("日米韓が会った。三か国は合意した。", "三か国", ["日", "米", "韓"]),
    ("文在寅大統領は金正恩委員長と会った。両首脳は歩いた。", "両首脳", ["文在寅大統領", "金正恩委員長"]),
    ("シンガポールで米朝が会った。双方は署名した。", "双方", ["米", "朝"]),
    ("米朝がシンガポールで会った。双方は署名した。", "双方", ["米", "朝"]),
])
def test_what_pointing_words_point_to(finder: Finder, text: str, surface: str, anchors: list[str]) -> None:
    found = [mention for mention in finder.find(text) if mention.span.quote == surface]
    assert [mention.anchor.quote for mention in found if mention.anchor] == anchors


@pytest.mark.parametrize("text", [
    "同国は反対した。", "両国は合意した。", "同氏は述べた。", "米国は反対した。両国は合意した。", "双方は歩み寄った。", "同党は決めた。",
    "トランプ氏が語った。山本太郎氏が応じた。同氏は笑った。", "韓国と米国が会った。三か国は合意した。",
    "「わが国は一つだ」という標語を掲げた。",
])
def test_pointing_at_nothing(finder: Finder, text: str) -> None:
    assert not [mention for mention in finder.find(text) if mention.rule in ("anaphor", "origin")]


def test_a_heading_ends_what_can_be_pointed_at(finder: Finder) -> None:
    text = "中国は反対した。\n第二章\n同国は棄権した。"
    blocks = (Block("paragraph", ((0, 8),)), Block("heading", ((9, 12),), 1), Block("paragraph", ((13, len(text)),)))
    document = Document("d", text, Source(), blocks)
    assert [mention.span.quote for mention in finder.in_document(document, ())] == ["中国"]
    as_text = Document("d", text, Source(), (blocks[0], Block("paragraph", ((9, 12),)), blocks[2]))
    assert [mention.span.quote for mention in finder.in_document(as_text, ())] == ["中国", "同国"]


@pytest.mark.parametrize(("origin", "code"), [("JPN", "JPN"), ("KOR", "KOR"), ("PRK", "PRK"), ("USA", "USA")])
def test_own_state_is_the_origin(finder: Finder, origin: str, code: str) -> None:
    for word in ("我が国", "政府", "わが国"):
        assert one(finder, f"{word}は決めた。", word, origin).counts_as == code


def test_short_names_belong_to_their_own_documents(finder: Finder) -> None:
    text = "朝鮮は共和国の尊厳を守る。"
    assert [mention.counts_as for mention in finder.find(text, origin="PRK")] == ["PRK", "PRK"]
    assert finder.find(text, origin="JPN") == ()


def test_in_a_quotation_own_state_is_the_speakers(finder: Finder) -> None:
    assert one(finder, "金正恩委員長は「わが国は強い」と述べた。", "わが国").counts_as == "PRK"
    assert one(finder, "トランプ大統領は「わが国は強い」と述べた。", "わが国").counts_as == "USA"


@pytest.mark.parametrize(("text", "actor"), [
    ("2002年9月17日、首相は平壌を訪れた。", "koizumi-junichiro"),
    ("2013年5月、首相は答弁した。", "abe-shinzo"),
    ("2010年12月、首相は答弁した。", "kan-naoto"),
    ("2022年3月、首相は答弁した。", "kishida-fumio"),
])
def test_a_bare_role_is_held_by_somebody_at_that_time(finder: Finder, text: str, actor: str) -> None:
    assert one(finder, text, "首相").actor == actor


def test_where_two_held_the_role_it_is_the_state(finder: Finder) -> None:
    assert one(finder, "2006年、首相は交代した。", "首相").actor == "JPN"
    assert one(finder, "首相は答弁した。", "首相", published=None).actor == "JPN"


def test_the_nearest_date_decides_before_the_documents(finder: Finder) -> None:
    text = "2000年6月、金大統領は平壌を訪れた。1994年7月、金大統領は弔問を禁じた。"
    assert [mention.actor for mention in finder.find(text, published="2018", times=times.find(text, published="2018"))
            if mention.kind == "person"] == ["kim-dae-jung", "kim-young-sam"]


def test_who_was_named_is_meant(finder: Finder) -> None:
    text = "金正日総書記と会った。帰国後、金委員長との約束を語った。"
    assert one(finder, text, "金委員長", published="2018").actor == "kim-jong-il"


def _small(source: str | None) -> Finder:
    office = Office("pm", ("首相",), ("AAA",))
    state = Actor("AAA", "state", "AAA", ("甲国",))
    person = Actor("somebody", "person", "AAA", ("某山太郎",), surname="某山", roles=(Role("pm", "AAA", "2000", "2010", source),))
    return Finder(Codebook("small", (state, person), (office,), (), (), (), ()))


def test_a_role_without_source_never_decides_alone() -> None:
    assert one(_small("https://example.org"), "首相は語った。", "首相", "AAA", "2005").actor == "somebody"
    assert one(_small(None), "首相は語った。", "首相", "AAA", "2005").actor == "AAA"
    assert one(_small(None), "某山太郎が来た。首相は語った。", "首相", "AAA", "2005").actor == "somebody"
    assert one(_small(None), "某山首相は語った。", "某山首相", "AAA", "2005").actor == "somebody"


def test_an_empty_codebook_finds_nobody() -> None:
    assert Finder(Codebook("empty", (), (), (), (), (), ())).find("日本と米国は首相を送った。") == ()


def test_every_strong_name_is_found_as_its_actor(finder: Finder) -> None:
    """A name alone in a sentence is read as one of the actors that bear it (or, for a state, as that state's body)."""
    for actor in load().actors:
        for name in actor.names:
            found = finder.find(f"「{name}」", published="2018")
            assert [mention.span.quote for mention in found] == [name], name
            assert found[0].counts_as == actor.counts_as or found[0].actor != actor.id, name


def _namesakes(source: str | None) -> Finder:
    """Two of one surname and office, the later with that source."""
    office = Office("pm", ("首相",), ("AAA",))
    state = Actor("AAA", "state", "AAA", ("甲国",))
    older = Actor("older", "person", "AAA", ("某山一郎",), surname="某山", roles=(Role("pm", "AAA", "1950", "1955", "here"),))
    later = Actor("later", "person", "AAA", ("某山太郎",), surname="某山", roles=(Role("pm", "AAA", "2000", "2010", source),))
    return Finder(Codebook("small", (state, older, later), (office,), (), (), (), ()))


def test_a_role_without_source_does_not_choose_between_namesakes() -> None:
    assert one(_namesakes("there"), "某山首相は語った。", "某山首相", "AAA", "2005").actor == "later"
    assert one(_namesakes(None), "某山首相は語った。", "某山首相", "AAA", "2005").actor == "AAA"
    named = one(_namesakes(None), "某山太郎首相は帰った。某山首相は語った。", "某山首相", "AAA", "2005")
    assert named.actor == "later"
