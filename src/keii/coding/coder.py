"""Sentences into events: for each clause the act, its time, its actors, what became of it, who says so, and why."""

import re
from os.path import commonprefix
from functools import partial
from dataclasses import dataclass, field, replace

from keii.coding import act as acts
from keii.coding import content as contents
from keii.coding import dating, fallback, instruments, naming, nominal, roles, summary
from keii.coding.factuality import FactualityRules, recommends
from keii.coding.keys import keys
from keii.coding.lexicon import Lexicon
from keii.coding.numbers import amounts
from keii.coding.roles import Roles
from keii.coding.scene import Scene, scenes
from keii.coding.status import Reading, StatusRules
from keii.values.clause import Clause
from keii.values.codebook import Codebook
from keii.values.document import Document
from keii.values.event import Event, Step
from keii.values.mention import ActorMention, Mentions
from keii.values.span import Span
from keii.values.when import When, parse_edtf

VERSION = "1"
_ARGUING = frozenset({"note", "reference"})


@dataclass
class Discourse:
    """What one sentence hands to the next within a section: who was spoken of, and when."""

    subject: tuple[ActorMention, ...] = ()
    spoken: str | None = None
    date: dating.Dated | None = None
    block: int = -1
    focus: str | None = None
    distance: int = 0
    ahead: dating.Dated | None = None
    year: str | None = None
    named: dict[str, dating.Dated] = field(default_factory=dict)
    unsaid: list[Event] = field(default_factory=list)


