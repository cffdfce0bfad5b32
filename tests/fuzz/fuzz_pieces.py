"""Pieces of the Japanese that the program reads, and of what may be thrown at it, put together by chance from a seed."""

from collections.abc import Callable, Sequence
from random import Random

Make = Callable[[Random], str]

DIGITS = ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九")
ERAS = ("明治", "大正", "昭和", "平成", "令和", "主体", "民国", "檀紀", "西暦", "紀元前", "光武", "")
RELATIVE = tuple(
    """
    昨年 今年 来年 同年 翌年 前年 同月 翌月 先月 同日 翌日 前日 その3日後 今春 昨秋 一昨年 数年前 半年後 先週 現在 当時
    今日 60年前 1か月後 二週間前 年末 年初 今後 近年 毎年
""".split()
)
TAILS = (
    "頃",
    "ごろ",
    "初め",
    "上旬",
    "中旬",
    "下旬",
    "半ば",
    "末",
    "前半",
    "後半",
    "以降",
    "以来",
    "まで",
    "から",
    "以前",
    "中",
    "午前",
    "夜",
    "付",
    "",
)
RANGES = tuple(
    """
    ～ 〜 - － から ないし 、 ・ 及び と / ― …
""".split()
)
ACTORS = tuple(
    """
    日本 北朝鮮 韓国 米国 中国 ロシア 日朝 日米韓 米朝 南北 朝鮮民主主義人民共和国 外務省 首相 小泉首相 金正日総書記
    安倍晋三首相 トランプ大統領 両首脳 同国 同氏 六者会合 国連安保理 朝鮮中央通信 拉致被害者 ＥＵ KEDO
    田中均アジア大洋州局長 双方 両国 先方 わが国 政府 同省報道官
""".split()
)
NOUNS = tuple(
    """
    首脳会談 実務者協議 核実験 ミサイル 国交正常化 拉致問題 制裁 共同声明 決議第1718号 平壌宣言 人道支援 経済協力 宣言
    合意 提案 打診 訪朝 抗議 発射 3発 100万トン 第3回 38度線 １０億ドル 注12 （注３） ［１２］
""".split()
)
VERBS = tuple(
    """
    打診した 申し入れた 発射した 合意した 会談した 拒否した 見送られた 予定である 求めている 訪朝する方針だ 発表した
    採択された とみられる という によれば なかった すべきである のためだ 決裂した と述べた と批判し 延期された上で
    可能性がある 行われなければ 実現しなかった 支持しない 開かれる見通し
""".split()
)
PARTICLES = (
    "は",
    "が",
    "を",
    "に",
    "と",
    "で",
    "の",
    "へ",
    "も",
    "、",
    "。",
    "との",
    "に対し",
    "について",
    "による",
    "として",
    "より",
    "や",
    "など",
    "",
)
ASKS = tuple(
    """
    ありますか いつですか 何回ありましたか 誰ですか ？ を整理して を挙げてください に絞って どこで なぜ それは その後は
""".split()
)
MARKUP = (
    "# ",
    "## ",
    "- ",
    "1. ",
    "| a | b |\n|---|---|\n",
    "```\n",
    "---\n",
    "> ",
    "*",
    "**",
    "[1]: ",
    "[^1]",
    "<b>",
    "</p>",
    "&amp;",
    "&#x0;",
    "\t",
    "\u3000",
)
SIGNS = (
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\ue000",
    "\U000f0000",
    "\x00",
    "\x1b[31m",
    "\x07",
    "\x85",
    "\u2028",
    "\u2029",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    "\f",
    "\x0b",
    "\x1c",
    "\ufffd",
    "\uffff",
    "\U0001f1ef\U0001f1f5",
    "e\u0301\u0301\u0301",
    "が゙゙",
    "\u3099",
    "﷽",
    "㋿",
    "㍻",
    "１⁄２",
    "¹²",
    "①②",
    "Ⅳ",
    "⑴",
    "٣",
    "௰",
    "\U000e0001",
    "\U000e0100",
    "ｶﾞ",
    "㈱",
    "𠮷",
    "ı",
    "ß",
    "ﬀ",
    "\xad",
    "「",
    "」",
    "（",
    "）",
    "『",
    "【",
    "】",
    "《",
    "(",
    "[",
    "{",
    "}",
)
LONE = ("\ud800", "\udfff", "\udc80", "\udcff")
"""Halves of characters: what a command line in a broken encoding hands over."""


