"""The day of a meeting that a later sentence speaks of by its bare noun: 協議では, 協議後, その会談で, 席上."""

import re

from keii.coding.act import Act
from keii.coding.dating import Dated, usable
from keii.coding.scene import Scene
from keii.values.clause import Clause

RULE = "the day of the meeting it names"
_ORDINAL = re.compile("第[0-9一二三四五六七八九十]+回")
_MEETING = re.compile(r"((?:第[0-9一二三四五六七八九十]+回)?(?:会談|協議|会合|交渉|接触|対話|会議|総会))(?:の(?:開催|再開))?$")
_NAMES = re.compile(
    r"(?<![一-龯ァ-ヺーA-Za-z0-9のる」）])(?:その|同|この)?((?:第[0-9一二三四五六七八九十]+回)?(?:会談|協議|会合|交渉|接触|対話|会議|総会))"
    r"(?:後(?=[、は])|の後(?=[、は])|で(?=[、はも])|の席上?(?=[、で])|の場で|の中で|において)")
_KEPT = 8  # sentences through which a meeting is meant by its noun alone; the first one that a report tells of always is


_FULL = "[一-龯ァ-ヺー0-9]{2,14}(?:会談|協議|会合|交渉|接触|対話|会議|総会)"
_DATED_NAME = re.compile(f"の({_FULL})(?![一-龯])")
_FULL_NAMES = re.compile(f"(?<![一-龯ァ-ヺーA-Za-z0-9])(?:その|同|この)?({_FULL})(?:において|では|で、|の席上?[、で]|の場で|の中で)")


class Met:
    """The meetings told so far by the noun for them; with `first` the first of a noun stays the one that is meant, as in
    a newspaper report, else the last."""

    def __init__(self, *, first: bool = False) -> None:
        self._first = first
        self._held: dict[str, tuple[Dated, int]] = {}
        self._named: dict[str, tuple[Dated, int]] = {}

    def note(self, scene: Scene, act: Act, dated: Dated) -> None:
        """Remember a meeting that `act` tells of, where its day or days are known."""
        if act.predicate.action != "CONSULT" or act.noun is None or dated.approximate or dated.time.when.precision != "day" \
                or dated.time.when.value.endswith(".."):
            return
        named = _MEETING.search(scene.words(*act.noun))
        if named is not None and not (self._first and named[1] in self._held):
            self._held[named[1]] = self._held[_ORDINAL.sub("", named[1])] = (dated, scene.number)

    def hear(self, scene: Scene) -> None:
        """Remember what a sentence names with its day or month: 2002年9月17日の日朝首脳会談."""
        for time in scene.times:
            named = _DATED_NAME.match(scene.text, time.end) if usable(time) and time.when.precision in ("day", "month") else None
            if named is not None and not time.when.value.endswith("..") and not (self._first and named[1] in self._named):
                self._named[named[1]] = (Dated(time, RULE), scene.number)

    def _by_name(self, scene: Scene, clause: Clause) -> Dated | None:
        """The day of a meeting that a sentence without a date of its own names as it was named with its day."""
        if not self._named or any(usable(time) for time in scene.times):
            return None
        for found in _FULL_NAMES.finditer(scene.text, scene.sentence.start, clause.head[0]):
            dated, number = self._named.get(found[1], (None, 0))
            if dated is not None and (self._first or scene.number - number <= _KEPT):
                return Dated(dated.time, RULE, own=False)
        return None

    def at(self, scene: Scene, clause: Clause) -> Dated | None:
        """The day of the meeting at which, or after which, what a clause tells was done; None where it names none."""
        for named in () if not self._held else _NAMES.finditer(scene.text, scene.sentence.start, clause.head[0]):
            dated, number = self._held.get(named[1], (None, 0))
            if dated is not None and (self._first or scene.number - number <= _KEPT):
                return Dated(dated.time, RULE, own=False)
        return self._by_name(scene, clause)
