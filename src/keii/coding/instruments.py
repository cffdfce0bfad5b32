"""Which pillar of policy an act belongs to, and which issues it touches."""

import re
from collections.abc import Iterable

from keii.values.codebook import Codebook, Predicate

_RIGHTS = re.compile(
    r"人権(?!外交)|拉致(?:問題)?(?:.{0,6}(?:非難|認定|提起|決議|国際))|COI|OHCHR|人道に対する罪|強制収容所|苦難|脱北者"
    r"|(?:拉致)?被害者(?:の|とその|及びその)?(?:御?家族|帰国|救出)|拉致被害者|家族会|救う会|特定失踪者|真相究明|安否|生存者|李恩恵|身元(?:確認|照会)|一括帰国|帰国(?:の実現)?を(?:[^。、]{0,6})(?:求|要求)")
_SANCTIONS = re.compile(
    r"制裁|禁輸|資産凍結|決議(?:案)?(?:第)?\s?\d{4}|輸出(?:禁止|制限|の上限)|石炭(?:の)?輸[出入]|入港禁止|懸念先|資金洗浄|瀬取り"
    r"|専門家パネル|石油精製品|奢侈品|接舷")
_DETERRENCE = re.compile(
    r"ミサイル|核実験|核兵器|核弾頭|核戦力|核武力|核武装|核保有|核開発|軍事(?!境界線|的圧力をかけ)|演習|抑止|防衛|国防|配備|THAAD|GSOMIA"
    r"|NPT|並進|砲撃|撃沈|哨戒艦|不審船|先制攻撃|敵基地|迎撃|派兵|参戦|武器|弾薬|安全保障|衛星|ロケット|潜水艦|空母|爆撃機|ICBM|SLBM"
    r"|ウラン|濃縮|プルトニウム|再処理|核態勢|核抑止|核施設|寧辺|核放棄|核物質|査察|保障措置|燃料棒|原子炉|IAEA|試験発射|打ち?上げ|飛翔体"
    r"|特殊部隊|軍用|兵士|兵力|派遣軍|軍事援助|武力|3軸|三軸|火星[0-9１-９]|戦闘機|魚雷|砲弾|挑発|停戦|NLL|北方限界線|在韓米軍|軍隊")
_DIALOGUE = re.compile(
    r"会談|対話|協議|交渉|首脳|訪朝|訪問|国交|正常化|親書|書簡|特使|合意|(?:平壌|板門店|日朝|共同|南北)宣言|終戦宣言|接触|和解|支援|協力|統一|平和|非核化|終戦|離散家族|遺骨"
    r"|再調査|六者|六か国|(?:6|６|六)[カヵか]国|軽水炉|重油|提案|申告|復帰|接近|面会|招待|電報|特別調査委|平壌に|会(?:え|う|わ)(?:ない|る|ず|こと|用意|考え|意向|理由)")
_DEFENCE_CONTACT = re.compile(r"防衛相|国防相|軍事情報|防衛協力|演習|配備|国軍|THAAD|GSOMIA|TISA|軍事当局|情報共有協定|戦略的?パートナーシップ条約"
    r"|相互援助条約|相互防衛条約|軍事同盟|核協議グループ|拡大抑止|ワシントン宣言")
_KIN = re.compile("(?:家族|夫妻|孫|娘|息子|きょうだい|兄弟|姉妹|親子|夫|妻).{0,20}(?:再会|面会|対面)")
_HOMECOMING = re.compile("被害者|家族|五人|[5５]人|五名|[5５]名|拉致|抑留")
_FIXED = {"TEST": "deterrence", "SANCTION": "sanctions", "MOBILIZE": "deterrence", "CONSULT": "dialogue"}
_APART = re.compile(r"慰安婦|少女像|竹島|独島|徴用工|歴史認識|歴史教科書|靖国|輸出管理|貿易摩擦|尖閣")
_OUTSIDE = re.compile(r"選挙|就任|当選|死去|政権|内閣|党大会|慰安婦|少女像|歴史|竹島|独島|貿易|国会|弾劾|罷免")


def pillar(predicate: Predicate, words: str, around: str, before: str = "") -> tuple[str, str]:
    """The pillar and the rule that gave it. `words` is the clause, `around` its sentence, `before` what the passage said
    before it."""
    return _by_action(predicate.action, words) or _by_words(predicate, words) or _by_default(predicate, words, around, before)


