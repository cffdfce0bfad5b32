"""Words of Japanese that the finder must know: forms of address, words that point back, words that only look like names."""

import re

from keii.language.actors.tokens import Anaphor

# After a name these make it a person's, or a person's government. They say nothing of an office.
ADDRESS = tuple("""
    氏 さん 君 議員 上院議員 下院議員 衆院議員 参院議員 大臣 長官 副長官 次官 次官補 局長 課長 審議官 参事官 担当官
    公使 団長 部長 副部長 会長 社長 教授 所長 研究員 将軍 元帥 次帥 大将 中将 少将 上将 司令官 同志 代表 首席代表
    次席代表 補佐官 副首相 副総理 副主席 総裁 幹事長 政調会長 書記官 室長 秘書 顧問 院長 議長 副議長 知事 市長
    調整官 報告官 弁務官 参与 内閣官房参与 内閣官房副長官補 政治局員 常務委員長
""".split())

# After a name: the government of a person who heads one.
RULE = ("政権", "内閣", "体制", "政府", "新政権", "前政権", "新体制", "一味", "一派", "徒党", "逆徒")

# Surnames so common that one with 氏 alone may be anybody: only somebody the document names is meant.
COMMON_SURNAMES = frozenset("""
    佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 石川
    山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 原田 中川
    松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 工藤 今井 高田 増田 丸山
    杉山 村田 大塚 新井 藤本 小山 平野 野口 武田 松井 岩崎 木下 野村 松尾 菊地 佐野 川口 野田 平松 村山 三木 大平 伊東 高野 中平 北村
    上川 秋葉 浜田 小池 中谷 中井 平沢 久間 松原 古屋 松野 岩屋 河野 土井 山谷 細田 中西 岡崎 藤山 小坂 愛知 渡部 武藤 熊谷 村岡 河村
    金 李 朴 崔 鄭 趙 姜 尹 張 林 申 徐 韓 柳 呉 洪 黄 宋 王 劉 楊 陳 周 孔 高 文 白 丁 権 任 江 胡 温 唐 武 池
    ジョンソン ケリー クリントン ハリス カーター ライス キング ペリー ヒル コーエン ロジャーズ スミス ジョーンズ
    """.split())

# What may stand between a name and its title: カーター元大統領, カーター米元大統領.
BEFORE_TITLE = re.compile(r"[・･]?(?:[米英仏独豪露ロ韓北中](?=元|前))?(?:元|前|新|現|故|次期|初代|歴代)?(?:対(?:北朝鮮|[米日韓北南中]))?")
FORMER = re.compile(r"[元前故]")

# A title followed by these is part of another word: 外相会談, 大統領選, 国務長官級.
AFTER_TITLE = re.compile(
    r"級|会談|会議|会合|協議|レベル|クラス|同士|選(?!出|任)|候補|経験|令(?!嬢)|職(?!員)|制(?!裁)|就任式|就任前|電話会談|公邸|公選|府(?!省)|"
    r"間(?!も|違)|在任中|相互|訪問団")

# 政府間, 政府案, 国会図書館: the word for a body is part of another word.
NO_ORGAN = re.compile(
    r"政府(?:間|系|案|参考人|専用機|開発援助|委員|予算|軍|転覆|組織)|国会(?:図書館|議事堂|議員|会議録|中継|法)|"
    r"議会(?:選挙|制|主義|議員)|国防部門|国防省令")

# What may own a bare title without being its state: 当時の首相, but not 両国の外相.
OF_TIME = re.compile(r"(?:当時|現在|今|時|次|後任|前任|新任|事実上|最後|最初|歴代|[年月日])の$")

# What only repeats the states of a compound: 日朝両国, 日米韓3か国, 露・朝・韓の3者.
AFTER_COMPOUND = re.compile(r"(?:両国|両政府|両首脳|両外相|両軍|双方|[23二三四五]?[かカヵヶ]国|[三3]国|間|各国|両側)")
AGAIN = re.compile(r"の(?=(?:両国|両政府|両首脳|双方|[三3四4五5](?:[かカヵヶ]国|国|者)))|の[三3四4五5]者")

LOCATIVE = re.compile(r"で(?!あ|す|し|もな|はな|き)|において|入り|市内|経由")

# A surname before these is the person's, though no title follows: 小泉訪朝, ブッシュ・小泉会談, 安倍・トランプ両首脳.
AFTER_SURNAME = re.compile(r"(?:再?訪[朝韓中米露ロ日北]|会談|電話会談|両(?:首脳|氏|大統領|政権|外相|国))")

