"""Text as a page, a sheet or a Word file can hold it. Only what is shown changes; the quote of the data stays exact.

XML has no place for control characters, non-characters and lone surrogates: they are shown as U+FFFD, the sign for a
character that cannot be shown, one for one, so that offsets still count.
"""

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def shown(text: str) -> str:
    """`text` with every character that XML cannot hold as U+FFFD; of the same length."""
    return _ILLEGAL.sub("\ufffd", text)
