"""One line of sense from a clause's own words: who, what, without the date and the brackets."""

import re

from keii.coding.scene import Scene
from keii.values.clause import Clause

_LONGEST = 90
_LEAD = re.compile(r"^[、，,\s　・●○◯※→:：]+|^(?:また|さらに|しかし|一方|その一方|そして|次に|なお|ただし|このため|そのため|これに対し(?:て)?|これを受け(?:て)?|その後|つまり|とくに|特に|他方|同時に|"
                   r"すなわち|加えて|それに対して|例えば|たとえば)[、，]\s*")


def of(scene: Scene, clause: Clause, end: int, subject: str | None) -> str:
    """The clause's words up to `end`, its times and bracketed parts left out, led by `subject` where it lacks one."""
    return line(scene, clause.start, end, subject)


def line(scene: Scene, start: int, end: int, subject: str | None) -> str:
    """The words of `start:end` as one line of at most 90 characters."""
    pieces, at = [], start
    for time in scene.times_in(start, end):
        if time.when.on_calendar and time.start >= at:
            pieces.append(scene.text[at : time.start])
            at = time.end
            rest = re.match(r"(?:に|には|、|，|付けで|、には)?[、，\s　]*", scene.text[at:end])
            at += rest.end() if rest else 0
    pieces.append(scene.text[at:end])
    words = re.sub(r"[（(][^（()）]*[）)]", "", "".join(pieces))
    words = re.sub(r"\s+", " ", words)
    for _ in range(3):
        words = _LEAD.sub("", words).strip()
    words = words.strip("、，。 　|")
    if subject and not words.startswith(subject):
        words = f"{subject}、{words}" if words else subject
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
