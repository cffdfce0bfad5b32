"""Width folding that moves no offset: every character becomes exactly one."""

_PUNCTUATION = {"，": "、", "．": "。", "､": "、", "｡": "。", "｢": "「", "｣": "」", "～": "〜", "–": "－", "－": "－"}
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "（），．－～"}
_TABLE = str.maketrans({**_WIDE, **_PUNCTUATION})


def fold(text: str) -> str:
    """`text` with half-width digits and letters and Japanese commas and full stops; the same length as before.

    ２０１８年，→ 2018年、 Brackets stay as they are.
    """
    return text.translate(_TABLE)
