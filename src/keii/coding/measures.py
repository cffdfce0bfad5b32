"""Measures of resolutions, laws and a state's own sanctions: what is banned, capped, ordered or listed.

A sentence stands under an act where it names one (決議2270では…) or follows such a sentence in its paragraph and goes on
listing. In it each word of restriction (禁止, 上限, 義務化, 指定 …) closes a stretch that says what is restricted; a
stretch that names several things of a known kind (石炭や鉱物資源の輸出禁止) gives a measure each. Amounts beside a word of
ceiling are thresholds; ただし…できる, 除外, 例外 exempt the measure told before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from keii.coding.acts_named import LAW, NUMBERED, adoptions, numbers_in
from keii.coding.heads import heads_phrase
from keii.coding.instruments import Issues
from keii.coding.numbers import amounts
from keii.coding.passage import Passage, outside_quotes, paragraphs, pattern, whole, words_of
from keii.coding.scene import Scene
from keii.values.codebook import Codebook
from keii.values.event import Quantity
from keii.values.measure import Measure

_SAME = re.compile(r"^(?:また|さらに|加えて|このほか|その他|同(?:決議|法|措置)|[この本]{1,2}(?:決議|法律|法|措置)|両決議|これ(?:により"
    r"|に加え)|このうち|あわせて|ただし)")
_OWN = re.compile(r"独自|単独|対北朝鮮措置|(?:国|政府|省)(?:の|による)(?:追加)?制裁")
_OWN_ACT = re.compile(
    r"(?:交易|航行|交流|支援|貿易)[^。、]{0,20}(?:停止|禁止|中断|制限)|制裁(?:の)?対象|懸念先|テロ支援国|入港(?:を)?禁止|(?:輸出|輸入|送金|渡航|往来)[^。、]{0,20}(?:停止|禁止|制限)|制裁(?:を|の)(?:発動|復活|強化)")
_HEAD = re.compile(
    r"対象に(?:した|する|含む|含めた)[^。、]{0,24}制裁|全面禁止|原則禁止|禁止|禁輸|上限|制限|義務(?:化|付け|づけ)|抹消|遮断|凍結|没収|禁じ(?=[らるた])|(?<=交易を)中断|(?<=貿易を)中断|[上下]限額?を[^。、]{0,12}引き[上下]げ|差し押さえ|取り消し|削減|送還|閉鎖|停止"
    r"|制裁対象に(?:追加)?指定|(?:対象|リスト)(?:に|として)?(?:は|も)?[^。、]{0,6}(?:追加|指定|掲載)|(?:懸念先|支援国家|支援国)(?:に|として)?(?:再)?指定"
    r"|指定(?=し|され|を(?:行|受け))|追加(?=され|した|し)|報告(?=する|し|を(?:義務|求)|義務)|検査(?=を|が|の)|設置|への制裁(?:が|を)強化|(?:独自|単独)(?:の)?制裁(?:措置)?を(?:復活|強化|発動|実施|決定|科|課)|人権(?:問題|状況|侵害)?[^。、]{0,10}言及"
    r"|注意(?:する|を払)|懸念(?:を|が)(?:表明|示)|要請|求め(?:る|た|て)|要求")
_CEILING = re.compile(r"上限|制限|まで|以下|以内|超え(?:て|る|な)|限(?:度|定|り)|枠|削減")
_EFFECT = re.compile(r"収入|効果|推定|見込|相当する(?:額|収)|金額に|被害|稼|占め|同居|相場")
_COUNCIL = re.compile(r"(?:また|さらに|このように)?、?(?:国連)?安保理は、?[^。]*(?:加盟国|各国|国々)")
_EXEMPT = re.compile(r"例外|除外|免除|除(?:く|き|い)|対象外|適用されない|認められ(?:る|た)場合|(?:輸入|輸出|取引|供給)できる|ただし|可能とす")
_UNDER_EXEMPT = re.compile(r"例外(?:規定|条項|措置|的に|とし|と[さな]|が(?:設|認)|を(?:設|認))|除外|免除|対象外|除[くき]|できる|認め")
_ORDER = re.compile(r"^(?:設置|要請|求め|要求|注意|懸念|人権|報告|検査|指定|追加)")
_APPOSED = re.compile(r"といった|などの|等の|をはじめ|を含む|などといった")
_LISTED = re.compile(r"、|ならびに|並びに|及び|および|または|又は|や|と(?=[^いしのなもすみ])|・")
_CAPACITY = re.compile(r"(?:外務|財務|経済産業|商務|国防|統一)(?:省|部)")
_NOT_NOW = re.compile(r"目的|効果もある|ためである|といわれるが|種類がある|必要(?:が|で)|べき|重要|検討|手段(?:が|で)|意味する|有用|課題"
    r"|分類|(?<!よう)呼びかけている。$")
_EASED = re.compile(r"緩和|解除|撤廃|見直し|終了|違反|逃れ|抜け道|形骸")
_BRACKETED = re.compile(r"（([^（）]{2,30})）|\(([^()]{2,30})\)")


@dataclass(frozen=True, slots=True)
class _Act:
    """What a sentence stands under. `actor` is the state whose own act it is."""

    name: str
    actor: str | None = None
    date: str | None = None


_Item = tuple[Passage, str, Quantity | None]
"""The words of a measure, how it is called, its ceiling."""


class MeasureCoder:
    """Finds the measures in the sentences of a document."""

    def __init__(self, codebook: Codebook) -> None:
        self._kinds = _Kinds(codebook)
        self._issues = Issues(codebook)
        self._labels = {actor.counts_as: actor.names[0] for actor in codebook.actors if actor.kind == "state"}

    def __call__(self, told: tuple[Scene, ...]) -> tuple[Measure, ...]:
        dates = adoptions(told)
        found: list[Measure] = []
        last: str | None = None
        for group in paragraphs(told):
            found.extend(self._paragraph(group, dates, last))
            numbers = [number for scene in group for number in numbers_in(scene.words(scene.sentence.start, scene.sentence.end))]
            last = "決議" + numbers[-1] if numbers else last
        return tuple(_once(found))

    def _paragraph(self, group: tuple[Scene, ...], dates: dict[str, str], last: str | None) -> Iterator[Measure]:
        """The measures of a paragraph; `last` is the resolution named last before it, of which the Council goes on to speak."""
        act: _Act | None = None
        theme: str | None = None
        kept: list[Measure] = []
        for scene in group:
            words = scene.words(scene.sentence.start, scene.sentence.end)
            named = self._act(scene, words) or (_Act(last) if last and act is None and _COUNCIL.match(words) else None)
            act = named or (act if _goes_on(words) or (act and kept and _LISTED_ON.search(words)) else None)
            theme = self._kinds.theme(words) or theme
            if act is None or _NOT_NOW.search(words[-24:]):
                continue
            if kept and _EXEMPT.search(words) and _UNDER_EXEMPT.search(words):
                kept = _exempted(kept, whole(scene))
                continue
            now = list(self._sentence(scene, act, theme, dates))
            kept, done = _narrowed(kept, now)
            yield from done if now else ()
            kept = now if now else kept
        yield from kept

    def _act(self, scene: Scene, words: str) -> _Act | None:
        if numbers := numbers_in(words):
            return _Act("決議" + numbers[0]) if len(set(numbers)) == 1 else _Act("決議" + numbers[-1])
        subject = _state_subject(scene)
        law = LAW.search(words)
        if law and not (subject and re.match(r"」?に基づ", words[law.end():])):
            return _Act(law[1])
        if subject and (law or _OWN.search(words) or _OWN_ACT.search(words)):
            kind = "独自制裁" if "制裁" in words or law else "独自措置"
            return _Act(f"{self._labels.get(subject, subject)}の{kind}", subject, whole(scene).date)
        return None

    def _sentence(self, scene: Scene, act: _Act, theme: str | None, dates: dict[str, str]) -> Iterator[Measure]:
        items = [(number, item) for piece, number in _under(scene, act) for item in self._items(piece, theme, act)]
        capped = {(number, thing) for number, (item, _, limit) in items if limit for thing in _things(item.words)}
        for number, (item, told, threshold) in items:
            own = self._own(scene, item)
            if threshold is None and any((number, thing) in capped for thing in _things(item.words)):
                continue
            broad = re.search(r"対象に(?:した|する|含)|(?:独自|単独)(?:の)?制裁(?:措置)?を[^。、]{2,4}$", item.words)
            if own is not None:
                number, actor, adopted = own.name, own.actor, own.date
            else:
                actor, adopted = act.actor, dates.get(number) or (act.date if act.actor else None)
            yield Measure(scene.document.name, number, adopted,
                          None if broad else self._kinds.of(told, theme) or self._kinds.of(item.words, theme), told, item.spans, threshold, None,
                          actor, self._issues.of(item.words))

    def _own(self, scene: Scene, item: Passage) -> _Act | None:
        """A state's own act of which a clause tells in a sentence that also names a resolution."""
        for clause in scene.clauses:
            if clause.start <= item.start < clause.end and clause.link in ("end", "coordinate", "nominal"):
                words = scene.text[clause.start : clause.end]
                subject = _state_subject(scene)
                if subject and re.search(r"独自の?(?:追加)?(?:措置|制裁)|単独制裁", words) and not numbers_in(words):
                    piece = Passage(scene, clause.start, clause.end)
                    kind = "独自制裁" if "制裁" in words else "独自措置"
                    return _Act(f"{self._labels.get(subject, subject)}の{kind}", subject, piece.date)
        return None

    def _items(self, piece: Passage, theme: str | None, act: _Act) -> Iterator[_Item]:
        """The measures of a stretch that stands under one act, each with its threshold."""
        scene, at = piece.scene, piece.start
        plain = outside_quotes(piece.words)
        for head in _HEAD.finditer(plain):
            low, high = at, piece.start + head.end()
            after = scene.text[high : high + 14]
            if low >= high or _EASED.search(after[:6]) or _EASED.search(head[0]) or _LISTS.match(after) or \
                    (head[0] == "上限" and not _SET.match(after)):
                continue
            stretch = Passage.trimmed(scene, _from(scene, low, high), high)
            if stretch is None or not self._restricts(stretch, head[0], act):
                continue
            at = _close(scene, high)
            yield from self._split(replace(stretch, end=max(stretch.end, at)), head[0], theme)

    def _restricts(self, stretch: Passage, head: str, act: _Act) -> bool:
        if head.startswith("対象に") or (act.actor and re.search(r"(?:独自|単独)制裁.{0,4}$", stretch.words[: -len(head)])):
            return True
        body = stretch.words[: -len(head)] or stretch.words
        if head.startswith(("要請", "求め", "要求", "設置", "注意", "懸念", "停止", "閉鎖", "指定", "追加", "検査", "報告")):
            return self._kinds.of(stretch.words, None) is not None and len(body) > 2 and (
                head[:2] not in ("要請", "求め", "要求", "懸念") or self._kinds.of(body, None) in ("labour", "reporting", "rights"))
        return self._kinds.of(stretch.words, None) is not None

    def _split(self, stretch: Passage, head: str, theme: str | None) -> Iterator[_Item]:
        if limits := list(_thresholds(stretch)):
            yield from ((piece, piece.text, limit) for piece, limit in limits)
            return
        if self._kinds.of(stretch.words, None) in ("rights", "listing") or head.startswith(("制裁対象", "対象", "リスト", "懸念先", "報告", "注意")):
            yield stretch, stretch.text, None
            return
        starts = self._cuts(stretch, theme)
        for start, text in zip(starts, _called(stretch.text, [start - stretch.start for start in starts]), strict=True):
            yield Passage(stretch.scene, start, stretch.end), text, None

    def _cuts(self, stretch: Passage, theme: str | None) -> list[int]:
        """Where the things restricted begin: a listed thing of a known kind is one of its own."""
        plain = outside_quotes(stretch.words)
        starts = [0, *(found.end() for found in _LISTED.finditer(plain))]
        ends = [*(found.start() for found in _LISTED.finditer(plain)), len(plain)]
        named = [found.start() for found in _APPOSED.finditer(plain)]
        kept: list[int] = []
        for start, end in zip(starts, ends, strict=True):
            within = any(start < low and not re.search(r"禁|停止|制限|開設|抹消", plain[start:low]) for low in named)
            since = max((high for high in named if high < start), default=-1)
            first = within and not any(before > since for before in kept)
            if first or (not within and self._kinds.of(plain[start:end], None)):
                kept.append(start)
        return [stretch.start + start for start in kept] or [stretch.start]


