"""Who acts where the clause does not say so: the subject of a clause within, of the clause before, of the discourse."""

import re
from dataclasses import replace

from keii.coding import own_subject, sides
from keii.coding.act import Act
from keii.coding.discourse import Discourse
from keii.coding.heads import heads_phrase, of_phrase, stranger
from keii.coding.keys import keys
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.coding.spoken_of import BEARER, OTHER_SIDE, other_side, points_away
from keii.values.clause import Clause
from keii.values.mention import ActorMention

BY_FIELD = "the only one to do so in the field of the codebook"
_NUMBERED = re.compile(r"決議(?:第)?\s?(?:\d{4}|[〇一二三四五六七八九]{4})|^(?:第)?(?:\d{4}|[〇一二三四五六七八九]{4})号$")
_LEADING = frozenset(("率いる", "ひきいる", "団長とする"))
_UNDERGONE = frozenset(("ASSAULT", "RETREAT"))  # told in the passive without a doer as often as with one

_SUFFERED = frozenset(("ASSAULT", "COERCE", "ACCUSE", "SANCTION", "RETREAT"))  # in the passive, their subject is done to


def complete(scene: Scene, position: int, act: Act, role: Roles, before: Roles | None, discourse: Discourse) -> None:
    """Fill the roles of the clause at `position` from what stands around it; `before` are those of the clause before."""
    if not role.initiator and not role.befallen:
        _modified(scene, scene.clauses[position], role)
        _clefted(scene, position, role)
    _in_resolution(scene, scene.clauses[position], act, role)
    if not role.initiator and not role.befallen and not role.received:
        _within(scene, position, act, role)
    sides.the_two(scene, role, discourse.talks)
    sides.complete(scene, scene.clauses[position], act, role, discourse.talks, discourse.between())
    if (not role.initiator or _with_somebody(role)) and not role.befallen and not role.received:
        _meant(scene, scene.clauses[position], role, discourse)
    opening = _bracketed(scene, scene.clauses[position])
    if opening is not None and not role.initiator:
        for actor in scene.actors:
            if actor.end == opening and actor.kind != "place" and actor.counts_as not in role.target:
                role.add("initiator", actor, "what the brackets stand behind")
    elif not stranger(scene, scene.clauses[position]):
        _unspoken(scene, scene.clauses[position], role, act, before, discourse)
    sides.joined(scene.clauses[position], act, role, scene, discourse.talks, discourse.between())
    resolution(scene, act, role)
    if act.predicate.action == "DOMESTIC" and not role.initiator:
        role.initiator, role.target = role.target, []  # 朴大統領の罷免が決定された: what befalls one's own is done at home


def _meant(scene: Scene, clause: Clause, role: Roles, discourse: Discourse) -> None:
    """先方は, 主席は: a subject that names nobody and yet says who is meant."""
    meant = next((found for sides in (discourse.between(), discourse.talks.usual, discourse.talks.opposite)
                  if (found := other_side(scene, clause, sides, discourse.home))), None)
    for actor, rule in ((meant, OTHER_SIDE), (discourse.titles.bearer(scene, clause), BEARER)):
        if actor is not None:
            role.target[:] = [code for code in role.target if code != actor.counts_as]
            role.add("initiator", actor, rule)
            return


_HOSTING = frozenset("招く 迎える 出迎える 招待 招請 呼ぶ 歓迎 招聘 もてなす 歓待".split())


def _by_agent(clause: Clause, role: Roles) -> bool:
    """委員長に出迎えられた: whether who does it is said of a clause in the passive."""
    return "passive" in clause.traits and any(rule.startswith("agent") for _, _, rule in role.grounds)


def _hosted(scene: Scene, clause: Clause, role: Roles) -> bool:
    """平壌に招かれた: whether somebody was received as a guest, by the state whose place it names, if any; by nobody spoken of before."""
    if "passive" not in clause.traits or clause.lemma not in _HOSTING or not role.target:
        return False
    for phrase in clause.phrases:
        for actor in scene.actors_in(phrase.start, phrase.end) if phrase.case in ("に", "へ") else ():
            if actor.kind in ("place", "state") and actor.counts_as not in role.target:
                role.add("initiator", actor, "whose guest it is")
    return True


