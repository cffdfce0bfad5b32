"""Resolutions and laws by their names and numbers, and when they were adopted."""

import re

from keii.coding.scene import Scene

NUMBERED = re.compile(r"(?:決議|安保理|制裁)[^。、]{0,8}?第?\s?(1695|1718|1874|20\d\d|2[1-9]\d\d|3\d\d\d|1[0-9]\d\d)(?:号)?(?!年)"
    r"|第?(\d{4})号(?:決議)?")
_MORE = re.compile(r"(?:[、・と]|及び|および|並びに|ならびに)\s?(?:決議)?(?:第)?\s?(\d{4})(?:号)?(?!年|\d)")
LAW = re.compile(r"((?:特定船舶(?:の)?入港禁止(?:特別措置|特措)?|外国為替及び外国貿易|外為|[^、。「」の（]{0,12}制裁(?:強化|及び政策強化)?"
    r"|愛国者?)(?:特別措置|措置)?法)(?![的律に執律])")


def numbers_in(words: str) -> tuple[str, ...]:
    """The numbers of the resolutions that a sentence names, in order: 決議2270と2321 names two."""
    found: list[str] = []
    for match in NUMBERED.finditer(words):
        found.append(match[1] or match[2])
        at = match.end()
        while more := _MORE.match(words, at):
            found.append(more[1])
            at = more.end()
    return tuple(found)


def adoptions(told: tuple[Scene, ...]) -> dict[str, str]:
    """The day each act was adopted, where the document dates it: 決議2270（3月2日）, 11月30日、決議2321, 3月に決議2094が採択."""
    best: dict[str, str] = {}
    for scene in told:
        words = scene.words(scene.sentence.start, scene.sentence.end)
        for match in NUMBERED.finditer(words):
            name, low, high = "決議" + (match[1] or match[2]), scene.sentence.start + match.start(), scene.sentence.start + match.end()
            for time in scene.times:
                behind = time.start - high in (0, 1, 2) and scene.text[high : time.start].strip("号 ") in ("（", "(")
                before = 0 <= low - time.end <= 16 and re.fullmatch(
                    r"[、に]?(?:国連|の|採択され?た|可決された|安全保障理事会|安保理|制裁|対北朝鮮)*、?(?:が|は|で"
                        r"|において)?", scene.text[time.end : low])
                if (behind or before) and time.when.on_calendar and (edtf := time.when.edtf) and "/" not in edtf and \
                        len(edtf) > len(best.get(name, "")):
                    best[name] = edtf
        if (found := LAW.search(words)) and re.search(r"成立|採択|可決|制定|施行|署名", words[found.end():]):
            for time in scene.times:
                if time.start < scene.sentence.start + found.start() and (edtf := time.when.edtf):
                    best.setdefault(found[1], edtf)
    return best
