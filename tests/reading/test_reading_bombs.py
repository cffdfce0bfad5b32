"""Small files that would become large, deep or endless: refused in a sentence, or read; nothing hangs, nothing is left behind."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bombs import READ, REFUSED

from keii.errors import UnreadableError
from keii.presenting.words import say
from keii.reading.sandbox import Sandbox

_MOST = 40
"""Seconds by the clock, on a machine with other work; of processor time a small file is allowed 4."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    held = Sandbox()
    yield held
    held.close()


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_words(name: str, sandbox: Sandbox, tmp_path: Path) -> None:
    make, keys = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(make())
    began = time.monotonic()
    with pytest.raises(UnreadableError) as caught:
        sandbox.read(path)
    assert caught.value.key in keys
    assert time.monotonic() - began < _MOST
    for lang in ("ja", "en"):
        assert name in say(caught.value.key, lang, **caught.value.facts)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", READ)
def test_what_is_odd_but_can_be_read_is_read(name: str, sandbox: Sandbox, tmp_path: Path) -> None:
    make, words = READ[name]
    path = tmp_path / name
    path.write_bytes(make())
    began = time.monotonic()
    assert words in sandbox.read(path).text
    assert time.monotonic() - began < _MOST


def test_aliases_of_a_sidecar_are_not_written_out(tmp_path: Path) -> None:
    """A few lines of YAML that mean ten thousand million words."""
    (tmp_path / "a.html").write_text("<p>本文")
    rows = ["author:", "- &a0 [x, x]", *(f"- &a{at} [{', '.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 11))]
    (tmp_path / "a.meta.yaml").write_text("\n".join(rows))
    with pytest.raises(UnreadableError) as caught:
        Sandbox().read(tmp_path / "a.html")
    assert caught.value.key == "unreadable.sidecar_value"
    assert len(str(caught.value)) < 500
