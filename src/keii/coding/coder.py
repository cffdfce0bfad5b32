"""Sentences into events: for each clause the act, its time, its actors, what became of it, who says so, and why."""

import re
from collections.abc import Iterator
from dataclasses import replace

from keii.coding import act as acts
from keii.coding import (
    carrying,
    dating,
    declaring,
    entries,
    excluded,
    extent,
    fallback,
    frames,
    heads,
    holding,
    honorific,
    in_whose_name,
    incidents,
    joining,
    light_verbs,
    media,
    nominal,
    noun_roles,
    of_itself,
    of_the_council,
    reporting,
    sides,
    summary,
    together,
    topics,
    untold,
)
from keii.coding import content as contents
from keii.coding.act import Act
from keii.coding.aiming import Aim
from keii.coding.candidate import Assembler, Candidate, Setting
from keii.coding.dating import Dated
from keii.coding.deeds import Deeds
from keii.coding.discourse import CARRIED, Discourse
from keii.coding.factuality import recommends
from keii.coding.footing import Footing
from keii.coding.lexicon import Lexicon
from keii.coding.named_parties import NamedParties
from keii.coding.nationals import Nationals
from keii.coding.roles import Roles
from keii.coding.scene import Scene, scenes
from keii.coding.status import Reading, StatusRules
from keii.coding.telling import closing_clause, stands, tells
from keii.values.clause import Clause
from keii.values.codebook import Codebook
from keii.values.document import Document
from keii.values.event import Event
from keii.values.mention import Mentions

VERSION = "2"


