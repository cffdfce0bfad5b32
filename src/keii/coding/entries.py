"""The entries of a chronology whose date stands at their head: 2015年5月20日：核ミサイルの実現へ前進か. It holds for the paragraphs below."""

import re

from keii.coding import dating
from keii.coding.dating import Dated
from keii.coding.scene import Scene
from keii.values.document import Document
from keii.values.mention import TimeMention

_TITLED = re.compile(r"\s*[:：].{2,}")
_HEADING = re.compile(r"[^。はがをに]{0,3}?[:：]|[ 　]*$")


def unread(document: Document, told: tuple[Scene, ...], times: tuple[TimeMention, ...]) -> dict[int, Dated]:
    """The lines without a sentence that begin an entry with its date, by block."""
    read = {scene.index for scene in told}
    found: dict[int, Dated] = {}
    for time in times:
        if time.block not in read and time.start <= 1 and dating.usable(time) and document.blocks[time.block].kind == "dateline" \
                and _TITLED.match(document.cleaned[time.block].text, time.end):
            found.setdefault(time.block, Dated(time, "adverbial"))
    return found


def heads(scene: Scene) -> Dated | None:
    """The date with which a line begins that is the head of an entry: 1999年2月27日～3月16日：査察の実施; None for any other."""
    first = scene.times[0] if scene.times and dating.usable(scene.times[0]) else None
    if first is None or first.start - scene.sentence.start > 2 or scene.text[: scene.sentence.start].strip() \
            or not _HEADING.match(scene.text, first.end) or "。" in scene.text:
        return None
    return Dated(first, "adverbial")
