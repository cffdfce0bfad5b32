"""One line of sense in the document's own words: who, what; without the date, the brackets and the connectives."""

import re

from keii.coding.dating import adverbial
from keii.coding.scene import Scene
from keii.values.clause import Clause, Phrase

_LONGEST = 90
_LEAD = re.compile(
    r"^[、。\s　・●○◯■□◆◇▼▽▲△★☆◎※→:：|]+"
    r"|^(?:また|さらに|更に|しかし|しかしながら|だが|ところが|一方|その一方|そして|次に|なお|ただし|このため|そのため|"
    r"これに対して|これに対し|これを受けて|これを受け|その後|その際|つまり|とくに|特に|他方|同時に|すなわち|加えて|それに対して|例えば|たとえば|ところ|中|ほか|上で|上|際|ため|こうした中|この間|実際に)"
    r"(?:は|に)?、")
_AFTER_TIME = re.compile(
    r"(?:中に|中(?![距国央東旬止断部])|に続(?:き|いて)|に|は|も|、|付けで|の間に|の間|及び|および|までに|まで|から|と(?=[^ぁ-ん])|\s)*")
_BEFORE_TIME = re.compile(r"(?:去る|来る|さる)$")
_AS = re.compile(r"と(?:し|いたしまし|致しまし)ては")
_BRACKETS = re.compile(r"[（(][^（()）]*[）)]|【[^】]*】")


def of(scene: Scene, clause: Clause, start: int, subject: str | None, *, own: Phrase | None) -> str:
    """The happening a clause tells, from `start` of the text to its predicate: 「北朝鮮が弾道ミサイルを発射」.

    `own` is the phrase of the clause that says who acts, `subject` who does where none says so. At most 90 characters.
    """
    cuts = [] if own is None else [(_modified_from(scene, own), _particle_end(scene, own))]
    words = _without(scene, start, clause.head[0], cuts) + _closing(scene, clause)
    who = scene.text[own.start : own.end] if own is not None else subject
    mark = own.case if own is not None and own.case == "も" else "が"
    return _line(words, who, mark if clause.form != "noun" else "、")


def named(scene: Scene, start: int, end: int, subject: str | None) -> str:
    """The line of an event noun: its own words, led by who does it where they do not say so."""
    return _line(_without(scene, start, end, []), subject, "、")


def _modified_from(scene: Scene, phrase: Phrase) -> int:
    """Where the relative clause that modifies a phrase begins (1月に発足した|政権が), else the phrase itself."""
    starts = [clause.start for clause in scene.clauses
              if clause.link == "relative" and clause.noun is not None and clause.noun.start == phrase.start]
    return min([phrase.start, *starts])


def _particle_end(scene: Scene, phrase: Phrase) -> int:
    end = phrase.end
    if bracket := _BRACKETS.match(scene.text, end):
        end = bracket.end()
    role = _AS.match(scene.text, end)
    end = role.end() if role else end + len(phrase.case)
    while scene.text[end : end + 1] in ("、", " ", "　"):
        end += 1
    return end


def _without(scene: Scene, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """The words of `start:end` without what `cuts` names and without the times that stand alone."""
    cuts = sorted([*cuts, *_lone_times(scene, start, end)])
    pieces, at = [], start
    for low, high in cuts:
        if low >= at:
            pieces.append(scene.text[at:low])
            at = high
    pieces.append(scene.text[at:end] if at < end else "")
    return _BRACKETS.sub("", "".join(pieces))


def _lone_times(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for time in scene.times_in(start, end):
        whole = Phrase(time.start, time.end, "")
        if time.when.on_calendar and adverbial(scene, time, whole) and scene.text[time.end : time.end + 1] != "の":
            rest = _AFTER_TIME.match(scene.text, time.end, end)
            lead = _BEFORE_TIME.search(scene.text, start, time.start)
            found.append((lead.start() if lead else time.start, rest.end() if rest else time.end))
    return found


def _closing(scene: Scene, clause: Clause) -> str:
    """The predicate as a line ends on it: 表明した → 表明, 開かれ → 開かれる, 送り → 送る."""
    stem = scene.text[clause.head[0] : clause.head[1]]
    if clause.form == "noun" or (not clause.tail and clause.form == "sahen"):
        return stem
    if clause.form == "sahen":
        if clause.traits & {"negative", "desire", "volition", "duty"}:
            return stem + clause.tail
        if "passive" in clause.traits:
            return stem + "される"
        return stem + ("させる" if "causative" in clause.traits else "")
    if clause.link in ("end", "quote", "relative"):
        return stem + clause.tail
    if clause.tail.endswith(("が", "けれど", "けれども", "ものの", "ため", "ので")):
        return stem + re.sub(r"(?:が|けれども?|ものの|ため|ので)$", "", clause.tail)
    if re.search(r"(?:れ|られ|せ|させ)$", clause.tail):
        return stem + clause.tail + "る"
    return clause.lemma if clause.tail in ("", "て", "で") else stem + clause.tail


def _line(words: str, subject: str | None, mark: str) -> str:
    words = re.sub(r"、[、\s　]+", "、", re.sub(r"[\s　]+", " ", words))
    for _ in range(3):
        words = _LEAD.sub("", words).strip()
    words = words.strip("、。 　|「" if words.count("「") > words.count("」") else "、。 　|")
    if subject and not words.startswith(subject):
        subject = re.sub(r"\s+", "", _BRACKETS.sub("", subject))
        words = f"{subject}{mark}{words}" if words else subject
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