def number(rng: Random, most: int = 9999) -> str:
    digits = rng.choice(DIGITS)
    value = rng.choice((rng.randint(0, 31), rng.randint(0, most), 0, 10 ** rng.randint(1, 20)))
    if rng.random() < 0.1:
        return rng.choice(("元", "十", "二十五", "百", "千九百", "万", "廿", "数", "何"))
    return "".join(digits[int(one)] for one in str(value))


def date(rng: Random) -> str:
    day = rng.choice(ERAS) if rng.random() < 0.3 else ""
    day += number(rng, 2100) + rng.choice(("年", "年度", ".", "/", "-", "年代", "世紀", "'", ""))
    if rng.random() < 0.7:
        day += number(rng, 13) + rng.choice(("月", "月期", "/", ".", "-", ""))
    if rng.random() < 0.6:
        day += number(rng, 32) + rng.choice(("日", "日間", "日付", "", "日(火)", "日（火曜日）"))
    return day + rng.choice(TAILS)


def time(rng: Random) -> str:
    first = rng.choice((date, lambda _: rng.choice(RELATIVE)))(rng)
    return first + rng.choice(RANGES) + date(rng) if rng.random() < 0.2 else first


def piece(rng: Random) -> str:
    kind = rng.random()
    if kind < 0.25:
        return time(rng)
    return rng.choice(rng.choice((ACTORS, ACTORS, NOUNS, VERBS, VERBS, PARTICLES, PARTICLES, PARTICLES, SIGNS, MARKUP)))


def clause(rng: Random) -> str:
    parts = [
        time(rng),
        "、",
        rng.choice(ACTORS),
        rng.choice(PARTICLES),
        rng.choice(ACTORS),
        rng.choice(PARTICLES),
        rng.choice(NOUNS),
        rng.choice(PARTICLES),
        rng.choice(VERBS),
    ]
    return "".join(part for part in parts if rng.random() < 0.85)


def text(rng: Random) -> str:
    """Some clauses and loose pieces, then spoilt a little."""
    made = [
        clause(rng) + rng.choice("。。。、\n") if rng.random() < 0.6 else piece(rng) for _ in range(rng.randint(1, 6))
    ]
    return spoilt("".join(made), rng)


def question(rng: Random) -> str:
    return spoilt(clause(rng) + rng.choice(("ことは", "のは", "", "回数は")) + rng.choice(ASKS), rng)


def spoilt(whole: str, rng: Random, pieces: Sequence[str] = (*SIGNS, *MARKUP, *LONE)) -> str:
    """A text with up to four of its stretches dropped, doubled, moved, or something put between."""
    for _ in range(rng.choice((0, 0, 1, 1, 2, 4))):
        low = rng.randint(0, len(whole))
        high = min(len(whole), low + rng.choice((0, 1, 2, 5, 20)))
        act = rng.random()
        if act < 0.25:
            whole = whole[:low] + whole[high:]
        elif act < 0.45:
            whole = whole[:high] + whole[low:high] * rng.choice((1, 2, 3, 30)) + whole[high:]
        elif act < 0.6:
            whole = whole[high:] + whole[low:high] + whole[:low]
        elif act < 0.7:
            whole = (
                whole[:low]
                + chr(rng.choice((rng.randint(0, 0xFF), rng.randint(0x2000, 0x9FFF), rng.randint(0xE000, 0x10FFFF))))
                + whole[high:]
            )
        else:
            whole = whole[:low] + rng.choice(pieces) * rng.choice((1, 1, 2, 20)) + whole[low:]
    return whole[:4000]
