"""The built samples are what `tools/build_samples.py` makes of their sources."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("reportlab", reason="the samples are built with reportlab")

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("samples_build", SAMPLES.parent / "tools" / "build_samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_texts_and_html_are_those_of_the_sources(build: ModuleType) -> None:
    made = {name: data for name, data in build.built() if name.endswith((".txt", ".html"))}
    assert len(made) == 4
    for name, data in made.items():
        assert (SAMPLES / name).read_bytes() == data


def test_building_twice_gives_the_same_bytes(build: ModuleType) -> None:
    assert dict(build.built()) == dict(build.built())


def test_no_line_of_the_pdf_begins_with_closing_punctuation(build: ModuleType) -> None:
    for font in (build.MINCHO, build.GOTHIC):
        build.pdfmetrics.registerFont(build.UnicodeCIDFont(font))
    _, lines = build.read("boei-2023")
    wrapped = [line for text in lines for line in build.broken(text, build.MINCHO, build.SIZE)]
    assert not [line for line in wrapped if line[0][0] in build.NO_START or line[-1][0] in build.NO_END]


@pytest.mark.parametrize(("text", "pieces"), [
    ("{金|キム}氏", [("金", "キム"), ("氏", "")]),
    ("約3,700km。", [("約", ""), ("3,700km", ""), ("。", "")]),
])
def test_atoms_keep_numbers_and_readings_together(
    build: ModuleType, text: str, pieces: list[tuple[str, str]]
) -> None:
    assert list(build.atoms(text)) == pieces
