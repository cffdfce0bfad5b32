"""Names: strong ones, ambiguous ones, those that need company, surnames, capitals that stand for their state."""

from keii.language.actors.context import KANJI, WORD, Context
from keii.language.actors.discourse import Reading
from keii.language.actors.titles import read_surname, read_with_state
from keii.language.actors.tokens import Name, Token
from keii.language.actors.words import AFTER_SURNAME, CAPITAL, NOT_THE_STATE, PLACE_SIDE
from keii.values.codebook import Actor

Result = tuple[list[Reading], int]
_AND = ("・", "×", "＝")


def read_name(context: Context, token: Token, name: Name) -> Result:
    """The reading of a name with the titles that follow it, and where reading goes on."""
    if name.surname:
        return _surname(context, token, name)
    actor = _choose(context, token, name)
    if actor is None:
        return [], token.end
    if actor.kind == "place":
        return _place(context, token, actor)
    phrase = context.phrases.after(context.text, token.end, person=actor.kind == "person")
    if actor.kind == "person":
        return [Reading(actor, token.start, phrase.end, "name")], phrase.end
    if phrase.mere or not phrase.found:
        return [Reading(actor, token.start, token.end, "name")], phrase.end
    return [read_with_state(context, actor, token.start, phrase)], phrase.end


def _choose(context: Context, token: Token, name: Name) -> Actor | None:
    """The actor that a name means here; None where it means none."""
    if not name.strong:
        return _weak(context, token, name.weak)
    if name.weak or len(name.strong) > 1:
        near = [seen.actor.counts_as for seen in context.sentence(token.start)]
        for code in (*near, context.setting.origin):
            for actor in (*name.strong, *name.weak):
                if actor.counts_as == code:
                    return actor
    return None if PLACE_SIDE.match(context.text, token.start) else name.strong[0]


def _weak(context: Context, token: Token, actors: tuple[Actor, ...]) -> Actor | None:
    """A form that needs company. A state's short name (共和国, 朝鮮) is its own in its own documents and in what others
    quote of it; a body's (総連) is its own once the document names the body or its state."""
    if WORD.match(context.before(token.start)):
        return None
    origin, strong = context.setting.origin, context.setting.strong
    for actor in actors:
        if actor.kind == "state":
            quoted = actor.id in strong and context.opening(token.start) is not None
            alone = not KANJI.match(context.text[token.end : token.end + 1])
            if (quoted and alone) or (actor.id == origin and not NOT_THE_STATE.match(context.text, token.end)):
                return actor
        elif actor.counts_as == origin or actor.id in strong or actor.counts_as in strong:
            return actor
    return None


def _surname(context: Context, token: Token, name: Name) -> Result:
    """小泉首相, 安倍氏, and 小泉 alone once he was named in full."""
    text, start = context.text, token.start
    if KANJI.match(text[start]) and KANJI.match(context.before(start)) and not context.joined(start):
        return [], token.end
    phrase = context.phrases.after(text, token.end, person=True)
    if not phrase.found and _paired(context, token):
        found = (read_surname(context, name.strong, start, context.phrases.unspoken(token.end, rule=rule))
                 for rule in (True, False))
        return next(([reading] for reading in found if reading), []), token.end
    if not phrase.found and WORD.match(text[token.end : token.end + 1]):
        return [], token.end
    reading = read_surname(context, name.strong, start, phrase)
    return ([reading], phrase.end) if reading else ([], token.end)


def _paired(context: Context, token: Token) -> bool:
    """Whether a bare surname stands where only a person can: before 訪朝 or 会談, or joined to another name by ・."""
    text, last = context.text, context.last
    if AFTER_SURNAME.match(text, token.end):
        return True
    if last is not None and last.actor.kind == "person" and last.end == token.start - 1:
        return context.before(token.start) in _AND
    return text[token.end : token.end + 1] in _AND and context.phrases.person_at(text, token.end + 1)


def _place(context: Context, token: Token, actor: Actor) -> Result:
    """A place; with 政府, 側 or 当局 a capital is its state."""
    state = context.roster.state(actor.counts_as)
    match = CAPITAL.match(context.text, token.end)
    if match and state is not None:
        return [Reading(state, token.start, match.end(), "name", "capital")], match.end()
    return [Reading(actor, token.start, token.end, "name")], token.end
