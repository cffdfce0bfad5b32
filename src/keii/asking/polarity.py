"""Whether a passage says that what was asked came about, was only sought, or did not."""

import re
from typing import Literal

from keii.asking.clauses import told_of_another
from keii.values.question import Question, Term
from keii.values.spelling import fold_word, folded, occurrences_of

Said = Literal["yes", "no", "sought", "silent"]

_NOT = re.compile(r"(?:し|され|行わ|行われ|開か|せ|られ|ら|さ|て|れ|か|わ|き|け|め|え|み|び|が|ば|た|で|じ|に|も|は|"
                  r"を|のが|く|い|り|あり|合意|署名|成功)?"
                  r"(?:なかった|なく|ないまま|なかった|ません|ず(?:に|、|、)|ていない|ておらず|ていません|ぬまま|(?<=[きせれらりえけてめみわさかた])ず(?=[一-龥、。])|"
                  r"なければ|ない(?:」?と|こと|まま|旨|形|方針|考え|意向|。|$)|なし(?:$|[。、にでとの]))")
_FAILED = re.compile(r"失敗|拒否|拒絶|拒ん|断っ|断り|断られ|見送|頓挫|中止|取りやめ|取り止め|流れた|決裂|物別れ|"
                     r"不調|否決|棄権|保留|反対|欠席|延期|先送り|棚上げ|見合わせ|打ち切|流会|破談|白紙|撤回|取り消|キャンセル|不参加|合意なく|"
                     r"残った|至らず|乏し|ほとんどな|皆無|低調|平行線|足踏み|至っていない|退け|否定")
_STOPS = re.compile("中止|取りやめ|取り止め|拒否|拒絶|撤回|打ち切")
_SOUGHT = re.compile(r"打診|招請|招待|予告|追求|探[りるっ]|図[りるっ]|働き?かけ|申し入れ|申入れ|提案|呼びかけ|呼び掛け|求め|"
                     r"要請|目指|意向|意欲|用意|予定|計画|検討|"
                     r"見通し|模索|調整|可能性|方針|必要|べき|よう(?:促|主張|要求)|たい(?:と|考え)|望|準備|"
                     r"に?向け(?:た|て|、|(?=[一-龥]))|前提|条件|期待|場合|(?<![事文懸])案(?:を|が)|見込み|手はず|かどうか|"
                     r"あり得|ありうる|ありえ|かもしれ|日が来る|余地|"
                     r"(?:が|は)(?:極めて|最も|何より)?(?:重要|不可欠|欠かせ|望まし)|の(?:重要性|必要性|意義)")
_NEVER = re.compile(r"(?:の(?:開催|実現|実施))?(?:に|へ|は|が|も|を|まで)*(?:至らず|至ら?な|至って(?:いな|おら)|実現(?:し|せ)(?:ず|な|てい?な)|"
                    r"開かれ(?:ず|な|てい?な)|"
                    r"行われ(?:ず|な|てい?な)|中止|延期|見送|取りやめ|取り止め|流れ|頓挫)")
_NOTHING = re.compile(r"(?:が|にもかかわらず|ものの|けれども|一方|ため)、?[^。]{0,40}?(?:実現(?:し|せ)(?:なかった|ず|ていない)|(?:し|せ|は)なかった|"
                      r"(?:開か|行わ)れ(?:なかった|ず)|"
                      r"断った|断られ|拒否した|拒んだ|応じ(?:なかった|ず)|見送(?:った|られた)|中止(?:した|され|となった|が)|取りやめ|流れた|"
                      r"延期(?:した|され|となった|が)|頓挫|白紙|破談)")
_DONE = re.compile("(?:を)?(?:行使)?(?:し|して|いて|って)、|(?:によって|により|で)(?:否決|廃案|葬)")
_BLOCKS = re.compile("拒否権|反対票|反対|棄権")
"""Who asks of a veto is not told no by what came of it: 拒否権を行使し、否決された."""
_MAY = re.compile("可能性|見通し|見込み|おそれ|恐れ|かどうか|場合|懸念|準備|兆候|観測")
_BREAK = re.compile(r"[。！？]|(?:が|けれども|ものの|一方)、")
_IF = re.compile(r"(?:を|が|に|へ)?(?:す|し|され|行わ|行え|開か|実現す|実現し)?(?:れば|たら|るなら|たとしても|ても|るとしても)|とは言い切れ")
_LATER = re.compile("後|以降|以来|以後|(?:今日|現在|今|これ)まで|新た|その後|再び|あと|のち")
_SINCE = re.compile("(?:その後|以後|以来|以降|それから)は?、?")
_SCHEDULED = re.compile("予定(?:され)?(?:てい)?(?:た|の)$|"
                        r"(?:開催|実施|行わ|開か|予定)(?:さ)?れる(?:この|その|予定の|見通しの|見込みの|、)?[一-龥]{0,2}$")