def _points_away(scene: Scene, clause: Clause) -> bool:
    """Whether 先方 acts, whoever that is: nobody who was spoken of before stands in for it."""
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None else clause.phrases
    return any(phrase.case in ("は", "が", "も") and points_away(scene, phrase) for phrase in phrases)


def _with_somebody(role: Roles) -> bool:
    """主席はカーター元大統領と会談した: whether all that is known is with whom."""
    rules = [rule for group, _, rule in role.grounds if group == "initiator"]
    return all(rule.startswith("partner") for rule in rules)


def _bracketed(scene: Scene, clause: Clause) -> int | None:
    """Where the bracket opens that a whole clause stands in: KEDO（2003年に中断した）; None where it stands in none."""
    opening = max(scene.text.rfind(sign, scene.sentence.start, clause.start + 1) for sign in "（(")
    within = opening >= 0 and not re.search(r"[）)]", scene.text[opening : clause.start])
    return opening if within else None


def _modified(scene: Scene, clause: Clause, role: Roles) -> None:
    """10月に訪朝した|ポンペオ国務長官, 北朝鮮に拘束された|米国人: whom a clause modifies is its subject where it has none."""
    clause = _led(scene, clause)
    if clause.link != "relative" or clause.noun is None or any(phrase.case in ("が", "は", "も") for phrase in clause.phrases):
        return
    for actor in scene.actors_in(clause.noun.start, clause.noun.end):
        if actor.kind != "place" and actor.counts_as not in role.target and heads_phrase(scene, actor, clause.noun):
            role.add("target" if "passive" in clause.traits else "initiator", actor, "whom the clause modifies")


def _led(scene: Scene, clause: Clause) -> Clause:
    """北京を訪れ、|会談した|首相: the clause that modifies whom the clauses before it tell of too, where they have no subject."""
    for later in scene.clauses[scene.clauses.index(clause) + 1 :] if clause.link == "coordinate" and clause in scene.clauses else ():
        if clause.topic is not None or any(phrase.case in ("が", "は", "も") for phrase in (*clause.phrases, *later.phrases)):
            break
        if later.link == "relative":
            return replace(clause, link="relative", noun=later.noun)
        if later.link != "coordinate":
            break
    return clause


def _clefted(scene: Scene, position: int, role: Roles) -> None:
    """上海で向き合ったのは、朴智元長官と宋浩景副委員長であった: who is named as having done it is its subject."""
    clause = scene.clauses[position]
    if role.initiator or clause.link != "quote" or not scene.text.startswith("のは", clause.end):
        return
    named = next((later for later in scene.clauses[position + 1 :] if later.form == "noun"), None)
    if named is not None and not scene.times_in(clause.end, named.end):
        for actor in scene.actors_in(clause.end, named.end):
            if actor.kind != "place" and actor.counts_as not in role.target:
                role.add("target" if "passive" in clause.traits else "initiator", actor, "the predicate of のは…だ")


def _within(scene: Scene, position: int, act: Act, role: Roles) -> None:
    """Who acts may stand in a clause within: 北朝鮮が発射したミサイルが落下した; 北朝鮮が実験を行ったと発表."""
    clause = scene.clauses[position]
    for inner in scene.clauses[max(0, position - 2) : position]:
        modifies = inner.link == "relative" and inner.noun is not None \
            and (act.predicate.action in ("TEST", "MOBILIZE", "ASSAULT") or inner.lemma in _LEADING) \
            and any(phrase.start <= inner.noun.start < phrase.end and phrase.case in ("が", "は") for phrase in clause.phrases)
        quoted = inner.link == "quote" and clause.link == "nominal" and not clause.phrases[1:]
        if not (modifies or quoted or _shares(scene, inner, clause)):
            continue
        for phrase in inner.phrases:
            if phrase.case in ("が", "は", "、") or (phrase.case in ("", "の") and inner.lemma in _LEADING):
                for actor in of_phrase(scene, phrase):
                    if actor.kind != "place" and heads_phrase(scene, actor, phrase):
                        role.add("initiator", actor, "subject of the clause within")


