"""Whether what a text tells is told of the persons a question names: by name, or by a title alone where no other acts."""

import re
from collections.abc import Iterator

from keii.language.tokens import tokenise
from keii.values.question import Question, Term

_TITLE = re.compile("(?:首相|総理|大統領|委員長|主席|総書記|書記長|外相|大臣|長官|次官|局長|団長|議員|氏|両者|両氏|両首脳|二人|双方|一家|"
                    "本人|自身|総裁|代表)")
_HIMSELF = re.compile("氏|両者|両首脳|二人|双方|本人|自身|代表|団長|議員|首脳")
"""What may stand for somebody whose offices are known, none of which the text names."""
_TOGETHER = re.compile("両者|両氏|両首脳|二人|双方|首脳会談|首脳会合")
_MEETS = re.compile("会談|会っ|会う|会い|面会|会見|会合|協議|話し合|対面|再会")
_CLOSE = re.compile("(?:し|り|い|き|ち|み|び|れ|え|け|せ|て|(?<=[んい])で|め)、|。|(?<=[たるだ])(?:が|ものの|一方)、")


_OWNER = re.compile(rf"([一-龥ァ-ヶー・＝=]{{2,20}}(?:{_TITLE.pattern}|特使|補佐官))(?:の|による)再?$")
_NAME, _NEXT = 24, 10
_REPORTS = re.compile("[^、。はがを]{0,14}(?:によると|によれば)")
_BEHIND = re.compile("(?:し|され)?(?:てい|てき)?[たるい](?=[一-龥ァ-ヶー])")
_HOLDER = re.compile(rf"[一-龥ァ-ヶー・＝=]{{1,12}}(?:\([^()]{{1,40}}\))?(?:{_TITLE.pattern}|特使|補佐官)")


def told_of(question: Question, text: str, core: Term | None) -> bool:
    """False where none of the persons named stands in `text` and another acts in it, or where two who are to have met are each
    told of something else. `core` is the act that is asked about."""
    if any(_only_reports(term, text) for term in question.terms if term.exact and not term.aside and f"{term.label}は" in question.text
           and not _says(term, question.text)):
        return False
    persons = [term for term in question.terms if term.role == "who" and not term.codes and not term.aside]
    if not persons:
        return True
    stand = [(term, list(_places(term, text))) for term in persons]
    if not any(places for _, places in stand):
        if core is not None and question.kind == "when" and any(_another(persons, close) for close in _close_to(core, text)):
            return False
        known = question.kind == "yesno" and all(term.titles for term in persons)
        if known and _TITLE.search(text) and not _HIMSELF.search(text):
            return False
        return bool(_TITLE.search(text)) or all(match[2] == "の" for match in re.finditer(question.doers, text))
    if core is not None and (_of_another(persons, core, text) or _told_of_whom(persons, core, text)):
        return False
    if len(persons) < 2:
        return True
    if not all(places for _, places in stand):
        met = core is not None and _MEETS.search(core.label) is not None
        return question.kind != "yesno" or (_TOGETHER.search(text) is not None if met else not _another(persons, text))
    meets = [match.start() for match in _MEETS.finditer(text)]
    if core is None or not _MEETS.search(core.label) or not meets:
        return True
    return any(all(any(_within(text, place, at) for place in places) for _, places in stand) for at in meets)


def _says(term: Term, asked: str) -> bool:
    """Whether a question asks what a body said of something: 統計庁は人口をいくつとしましたか."""
    said = asked.partition(f"{term.label}は")[2]
    return re.search("(?:と(?:し(?!て)|み|言)|述べ|主張|説明|報じ|伝え|(?:発表|指摘|分析|推定|推計)(?:し|と))", said) is not None


def _of_another(persons: list[Term], core: Term, text: str) -> bool:
    """Whether everywhere a text names the act it is that of somebody else: 大統領が、国務長官の訪朝を中止した."""
    words = {part for form in (*core.forms, *core.akin) for part in form.split("+")[-1:] if len(part) > 1}
    owners = [_OWNER.search(text[max(0, match.start() - _NAME) : match.start()]) for word in words for match in re.finditer(re.escape(word), text)]
    names = {form for term in persons for form in term.forms}
    return bool(owners) and all(owner is not None and not any(name in owner[1] or owner[1] in name for name in names) for owner in owners)


def _close_to(core: Term, text: str) -> Iterator[str]:
    """What stands right around the act in a text."""
    yield from (text[max(0, match.start() - _NEXT) : match.end() + _NEXT] for form in core.forms if "+" not in form
                for match in re.finditer(re.escape(form), text))


def _only_reports(term: Term, text: str) -> bool:
    """Whether a text names a body only as who reports what it tells: 韓国軍の合同参謀本部によると."""
    tails = [text[match.end() :] for form in term.forms if "+" not in form for match in re.finditer(re.escape(form), text)]
    return bool(tails) and all(_REPORTS.match(tail) for tail in tails)


def _told_of_whom(persons: list[Term], core: Term, text: str) -> bool:
    """Whether everywhere the act is told it tells more of somebody else, named right behind it: 出席していた習主席, 死去した金正日氏."""
    words = {part for form in core.forms for part in form.split("+")[-1:] if len(part) > 1}
    places = [(match.end(), found) for word in words for match in re.finditer(re.escape(word), text)
              if not _MEETS.search(word) and (found := _BEHIND.match(text, match.end()) or True)]
    if not places or any(found is True for _, found in places):
        return False
    names = {form for term in persons for form in term.forms}
    behind = [text[found.end() : found.end() + _NAME] for _, found in places if not isinstance(found, bool)]
    return all(_HOLDER.match(rest) and not any(rest.startswith(name) for name in names) for rest in behind)


def _another(persons: list[Term], text: str) -> bool:
    """Whether a text names somebody by name who is none of these."""
    names = {form for term in persons for form in term.forms}
    return any(token.sub == "人名" and len(token.surface) > 1 and not any(token.surface in name or name in token.surface for name in names)
               for token in tokenise(text))


def _places(term: Term, text: str) -> Iterator[int]:
    for form in (*term.forms, *(match for pattern, *_ in term.titles for match in _matches(pattern, text))):
        if "+" not in form:
            yield from (match.end() for match in re.finditer(re.escape(form), text))


def _matches(pattern: str, text: str) -> list[str]:
    return [match[0] for match in re.finditer(pattern, text)]


def _within(text: str, place: int, at: int) -> bool:
    """Whether who stands at `place` can take part in what is told at `at`: no clause closes between, or it opens with nobody else."""
    low, high = min(place, at), max(place, at)
    between = text[low:high]
    closed = [match.end() for match in _CLOSE.finditer(between)]
    return not closed or (place < at and not re.search("[一-龥ァ-ヶー」』](?:が|は)", between[closed[0] :]))
