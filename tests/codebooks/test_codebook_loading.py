"""A codebook of a few lines, whole and broken: what is loaded, and which file and line a fault names."""

import re
from pathlib import Path

import pytest

import cost
from keii import codebooks
from keii.codebooks import loader
from keii.errors import CodebookError
from keii.presenting.words import LANGUAGES, say
from keii.values.codebook import Role
from keii.values.pattern import compiled

STATES = """\
defaults: {kind: state}
actors:
  - {id: AAA, names: [甲国, 甲], weak: [こ]}
  - {id: BBB, names: [乙国], weak: [お]}
"""
PERSONS = """\
defaults: {kind: person, counts_as: AAA}
actors:
  - id: taro
    names: [甲山太郎]
    surname: 甲山
    names_other: {en: [Taro Koyama]}
    roles:
      - {office: chief, since: 2001-04-26, until: 2006, source: https://example.org}
      - {office: chief, state: BBB, since: 2007-05}
"""
OFFICES = "- {id: chief, titles: [首, 首長], states: [AAA, BBB], head: true, weak: [長]}\n"
COMPOUNDS = "- {states: [AAA, BBB], texts: こお}\n- {states: [BBB, AAA], texts: [おこ, おこ関係]}\n"
ISSUES = "issues:\n  - {id: trade, label: 貿易, words: 貿易 輸出}\n"
ACTIONS = """\
- id: MEET
  label: 会う
  label_en: meet
  groups:
    - {form: sahen, words: "会談\\n協議 面会", mutual: true, target_case: [と], weight: 2, objects: '甲|乙'}
    - {form: verb, words: [会う], status: proposed}
"""
HEDGES = "- {pattern: 'とみられる$', sets: factuality, to: assessed}\n"
FILES = {"actors/states.yaml": STATES, "actors/persons.yaml": PERSONS, "offices.yaml": OFFICES, "compounds.yaml": COMPOUNDS,
         "issues.yaml": ISSUES, "actions.yaml": ACTIONS, "hedges.yaml": HEDGES}


def write(folder: Path, **changed: str | None) -> Path:
    """A codebook's folder, with the files of that stem replaced or (None) left out."""
    for name, text in FILES.items():
        text = changed.get(Path(name).stem, text)
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_small_codebook(tmp_path: Path) -> None:
    codebook = codebooks.load(write(tmp_path))
    assert [actor.id for actor in codebook.actors] == ["taro", "AAA", "BBB"]
    taro, state, _ = codebook.actors
    assert (taro.counts_as, taro.surname, taro.names_other) == ("AAA", "甲山", (("en", "Taro Koyama"),))
    assert taro.roles == (Role("chief", "AAA", "2001-04-26", "2006", "https://example.org"),
                          Role("chief", "BBB", "2007-05"))
    assert (state.counts_as, state.weak) == ("AAA", ("こ",))
    assert (codebook.offices[0].titles, codebook.offices[0].head) == (("首長", "首"), True)
    assert codebook.compounds == (("こお", ("AAA", "BBB")), ("おこ", ("BBB", "AAA")), ("おこ関係", ("BBB", "AAA")))
    assert codebook.topic_list("issues")[0].words == ("貿易", "輸出")
    assert codebook.topic_list("nothing") == ()
    assert [(action.id, action.label_en) for action in codebook.actions] == [("MEET", "meet")]
    assert [(p.word, p.form, p.mutual, p.weight) for p in codebook.predicates] == [
        ("会談", "sahen", True, 2), ("協議", "sahen", True, 2), ("面会", "sahen", True, 2), ("会う", "verb", False, 0)]
    assert codebook.predicates[0].target_case == ("と",)
    assert codebook.predicates[3].target_case == ("に", "を", "へ", "に対し", "に対して")
    assert codebook.hedges[0].to == "assessed"


@pytest.mark.parametrize("stem", ["actions", "hedges", "issues", "compounds"])
def test_files_may_be_absent(tmp_path: Path, stem: str) -> None:
    assert codebooks.load(write(tmp_path, **{stem: None})).name == tmp_path.name


