"""How a document dates its telling as a whole: in brackets behind what happened, or in the one year that it reviews."""

import re
from collections import Counter

from keii.coding.dating import Dated, direct, in_brackets, usable
from keii.coding.scene import Scene
from keii.values.mention import TimeMention

_BRACKET = re.compile("[（(]")


def _behind(scene: Scene) -> list[TimeMention]:
    """The times in brackets behind a predicate of the sentence: …を表明した（3月）。"""
    if not scene.times or not _BRACKET.search(scene.text, scene.sentence.start, scene.sentence.end) \
            or not any(in_brackets(scene, time) is not None for time in scene.times):
        return []
    return [found.time for clause in scene.clauses if clause.link != "relative"
            if (found := direct(scene, clause)) is not None and found.rule == "in brackets behind the predicate"]


def dates_behind(scenes: tuple[Scene, ...]) -> bool:
    """Whether a document dates its telling in brackets behind the predicates, as annual reviews do: at least three
    such dates, and as many as a third of the dates that stand in front."""
    behind = sum(len(_behind(scene)) for scene in scenes)
    if behind < 3:
        return False
    in_front = sum(1 for scene in scenes for clause in scene.clauses
                   if clause.link != "relative" and (found := direct(scene, clause)) and found.rule == "adverbial")
    return behind * 3 >= in_front


def ahead(scenes: tuple[Scene, ...], number: int, reach: int = 2) -> Dated | None:
    """In such a document, the date that closes the passage an undated sentence belongs to: the first one behind a
    predicate in the next `reach` sentences of its block."""
    here = scenes[number]
    for scene in scenes[number + 1 : number + 1 + reach]:
        if scene.index != here.index:
            return None
        if found := _behind(scene):
            return Dated(found[0], "from the brackets that close the passage", own=False, approximate=True)
        if any(usable(time) for time in scene.times):
            return None
    return None


def year_told(scenes: tuple[Scene, ...]) -> Dated | None:
    """The year that a review tells of: the one that holds two thirds of its dates, where the text names it."""
    times = [time for scene in scenes if scene.block.kind != "note" for time in scene.times if usable(time) and time.when.earliest]
    years = Counter(time.when.value[:4] for time in times)
    if not years:
        return None
    year, count = min(years.items(), key=lambda item: (-item[1], item[0]))
    if count * 3 < len(times) * 2:
        return None
    named = next((time for time in times if time.when.value == year), None)
    return Dated(named, "the year the review tells of", own=False) if named else None
