"""What a codebook codes, as a page for people: every action, status and factuality with its cues and examples."""

from collections.abc import Iterable, Iterator

from keii.codebooks.draft import Draft
from keii.values.codebook import Predicate, Topic

UNREAD = "not read yet"
"""The note of a cue whose sentences are not read yet: the page says so instead of showing an example."""
_FORMS = {"sahen": "〜する", "verb": "動詞", "noun": "名詞", "said": "言葉", "idiom": "慣用句"}
_HEAD = """\
# What is coded

Written from the codebook by `make docs`; change the codebook, not this page. Every example is a sentence of ours that
runs as a test: it must give an event of that action, status or factuality, and a recommendation must give none.
How the words are put together is told in [how a row comes about](explanation/rows.md) and
[status and factuality](explanation/status.md); how to change them in [the how-to](howto/codebook.md).
"""


def handbook(draft: Draft) -> str:
    """The page, in Markdown."""
    parts = [_HEAD, "## Actions\n", *_overview(draft), *_actions(draft),
             "## Statuses\n", *_readings(draft, "statuses"), "### Cues of a status\n", *_cues(draft, "status"),
             "## Factuality\n", *_readings(draft, "factualities"), "### Cues of factuality\n", *_cues(draft, "factuality")]
    return "\n".join(parts)


def _overview(draft: Draft) -> Iterator[str]:
    held = [placed.value for placed in draft.predicates]
    rows = [(f"[{action.id}](#{action.id.lower()})", action.label, action.label_en,
             str(len({one.word for one in held if one.action == action.id}))) for action in _action_list(draft)]
    yield table(("Action", "名", "Meaning", "Words"), rows)


def _action_list(draft: Draft) -> list[Topic]:
    return [placed.value for placed in draft.actions]


def _actions(draft: Draft) -> Iterator[str]:
    for action in _action_list(draft):
        yield f"### {action.id}\n"
        yield f"{action.label} ({action.label_en})\n"
        groups = _groups(placed.value for placed in draft.predicates if placed.value.action == action.id)
        yield table(("Words", "Form", "Where the clause has", "Says of itself"),
                    [(" ".join(words), _FORMS[one.form], _code(one.objects), _says(one)) for one, words in groups])
        yield table(("Example",), [(text,) for text in _examples(draft, "action", action.id)])


def _groups(predicates: Iterable[Predicate]) -> list[tuple[Predicate, list[str]]]:
    """Words that are read alike, together, in the order of the codebook."""
    found: dict[tuple[object, ...], tuple[Predicate, list[str]]] = {}
    for one in predicates:
        key = (one.form, one.objects, one.status, one.pillar, one.mutual, one.target_case, one.rank, one.weight)
        found.setdefault(key, (one, []))[1].append(one.word)
    return list(found.values())


def _says(one: Predicate) -> str:
    told = (one.status, one.pillar if one.pillar != "none" else None, one.rank, "mutual" if one.mutual else None)
    return ", ".join(filter(None, told))


def _readings(draft: Draft, name: str) -> Iterator[str]:
    rows = [(placed.value.id, placed.value.label, placed.value.note or "", text)
            for listed, topics in draft.topics if listed == name for placed in topics
            for text in _examples(draft, name, placed.value.id)]
    yield table(("Value", "名", "Means", "Example"), rows)


def _cues(draft: Draft, sets: str) -> Iterator[str]:
    rows = []
    for placed in draft.hedges:
        hedge = placed.value
        if hedge.sets == sets:
            to = "no event" if hedge.note == "recommendation" else hedge.to
            shown = _examples(draft, "hedge", hedge.pattern) or [f"({UNREAD})"]
            rows += [(_code(hedge.pattern), to, text) for text in shown]
    yield table(("Cue", "Gives", "Example"), rows)


def _examples(draft: Draft, of: str, key: str) -> list[str]:
    return [placed.value.text for placed in draft.examples if (placed.value.of, placed.value.key) == (of, key)]


def _code(pattern: str | None) -> str:
    return f"`{pattern}`".replace("|", "\\|") if pattern else ""


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of Markdown, with a blank line after it."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
