"""The quick yes to a codebook's shape says no more than the whole schema does, and yes to all that loads."""

import copy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keii.codebooks.fitting import fits
from keii.codebooks.located import read_yaml
from keii.codebooks.misshapen import misfit as told
from keii.codebooks.shape import misfit, schema_of

OWN = Path(__file__).parents[2] / "src" / "keii" / "codebooks" / "korean_peninsula"
SHAPES = {"actors/states.yaml": "actors", "offices.yaml": "offices", "compounds.yaml": "compounds", "actions.yaml": "actions",
          "hedges.yaml": "hedges", "issues.yaml": "topics"}
ODD = st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.just(""), st.text(max_size=3), st.lists(st.text(max_size=2), max_size=2),
                st.dictionaries(st.sampled_from(["id", "names", "x"]), st.text(max_size=2), max_size=2))


def small(name: str) -> Any:
    data = read_yaml(next(OWN.rglob(Path(name).name)), name).data
    if isinstance(data, list):
        return data[:3]
    return {key: held[:3] if isinstance(held, list) else held for key, held in data.items()}


def places(data: Any, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, below in items:
        yield from places(below, *path, step)


FILES = {name: (shape, small(name), list(places(small(name)))) for name, shape in SHAPES.items() if list(OWN.rglob(Path(name).name))}


def test_all_shapes_are_tried() -> None:
    assert {shape for shape, _, _ in FILES.values()} == set(SHAPES.values())


@given(st.sampled_from(sorted(FILES)), st.data())
def test_it_says_what_the_whole_schema_says(name: str, data: st.DataObject) -> None:
    shape, sound, everywhere = FILES[name]
    spoilt = copy.deepcopy(sound)
    *way, last = data.draw(st.sampled_from([path for path in everywhere if path]))
    held = spoilt
    for step in way:
        held = held[step]
    if isinstance(held, dict) and data.draw(st.booleans()):
        held[data.draw(st.sampled_from(["id", "label", "strange", "words"]))] = data.draw(ODD)
    elif isinstance(held, dict) and data.draw(st.booleans()):
        del held[last]
    else:
        held[last] = data.draw(ODD)
    assert fits(schema_of(shape))(spoilt) == (told(spoilt, shape) is None)


@pytest.mark.parametrize("name", sorted(FILES))
def test_what_is_sound_passes(name: str) -> None:
    shape, sound, _ = FILES[name]
    assert fits(schema_of(shape))(sound)
    assert misfit(sound, shape) is None


@pytest.mark.parametrize("schema", [{"type": "object", "maxProperties": 3}, {"required": ["id"], "additionalProperties": False}])
def test_what_it_does_not_know_it_does_not_pass_over(schema: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        fits(schema)


def test_a_sound_codebook_is_loaded_without_the_whole_schema() -> None:
    look = "import sys; from keii.codebooks import load; load(); print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split())
    assert "yaml" in loaded
    assert loaded & {"jsonschema", "referencing", "keii.codebooks.misshapen"} == set()


def test_the_patterns_of_a_codebook_are_compiled_once() -> None:
    look = ("from keii.codebooks import load; from keii.values.pattern import compiled; own = load(); first = compiled.cache_info().misses\n"
            "from keii.coding.lexicon import Lexicon; Lexicon(own); print(first, compiled.cache_info().misses, compiled.cache_info().hits)")
    first, then, again = map(int, subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout.split())
    assert first == then > 300
    assert again > 1_000
