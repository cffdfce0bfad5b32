"""Lines into paragraphs, headings, items: every rule on a text of its own."""

import pytest
from layouts import blocks, document, of_kind

WRAPPED = (
    "　外務省は二日、次官級の協議を来月中旬に北京で開くと発表した。議題に\n"
    "は国交正常化のほか、食糧支援と遺骨の収集が含まれる見通しである。政\n"
    "府はこれまで三回の協議を重ねてきた。\n"
    "　協議には双方から十名ほどが出席する。会場は釣魚台の迎賓館とされ、日\n"
    "程は三日間の予定である。\n"
)


def test_hard_wraps_vanish_and_indents_part_paragraphs() -> None:
    first, second = of_kind(WRAPPED, "paragraph")
    assert first.startswith("外務省は二日")
    assert "議題には国交" in first
    assert first.endswith("重ねてきた。")
    assert second.endswith("日程は三日間の予定である。")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_any_newline_wraps(newline: str) -> None:
    assert of_kind(WRAPPED.replace("\n", newline), "paragraph") == of_kind(WRAPPED, "paragraph")


def test_doubled_spacing_is_no_break() -> None:
    doubled = WRAPPED.replace("　", "").replace("\n", "\n\n")
    joined = "".join(text for _, text in blocks(doubled))
    assert "議題には国交正常化のほか" in joined
    assert "日程は三日間の予定である。" in joined
    assert all(text[-1] == "。" for _, text in blocks(doubled))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("会談は 2002年 9月 17日に行われた。", "会談は2002年9月17日に行われた。"),
        ("約 30 年ぶりの 3軸 体制である。", "約30年ぶりの3軸体制である。"),
        ("新たに New York Times が報じた。", "新たにNew York Timesが報じた。"),
        ("in the long run it failed.", "in the long run it failed."),
        ("名　簿　　は別に示す。", "名　簿　　は別に示す。"),
    ],
)
def test_stray_spaces(raw: str, clean: str) -> None:
    assert blocks(raw)[0][1] == clean


def test_latin_words_stay_apart_over_a_wrap() -> None:
    text = "これは長い英文の引用を含む段落であり（strategic \npatience）という語を用いる。また別の語（freeze for\nfreeze）も用いている。\n"
    assert "strategic patience" in blocks(text)[0][1]


@pytest.mark.parametrize(
    "line",
    [
        "第１章　交渉の前史",
        "１．交渉の前史",
        "1. 交渉の前史",
        "（２）第二回会談の準備",
        "●新政権の登場と政策の転換",
        "はじめに",
        "おわりに",
        "［要旨］",
        "結び―今後の展望",
        "一　交渉の前史",
        "Ⅱ 制裁の効果",
        "# 交渉の前史",
        "第三節　経済協力をめぐる議論",
    ],
)
def test_headings(line: str) -> None:
    assert blocks(f"{line}\n\n{WRAPPED}")[0][0] == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "2018年：次官級協議を提案",
        "ただし、合意には至っていない",
        "これを受けて交渉は中断した",
        "3か国が声明を発表した。",
    ],
)
def test_no_headings(line: str) -> None:
    assert blocks(f"{line}\n説明の文章がここに続き、十分に長い一文として書かれている。\n")[0][0] != "heading"


def test_heading_keeps_its_number_as_label() -> None:
    block = document("２．制裁の効果\n\n本文がここに続く。\n").blocks[0]
    assert (block.kind, block.label) == ("heading", "２．")


def test_items() -> None:
    text = "主な合意は次の通りである。\n・双方は連絡事務所を置く。\n・双方は遺骨の収集に\n協力する。\n- 次回は来月に開く。\n"
    assert of_kind(text, "item") == ["双方は連絡事務所を置く。", "双方は遺骨の収集に協力する。", "次回は来月に開く。"]


def test_bullet_on_a_line_of_its_own() -> None:
    assert of_kind("要点\n-\n会談は延期された。\n-\n次回は未定である。\n", "item") == [
        "会談は延期された。",
        "次回は未定である。",
    ]


def test_two_line_bullet_with_a_lost_character() -> None:
    assert of_kind("・\ufffd双方は査察に同意する。\n", "item") == ["双方は査察に同意する。"]


