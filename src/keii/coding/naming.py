"""Happenings known by a name or a number, whose date the document gives once: 決議2321, 第5回核実験."""

import re

from keii.coding.dating import Dated, direct, in_brackets, usable
from keii.coding.keys import keys
from keii.coding.scene import Scene

_NAMING = re.compile(r"決議\d+$")


def dated_names(scenes: tuple[Scene, ...]) -> dict[str, Dated]:
    """For each resolution number the most exact date that a document puts beside it; a number that is given two days
    is left out."""
    found: dict[str, Dated] = {}
    doubtful: set[str] = set()
    for scene in scenes:
        for name, dated in _beside(scene):
            held = found.get(name)
            if held is None or len(dated.time.when.value) > len(held.time.when.value):
                if held is not None and not dated.time.when.overlaps(held.time.when):
                    doubtful.add(name)
                found[name] = dated
            elif not dated.time.when.overlaps(held.time.when) and len(dated.time.when.value) == len(held.time.when.value):
                doubtful.add(name)
    return {name: dated for name, dated in found.items() if name not in doubtful}


def _beside(scene: Scene) -> list[tuple[str, Dated]]:
    """Numbers with a date in brackets behind them, before them (3月2日、決議2270) or in the clause that adopts them."""
    found = []
    for time in scene.times:
        if not usable(time) or "/" in time.when.value:
            continue
        opening = in_brackets(scene, time)
        if opening is not None and (names := _names(scene.text[max(scene.sentence.start, opening - 12) : opening])):
            found.append((names[-1], Dated(time, "in brackets behind the name", own=False)))
        elif match := re.match(r"[、\s]*(?:国連)?(?:安保理)?(?:制裁)?(決議(?:第)?\s?\d{4})", scene.text[time.end : time.end + 24]):
            found.append((_names(match[1])[0], Dated(time, "beside the name", own=False)))
    for clause in scene.clauses:
        if clause.lemma.endswith("採択"):
            dated = direct(scene, clause)
            names = _names(scene.text[clause.start : clause.head[0]])
            if dated is not None and len(names) == 1:
                found.append((names[0], Dated(dated.time, "the day of its adoption", own=False)))
    return found


def _names(text: str) -> list[str]:
    return [key for key in keys(text) if _NAMING.fullmatch(key)]


def of(scene: Scene, named: dict[str, Dated]) -> Dated | None:
    """The date of the one dated name that a sentence without a date of its own holds; None where it holds none or two."""
    if not named or any(usable(time) for time in scene.times):
        return None
    names = [name for name in _names(scene.text[scene.sentence.start : scene.sentence.end]) if name in named]
    return named[names[0]] if len(set(names)) == 1 else None