_CALLED = re.compile("取り消|中止|延期|見送|取りやめ|取り止め|キャンセル")
_AGREED = re.compile("(?:^|[^、]{1,16})(?:で|ことで|に|ことに)(?:一致|合意|同意)")
_ANNOUNCED = re.compile("(?:を(?:[0-9][^。]{0,12}?)?(?:行う|開く|実施する|開催する|持つ)|する|される)(?:と|こと|旨|方針|計画|予定)[^。、]{0,6}?"
                        "(?:発表|表明|公表|明らか|伝え|予告|通告|通知|通報|述べ|語|言明)")
"""What was announced is not done by then: 開催すると発表した."""
_DUE = re.compile("[をはが]?[^。、「」]{0,12}?(?:[年月週]|年度|年末)(?:内|以内|中|まで|末まで)に(?:は)?[^。、「」]{0,10}?"
                  "(?:実施|開催|開始|着工|締結|設置|完了|再開|公表|発表|提出|行う|開く|行な?う)(?:する)?[。」・]?$")
"""What is due within a time and not told as done: 着工式を年内に実施."""
_SETTING = re.compile("中[、にのは]|期間中|の(?:席|場|冒頭|最中|合間|際|途中)|では?、")
"""Where something else is told of: 会合中、日朝協議は行わなかった says of talks that they were not."""
_ASIDE = re.compile("に(?:際し|関し|関する|ついて|向け)|をめぐ|を巡|問題|の(?:条件|義務|要件|是非|可否|問題)")
"""Behind an act that is only spoken of: 加盟しておらず、加盟に際しての課題."""
_ON_IT = re.compile("(?:に(?:関する|ついての|向けた)|をめぐる|を巡る)[^。、]{0,8}?(?:協議|議論|検討|交渉|会談|会合|話し合い|調整|折衝|研究)")
"""What is only talked about: 配備に関する公式協議を始める."""
_PART_OF = re.compile("ミサイル|台(?!湾)|準備|被害者|艦|部隊|システム|装置|能力|施設|設備|基地|技術|手段|対象|条項|計画|用の|態勢|体制|"
                      "権限|場(?!合|面)")
"""A noun of which the act is but a part: 迎撃ミサイル, 発射台."""
_PLANNED = re.compile("(?:を)?(?:[きしちにびみりえけせてねべめれっいん][てで]?|行っ?て?)、[^。]{0,60}?[うくぐすつぬぶむる]"
                      "(?:予定|計画|方針|見通し|見込み|意向|考え|つもり|手はず)"
                      "(?!だった|であった|でした|を変|が変)(?![^。]{0,12}(?:とし、|して、))")
"""Who does one thing and then another, all of it to come: 訪れて、協議する予定である."""
_GOING = re.compile("訪|会談|会合|協議|会議|交渉|対話|面会|会見")
_SETTLED = re.compile("(?:する|を行う|を開く|を持つ)?(?:こと)?(?:[がはも][^、。]{0,6}(?:決定|決ま|内定|固ま)|"
                      "を(?:決め|決定|固め)|(?:(?:こと)?[にで](?:ほぼ|近く|大筋で|おおむね|基本的に|すでに|既に)?(?:合意|一致|同意)))")
"""A visit or talks that were settled upon, and not held by that: 訪朝が決定していた."""
_TALKS = re.compile("会談|会合|協議|会議|交渉|合意|一致|訪|会")
_EXCEPT = re.compile("(?:の[^、。]{1,6})?(?:は|が|も|だけは|に限り|については)?(?:例外|除外|対象外|適用外|対象から外|認められ|免除)|"
                     "を(?:除[いき外くけ]|例外|対象外|別)")
_REACH = 26
_HIMSELF = re.compile("本人|同一人物|本物")
_ANOTHER = re.compile("別の?(?:人|個体)|他人|偽物|本人(?:の(?:もの|骨))?(?:では|とは)[^、。]{0,6}な[いか]")
"""What was found to be another's is not his own: 遺骨は本人のものか, 別人のものと判明."""
_UN = "不未非"
"""不参加 is no 参加, 未解決 no 解決."""
_AND = re.compile(r"(?:を)?(?:[いきしちにびみりえけせてねべめれ]|して|って|いて|んで|おり)、")
"""Who did one thing and then another: 言葉を交わし、解決を求めた."""
_COMES = frozenset("まとまる まとめる 成立 出る 出す できる 得る 得られる 作る 作成 署名 調印 採択 発表 決まる 実現 ある 至る 結ぶ 締結".split())
_NONE = re.compile("(?:は|が|も|の)?(?:なし|無し|なく(?!な)|ない|なかった)|"
                   "(?:は|が|を|に|へ|も|には|まで)?[^、。]{0,4}(?:至ら|まとま(?:ら|って(?:い|お)ら)|得られ)(?:ず|な)")
