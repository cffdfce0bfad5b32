"""Words of Japanese grammar: particles made of verbs, formal nouns, auxiliaries, verbs of saying, traits of endings."""

import re

from keii.values.clause import Trait

COMPOUND = {  # verbs that only serve as particles after に, を, と, and the particle they make
    particle: {verb: name for name, verbs in names.items() for verb in verbs.split()}
    for particle, names in {
        "に": {
            "に対して": "対する", "について": "つく 就く", "に関して": "関する", "において": "おく 於く 置く", "における": "おける",
            "にとって": "とる 取る", "によって": "よる 因る 拠る", "に向けて": "向ける", "に際して": "際する", "に基づいて": "基づく",
            "に伴って": "伴う", "に先立って": "先立つ", "にわたって": "わたる 渡る", "に加えて": "加える", "にかけて": "かける 掛ける",
            "に合わせて": "合わせる あわせる", "に沿って": "沿う", "に従って": "従う", "に鑑みて": "鑑みる", "に続いて": "続く",
            "にあたって": "あたる 当たる", "に応じて": "応ずる", "に入って": "入る はいる",
        },
        "を": {
            "をめぐって": "めぐる 巡る", "を通じて": "通じる 通ずる 通す", "を受けて": "受ける", "を経て": "経る",
            "を含めて": "含む 含める", "を除いて": "除く", "を踏まえて": "踏まえる", "をはじめ": "はじめる 始める",
            "を契機に": "契機", "を介して": "介する", "を挟んで": "挟む はさむ", "を率いて": "率いる", "を目指して": "目指す めざす",
            "を前に": "前", "を皮切りに": "皮切り", "を口実に": "口実", "を理由に": "理由", "を背景に": "背景", "を条件に": "条件", "を機に": "機",
        },
        "と": {"として": "する 為る いたす 致す", "とともに": "とも 共", "と並んで": "並ぶ"},
    }.items()
}
FORMAL = frozenset("""
    ため 為 際 後 前 中 上 以来 以降 とき 時 場合 ほか 外 他 一方 結果 直後 直前 まま うち 内
    以上 限り 折 最中 ところ 所 反面 傍ら かたわら もの 一環 あと
""".split())
ANSWERED = frozenset("""
    を受ける に対する を踏まえる に伴う に反発 に抗議 に因る に対抗 に応ずる に合わせる を契機 を機 を理由
""".split())  # …したことを受け
BESIDE = frozenset("一方 ほか 傍ら かたわら 反面".split())  # 〜する一方、: told beside what follows
CONTENT = frozenset("""
    こと 事 の 旨 方針 予定 意向 考え 用意 見通し 可能性 必要 立場 姿勢 意思 意志 意欲 計画 見解 公算 兆し 気配 観測
    見方 決定 決意 疑い 懸念 おそれ 恐れ 兆候 必要性 構え 準備 模様 運び 見込み
""".split())
AUXILIARY = frozenset("""
    いる 居る おる 居る おく 置く しまう 仕舞う くる 来る いく 行く みる 見る もらう 貰う くれる
    呉れる ある 有る 御座る まいる 参る いただく 頂く いたす 致す 下さる くださる 得る かねる 始める 続ける 終える
    直す
""".split())
SAYING = frozenset("""
    宣言 表明 発表 通告 通知 警告 言明 明言 強調 主張 約束 述べる 語る 話す 伝える 報じる 公表 言う
    明らか 説明 確認 報告 決定 通報 声明 談話 予告 脅す 示唆 答える 指摘 批判 非難 訴える 発言 論評
    要求 求める 提案 呼びかける 期待 判断 見る 考える 予想 する 為る
""".split())
HEDGING = frozenset("する 為る みる 見る 考える 思う 推定 推測 推計 推察 伝える 報ずる 報じる 目する 解する 見做す 言う いう".split())
KNOWING = frozenset("承知 聞く 伺う うかがう 存ずる 存じる 記憶 心得る 聞き及ぶ".split())  # …したと承知しております only rounds off
ROUNDING = frozenset("の わけ 訳 ところ 所 次第 もの 物 とおり 通り".split())  # …したわけでございます
WITH_TIME = frozenset("""
    分 中 現在 時点 頃 ごろ 付 付け 夜 朝 夕 昼 以降 以前 以来 後 前 末 間 当時 当初 段階 限り いっぱい 版 年版 型 式 産 生まれ
""".split())
SETS_TIME = frozenset("頃 ごろ 夜 朝 昼 夕 現在 当時".split())  # behind a time they end it: 11時頃(現地時間)|通信社を通じて
ON = frozenset("引き続き 引続き ひきつづき 引きつづき".split())
LISTED = frozenset(("など", "等", "ほか"))  # behind a comma they close a list
COORDINATE = frozenset(("て", "で", "し", "が", "けれど", "けれども", "つつ", "ながら", "たり", "だり"))
ASIDE = 9  # shorter brackets hold a date, a reading or an abbreviation, no statement
SETTING = re.compile(r"(中|後|前|時|際|以降|以来|以前|場合|[年月日]|今回|当時|当初|当面|現在|最近|近年|今後|従来|結果|これまで|点|上)$")
BULLETS = frozenset("▼▽▲△◆◇●○■□★☆◎※►▶▷◉⚫•‣◦→⇒◯〇〓＊*✓")  # before a noun they only begin a line
OTHER_TIME = re.compile(r"[今昨先翌同前来]|.*(?:から|より|まで|以[降来前])")  # a time that goes on no list: １６日、今月３日から５日まで
STOP_SIGNS = frozenset("。！？!?．")
TRAITS: dict[str, Trait] = {"た": "past", "だ": "copula", "です": "copula", "ます": "polite", "ない": "negative", "ぬ": "negative",
                             "ず": "negative", "れる": "passive", "られる": "passive", "せる": "causative", "させる": "causative",
                             "たい": "desire", "う": "volition", "よう": "volition", "まい": "negative", "べし": "duty"}
BOUNDS = frozenset("少ない 遅い 早い 速い 多い 長い 短い 高い 低い".split())  # of the adverbs that say how much at least, when at latest
BOUND = re.compile(r"(?:少な|遅|早|速|多|長|短|高|低)(?:くとも|ければ(?=[、0-9０-９一二三四五六七八九十年月日来今同翌]))")
