"""Words of reporting Japanese that weaving must know: those that tell nothing apart, and those that mean the same."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PALE = _words("""
    北朝鮮 朝鮮民主主義人民共和国 朝鮮半島 大韓民国 韓国 米国 アメリカ 日本 我が国 中国 中華人民共和国 ロシア ソ連 国連
    国際連合 安全保障理事会 安保理 対北 対日 対米 対中 対韓 対露 日朝 米朝 南北 日韓 米韓 日米韓 日米 中朝 露朝 朝露
    日中 米中 日露 日ロ 日ソ 米ソ 中ソ 米露 米ロ 両国 両首脳 同国 政府 政権 当局 朝鮮労働党 労働党
    大統領 首相 総理大臣 総理 国家主席 主席 総書記 国務長官 国防長官 長官 外務大臣 外相 外務省 大臣 国務委員長 国防委員長
    党委員長 委員長 副委員長 書記長 議長 国家 国務委員会
    発表 表明 実施 開催 行な 行わ 行っ 以降 以来 以後 同時 問題 場合 今後 上旬 中旬 下旬 初め 末 頃 年間 史上初 一方
""")
"""Words most reports hold, whatever they report: states and titles (compared as actors) and the plainest verbs."""

PLAIN_VERBS = frozenset("""
    行言述示語話伝告知見聞思考受開催持会合続始終出入上下来至及於関対向際旨係付成為在有無得用使取与加含伴基通経同別他各本今昨翌後前中内外間
    方者時年月日人国側等的当初再既未最約数何全両計更新高大小多少強求決定進認訪米日韓朝中露
""".replace("\n", "").replace(" ", ""))
"""First characters of the verbs, and of other words before kana, that most reports hold."""

KINDS_OF_ACT = _words("""
    核実験 実験 弾道 ミサイル 発射 試射 ロケット ICBM 首脳会談 会談 協議 交渉 訪問 合意 署名 採択 決議 制裁 措置 声明 宣言 共同 条約
    協定 要求 要請 提案 非難 批判 演習 決定 再開 中断 解除 支援 協力 関係 非核化 核開発 核兵器 国交正常化
""")
"""Words that name a kind of act or matter: many happenings share them, so they count half."""

SAME_WORDS: dict[str, tuple[str, ...]] = {
    "発表": _words("公表"),
    "署名": _words("調印 締結 結ばれ 結んだ 結ぶ"),
    "会談": _words("会見 面会 会合 対面 協議 面談 懇談 会った 会っ"),
    "首脳会談": _words("サミット"),
    "六者会談": _words("六か国協議 6か国協議 6カ国協議 六カ国協議 6者会談 6者会合 六者会合 6者協議 六者協議"),
    "侵攻": _words("侵略"),
    "発射": _words("打ち上げ 打上げ"),
    "訪問": _words("歴訪 訪れ"),
    "訪日": _words("来日"),
    "国訪問": _words("国入り"),
    "合意": _words("一致 妥結"),
    "枠組合意": _words("枠組み合意"),
    "殺害": _words("暗殺 毒殺 殺され"),
    "中断": _words("停止 凍結"),
    "中止": _words("取りやめ 取り止め 取止め"),
    "延期": _words("先送り"),
    "離脱": _words("脱退"),
    "破棄": _words("廃棄"),
    "解除": _words("撤廃 解かれ 解いた 解き"),
    "拘束": _words("抑留 拘留 拿捕 足止め 捕らえ 捕え 捕まえ"),
    "引き渡し": _words("引渡し 引き渡さ 引き渡す 移送"),
    "返還": _words("送還 返され 返した"),
    "帰国": _words("帰還"),
    "拒否": _words("拒絶 拒ん 拒み 拒む 突っぱね"),
    "断絶": _words("断交 途絶"),
    "死亡": _words("死去 逝去 急死"),
    "支援": _words("援助"),
    "食糧": _words("食料"),
    "提供": _words("供与"),
    "派遣": _words("送り込 差し向け"),
    "謝罪": _words("陳謝 お詫び おわび"),
    "通告": _words("通知 通報 伝達"),
    "非難": _words("批判 糾弾"),
    "禁止": _words("禁じ"),
    "落下": _words("着弾"),
    "通過": _words("飛び越え 飛び越し 飛び超え"),
    "招待": _words("招請"),
    "撤回": _words("取り下げ"),
    "設置": _words("設立 創設 新設"),
    "国交": _words("外交関係"),
    "決裂": _words("物別れ"),
    "防空識別圏": _words("防空識別区"),
}
"""A word, and the words that are read as it before words are compared."""

SAYING = _words("""
    発表 表明 発言 言明 声明 述べ 宣言 主張 強調 指摘 報道 報じ 伝え 伝達 明らかに 示唆 公表 説明 評価 言及 語っ 語り 答弁
    演説 訴え 予告 通告 通知 談話
