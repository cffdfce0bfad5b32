"""The words of time as data: what each says of a year, a month, a week, a day, a part of one of them."""

from keii.language.times.point import Manner, Relation


def _relations(manner: Manner, table: dict[int, str]) -> dict[str, Relation]:
    return {word: Relation(manner, amount) for amount, listed in table.items() for word in listed.split()}


YEARS = _relations("anaphoric", {
    0: "同年 同じ年 その年 この年", 1: "翌年 その翌年 あくる年 明くる年 次の年", 2: "翌々年 その翌々年",
    -1: "前年 その前年 前の年", -2: "前々年",
}) | _relations("deictic", {
    0: "今年 ことし 本年", -1: "昨年 去年", -2: "一昨年 おととし", -3: "一昨々年 さきおととし",
    1: "来年 明年", 2: "再来年 さ来年 さらい年",
})
MONTHS = _relations("anaphoric", {
    0: "同月 同じ月 その月 この月", 1: "翌月 その翌月 次の月", 2: "翌々月", -1: "前月 その前月 前の月", -2: "前々月",
}) | _relations("deictic", {0: "今月 本月", -1: "先月 去月", -2: "先々月", 1: "来月", 2: "再来月"})
WEEKS = _relations("anaphoric", {0: "同週 その週", 1: "翌週", -1: "前週"}) | _relations(
    "deictic", {0: "今週", -1: "先週", -2: "先々週", 1: "来週", 2: "再来週"})
DAYS = _relations("anaphoric", {
    0: "同日 同じ日 この日 その日", 1: "翌日 その翌日 次の日 明くる日 あくる日", 2: "翌々日", -1: "前日 その前日 前の日", -2: "前々日",
}) | _relations("deictic", {
    0: "今日 きょう 本日", -1: "昨日 きのう", -2: "一昨日 おととい", 1: "明日 あす あした", 2: "明後日 あさって",
})
FISCAL_YEARS = _relations("anaphoric", {0: "同年度", 1: "翌年度", -1: "前年度"}) | _relations(
    "deictic", {0: "今年度 本年度", -1: "昨年度", 1: "来年度", -2: "一昨年度", 2: "再来年度"})
NIGHTS: dict[str, tuple[Relation, str]] = {
    **{word: (Relation("deictic", -1), "NI") for word in ("昨夜", "昨晩")},
    **{word: (Relation("deictic", 0), "MO") for word in ("今朝", "けさ")},
    **{word: (Relation("deictic", 0), "NI") for word in ("今夜", "今晩")},
    "昨夕": (Relation("deictic", -1), "EV"), "今夕": (Relation("deictic", 0), "EV"), "昨朝": (Relation("deictic", -1), "MO"),
    **{word: (Relation("anaphoric", 0), "NI") for word in ("同夜", "その夜", "その晩", "その日の夜")},
    "その朝": (Relation("anaphoric", 0), "MO"), "同夕": (Relation("anaphoric", 0), "EV"),
    "翌朝": (Relation("anaphoric", 1), "MO"), "翌夕": (Relation("anaphoric", 1), "EV"), "翌晩": (Relation("anaphoric", 1), "NI"),
    **{word: (Relation("anaphoric", -1), "NI") for word in ("前夜", "前の晩")},
}
NEW_YEAR = ("年が明けた", "年の明けた", "年が改まった", "年の改まった", "年が変わった", "年を越した", "年が明け", "年を越し")  # …2月
# one sign before a number or a season: 翌7月, 同12日, 昨12月, 本23日, 今春
SIGNS = {
    "同": Relation("anaphoric", 0), "翌": Relation("anaphoric", 1), "昨": Relation("deictic", -1),
    "今": Relation("deictic", 0), "本": Relation("deictic", 0), "来": Relation("deictic", 1),
    "明": Relation("deictic", 1), "この": Relation("deictic", 0), "その": Relation("anaphoric", 0), "前": Relation("anaphoric", -1),
    "一昨": Relation("deictic", -2), **dict.fromkeys(NEW_YEAR, Relation("anaphoric", 1)),
}
SEASONS = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}
DAY_PARTS = {
    "未明": "NI", "早朝": "MO", "明け方": "MO", "朝方": "MO", "朝": "MO", "午前": "MO", "昼前": "MO", "午前中": "MO",
    "昼過ぎ": "AF", "昼すぎ": "AF", "昼ごろ": "MI", "昼頃": "MI", "昼": "MI", "正午": "12:00", "午後": "AF",
    "夕方": "EV", "夕刻": "EV", "夕": "EV", "夜間": "NI", "夜半": "NI", "夜": "NI", "晩": "NI", "深夜": "NI",
}
AFTERNOON = frozenset({"午後", "夜", "晩", "夕方", "夕", "夕刻", "深夜", "昼過ぎ", "昼すぎ", "NI", "EV"})
WEEKDAYS = {name: index for index, name in enumerate("月火水木金土日", start=1)}

