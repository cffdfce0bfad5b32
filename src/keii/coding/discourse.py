"""What one sentence hands to the next: who was spoken of, when, and how the document dates what it tells."""

import re
from dataclasses import dataclass, field, replace

from keii.coding import dating, entries, first_lines, naming, nominal, own_subject, review_dates
from keii.coding.act import Act
from keii.coding.dating import Dated
from keii.coding.heads import acting, heads_phrase, holds_doer, of_phrase, stranger
from keii.coding.met import Met
from keii.coding.own_subject import sayers
from keii.coding.passing_times import leaned_on
from keii.coding.roles import Roles
from keii.coding.scene import Scene
from keii.coding.several_days import both_days, day_of
from keii.coding.sides import Talks
from keii.coding.spoken_of import Titles, points_away
from keii.coding.telling import (
    OWED,
    after,
    closes,
    closing_clause,
    ends_in_deed,
    far,
    goes_back,
    lead,
    of_one_day,
    only_says_who,
    stands,
    tells,
    written,
)
from keii.values.clause import Clause, Phrase
from keii.values.document import Document
from keii.values.event import Event
from keii.values.mention import ActorMention

CARRIED = "carried on from the sentence before"
_UTTERING = frozenset("""
    述べる 語る 話す 言う 指摘 強調 主張 示唆 説明 訴える 求める 要求 要請 提案 約束 表明 明らかにする 伝える 批判 非難 抗議 否定 反論 警告 答える
    回答 呼びかける 促す 迫る 評価 歓迎 釈明 報告 通告 言明 明言 断言 示す 確認
""".split())
_MEMORY = 3  # sentences through which the two sides of a happening stay in mind
_ANSWERING = re.compile(
    r"(?:これ|それ|同声明|同談話|同決議|発表|提案|発言|要求|発射|実験|批判|措置)"
    r"(?:に対し|に対抗|に反発|を受け|を非難|を拒|を批判|に応|への|に抗議)|(?:これ|それ)[をに]")
_ON_SITE = re.compile(r"(?:会談|会見|協議|会合|席上?|演説|声明|その場|宴|夕食会|総会)(?:において|では?|の中で|後|に先立)|先方|双方は|両首脳|両者")
_SESSION = re.compile(r"(?:第[0-9]+回|[0-9]+期)*(?:全員|拡大|定期|予備|常務)*(?:総会|大会|会議)")  # 党中央委員会|総会は
_OF_IT = re.compile(r"(?:宣言|声明|談話|演説|辞)(?:において|では?|の中で)|(?:会談|会合|協議|交渉)[はがも]|棄権")
_TALKED = re.compile("意見を?交|話し合|協議|議論|会談|言葉を交|同席|出席|懇談|会食")
_AT_ONCE = re.compile(r"直ちに|当日|当夜|間髪|直後|すぐさま|早速|すぐに|即座に|即日|その場|その際|席上|同席|会談で|会合で|協議で")
_ANSWERS = frozenset("否定 反発 否認 反論 黙殺 非難 断る 無視 反対".split())  # what follows in its own time
_LATER = re.compile(r"その後|のちに|後に(?=[^、。]{0,12}$)|後日|やがて|ほどなく|まもなく")
_BEFORE_NOW = re.compile(r"かつて|これまで|従来|以前|当初|長年|当時|この間|前回|以来|ずっと|たびたび|相次")
_LABEL = re.compile(r"[○◯〇][^　。、]{2,40}　")
_OFFICIAL = re.compile(r"大臣|総理|官房長官|副大臣|政務官|政府参考人|政府委員|説明員")
_TURNS = frozenset(("diet-minutes", "press-conference", "interview"))  # where the next paragraph may be somebody else's words
_APART = _TURNS | {"chronology"}  # what one line tells is no matter of the next
_LOOKING_BACK = frozenset(("annual-review", "white-paper", "journal-article", "report-chapter", "thesis-summary", "memoir", "book",
                           "diet-minutes", "explainer", "briefing"))
