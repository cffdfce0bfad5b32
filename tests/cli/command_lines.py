"""What the tests of the command line share: what a run came to, and the sentences they read."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str


Keii = Callable[..., Ran]

VISIT = "2002年9月17日、小泉純一郎首相は平壌を訪問し、金正日国防委員長と会談した。\n"
SECOND = "2004年5月22日、小泉首相は平壌を再び訪問した。\n"
TEST = "2006年10月9日、北朝鮮は核実験を実施した。\n"
