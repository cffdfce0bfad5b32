"""Recommendations: what a source says ought to be done, and by whom. Such sentences are no events."""

import re
from collections.abc import Iterator

from keii.coding.advisers import Advisers
from keii.coding.heads import heads_phrase
from keii.coding.instruments import Issues
from keii.coding.passage import Passage, closing, whole
from keii.coding.scene import Scene
from keii.coding.speaking import reported
from keii.values.recommendation import Recommendation

_DUTY = re.compile(
    r"べき(?:で(?:は)?(?:ある|ない|あろう)|だ|(?:で)?は?な|と(?:思|考|主張|提言|助言|指摘|い)|。|$|との|との)|すべき|(?:なけれ|ね)ば(?:なら|いけ)な|なくてはな?らない|(?:必要|必要性)(?:が|も)(?:ある|あ|高ま|出て)|必要(?:だ|である|とな|と(?:い|言)え|となろう|不可欠)"
    r"|(?:が|は|も|ことが)(?:望ましい|望まれ|求められ(?:る|て)|重要(?:だ|で|に|とな|な課題(?!として)|な意味)|大前提(?:だ|で|とな)|鍵(?:だ|で|とな|を握)|緊要|不可欠|急務|肝要|有用|有効|課題(?:だ|で|とな)|必須|欠かせない|大事に)|(?:ことも|ことが|のも)(?:有用|効果的|検討に値|重要|一案)|検討に値する|避けなければ|ほかない"
    r"|ことを(?:提言|勧告|提案)|を(?:提言|勧告)し|留意しなければ|(?:よう|ことを)(?:勧め|促し|助言|提言)て(?:いる|い)")
_NONE = re.compile(
    r"のか。?$|だろうか|べきか|べきなのか|べきかどうか|か。$|ないという(?:こと|意味)|必須条件ではない|必要(?:が|は)な(?:い|か)|必要でな|実施されなければならない|と求めて|主張(?:いたし|し)(?:まし)?た|なければならなかった|べきであった|べきだった|必要であった|必要だった"
    r"|(?:という|との)(?:立場|考え|認識|方針|見解)(?:であった|だった)|必要(?:がある|だ|である)とみてい|か(?:どうか)?(?:について|を)?も?(?:検討|分析|考察)する(?:必要|こと)|(?:分析|考察)することが(?:重要|必要)|することを(?:要請|要求)|条件ではない|意思表示|存在(?:も|が|は)(?:重要|不可欠)|物議|指示した|明記すべき|状況が生まれ|について検討した|のは、")

_ASKING = re.compile(r"要請|要求|求め|促し|促す|勧め|勧告|呼び[かけ掛]|訴え|提言")
_TALKS = re.compile(r"協議|会談|交渉|関係|対話|合意|同盟|演習")


class RecommendationCoder:
    """Finds the recommendations in the sentences of a document."""

    def __call__(self, told: tuple[Scene, ...], issues: Issues) -> tuple[Recommendation, ...]:
        advisers = Advisers()
        return tuple(found for scene in told if scene.block.kind in ("paragraph", "item", "row", "heading")
                     for found in self._sentence(scene, issues, advisers.of(scene)))

    def _sentence(self, scene: Scene, issues: Issues, adviser: str | None) -> Iterator[Recommendation]:
        words = scene.words(scene.sentence.start, scene.sentence.end)
        found = list(_DUTY.finditer(words))
        if adviser is not None:
            yield self._coded(scene, issues, adviser)
            return
        if not found or not _closes(words, found[-1].end()) or _within_quote(words, found[-1].start()):
            return
        if _NONE.search(words[-30:]) or _NONE.search(words, max(0, found[-1].start() - 8), found[-1].end() + 4):
            return
        yield self._coded(scene, issues, reported(scene, scene.sentence.start + found[-1].start()))

    def _coded(self, scene: Scene, issues: Issues, who: str | None) -> Recommendation:
        passage = whole(scene)
        issue = next(iter(issues.of(passage.words)), None)
        return Recommendation(scene.document.name, who, _addressee(scene), passage.text, issue, passage.spans, passage.actors)


def _closes(words: str, at: int) -> bool:
    """Whether a duty that ends at `at` is what the sentence says, not something it mentions: it ends it or a part of it."""
    return len(words) - at <= 26 or bool(re.match(r"(?:い|る)?(?:が|ものの|し)?、|。", words[at:]))


def _within_quote(words: str, at: int) -> bool:
    """Whether the duty stands inside a quotation: what somebody else is quoted to demand."""
    return words.count("「", 0, at) > words.count("」", 0, at)


def _addressee(scene: Scene) -> tuple[str, ...]:
    """Of whom it is asked: the subject that is an actor (日本は…すべき, 国際社会としては…), else nobody."""
    last = closing(scene)
    if last and _ASKING.search(scene.text[last.start : last.end]):
        asked = [code for phrase in last.phrases if phrase.case in ("に", "に対し", "に対して") for actor in scene.actors_in(phrase.start, phrase.end)
                 if actor.kind != "place" and heads_phrase(scene, actor, phrase) for code in (actor.counts_as,)]
        if asked:
            return tuple(dict.fromkeys(asked))
    for clause in scene.clauses:
        for phrase in (*((clause.topic,) if clause.topic else ()), *clause.phrases):
            if phrase.case in ("は", "が", "も", "として", "で", "としては"):
                found = [actor for actor in scene.actors_in(phrase.start, phrase.end)
                         if actor.kind != "place" and (
                             heads_phrase(scene, actor, phrase) or (actor.rule == "compound" and phrase.end - actor.end <= 4
                                                                      and not _TALKS.search(scene.text[actor.end : phrase.end])))]
                codes = tuple(dict.fromkeys(actor.counts_as for actor in found))
                if codes:
                    return codes
    return ()


def advice(passage: Passage) -> bool:
    """Whether a stretch recommends."""
    return bool(_DUTY.search(passage.words)) and not _NONE.search(passage.words[-30:])
