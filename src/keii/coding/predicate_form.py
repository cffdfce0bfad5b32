"""A predicate as a line of sense ends on it: 表明した → 表明, 開かれ → 開かれる, 送り → 送る, 行われまして → 行われる."""

import re

from keii.coding.scene import Scene
from keii.values.clause import Clause

_VOICE = re.compile(r"(?:さ?せ)?(?:ら)?れ(?=$|[^る])|(?:さ?せ)?(?:ら)?れ(?=る)|さ?せ(?=$|[てたるらなずまよ])")
_PAST = re.compile(r"^(.*?(?<!まし)(?:た|だ))(?:の|ん|と|こと|もの|わけ|ところ|が|けれど|という|とい|よう|らし|ため|で|ら?り|$).*$")
_NOT = re.compile(r"^(?P<lasting>[てで](?:い|おり|おら|まいり|きて(?:い|おり|おら)?)?)?(?P<not>な(?:い|かっ|く|けれ)|ず|ぬ|ませ)")
_POLITE = re.compile(r"まし|ます|です|でし|ござ|いたし|申し")


_PLAIN = {"ござる": "ある", "御座る": "ある", "いたす": "する", "致す": "する", "おる": "いる"}


def closing(scene: Scene, clause: Clause) -> str:
    """The predicate of a clause as a line ends on it. Without politeness, hearsay and what joins it to the next clause."""
    stem = scene.text[clause.head[0] : clause.head[1]]
    if clause.form == "noun":
        return stem
    if clause.tail == "" and scene.text[clause.head[0] - 1] == "の":
        return stem  # 交渉の|見合わせ、支援の見合わせを決めた: a noun that has the form of a verb
    if clause.form == "sahen":
        return stem + _done(clause)
    if clause.form == "adjective":
        return stem + re.sub(r"(?:です|ます|と(?:いう)?|が|ため|ので|けれども?)$", "", clause.tail)
    return _verb(scene, clause, stem)


def _done(clause: Clause) -> str:
    """What a サ変 noun keeps of its する: nothing, unless it is passive, denied, wanted or due."""
    past = "past" in clause.traits
    if clause.tail.startswith("でき") or "potential" in clause.traits:
        return "できない" if "negative" in clause.traits else "できる"
    voice = "され" if "passive" in clause.traits else "させ" if "causative" in clause.traits else ""
    if "negative" in clause.traits:
        return f"{voice or 'し'}{'なかった' if past else 'ない'}"
    if "desire" in clause.traits:
        return "したい"
    if "duty" in clause.traits:
        return "すべき"
    if "volition" in clause.traits:
        return "しよう"
    return f"{voice}る" if voice else ""


def _verb(scene: Scene, clause: Clause, stem: str) -> str:
    tail, traits = clause.tail, clause.traits
    lemma = _lemma(scene, clause)
    voice = found[0] if traits & {"passive", "causative"} and (found := _VOICE.match(tail)) else ""
    base = f"{stem}{voice}る" if voice else lemma
    rest = tail[len(voice) :]
    closes = clause.link in ("end", "quote", "relative") or "past" in traits
    if "negative" in traits:
        no = _NOT.match(rest)
        if no is None:  # a denial is never lost: the words as they stand
            return f"{stem}{tail}"
        if no["not"] == "ませ":
            return f"{stem}{voice}{rest[: no.end()]}ん"
        lasting = no["lasting"][0] + "い" if no["lasting"] else ""
        return f"{stem}{voice}{lasting}{'なかった' if 'past' in traits and closes else 'ない'}"
    if closes and "past" in traits and not _POLITE.search(rest) and (past := _PAST.match(rest)):
        return f"{stem}{voice}{past[1]}"
    if traits & {"desire", "duty"} and not _POLITE.search(rest) and closes:
        return f"{stem}{voice}{rest}"
    return base


def _lemma(scene: Scene, clause: Clause) -> str:
    """The dictionary form without what of it stands before the stem already (位置|付ける)."""
    lemma, start = _PLAIN.get(clause.lemma, clause.lemma), clause.head[0]
    for cut in range(len(lemma) - 1, 0, -1):
        if scene.text[max(0, start - cut) : start] == lemma[:cut]:
            return lemma[cut:]
    return lemma
