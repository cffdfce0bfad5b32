"""Who says what a sentence says: the writer, or somebody whom the writer reports."""

import re

from keii.coding.heads import heads_phrase
from keii.coding.scene import Scene

_ACCORDING = re.compile(
    r"([^、。「」]{1,30}?)(?:が|も|は)(?:[^、。「」はがも]{0,8})?(?:(?:指摘し|述べ|主張し|評価し|評し|認識し|分析し|論じ|説い)(?:て(?:い|お)る|た)|指摘する|述べる|論じる|説く)"
    r"(?:よう|通り|とおり|ところ)"
    r"|([^、。「」]{1,24}?)(?:によれば|によると|の(?:分析|推計|報道|見方|発表)では)")
_SAID = re.compile(
    r"(?:と(?!の)|旨(?:を)?|ことを|について|よう(?:に)?)(?:[^、。「」と]{0,16})?"
    r"(?:述べ|主張|指摘|語っ|語り|言明|表明|強調|説明|評価し|批判|非難|警告|証言|見(?:て|なし)|みて|みなし|考えて|認識し|分析し|判断し|発言|明らかにし|要請|要求し"
    r"|勧め|提言|助言|示唆|促し|求め|期待し|訴え|唱え|報じ|伝え)|(?:との|という|と(?:い|言)う)(?:考え|立場|認識|見方|主張|見解|判断|思い|分析)")
_VOICED = re.compile(r"(?:また、|一方、)?([^、。「」]{1,20}?側?)から(?:は|も)、?[^。]*(?:との|という)(?:指摘|見方|声|批判|懸念|分析|意見)(?:が|も)")
_BUT = re.compile(r"(?<=[るた])(?:が|ものの)、")  # what comes behind it is said against what others say
_PASSIVE = re.compile(r"と(?:[^、。]{0,6})?(?:み|見|言わ|いわ|考え|思わ|さ|伝え|報じ|理解さ|推計さ|推定さ|評価さ)(?:ら)?れ(?:る|て|た)")


def reported(scene: Scene, at: int | None = None) -> str | None:
    """Who says what stands at `at` of a sentence: a code where an actor is named, else the words; None for the writer.

    Passive hedges (とみられる, といわれる) are the writer's own.
    """
    words = scene.words(scene.sentence.start, scene.sentence.end)
    found = _ACCORDING.search(words)
    if found and not (at is not None and _BUT.search(words, found.end(), max(found.end(), at - scene.sentence.start))):
        group = 1 if found[1] else 2
        return _named(scene, scene.sentence.start + found.start(group), scene.sentence.start + found.end(group))
    voiced = _VOICED.search(words)
    if voiced and (who := _named(scene, scene.sentence.start + voiced.start(1), scene.sentence.start + voiced.end(1))):
        return who
    for found in _SAID.finditer(words):
        if at is not None and scene.sentence.start + found.start() < at:
            continue
        if _PASSIVE.match(words, found.start()):
            continue
        return _subject(scene, scene.sentence.start + found.start())
    return None


def _named(scene: Scene, start: int, end: int) -> str | None:
    actors = [actor for actor in scene.actors_in(start, end) if actor.kind != "place" and actor.rule != "compound"]
    if actors and actors[-1].end >= end - 8:
        return actors[-1].counts_as
    words = scene.text[start:end].strip("、 ").removesuffix("で").rpartition("は")[2]
    return words if re.search(r"(?:氏|教授|議員|大使|報告書?|紙|通信|新聞|筋|関係者|専門家|研究|論者)$", words) else None


_WRITER = re.compile(r"^(?:本稿|本研究|本論文|筆者|私|拙稿|以上|これ|それ|ここ|この|その|第\d|次)")


def _subject(scene: Scene, verb: int) -> str | None:
    """The subject of the verb of saying at `verb`: the sentence's topic before it that is a person or body."""
    for clause in scene.clauses:
        for phrase in (*((clause.topic,) if clause.topic else ()), *clause.phrases):
            if phrase.case in ("は", "が", "も") and phrase.end <= verb:
                actors = [actor for actor in scene.actors_in(phrase.start, phrase.end) if actor.kind != "place" and
                          actor.rule != "compound" and heads_phrase(scene, actor, phrase)]
                if actors:
                    return actors[-1].counts_as
                words = scene.phrase_words(phrase)
                if phrase.case != "が" and re.search(r"(?:氏|教授|議員|大使|報告書?|研究|論文|議員ら|専門家|関係者|筋|紙|通信|白書|答申"
                    r"|提言)$", words) \
                        and not _WRITER.match(words):
                    return words
    return None