def _by_action(action: str, words: str) -> tuple[str, str] | None:
    if action == "DOMESTIC":
        armed = re.search(r"核(?:武力|戦力|兵器|保有|武装)|軍事力|国防(?:力|計画|5)|並進", words)
        return ("deterrence", f"「{armed[0]}」") if armed else ("none", "domestic act")
    if action == "CONSULT" and _KIN.search(words):
        return "rights", "kin meet"
    if action == "RETREAT" and _HOMECOMING.search(words):
        return "rights", "people come home"
    if action in ("CONSULT", "AGREE") and _DEFENCE_CONTACT.search(words):
        return "deterrence", "defence contact"
    if action in _FIXED:
        return _FIXED[action], f"{action} by its nature"
    if action == "ASSAULT":
        return ("none", "a killing") if re.search(r"殺害|暗殺|毒殺|殺す", words) else ("deterrence", "an armed act")
    if action in ("AGREE", "STATE", "REQUEST", "ACCUSE", "PROTEST", "REJECT", "SANCTION") and (found := _APART.search(words)) \
            and not re.search(r"北朝鮮|朝鮮半島|核|ミサイル", words):
        return "none", f"「{found[0]}」"
    if "拉致" in words and action not in ("AGREE", "REQUEST"):
        return "rights", "「拉致」"
    return None


def _by_words(predicate: Predicate, words: str) -> tuple[str, str] | None:
    for name, pattern in (("rights", _RIGHTS), ("sanctions", _SANCTIONS)):
        if found := pattern.search(words):
            return name, f"「{found[0]}」"
    dialogue, deterrence = len(_DIALOGUE.findall(words)), len(_DETERRENCE.findall(words))
    if deterrence > dialogue and predicate.action == "AGREE":
        return "deterrence", "words of defence prevail"
    if predicate.pillar and predicate.weight >= 3 and predicate.action in ("REJECT", "AGREE", "CONCEDE", "THREATEN", "AID"):
        return predicate.pillar, "the predicate itself"
    if deterrence > dialogue:
        return "deterrence", "words of defence prevail"
    return ("dialogue", "words of dialogue prevail") if dialogue else None


def _by_default(predicate: Predicate, words: str, around: str, before: str) -> tuple[str, str]:
    if _OUTSIDE.search(words):
        return "none", "outside the three pillars"
    if predicate.pillar:
        return predicate.pillar, "the predicate's usual pillar"
    if found := _spoken_of(around):
        return found, HERE[found]
    found = _spoken_of(before) if predicate.action not in _OF_ITS_OWN else None
    return (found, BEFORE[found]) if found else ("none", "no sign of a pillar")


_NAMES = {"rights": "rights", "sanctions": "sanctions", "deterrence": "defence", "dialogue": "dialogue"}
HERE = {pillar: f"words of {name} in the sentence" for pillar, name in _NAMES.items()}
BEFORE = {pillar: f"words of {name} in what was told before" for pillar, name in _NAMES.items()}
"""The reasons for a pillar by what the sentence, or the passage before it, speaks of."""
_OF_ITS_OWN = frozenset(("AID", "COERCE", "RETREAT", "COOPERATE"))


def _spoken_of(words: str) -> str | None:
    """The pillar that most of the words of a passage speak of; None where none does."""
    counts = {name: len(pattern.findall(words)) for name, pattern in _SPOKEN.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


_SPOKEN = {"dialogue": _DIALOGUE, "deterrence": _DETERRENCE, "rights": _RIGHTS, "sanctions": _SANCTIONS}


class Issues:
    """The issues of a codebook, found by their words."""

    def __init__(self, codebook: Codebook) -> None:
        self._patterns = tuple((topic.id, re.compile("|".join(map(re.escape, sorted(topic.words, key=len, reverse=True)))))
                               for topic in codebook.topic_list("issues") if topic.words)

    def of(self, words: str) -> tuple[str, ...]:
        return tuple(name for name, pattern in self._patterns if pattern.search(words))


def level(actors: Iterable[str]) -> str | None:
    """How many sides act together: a UN body makes it international."""
    sides = set(actors)
    if sides & {"UN", "UNSC", "UNGA", "IAEA", "OHCHR", "COI"}:
        return "international"
    return {0: None, 1: "unilateral", 2: "bilateral", 3: "trilateral"}.get(len(sides), "multilateral")