CAPITAL = re.compile(r"政府|当局|側(?!近)")

# 北側 and 南側 as directions.
_SIDE = r"に(?:位置|ある|面し|広が|移動|隣接|流)|の(?:地域|区域|海域|海|国境|斜面|境界|入り口|扉|空|水域|敷地|山)"
PLACE_SIDE = re.compile(rf"(?<=線の)[北南]側|(?<=線)[北南]側(?!は|が|に対)|[北南]側(?:{_SIDE})")

_STATES, _PERSONS = frozenset({"state"}), frozenset({"person"})
_BODIES = frozenset({"ministry", "body"})
_POINTING: tuple[tuple[Anaphor, str], ...] = (
    (Anaphor(_STATES, as_state=True), "同国 同国政府 同国側 同国当局 同政府"),
    (Anaphor(_PERSONS), """
        同氏 同首相 同大統領 同外相 同長官 同委員長 同総書記 同議員 同大使 同特使 同次官 同次官補 同代表 同主席 同局長 同国務長官 同国防長官
        同国家主席 同補佐官 同党委員長 同国務委員長 同官房長官"""),
    (Anaphor(frozenset({"party"})), "同党"),
    (Anaphor(_BODIES), "同省 同部 同庁"),
    (Anaphor(frozenset({"army"})), "同軍"),
    (Anaphor(frozenset({"media"})), "同紙 同通信 同通信社 同局"),
    (Anaphor(frozenset({"company"})), "同社 同行 同企業 同銀行"),
    (Anaphor(_BODIES | {"international"}), "同委員会 同機関 同理事会 同事務所 同機構"),
    (Anaphor(frozenset({"international"})), "同協議 同会合"),
    (Anaphor(_STATES, 2, as_state=True),
     "両国 両国政府 両国側 両国首脳 両国軍 両政府 両首脳 両外相 両大統領 両国外相 両国間 両首相 両指導者"),
    (Anaphor(_STATES, 2, as_state=True, near=True), "双方 両者 両軍 両側"),
    (Anaphor(_PERSONS, 2), "両氏"),
    (Anaphor(_STATES, 3, as_state=True), "三か国 三カ国 三ヵ国 三ヶ国 三ケ国 三箇国 3か国 3カ国 3ヵ国 3ヶ国 3ケ国 3箇国"),
    (Anaphor(_STATES, 3, as_state=True, near=True), "三国 三者 3国 3者"),
)
ANAPHORS = {word: anaphor for anaphor, words in _POINTING for word in words.split()}

# Words for one's own state.
OWN = tuple("""
    我が国 わが国 我国 我が国政府 わが国政府 我が方 我が政府 わが政府 我が党 わが党 我が共和国 わが共和国 我が軍
    わが軍 我が軍隊 わが軍隊 我が人民 わが人民 わが方 本院
""".split())

# Words for oneself, by which whoever speaks for a state means the state.
FIRST = tuple("われわれ 我々 我我 我等 我ら われら 私ども 私たち 私達 わたくしども わたくし 当方".split())
# 大臣 and 本省 alone are, in minutes and memoirs, of the state that speaks.
LONE_FIRST = re.compile(
    r"(?<![一-龯々ァ-ヺ])(?:私(?=[はがもにと]|から|として|自身)|副?大臣(?=[はがもにとへ]|から|自身|御自身|自ら)|(?:本|当|弊)省(?=[はがもにとへ]|から|として))")
FIRST_FOLLOWED = re.compile(r"[はがもにとをへの、]|から|として|自身")

