"""What a clause tells as no more than possible."""

from keii.coding.scene import Scene
from keii.values.clause import Clause

_MODAL = ("可能性", "公算", "おそれ", "恐れ", "疑い", "余地", "兆候", "兆し", "気配", "見込み")  # …した可能性がある


def may(scene: Scene, clause: Clause) -> bool:
    """…した可能性がある, …を開く公算が大きい: whether a clause tells what may be."""
    noun, behind = clause.noun, next((other for other in scene.clauses if other.head[0] >= clause.end), None)
    return noun is not None and scene.phrase_words(noun) in _MODAL and scene.text[noun.end : noun.end + 1] in ("が", "は", "も") \
        and behind is not None and behind.link in ("end", "coordinate")  # not 疑いがあるとして|摘発した