def test_a_quotation_of_several_sentences_is_one_paragraph() -> None:
    body = (
        WRAPPED + "大統領は次のように述べた。\n「われわれは対話を望む。\nしかし圧力は続ける。\n扉は開かれている。」\n"
    )
    assert of_kind(body, "paragraph")[-1].endswith("「われわれは対話を望む。しかし圧力は続ける。扉は開かれている。」")


def test_page_furniture_is_set_aside() -> None:
    text = "12 外交年報\n\n" + WRAPPED + "\f14 外交年報\n\n" + WRAPPED + "\f16 外交年報\n\n" + WRAPPED + "\n- 3 -\n"
    asides = of_kind(text, "aside")
    assert asides == ["12外交年報", "14外交年報", "16外交年報", "- 3 -"]


def test_contents_are_set_aside() -> None:
    assert of_kind("第１章　前史……………… 12\n第２章　展開………… 34\n", "aside") == [
        "第１章　前史………………12",
        "第２章　展開…………34",
    ]


@pytest.mark.parametrize("line", ["図 1 交渉回数の推移", "表2：主な合意", "【図】関係国の立場", "図3-2　制裁の対象"])
def test_numbered_captions(line: str) -> None:
    assert ("caption", line.replace("図 1 交", "図1交")) in blocks(
        f"本文はここで終わる。\n\n{line}\n\n次の本文がここに来る。\n"
    )


def test_a_figure_in_running_text_is_no_caption() -> None:
    assert of_kind("本文はここで終わる。\n図1は交渉の推移を示している。\n", "caption") == []


@pytest.mark.parametrize("line", [
    "記者の質問に答える局長=16日、ウランバートル、見本太郎撮影", "会場に入る課長＝29日午後（共同）", "漁船の発射実験=1955年11月29日、東洋通信",
    "代表団を出迎える外相=見本太郎撮影", "会場に入る代表団（共同）【拡大】"])
def test_what_stands_under_a_photograph_is_a_caption(line: str) -> None:
    assert of_kind(f"漁業交渉、来月に再開\n\n{line}\n\n【モスクワ=見本太郎】両国の外相は二日、会談した。\n", "caption") == [line]


def test_photo_credits_make_captions() -> None:
    text = WRAPPED + "\n会談に臨む両国の外相\n（写真提供：東洋通信社）\n\n" + WRAPPED
    assert of_kind(text, "caption") == ["会談に臨む両国の外相（写真提供：東洋通信社）"]


def test_speakers_of_minutes() -> None:
    found = blocks("○田中外務大臣　お答えいたします。交渉は継続しております。\n○議長（佐藤次郎君）　次に進みます。\n")
    assert found[:2] == [
        ("dateline", "○田中外務大臣　"),
        ("paragraph", "お答えいたします。交渉は継続しております。"),
    ] or found[:2] == [("dateline", "○田中外務大臣"), ("paragraph", "お答えいたします。交渉は継続しております。")]


@pytest.mark.parametrize(
    "line",
    ["2018年6月13日", "平成三十年六月十三日", "2018年6月13日　東京新報　朝刊", "山田　太郎", "2018/06/13 09:30 更新"],
)
def test_datelines(line: str) -> None:
    assert ("dateline", line.replace("30 更", "30更")) in blocks(
        f"交渉再開で合意\n{line}\n\n　両国は交渉の再開で合意した。発表は午後に行われた。\n"
    )


def test_contents_without_page_numbers() -> None:
    text = "目　次\nはじめに\n１．交渉の前史\n\nはじめに\n" + WRAPPED + "\n１．交渉の前史\n" + WRAPPED
    assert of_kind(text, "aside") == ["目　次", "はじめに", "１．交渉の前史"]
    assert of_kind(text, "heading") == ["はじめに", "交渉の前史"]


def test_a_chronology_is_no_wrapped_text() -> None:
    text = (
        "1990年\n9月24日　代表団が訪問\n9月28日　三党が共同宣言を発表\n1991年\n1月30日　第一回本会談（平壌、～31日）\n"
        "5月20日　第三回本会談。議題をめぐり\n　　　　対立が深まる\n"
    )
    assert of_kind(text, "heading") == ["1990年", "1991年"]
    assert "9月28日　三党が共同宣言を発表" in of_kind(text, "paragraph")