class Coder:
    """Codes documents by one codebook. Calling it with a document and its mentions gives the events, in order."""

    def __init__(self, codebook: Codebook) -> None:
        self.version = f"{VERSION}.{codebook.version}"
        self._lexicon = Lexicon(codebook)
        self._status = StatusRules.of(codebook.hedges)
        self._assemble = Assembler(codebook)
        self._aim = Aim(codebook)
        self._parties = NamedParties(codebook)
        self._nationals = Nationals(codebook)
        self._footing = Footing(codebook)
        self._doers = fallback.Doers(codebook)
        self._unread = Deeds(codebook, self._lexicon)

    def __call__(self, document: Document, mentions: Mentions) -> tuple[Event, ...]:
        told = tuple(topics.settled(light_verbs.joined(holding.told(incidents.told(excluded.told(self._nationals.within(scene)))), self._lexicon))
                     for scene in scenes(document, mentions))
        discourse = Discourse.of(document, told)
        discourse.entries = entries.unread(document, told, mentions.times)
        discourse.declared = declaring.days(document, mentions)
        setting = Setting(document, mentions.notes)
        found: list[Event] = []
        for scene in told:
            if scene.block.kind in ("note", "caption") and not scene.text.rstrip().endswith("。"):
                continue
            discourse.enter(scene)
            if of_itself.speaks(scene):
                continue
            found.extend(self._sentence(scene, discourse, setting))
        nobodys = [event for event in found if event.action == "TEST" and not event.initiator]
        found = [event for event in found if event not in nobodys]
        found.extend(fallback.supplied(found, [*discourse.unsaid, *nobodys], self._doers, discourse.home))
        ordered = list({(event.evidence[0].start, event.evidence[0].end, event.date, event.action, event.initiator, event.target, event.status): event
                        for event in sorted(found, key=lambda event: (event.evidence[0].start, event.evidence[0].end))}.values())
        return tuple(map(self._footing, fallback.complete(ordered, discourse.home, self._doers, self._aim.field)))

    def _sentence(self, scene: Scene, discourse: Discourse, setting: Setting) -> list[Event]:
        held: dict[int, Dated] = {}
        found: list[Event] = []
        taken: list[tuple[int, int]] = []
        spent: set[int] = set()
        advice = recommends(scene.words(scene.sentence.start, scene.sentence.end))
        before: Roles | None = None
        spoken = discourse.spoken
        unread: list[tuple[int, Act, Dated]] = []
        for position, clause in enumerate(scene.clauses):
            lent = reporting.lent(scene, position, self._lexicon)
            if lent is None and not reporting.reports(scene, position, advice=advice):
                if reporting.supposed(scene, position) and (dated := dating.resolve(scene, scene.clauses, position, held)) \
                        and (kept := dating.carries(scene, clause, dated)):
                    held[position] = kept  # 5月29日、日本が決断を下せば会えるとの談話を出した: the condition happened on no day
                continue
            act = acts.of(scene, clause, self._lexicon, reporting.reach(scene, position))
            dated = dating.resolve(scene, scene.clauses, position, held)
            if dated is not None and clause.link not in ("relative", "quote") and (kept := dating.carries(scene, clause, dated)):
                held[position] = kept
            dated = _dated(scene, clause, dated, lent, discourse)
            unread.extend(self._unread.unread(scene, position, act, dated))
            if act is None or dated is None or together.only_how(scene, position) \
                    or (not dated.own and reporting.aside(scene, clause)) or reporting.none_since(scene, clause, dated) \
                    or media.only_reports(scene, clause, dated):
                continue
            candidate = self._candidate(scene, position, act, dated, (before, discourse, spoken))
            event = self._assemble.event(candidate, setting) if candidate else None
            if candidate is None or event is None or not (event.actors or self._doers.may(event, discourse.home)):
                continue
            taken.append(act.trigger)
            spent.add(dated.time.start)
            if discourse.told_again(event, dated, scene.words(clause.start, clause.end)):
                continue  # 会談には次官が同席した: the meeting that was told already
            discourse.note(scene, act, dated)
            if not event.actors:
                discourse.unsaid.extend(joining.each_date(scene, clause, dated, event))
                continue
            discourse.parties(candidate.roles, candidate.act, dated)
            discourse.talks.note(scene, candidate.act, candidate.roles)
            joining.add(found, event, clause, joining.each_date(scene, clause, dated, event))
            before, spoken = in_whose_name.spoken_on(scene, clause, act, (candidate.roles, before, spoken))
        found.extend(self._nominals(scene, (taken, spent), discourse, setting))
        found.extend(self._deeds(scene, unread, found, (before, discourse, spoken), setting))
        if not advice:
            found.extend(self._untold(scene, found, (before, discourse, spoken), setting))
        discourse.leave(scene, held)
        return found

    def _untold(self, scene: Scene, found: list[Event], carried: tuple[Roles | None, Discourse, str | None],
                setting: Setting) -> list[Event]:
        """What stands with the dates of a sentence that nothing in `found` tells of."""
        more: list[Event] = []
        unsaid = carried[1].unsaid
        for unit in untold.units(scene, [*found, *(event for event in unsaid if not fallback.between_two(event))], self._lexicon, self._unread):
            candidate = self._named(scene, unit, carried[1]) if isinstance(unit, nominal.Named) \
                else self._candidate(scene, *unit, carried)
            event = self._assemble.event(candidate, setting) if candidate else None
            if event is not None and event.actors:
                more.append(event)
                unsaid[:] = [other for other in unsaid if other.date != event.date or not fallback.between_two(other)]
        return more

    def _deeds(self, scene: Scene, unread: list[tuple[int, Act, Dated]], found: list[Event],
               carried: tuple[Roles | None, Discourse, str | None], setting: Setting) -> Iterator[Event]:
        """The deeds in words that the codebook does not have, on the days of which the sentence tells nothing else."""
        told = {step.span for event in found for step in event.trace if step.field == "date"}
        for position, act, dated in unread:
            candidate = self._candidate(scene, position, act, dated, carried) if dated.time.span not in told else None
            event = self._assemble.event(candidate, setting) if candidate else None
            if event is not None and event.actors:
                yield event

    def _candidate(self, scene: Scene, position: int, act: Act, dated: Dated,
                   carried: tuple[Roles | None, Discourse, str | None]) -> Candidate | None:
        """The candidate of a clause; None where nothing happened or nobody can be named."""
        before, discourse, spoken = carried
        clause, act = self._meant(scene, position, act)
        since = scene.sentence.start if dated.time.start > clause.head[0] else dated.time.start
        held = clause.link == "relative" and clause.noun is not None and \
            ("passive" in clause.traits or (act.noun is not None and clause.noun.start <= act.noun[0]))
        if held:  # 2003年8月に開かれた|六者会合: what is held is no one it is done to
            clause = replace(clause, traits=clause.traits - {"passive"}, topic=None)
        role = frames.assign(scene, clause, act, since)
        if held and clause.noun is not None:
            for actor in scene.actors_in(clause.noun.start, clause.noun.end):
                role.add("initiator", actor, "part of the event noun")
        carrying.complete(scene, position, act, role, before, discourse)
        if dated.rule == declaring.RULE:
            declaring.by_oneself(scene, clause, role, discourse.home)
        act, role = _settled(scene, clause, act, role, (before, discourse))
        closing = scene.text[act.trigger[1] : extent.end(scene, position)]
        told = dated.time.when.precision in ("day", "month") and not dated.time.when.value.startswith("..") \
            and not dated.time.when.value.endswith("..")
        reading = self._status.read(clause, act.predicate, act.light, closing, told=told)
        if reading is not None and reading.status == "refused" and act.predicate.action != "REJECT":
            act = contents.refused(act)
            together.parted(role)
        start = extent.start(scene, position)
        if not self._parties.settle(scene, (start, clause.end), act, role):
            self._aim.complete(scene, (start, clause.head[0]), act, role, discourse)
        if not role.actors and dated.own and (act.predicate.action == "STATE" or act.predicate.action not in self._doers.actions):
            carrying.anybody(scene, (start, clause.end), role, self._aim.between(scene, (start, clause.end)), discourse,
                              mutual=act.predicate.mutual)
            together.turned(scene, clause, act, role)
        blamed = self._doers.blamed(scene.words(scene.sentence.start, clause.end), act.predicate.action)
        together.by_whom(scene, role, blamed)
        carrying.by_field(scene, (start, clause.end), role, blamed)
        if reading is None or (not role.actors and not self._doers.opens(act.predicate)) \
                or (act.predicate.action == "STATE" and not (role.initiator or role.target)
                    and not self._doers.at_home(scene.words(start, clause.end), "STATE")) or _of_itself(scene, clause, role):
            return None
        if dated.rule == declaring.RULE:
            reading = declaring.read(clause, reading)
        past = dated.rule == declaring.RULE or "past" in clause.traits or (clause.link == "coordinate" and "past" in closing_clause(scene).traits)
        if not dated.own and not past and clause.link == "end" and reading.status in ("realised", "ongoing"):
            meant = scene.clauses[position]
            if not (tells(scene, meant) if dated.rule == CARRIED else stands(scene, meant)):
                return None
            past, reading = True, replace(reading, status="realised")
        own = in_whose_name.subject(scene, clause, act)
        who = in_whose_name.Who() if own else in_whose_name.who(scene, clause, role, spoken, discourse.spoken)
        said = clause if "negative" not in scene.clauses[position].traits else replace(clause, traits=clause.traits | {"negative"})
        line = summary.of(scene, said, start, who.words, own=own, told=dated.time, carried=who.carried, topical=who.topical)
        return Candidate(scene, (start, clause.end), act, dated, role, reading, closing, line, past, _present(scene, clause),
                         _speaker(scene, position))

    def _meant(self, scene: Scene, position: int, act: Act) -> tuple[Clause, Act]:
        """The clause and its act as they are meant: what a statement performs, respect that is no passive, a denial denied."""
        clause = _negated_with(scene, position, scene.clauses[position])
        if content := contents.of(scene, position, act, self._lexicon):
            act = contents.apply(act, content)
        clause = honorific.plain(scene, clause, act)
        if contents.called_off(scene, clause, act):
            act = contents.calling_off(act)
        if act.predicate.word in ("否定", "否定する") and "negative" in clause.traits:
            act = contents.restated(act)
        if contents.barred(scene, clause, act):
            act, clause = contents.forbidden(act), replace(clause, traits=clause.traits - {"negative"})
        if contents.unanswered(clause, act):
            act, clause = contents.unmoved(act), replace(clause, traits=clause.traits - {"negative"})
        if (act.predicate.word in contents.UNMOVED or clause.lemma in contents.UNMOVED) and "negative" in clause.traits:
            act = contents.unmoved(act)
            clause = replace(clause, traits=clause.traits - {"negative"})
        return clause, act

    def _nominals(self, scene: Scene, done: tuple[list[tuple[int, int]], set[int]], discourse: Discourse,
                  setting: Setting) -> list[Event]:
        """The dated event nouns that no clause has told: triggers and times in `done` are told."""
        taken, spent = done
        found: list[Event] = []
        nouns = [*nominal.find(scene, self._lexicon), *nominal.occasions(scene, self._lexicon),
                 *nominal.beside(scene, discourse.line_date(scene), self._lexicon), *nominal.ordinals(scene, self._lexicon, discourse.series),
                 *nominal.again(scene, self._lexicon)]
        for named in nouns:
            act = named.act
            if any(low < act.trigger[1] and act.trigger[0] < high for low, high in taken) or \
                    (named.dated.time.start in spent and not sides.of_series(scene, named)
                     and (named.dated.rule == "modifies the noun" or _sets(scene, named))):
                continue
            candidate = self._named(scene, named, discourse) if not reporting.asked_for(scene, named.extent) else None
            event = self._assemble.event(candidate, setting) if candidate else None
            if event is not None and (event.actors or self._doers.may(event, discourse.home)):
                (found if event.actors else discourse.unsaid).append(joining.two_days(scene, named.dated, event))
                taken.append(act.trigger)
                discourse.note(scene, act, named.dated)
        return found

    def _named(self, scene: Scene, named: nominal.Named, discourse: Discourse) -> Candidate | None:
        """The candidate of a dated event noun; None where nobody can be named."""
        act = named.act
        role = noun_roles.assign(scene, named, discourse.carried(scene), sides.of_noun(scene, act, discourse.talks, discourse.between()))
        carrying.resolution(scene, act, role)
        struck = self._aim.between(scene, named.extent) if act.predicate.action == "ASSAULT" else []
        if struck and not scene.actors_in(*named.extent):
            role = carrying.struck(struck)
        if not role.actors and act.predicate.mutual:
            carrying.parties(role, self._aim.between(scene, named.extent), discourse)
        if not role.actors and act.predicate.action == "REJECT" and act.predicate.status == "cancelled":
            act = contents.fallen_through(act)  # 2019年10月の実務協議の決裂以降
            for actor in sides.of_noun(scene, replace(act, noun=(named.extent[0], act.trigger[0])), discourse.talks, discourse.between()):
                role.add("initiator", actor, sides.LAST_NAMED)
        self._parties.settle(scene, named.extent, act, role)
        if not role.actors and not self._doers.opens(act.predicate):
            return None
        line = summary.named(scene, *named.extent, in_whose_name.owner(scene, named, role), named.dated.time)
        closing = scene.text[named.extent[1] : min(named.extent[1] + 12, scene.sentence.end)]
        return Candidate(scene, named.extent, act, named.dated, role, Reading("realised", "a dated event noun"),
                         closing, line, past=False)


