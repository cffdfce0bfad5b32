"""The sheets of a codebook's workbook: which columns they have, and what stands in their cells.

A sheet's name and a column's heading begin with the key that the YAML uses, so that they can be told in any language.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["text", "list", "words", "names", "truth", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of the YAML, what it is called, how its cells are read, and whether each must be filled."""

    key: str
    title: str
    kind: Kind = "text"
    needed: bool = False
    width: int = 16

    @property
    def heading(self) -> str:
        return f"{self.key} {self.title}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: a row is an entry. `shape` is what schema.json calls an entry."""

    key: str
    title: str
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        return f"{self.key} {self.title}"


_FILE = Column("file", "ファイル", needed=True, width=26)
SHEETS = (
    Sheet("actors", "主体", (
        _FILE, Column("id", "番号", needed=True, width=22), Column("kind", "種別"), Column("counts_as", "年表での符号"),
        Column("names", "名（一行に一つ、初めが見出し）", "list", needed=True, width=40), Column("weak", "単独では読まない名", "list"),
        Column("names_other", "他の言語の名（言語: 名）", "names", width=28), Column("surname", "姓"), Column("reading", "読み"),
        Column("source", "出典", width=40))),
    Sheet("roles", "役職の期間", (
        Column("actor", "主体の番号", needed=True, width=22), Column("office", "職の番号", needed=True, width=24),
        Column("state", "国（主体と違うとき）"), Column("since", "から", "date"), Column("until", "まで", "date"),
        Column("source", "出典", width=60))),
    Sheet("offices", "職名", (
        Column("id", "番号", needed=True, width=26), Column("titles", "肩書（一行に一つ）", "list", needed=True, width=40),
        Column("states", "国", "list"), Column("organ", "機関か", "truth"), Column("shared", "同時に何人もいるか", "truth"),
        Column("head", "政権の名になるか", "truth"), Column("weak", "名の後でだけ読む肩書", "list", width=24))),
    Sheet("actions", "行為の言葉", (
        Column("id", "行為", needed=True), Column("label", "名", needed=True), Column("label_en", "英語の名"),
        Column("form", "語の形", needed=True), Column("words", "言葉（空白で区切る）", "words", needed=True, width=60),
        Column("status", "状態"), Column("pillar", "柱"), Column("objects", "節にあるべき語（正規表現）", width=40),
        Column("mutual", "互いにするか", "truth"), Column("target_case", "相手の助詞", "words"), Column("rank", "格"),
        Column("weight", "優先", "number"), Column("note", "注"))),
)
BY_KEY = {sheet.key: sheet for sheet in SHEETS}


def cell(column: Column, value: Any) -> str:
    """What the YAML holds, as the text of a cell."""
    if value is None:
        return ""
    if column.kind == "truth":
        return "true" if value else "false"
    if column.kind == "names":
        return "\n".join(f"{language}: {name}" for language, names in value.items() for name in names)
    if column.kind == "words":
        return " ".join(value.split() if isinstance(value, str) else value)
    return "\n".join(value) if column.kind == "list" else str(value)


def value_of(column: Column, text: str) -> Any:
    """What the text of a cell means; None where it is empty. Raises ValueError where it means nothing."""
    text = text.strip()
    if not text:
        return None
    if column.kind == "truth":
        return _TRUTH[text.casefold()]
    if column.kind == "names":
        return _named(_lines(text))
    if column.kind == "number":
        return int(text.removesuffix(".0"))
    if column.kind == "words":
        return " ".join(text.split())
    return _lines(text) if column.kind == "list" else text


_TRUTH = {"true": True, "はい": True, "1": True, "false": False, "いいえ": False, "0": False}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _named(lines: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        language, colon, name = line.partition(":")
        if not colon or not name.strip():
            raise ValueError(line)
        found.setdefault(language.strip(), []).append(name.strip())
    return found
