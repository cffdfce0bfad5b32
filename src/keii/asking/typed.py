"""Whether a text holds the kind of thing a question asks for, in its own words: an amount, a place, somebody, a reason."""

import re
from functools import lru_cache

from keii.asking.kinds import measure_of
from keii.language.tokens import tokenise
from keii.values.question import Question
from keii.values.spelling import fold_word

_NUMERAL = r"[0-9一二三四五六七八九十〇百千万億兆](?:[0-9一二三四五六七八九十〇百千万億兆,.]|つ(?=の))*"
_AROUND = r"(?:を(?:大きく)?(?:超え(?:る|て)?|上回る|下回る)|余り|あまり|以上|以下|弱|強|ほど|近く|近い|つの|超の?|の)?"
_MEASURES = {
    "time": r"(?:分|時間|秒|日間|週間|か月|ヶ月|カ月|箇月|年|年間|半|日)(?!目)(?:間)?",
    "length": r"(?:キロ(?!グラム|トン)|km|メートル|m(?![a-z])|マイル|海里|センチ)",
    "money": r"(?:円|ドル|ウォン|ユーロ|元|ルーブル|ポンド|億|万|千|兆)(?!トン|人)",
    "share": r"(?:割|%|パーセント|分の|倍)",
    "weight": r"(?:トン|キロ|グラム|kg|t(?![a-z]))",
    "people": r"(?:人|名|世帯|家族|歳)",
    "count": r"(?:つ|個|本|発|柱|人|名|隻|機|基|か所|カ所|ヶ所|箇所|回|度|件|社|団体|か国|カ国|ヶ国|項目|点|品目|種類|両|台|枚|通|票|頭|冊|"
             r"トン|バレル|万|千|体|校|"
             r"施設|都市|地点|議席|社|組|席|便)(?!目|月)",
}
_WITHOUT_MEASURE = re.compile(rf"{_NUMERAL}{_AROUND}(?:{_MEASURES['money']}|{_MEASURES['weight']}|{_MEASURES['share']}|{_MEASURES['length']}|"
                              rf"バレル|{_MEASURES['count']}|"
                              r"分間?(?!の)|時間|秒)")
_QUAKE, _SHAKES = re.compile(r"(?:マグニチュード|(?<![a-z])m)[0-9]+(?:\.[0-9]+)?"), re.compile("マグニチュード|地震|揺れ|震源")
_VOTED = re.compile(rf"(?:賛成|反対|棄権)(?:票)?(?:は|が)?{_NUMERAL}")
_VOTES = re.compile("賛成|反対|棄権|票")
"""Votes are told without a word for what is counted: 賛成88、反対21."""
_PLACES = re.compile(r"[一-龥ァ-ヶー]{1,12}(?:館|所|宮殿|宮|ホテル|ハウス|島|湾|沖|港|基地|会場|会館|大学|空港|駅|公園|市|州|県|府|都|区|村|"
                     r"里|山|海|海域|海峡|川|江|"
                     r"列車内?|車内|車中|機内|船内|艦内|船上|機上|病院|自宅|邸|公園|"
                     r"半島|飛行場|国境|境界線|大使館|総領事館|官邸|公邸|城|工場|施設|センター|本部|議場)")
_NO_PLACES = re.compile("首相官邸$|場所$|裁判所$|(?:核|関連|同)施設$|研究所$|捜査本部$|対策本部$|見所$|箇所$|か所$|大学院$|政府$|外国$|都$|"
                        "大海$|上海外|(?:サミット|セッション|ルート|グループ|メディア|ミサイル|テレビ|ラジオ|インターネット|レベル|ロケット)$")
_FOREIGN = re.compile("(?<![ァ-ヶー])([ァ-ヶー]{3,})(?:で|に(?!よ|関|対)|沖|、[^、]{0,8}[)）])")
_AT = re.compile("(?:で|にて|に(?!対|よ|関|は)|へ|から|沖|付近|周辺|郊外|の(?:沖|上空|近く))")
_PERSONS = re.compile(r"(?:首相|総理|大統領|主席|書記長|総書記|委員長|議長|大臣|外相|国防相|防衛相|長官|次官補?|局長|課長|審議官|室長|補佐官|"
                      r"報道官|代弁人|スポークスマン|参考人|"
                      r"大使|公使|特使|代表|議員|司令官|将軍|教授|団長|部長|知事|参事|書記官|調整官|高官|氏|さん|君|委員|国王|教皇|夫人|妻|夫|"
                      r"(?<=[一-龥])(?:相|[会社所院総理署船艦隊班裁次室司判]長|判事|検事|報告者|監督|記者|工作員|容疑者|被告|死刑囚|元帥|大将|中将|少将|大佐)|"
                      r"家族|団)(?![一-龥])")
_BODIES = re.compile(r"[一-龥ァ-ヶーa-z]{1,10}(?:省|庁|党|委員会|理事会|総会|機関|機構|銀行|会社|政府|軍|隊|院|署|協会|連合|連盟|国連|財団|"
                     r"大学|メディア|通信)")