_MOVING = frozenset("""
    駆け込む 逃げ込む 逃げる 逃れる 入る 立ち入る 侵入 入国 入境 越える 越境 渡る 脱出 亡命 訪れる 訪問 来る 来日
    訪朝 滞在 潜入 泳ぎ着く
""".split())


def _shares(scene: Scene, inner: Clause, clause: Clause) -> bool:
    """国連の委員会が人道に対する罪と認める報告書を公表した, 安保理が議題に加えることを決定した: a が that stands before an embedded
    predicate in the present is the subject of what follows too, where that has none of its own."""
    noun = inner.noun
    if inner.lemma in _MOVING and inner.link == "relative" and noun is not None and "passive" not in clause.traits and clause.topic is None \
            and scene.actors_in(noun.start, noun.end):
        return not any(phrase.case in ("は", "が", "も") for phrase in clause.phrases)  # 警官が|総領事館に逃げ込んだ住民を|取り押さえた
    if "past" in inner.traits or "passive" in clause.traits or clause.topic is not None:
        return False
    if noun is None and inner.link == "quote" and scene.text.startswith("と", inner.end):
        return not any(phrase.case in ("が", "は", "も") for phrase in clause.phrases)
    return noun is not None and not any(phrase.case in ("が", "は", "も") for phrase in clause.phrases) \
        and any(phrase.start <= noun.start <= phrase.end and phrase.case in ("を", "に", "で") for phrase in clause.phrases)


def _unspoken(scene: Scene, clause: Clause, role: Roles, act: Act, before: Roles | None, discourse: Discourse) -> None:
    """An unspoken subject: that of the clause before, or whom the last sentence spoke of."""
    if role.initiator and not _only_partners(clause, role, act):
        if act.predicate.mutual and len(role.initiator) == 1 and before is not None and not role.others and not _by_agent(clause, role):
            role.initiator[:0] = [code for code in _leading(before) if code not in role.initiator]
        elif _met_by_nobody(scene, clause, role, act) and before is None:
            met = [actor for actor in discourse.carried(scene) if actor.counts_as not in role.actors]
            if len(met) == 1 and own_subject.leaves_room(scene, clause, act):
                role.add("initiator", met[0], "carried on from the sentence before")
                role.carried = True
        _partnered(clause, role, act, discourse)
        return
    if role.befallen or (role.received and role.target) or _points_away(scene, clause) or _hosted(scene, clause, role):
        return
    if act.predicate.action in _UNDERGONE and role.target and act.predicate.form != "noun":
        return
    if act.predicate.action == "TEST" and "passive" in clause.traits:
        return  # 7月にも発射された: whose it was is no matter of whom the sentence before spoke of
    suffers = "passive" in clause.traits and act.noun is None and act.predicate.action in _SUFFERED and not role.target
    group = "target" if role.received or suffers else "initiator"
    if before is not None and before.initiator:
        role.take(group, before, "carried on from the clause before")
        role.carried = True
    else:
        _from_before(scene, clause, role, act, discourse, group)
    _partnered(clause, role, act, discourse)
    if act.predicate.mutual and role.target:
        role.initiator.extend(code for code in role.target if code not in role.initiator)
        role.target.clear()


def _met_by_nobody(scene: Scene, clause: Clause, role: Roles, act: Act) -> bool:
    """25日にはプーチン大統領と会談し: whether a meeting names only with whom, and nobody leads its clause."""
    phrases = (*clause.phrases, clause.topic) if clause.topic is not None else clause.phrases
    return act.predicate.mutual and len(role.actors) == 1 and _with_somebody(role) \
        and not any(phrase.case in ("は", "が", "も") for phrase in phrases)


def _leading(before: Roles) -> list[str]:
    """Who did what the clause before tells, save with whom: プーチン大統領と会談し、習主席を迎えた is of who met both."""
    partners = {actor.counts_as for group, actor, rule in before.grounds if group == "initiator" and rule.startswith("partner")}
    return [code for code in before.initiator if code not in partners] or before.initiator


