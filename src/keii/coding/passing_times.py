"""Times that a clause only names in passing: since when, on what ground, for when something was set or asked."""

import re

from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.mention import TimeMention

COUNTED_FROM = re.compile(r"の[^、]{0,20}?(?:以来|以降|ぶり)|から[^、]{1,8}ぶり|から数え")
LEANS = re.compile("[もをにと]?(?:は|も)?(?:ふまえ|踏まえ|もとづ|基づ|のっとり|則り|則って|もとに|基に|念頭に|"
                    "ふり返|振り返|ならい|倣い|引き継|受け継)")
NAMED_GROUND = re.compile("[「『][^「」『』]{1,20}[」』]を(?:もと|基|土台|ひな型|下敷き)に")
_GROUND = re.compile(f"の[^、。はがで]{{1,24}}?{LEANS.pattern}|の[^、。はがを]{{1,16}}?(?:以来|ぶり)|以来|から[^、。]{{1,8}}ぶり|年代")


def leaned_on(scene: Scene, time: TimeMention) -> bool:
    """2002年の平壌宣言にのっとり、方針を確認した: whether a time only marks out what a sentence takes for its ground."""
    return bool(_GROUND.match(scene.text, time.end) or NAMED_GROUND.match(scene.text, time.end))


def since(scene: Scene, time: TimeMention) -> str:
    """10月4日のミサイルは、2017年9月以来、5年ぶりに上空を通過した: since when nothing of the kind happened is no day of it; 以来, or ぶり
    where the sentence counts the time that went by, "" for any other time."""
    if not time.when.value.endswith("/..") or "以来" not in scene.text[time.start : time.end + 2]:
        return ""
    return "ぶり" if _FIRST_SINCE.match(scene.text, time.end, scene.sentence.end) else "以来"


_FIRST_SINCE = re.compile("[^。]{0,24}?(?:ぶり|初めて|初の|(?:[0-9一二三四五六七八九十]+)(?:度|回|か?年)目)")


def asked(scene: Scene, clause: Clause, time: TimeMention) -> bool:
    """会合を12月上旬に開くよう|提案した: whether a time is that of what is asked for, where another may be that of the asking."""
    return any(inner.noun is not None and scene.text.startswith("よう", inner.noun.start) and time.end <= inner.head[0] < clause.head[0]
               and "、" not in scene.text[time.end : inner.head[0]] for inner in scene.clauses if inner.end <= clause.head[0])


_FIXED = frozenset("決定 決める 決まる 設定 定める 固まる 内定 確定 変更 繰り上げる 繰り下げる 延ばす 早める ずらす".split())
_WHEN = re.compile(r"(?:日付|日程|期日|開催日|開催時期|時期|日取り|期限|締め切り)$")


def set_for(scene: Scene, clause: Clause, time: TimeMention) -> bool:
    """会談の日付が4月27日に決定した: whether a time is what was settled, not when."""
    return clause.lemma in _FIXED and scene.text[time.end : time.end + 1] in ("に", "へ", "と") \
        and any(phrase.case in ("が", "は", "を", "も") and _WHEN.search(scene.phrase_words(phrase)) for phrase in clause.phrases)