_PRESS = frozenset(("newspaper", "explainer"))  # short paragraphs: whom one ends on the next goes on with
_TOLD_APART = _LOOKING_BACK | _APART | {"statement", "ai-answer"}
_SECTION = re.compile(r"[ 　]*(?:【[^】]{2,16}】|[〔［][^〕］]{2,16}[〕］])")  # 【対韓関係】: a heading at the head of its paragraph
_SITTING = re.compile(r"^[^。]*(?:第[0-9]+回国会|委員会[ 　]*第?[0-9]+号|会議録)[^。]*$")  # when a house sat dates none of what was said there
_ENTRY = 3  # blocks that the date at the head of an entry holds for
_LINE = 3  # sentences without a verb that a date at the head of their line holds for
_REACH = 2  # blocks between which a subject and a date may carry on


@dataclass
class Discourse:
    """The state of the telling. `subject` are the actors last spoken of, `spoken` their words; `date` the last date
    and `distance` how many sentences ago it stood; `unsaid` collects events whose actor the document leaves unsaid."""

    told: tuple[Scene, ...]
    names: dict[str, Dated]
    behind: bool
    year: Dated | None
    subject: tuple[ActorMention, ...] = ()
    spoken: str | None = None
    spoken_in: int = -1
    alone: bool = False
    date: Dated | None = None
    distance: int = 0
    block: int = -1
    unsaid: list[Event] = field(default_factory=list)
    met_with: frozenset[str] = frozenset()  # who took part in the talks that the telling is at
    testers: set[str] = field(default_factory=set)
    bare: bool = False  # the last date stood in a sentence that told of nothing
    dyad: tuple[ActorMention, ...] = ()
    since: int = 0
    told_since: int = 0
    doers: tuple[ActorMention, ...] = ()
    speaker: tuple[ActorMention, ...] = ()
    closing: str = ""
    heard: int = -1
    home: str | None = None
    talks: Talks = field(default_factory=Talks)
    lead: Dated | None = None
    titles: Titles = field(default_factory=Titles)
    met: Met = field(default_factory=Met)
    entries: dict[int, Dated] = field(default_factory=dict)  # lines that are but the date and the title of an entry, by block
    headed: Dated | None = None  # the date at the head of the entry that is being told
    headed_at: int = -9
    declared: tuple[Dated, ...] = ()  # the days on which the document speaks for itself
    meetings: set[tuple[str, frozenset[str]]] = field(default_factory=set)  # that were told, by day and by who met
    series: str | None = None  # what was told last of what comes in numbers: 会談, 核実験

    @classmethod
    def of(cls, document: Document, told: tuple[Scene, ...]) -> "Discourse":
        year = review_dates.year_told(told) if document.source.kind == "annual-review" else None
        home = document.source.country or "JPN"
        return cls(told, naming.dated_names(told), review_dates.dates_behind(told), year, home=home, talks=Talks(told, home), titles=Titles.of(told),
                   lead=lead(told, written(document)) if document.source.kind == "newspaper"
                   or (document.source.kind not in _TOLD_APART and of_one_day(told)) else None,
                   met=Met(first=document.source.kind == "newspaper"))

    def enter(self, scene: Scene) -> None:
        """Begin a sentence."""
        self.closing = scene.text[max(scene.sentence.start, scene.sentence.end - 24) : scene.sentence.end]
        self._hear(scene)
        self._forget(scene)

    def _hear(self, scene: Scene) -> None:
        """○国務大臣（川口順子君）: who speaks for a government from here on in minutes; anybody else speaks for nobody."""
        for index in range(self.heard + 1, scene.index):
            if index in self.entries:
                self.headed, self.headed_at, self.date, self.distance = self.entries[index], index, self.entries[index], 0
            if scene.document.blocks[index].kind == "dateline" and (label := _LABEL.match(scene.document.cleaned[index].text)):
                self._speaks(scene, index, label, [])
        self.heard = scene.index - 1
        if label := _LABEL.match(scene.text, scene.sentence.start, scene.sentence.end):
            self._speaks(scene, scene.index, label, [actor for actor in scene.actors_in(*label.span()) if actor.kind != "place"])

    def _speaks(self, scene: Scene, index: int, label: re.Match[str], actors: list[ActorMention]) -> None:
        self.speaker = ()
        if _OFFICIAL.search(label[0]):
            if not actors and self.home:
                span = scene.document.spans(index, *label.span())[0]
                actors = [ActorMention(span, index, *label.span(), self.home, self.home, "state", "minutes")]
            self.speaker = tuple(actors[-1:])

    def _forget(self, scene: Scene) -> None:
        """A heading, a table row, a list item or a leap in the text ends what was carried."""
        self.since += 1
        self.told_since += 1
        if scene.index == self.block:
            return
        if scene.block.kind in ("heading", "row", "item", "caption") or scene.index - self.block > _REACH or _SECTION.match(scene.text):
            self.subject, self.spoken, self.date, self.dyad = (), None, None, ()
        self.block = scene.index

    def parties(self, role: Roles, act: Act, dated: Dated) -> None:
        """Remember between whom the last happening was, where it was between two, and who takes part in the talks told of."""
        if act.predicate.action == "TEST":
            self.testers.update(role.initiator)
        if dated.rule != CARRIED:
            self.met_with = frozenset(role.actors) if act.predicate.action in ("CONSULT", "AGREE") else frozenset()
        self.doers = tuple({actor.counts_as: actor for _, actor, _ in role.grounds if actor.counts_as in role.initiator}.values())
        self.told_since = 0
        if len(role.actors) == 2:
            mentions = {actor.counts_as: actor for _, actor, _ in role.grounds}
            if len(mentions) == 2 and not any(code.startswith("ORG:") for code in mentions):
                self.dyad, self.since = tuple(mentions.values()), 0

    def note(self, scene: Scene, act: Act, dated: Dated) -> None:
        """Remember the day of a meeting that was told, and what is told in numbers."""
        self.met.note(scene, act, dated)
        self.series = nominal.series(scene, act) or self.series

    def told_again(self, event: Event, dated: Dated, words: str) -> bool:
        """Whether a meeting that has no day of its own is one that was told on its day; notes one that has."""
        if event.action != "CONSULT" or event.status != "realised" or (len(event.initiator) < 2 and event.initiator != ("SIX",)):
            return False
        held = (event.date.rstrip("~"), frozenset(event.actors))
        if dated.own:
            self.meetings.add(held)
        return not dated.own and held in self.meetings and (dated.rule != dating.BEFORE or bool(_TALKED.search(words)))

    def answered(self, scene: Scene, code: str, *, cue: bool = True) -> tuple[ActorMention, ...]:
        """これに対し米国は抗議した: who did what the sentence before told; with `cue` only where this one says that it answers."""
        if self.told_since > 1 or any(actor.counts_as == code for actor in self.doers):
            return ()
        if cue and not _ANSWERING.search(scene.text, scene.sentence.start, scene.sentence.end):
            return ()
        return tuple(actor for actor in self.doers if actor.counts_as != code)

    def between(self) -> tuple[ActorMention, ...]:
        """The two sides of the last happening between two, while they are in mind."""
        return self.dyad if self.since <= _MEMORY else ()

    def counterpart(self, code: str) -> tuple[ActorMention, ...]:
        """The other side of the last happening between two, where `code` was one of them."""
        if self.since > _MEMORY or code not in {actor.counts_as for actor in self.dyad}:
            return ()
        return tuple(actor for actor in self.dyad if actor.counts_as != code)

    def no_tester(self, actors: tuple[ActorMention, ...]) -> bool:
        """Whether actors are not who the document says to test: its own state, or others than those who did so far."""
        return any(actor.counts_as == self.home for actor in actors) \
            or (bool(self.testers) and not any(actor.counts_as in self.testers for actor in actors))

    def carried(self, scene: Scene) -> tuple[ActorMention, ...]:
        """Who was spoken of last, where a sentence may mean them without saying so: in the same paragraph, or where the text
        is set one sentence a paragraph and nobody else may have begun to speak."""
        if scene.index == self.spoken_in:
            return self.subject
        if self.alone and scene.document.source.kind not in _APART:
            return self.subject
        near = scene.document.source.kind in _PRESS and self.spoken_in == scene.index - 1 and not scene.text[: scene.sentence.start].strip()
        return self.subject if near and scene.block.kind == "paragraph" else ()

    def date_for(self, scene: Scene, clause: Clause) -> Dated | None:
        """The date of a clause that has none: that of a happening it names, of the passage it belongs to, or of the
        sentence before where this one goes on telling in the past; None where nothing says when."""
        if scene.block.cells:
            return None
        if clause.link == "nominal":
            if not closes(scene, clause) or (on_line := self._of_line(scene, clause)) is not None or not ends_in_deed(scene):
                return on_line if closes(scene, clause) else None
        elif clause.link not in ("end", "coordinate", "subordinate"):
            return None
        if named := naming.of(scene, self.names):
            return named
        if ("past" in clause.traits or "past" in closing_clause(scene).traits or ends_in_deed(scene)) and (held := self.met.at(scene, clause)):
            return held
        if not tells(scene, clause) or goes_back(scene, clause):
            return None
        if self.behind and (ahead := review_dates.ahead(self.told, scene.number)):
            return ahead
        past = "past" in closing_clause(scene).traits
        if self.date and any(far(time, self.date.time) and not (past and leaned_on(scene, time))
                             for time in scene.times_in(scene.sentence.start, clause.end)):
            return None  # a sentence that speaks of years away does not go on at the last date
        reach = 2 if _ON_SITE.search(scene.text, scene.sentence.start, scene.sentence.end) else 1
        if self.date is None or self.distance > reach or self.date.time.when.precision == "year" \
                or first_lines.back_at_the_day(scene, self.lead, self.date):
            return self._of_entry(scene, clause) or self._of_the_whole(scene, clause)
        if stands(scene, clause) and (self.distance or "/" in self.date.time.when.value):
            return self.lead if self.lead is not None and self._reports_on(scene, clause) else None
        return self._gone_on(scene, clause, self.date)

    def _of_line(self, scene: Scene, clause: Clause) -> Dated | None:
        """The date of a sentence without a verb: that of its line, or the day of the newspaper report it closes."""
        reach = _LINE if self.date is not None and self.date.time.block == scene.index else 0
        if self.date is not None and self.distance <= reach:
            return Dated(self.date.time, "the date of the line", own=False)
        return self.lead if self._closes_short(scene, clause) else None

    def _gone_on(self, scene: Scene, clause: Clause, date: Dated) -> Dated:
        """The date of the sentence before, as exactly as it holds for a clause that goes on telling."""
        if (occasion := dating.of_occasion(scene, clause)) is not None and after(occasion, date.time):
            return Dated(occasion, dating.NESTED, own=False, approximate=True, coarse=True)
        if day := day_of(scene, clause, date):
            return Dated(day, CARRIED, own=False, approximate=True)
        return Dated(date.time, CARRIED, own=False, approximate=True,
                     coarse=(self.headed is None or self.headed.time is not date.time) and self._roughly(scene, clause, date))

    def _roughly(self, scene: Scene, clause: Clause, date: Dated) -> bool:
        """Whether no more than the month of a carried date holds: what lasts (否定している), what follows (その後), what somebody
        does in his own time; not what was done at once, on the spot or by who took part in it, nor what the press reports."""
        if _AT_ONCE.search(scene.text, scene.sentence.start, clause.end):
            return False
        lasting = "progress" in clause.traits or (clause.link == "coordinate" and "progress" in closing_clause(scene).traits)
        if lasting or _LATER.search(scene.text, scene.sentence.start, clause.end):
            return True
        if scene.document.source.kind not in _LOOKING_BACK or any(
                cue.search(scene.text, scene.sentence.start, scene.sentence.end) for cue in (_ON_SITE, _OF_IT)):
            return False
        if self.bare or "/" in date.time.when.value:
            return False
        acting = {actor.counts_as for actor in sayers(scene, clause)}
        return not self.met_with or not acting <= self.met_with

    def answering(self, scene: Scene, clause: Clause, dated: Dated) -> Dated:
        """The time of a clause with the date of the one before, where somebody else answers in it what that one tells: no more
        than the month holds, save in a newspaper, which tells of one day."""
        answer = clause.lemma in _ANSWERS or (clause.lemma in OWED and "negative" in clause.traits)
        if dated.own or not answer or dated.time.when.precision != "day" or scene.document.source.kind == "newspaper" \
                or not any(phrase.case in ("が", "は") and holds_doer(scene, phrase) for phrase in clause.phrases):
            return dated
        return replace(dated, coarse=not _AT_ONCE.search(scene.text, clause.start, clause.end))

    def _of_entry(self, scene: Scene, clause: Clause) -> Dated | None:
        """The date at the head of the entry of a chronology whose paragraphs tell what it is about."""
        if self.headed is None or scene.index == self.headed_at or scene.index - self.headed_at > _ENTRY or not self._of_the_day(scene):
            return None
        return Dated(self.headed.time, CARRIED, own=False, approximate=True)

    def _of_the_whole(self, scene: Scene, clause: Clause) -> Dated | None:
        """The day that a newspaper report is about, or the year that a review tells of."""
        if self.lead is not None and clause.link in ("end", "coordinate", "nominal") \
                and (self._reports_on(scene, clause) or first_lines.made_known(scene, clause, self.lead)):
            return self.lead
        return self.year if clause.link == "end" else None

    def _reports_on(self, scene: Scene, clause: Clause) -> bool:
        """Whether a sentence of a newspaper report without any time goes on telling of the day in its first lines: somebody
        named did it, in the past, or who was spoken of said it."""
        return tells(scene, clause) and self._of_the_day(scene) \
            and (any(holds_doer(scene, phrase) or points_away(scene, phrase)
                     for phrase in (*clause.phrases, *((clause.topic,) if clause.topic is not None else ()))
                     if phrase.case in ("は", "が", "から", "より"))
                 or (clause.lemma in _UTTERING and "passive" not in clause.traits and own_subject.of(scene, clause) is None and self.told_since <= 2)
                 or (clause.topic is None and bool(self.carried(scene)) and not any(phrase.case in ("は", "が") for phrase in clause.phrases)))

    def _of_the_day(self, scene: Scene) -> bool:
        return scene.block.kind == "paragraph" and not any(time.when.on_calendar for time in scene.times) \
            and not _BEFORE_NOW.search(scene.text, scene.sentence.start, scene.sentence.end)

    def _closes_short(self, scene: Scene, clause: Clause) -> bool:
        """Whether a sentence of a newspaper report ends on the noun of what was done on its day: 局長は協議機関の設置を提案。"""
        return self.lead is not None and self._of_the_day(scene) and clause.form == "noun" and self.told_since <= 4 \
            and (any(phrase.case in ("を", "と", "で", "に") for phrase in clause.phrases)
                 or (len(scene.clauses) > 1 and scene.clauses[-2].link == "quote" and clause.head[0] - scene.clauses[-2].end <= 12)) \
            and any(phrase.case in ("は", "が", "も") for phrase in clause.phrases)

    def line_date(self, scene: Scene) -> Dated | None:
        """The one date of a line that tells without verbs; None where it has none or more."""
        times = [time for time in scene.times if dating.usable(time)]
        alone = len(times) == 1 and times[0].start - scene.sentence.start <= 2
        return Dated(times[0], "adverbial") if alone else None

    def leave(self, scene: Scene, held: dict[int, Dated]) -> None:
        """End a sentence: remember its last date, whom it spoke of and between whom its talks were."""
        self.talks.hear(scene)
        self.met.hear(scene)
        self.titles.hear(scene)
        final = [dated for position, dated in sorted(held.items()) if scene.clauses[position].link != "relative" and not _in_passing(scene, position)]
        if final and not _SITTING.search(scene.text):
            self.date, self.distance = both_days(scene, final[-1]), 0
            self.bare = self.told_since > 0
            self._begins_anew(scene, final[-1])
        elif not only_says_who(scene):
            self.distance += 1
        if (headed := entries.heads(scene)) is not None:
            self.headed, self.headed_at = headed, scene.index
            if not final:
                self.date, self.distance = headed, 0
        self._speak_of(scene)

    def _begins_anew(self, scene: Scene, dated: Dated) -> None:
        """A later day at the head of a paragraph is what a second report in the same file is about."""
        if self.lead is not None and dated.time.when.precision == "day" and dated.rule == "adverbial" and scene.block.kind == "paragraph" \
                and not scene.text[: scene.sentence.start].strip() and after(dated.time, self.lead.time):
            self.lead = Dated(dated.time, self.lead.rule, own=False, approximate=True)

    def _speak_of(self, scene: Scene) -> None:
        """Whom a sentence leaves in mind: the topic of its last clause that has one, else that clause's subject."""
        for clause in reversed(scene.clauses):
            if clause.link not in ("end", "coordinate", "nominal") or (clause.link == "nominal" and not closes(scene, clause)):
                continue
            topic = _topic(scene, clause)
            if topic is None:
                continue
            heads = _spoken_of(scene, topic)
            if not heads and (meant := self.titles.bearer(scene, clause)) is not None:
                heads = (meant,)  # 金氏は: who was named before
            if heads:
                self.subject, self.spoken, self.spoken_in = heads, scene.phrase_words(topic), scene.index
                self.alone = scene.sentence.start == 0 or not scene.text[: scene.sentence.start].strip()
            elif clause.link == "nominal" and topic.case == "が":
                pass  # 小泉首相、訪朝。家族5人が帰国。支援を表明。: who leads a line leads it on
            elif stranger(scene, clause) or (topic.case == "が" and "passive" not in clause.traits and acting(of_phrase(scene, topic))):
                self.subject, self.spoken = (), None  # somebody of whom nothing is known: nobody else is meant next
            return


