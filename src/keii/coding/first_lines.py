"""The day of a report's first lines: who makes known what was done on it, and what comes back to it from older days."""

import re

from keii.coding.dating import Dated
from keii.coding.heads import acting, of_phrase
from keii.coding.own_subject import sayers
from keii.coding.scene import Scene
from keii.coding.telling import after
from keii.values.clause import Clause

_MAKING_KNOWN = frozenset("発表 公表 明らかにする 表明 述べる 語る 報告 説明 認める 確認".split())
_THIS_TIME = re.compile("(?:一方|また|これに対し|なお)?、?(?:今回|このたび|今度)(?:の|は|、)")


def made_known(scene: Scene, clause: Clause, lead: Dated) -> bool:
    """韓国政府は、通告が24日に北朝鮮からあったと|発表した: whether somebody named makes known, in the first lines of a report, what somebody
    else is said there to have done on its day."""
    if lead.time not in scene.times or clause.link != "end" or clause.lemma not in _MAKING_KNOWN \
            or not clause.traits & {"past", "progress"} or "passive" in clause.traits:
        return False
    telling = {actor.counts_as for actor in sayers(scene, clause)}
    return bool(telling) and any(
        actor.counts_as not in telling for inner in scene.clauses if inner is not clause and inner.link != "relative"
        for phrase in inner.phrases if phrase.case in ("が", "から", "より", "は") for actor in acting(of_phrase(scene, phrase)))


def back_at_the_day(scene: Scene, lead: Dated | None, date: Dated) -> bool:
    """2009年以後、…。今回の死去を受け、: whether a report that told of older days says that it is back at its own."""
    if lead is None or not _THIS_TIME.match(scene.text, scene.sentence.start):
        return False
    return after(lead.time, date.time) or date.time.when.value.endswith("/..")
