"""Who advises: a report, a scholar, a former official or a member of parliament whose advice the writer tells.

What a government demands of another is no advice. Of whom a paragraph speaks is kept, so that 同報告書, 同氏 and a sentence
without a subject are told of the one named before.
"""

import re

from keii.coding.passage import closing, outside_quotes
from keii.coding.proposals import named_in
from keii.coding.scene import Scene

_ADVISES = re.compile(
    r"(?:(?<!案)(?<!プラン)(?<!構想)を|と|よう(?:に)?|も|について)[^、。「」]{0,8}?(?P<verb>提言|勧告|助言|提案|提唱|勧め|要請|促し|求め|主張|訴え|唱え|"
    r"呼び[かけ掛])(?!である|だ)[ぁ-ん]{0,10}。?$")
_STRONG = ("提言", "勧告", "助言")
_ADVISER = re.compile(
    r"(?:氏ら?|教授|議員(?:ら|たち|団)?|大使|研究員|所長|専門家(?:ら|たち)?|有識者(?:会議|ら)?|シンクタンク|研究所|財団|評議会|タスクフォース|懇談会|審議会"
    r"|報告書?|提言|論文|社説|白書|書簡|答申|委員会|家族会|学会|NGO|団体)(?:（[^）]*）)?$")
_AGAIN = re.compile(r"^(?:同(?:報告書?|提言|氏|教授|書|論文|評議会|研究所|委員会|書簡|社説)|議員(?:ら|たち)|彼ら?|両(?:氏|議員))")
_FAR = 3


class Advisers:
    """Keeps of whom the text speaks, and tells who advises."""

    def __init__(self) -> None:
        self._who: str | None = None
        self._far, self._block = 0, -9

    def of(self, scene: Scene) -> str | None:
        """Who advises in a sentence that closes by telling advice; None where it tells none of anybody's."""
        words = scene.words(scene.sentence.start, scene.sentence.end)
        if scene.index - self._block > 1:
            self._who = None
        self._block, self._far = scene.index, self._far + 1
        own = named_in(words)
        topic = _topic(scene)
        again = bool(topic and _AGAIN.search(topic))
        if own and not again:
            self._who, self._far = own, 0
        who = self._who if self._far <= _FAR else None
        told = _ADVISES.search(outside_quotes(words))
        if told is None:
            return None
        if topic is None or again or (who and not own and told["verb"] in _STRONG and not _ADVISER.search(topic)):
            return who or (topic if topic and _ADVISER.search(topic) else None)
        return (own or topic) if _ADVISER.search(topic) or (own and own in topic) else None


def _topic(scene: Scene) -> str | None:
    """The words of whom the sentence is about, or who is the subject of its end; None where nobody is."""
    last = closing(scene)
    phrases = [*((last.topic,) if last.topic else ()), *last.phrases] if last else []
    first = [phrase for clause in scene.clauses[:1] for phrase in clause.phrases]
    for phrase in (*phrases, *first):
        if phrase.case in ("は", "も", "が"):
            return scene.phrase_words(phrase)
    return None
