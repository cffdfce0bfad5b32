"""What the press reports is no event of its own where the report has no day: 通信社は、代表団が到着したと伝えた. What is reported may be one."""

from keii.coding.dating import Dated
from keii.coding.heads import heads_phrase, of_phrase
from keii.coding.scene import Scene
from keii.values.clause import Clause

_REPORTING = frozenset("伝える 報じる 報ずる 報道 放送 配信 速報 詳報 続報 中継 紹介".split())


def only_reports(scene: Scene, clause: Clause, dated: Dated) -> bool:
    """Whether a clause says no more than that a paper, an agency or a broadcaster reports something, on a day that is not said."""
    if dated.own or clause.lemma not in _REPORTING or "passive" in clause.traits:
        return False
    subjects = [phrase for phrase in (*clause.phrases, *((clause.topic,) if clause.topic is not None else ()))
                if phrase.case in ("は", "が", "も")]
    heads = [actor for phrase in subjects for actor in of_phrase(scene, phrase) if heads_phrase(scene, actor, phrase)]
    return bool(heads) and heads[-1].kind == "media"
