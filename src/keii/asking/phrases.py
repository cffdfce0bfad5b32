"""Turns of phrase of several words, said in one: 手を貸す is 協力する."""

import re

_SAID = {"手を貸": "協力", "命を落と": "死亡", "口に": "発言", "足を運": "訪問", "先延ばしに": "延期", "後回しに": "延期", "見直": "再検討",
         "考え直": "再検討", "白紙に戻": "撤回", "席を蹴": "退席", "手を引": "撤退", "ご破算に": "破棄", "棚上げに": "棚上げ", "明るみに": "公表"}
"""What stands before a form of a verb, and the noun that with する means the same."""
_FORMS = {**dict.fromkeys("すぶむるくうつ", "する"), **dict.fromkeys("しびみりきいっんち", "し"), **dict.fromkeys("さばまらかわた", "さ")}
_TURN = re.compile(f"({'|'.join(map(re.escape, _SAID))})([{''.join(_FORMS)}])")


def said_plainly(text: str) -> str:
    """A question in one spelling, with its turns of phrase in the words of reports."""
    return _TURN.sub(lambda match: _SAID[match[1]] + _FORMS[match[2]], text)
