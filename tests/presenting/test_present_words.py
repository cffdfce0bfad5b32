"""The catalogue: every key in both languages, with the same facts; what is missing is said."""

import string

import pytest

from keii.errors import KeiiError
from keii.presenting.words import catalogue, label, labels, say


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_key_has_a_sentence_in_both_languages():
    assert len(catalogue()) > 200
    for key, words in catalogue().items():
        assert set(words) == {"ja", "en"}, key


@pytest.mark.parametrize("key", ["count.many", "cite.page", "format.unknown", "words.fact", "method.scope", "date.range"])
def test_both_languages_use_the_same_facts(key: str):
    words = catalogue()[key]
    assert facts(words["ja"]) == facts(words["en"])


@pytest.mark.parametrize(("group", "id", "ja", "en"), [
    ("pillar", "deterrence", "抑止", "deterrence"), ("status", "cancelled", "中止", "cancelled"),
    ("factuality", "forecast", "予測", "forecast"), ("action", "TEST", "実験・発射", "test"),
    ("actor", "PRK", "北朝鮮", "North Korea"), ("actor", "ORG:金正男", "金正男", "金正男"), ("actor", "BTN", "BTN", "BTN"),
    ("basis", "dateline", "本文の日付", "dateline"), ("kind", "社内報", "社内報", "社内報"),
])
def test_labels(group: str, id: str, ja: str, en: str):
    assert (label(group, id), label(group, id, "en")) == (ja, en)


def test_names_of_a_codebook_go_first():
    assert labels("actor", ("PRK", "JPN"), names={"PRK": "朝鮮民主主義人民共和国"}) == "朝鮮民主主義人民共和国・日本"
    assert label("actor", None) == ""


@pytest.mark.parametrize(("call", "key"), [
    (lambda: say("no.such.key"), "words.missing"), (lambda: say("count.many", "fr", n=1), "words.language"),
    (lambda: say("count.many"), "words.fact"), (lambda: label("status", "dreamt"), "words.missing"),
])
def test_what_is_missing_is_an_error_with_a_sentence(call, key: str):
    with pytest.raises(KeiiError) as fault:
        call()
    assert fault.value.key == key
    assert all(say(key, lang, **fault.value.facts) for lang in ("ja", "en"))


def test_braces_in_facts_are_left_alone():
    assert say("words.missing", word="{x}") == "語の一覧に「{x}」がありません。"