class Coder:
    """Codes documents by one codebook. Calling it with a document and its mentions gives the events, in order."""

    def __init__(self, codebook: Codebook) -> None:
        self.version = f"{VERSION}.{codebook.version}"
        self._lexicon = Lexicon(codebook)
        self._status = StatusRules.of(codebook.hedges)
        self._factuality = FactualityRules.of(codebook.hedges)
        self._issues = instruments.Issues(codebook)

    def __call__(self, document: Document, mentions: Mentions) -> tuple[Event, ...]:
        discourse = Discourse(focus=_focus(mentions))
        found: list[Event] = []
        published = _published(document)
        marks = _note_numbers(mentions)
        told = tuple(scenes(document, mentions))
        behind = dating.dates_behind(told)
        review = _review_year(document)
        discourse.named = naming.dated_names(told)
        for scene in told:
            if scene.block.kind in _ARGUING and not scene.text.rstrip().endswith("。"):
                continue
            discourse.ahead = dating.ahead(told, scene.number) if behind else None
            discourse.year = review
            if scene.index != discourse.block:
                if scene.block.kind in ("heading", "row") or not _adjoins(discourse.block, scene.index):
                    discourse.subject, discourse.spoken, discourse.date = (), None, None
                discourse.block = scene.index
            found.extend(self._sentence(scene, discourse, published, marks))
        found.extend(event for event in map(partial(fallback.acted, fallback.usual(found, "TEST")), discourse.unsaid) if event)
        return fallback.complete(sorted(found, key=lambda event: (event.evidence[0].start, event.evidence[0].end)))

    def _sentence(self, scene: Scene, discourse: Discourse, published: When | None,
                  marks: dict[int, list[int]]) -> list[Event]:
        held: dict[int, dating.Dated] = {}
        found: list[Event] = []
        taken: list[tuple[int, int]] = []
        advice = recommends(scene.words(scene.sentence.start, scene.sentence.end))
        previous: Roles | None = None
        spoken = discourse.spoken
        for position, clause in enumerate(scene.clauses):
            if not self._reports(scene, clause, advice=advice):
                continue
            act = acts.of(scene, clause, self._lexicon, _reach(scene, position))
            dated = dating.resolve(scene, scene.clauses, position, held)
            if dated is not None and clause.link not in ("relative", "quote"):
                held[position] = dated
            if act is None:
                continue
            if dated is None or (not dated.own and clause.link in ("relative", "quote")):
                dated = self._inherited(scene, clause, discourse) if dated is None else None
            if dated is None:
                continue
            content = contents.of(scene, position, act, self._lexicon)
            if content is not None:
                act = contents.apply(act, content)
            role = roles.assign(scene, clause, act.predicate, act.noun,
                                scene.sentence.start if dated.time.start > clause.head[0] else dated.time.start)
            self._complete(role, act, previous, discourse, scene)
            event = self._event(scene, clause, position, act, dated, role, published, marks, spoken)
            if event is None:
                continue
            if not event.actors:
                discourse.unsaid.append(event)
                continue
            if found and _visit_and_talk(found[-1], event):
                found[-1] = _joined(found[-1], event)
            elif found and _falls(found[-1], event, clause):
                found[-1] = _joined(found[-1], event)
            elif found and _one_utterance(found[-1], event):
                found[-1] = replace(found[-1], evidence=_spanning(event, found[-1]))
            else:
                found.extend(_each_date(scene, clause, dated, event))
            taken.append(act.trigger)
            previous = role
            spoken = _who(scene, clause) or spoken
        spent = {event_time for event_time in (dated.time.start for dated in held.values())} if found else set()
        found.extend(self._nominals(scene, taken, spent, discourse, published, marks))
        self._remember(scene, discourse, held)
        return found

    def _reports(self, scene: Scene, clause: Clause, *, advice: bool) -> bool:
        """Whether a clause of this kind can report an event of its own."""
        if clause.form == "adjective":
            return False
        if advice and clause.link == "end":
            return False
        own = dating.direct(scene, clause)
        if clause.link == "relative":
            return own is not None and own.rule == "adverbial"
        if clause.link == "quote":
            return (own is not None and own.rule in ("adverbial", "in brackets behind the predicate")) or (clause.noun is not None \
                and scene.text[clause.noun.start : clause.noun.end] in ("予定", "見通し", "方針", "計画"))
        if clause.link == "nominal":
            return True
        if clause.link == "subordinate":
            return "past" in clause.traits or own is not None or scene.text.startswith("と", clause.end)
        return True

    def _inherited(self, scene: Scene, clause: Clause, discourse: Discourse) -> dating.Dated | None:
        """The date of the sentence before (or behind, where dates close what they date), if this one goes on telling:
        past tense and no date of its own."""
        if clause.link == "nominal" and discourse.date is not None and discourse.distance == 0:
            return dating.Dated(discourse.date.time, "the date of the line", own=False)
        if clause.link not in ("end", "coordinate", "subordinate"):
            return None
        if named := naming.of(scene, discourse.named):
            return named
        if "past" not in scene.clauses[-1].traits or re.search(r"て(?:き|来)た", clause.tail):
            return None
        if discourse.ahead is not None:
            return discourse.ahead
        if discourse.date is None or discourse.distance > 1:
            return None
        return dating.Dated(discourse.date.time, "carried on from the sentence before", own=False, approximate=True)

    def _complete(self, role: Roles, act: acts.Act, previous: Roles | None, discourse: Discourse, scene: Scene) -> None:
        """An unspoken subject: that of the clause before, or what the last sentence spoke of."""
        if role.initiator:
            if act.predicate.mutual and len(role.initiator) == 1 and previous is not None:
                for code in previous.initiator:
                    if code not in role.initiator and not role.others:
                        role.initiator.insert(0, code)
            return
        if act.predicate.action in ("ASSAULT", "RETREAT") and role.target and act.predicate.form != "noun":
            return
        if previous is not None and previous.initiator:
            role.initiator.extend(code for code in previous.initiator if code not in role.target)
            role.carried = True
        elif discourse.subject:
            for actor in discourse.subject:
                if actor.counts_as not in role.target:
                    role.add("initiator", actor, "carried on from the sentence before")
            role.carried = True
        if act.predicate.mutual and role.target:
            role.initiator.extend(code for code in role.target if code not in role.initiator)
            role.target.clear()

    def _event(self, scene: Scene, clause: Clause, position: int, act: acts.Act, dated: dating.Dated, role: Roles,
               published: When | None, marks: dict[int, list[int]], spoken: str | None) -> Event | None:
        closing = scene.text[act.trigger[1] : _part_end(scene, position)]
        reading = self._status.read(clause, act.predicate, act.light, closing)
        if reading is None or not role.actors and act.predicate.action != "TEST":
            return None
        if not dated.own and "past" not in clause.traits and clause.link == "end" and reading.status in ("realised", "ongoing"):
            return None
        start = _extent(scene, position)
        subject = _who(scene, clause) or (spoken if role.carried or not role.initiator else None)
        line = summary.of(scene, clause, start, subject)
        return self._build(scene, (start, clause.end), act, dated, role, reading, closing, published, marks, line, clause.traits)

    def _build(self, scene: Scene, extent: tuple[int, int], act: acts.Act, dated: dating.Dated, role: Roles,
               reading: Reading, closing: str, published: When | None, marks: dict[int, list[int]], line: str,
               traits: frozenset[str] = frozenset()) -> Event | None:
        date = dated.time.when.edtf
        if dated.approximate and "/" not in date and not date.endswith("~"):
            date += "~"
        try:
            when = parse_edtf(date)
        except ValueError:
            return None
        future = published is not None and _after(when, published)
        status, rule = reading.status, reading.rule
        future = future and "past" not in traits
        if future and status == "realised":
            status, rule = "planned", "dated after the document"
        words = scene.words(*extent)
        sentence = scene.words(scene.sentence.start, extent[1])
        claim = self._factuality.read(sentence, closing, forecast=future and status in ("planned", "realised"))
        _target_of_resolution(act, role, scene)
        pillar, why = instruments.pillar(act.predicate, words, scene.words(scene.sentence.start, scene.sentence.end))
        evidence = scene.document.spans(scene.index, *extent)
        place = _place(scene, extent)
        trace = (
            Step("date", date, f"{dated.time.basis}: {dated.rule}", dated.time.span, dated.time.rule),
            *(Step(group, actor.counts_as, why_role, actor.span, actor.rule) for group, actor, why_role in role.grounds),
            Step("action", act.predicate.action, f"{act.predicate.form} {act.predicate.word}",
                 scene.document.spans(scene.index, *act.trigger)[0]),
            Step("pillar", pillar, why),
            Step("status", status, rule),
            Step("factuality", claim.factuality, claim.rule, note=claim.source),
        )
        return Event(
            doc=scene.document.name, date=date, mod=dated.time.when.mod,
            summary=line or words[:60],
            actors=tuple(role.actors), initiator=tuple(role.initiator), target=tuple(role.target),
            action=act.predicate.action, pillar=pillar, status=status, factuality=claim.factuality,
            evidence=evidence, source=claim.source, level=instruments.level(role.initiator),
            issues=self._issues.of(words), rank=act.predicate.rank, place=place, numbers=amounts(words),
            key=keys(words), notes=tuple(marks.get(scene.number, ())), trace=trace)

    def _nominals(self, scene: Scene, taken: list[tuple[int, int]], spent: set[int], discourse: Discourse, published: When | None,
                  marks: dict[int, list[int]]) -> list[Event]:
        found = []
        for named in nominal.find(scene, self._lexicon):
            if any(low < named.act.trigger[1] and named.act.trigger[0] < high for low, high in taken):
                continue
            if named.dated.rule == "modifies the noun" and named.dated.time.start in spent:
                continue
            role = nominal.roles_of(scene, named, discourse.subject)
            if not role.actors and named.act.predicate.action != "TEST":
                continue
            reading = Reading("realised", "a dated event noun")
            closing = scene.text[named.extent[1] : min(named.extent[1] + 12, scene.sentence.end)]
            line = summary.named(scene, *named.extent, _nominal_subject(scene, named, role))
            event = self._build(scene, named.extent, named.act, named.dated, role, reading, closing, published, marks, line)
            if event is not None:
                (found if event.actors else discourse.unsaid).append(event)
                taken.append(named.act.trigger)
        return found

    def _remember(self, scene: Scene, discourse: Discourse, held: dict[int, dating.Dated]) -> None:
        final = [dated for position, dated in sorted(held.items()) if scene.clauses[position].link != "relative"]
        if final:
            discourse.date, discourse.distance = final[-1], 0
        else:
            discourse.distance += 1
        for clause in reversed(scene.clauses):
            topic = clause.topic or next((phrase for phrase in clause.phrases if phrase.case in ("は", "が")), None)
            if topic is not None and clause.link in ("end", "coordinate"):
                heads = tuple(actor for actor in scene.actors_in(topic.start, topic.end)
                              if actor.kind != "place" and roles.heads_phrase(scene, actor, topic))
                if heads:
                    discourse.subject = heads
                    discourse.spoken = scene.phrase_words(topic)
                break


