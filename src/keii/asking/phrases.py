"""Turns of phrase of several words, said in one: 手を貸す is 協力する, 顔を合わせる 会談する."""

import re
from functools import cache

from keii.asking.nominal import asked_in_full
from keii.language.alike import idioms
from keii.language.tokens import tokenise
from keii.values.clause import Token

_SAID = {"手を貸": "協力", "命を落と": "死亡", "口に": "発言", "足を運": "訪問", "先延ばしに": "延期",
         "後回しに": "延期", "見直": "再検討",
         "考え直": "再検討", "白紙に戻": "撤回", "席を蹴": "退席", "手を引": "撤退", "ご破算に": "破棄", "棚上げに": "棚上げ", "明るみに": "公表",
         "実を結": "合意", "職に就": "就任",
         "座に就": "就任", "うまくい": "成功", "自由の身にな": "解放", "見て回": "視察", "見て歩": "視察", "手を挙げ": "賛成"}
"""What stands before a form of a verb, and the noun that with する means the same."""
_FORMS = {**dict.fromkeys("すぶむるくうつ", "する"), **dict.fromkeys("しびみりきいっんち", "し"), **dict.fromkeys("さばまらかわた", "さ")}
_TURN = re.compile(f"({'|'.join(map(re.escape, _SAID))})([{''.join(_FORMS)}])")
_AS_PLANNED = re.compile("(?:予定|約束|計画|期待|当初の予定)(?:どおり|通り)に?")
_RUN_TOGETHER = re.compile("(?<=[米英韓中仏露])(?<![一-龥].)国防(?=長官|相|総省|省|次官|部長|大臣)")
"""米国防長官 is the 国防長官 of 米国."""
_NARROWED = re.compile("(?:だけ)?に(?:絞って|しぼって|限って|限定して|絞り|限り)"
                       "(?:、|(?=[^、。]{0,16}(?:年表|一覧|整理|まと|挙げ|並べ|教え|示し|列挙|リスト)))")
"""2000年以降に絞って年表に: the years of 2000 on."""
_NOUNS = {"応じる": "受諾", "終わる": "終了", "始まる": "開始", "無効": "失効"}
"""Nouns for the verbs that some turns of phrase stand for."""
_HARD = {"だ": "た", "で": "て", "だら": "たら", "だり": "たり"}


def said_plainly(text: str) -> str:
    """A question in one spelling, with its turns of phrase in the words of reports."""
    plain = asked_in_full(_NARROWED.sub("の", _AS_PLANNED.sub("", _RUN_TOGETHER.sub("国の国防", text))))
    done = ""
    while (found := _idiom().search(plain)) is not None:
        said, plain = _replaced(plain, found)
        done += said
    plain = done + plain
    return _TURN.sub(lambda match: _SAID[match[1]] + _FORMS[match[2]], plain)


@cache
def _idiom() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(stem) for stem, _ in idioms()))


@cache
def _words() -> dict[str, str]:
    return {stem: _NOUNS.get(word, word) for stem, word in idioms()}


def _replaced(text: str, found: re.Match[str]) -> tuple[str, str]:
    """A text up to a turn of phrase, with the word for that in its place in the form of the verb that ended it; and what comes after, which
    is shorter than the text."""
    tokens = tokenise(text)
    last = next((number for number, token in enumerate(tokens) if token.start < found.end() <= token.end), None)
    said = text[: found.start()] + _words()[found[0]]
    if last is None:
        return said, text[found.end() :]
    verb, rest = tokens[last], tokens[last + 1 :]
    tail = text[verb.end :]
    if verb.pos == "助動詞" and found[0].endswith("せ"):
        return said + "し", tail
    if verb.pos not in ("動詞", "形容詞"):
        return said, tail
    if verb.lemma in ("する", "なる"):
        return said + ("さ" if verb.surface.startswith("さ") else _ending(verb, rest)), tail
    follow = rest[0] if rest else None
    if follow is not None and follow.start == verb.end and verb.surface.endswith("ん") and (soft := _HARD.get(follow.surface)):
        return said + _ending(verb, rest) + soft, text[follow.end :]
    return said + _ending(verb, rest), tail


def _ending(verb: Token, rest: tuple[Token, ...]) -> str:
    """する as the verb that is replaced stood: され before れる, し before た, ます or て, else する."""
    if verb.form.startswith("未然形"):
        return "さ" if rest and rest[0].surface[:1] in ("れ", "せ") else "し"
    return "し" if verb.form.startswith(("連用形", "意志")) else "する"