# parts of a year or a month: mod, and for some a finer part
START, MID, END = "START", "MID", "END"
PARTS: dict[str, tuple[str | None, str | None]] = {
    **{word: (START, None) for word in ("初頭", "初旬", "初め", "始め", "はじめ", "年頭", "年初", "年始", "年明け",
                                        "年初め", "年始め", "月初め", "月初", "上旬", "前半", "前半期", "頭", "序盤",
                                        "当初", "初", "月上旬")},
    **{word: (MID, None) for word in ("半ば", "なかば", "中頃", "中ごろ", "中葉", "中盤", "中旬", "年央", "年半ば",
                                      "月半ば")},
    **{word: (END, None) for word in ("年末", "月末", "末", "末頃", "暮れ", "終わり", "終り", "終盤", "末期", "年の瀬",
                                      "下旬", "末日", "後半", "後半期", "年後半", "歳末", "末葉")},
    "年前半": (START, None), "半期": (None, None),
    "上半期": (None, "H1"), "下半期": (None, "H2"), "上期": (None, "H1"), "下期": (None, "H2"),
    "春": (None, "SP"), "夏": (None, "SU"), "秋": (None, "FA"), "冬": (None, "WI"),
    "春先": (START, "SP"), "初春": (START, "SP"), "早春": (START, "SP"), "晩春": (END, "SP"), "初夏": (START, "SU"), "真夏": (None, "SU"),
    "盛夏": (None, "SU"), "晩夏": (END, "SU"), "初秋": (START, "FA"), "晩秋": (END, "FA"), "初冬": (START, "WI"),
    "真冬": (None, "WI"), "夏場": (None, "SU"), "冬場": (None, "WI"), "秋口": (START, "FA"),
}
MONTH_PARTS = ("上旬", "中旬", "下旬", "初旬", "初め", "始め", "はじめ", "初頭", "初", "頭", "半ば", "なかば", "中頃", "中ごろ", "末日", "末",
               "終わり", "終り", "前半", "後半", "中盤", "終盤", "序盤", "当初")
DATES_OF_YEAR = {"元日": (1, 1), "元旦": (1, 1), "大みそか": (12, 31), "大晦日": (12, 31)}
YEAR_EDGES = {"年末年始": END, "年末": END, "年初": START, "年頭": START, "年始": START, "年明け": START, "年内": None, "年央": MID,
              "年初め": START, "年半ば": MID, "年後半": END, "年前半": START, "年の瀬": END}
MONTH_EDGES = {"月末": END, "月初": START, "月初め": START, "月内": None, "月半ば": MID}

PRESENT = ("現在", "今や", "今のところ", "今なお", "目下", "現時点", "いまや", "今日では")
PAST = ("近年", "最近", "昨今", "今まで", "これまでに", "近時", "かねて", "先ごろ", "先頃", "このほど", "先般", "このところ", "ここ数年")
FUTURE = ("今後", "将来", "これから", "近く", "近い将来", "いずれ", "今後とも", "近い内", "近々")
VAGUE = frozenset("近年 最近 昨今 近時 近く いずれ 先ごろ 先頃 このほど 先般 ここ数年".split())
VAGUE_SPANS = ("当面", "しばらく", "当分", "長年", "長期間", "短期間", "長らく", "一時期")

HOW_MUCH = ("以上", "以内", "以下", "未満", "余り", "余", "あまり", "近く", "弱", "強", "超", "足らず", "ほど", "程度", "くらい", "ぐらい",
            "前後", "ばかり", "そこそこ")
DURATIONS = {"半年": "P6M", "半月": "P15D", "半世紀": "P50Y", "四半世紀": "P25Y", "半日": "PT12H", "半時間": "PT30M",
             "丸一日": "P1D", "一昼夜": "P1D"}
ENGLISH_MONTHS = {name: index for index, name in enumerate(
    "January February March April May June July August September October November December".split(), start=1)}
ENGLISH_MONTHS |= {name[:3]: index for name, index in ENGLISH_MONTHS.items()} | {"Sept": 9}

