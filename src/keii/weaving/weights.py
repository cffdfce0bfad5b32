"""How much each feature counts, in points, and the words that count for nothing. Every number of the stage is here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """Points for a feature at its fullest agreement (+1) and at its fullest disagreement (-1, taken off)."""

    agree: float
    disagree: float


WEIGHTS: dict[str, Weight] = {
    # feature            agree  disagree
    "when":       Weight(3.0, 3.0),
    "actors":     Weight(1.5, 4.0),
    "direction":  Weight(0.5, 2.0),
    "action":     Weight(1.0, 3.0),
    "status":     Weight(0.5, 4.0),
    "factuality": Weight(0.0, 1.5),
    "words":      Weight(4.0, 2.0),
    "ordinal":    Weight(2.5, 3.0),
    "resolution": Weight(2.5, 3.0),
    "model":      Weight(2.0, 3.0),
    "treaty":     Weight(1.0, 2.5),
    "key":        Weight(1.0, 1.0),
    "names":      Weight(0.0, 1.5),
    "place":      Weight(1.0, 1.5),
    "rank":       Weight(0.3, 2.5),
    "numbers":    Weight(0.5, 1.5),
    "voice":      Weight(0.0, 1.5),
    "clause":     Weight(0.0, 3.0),
}

SAME_ACROSS = 6.0
"""Points from which two events of two documents are judged the same."""
SAME_WITHIN = 6.5
"""Points from which two events of one document are: an author who dates twice mostly means two happenings."""
UNSURE = 4.5
"""Points from which a pair is laid before a person."""
MARGIN = 0.75
"""Points by which the best of several partners on different days must lead for a vaguely dated event to join it."""

RELATED: frozenset[frozenset[str]] = frozenset(map(frozenset, (
    ("CONSULT", "AGREE"), ("CONSULT", "COOPERATE"), ("AGREE", "COOPERATE"), ("AGREE", "CONCEDE"),
    ("AGREE", "SUPPORT"), ("AID", "COOPERATE"), ("AID", "CONCEDE"), ("CONCEDE", "RETREAT"), ("RETREAT", "COOPERATE"),
    ("SANCTION", "COERCE"), ("SANCTION", "REJECT"), ("SANCTION", "PROTEST"), ("ACCUSE", "PROTEST"),
    ("ACCUSE", "REJECT"), ("ACCUSE", "STATE"), ("THREATEN", "STATE"), ("SUPPORT", "STATE"), ("REJECT", "STATE"),
    ("DOMESTIC", "STATE"), ("TEST", "MOBILIZE"), ("TEST", "THREATEN"), ("MOBILIZE", "ASSAULT"), ("COERCE", "ASSAULT"),
    ("MOBILIZE", "COOPERATE"), ("REQUEST", "STATE"), ("REQUEST", "CONSULT"), ("ACCUSE", "SANCTION"))))
"""Roots under which one happening may be coded by two coders: worth nothing either way."""

PALE = (
    "北朝鮮", "朝鮮民主主義人民共和国", "朝鮮半島", "大韓民国", "韓国", "米国", "アメリカ", "日本", "中国", "中華人民共和国",
    "ロシア", "ソ連", "国連", "安全保障理事会", "安保理", "対北", "対日", "対米", "対中", "対韓", "日朝", "米朝", "南北", "日韓",
    "米韓", "日米韓", "日米", "中朝", "露朝", "朝露", "日中", "米中", "日露", "両国", "両首脳", "同国", "政府", "政権", "当局",
    "大統領", "首相", "総理大臣", "総理", "主席", "総書記", "国務長官", "国防長官", "長官", "外務大臣", "外相", "外務省", "大臣",
    "国務委員長", "国防委員長", "党委員長", "委員長", "副委員長", "書記長", "議長", "国家", "国務委員会", "氏",
    "発表", "表明", "実施", "開催", "行な", "行わ", "行っ", "以降", "以来", "以後", "同時", "問題", "場合", "今後",
    "上旬", "中旬", "下旬", "初め", "末", "頃", "年間", "史上初", "一方", "共同",
)
"""Words most reports hold, whatever they report."""

LOANWORDS = frozenset((
    "ミサイル", "ロケット", "エンジン", "サミット", "メディア", "テロ", "インタビュー", "オプション", "エネルギー", "プログラム",
    "プロセス", "リスト", "グループ", "システム", "レベル", "センター", "メンバー", "トップ", "ニュース", "テレビ", "ラジオ",
    "ウラン", "プルトニウム", "ドル", "トン", "メートル", "キロ", "キロメートル", "パーセント", "スポーツ", "オリンピック",
    "カード", "アピール", "スタート", "ルート", "チーム", "ホテル", "レーダー", "サイバー", "データ", "ルール", "ビザ",
    "コミュニケ", "フォーラム", "パネル", "ツイッター", "ツイート", "アプローチ", "ロードマップ", "モラトリアム", "シナリオ",
    "アジア", "ヨーロッパ", "コメント", "メッセージ", "シグナル", "ステップ", "ペース", "ケース", "バス", "タンカー",
))

KINDS_OF_THING = frozenset(("ICBM", "IRBM", "SLBM", "MRBM", "SRBM", "EEZ", "WMD", "USA", "DPRK", "ROK", "KCNA", "GDP",
                            "NHK", "CEO", "CVID", "NSC", "UNSC"))
"""Abbreviations that name a kind of thing or a speaker, not one treaty or system."""

SAYING = ("発表", "表明", "発言", "言明", "声明", "述べ", "宣言", "主張", "強調", "指摘", "報道", "報じ", "伝え", "伝達", "明らかに",
          "示唆", "公表", "説明", "評価", "言及", "語っ", "語り", "答弁", "演説", "訴え", "予告", "通告", "通知", "談話")
"""Words by which a clause that ends on them tells of saying something, not of doing it."""

UNITED_NATIONS = frozenset(("UN", "UNSC", "UNGA", "OHCHR", "COI"))


DOING = frozenset(("SANCTION", "TEST", "CONCEDE", "RETREAT", "MOBILIZE", "DOMESTIC", "COOPERATE", "CONSULT", "AID"))
"""Kinds of act of which the announcement is another act."""

COUNTRIES = frozenset(("北朝鮮", "韓国", "日本", "米国", "アメリカ", "中国", "ロシア", "ソ連", "朝鮮半島", "南北", "両国", "現地"))
"""Places too wide to contradict a city."""