_WRITER = re.compile(r"(?:^|(?<=。))[^『』「」。]{1,24}(?=『[^』]{4,80}』[。、])")
"""Who wrote a report that is only referred to, before its title: 山田太郎『…』。"""
_REASONS = re.compile(r"ため|ので|[たいる]から|により|によって|を受け|受けて|反発|理由|として|原因|背景|契機|きっかけ|対抗|口実|狙い|目的|"
                      r"防ぐ|防ぎ|の問題で|の件で|こと(?:から|で|が)|ことなく|せい|おかげ|ゆえ|"
                      r"を機に|踏まえ|配慮|もたら|よう(?:に)?|抗議|報復|見返り|重視|恐れ|懸念|めぐ|なぜなら|動か|批判|非難|条件|[てで]、|"
                      r"」(?:と|として)")
_GROUNDS = re.compile("ため|ので|理由|原因|背景|きっかけ|契機|からである|からだ|受けて|を受け|反発|結果|として非難|口実|狙い")
_PLACED = re.compile("どこ(?:で(?!す|しょ|あ)|[にへかのをま])|どちらで|場所|会場|開催地|舞台|都市|町|地名|施設|海域|空港|建物")
_COUNTRY = re.compile("国(?:々)?は(?:どこ|どの)|(?:どこの|どの)国")
_PEOPLE = re.compile("誰|だれ|どなた|人物|何者|者は|家は|人は")


def counts(question: Question, text: str) -> bool:
    """Whether a text holds an amount of what a question counts. How often something was done need not be said as a number."""
    if question.unit in (None, "回", "度"):
        return True
    if _QUAKE.search(text) and _SHAKES.search(fold_word(question.text)):
        return True
    if _VOTED.search(text) and _VOTES.search(fold_word(question.text)):
        return True
    if question.unit:
        unit = _SAME_UNITS.get(question.unit, re.escape(question.unit))
        return re.search(rf"{_NUMERAL}{_AROUND}(?:{unit})", text) is not None
    measure = measure_of(fold_word(question.text))
    found = re.search(rf"{_NUMERAL}{_AROUND}{_MEASURES[measure]}", text) if measure else _WITHOUT_MEASURE.search(text)
    return found is not None


_OFTEN = re.compile(rf"(?<!第)(?<![0-9一二三四五六七八九十]){_NUMERAL}(?:回|度)(?![目数路])")


def told_often(question: Question, text: str) -> bool:
    """Whether a text says how often, where a question asks it."""
    return question.unit in ("回", "度") and _OFTEN.search(text) is not None


_SAME_UNITS = {"年ぶり": r"年(?:[0-9一二三四五六七八九十]+[かヶカ箇]月|半)?ぶり",
               "年間": "年間?(?!代|度|ぶり|前|後|[0-9])",
               "キロ": "キロ|km|kg", "メートル": "メートル|m", "パーセント": "パーセント|%", "%": "パーセント|%",
               "か国": "[かカヶヵ箇]?国", "カ国": "[かカヶヵ箇]?国", "ヶ国": "[かカヶヵ箇]?国", "人": "人|名", "名": "人|名",
               "か月": "[かカヶヵ箇]月", "カ月": "[かカヶヵ箇]月", "ヶ月": "[かカヶヵ箇]月"}


def gives_reason(text: str) -> bool:
    """Whether a text that stands beside an act tells why it was done."""
    return _GROUNDS.search(text) is not None


def answers(question: Question, text: str, around: str = "") -> bool:
    """Whether a text, in one spelling, could tell what is asked for. Only a question of when, what or a list takes any."""
    asked = "".join(fold_word(question.text).split())
    match question.kind:
        case "number":
            return counts(question, text)
        case "where":
            named = places(text, question.states)
            if not _PLACED.search(asked):
                named += _names(text, question.states, person=False)
            return any(place not in asked for place in named)
        case "who":
            named = _names(text, question.states, person=bool(_PEOPLE.search(asked)))
            if _COUNTRY.search(asked):
                named += tuple(token.surface for token in tokenise(text) if token.sub == "地名" and _AT.match(text, token.end))
            return any(name not in asked for name in named)
        case "what" if why(question):
            return _REASONS.search(text) is not None or gives_reason(around)
        case _:
            return True


def why(question: Question) -> bool:
    """Whether a question asks for a reason."""
    return re.search("なぜ|理由|どうして|何故|原因|きっかけ(?:は|となった)|ねらい|狙い", question.text) is not None


@lru_cache(maxsize=2048)
def places(text: str, states: frozenset[str]) -> tuple[str, ...]:
    """The places a text names; a state only where something is done in it, comes to it or from it."""
    found = [match[0] for match in _PLACES.finditer(text) if not _NO_PLACES.search(match[0])]
    for token in tokenise(text):
        if token.sub == "地名" and (token.surface not in states or _AT.match(text, token.end)):
            found.append(token.surface)
    found += [match[1] for match in _FOREIGN.finditer(text) if match[1] not in states and not _NO_PLACES.search(match[1])]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=2048)
def _names(text: str, states: frozenset[str], *, person: bool) -> tuple[str, ...]:
    """Whom a text names: persons and holders of offices, and where no person is asked for states and bodies."""
    text = _WRITER.sub("", text)
    tokens = tokenise(text)
    found = [token.surface for token in tokens if token.sub == "人名"]
    found += [text[max(0, match.start() - 6) : match.end()] for match in _PERSONS.finditer(text)]
    if not person:
        found += [state for state in states if state in text]
        found += [match[0] for match in _BODIES.finditer(text)]
    return tuple(dict.fromkeys(found))