_LISTED_ON = re.compile(r"禁止|義務|制限|追加|指定|上限|禁輸")


def _goes_on(words: str) -> bool:
    return bool(_SAME.search(words))


def _state_subject(scene: Scene) -> str | None:
    """The state that acts in a sentence: the actor of its first topic or subject."""
    for clause in scene.clauses:
        for phrase in (*((clause.topic,) if clause.topic else ()), *clause.phrases):
            if phrase.case in ("は", "が", "も", "で", "、"):
                for actor in reversed(scene.actors_in(phrase.start, phrase.end)):
                    if actor.kind != "place" and re.fullmatch(r"[A-Z]{3}", actor.counts_as) and actor.counts_as != "PRK" \
                            and actor.span.quote not in _ANY_BODY and heads_phrase(scene, actor, phrase):
                        return actor.counts_as
    return None


_ANY_BODY = frozenset(("政府", "当局", "外務省", "議会", "国会"))  # of whatever state: as a bare word it names none


def _under(scene: Scene, act: _Act) -> Iterator[tuple[Passage, str]]:
    """The stretches of a sentence, each with the act it stands under: 決議Aでは…、決議Bでは… are two."""
    start, end = scene.sentence.start, scene.sentence.end
    words = scene.words(start, end)
    marks = [match for match in NUMBERED.finditer(words) if re.match(r"(?:（[^）]*）)?(?:で(?:は|も)?|は|により|によって|に基づ"
        r"|も)", words[match.end():])]
    if not marks:
        yield Passage(scene, start, end), act.name
        return
    edges = [*(match.start() for match in marks), len(words)]
    for index, match in enumerate(marks):
        after = re.match(r"(?:（[^）]*）)?(?:で(?:は|も)?|は|により|によって|に基づ[いき]て?|も)、?", words[match.end():])
        low = match.end() + (after.end() if after else 0)
        yield Passage(scene, start + low, start + edges[index + 1]), "決議" + (match[1] or match[2])