""")
"""Words by which a clause that ends on them tells of saying something, not of doing it."""

DECIDING = _words("決定 決め 決議 方針")
"""Words by which such a clause tells of a decision, which is told as a deed and as a word alike."""

ADOPTING = _words("採択 可決 通過 成立")
"""Words by which a text tells that a resolution came to be; any other tells what it lays down."""

LAYING_DOWN = _words("明記 明示 規定 定め 盛り込 うたっ うたう うたわ 謳 記さ 記し 掲げ 書き込 含まれ")
"""Words by which a clause that ends on them tells what a paper holds; that it was signed is another happening."""

PAPERS = _words("宣言 声明 合意文書 合意書 コミュニケ 条約 協定 覚書 文書 合意")
"""What is signed, and holds what is laid down."""

PROMISING = _words("約束 確約 誓約 誓った 誓う 誓い 公約 言明 表明")
"""Words by which such a clause tells of one side's promise, which is not the paper that holds it."""

INTENDING = _words("意向 意図 用意 考え つもり 構え 意思")
"""Words by which such a clause tells of what is meant to be done: one coder takes it for done, another for offered."""

ACCEPTING = _words("応じ 受け入れ 受入れ 受け容れ 受諾 承諾 快諾 受ける 受けた 呑ん 呑む")
"""Words by which such a clause tells of taking up what was offered."""

SIGNING = _words("署名 採択")
"""Words by which a clause that ends on a promise tells of the paper too (署名し、…約束した)."""

BROKEN_OFF = _words("決裂 打ち切られ 不調に終 合意なく 合意に至ら 折り合わ")
"""Words that tell how a meeting ended: it was held, though a coder takes it for called off."""

STAGES: dict[str, tuple[str, ...]] = {
    "met": _words("会談 協議 訪問 訪朝 訪中 訪米 訪日 訪韓 訪露 訪ソ"),
    "signed": _words("署名 採択 合意 宣言 声明 妥結 成立 条約 協定"),
    "ratified": _words("批准"),
    "in force": _words("発効 効力"),
    "ended": _words("離脱 失効 終了 撤廃 無効 延長せず"),
}
"""Stages of one piece of diplomacy, each a happening of its own, and the words that show them."""

POSTS: dict[str, tuple[str, ...]] = {
    "held": _words("開催 開か 開い 開会 招集 召集 開幕 閉幕"),
    "named": _words("選出 就任 就い 就く 推戴 任命 再任 起用 昇格 選ば 辞任 解任 更迭 当選"),
}
"""What a party or a parliament does when it meets: the meeting itself and whom it puts into office are happenings of their own."""

MATTERS: dict[str, tuple[str, ...]] = {
    "nuclear": _words("核実験 核爆発 核爆弾 水爆 水素爆弾 原爆 臨界前"),
    "launch": _words("ミサイル ロケット 衛星 飛翔体 発射 テポドン ノドン スカッド ムスダン 火星 北極星 銀河 光明星 ICBM IRBM SLBM 魚雷 砲"),
    "engine": _words("エンジン 燃焼"),
}
"""What is tested, and the words that show it: what shows other matters only is another test."""

REACHES: dict[str, tuple[str, ...]] = {
    "short": _words("短距離 SRBM"),
    "long": _words("中距離 長距離 大陸間 IRBM MRBM ICBM"),
    "cruise": _words("巡航"),
    "artillery": _words("多連装 ロケット砲 放射砲 砲弾"),
}
"""How far what is fired reaches, or what it is; what shows others only is another launch."""

TITLES = _words("宣言 声明 条約 協定 議定書 談話 合意 覚書 コミュニケ ビジョン サミット 法")
"""How the name of a document or a meeting ends: 板門店宣言, パリ協定, 河野談話."""

NO_TITLES = frozenset(_words("共同声明 共同宣言 平和条約 基本合意 最終合意 議長声明 外相声明 首脳宣言"))
"""What looks like such a name and names a kind."""

OFFICES = _words("""
    大統領補佐官 副大統領 大統領 副首相 首相 外相 国防相 国務長官 国防長官 官房長官 長官 副委員長 委員長 主席
    総書記 書記長 議長 大使 国務次官補 国務副長官 第1外務次官 外務次官 第1次官 次官補 次官 特別代表 外交部長 国防部長 第1副部長 副部長 部長
    局長 特使
""")
"""Titles before which a person's name is read, longest first: two persons of one title are two doers."""

KINDS_OF_THING = frozenset(_words("ICBM IRBM SLBM MRBM SRBM EEZ WMD USA DPRK ROK KCNA GDP NHK CEO CVID NSC UNSC COP"))
"""Abbreviations that name a kind of thing or a speaker, not one treaty or system."""

COUNTRIES = frozenset(_words("北朝鮮 韓国 日本 米国 アメリカ 中国 ロシア ソ連 朝鮮半島 南北 両国 現地 海外"))
"""Places too wide to contradict a city."""

MET_WITH = _words("会談 会合 会議 協議 交渉 集会 式典 大会 首脳 空港 迎賓館 大使館 代表部 ホテル 郊外 近郊")
"""What a place stands before that says where something was: 北京の会談, 平壌の順安空港."""

EXTENTS: dict[str, tuple[str, ...]] = {
    "hall": _words("""
        国賓館 迎賓館 招待所 ホテル 宮殿 会議場 会議室 会議センター 庁舎 会館 大会堂 官邸 議事堂 大使館 代表部 平和の家 自由の家 統一閣
        連絡事務所 別荘 本部 空港 駅
    """),
    "stretch": _words("線 海 洋 沖 水域 海域 海峡 沿岸 沿海 近海 半島 国境 地帯 地方 上空 北部 南部 東部 西部"),
}
"""How the names of halls and of stretches of land and water end; all others are towns and the like."""
