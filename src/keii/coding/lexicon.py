"""The predicates of a codebook, ready to be looked up by the words of a clause."""

import re
from collections import defaultdict
from collections.abc import Iterable

from keii.values.codebook import Codebook, Predicate
from keii.values.pattern import compiled

LIGHT = {  # verbs whose object is the act, and what they say of it
    "いたす": None, "致す": None, "なさる": None, "ござる": None, "御座る": None, "おこなう": None,
    "やる": None, "行う": None, "行なう": None, "する": None, "開く": None, "開催": None, "実施": None, "強行": None, "挙行": None, "実現": None,
    "成功": None, "失敗": None, "終える": None, "終わる": None, "始まる": None, "始める": None, "開始": None, "繰り返す": None, "重ねる": None,
    "再開": None, "続ける": "ongoing", "続く": "ongoing", "継続": "ongoing", "持つ": None, "なす": None, "遂げる": None, "果たす": None,
    "締結": None, "結ぶ": None, "発効": None, "成立": None, "決裂": None, "終了": None, "閉幕": None, "開幕": None, "敢行": None, "断行": None,
    "中止": "cancelled", "延期": "cancelled", "頓挫": "cancelled", "見送る": "cancelled", "取りやめる": "cancelled", "取り止める": "cancelled",
    "中断": "cancelled", "キャンセル": "cancelled", "流れる": "cancelled", "先送り": "cancelled", "棚上げ": "cancelled", "凍結": "cancelled",
    "計画": "planned", "予定": "planned", "準備": "planned", "調整": "planned", "検討": "planned", "目指す": "planned", "設定": "planned",
    "参加": None, "出席": None, "臨む": None, "試みる": None, "起こる": None, "起きる": None,
    "発生": None, "公開": None,
    "招集": None, "発足": None, "運ぶ": None, "主催": None, "打ち切る": "cancelled", "停止": None, "ある": None,
    "盛り込む": None, "進める": None, "なる": None, "発令": None, "断念": "cancelled", "出る": None, "破綻": "cancelled",
}
_Wants = re.Pattern[str] | str | None  # what must stand before a verb: a pattern, the noun of an idiom, nothing
_LONGEST = 18
_KEPT = 2048  # look-ups that are kept
_NEAR = 100  # characters before a verb in which what is said must end
_CLOSING = (r"(?:だ|である|です|であります)?[」』]{0,2}(?:など)?(?:とする|とした|という|といった|との|と|旨の?|ことを|趣旨の"
            r"|(?<=ない)(?=(?:考え|意向|方針|姿勢|立場|意思|構え|見解)を))"
            r"[^。、「」]{0,20}$")  # what stands between what is said and the verb that says it: との|談話を
_CONVEYING = frozenset("伝える 伝達 送る 渡す 手渡す 届ける 送付 手交 寄せる 送りつける 出す 発する 開く 断じる 断ずる 迫る"
                        " 反発 猛反発 反論 応酬".split())


