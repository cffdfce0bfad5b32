"""What kind of answer a question wants, from its question words."""

import re

from keii.values.question import Kind

_COUNTED = ("回|度|人|名|発|件|か国|カ国|ヶ国|ヵ国|か所|トン|万|億|円|ドル|キロ|メートル|年間|か月|ヶ月|カ月|日間|"
           "時間|バレル|ウォン|隻|機|基|個|本|社|団体|割|パーセント|%|票|歳|か条|項目|世帯|家族|分(?!の|か[らり])|秒|台|両|枚|戸|校|倍|便|通|席|議席|海里|マイル|ヘクタール|グラム|センチ")
_LASTED = {"年": "年間", "月": "か月", "日": "日間"}
_LONG = "延|続|かか|にわた|経|たっ|くらい|ぐらい|ほど"
NUMBER = re.compile(rf"何(?P<unit>{_COUNTED}|(?:年|か月|カ月|ヶ月|日)ぶり|[年日](?={_LONG}))|"
                    rf"いくつの(?P<thing>[一-龥ァ-ヶー]{{1,6}})|"
                    rf"(?P<much>いくら|いくつ|(?:どの|どれ)(?:くらい|ぐらい|ほど|だけ)|どれだけ|幾ら|幾つ|何(?:万|億|千))|"
                    r"(?:総額|金額|人数|回数|規模|件数|上限)は(?:[?？。]|$)")
_WHEN = re.compile(rf"いつ(?!も|でも|の間|しか)|何(?:年|月|日|曜日|世紀)(?!間|ぶり|{_LONG})|"
                   r"(?:時期|日付|年月日|日程|期限)は[?？。]?$|"
                   r"[たるい](?:日|時期|日付|年|月|年月日|日時)(?:を(?:教え|答え|示し|述べ)|は[?？。]*$)")
_WHO = re.compile(r"[たるい](?:国|国々|人物|機関|政党)を(?:全て|すべて)?(?:答え|教え|示し|述べ)|誰|"
                  r"だれ|どなた|(?:どの|どこの|どちらの|何という|いかなる)(?:国(?![会境内土籍])|機関|役所|省庁|官庁|省(?!略)|政府|首脳|人|大統領|首相|"
                  r"団体|組織|政党|党|企業|銀行|人物)|何者|国はどこ|機関はどこ|(?:国|国々|者|家|人物|閣僚|議員|高官|機関|団体|集団|組織|企業|"
                  r"会社|政党|"
                  r"首相|大統領|外相|大臣|大使|特使|代表|局長|長官|委員長|政治家)は(?:[?？。]|$)")
_WHERE = re.compile(r"どこ|どちらで|(?:どの|何という|どこの)(?:都市|場所|町|地|港|空港|島|施設|会場)|(?:場所|開催地|都市|空港|海域|会場名|地名|"
                    r"会場|舞台)(?:は|を(?:教え|答え|示し|述べ))")
_LIST = re.compile(r"挙げて|あげて|列挙|年表|整理し|一覧|まとめて|並べて|リスト|すべて(?:教|示|挙)|全て(?:教|示|挙)|"
                   r"順に|時系列|動きを|出来事を|(?:措置|決議|動き|出来事|合意|会談|発言|"
                   r"経緯)は(?:何)?(?:ですか)?[?？。]*$")
_WHAT = re.compile(r"は[?？]$|何(?!度か|回か|らか)|(?<!な)どのよう|どんな|どういう|どう(?!か|せ|やら|も)|なぜ|なに|なん(?:と|て|"
                   r"で|の)|(?:どちら|どっち)(?!も|かに?[はがを]|でも)|理由(?!に|で)|いかに|いかなる(?![^、。]{1,12}も)|どれ|(?<!な)どの|内容は|とは[?？。]*$")
_SOME = re.compile(r"(?:何|誰|だれ|どこ|いつ|いくつ|どれ|どなた|何ら|何度|何回)か"
                   r"(?![?？。国月所条年ら]|$|を?(?:教え|答え|示し|述べ|挙げ)|は|についても?|わか|分か)")
"""何か, 誰か, どこか within a sentence ask for nothing: somebody, something."""
_INNER = re.compile(r"(?:どう|いつ|誰|どこ|何を|何が|なぜ|どのよう)[^、。?？]{1,20}[るたいうくすつむぶぬ]か(?!を?(?:教え|答え|示し|述べよ|"
                    r"説明し|挙げ|知り))(?=(?:まで|を|に|は|も|が|について|、)[^。]*?(?:まし|です|せん|ます|る|た|い)(?:た|でした)?(?:か|"
                    r"の)?[?？。])")
"""A question within a sentence that asks something else: どう検証するかまで決めていましたか."""
_ASKS = re.compile(r"(?:ます|ました|です|でした|せん|た|だ|る|い|う|く|の|ん|す|つ|ぬ|む|ぶ|ぐ|"
                   r"か)(?:でしょう)?か?[?？。]*$")


def kind_of(text: str) -> Kind:
    """The kind of a question in one spelling. What is no question is a wish to be shown: a list."""
    text = _INNER.sub("", _SOME.sub("", text))
    for kind, pattern in _ORDER:
        if pattern.search(text):
            return kind
    asked = re.search(r"か[?？。]*$|[?？]$", text)
    return "yesno" if asked and _ASKS.search(text) else "list"


_ORDER: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("list", re.compile(r"(?:挙げて|あげて|並べて|まとめて|整理して)(?=くだ|下さ|くれ|ほし|欲し|いただ|頂|もら|見|み|示|教|[。?？!！]*$)|列挙|"
                        r"年表|一覧|日付順|時系列")),
    ("number", NUMBER), ("when", _WHEN), ("who", _WHO), ("where", _WHERE), ("list", _LIST), ("what", _WHAT))


def unit_of(text: str) -> str | None:
    """What is counted: 回 of 何回; "" where an amount is asked for without a unit, None where none is asked for."""
    match = NUMBER.search(_SOME.sub("", text))
    return (_LASTED.get(match["unit"], match["unit"]) or match["thing"] or "") if match else None


_MEASURED = (("time", re.compile(r"時間|期間|続い|続く|かかっ|長さ|何年|ぶり")), ("length", re.compile(r"距離|高さ|高度|飛距離|射程|遠|深さ|"
                                                            r"幅|先まで|飛[びんぶ]")),
             ("money", re.compile(r"額|資金|費用|現金|お金|金銭|金[はを]|いくら(?:払|支払|投|出|か|の支援)|予算|現金|ドル|円|値段|"
                                  r"値")), ("share", re.compile("割合|率|比率|何割")),
             ("weight", re.compile("重さ|重量")), ("people", re.compile("人数|何人|人が何|犠牲者|死者")), ("count", re.compile("いくつ|数は")))


def measure_of(text: str) -> str | None:
    """What kind of amount a question asks for that names no unit: a time, a length, money …; None where any will do."""
    return next((name for name, pattern in _MEASURED if pattern.search(text)), None)