def _from_before(scene: Scene, clause: Clause, role: Roles, act: Act, discourse: Discourse, group: str) -> None:
    """Give an unspoken subject who speaks, who says it, or whom the last sentence spoke of."""
    if discourse.speaker and _HUMBLE.search(discourse.closing):
        _take(role, group, discourse.speaker, "who speaks in the minutes")
    elif discourse.between() and _stands_for_itself(scene, clause, act):
        _take(role, "others" if act.predicate.weight < 0 else group, discourse.between(), "the other side of what was told before")
    elif (saying := own_subject.saying(scene, clause)) is not None:
        for actor in own_subject.sayers(scene, saying) if "past" not in clause.traits else ():
            if actor.counts_as not in role.target:
                role.add(group, actor, "subject of the clause that says it")
    elif (spoken := discourse.carried(scene)) and own_subject.leaves_room(scene, clause, act) \
            and not (group == "target" and own_subject.of(scene, clause) is not None) \
            and not (act.predicate.action == "TEST" and discourse.no_tester(spoken)):
        _take(role, group, spoken, "carried on from the sentence before")
        role.carried = True
    elif "polite" in clause.traits:
        _take(role, group, discourse.speaker, "who speaks in the minutes")


def _stands_for_itself(scene: Scene, clause: Clause, act: Act) -> bool:
    """着工がずれ込んだ, 移管が完了した: what a clause tells of is named in it and is nobody that was spoken of."""
    if act.predicate.action == "AGREE" and any(phrase.case in ("は", "が") and _PAPER.search(scene.phrase_words(phrase))
                                               for phrase in clause.phrases):
        return True  # 共同声明がまとまった: those between whom it is
    shared = act.predicate.action in ("COOPERATE", "RETREAT", "CONCEDE") or (act.predicate.action == "DOMESTIC" and act.predicate.weight < 0)
    return shared and "passive" not in clause.traits \
        and clause.form in ("sahen", "verb") and any(phrase.case in ("が", "は") for phrase in clause.phrases)


def _only_partners(clause: Clause, role: Roles, act: Act) -> bool:
    """南朝鮮と連合訓練を繰り広げた: with whom it is done is told, who does it is not."""
    rules = [rule for group, _, rule in role.grounds if group == "initiator"]
    return not act.predicate.mutual and bool(rules) and all(rule.startswith("partner") for rule in rules) \
        and not any(phrase.case in ("は", "が", "も") for phrase in clause.phrases)


_PAPER = re.compile(r"(?:声明|合意|合意書|宣言|条約|協定|コミュニケ|議定書|覚書)[」』]?$")
_HUMBLE = re.compile(r"(?:[てで]おり|いたし|致し|まいり|参り|申し上げ|存じ)(?:ます|まし)|ところで(?:ござい|あり)ます")  # of what one does oneself


def _take(role: Roles, group: str, actors: tuple[ActorMention, ...], rule: str) -> None:
    if group == "initiator":
        role.part(actor.counts_as for actor in actors)
    for actor in actors:
        if actor.counts_as not in role.target:
            role.add(group, actor, rule)


def _partnered(clause: Clause, role: Roles, act: Act, discourse: Discourse) -> None:
    """A joint act of one: the other is who stood opposite in what was told before."""
    alone = act.predicate.mutual and act.predicate.form != "verb" and len(role.actors) == 1 == len(role.initiator)
    if alone and role.initiator[0] != "SIX" and not any(phrase.case in ("と", "に", "を") for phrase in clause.phrases
                                                        if act.noun is None or not phrase.start <= act.noun[0] < phrase.end):
        for actor in discourse.counterpart(role.initiator[0]):
            role.add("initiator", actor, "the other side of what was told before")


def anybody(scene: Scene, extent: tuple[int, int], role: Roles, sides: list[ActorMention], discourse: Discourse, *, mutual: bool) -> None:
    """Who takes part in what names nobody: the states that a compound of the sentence joins (米朝協議を経て、合意が成立した),
    the `sides` of its matter, whoever else it names, else the two sides of what was told before."""
    here = [actor for actor in scene.actors_in(scene.sentence.start, extent[1]) if actor.kind != "place"]
    joint = [actor for actor in here if actor.rule == "compound"]
    before = "the other side of what was told before"
    for actors, rule, group in ((joint, "named in the passage", "initiator"), (sides, "the other side of the matter", "initiator"),
                                (here[-1:], "named in the passage", "initiator"),
                                (discourse.between(), before, "initiator" if mutual else "others")):  # which of them did it is not said
        if not role.actors:
            for actor in actors:
                role.add(group, actor, rule)