class Lexicon:
    """Look-up of predicates by stem, dictionary form or the end of a compound noun."""

    def __init__(self, codebook: Codebook) -> None:
        self._verbs: dict[str, list[tuple[Predicate, _Wants]]] = defaultdict(list)
        self._nouns: dict[str, Predicate] = {}
        self._known: dict[tuple[str, str], Predicate | None] = {}
        self._closing = re.compile(_CLOSING)
        said: list[tuple[Predicate, re.Pattern[str]]] = []
        for predicate in codebook.predicates:
            if predicate.form == "said":
                said.append((predicate, re.compile(f"(?:{predicate.objects}){_CLOSING}")))
                continue
            if predicate.form == "idiom":
                noun, verb = idiom(predicate.word)
                for form in _forms(verb):
                    self._verbs[form].append((predicate, noun or None))
                continue
            objects = compiled(predicate.objects) if predicate.objects else None
            if predicate.form == "noun":
                held = self._nouns.get(predicate.word)
                if held is None or predicate.weight > held.weight:
                    self._nouns[predicate.word] = predicate
            else:
                word = predicate.word
                stem = word[:-2] if predicate.form == "verb" and word.endswith("する") and len(word) > 3 else word
                for form in {word, stem, _plain(word) if objects is not None else word}:
                    self._verbs[form].append((predicate, objects))
                if predicate.form == "verb" and word.endswith("じる"):
                    self._verbs[word[:-2] + "ずる"].append((predicate, objects))  # 報じる is 報ずる in dictionaries
        for entries in self._verbs.values():
            entries.sort(key=lambda entry: -entry[0].weight)
        names = "|".join(word for topic in codebook.topic_list("launched") for word in topic.words)
        self._launched = re.compile(f"[「『]?(?:新型|大型|中距離|長距離|短距離|潜水艦発射型?|大陸間)*(?:{names})"
                                    "[0-9〇一二三四五六七八九十A-Z・-]*号?[」』]?[型級]*") if names else None
        self._launch = next((found for topic in codebook.topic_list("launched") if (found := self._nouns.get(topic.id))), None)
        self._telling = {word for word, entries in self._verbs.items() if any(one.action == "STATE" for one, _ in entries)}
        self._said = sorted(said, key=lambda entry: -entry[0].weight)

    def verb(self, lemma: str, objects: str) -> Predicate | None:
        """The best reading of a predicate whose clause holds `objects` before it; None where there is none.

        A compound stem is read by its end: 緊急|招集, 再|確認. What was looked up is kept: a clause is asked for again and again.
        """
        key = (lemma, objects)
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = self._verb(lemma, objects)
        return self._known[key]

    def _verb(self, lemma: str, objects: str) -> Predicate | None:
        for stem in _endings(lemma):
            if entries := self._verbs.get(stem):
                before = objects + lemma[: len(lemma) - len(stem)]
                for predicate, pattern in entries:
                    if pattern is None or (_held(pattern, before) if isinstance(pattern, str) else pattern.search(before)):
                        speaks = stem in self._telling or stem in _CONVEYING
                        return (self.said(objects, predicate.weight) if speaks else None) or predicate
        return None

    def launched(self, words: str) -> tuple[Predicate, int] | None:
        """The launch that `words` mean where they begin with the name of a missile or satellite, and where the name ends; None where
        they do not."""
        found = self._launched.match(words) if self._launched is not None else None
        return (self._launch, found.end()) if found is not None and self._launch is not None else None

    def carries(self, noun: str) -> bool:
        """Whether a noun is a サ変 stem of the codebook, an act by itself: 帰国, 約束."""
        return any(predicate.form == "sahen" for predicate, _ in self._verbs.get(noun, ()))

    def said(self, words: str, weight: int = -1) -> Predicate | None:
        """What saying `words` does, to their end with the particle that closes them (対話に関心はないと); None where it does
        nothing more than a reading of `weight`."""
        near = words[-_NEAR:]
        if not self._closing.search(near):
            return None
        return next((predicate for predicate, pattern in self._said if predicate.weight > weight and pattern.search(near)), None)

    def noun(self, words: str, around: str = "") -> tuple[Predicate, int] | None:
        """The event noun that ends `words` and its length: 第2回米朝首脳会談 ends in 首脳会談.

        A サ変 stem of two characters or more is one too, where the words before it satisfy it (米兵遺骨の|送還); `around`
        are further words that may (ミサイルを撃ち、その後も発射を繰り返した).
        """
        for ending in _endings(words):
            noun = self._nouns.get(ending)
            if len(ending) > 1 and (entries := self._verbs.get(ending)):
                before = around + words[: len(words) - len(ending)]
                # 演習の|中止 is 演習を中止する as a noun
                owned = before[:-1] + "を" if before.endswith("の") and ending not in self._telling else None
                for predicate, pattern in entries:
                    fits = predicate.form == "sahen" and not isinstance(pattern, str) and (
                        pattern is None or bool(pattern.search(before) or (owned and pattern.search(owned))))
                    if fits and (noun is None or (pattern is not None and predicate.weight > noun.weight)):
                        return predicate, len(ending)
            if noun is not None:
                return noun, len(ending)
        return None


def idiom(word: str) -> tuple[str, str]:
    """The noun of an idiom with its particle, and its verb: 袂を, 分かつ; the noun is "" where there is no particle."""
    for at in range(len(word) - 2, 0, -1):
        before = word[at - 1]
        if word[at] in "をへ" or (word[at] in "にがとで" and before not in "をへにがとで" and (_KANJI.match(before) or "を" not in word)):
            return word[: at + 1], word[at + 1 :]
    return "", word


_APART = re.compile(r"(?:[^ぁ-ん。、「」]+(?:ら|側)?(?:の|に|へ|から|と|で|まで|より|に対して?|に向けて)?"
                    r"|ほぼ|すべて|再び|初めて|改めて|新たに|一方的に|強く|次々と|一斉に){1,4}")
_IDIOM_NEAR = 24  # characters before the verb of an idiom in which its noun must stand: 矛先を|韓国に向ける
def _forms(verb: str) -> set[str]:
    """The forms in which a clause may show the verb of an idiom: 撤回する is 撤回, 軟化させる is 軟化, 託す is 託する."""
    plain = _plain(verb)
    longer = {verb[:-1] + "する"} if verb.endswith("す") and len(verb) == 2 else set()
    return {verb, plain, verb.removesuffix("する")} - {""} | longer


_KANJI = re.compile(r"[一-龯々ァ-ヺー]")


def _held(noun: str, words: str) -> bool:
    """Whether the noun of an idiom stands near the end of the words before its verb, as a word of its own: 席を, not 出席を."""
    at = words.rfind(noun, max(0, len(words) - _IDIOM_NEAR))
    if at < 0 or (at and len(noun) == 2 and _KANJI.match(words[at - 1])):
        return False
    return at + len(noun) == len(words) or bool(_APART.fullmatch(words, at + len(noun)))


_STEMS = dict(zip("わかがさたなばまら", "うくぐすつぬぶむる", strict=True))


def _plain(verb: str) -> str:
    """The verb that a causative is made of, as a clause shows it: 向かわせる is 向かう, 登場させる is 登場, 飛ばせる is 飛ぶ."""
    if verb.endswith("させる") and len(verb) > 4:
        return verb[:-3]
    if verb.endswith("せる") and len(verb) > 3 and verb[-3] in _STEMS:
        return verb[:-3] + _STEMS[verb[-3]]
    return verb


def _endings(word: str) -> Iterable[str]:
    for start in range(max(0, len(word) - _LONGEST), len(word)):
        yield word[start:]
