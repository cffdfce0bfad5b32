"""Who is named only to be left out: ロシア以外の国, 中国を除く理事国, 米国抜きの協議. They take no part in what is told."""

import re
from dataclasses import replace

from keii.coding.scene import Scene

_LEFT_OUT = re.compile(r"(?:政府|側|両国)?(?:以外|を除(?:く|い|き|外)|抜き(?:で|の)|を抜きに)")


def told(scene: Scene) -> Scene:
    """The scene without the actors that are left out of what it tells, with those listed before them (中国とロシア以外の)."""
    out: list[int] = []
    for place, actor in enumerate(scene.actors):
        if not _LEFT_OUT.match(scene.text, actor.end):
            continue
        out.append(place)
        while place and scene.text[scene.actors[place - 1].end : scene.actors[place].start] in ("と", "、", "・", "や", "及び", ""):
            place -= 1
            out.append(place)
    return replace(scene, actors=tuple(actor for place, actor in enumerate(scene.actors) if place not in out)) if out else scene