def struck(sides: list[ActorMention]) -> Roles:
    """「天安」沈没, 延坪島砲撃: what is known by its name was done by the second side of its matter to the first, whoever is spoken of."""
    role = Roles()
    role.add("initiator", sides[-1], "the other side of the matter")
    role.add("target", sides[0], "the other side of the matter")
    return role


def by_field(scene: Scene, extent: tuple[int, int], role: Roles, code: str | None) -> None:
    """拘束された, 連れ去られた: what somebody underwent and nobody is said to have done, done by `code`, who does so in the field."""
    if code is not None and not role.initiator and code not in role.actors:
        span = scene.document.spans(scene.index, *extent)[0]
        role.add("initiator", ActorMention(span, scene.index, *extent, code, code, "state", "matter"), BY_FIELD)


def parties(role: Roles, sides: list[ActorMention], discourse: Discourse) -> None:
    """Between whom a joint act is that names nobody: the `sides` of its matter, else of what was told before."""
    for actor in sides:
        role.add("initiator", actor, "the other side of the matter")
    for actor in () if role.actors else discourse.between():
        role.add("initiator", actor, "the other side of what was told before")


def all_take_part(role: Roles, scene: Scene, clause: Clause, discourse: Discourse) -> Roles:
    """Nobody in particular broke it off: those it was between stand in it together, also who is not named with it."""
    found = sides.broken_off(scene, clause, discourse.talks, discourse.between()) if len(role.actors) == 1 else ()
    if role.actors and role.actors[0] in {actor.counts_as for actor in found}:
        for actor in found:
            role.add("initiator", actor, sides.LAST_NAMED)
    role.initiator[:] = role.actors
    role.target.clear()
    return role


_FOLLOWING = re.compile(r"決議[^、。]{0,14}(?:を(?:履行|実施|受け|踏まえ)|の(?:履行|実施)|に(?:基づ|従|沿|伴))")


_RESOLVED = re.compile(r"決議(?:第)?\s?(?:\d{4}|[〇一二三四五六七八九]{4})(?:号)?(?:[（(][^（）()]*[）)])?$")
_RESOLVING = frozenset(("STATE", "REQUEST", "SUPPORT", "ACCUSE", "SANCTION", "THREATEN"))


def _in_resolution(scene: Scene, clause: Clause, act: Act, role: Roles) -> None:
    """決議2321では初めて人権問題に言及した: what is said in a resolution of the Security Council it says."""
    if role.initiator or act.predicate.action not in _RESOLVING or "passive" in clause.traits \
            or any(phrase.case in ("が", "も") for phrase in clause.phrases):
        return
    for phrase in clause.phrases:
        if phrase.case in ("で", "において", "によって") and _RESOLVED.search(scene.phrase_words(phrase)):
            span = scene.document.spans(scene.index, phrase.start, phrase.end)[0]
            role.target[:] = [code for code in role.target if code != "UNSC"]
            role.add("initiator", ActorMention(span, scene.index, phrase.start, phrase.end, "UNSC", "UNSC", "body", "resolution"), "body で")
            return


def _sentence(scene: Scene) -> tuple[int, int]:
    return scene.sentence.start, scene.sentence.end


def resolution(scene: Scene, act: Act, role: Roles) -> None:
    """A sanctions resolution is the Security Council's even where the sentence does not say so."""
    numbered = act.noun is not None and bool(_NUMBERED.search(scene.words(*act.noun)))
    if act.predicate.action == "SANCTION" and (numbered or (not role.initiator and not _FOLLOWING.search(scene.text, *_sentence(scene)))) \
            and any(key.startswith("決議") for key in keys(scene.words(scene.sentence.start, scene.sentence.end))):
        role.initiator[:] = ["UNSC"]
        role.target[:] = [code for code in role.target if code != "UNSC"]