"""Behind a thing that did not come about: 合意文書なし."""
_JOINED = re.compile("[いきしちにびみりえけせてねべめれ]、")
_AND_NOT = re.compile(r"[をがはも]?[^、。]{0,4}(?:ておらず|ておりません|なかったが|ませんでしたが|せずに?|れずに?)、")
"""Who did not, and then another thing: 加盟しておらず、条件が問題となる."""


def said_of(question: Question, term: Term, text: str) -> Said:
    """What `text` says of the act that `term` names: `silent` where it does not speak of it.

    Of several places the one that says most counts: that it was, then that it was not, then that it was sought.
    """
    contraries = (match.start() for word in term.against for match in re.finditer(re.escape(word), text))
    found: set[Said] = {"no"} if any(not told_of_another(question, text, at) for at in contraries) else set()
    settings: set[Said] = set()
    wholes = [match.span() for other in question.terms if other is not term for form in other.forms if len(form) > len(term.label) and "+" not in form
              and (term.label in other.label or term.label not in form) for match in re.finditer(re.escape(form), text)]
    said = [form for form in term.forms if form in text]
    left_out = not _spares(term) and any(excepted(other, text) for other in question.terms if other is not term and other.role != "who")
    found.update(["no"] if left_out else [])
    others = () if said else (*(term.kin[-1] if term.kin else ()), *term.akin)
    for form in (*term.forms, *term.parts[-1:], *others):
        if "+" in form and form.split("+", 1)[0] not in text:
            continue
        for part in form.split("+")[-1:]:
            at = text.find(part)
            while part and at >= 0:
                if at and text[at - 1] in _UN and part[0] not in _UN and f"{text[at - 1]}{part}" not in fold_word(question.text):
                    found.add("no")
                    at = text.find(part, at + 1)
                    continue
                if any(low <= at < high for low, high in wholes):
                    at = text.find(part, at + 1)
                    continue
                if not told_of_another(question, text, at) and not _of_another_thing(question, term, text, at):
                    what = _after(question, term, text, at + len(part)) if not (question.happened and _SCHEDULED.search(text[:at])) else "sought"
                    what = "sought" if what == "yes" and term.role == "act" and _ON_IT.match(text, at + len(part)) else what
                    aside = _SETTING.match(text, at + len(part)) or (term.role == "act" and _ASIDE.match(text, at + len(part)))
                    (found if what != "yes" or not aside else settings).add(what)
                at = text.find(part, at + 1)
    found |= settings if "no" not in found else set()
    order: tuple[Said, ...] = ("no", "yes", "sought") if term.against or left_out else ("yes", "no", "sought")
    return next((said for said in order if said in found), "silent")


_WHOLE = re.compile("実現|成立|再開|開始|中止|中断|終了|決裂|延期|解除|実施|採択|締結|署名|調印|発効|開催|合意|破棄|撤廃")
_BEFORE = re.compile("[一-龥ァ-ヶーa-z0-9]{2,12}$")
_HOW = re.compile("(?:早期|完全|事実上|全面|一部|即時|正式|公式|無期限|一時|段階的|"
                  "全面的|共同|同時|年内|事実|史上初|大筋|基本|同日|当日|条件付|再度)$")


def _of_another_thing(question: Question, term: Term, text: str, at: int) -> bool:
    """Whether what comes about at an index of a text is in one word with something that is not asked of: 首脳会談実現."""
    others = [other for other in question.terms if other is not term and other.role != "who" and not other.aside and other.weight >= 1]
    before = _BEFORE.search(text, max(0, at - 12), at)
    if not others or before is None or not _WHOLE.fullmatch(term.label) or _HOW.search(before[0]) or re.search("[0-9年月日]$", before[0]):
        return False
    words = {word for other in others for word in (*other.forms, *other.parts, *other.akin) if "+" not in word}
    return not any(word in before[0] or before[0] in word for word in words)