def _dated(scene: Scene, clause: Clause, dated: Dated | None, lent: Dated | None, discourse: Discourse) -> Dated | None:
    """The date of a clause: its own, `dated`, else that of what was told before, what is `lent` to it or the day on which it declares."""
    if dated is not None and clause.lemma in ("なる", "成る") and nominal.counted_from(scene, dated.time):
        return None  # 発射は1998年8月以来となる: told of the one before
    if dated is None:
        dated = discourse.date_for(scene, clause)
    elif not dated.own and clause.link in ("relative", "quote") and not reporting.plans(scene, clause):
        dated = None
    dated = dated or lent
    if dated is None or not dated.own:
        dated = declaring.dated(scene, clause, discourse.declared) or dated
    return discourse.answering(scene, clause, dated) if dated is not None and dated.rule == dating.BEFORE else dated


def _settled(scene: Scene, clause: Clause, act: Act, role: Roles, carried: tuple[Roles | None, Discourse]) -> tuple[Act, Roles]:
    """The act and its sides where the words make of them something else than what each says: who is joined to whom, what falls through."""
    before, discourse = carried
    together.on(scene, clause, act, role, before)
    of_the_council.issued(scene, clause, act, role)
    together.willed(scene, clause, role, act)
    if contents.declared(scene, clause, act, role):
        act = contents.agreed(act)
        role.initiator, role.target = role.actors, []
    if contents.lapsed(scene, clause, act):
        act, role = replace(contents.fallen_through(act), light="cancelled"), carrying.all_take_part(role, scene, clause, discourse)
    if act.predicate.status == "cancelled" and act.predicate.action == "REJECT" \
            and not any(rule.startswith("agent") for _, _, rule in role.grounds) \
            and ("passive" in clause.traits or clause.lemma == "なる" or sides.by_itself(scene, clause)
                 or (len(role.initiator) > 1 and not role.target)):
        act, role = contents.fallen_through(act), carrying.all_take_part(role, scene, clause, discourse)
    return act, role


