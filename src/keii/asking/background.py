"""Where in a question what only tells when or why ends, and what is asked for begins: 決議の後、日本は…."""

import re

_WHEN = "(?:際|時|とき|折|後|あと|前|直後|直前|当日|翌日|翌月|翌年|最中|さなか|席上|節目|途中)"
_DONE = "(?:発射|実験|砲撃|攻撃|沈没|採択|声明|発表|訪朝|訪問|爆破|違反|侵犯|脱退|宣言|挑発|行動|上げ)"
_MARKS = re.compile(rf"(?:(?:の|[いきしちりぎじっえけせてねべめれげ]た|んだ|する|される|ている|(?<=[一-龥])直)(?<!そ){_WHEN}|"
                    rf"(?<=[一-龥])(?<![今以前同当戦国定臨数午最])(?:後|前|時|際))"
                    r"(?:に(?!関|対|つ|お)は?|で(?!き)は?|、|は、|には|の(?=[^、]{0,3}[0-9]))|"
                    r"を(?:受け(?!入)|踏まえ|機に|契機|きっかけ|理由に|口実に|見返りに|条件に|前に|控え)[てはし]?|"
                    rf"(?<={_DONE})まで(?:の間)?には?、?|"
                    rf"(?<={_DONE})に(?:対して|対し)(?:、|は|て|(?=[^。]))|"
                    r"に(?:先立|続い|際し|伴い|伴っ|合わせ|対抗し|反発し|先駆け|引き続)[てちぎっ]?|"
                    r"(?:まって|ったことで|たため|ので)、")
_LEFT = re.compile("[一-龥ァ-ヶーa-z0-9]{2}")


def background_end(text: str) -> int:
    """The index behind what tells when or why, in one spelling of a question; 0 where all of it is asked for."""
    ends = [match.end() for match in _MARKS.finditer(text) if _LEFT.search(text[match.end() :])]
    return max(ends, default=0)