def test_who_counts_as_nobody_counts_as_itself(tmp_path: Path) -> None:
    persons = "actors:\n  - {id: hana, kind: person, names: [乙川花, 花]}\n"
    assert codebooks.load(write(tmp_path, persons=persons)).actors[0].counts_as == "ORG:乙川花"


def test_a_change_changes_the_version(tmp_path: Path) -> None:
    first = codebooks.load(write(tmp_path))
    assert codebooks.load(tmp_path).version == first.version
    assert codebooks.load(write(tmp_path, issues=ISSUES.replace("輸出", "輸入"))).version != first.version


BROKEN = [
    ("codebook.yaml", "issues.yaml", 2, {"issues": "issues:\n  - {id: trade, label: 貿易\n"}),
    ("codebook.lacks", "issues.yaml", 3, {"issues": "issues:\n  - {id: a, label: 甲}\n  - {id: b}\n"}),
    ("codebook.lacks", "actors/states.yaml", 3, {"states": "actors:\n  - {id: AAA, kind: state, names: [甲国]}\n  - id: BBB\n"}),
    ("codebook.no-list", "actors/states.yaml", 4,
     {"states": "actors:\n  - id: AAA\n    kind: state\n    names: 甲国\n"}),
    ("codebook.choice", "actors/states.yaml", 2, {"states": "actors:\n  - {id: AAA, kind: planet, names: [甲国]}\n"}),
    ("codebook.empty", "offices.yaml", 1, {"offices": "- {id: chief, titles: []}\n"}),
    ("codebook.choice", "actions.yaml", 5, {"actions": ACTIONS.replace("form: sahen", "form: song")}),
    ("codebook.choice", "hedges.yaml", 1, {"hedges": "- {pattern: a, sets: colour, to: red}\n"}),
    ("codebook.repeated", "actors/states.yaml", 4, {"states": "actors:\n  - id: AAA\n    kind: state\n    id: BBB\n"}),
    ("codebook.incomplete", "actors/states.yaml", 2, {"states": "actors:\n  - {id: AAA, names: [甲国]}\n"}),
    ("codebook.double", "actors/states.yaml", 5, {"states": STATES + "  - {id: AAA, names: [丙国]}\n"}),
    ("codebook.double", "offices.yaml", 2, {"offices": OFFICES + "- {id: chief, titles: [長]}\n"}),
    ("codebook.double", "compounds.yaml", 3, {"compounds": COMPOUNDS + "- {states: [AAA], texts: こお}\n"}),
    ("codebook.unknown-state", "compounds.yaml", 1, {"compounds": "- {states: [AAA, CCC], texts: こお}\n"}),
    ("codebook.unknown-state", "offices.yaml", 1, {"offices": OFFICES.replace("BBB", "CCC")}),
    ("codebook.unknown-state", "actors/persons.yaml", 3, {"persons": PERSONS.replace("state: BBB", "state: CCC")}),
    ("codebook.unknown-office", "actors/persons.yaml", 3, {"persons": PERSONS.replace("office: chief", "office: king", 1)}),
    ("codebook.date", "actors/persons.yaml", 3, {"persons": PERSONS.replace("2001-04-26", "2001-04-31")}),
    ("codebook.date", "actors/persons.yaml", 3, {"persons": PERSONS.replace("2001-04-26", "spring 2001")}),
    ("codebook.date", "actors/persons.yaml", 3, {"persons": PERSONS.replace("until: 2006", "until: 2000")}),
    ("codebook.pattern", "hedges.yaml", 1, {"hedges": "- {pattern: 'とみられる(', sets: factuality, to: assessed}\n"}),
    ("codebook.pattern", "actions.yaml", 5, {"actions": ACTIONS.replace("甲|乙", "甲|乙)")}),
]


@pytest.mark.parametrize(("key", "file", "line", "changed"), BROKEN)
def test_a_fault_names_file_and_line(tmp_path: Path, key: str, file: str, line: int, changed: dict[str, str]) -> None:
    with pytest.raises(CodebookError) as caught:
        codebooks.load(write(tmp_path, **changed))
    assert (caught.value.key, caught.value.facts["file"], caught.value.facts["line"]) == (key, file, line)


