"""Every reason the coder can give has its words: the phrases are taken from the source of the coder."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import keii
from keii.coding.instruments import BEFORE, HERE
from keii.language.times.patterns import PATTERNS
from keii.presenting.reasons import reason
from keii.presenting.words import LANGUAGES, catalogue

CODING = Path(keii.__file__).parent / "coding"
PLACES = {"Step": 2, "Dated": 1, "add": 2, "take": 2, "_take": 3, "Reading": 1, "Claimed": 2, "Content": 2}
"""Which argument of a call is a reason."""
WORD = "へ"
ACTION = "CONSULT"


def filled(node: ast.expr, named: Mapping[str, str]) -> Iterator[str]:
    """The texts an expression can be; what is put into a pattern is a particle, an action for what starts with one.

    `named` are the texts that stand in the file under a name.
    """
    if isinstance(node, ast.Name) and node.id in named:
        yield named[node.id]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*filled(node.body, named), *filled(node.orelse, named))
    elif isinstance(node, ast.JoinedStr):
        words = [str(part.value) if isinstance(part, ast.Constant) else WORD for part in node.values]
        first = ACTION if "by its nature" in words[-1] else "verb" if words == [WORD, " ", WORD] else words[0]
        yield first + "".join(words[1:])


def reasons(tree: ast.Module) -> Iterator[str]:
    named = {target.id: node.value.value for node in tree.body if isinstance(node, ast.Assign)
             for target in node.targets if isinstance(target, ast.Name)
             if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = PLACES.get(called)
            if place is not None and len(node.args) > place:
                yield from filled(node.args[place], named)
            yield from (text for keyword in node.keywords if keyword.arg == "rule" for text in filled(keyword.value, named))
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
            yield from filled(node.value.elts[1], named)
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.IfExp):
            for side in (node.value.body, node.value.orelse):
                if isinstance(side, ast.Tuple) and len(side.elts) == 2:
                    yield from filled(side.elts[1], named)


FOUND = sorted({text for path in sorted(CODING.glob("*.py")) for text in reasons(ast.parse(path.read_text(encoding="utf-8")))
                if not text.endswith(": " + WORD)} | {*HERE.values(), *BEFORE.values()})


def test_the_phrases_are_found() -> None:
    assert len(FOUND) > 50
    assert {"no hedge", "CONSULT by its nature", "subject へ", "the predicate itself", "a dated event noun",
            "carried on from the sentence before", "as elsewhere in the document", "an armed act"} <= set(FOUND)


@pytest.mark.parametrize("text", FOUND)
def test_every_reason_of_the_coder_has_its_words(text: str) -> None:
    assert not re.search(r"[A-Za-z]", reason(text, "ja")), reason(text, "ja")
    assert reason(text, "en")


@pytest.mark.parametrize("rule", sorted({pattern.name for pattern in PATTERNS}))
def test_every_way_to_write_a_time_has_its_words(rule: str) -> None:
    assert f"rule.{rule}" in catalogue()


@pytest.mark.parametrize("kind", ["name", "compound", "titled", "role", "anaphor", "origin", "fallback"])
def test_every_way_to_name_an_actor_has_its_words(kind: str) -> None:
    assert all(f"rule.{kind}" in catalogue() and reason(kind, lang) for lang in LANGUAGES)


@pytest.mark.parametrize(("text", "said"), [
    ("absolute: adverbial", "完全な日付・副詞句"),
    ("subject は", "主語「は」"),
    ("CONSULT by its nature", "協議の性質"),
    ("the verb means ongoing", "動詞の意味（継続）"),
    ("date.month", "月日"),
    ("「拉致」", "「拉致」"),
])
def test_reasons_in_words(text: str, said: str) -> None:
    assert reason(text) == said