def contrary(question: Question, core: Term, text: str) -> bool:
    """Whether a text tells of the contrary of what a question asks beside the act it ends on: 不参加を表明 of 参加すると言った."""
    asked = fold_word(question.text)
    if _HIMSELF.search(asked) and _ANOTHER.search(text) and not _ANOTHER.search(asked):
        return True
    for term in question.terms:
        if term is core or term.aside or term.role == "who":
            continue
        ends = [match.end() for form in term.forms if len(form) > 1 and "+" not in form for match in re.finditer(re.escape(form), text)]
        if ends and core.label in _COMES and all(_NONE.match(text, end) for end in ends):
            return True
        if term.role != "act":
            continue
        places = [match.start() for form in term.forms if len(form) > 1 and "+" not in form for match in re.finditer(re.escape(form), text)]
        if places and all(at and text[at - 1] in _UN and f"{text[at - 1]}{term.label}" not in asked for at in places):
            return True
    return False


def _spares(term: Term) -> bool:
    """Whether the act itself is that something is left out: 外す, 除外する."""
    return any("例外" in form or "除外" in form for form in term.forms)


def excepted(term: Term, text: str) -> bool:
    """Whether a text excepts what a term names from what it tells: 民生目的は例外とした, 人道目的を除き."""
    return any(_EXCEPT.match(text, match.end()) for form in term.forms if len(form) > 1 and "+" not in form
               for match in re.finditer(re.escape(form), text))


def never(term: Term, text: str) -> bool:
    """Whether everywhere `text` speaks of the act it says that it was never come to: 首脳会談には至らず."""
    tails = [text[end:] for form in term.forms if form and "+" not in form for _, end in occurrences_of(form, folded(text))]
    return bool(tails) and all(_NEVER.match(tail) for tail in tails)


def came_to_nothing(term: Term, text: str) -> bool:
    """Whether a text that tells of an act as sought or planned ends with its not coming about: …することに決まったが、実現しなかった."""
    tails = [text[end:].split("。", 1)[0] for form in term.forms for part in form.split("+")[-1:] if len(part) > 1
             for _, end in occurrences_of(part, folded(text))]
    return any(_NOTHING.search(tail) for tail in tails)


def not_since(question: Question, term: Term, text: str) -> bool:
    """Whether a text says that the act has not come about since (その後は採択できていない) where a question asks of a later one."""
    if not _LATER.search(question.text):
        return False
    tails = [text[match.end() :] for match in _SINCE.finditer(text)]
    return any(_NOT.search(tail[end : end + _REACH]) for tail in tails for form in term.forms if form and "+" not in form
               for _, end in occurrences_of(form, folded(tail)))


def fails(term: Term) -> bool:
    """Whether the act itself is that something does not come about: 見合わせる, 延期."""
    return bool(_FAILED.search(term.label)) or any(_STOPS.search(form) for form in term.forms)


def only_may(term: Term, text: str) -> bool:
    """Whether everywhere `text` speaks of the act it says only that it may come about: 核実験に踏み切る可能性."""
    tails = [text[end : end + _REACH] for form in term.forms if form and "+" not in form for _, end in occurrences_of(form, folded(text))]
    return bool(tails) and all(_MAY.search(_BREAK.split(tail, maxsplit=1)[0]) for tail in tails)


def _after(question: Question, term: Term, text: str, end: int) -> Said:
    tail = _BREAK.split(text[end : end + _REACH], maxsplit=1)[0]
    if question.kind == "yesno" and term.role == "act" and _PART_OF.match(text, end):
        return "silent"
    if question.happened and (_PLANNED.match(text, end) or (_GOING.search(term.label) and _SETTLED.match(tail))):
        return "sought"
    if question.happened and _AGREED.search(tail) and not _TALKS.search(term.label) and not _AGREED.search(f"で{term.label}"):
        return "sought"
    if question.happened and _DUE.match(tail):
        return "sought"
    if question.happened and question.kind in ("when", "where") and _ANNOUNCED.match(tail):
        return "sought"
    if _IF.match(tail):
        return "silent"
    if _DONE.match(tail) and _BLOCKS.search(question.text):
        return "yes"
    done = _AND.match(tail) or _AND_NOT.match(tail)
    closes = done.end() if done else 1 if end and _JOINED.match(text, end - 1) else None
    if question.happened and (sought := _SOUGHT.search(tail)) and sought.start() < 14 and (closes is None or sought.start() < closes):
        return "sought"
    negated = _NOT.search(tail)
    if negated and negated.start() < 12:
        return "no"
    failed = _FAILED.search(tail)
    if failed and failed.start() < (20 if _CALLED.match(failed[0]) else 12) and not _asked(question, failed[0]):
        return "no"
    return "yes"


def _asked(question: Question, word: str) -> bool:
    """Whether the question itself asks for the failing: 拒否しましたか."""
    return word[:2] in question.text
