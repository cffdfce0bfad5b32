"""Where in a program a fault that is raised from outside is lost."""

import gc
from types import FrameType


def unheard(frame: FrameType | None) -> bool:
    """Whether the program stands in what the collector of garbage calls, or in the end of a value: who raises a fault there is not
    heard, and has to come again."""
    called = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    while frame is not None:
        if frame.f_code in called or frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False
