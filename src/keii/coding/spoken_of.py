"""Who is meant by a subject that names nobody: 先方は, 主席は, 両首脳は."""

import re
from dataclasses import dataclass, field

from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase
from keii.values.mention import ActorMention

OTHER_SIDE = "the other side, as home speaks of it"
BEARER = "who bore the title before"
_OTHER = frozenset(("先方", "先方側", "先様", "向こう", "向こう側", "向こうさん", "相手側", "相手方", "相手国", "相手政府", "先方政府"))
_OTHER_OF = ("先方の", "相手方の", "相手側の", "向こう側の", "先方代表", "先方担当")
_TITLES = (
    r"(?:元|前|副)?(?:主席|委員長|総書記|書記長|書記|大統領|首相|総理大臣|総理|外相|国防相|長官|大使|公使|次官補|次官|特使|局長|審議官|代表|議長"
    r"|総裁|党首|国王|部長|次長|報道官)")
_BORNE = re.compile(_TITLES + r"(?=[はがもにとをのへ、。」]|から|$)")
_BODY = re.compile("理事会|事務局|執行理事会|総会|特別委員会")
_HE = frozenset(("彼", "彼女", "同人", "本人"))
_OFFICE = r"(?:[^、。はがをにと]{0,10}?)"
_LEADS = re.compile(_OFFICE + "[はが]")
_TELLS = re.compile(_OFFICE + r"(?:の(?:回顧|回想|証言|手記|述懐|話|説明)[録談]?)?(?:に(?:よると|よれば)|では)|" + _OFFICE + "[はが]")
_CASES = ("は", "が", "も")
_OFFICIAL = re.compile(rf"(?:[^、。はがをにとの]{{0,10}}の)?(?P<name>[一-龯々]{{1,3}}[一-龯々ァ-ヴー・]{{1,12}}|[ァ-ヴー・]{{3,16}})"
                       rf"(?:[（(][^（）()]{{1,30}}[）)])?(?P<title>[^、。はがをにとの（）()]{{0,8}}{_TITLES}|氏)[はが]")
_SURNAMED = re.compile(rf"(?P<name>[一-龯々]{{1,3}}|[ァ-ヴー]{{2,8}})(?P<title>氏|さん|{_TITLES})")
_REMEMBERED = 40  # persons


@dataclass
class Titles:
    """The persons of a document by the title they were last named with."""

    _held: dict[str, ActorMention] = field(default_factory=dict)
    _last: ActorMention | None = None
    _named: list[tuple[str, ActorMention]] = field(default_factory=list)

    @classmethod
    def of(cls, told: tuple[Scene, ...]) -> "Titles":
        """With the bodies that a document names of one organisation alone (KEDO|理事会), by their bare word."""
        bodies: dict[str, dict[str, ActorMention]] = {}
        for scene in told:
            for actor in scene.actors:
                if actor.kind not in ("state", "person", "place") and (named := _BODY.match(scene.text, actor.end)):
                    bodies.setdefault(named[0], {}).setdefault(actor.counts_as, actor)
        return cls({word: next(iter(found.values())) for word, found in bodies.items() if len(found) == 1})

    def hear(self, scene: Scene) -> None:
        """Note the titles that a sentence gives to persons: 金日成|主席, カーター元大統領."""
        for actor in scene.actors:
            official = actor.kind != "person" and _OFFICIAL.match(scene.text, actor.end, scene.sentence.end)
            if actor.kind == "person" or official:
                words = official["name"] + official["title"] if official else scene.text[actor.start : actor.end + 8]
                self._named = [(words, actor), *self._named[: _REMEMBERED - 1]]
            if actor.kind == "person":
                if _LEADS.match(scene.text, actor.end):
                    self._last = actor
                named = _BORNE.search(scene.text, actor.start, min(actor.end + 6, scene.sentence.end))
                if named is not None:
                    self._held[named[0]] = self._held[named[0].removeprefix("元").removeprefix("前")] = actor

    def bearer(self, scene: Scene, clause: Clause) -> ActorMention | None:
        """The person that the bare title of a clause's subject means; None where it is none or nobody bore it."""
        for phrase in (*clause.phrases, *((clause.topic,) if clause.topic is not None else ())):
            if phrase.case in _CASES and scene.phrase_words(phrase) in _HE:
                here = [actor for actor in scene.actors_in(scene.sentence.start, phrase.start)
                        if actor.kind == "person" and _TELLS.match(scene.text, actor.end)]
                return here[-1] if here else self._last  # 林院長の回顧によれば、彼は
            if phrase.case in _CASES and not scene.actors_in(phrase.start, phrase.end) \
                    and (found := self._held.get(scene.phrase_words(phrase))):
                return found
            if phrase.case in _CASES and (surnamed := _SURNAMED.fullmatch(scene.phrase_words(phrase))) \
                    and not scene.actors_in(phrase.start, phrase.end):
                return next((actor for words, actor in self._named if words.startswith(surnamed["name"])
                             and (surnamed["title"] in ("氏", "さん") or surnamed["title"] in words)), None)
        return None


def points_away(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase means the other side without a name: 先方は, 先方の代表は, 向こう側から."""
    words = scene.phrase_words(phrase)
    return words in _OTHER or (words.startswith(_OTHER_OF) and not scene.actors_in(phrase.start, phrase.end))


def other_side(scene: Scene, clause: Clause, between: tuple[ActorMention, ...], home: str | None) -> ActorMention | None:
    """Who is 先方: of two sides the one that is not `home`; None where nobody is spoken of so or the sides are not known."""
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None else clause.phrases
    if home is None or not any(phrase.case in (*_CASES, "から") and points_away(scene, phrase) for phrase in phrases):
        return None
    others = [actor for actor in between if actor.counts_as != home]
    return others[0] if len(others) == 1 and len(between) == 2 else None