def _in_passing(scene: Scene, position: int) -> bool:
    """機構(2006年5月に終了した)を設立した。: whether a clause stands in brackets, which come after the sentence."""
    return any(earlier.head[0] > scene.clauses[position].head[0] for earlier in scene.clauses[:position])


def _topic(scene: Scene, clause: Clause) -> Phrase | None:
    """What a clause is about: its は, also one that an earlier clause of the sentence set, before its が; in a line without a verb
    what stands before its comma (5月22日　小泉首相、2度目の訪朝)."""
    cases = ("は", "が", "、") if clause.link == "nominal" else ("は", "が")
    found = (phrase for case in cases for phrase in clause.phrases if phrase.case == case
             and not (case == "、" and any(time.end == phrase.end for time in scene.times_in(phrase.start, phrase.end))))
    return clause.topic or next(found, None)


def _spoken_of(scene: Scene, topic: Phrase) -> tuple[ActorMention, ...]:
    """The actors that a topic is about; a capital that stands alone means its state (平壌は…を宣言した)."""
    def means(actor: ActorMention) -> bool:
        alone = (actor.start, actor.end) == (topic.start, topic.end) and len(actor.counts_as) == 3
        session = topic.case == "は" and _SESSION.fullmatch(scene.text, actor.end, topic.end)
        return (actor.kind != "place" or alone) and bool(session or heads_phrase(scene, actor, topic)) \
            and scene.text[actor.start - 1 : actor.start] not in ("訪", "来", "駐", "対", "在")
    return tuple(actor for actor in of_phrase(scene, topic) if means(actor))