def _sets(scene: Scene, named: nominal.Named) -> bool:
    """党中央委員会総会（8月19日）は…を認めた, 談話（7月10日）で…を否定した: where or in what it was said is told with what was said."""
    return named.act.predicate.action in ("DOMESTIC", "STATE") and scene.text[named.extent[1] : named.extent[1] + 1] in ("は", "で", "が", "に", "を")


def _negated_with(scene: Scene, position: int, clause: Clause) -> Clause:
    """核兵器を製造、|保有しない: a bare predicate shares the negation of the one it is listed with."""
    after = scene.clauses[position + 1] if position + 1 < len(scene.clauses) else None
    if clause.form != "sahen" or clause.tail or clause.link != "coordinate" or after is None or after.form != "sahen" \
            or "negative" not in after.traits or after.phrases or after.start - clause.end > 2:
        return clause
    return replace(clause, traits=clause.traits | {"negative"})


_COMING = re.compile(r"(?:転機|機会|好機|危機|局面|時|時期|時代|日|変化|平和|終わり|節目|出発点|起点|原因|起源|根拠|端緒|由来|淵源|背景|始まり)$")


def _of_itself(scene: Scene, clause: Clause, role: Roles) -> bool:
    """転機が訪れた, 出発点は…に求められる: nobody comes and nobody asks."""
    return not role.initiator and clause.lemma in ("訪れる", "求める", "来る", "迎える") and any(
        phrase.case in ("が", "は", "も") and _COMING.search(scene.phrase_words(phrase))
        for phrase in (*clause.phrases, clause.topic) if phrase is not None)


def _present(scene: Scene, clause: Clause) -> bool:
    """Whether a clause ends its sentence in the plain present: 式を開く。"""
    return clause.link == "end" and clause.form in ("sahen", "verb") and not clause.traits - {"polite", "passive"} \
        and clause.end >= scene.sentence.end - 2


def _speaker(scene: Scene, position: int) -> str | None:
    """Who says what a quoted clause tells: the actor that is the subject of the clause which closes the quotation."""
    if scene.clauses[position].link != "quote":
        return None
    for clause in scene.clauses[position + 1 :]:
        if clause.link not in ("end", "coordinate", "subordinate"):
            continue
        for phrase in (*clause.phrases, *((clause.topic,) if clause.topic else ())):
            if phrase.case in ("が", "は", "も", "によると", "によれば"):
                saying = [actor for actor in scene.actors_in(phrase.start, phrase.end)
                          if actor.kind != "place" and heads.heads_phrase(scene, actor, phrase)]
                if saying:
                    return saying[-1].counts_as
        return None
    return None
