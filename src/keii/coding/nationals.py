"""The people of a state to whom things happen: 日本人5人, 米国人記者2人, 韓国人拉致被害者の家族.

They are no doers of diplomacy and no actors of their own, but who takes, frees or returns them deals with their state.
"""

import re
from dataclasses import replace

from keii.coding.scene import Scene
from keii.values.codebook import Codebook
from keii.values.mention import ActorMention

_PEOPLE = (
    r"(?:拉致)?(?:被害者|記者|配偶者|妻|女性|男性|学生|大学生|乗組員|船員|漁船員|教師|牧師|宣教師|旅行者|観光客|労働者|技術者|兵|人質|生存者|遺骨|夫婦|夫妻"
    r"|行方不明者|抑留者|拘束者|教授|医師|住民|民間人|従業員|職員|家族|遺族|青年|少女|少年|子供|子ども)*")
_TAIL = re.compile(
    rf"人{_PEOPLE}(?:の(?:家族|遺族|遺骨|遺体|釈放|解放|帰国|送還|返還|引き渡し|身柄|訪問団|墓参団|代表団|一行|訪朝団|[ァ-ヺー・]+氏))?(?:計|約|全員|全て|すべて)*"
    r"(?:[0-9〇一二三四五六七八九十百数]+(?:人|名))*(?:全員|ら|たち)*(?=[がをはもにへと、，]|だけ|など|の[ァ-ヺー]|$)")


class Nationals:
    """Finds the nationals of the states of one codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._states = {name: actor for actor in codebook.actors if actor.kind == "state" for name in actor.names}
        self._longest = max(map(len, self._states), default=0)

    def within(self, scene: Scene) -> Scene:
        """The scene with the nationals it speaks of among its actors."""
        text, at, found = scene.text, scene.sentence.start, []
        while (at := text.find("人", at, scene.sentence.end)) >= 0:
            at += 1
            name = self._before(text, at - 1)
            tail = _TAIL.match(text, at - 1, scene.sentence.end) if name else None
            if name is None or tail is None:
                continue
            state, start, end = self._states[name], at - 1 - len(name), tail.end()
            if any(actor.start < end and start < actor.end for actor in scene.actors):
                continue
            span = scene.document.spans(scene.index, start, end)[0]
            found.append(ActorMention(span, scene.index, start, end, state.id, state.counts_as, "group", "nationals"))
        if not found:
            return scene
        return replace(scene, actors=tuple(sorted([*scene.actors, *found], key=lambda actor: actor.start)))

    def _before(self, text: str, end: int) -> str | None:
        """The longest name of a state that ends at `end`."""
        names = (text[max(0, end - length) : end] for length in range(self._longest, 0, -1))
        return next((name for name in names if name in self._states), None)
