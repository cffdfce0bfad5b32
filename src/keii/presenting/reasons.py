"""The coder's reasons in words: `subject は` is 主語「は」, `absolute: adverbial` 絶対・副詞句.

A reason is a phrase of the catalogue (`rule.…`), or one with a word before or after it, which the catalogue writes as
`…` (`rule.subject …`, `rule.… by its nature`), or several joined by a colon. One that it does not know stays as it is.
"""

from keii.presenting.words import catalogue, say


def reason(rule: str, lang: str = "ja") -> str:
    """The reason as people say it."""
    first, colon, second = rule.partition(": ")
    if colon:
        return say("join.list", lang).join((reason(first, lang), reason(second, lang)))
    if f"rule.{rule}" in catalogue():
        return say(f"rule.{rule}", lang)
    head, _, tail = rule.rpartition(" ")
    if f"rule.{head} …" in catalogue():
        return say(f"rule.{head} …", lang, word=_called(tail, lang))
    head, _, tail = rule.partition(" ")
    if f"rule.… {tail}" in catalogue():
        return say(f"rule.… {tail}", lang, word=_called(head, lang))
    return rule


def _called(word: str, lang: str) -> str:
    """An action or a status by its label, any other word as it is."""
    return next((say(f"{group}.{word}", lang) for group in ("action", "status") if f"{group}.{word}" in catalogue()), word)