# Longer words that hold a name and mean no actor.
# In order: Japan; China and Korea; America, Russia, Asia, Europe; things called after a place; north and south.
NOTHING = tuple("""
    日本海 日本列島 日本橋 日本酒 日本刀 日本脳炎 日本晴れ 日本大学 日本製鉄 日本語 日本髪 日本画 日本円 日本一
    東日本 西日本 全日本 北日本 中日本 新日本 日本航空 日本学術会議

    中国・四国 中国･四国 近畿・中国 中国地方 中国山地 中国新聞 中国四国 中国料理 中国電力 中国自動車道 中国財務局 中国運輸局 中国残留孤児
    中国東方航空 中国国際航空 韓国料理 大韓航空 朝鮮半島 朝鮮戦争 朝鮮民族 朝鮮族 朝鮮人参 朝鮮学校 朝鮮王朝
    朝鮮総督府 朝鮮総督 朝鮮特需 朝鮮通信使 朝鮮動乱 朝鮮出兵 朝鮮銀行 朝鮮大学校 朝鮮料理 古朝鮮 在日朝鮮 在日韓国
    在日コリアン 北朝鮮帰国者 朝鮮籍 朝鮮高校 北朝鮮問題研究所 金日成総合大学 金日成広場 金日成競技場 金日成花
    金正日花 金日成・金正日主義 金日成軍事総合大学 金日成民族

    ラテンアメリカ 南アメリカ 北アメリカ 中央アメリカ 南北アメリカ アメリカ大陸 アメリカ先住民 米国債 米ドル
    米国防権限法 シベリア インド洋 インド太平洋 アジア太平洋 台湾海峡 東シナ海 南シナ海 マレーシア航空
    シンガポール航空 シンガポール・ドル スイスフラン スイス・フラン トルコ石 チリ紙 チリソース トルコ・リラ

    平壌宣言 板門店宣言 ストックホルム合意 シンガポール合意 シンガポール共同声明 シンガポール声明 シンガポール宣言
    ハノイ合意 シャングリラ ジュネーブ合意 ジュネーブ条約 ジュネーヴ合意 ジュネーブ諸条約 ミュンヘン会談
    ワシントン条約 ワシントン・コンセンサス パリ協定 パリ条約 ウィーン条約 ソウル宣言 モスクワ宣言 北京宣言 東京宣言
    大阪宣言 北京オリンピック 北京五輪 東京オリンピック 東京五輪 ソウルオリンピック ソウル五輪 平昌オリンピック
    平昌五輪 平昌冬季 平昌パラリンピック モスクワ五輪 東京大学 ソウル大学 北京大学 東京裁判 東京電力 東京大空襲
    東京地検 東京湾 大阪城 大阪大学 沖縄大学 ロンドン大学 モスクワ大学
    ソウル新聞 京都議定書 上海コミュニケ パリっ子

    南北戦争 南北朝時代 南北朝期 南北問題 南北方向 南北縦断 双方向 三国間 三国志 三国時代 三国干渉 三国同盟 三国協商
    国連憲章 わが国民 我が国民 国連海洋法 国連軍縮会議 国連大学 桂米朝
""".split())

# 日本人, 韓国企業, 米国メディア, 中国語: not the state; but 北朝鮮人権法, 中国人民解放軍, 韓国人道支援 hold it.
NOT_THE_STATE = re.compile(
    r"人(?![権民質材口事道工的身間類])|語|系(?![統列])|国民(?!の力|党|投票)|市民|世論|企業|メディア|マスコミ|紙(?!幣)|各紙|料理|製品|"
    r"文学|映画|旅行|観光客")

# 日中 as the time of day.
DAYTIME = re.compile(
    r"日中(?:は|も|に|の|でも)?、?(?:ずっと|最高|気温|暑|寒|晴|雨|日差し|明る|時間|仕事|留守|家|外出|働|眠|寝|人通り|過ご|営業|勤務|"
    r"授業|活動)")
# 南北 as a direction.
DIRECTION = re.compile(r"約|に(?:長|細|延|走|貫)|[0-9]|を(?:走|貫)")

# One letter for a state: before a comma at the head of a sentence or headline, and 北 where only a doer can stand.
_GOODS = "麦|小麦|肥料|大豆|医薬|トウモロコシ|とうもろこし"
_CROP = "不足|余|値|価|豊作|凶作|高騰|届|主食|収穫|配給|支給|実|炊|取れ|とれ|送ら|運ば|輸入|輸出|積"
LONE = re.compile(
    rf"[米韓露英仏独豪北](?:(?<![^\n。「『（(：:　―—】].)(?=、(?!{_GOODS}))"
    r"|(?<=北)(?<![一-龯々〇ァ-ヺーA-Za-z0-9]北)(?=[がは](?!部)|と(?:の(?:対話|交渉|関係|会談|協議|接触|合意)|対話|交渉)|による|に対|"
    r"の(?:核|ミサイル|体制|政権|指導|軍|兵|工作|脅威|挑発|要求|狙い|対応|反応|主張|姿勢|人権|崩壊|独裁)))"
    r"|[中日朝南](?<![^。「『【　―—】].)(?=、)"
    rf"|[米韓露](?:(?<![^。「『（(：:　―—】].)|(?<=[日月旬]、.))(?=[がはも](?!{_CROP}|約?[0-9一二三四五六七八九十百]))")
