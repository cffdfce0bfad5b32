"""When two clauses of one sentence tell one happening, and when one clause tells several."""

import re
from collections.abc import Sequence
from dataclasses import replace

from keii.coding import several_days
from keii.coding.dating import Dated
from keii.coding.line_form import fit
from keii.coding.scene import Scene
from keii.values.clause import Clause
from keii.values.event import Event
from keii.values.span import Span

_VISIT = re.compile(r"訪(?:れ|ね|問|朝|韓|日|米|中|露|ロ)|来[日韓朝]|赴|到着|入り|派遣")
_FALL = frozenset(("落下", "着弾", "飛翔", "飛行", "通過", "飛ぶ", "飛び越える", "落ちる", "爆発", "失敗", "分離"))
_UTTERED = frozenset(("STATE", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE", "THREATEN", "REQUEST", "AGREE", "PROTEST"))
_SPOKEN = frozenset(("STATE", "ACCUSE", "REJECT", "SUPPORT", "CONCEDE"))


def add(found: list[Event], event: Event, clause: Clause, events: Sequence[Event]) -> None:
    """Add what a clause tells to what its sentence told so far, or join it to the clause before.

    `events` are the event once for each of its dates (see `each_date`).
    """
    last = found[-1] if found else None
    if last is not None and (_visit_and_talk(last, event) or _falls(last, event, clause)):
        found[-1] = _joined(last, event)
    elif last is not None and _plan_decided(last, event):
        found[-1] = replace(event, status="planned")
    elif last is not None and _plan_told(last, event):
        found[-1] = replace(last, factuality="asserted", source=None, evidence=_all_spans(event, last), summary=event.summary,
                            actors=tuple(dict.fromkeys([*event.actors, *last.actors])),
                            initiator=tuple(dict.fromkeys([*event.initiator, *last.initiator])),
                            target=tuple(code for code in last.target if code not in event.initiator))
    elif last is not None and _put_in_words(last, event):
        found[-1] = replace(last, evidence=_all_spans(last, event), key=tuple(sorted({*last.key, *event.key})))
    elif last is not None and _answers(last, event):
        found[-1] = replace(event, evidence=_all_spans(event, last))
    elif last is not None and (_comes_of_it(last, event, clause) or _one_utterance(last, event) or _one_break(last, event)
                               or _one_course(last, event)):
        found[-1] = replace(last, evidence=_all_spans(last, event))
    elif last is not None and _vehicle(last, event):
        found[-1] = replace(event, evidence=_all_spans(event, last))
    else:
        found.extend(events)


def each_date(scene: Scene, clause: Clause, dated: Dated, event: Event) -> list[Event]:
    """One event for each date of a list: 5月、6月にも訪中した."""
    if dated.rule != "adverbial":
        return [event]
    times = several_days.gapped(scene, clause) or several_days.listed(scene, dated.time)
    if len(times) == 1:
        return [event]
    told: list[Event] = []
    for index, time in enumerate(times):
        if index and several_days.in_a_row(times[index - 1].when, time.when) and "/" not in told[-1].date:  # 25日及び26日: one meeting of two days
            told[-1] = replace(event, date=f"{told[-1].date}/{time.when.edtf}", mod=None)
        else:
            told.append(replace(event, date=time.when.edtf, mod=time.when.mod))
    return told


def two_days(scene: Scene, dated: Dated, event: Event) -> Event:
    """5月4日及び5日の協議: what an event noun names took both days."""
    times = several_days.listed(scene, dated.time)
    if len(times) == 2 and several_days.in_a_row(times[0].when, times[1].when):
        return replace(event, date=f"{times[0].when.edtf}/{times[1].when.edtf}", mod=None)
    return event


def _visit_and_talk(first: Event, second: Event) -> bool:
    """訪朝し、会談した is one happening where both stand in one sentence with one date."""
    if second.action == "STATE" and first.action == "CONSULT":
        second = replace(second, action="CONSULT") if second.trace_of("action") in ("伝え", "伝える", "伝達") else second
    return first.action == second.action == "CONSULT" and first.date == second.date and first.status == second.status \
        and not first.rank and bool(_VISIT.search(first.trace_of("action"))) and bool(set(first.actors) & set(second.actors))


def _falls(first: Event, second: Event, clause: Clause) -> bool:
    """発射し、EEZに落下させた: the fall of a missile belongs to its launch."""
    return first.action == second.action == "TEST" and first.date == second.date and clause.lemma in _FALL


def _plan_decided(first: Event, second: Event) -> bool:
    """制裁を強化する方針を決めた: the plan and the deciding of it are one."""
    return first.status == "planned" and first.action == second.action and first.date == second.date \
        and any(one.overlaps(other) for one in first.evidence for other in second.evidence)


def _plan_told(first: Event, second: Event) -> bool:
    """会談する見通しだと明らかにした: the announcement of a plan is the plan, on the day it is announced."""
    return first.status == "planned" and second.action == "STATE" and second.status == "realised" and first.date == second.date \
        and any(one.overlaps(other) for one in first.evidence for other in second.evidence)


_DOCUMENT = re.compile(r"発表|採択|発出|署名|調印|公表|まとめ|名を連ね")


def _put_in_words(first: Event, second: Event) -> bool:
    """合意し、共同声明を発表した: what sides agree on and the document they put it in are one."""
    return first.action == second.action == "AGREE" and bool(_DOCUMENT.match(second.trace_of("action"))) \
        and (first.date.rstrip("~"), first.status, set(first.actors)) == (second.date.rstrip("~"), second.status, set(second.actors))


def _answers(first: Event, second: Event) -> bool:
    """反発し、…を中止した: what somebody does in answer is what is told."""
    return first.action == "REJECT" and first.trace_of("action") in ("反発", "対抗") and second.action in ("REJECT", "PROTEST", "ACCUSE") \
        and first.date == second.date and first.initiator == second.initiator


def _one_utterance(first: Event, second: Event) -> bool:
    """認め、謝罪した; 批判し、非難した: two words of one sentence for one act of speech."""
    return (first.action == second.action and first.action in _SPOKEN \
        and (first.date, first.status, first.initiator) == (second.date, second.status, second.initiator) \
        and bool(set(first.target) & set(second.target) or not first.target or not second.target)) \
        or _says_more(first, second)


def _says_more(first: Event, second: Event) -> bool:
    """非難し、…と主張した: the saying that follows belongs to the act of speech before it."""
    return second.action == "STATE" and first.action in ("ACCUSE", "THREATEN", "PROTEST", "SUPPORT") and second.status == "realised" \
        and first.date == second.date and bool(first.initiator) and first.initiator == second.initiator


_SAYING = re.compile(r"述べ|語|言|話|発言|述懐|強調|指摘")
_CARRIERS = re.compile(r"談話|声明|会見|演説|書簡|論評|寄稿|講演|放送|投稿")


_GATHERED = re.compile(r"(?:会見|集会を開き|集会を開いて|会合を開き|会議を開き)")


def _vehicle(first: Event, second: Event) -> bool:
    """談話を発表し、…と警告した; 演説し、対話を呼びかけた: the words are what is told, the speech only carries them."""
    told = first.action == "STATE" or (first.action in ("CONSULT", "PROTEST") and bool(_GATHERED.search(first.summary[-8:])))
    return told and second.action in _UTTERED and first.date == second.date \
        and first.initiator == second.initiator and first.status == "realised" \
        and (bool(_CARRIERS.search(first.summary[-24:])) or (second.action != "STATE" and bool(_SAYING.match(first.trace_of("action")))))


_ENDING = frozenset("至る 得る 得られる 続く 折り合う まとまる 埋まる 縮まる 進む 進展 見る みる 実現".split())
_TOLL = re.compile(r"死亡|死傷|負傷|行方不明")


def _comes_of_it(first: Event, second: Event, clause: Clause) -> bool:
    """協議したが、合意には至らなかった; 平行線に終わった; 砲撃し、4人が死亡した: what comes of an act is told with it."""
    if first.date.rstrip("~") != second.date.rstrip("~"):
        return False
    if first.action == "ASSAULT" and second.action == "DOMESTIC":
        return bool(_TOLL.search(clause.lemma))
    if not set(first.actors) & set(second.actors):
        return False
    nothing = "negative" in clause.traits and clause.lemma in _ENDING and second.status in ("refused", "cancelled")
    return nothing or (second.action == "REJECT" and clause.lemma in ("終わる", "終始", "終始する", "たどる")
                       and first.action in ("CONSULT", "REQUEST", "STATE", "REJECT", "AGREE"))


def _one_break(first: Event, second: Event) -> bool:
    """反発して席を立ち、中断した: one side breaks off, and what it breaks off stops."""
    return first.date == second.date and second.status == "cancelled" and first.action == "REJECT" \
        and first.status in ("cancelled", "refused") and set(second.actors) <= set(first.actors)


def _joined(first: Event, second: Event) -> Event:
    """The second with the words and actors of the first beside its own."""
    actors = tuple(dict.fromkeys([*first.actors, *second.actors]))
    falls = second.action == "TEST"  # whose sky the missile passed it is done to still
    initiator = tuple(dict.fromkeys([*first.initiator, *second.initiator, *(() if second.target or falls else first.target)]))
    told = first if first.action == "CONSULT" and second.action == "STATE" else second  # 派遣し、…と伝えた
    return replace(
        second, action=told.action, pillar=told.pillar, actors=actors, initiator=initiator,
        target=tuple(code for code in dict.fromkeys([*(first.target if falls else ()), *second.target]) if code not in initiator),
        evidence=_all_spans(second, first), summary=_one_line(first, second), place=second.place or first.place,
        key=tuple(sorted({*first.key, *second.key})), numbers=tuple(dict.fromkeys([*first.numbers, *second.numbers])),
        trace=(*second.trace, *(step for step in first.trace if step.field in ("initiator", "target"))))


def _one_line(first: Event, second: Event) -> str:
    """訪れる and 首相が会談 as one line: 訪れ、会談. The second line alone where the two make none."""
    alike = next((end for end, (one, other) in enumerate(zip(first.summary, second.summary, strict=False)) if one != other), 0)
    led = _SUPPLIED.match(second.summary)
    rest = second.summary[alike if alike > 2 and not led else led.end() if led else 0 :]
    rest = re.sub(r"^(?:[はがも](?=[^ぁ-ん])|[はがも]?、)", "", rest)
    if (who := _WHO.match(rest)) and f"{who[1]}が" in first.summary:
        rest = rest[who.end() :]  # 対外面では、主席が訪中 and 主席が総書記らと会談: who did both is said once
    words = re.sub(r"\s|[（(][^（()）]*[）)]", "", first.evidence[0].quote).rstrip("、。，")
    for end in range(len(first.summary), max(2, len(first.summary) - 6), -1):
        at = words.rfind(first.summary[max(0, end - 5) : end])
        if at >= 0 and len(words) - at <= 14:
            return fit(f"{first.summary[:end]}{words[at + len(first.summary[max(0, end - 5) : end]) :]}、{rest}") or second.summary
    return fit(f"{first.summary}、{rest}") or second.summary


_WHO = re.compile(r"([^、「」]{2,24}?)[がは]、?(?=[^ぁ-ん])")
_SUPPLIED = re.compile(r"〔[^〔〕]*〕")


def _one_course(first: Event, second: Event) -> bool:
    """爆破して廃棄した: one act told in two verbs."""
    return first.evidence[0].quote.endswith(("して", "いて", "って")) and first.action == second.action \
        and (first.date, first.initiator, first.status) == (second.date, second.initiator, second.status) \
        and (not second.target or first.target == second.target)


def _all_spans(first: Event, second: Event) -> tuple[Span, ...]:
    return tuple(dict.fromkeys([*first.evidence, *second.evidence]))
