"""Persons named again in short: 山田さん, 花子さん, 同氏 and 大統領 stand for the one whom the sentences before name in full."""

import re
from collections.abc import Iterator, Sequence

from keii.asking.weigh import plain
from keii.values.question import Question, Term
from keii.values.view import Passage

_TITLES = tuple("国家主席 主席 大統領 首相 総理大臣 総理 外務大臣 外相 国務長官 国防長官 国防相 防衛相 官房長官 長官 書記長 総書記 委員長 "
                "議長 議員 大使 特使 代表 次官 局長 団長 知事 教授 会長 国王 教皇 氏 さん".split())
_CALLED = f"(?:{'|'.join((*_TITLES, '夫人', '君', '被告', '容疑者', '元工作員', '工作員'))})"
_NAME = re.compile("[一-龥々ァ-ヶー][一-龥々ァ-ヶーぁ-ん]{2,7}")
_HAN = "[一-龥々ァ-ヶー]"


def named_in_full(question: Question, text: str, before: Sequence[Passage]) -> str:
    """A text in one spelling with those whom a question names told by their names, where it names them again in short; `before` are the
    passages before it, the nearest first."""
    told = [plain(near.text) for near in before]
    for term in question.terms:
        if term.role != "who" or term.codes or any(form in text for form in term.forms if "+" not in form):
            continue
        for short, full in _shorts(term):
            pattern = re.compile(rf"(?<!{_HAN}){short}")
            if (found := pattern.search(text)) and _antecedent(term, short, told):
                text = text[: found.start()] + full + text[found.end() :]
                break
    return _numbered(question, text, told)


_PAPER = re.compile("(?:今回の|この|同|本|当該)(?:安保理)?決議(?:案)?(?![一-龥0-9])")
_NUMBER = re.compile("決議(?:案)?第?([0-9]{3,4})")


def _numbered(question: Question, text: str, told: Sequence[str]) -> str:
    """A text with the number of the resolution for which 今回の決議 stands: that of the nearest one that is numbered before it."""
    asked = [term.label for term in question.terms if re.fullmatch("[0-9]{3,4}", term.label)]
    found = _PAPER.search(text) if asked and not any(number in text for number in asked) else None
    if found is None:
        return text
    number = next((match[1] for one in told for match in reversed([*_NUMBER.finditer(one)])), None)
    return text[: found.end()] + number + text[found.end() :] if number in asked else text


def _shorts(term: Term) -> Iterator[tuple[str, str]]:
    """The short ways to name a person, each as a pattern with the full name: 山田(?=さん|氏…), (?:同)?大統領."""
    names = [form for form in (term.label, *term.forms) if _NAME.fullmatch(form)]
    for name in dict.fromkeys(names):
        title = next((one for one in _TITLES if name.endswith(one)), "")
        bare = name.removesuffix(title)
        if title and title not in ("氏", "さん"):
            yield rf"同?{title}(?![一-龥])", name
        if len(bare) >= 3:
            cuts = [bare[:size] for size in (2, 1, 3) if size < len(bare)] + [bare[size:] for size in (2, 1, 3) if len(bare) - size > 1]
            yield from ((rf"{re.escape(cut)}(?={_CALLED})", bare) for cut in dict.fromkeys(cuts))
        yield "同氏", name


def _antecedent(term: Term, short: str, told: Sequence[str]) -> bool:
    """Whether the nearest passage in which the short name or a fuller one with it stands names the very person."""
    head = re.sub(r"\(\?.*", "", short).removeprefix("同?") if not short.startswith("同氏") else ""
    for text in told:
        mine = [form for form in term.forms if "+" not in form and len(form) > 2 and form in text]
        if head:
            others = {match[0] for match in re.finditer(rf"{_HAN}*{re.escape(head)}{_HAN}*", text)}
            strange = [one for one in map(_alone, others) if not any(form in one or one in form for form in term.forms)
                       and not re.fullmatch(rf"同?{re.escape(head)}{_CALLED}?", one)]
            if mine:
                return not any(_full(one, head) for one in strange)
            if strange:
                return False
        elif mine:
            return True
        elif re.search(rf"{_HAN}{{2,}}(?:氏|さん|大統領|首相|委員長|大臣|長官)", text):
            return False
    return False


def _alone(name: str) -> str:
    """A name without the word of kin right before it: 母花子."""
    return _KIN.sub("", name)


_KIN = re.compile("^.*(?:祖母|祖父|父親|母親|父|母|兄|姉|弟|妹|妻|夫|夫人|長男|次男|三男|長女|次女|息子|娘|実姉|実兄|実妹|実弟|おば|おじ)(?=.)")


def _full(one: str, head: str) -> bool:
    """Whether a run of characters is another's name with the same short one in it: 山田花子 beside 山田太郎."""
    rest = re.sub(rf"{_CALLED}.*$", "", one)
    return rest != head and head in rest