def _from(scene: Scene, low: int, high: int) -> int:
    """Where the words of a restriction begin: behind the last clause that is no part of it."""
    words = scene.text[low:high]
    for clause in scene.clauses:
        if clause.link in ("coordinate", "subordinate", "end") and low < clause.end < high - 3 and clause.form != "noun" \
                and not _HEAD.fullmatch(clause.lemma) and scene.text[clause.end - 1] not in "止輸" and clause.lemma not in _NOUNS \
                and not scene.text[clause.head[0] : clause.end].endswith(tuple(_NOUNS)):
            words = scene.text[clause.end : high]
    found = re.match(r"(?:加盟国|各国|全加盟国|国連加盟国|参加国)(?:は|に(?:対し(?:て)?)?)、?(?:とくに)?", words)
    begin = high - len(words) + (found.end() if found else 0)
    for time in scene.times:
        if time.start == begin and (after := re.match(r"(?:に|には)?、?", scene.text[time.end : high])) and time.end < high - 4 \
                and after[0].startswith("に"):
            begin = time.end + after.end()
    if topic := re.match(r"^(?:とくに|特に|主文において|初めて|(?:同|本|この)(?:決議|法)(?:は|では|により)、?)+", scene.text[begin:high]):
        begin += topic.end()
    return begin


