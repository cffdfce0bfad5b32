"""Who takes part: the sides of a claim against those of one telling.

A leader, ministry or party acts for its state, two ministries of one state are two; a side that only marks out a thing
(日本のEEZ, 安保理決議案) is none; 首脳 are those of the states that stand before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from keii.values.event import Event
from keii.verifying import naming, relations, sharing, standing
from keii.verifying.facets import Actor, Facets
from keii.verifying.lexicon import words
from keii.verifying.pages import Ground
from keii.verifying.seen import Leads, Seen
from keii.verifying.telling import Telling

VAGUE = frozenset({"anaphor", "carried"})
"""How actors are read that only the text around tells apart: 同国, 両首脳."""
_BETWEEN = re.compile("との間で")
_SUMMIT = re.compile("首脳")
_TAIL = 3
_NOUN = 5  # code points between a state and the noun it marks out: 日本の最初の核実験
_TITLE = re.compile("首相|総理|総書記|大統領|国家主席|主席|委員長|国務委員長")
_STATE = re.compile("[A-Z]{3}")
_OF = re.compile("側?(?:の|人|産|への|からの|に対する)?(?:[一-龥]{1,3}の)?")
_AGENCY = re.compile("(?:省|庁|会|[参衆]?議?院|隊|軍|総局|公社)$")
"""How the name of a body of a state ends."""
_ARMY = re.compile("(?<![陸海空])軍$")
_TITLES = "委員長|議長|会長|局長|部長|次官|大臣|長官|書記|報道官|代表|副部長|副委員長|局次長|課長|総裁|理事長|団長"
_TITLED = re.compile(f"の?(?:[一-龥ァ-ヶ]{{2,5}})?(?P<title>{_TITLES})")
_BODY = re.compile(f"(?P<body>[一-龥ァ-ヶA-Z]{{2,12}}(?:委員会|省|庁|部|局|会|社|党|軍|院))の?(?:[一-龥ァ-ヶ]{{2,5}})?(?P<title>{_TITLES})")
CONDITION = re.compile("[がの](?![たる])[^。、]{1,20}?(?:れば|えば|けば|せば|てば|めば|げば|べば|ねば|たら|なら)")
"""What follows one who is only the subject of a condition: 米国が相応の措置をとれば."""
_NO_SIDE = re.compile("時間(?!に|を)|[･・][一-龥ァ-ヶ]{2,}(?:ニュース|通信|新聞|放送|テレビ|社)|[語人製籍]")
"""What follows a state that is no side: 韓国時間, 韓国･聯合ニュース."""
_SURNAME = re.compile("[一-龥]{1,2}(?:氏|さん|ちゃん|容疑者|被告|教授|大使|知事|議員|"
                      "委員長|総書記|大統領|首相|外相|長官|国防相|部長|副部長|次官|局長|国家主席|主席|総理|党委員長|国務委員長)")
"""A person by surname and title, which others of the name can bear (金氏)."""


def actors(claim: Facets, ground: Ground, telling: Telling, leads: Leads, act: Event | None = None) -> Iterable[Seen]:
    """What became of each side of the claim; `act` is the coded act of the passage that is the claim's main one."""
    side = _Sides(claim, ground, telling, act)
    for actor in claim.doers:
        if not locates(claim, actor):
            seen = side.seen(actor, leads)
            if seen.state == "differ" and standing.aside(claim, actor):
                seen = replace(seen, state="silent")
            yield replace(seen, about="setting") if seen.state != "agree" and claim.in_setting(actor.start, actor.end) else seen