_VISIT = re.compile(r"訪(?:れ|ね|問|朝|韓|日|米|中|露|ロ)|来[日韓朝]|赴|到着|入り|派遣")


def _one_utterance(first: Event, second: Event) -> bool:
    """認め、謝罪した; 批判し、非難した: two words of one sentence for one act of speech."""
    return first.action == second.action and first.action in ("STATE", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE") \
        and (first.date, first.status, first.initiator) == (second.date, second.status, second.initiator) \
        and bool(set(first.target) & set(second.target) or not first.target or not second.target)


def _falls(first: Event, second: Event, clause: Clause) -> bool:
    """発射し、EEZに落下させた: the fall of a missile belongs to its launch."""
    return first.action == second.action == "TEST" and first.date == second.date and \
        clause.lemma in ("落下", "着弾", "飛翔", "飛行", "通過", "飛ぶ", "飛び越える", "落ちる")


def _visit_and_talk(first: Event, second: Event) -> bool:
    """訪朝し、会談した is one happening where both stand in one sentence with one date."""
    return first.action == second.action == "CONSULT" and first.date == second.date and first.status == second.status \
        and not first.rank and bool(_VISIT.search(first.trace_of("action"))) and bool(set(first.actors) & set(second.actors))


def _joined(visit: Event, talk: Event) -> Event:
    """The talk, with the visit's words and actors beside its own."""
    actors = tuple(dict.fromkeys([*visit.actors, *talk.actors]))
    initiator = tuple(dict.fromkeys([*visit.initiator, *talk.initiator, *(visit.target if not talk.target else ())]))
    shared = commonprefix([visit.summary, talk.summary])
    words = f"{visit.summary}、{talk.summary[len(shared):] if len(shared) > 2 else talk.summary}"
    return replace(talk, actors=actors, initiator=initiator, target=tuple(code for code in talk.target if code not in initiator),
                   evidence=_spanning(visit, talk), summary=words[:90], place=talk.place or visit.place,
                   trace=(*talk.trace, *(step for step in visit.trace if step.field in ("initiator", "target"))))


def _spanning(visit: Event, talk: Event) -> tuple[Span, ...]:
    return tuple(dict.fromkeys([*talk.evidence, *visit.evidence]))


def _each_date(scene: Scene, clause: Clause, dated: dating.Dated, event: Event) -> list[Event]:
    """One event for each date of a list: 5月、6月にも訪中した."""
    times = dating.gapped(scene, clause) or dating.listed(scene, dated.time) if dated.rule == "adverbial" else (dated.time,)
    if len(times) == 1:
        return [event]
    return [replace(event, date=time.when.edtf, mod=time.when.mod) for time in times]


def _review_year(document: Document) -> str | None:
    """The year an annual review tells of, where it says when it appeared: that year itself."""
    source = document.source
    return source.published[:4] if source.kind == "annual-review" and source.published else None


def _who(scene: Scene, clause: Clause) -> str | None:
    """The words of whoever acts in a clause: its subject, else the topic of the sentence."""
    subject = next((phrase for phrase in clause.phrases if phrase.case in ("が", "は", "も")), None) or clause.topic
    return scene.phrase_words(subject) if subject is not None else None


def _nominal_subject(scene: Scene, named: nominal.Named, role: Roles) -> str | None:
    """Who an event noun belongs to where its own words do not say so."""
    if any(actor.kind != "place" for actor in scene.actors_in(*named.extent)):
        return None
    return next((actor.span.quote for group, actor, _ in role.grounds if group == "initiator" and len(actor.span.quote) > 1), None)


def _extent(scene: Scene, position: int) -> int:
    """Where the words of a happening begin: its clause with the quotations and modifiers it closes."""
    clause = scene.clauses[position]
    start = clause.start
    for inner in reversed(scene.clauses[:position]):
        if inner.link not in ("quote", "relative") or inner.end < start - 2 and inner.end < clause.head[0] - 60:
            break
        if inner.end >= start - 2 or inner.noun is not None and inner.noun.start >= start:
            start = min(start, inner.start)
    return start


def _reach(scene: Scene, position: int) -> int:
    """Where the words that condition a predicate begin: the clause's start, or that of the quotation it closes."""
    start = scene.clauses[position].start
    if (position and scene.clauses[position - 1].link == "quote" and scene.clauses[position - 1].end <= start + 2) or (position and scene.clauses[position - 1].link == "quote"):
        start = min(start, scene.clauses[position - 1].start)
    return start


def _part_end(scene: Scene, position: int) -> int:
    """The end of the stretch that can say how a clause is meant: to the next coordinate clause or the sentence's end."""
    clause = scene.clauses[position]
    if clause.link in ("end", "coordinate", "subordinate", "nominal"):
        return max(clause.end, min(clause.end + 2, scene.sentence.end))
    for later in scene.clauses[position + 1 :]:
        if later.link in ("end", "coordinate"):
            return later.end
    return scene.sentence.end


def _focus(mentions: Mentions) -> str | None:
    return None


def _published(document: Document) -> When | None:
    try:
        return parse_edtf(document.source.published) if document.source.published else None
    except ValueError:
        return None


def _after(when: When, published: When) -> bool:
    return when.earliest is not None and published.latest is not None and when.earliest > published.latest


def _adjoins(last: int, here: int) -> bool:
    return here - last <= 2


def _note_numbers(mentions: Mentions) -> dict[int, list[int]]:
    return {}


def _place(scene: Scene, extent: tuple[int, int]) -> str | None:
    for actor in scene.actors_in(*extent):
        if actor.kind == "place":
            return actor.span.quote
    return None


def _target_of_resolution(act: acts.Act, role: Roles, scene: Scene) -> None:
    """A sanctions resolution is the Security Council's even where the sentence does not say so."""
    if act.predicate.action == "SANCTION" and not role.initiator and \
            any(key.startswith("決議") for key in keys(scene.words(scene.sentence.start, scene.sentence.end))):
        role.initiator.append("UNSC")