_LISTS = re.compile(r"(?:[や・、及び]{1,2}[^。、]{0,8})?の(?:対象|リスト)")
_SET = re.compile(r"(?:額|量)?(?:を|が|と)[^。、]{0,6}(?:設|課|定|導|決|引|し|な)|(?:額|量)?は|として|（")
_NOUNS = frozenset("""
    開設 登録抹消 抹消 付与 輸出 輸入 供給 販売 移転 調達 取引 提供 送金 入港 寄港 出資 設立 雇用 受入れ 受け入れ
    交流 往来 渡航
""".split())


def _close(scene: Scene, high: int) -> int:
    """The end of the words of a restriction: behind what belongs to its noun (の禁止|を義務化)."""
    found = re.match(r"(?:を|が|と|に)?(?:義務(?:化|付け|づけ)|設定|決定|追加|強化|盛り込|明記|実施|掲載|なっ(?:た)?|し(?:た|て)?"
        r"|され(?:た)?|対象|リスト|する)*", scene.text[high : high + 12])
    return high + (found.end() if found and found[0] not in ("を", "が", "と", "に") else 0)


_TAIL = re.compile(
    r"(?:[のをもが]?(?:輸出入|輸出|輸入|販売|供給|提供|移転|取引|調達))?[のをもが]?(?:全面的に|原則として|新たに)?"
    r"(?:全面禁止|原則禁止|禁止|禁輸|禁じ|制限|停止|凍結|義務)[^、]*$")


_DOING = re.compile(r"(?:の)?(?:輸出入|輸出|輸入|販売|供給|提供|移転|取引|調達|開設|付与|規制|往来|入港|検査)$")


