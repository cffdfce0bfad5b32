"""Questions that end in the noun they ask for, said as sentences: 天安号が沈没した日 is 天安号が沈没した日はいつですか."""

import re

_VERB, _OF = "(?<=[たるいう])", "(?<=の)"
_DONE = ("採択|調印|署名|締結|発表|発足|設立|設置|開催|実施|発射|訪問|訪朝|帰国|沈没|就任|建国|樹立|加盟|脱退|発効|成立|死去|終了|開始|公布|"
         "施行")
_PARTS = "参加|議長|主催|開催|当事|関係|署名|加盟|提案|賛成|反対|棄権|共催|締約|被害|支援|援助|支持"
_PEOPLE = "出席|参加|署名|提案|犠牲|担当|責任|首謀|実行|被害|発言|同行|出演|立案"
_ENDS = (
    (rf"(?:{_VERB}|{_OF}|(?<=[一-龥]))(?:日付|日時|日程|年月日|時期|期日)|(?:{_VERB}|{_OF}|(?<={_DONE}))(?:日|年|月)", "はいつですか"),
    (rf"(?:{_VERB}|{_OF}|(?<=[一-龥]))(?:開催地|開催場所|場所|会場|所在地|開催都市|訪問先|行き先|舞台)|"
     rf"(?:{_VERB}|{_OF})(?:都市|地名|施設)", "はどこですか"),
    (rf"{_VERB}(?:国|国々)|(?:{_PARTS})国", "はどこですか"),
    (rf"{_VERB}(?:人|人物|者|政治家|閣僚|議員)|(?:{_PEOPLE})者|"
     rf"(?<=[一-龥側])(?:首席代表|団長|議長|座長)|{_OF}(?:代表|首席代表|団長|議長|座長|首相|大統領|外相)", "は誰ですか"),
    (rf"{_OF}(?:金額|総額|規模|割合|距離|高度|射程)", "はいくらですか"),
    (rf"(?:{_VERB}|{_OF})(?:内容|条件|目的|要求|主張|約束|成果|結果|名称|名前|議題|争点|"
     r"理由|原因|背景|きっかけ)|(?<=合意|宣言|声明|決議)内容", "は何ですか"),
)
_ENDING = tuple((re.compile(rf"(?:{end})$"), ask) for end, ask in _ENDS)
_COUNTED = ((re.compile("の回数$"), "は何回ですか"), (re.compile("の人数$"), "は何人ですか"), (re.compile("の(?:件数|数)$"), "はいくつですか"))
_ASKS = re.compile("いつ|どこ|誰|だれ|どなた|何|なに|なぜ|どう|どの|どれ|どんな|いくら|いくつ|[かよ]$|くだ|下さ|たい$|せよ$|て$|ろ$")
_WHETHER = re.compile(r"(?:か否か|かどうか)(?:を?(?:教え|答え|示し|述べ|説明し|知り)[^。?？]*)?[。?？]*$")


def asked_in_full(text: str) -> str:
    """A question in one spelling, with what it asks for said out where it ends in a noun; 〜かどうか教えてください as a plain yes or no."""
    plain = _WHETHER.sub("か?", text)
    bare = plain.rstrip("。?？")
    if _ASKS.search(bare):
        return plain
    for pattern, ask in _COUNTED:
        if pattern.search(bare):
            return pattern.sub(ask, bare)
    return bare + next((ask for pattern, ask in _ENDING if pattern.search(bare)), plain[len(bare):])
