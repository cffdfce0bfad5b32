"""Where in a program a fault that is raised from outside is lost."""

import gc
from types import FrameType
from weakref import ReferenceType


def unheard(frame: FrameType | None) -> bool:
    """Whether the program stands in what the collector of garbage calls, in the end of a value, or in what is called when a value
    has ended (the callback of a weak reference): who raises a fault there is not heard, and has to come again."""
    called = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    while frame is not None:
        if frame.f_code in called or frame.f_code.co_name == "__del__" or _told_of_an_end(frame):
            return True
        frame = frame.f_back
    return False


def _told_of_an_end(frame: FrameType) -> bool:
    """Whether a frame is that of a call whose first argument is a weak reference to a value that is gone."""
    code = frame.f_code
    first = frame.f_locals.get(code.co_varnames[0]) if code.co_argcount else None
    return isinstance(first, ReferenceType) and first() is None