def _called(words: str, starts: list[int]) -> list[str]:
    """How the things of one restriction are called, each with what is done with it and how it is restricted.

    石炭、鉄の輸出や燃料の供給を禁止: 石炭の輸出を禁止, 鉄の輸出を禁止, 燃料の供給を禁止.
    """
    tail = _TAIL.search(words)
    if tail is None or len(starts) < 2:
        return [words[start:] for start in starts]
    last = re.match(r"(?:の)?(?:輸出入|輸出|輸入|販売|供給|提供|移転|取引|調達)", tail[0])
    doing, closing = (last[0], tail[0][last.end() :]) if last else ("", tail[0])
    told: list[str] = []
    for start, following in reversed(list(zip(starts, [*starts[1:], None], strict=True))):
        if following is None:
            told.append(words[start:])
            continue
        thing = re.sub(r"(?:、|ならびに|並びに|及び|および|または|又は|や|と|・)$", "", words[start:following])
        if re.search(r"(?:規制|制限|禁止|停止)$", thing):
            told.append(thing)
        elif own := _DOING.search(thing):
            doing = own[0]
            told.append(thing + closing)
        else:
            told.append(thing + doing + closing)
    return told[::-1]


def _thresholds(stretch: Passage) -> Iterator[tuple[Passage, Quantity]]:
    """The ceilings of a stretch, each with the words it stands in: 精製品を年50万バレルに、原油を…に制限 sets two."""
    if not _CEILING.search(stretch.words) or _EFFECT.search(stretch.words):
        return
    at, previous = stretch.start, None
    plain = outside_quotes(stretch.words)
    for edge in [*(stretch.start + found.end() for found in re.finditer("に、|へ、|とし、", plain)), stretch.end]:
        piece = Passage.trimmed(stretch.scene, at, edge)
        limits = [limit for limit in amounts(piece.words) if limit.unit in _LIMITED] if piece else []
        if piece and limits:
            at, previous = edge, limits[0].per
            yield from ((piece, limit if limit.per else replace(limit, per=previous)) for limit in limits)


_LIMITED = frozenset(("USD", "JPY", "EUR", "t", "barrel", "account", "person", "percent", "kg", "ship"))


def _narrowed(kept: list[Measure], now: list[Measure]) -> tuple[list[Measure], list[Measure]]:
    """A measure without a ceiling that the next sentence gives one (石炭輸出を制限した。…上限は4億ドル) is told by it."""
    capped = {(one.resolution, thing) for one in now if one.threshold for thing in _things(one.measure)}
    done = [one for one in kept if one.threshold or not any((one.resolution, thing) in capped for thing in _things(one.measure))]
    return kept, done


def _exempted(kept: list[Measure], told: Passage) -> list[Measure]:
    """Give the exemption to the measures whose things it names, else to the last."""
    nouns = [index for index, one in enumerate(kept) if any(word in told.words for word in _things(one.measure))]
    chosen = set(nouns or [len(kept) - 1])
    return [replace(one, exemption=one.exemption or told.text, evidence=(*one.evidence, *told.spans)) if index in chosen else one
            for index, one in enumerate(kept)]


def _things(measure: str) -> list[str]:
    return re.findall(r"石炭|原油|石油|鉄鉱石|鉄|海産物|繊維|船舶|食料|資産|銀行|送金|労働者|鉱物資源|航空燃料", measure)[:1]


class _Kinds:
    """The categories of measures, found by the words of the codebook."""

    def __init__(self, codebook: Codebook) -> None:
        provisions = words_of(codebook, "provisions")
        self._patterns = [(name, re.compile(pattern(words))) for name, words in provisions.items() if words]
        self._decisive = {name.removesuffix("-decisive"): re.compile(pattern(words))
                          for name, words in words_of(codebook, "provision_marks").items()}

    def of(self, words: str, theme: str | None) -> str | None:
        """The category of a measure: by its decisive words, else by the words it has most of, `theme` where several fit."""
        for name, marks in self._decisive.items():
            if marks.search(words):
                return name
        counts = {name: len(found) for name, marks in self._patterns if (found := marks.findall(words))}
        if not counts:
            return None
        if theme in counts:
            return theme
        return max(counts, key=lambda name: counts[name])

    def theme(self, words: str) -> str | None:
        """The category that a sentence announces: 第二に、海運・貨物の規制である。"""
        if len(words) > 60 or not re.search(r"^第[一二三四五六七八九\d]+に|規制である|制裁の強化である|分野では|について(?:は|、)", words):
            return None
        return self.of(words, None)


def _once(found: list[Measure]) -> Iterator[Measure]:
    """Each measure once; what a resolution says of human rights, told in several places, is one measure."""
    kept: dict[tuple[object, ...], Measure] = {}
    for one in found:
        rights = one.category == "rights" and one.actor is None
        key = (one.resolution, "rights") if rights else (one.resolution, one.measure, one.threshold)
        before = kept.get(key)
        kept[key] = replace(before, evidence=(*before.evidence, *(span for span in one.evidence if span not in before.evidence))) \
            if before else one
    yield from kept.values()