class _Sides:
    """The sides of a telling: `told` in its own words, `codes` of all that its sentence or its events name."""

    def __init__(self, claim: Facets, ground: Ground, telling: Telling, act: Event | None) -> None:
        facets = ground.facets
        self.claim, self.ground, self.telling = claim, ground, telling
        sides = [actor for actor in facets.doers if not locates(facets, actor)]
        self.told = [actor for actor in sides if telling.holds(actor.start, actor.end) and actor.rule not in VAGUE and not is_self(ground, actor)]
        here = [actor for actor in sides if telling.near(actor.start, actor.end) or telling.holds(actor.start, actor.end)]
        theirs = [one for one in facets.subjects if not any(facets.embedded(one, term) for term in facets.terms if term.verbal)]
        back = ground.context if sharing.points_back(claim, facets) else ground.context[:1] if not theirs else ()
        here += [actor for before in back for actor in before.doers if not locates(before, actor)]
        self.coded = {code for event in ground.events if dated(event, telling) for code in event.actors}
        before = set(ground.coded_before) if not theirs and not telling.stated else set[str]()
        self.codes = {actor.code for actor in here} | self.coded | before
        self.ids = {actor.id for actor in here}
        self.acting = {*act.actors, *act.initiator, *act.target} if act else set[str]()
        main = [actor for actor in self.told if not facets.in_setting(actor.start, actor.end)]
        self.held = ({actor.code for actor in main} if main and facets.times else self.codes) | {one.code for one in self.told}
        self.around = self.codes | {one.code for near in (facets, *ground.context, *ground.following) for one in near.actors}
        self.own = {actor.id for actor in claim.doers}
        self.own_codes = {actor.code for actor in claim.doers}
        self.strange = [one for one in main if one.code not in self.own_codes and not facets.attributive(one)
                        and not CONDITION.match(facets.text, one.end) and not _NO_SIDE.match(facets.text, one.end)]
        self.day = telling.when.earliest if telling.when else None

    def seen(self, actor: Actor, leads: Leads) -> Seen:
        if marked := self._marks_instead(actor):
            return Seen("actor", "differ", marked)
        if others := relations.with_others(self.claim, actor, self.ground, self.telling):
            return Seen("actor", "differ", others, "partner")
        if self._is_mark(actor):
            return self._attribute(actor)
        if self._known(actor):
            return Seen("actor", "agree", actor.text, "apart")
        if actor.code not in self.held and (rivals := self._rivals(actor)):
            return self._instead(actor, rivals)
        if opposite := self._opposite(actor) or self._in_its_place(actor):
            return Seen("actor", "differ", opposite.text, "partner")
        if self._only_marks(actor):
            return Seen("actor", "silent")
        if body := self._body(actor):
            return Seen("actor", "differ", body.text)
        return self._named(actor) if actor.id in self.ids or (actor.kind != "person" and actor.code in self.codes) else self._absent(actor, leads)

    def _named(self, actor: Actor) -> Seen:
        """A side that the telling names, or that is coded in it; one that only stands around it where another's act is coded is open."""
        own = any(one.code == actor.code for one in self.told) or actor.code in self.coded
        if not own and self.coded and actor in self.claim.subjects and actor.code != self.ground.whose:
            return Seen("actor", "silent")  # the act is coded, and as none of its own
        return Seen("actor", "agree", actor.text, "" if own else "apart")

    def _absent(self, actor: Actor, leads: Leads) -> Seen:
        """What became of a side that the telling does not name."""
        if actor.kind == "person":
            return self._person(actor, leads)
        if other := self._partner(actor, self.told):
            return Seen("actor", "differ", other.text)
        if actor in self.claim.subjects and self._joint() and (others := self._coded_partner()):
            return Seen("actor", "differ", self.ground.labels.get(others, others))
        if self._understood(actor, leads):
            return Seen("actor", "agree", actor.text, "apart")
        tail = actor.text[-_TAIL:]
        short = len(actor.text) > _TAIL and tail in self.ground.facets.text and any(tail in one.text for one in self.ground.context[:1] or ())
        return Seen("actor", "agree", actor.text) if short else Seen("actor", "silent", "", self._far(actor))

    def _is_mark(self, actor: Actor) -> bool:
        """Whether a side only marks out a thing, or is the subject of what somebody says, whom the telling has not."""
        said = self.claim.main is not None and actor in self.claim.subjects and self.claim.embedded(actor, self.claim.main)
        return (self.claim.attributive(actor) and not self._listed(actor)) or (said and actor.code not in self.held)

    def _listed(self, actor: Actor) -> bool:
        """Whether a state is the last of a list of those who take part: 中国・ロシア・北朝鮮の外務次官."""
        return actor.kind == "state" and any(one.kind == "state" and one.end + 1 == actor.start and self.claim.text[one.end] in "・と、"
                                             for one in self.claim.doers)

    def _far(self, actor: Actor) -> str:
        """`far` of one who stands elsewhere in the document, and in whose place the telling has nobody."""
        if actor.kind == "person" or actor in self.claim.subjects:
            return ""  # whom a document names elsewhere is just whom a wrong claim puts here
        return "far" if not self.strange and (actor.text in self.ground.whole or actor.code in self.ground.topics) else ""

    def _instead(self, actor: Actor, rivals: list[Actor]) -> Seen:
        """What others in its place say of a side that is not there."""
        if self._partner(actor, rivals):
            return Seen("actor", "differ", rivals[0].text)
        role = standing.role(self.claim, actor)
        if same := [one for one in rivals if role and standing.role(self.ground.facets, one) == role]:
            return Seen("actor", "differ", same[0].text, "partner")
        objects = self._objects(actor, rivals)
        return Seen("actor", "differ", objects[0].text) if objects else Seen("actor", "silent", rivals[0].text)

    def _objects(self, actor: Actor, rivals: list[Actor]) -> list[Actor]:
        """Who in the telling is what the same act is done to (韓国を名指しした, 中国を名指しした)."""
        mine = standing.done_to(self.claim, actor)
        return [one for one in rivals if mine and (theirs := standing.done_to(self.ground.facets, one)) and words().alike(mine, theirs)]

    def _known(self, actor: Actor) -> bool:
        """Whether a side is there under another name, or is of the coded act itself."""
        if actor.code in self.held:
            return False
        at = self.ground.facets.text.find(actor.text)
        if actor.code.startswith("ORG:") and at >= 0 and self.telling.holds(at, at + len(actor.text)):
            return True
        if actor.kind != "person" and (actor.code in self.acting or any(naming.same(actor, one) for one in self.told)):
            return True
        low, high = self.telling.sentence
        facets = self.ground.facets
        if naming.both(facets, low, high) and self._joint() and not self.strange:
            return actor.code in self.around | self.ground.topics
        if actor.kind != "person" and actor.code != self.ground.whose and naming.other_side(facets, low, high):
            return not self.strange and actor.code in self.around | self.ground.topics
        if actor.code == self.ground.whose and actor in self.claim.subjects and not self.strange and actor.kind != "person":
            return not facets.subjects  # an unsaid subject is the one whose document it is
        if actor.code == "SIX":
            return "会合" in facets.text and actor.code in self.around
        return actor.rule == "compound" and actor not in self.claim.subjects and not self.strange and (
            actor.code in self.around | self.ground.topics)

    def _understood(self, actor: Actor, leads: Leads) -> bool:
        """Whether one to or with whom it is done needs no word in the source: it is what the whole document is about, and nobody
        else stands in that place; of persons who leads it."""
        if standing.role(self.claim, actor) is None or actor in self.claim.subjects or actor.code not in self.ground.topics | self.held:
            return False
        mine = standing.role(self.claim, actor)
        if any(standing.role(self.ground.facets, one) == mine and not self._of_others(actor, one) for one in self.strange):
            return False
        return actor.kind != "person" or (leads(actor.id, self.day) and all(
            leads(one.id, self.day) for one in self.claim.subjects if one.kind == "person" or one.rule in ("role", "office", "title")))

    def _of_others(self, actor: Actor, other: Actor) -> bool:
        """Whether what is done to another is another thing: 北朝鮮への食糧支援 beside KEDOへの協力."""
        mine, theirs = (next((term.word for term in facets.terms if term.start >= one.end and facets.text[one.end : term.start] == "への"), "")
                        for facets, one in ((self.claim, actor), (self.ground.facets, other)))
        return bool(mine) and not (theirs and words().alike(mine, theirs))

    def _attribute(self, actor: Actor) -> Seen:
        """A side that marks out a thing: here, before, or implied by it (a 決議 is of the Security Council)."""
        if rival := self._marked(actor) or self._of_another_body(actor):
            return Seen("actor", "differ", rival, "attribute")
        topics = self.ground.topics if actor.kind != "state" else frozenset[str]()  # 米国の核実験: a state is no mark of what goes unsaid
        around = self.codes | topics | {one.code for facets in self.ground.context for one in facets.actors} \
            | {one.code for one in self.ground.facets.actors}
        if actor.code not in self.held and relations.of_another(self.claim, actor, self.ground):
            return Seen("actor", "silent", actor.text, "attribute")
        implied = (actor.code in ("UNSC", "UN") and "決議" in self.ground.facets.text) or (actor.code == "UN" and "UNSC" in around)
        return Seen("actor", "agree" if actor.code in around or implied else "silent", actor.text, "attribute")

    def _of_another_body(self, actor: Actor) -> str:
        """Of which other body the telling has one of the same title: 国際貿易促進委員会の委員長 against 朝鮮赤十字会の委員長."""
        title = _TITLED.match(self.claim.text, actor.end)
        if title is None or not _AGENCY.search(actor.text) or actor.text[-_TAIL:] in self.ground.facets.text:
            return ""
        for match in _BODY.finditer(self.ground.facets.text):
            if match["title"] == title["title"] and self.telling.holds(*match.span("body")) and match["body"][-_TAIL:] not in actor.text:
                return match["body"]
        return ""

    def _marked(self, actor: Actor) -> str:
        """Whom the telling has instead before the noun that the side marks out (日本の人権状況 against 北朝鮮の人権状況)."""
        if actor.kind != "state":
            return ""
        whose = next((one for one in self.claim.doers if one.start >= actor.end and self.claim.text[actor.end : one.start] == "の"), None)
        if whose is not None and whose.kind not in ("state", "place", "company") and _STATE.fullmatch(whose.code) and whose.code != actor.code \
                and whose.rule in ("name", "titled"):
            return whose.text
        noun = next((term for term in self.claim.terms if 0 <= term.start - actor.end <= _NOUN), None)
        facets = self.ground.facets
        if noun is None or not _OF.fullmatch(self.claim.text[actor.end : noun.start]):
            return ""
        if not self.claim.subjects and noun == self.claim.main and actor.code not in self.held | self.coded and (
                theirs := [one for one in facets.subjects if self.telling.holds(one.start, one.end) and one.kind == "state"]):
            return theirs[0].text
        marking = [one for term in facets.terms if term.word == noun.word and self.telling.near(term.start, term.end)
                   for one in facets.actors if one.kind == "state" and one.end <= term.start and _OF.fullmatch(facets.text[one.end : term.start])]
        return marking[0].text if marking and actor.code not in {one.code for one in marking} else ""

    def _marks_instead(self, actor: Actor) -> str:
        """Whom the telling has before the noun that a person marks out (オバマ大統領の仲介 against 朴槿恵大統領の仲介)."""
        noun = next((term for term in self.claim.terms if actor.kind == "person" and term.start == actor.end + 1
                     and self.claim.text[actor.end] == "の"), None)
        facets = self.ground.facets
        theirs = [one for term in facets.terms if noun and words().alike(term.word, noun.word) and self.telling.near(term.start, term.end)
                  for one in facets.doers if one.end + 1 == term.start and facets.text[one.end] == "の" and one.kind == "person"]
        if not theirs or any(one.id == actor.id or naming.same(one, actor) or one.text[:1] == actor.text[:1] for one in theirs):
            return ""
        return theirs[0].text

    def _rivals(self, actor: Actor) -> list[Actor]:
        """Those in its place in the telling: of those in another role none (鄭氏から against 金氏との)."""
        role = standing.role(self.claim, actor)
        if not self.strange or role is None or actor in self.claim.subjects or self._joint():
            return self.strange
        facets = self.ground.facets
        near = actor.id in self.ids
        return [one for one in self.strange if not near or standing.role(facets, one) == role]

    def _opposite(self, actor: Actor) -> Actor | None:
        """In the place of one who is of the doer's own state (高市首相は…日本側に), whom the source has there."""
        role = standing.role(self.claim, actor)
        if role is None or actor.kind == "person" or not any(one.code == actor.code and one != actor for one in self.claim.subjects):
            return None
        like = [one for one in self.told if standing.role(self.ground.facets, one) == role]
        return like[0] if like and all(one.code != actor.code for one in like) else None

    def _in_its_place(self, actor: Actor) -> Actor | None:
        """To whom it is done in the telling, where that is another state and the claimed one stands only around it: 中国側に申し入れ."""
        role = standing.role(self.claim, actor)
        if actor.kind != "state" or role not in ("to", "from") or any(one.code == actor.code for one in self.told) or actor.code in self.acting:
            return None
        mine = next((term.word for term in self.claim.terms if term.start >= actor.end and term.verbal), "")
        facets = self.ground.facets
        for one in self.told:
            verb = next((term.word for term in facets.terms if term.start >= one.end and term.verbal), "")
            if one.kind == "state" and one.code != actor.code and standing.role(facets, one) == role and mine and verb and words().alike(mine, verb):
                return one
        return None

    def _only_marks(self, actor: Actor) -> bool:
        """Whether one to whom it is done in the claim only marks out a thing in the source (日本に対する, 日本の反対)."""
        mine = [one for one in self.told if one.code == actor.code]
        return standing.role(self.claim, actor) == "to" and bool(mine) and all(
            self.ground.facets.attributive(one) or self.ground.facets.text[one.end : one.end + 1] == "の" for one in mine)

    def _joint(self) -> bool:
        return len({one.code for one in self.claim.subjects}) >= 2 or any(one.rule == "compound" for one in self.claim.doers)

    def _partner(self, actor: Actor, told: Sequence[Actor]) -> Actor | None:
        """In a joint act (日本と中国が), whom the source has in the place of one who is claimed."""
        others = [one for one in told if one.code not in self.own_codes]
        return others[0] if self._joint() and others and self.own_codes & {one.code for one in told} | self.own_codes & self.held else None

    def _coded_partner(self) -> str | None:
        """Whom the events coded from the telling have beside a claimed side of a joint act, where a side is understood."""
        others = sorted(self.coded - self.own_codes)
        unsaid = self.ground.whose
        if not others and unsaid and unsaid not in self.own_codes and not self.ground.facets.subjects and _BETWEEN.search(self.ground.facets.text):
            return unsaid
        return others[0] if len(others) == 1 and self.coded & self.own_codes else None

    def _body(self, actor: Actor) -> Actor | None:
        """Another body of the same state and kind that acts in the source (財務省 against 国務省); an army is the whole of its staffs."""
        if _ARMY.search(actor.text):
            return None
        if _AGENCY.search(actor.text) and actor in self.claim.subjects and actor.text not in self.ground.facets.text:
            same = [one for one in self.told if one.code == actor.code and one in self.ground.facets.subjects]
            if same and all(_AGENCY.search(one.text) and one.id != actor.id and one.text not in actor.text for one in same):
                return same[0]
        if actor.id == actor.code or actor.kind not in ("ministry", "army", "media", "company") or actor.id in self.ids:
            return None
        return next((one for one in self.told if one.code == actor.code and one.kind == actor.kind and one.id != actor.id
                     and one in self.ground.facets.subjects), None)

    def _person(self, actor: Actor, leads: Leads) -> Seen:
        if naming.shortened(actor, self.ground.facets.text[slice(*self.telling.sentence)], self.ground.whole[: self.ground.hit.spans[0].start]):
            return Seen("actor", "agree", actor.text, "surname")
        if any(actor.text.endswith(one.text) and self.telling.near(one.start, one.end) and _TITLE.fullmatch(one.text)
               and one.rule in ("office", "title", "anaphor", "role", "bare") for one in self.ground.facets.doers) and leads(actor.id, self.day):
            return Seen("actor", "agree", actor.text, "surname")
        every = [one for one in self.told if one.kind == "person" and one.code == actor.code]
        persons = [one for one in every if one.id not in self.own]
        if any(_SURNAME.fullmatch(one.text) and one.text[0] == actor.text[0] for one in every) and not any(
                one.text[0] == actor.text[0] and not _SURNAME.fullmatch(one.text) for one in persons):
            return Seen("actor", "agree", actor.text, "surname")
        rivals = [one for one in persons if one.text[0] != actor.text[0] or (_full(one) and _full(actor) and not _SURNAME.fullmatch(one.text))]
        if actor in self.claim.subjects and not self._joint():
            rivals = [one for one in rivals if one in self.ground.facets.subjects or standing.role(self.ground.facets, one) is None]
        if rivals:
            return Seen("actor", "differ", rivals[0].text, "titled" if naming.same_title(rivals[0], actor) else "")
        if stranger := self._unknown(actor):
            return Seen("actor", "differ", stranger)
        if self.day and self._meets() and actor.code in self._summit():
            return Seen("actor", "agree" if leads(actor.id, self.day) else "differ", "首脳")
        states = [one for one in self.told if one.code == actor.code and one in self.ground.facets.subjects]
        if actor.text.endswith("政権") and states and self.day and not leads(actor.id, self.day):
            return Seen("actor", "differ", states[0].text)
        if other := self._partner(actor, self.told):
            return Seen("actor", "differ", other.text)
        met = self._joint() and not self.strange and bool(_SUMMIT.search(self.ground.facets.text, *self.telling.sentence))
        if met and actor.code in self.around and leads(actor.id, self.day):
            return Seen("actor", "agree", actor.text, "apart")
        if self._understood(actor, leads) or (states and (actor.rule in ("role", "office") or actor.text.endswith("政権"))):
            return Seen("actor", "agree", actor.text, "apart")
        return Seen("actor", "silent", "", self._far(actor))

    def _unknown(self, actor: Actor) -> str:
        """Who, of a name and an office that no codebook has, does in the telling what a claim says that just this person did:
        訪れたのは朴外相だった against 崔永林総理が訪れた; "" where nobody does."""
        main, facets = self.claim.main, self.ground.facets
        if main is None or self.claim.cleft is None or actor.start < self.claim.cleft[1] or actor not in self.claim.subjects:
            return ""
        for term in facets.terms:
            if not words().alike(term.word, main.word) or not self.telling.holds(term.start, term.end):
                continue
            before = [match for match in naming.OFFICIAL.finditer(facets.text, 0, term.start) if self.telling.holds(*match.span("who"))
                      and not set(facets.text[match.end() : term.start]) & set("、。が")]
            if before and not before[-1]["who"].startswith(actor.text[:1]) and actor.text[:2] not in facets.text:
                return before[-1]["who"]
        return ""

    def _meets(self) -> bool:
        """Whether the claim tells of a meeting, so that 首脳 can be who meets and not what is talked of."""
        lexicon = words()
        return any(term.deed and lexicon.alike(term.word, "会談") for term in self.claim.terms) or "首脳" in self.claim.text

    def _summit(self) -> set[str]:
        """The states whose leaders 首脳 stands for: those right before it (米朝首脳), else all of the sentence (両首脳)."""
        facets, found = self.ground.facets, set[str]()
        for match in _SUMMIT.finditer(facets.text):
            if not self.telling.holds(*match.span()):
                continue
            at, chain = match.start(), set[str]()
            for one in sorted(facets.doers, key=lambda one: -one.end):
                if one.end == at or (chain and one.end == at):
                    chain.add(one.code)
                    at = one.start
            found |= chain or (self.codes if facets.text[match.start() - 1 : match.start()] in ("両", "の", "") else self.held)
        return found


def locates(facets: Facets, actor: Actor) -> bool:
    """マレーシアのクアラルンプール, 中国で: a state that says where."""
    after = facets.text[actor.end : actor.end + 2]
    if re.search("(?:開催地|場所|会場|舞台)(?:は|が|となったのは)$", facets.text[: actor.start]):
        return True
    if actor.kind == "person":
        return False
    beside = any(_BESIDE.fullmatch(facets.text[actor.end : place.start]) for place in facets.places if place.start >= actor.end)
    return beside or re.match("で(?![あきすし])", after) is not None


_BESIDE = re.compile("[南北日米朝韓中露]{0,2}の?|・")


def dated(event: Event, telling: Telling) -> bool:
    return telling.when is None or event.when.overlaps(telling.when)


def _full(actor: Actor) -> bool:
    """Whether a person is known by name, so that two ids are two persons."""
    return actor.id != actor.code and not actor.id.startswith("ORG:")


def is_self(ground: Ground, actor: Actor) -> bool:
    """Whether it is わが国 or 政府 in a document of which nobody knows whose it is."""
    return actor.rule == "origin" and not ground.whose