STATE = "actors:\n  - {id: AAA, kind: state, names: [甲国]}\n"
MISSHAPEN = [
    ("states", "actors:\n  - {id: AAA, kind: state}\n", "2 行目（actors/0）に「names」がありません"),
    ("states", STATE.replace("}", ", nmaes: [甲]}"), "2 行目（actors/0）に「nmaes」という項目は書けません。書けるもの: id, kind, "),
    ("states", STATE.replace("state,", "planet,"), "2 行目（actors/0/kind）の値 \"planet\" は使えません。使えるもの: state, "),
    ("states", STATE.replace("AAA", "甲 国"), "2 行目（actors/0/id）の値 \"甲 国\" は形が違います"),
    ("states", STATE.replace("[甲国]", "甲国"), "2 行目（actors/0/names）には [ ] で囲んだ一覧を書きます（いまは \"甲国\"）"),
    ("states", STATE.replace("[甲国]", "[12]"), "2 行目（actors/0/names/0）には文字列を書きます（いまは 12）"),
    ("states", STATE.replace("[甲国]", "[]"), "2 行目（actors/0/names）が空です"),
    ("states", "actors:\n  - 甲国\n", "2 行目（actors/0）には「項目: 値」を並べます（いまは \"甲国\"）"),
    ("offices", "- {id: chief, titles: [首], head: yes}\n", "1 行目（0/head）には true か false を書きます（いまは \"yes\"）"),
    ("actions", ACTIONS.replace("weight: 2", "weight: 重い"), "には整数を書きます（いまは \"重い\"）"),
]


@pytest.mark.parametrize(("file", "text", "said"), MISSHAPEN)
def test_what_does_not_fit_is_said_in_words(tmp_path: Path, file: str, text: str, said: str) -> None:
    with pytest.raises(CodebookError) as caught:
        codebooks.load(write(tmp_path, **{file: text}))
    for lang in LANGUAGES:
        assert say(caught.value.key, lang, **caught.value.facts)
    told = say(caught.value.key, **caught.value.facts)
    assert said in told
    assert not re.search(r"is not|required|too short|does not match", told)


def test_a_long_value_is_cut(tmp_path: Path) -> None:
    with pytest.raises(CodebookError) as caught:
        codebooks.load(write(tmp_path, states=STATE.replace("[甲国]", "甲" * 500)))
    assert len(str(caught.value.facts["value"])) <= 60


def test_a_codebook_that_is_not_there(tmp_path: Path) -> None:
    for name in ("no_such_codebook", tmp_path / "nowhere", "../values"):
        with pytest.raises(CodebookError) as caught:
            codebooks.load(name)
        assert caught.value.key == "codebook.missing"


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "issues.yaml").write_bytes("issues: []".encode("utf-16"))
    with pytest.raises(CodebookError) as caught:
        codebooks.load(tmp_path)
    assert (caught.value.key, caught.value.facts["file"]) == ("codebook.encoding", "issues.yaml")


def test_dates_and_the_like_stay_texts(tmp_path: Path) -> None:
    issues = "issues:\n  - {id: a, label: no, words: ['12', on, 1.5, 2001-01-01]}\n"
    topic = codebooks.load(write(tmp_path, issues=issues)).topic_list("issues")[0]
    assert (topic.label, topic.words) == ("no", ("12", "on", "1.5", "2001-01-01"))


def test_our_own_codebook_loads_quickly() -> None:
    def load() -> None:
        compiled.cache_clear()
        loader.load("korean_peninsula")

    load()
    assert cost.seconds(load, under=1.0) < 1.0  # about half of it on a quiet machine
    codebook = loader.load("korean_peninsula")
    assert len(codebook.actors) > 800
    assert {name for name, _ in codebook.topics} >= {"issues", "approaches", "pillars", "levels", "factors", "pivots",
                                                     "provisions"}
