"""Every word a person reads, in Japanese and English, from the catalogues beside this file.

A catalogue is a TOML file of `"key" = { ja = "…", en = "…" }`; facts stand in braces. All files of `words/` make one
catalogue; a key stands in one of them only.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from keii.errors import KeiiError

LANGUAGES = ("ja", "en")
OPEN_GROUPS = frozenset({"actor", "approach", "basis", "encoding", "field", "issue", "kind", "origin", "rule", "scope"})
"""Groups whose members the codebook, the sidecar or the coder may add: an id without a word is shown as it is."""


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All catalogues as one. Raises KeiiError where a key stands twice or lacks a language."""
    merged: dict[str, Mapping[str, str]] = {}
    folder = files("keii.presenting") / "words"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".toml"):
            continue
        for key, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if key in merged or set(words) != set(LANGUAGES):
                raise KeiiError("words.catalogue", word=key, file=file.name)
            merged[key] = words
    return merged


def say(key: str, lang: str = "ja", **facts: object) -> str:
    """The sentence of `key` with its facts. Raises KeiiError where the key, the language or a fact is missing."""
    words = catalogue().get(key)
    if words is None:
        raise KeiiError("words.missing", word=key)
    if lang not in words:
        raise KeiiError("words.language", language=lang, known=", ".join(LANGUAGES))
    try:
        return words[lang].format(**facts)
    except (KeyError, IndexError) as fault:
        raise KeiiError("words.fact", word=key, fact=str(fault)) from fault


def label(group: str, id: str | None, lang: str = "ja", names: Mapping[str, str] | None = None) -> str:
    """What people call a code: `label("status", "realised")` is 実現; "" for None.

    `names` (code → name, as the codebook has them) goes before the catalogue. `ORG:name` is its name. A code without a
    word is itself in an open group and a KeiiError in a closed one.
    """
    if not id:
        return ""
    if names and id in names:
        return names[id]
    if id.startswith("ORG:"):
        return id.removeprefix("ORG:")
    key = f"{group}.{id}"
    return id if group in OPEN_GROUPS and key not in catalogue() else say(key, lang)


def labels(group: str, ids: tuple[str, ...], lang: str = "ja", names: Mapping[str, str] | None = None) -> str:
    """The labels of several codes, joined as the language joins them (日本・北朝鮮; Japan, North Korea)."""
    return say("join.list", lang).join(label(group, id, lang, names) for id in ids)
