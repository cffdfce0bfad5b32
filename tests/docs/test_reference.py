"""The reference names all there is: every command and option, every field of every format, every file of a codebook."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from keii.cli import main
from keii.cli.commands import every

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
CODEBOOK = ROOT / "src" / "keii" / "codebooks" / "korean_peninsula"
COMMANDS = dict(every())


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """A section of a page, from its heading to the next of its level."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def options() -> Iterator[tuple[str, str]]:
    for name, command in COMMANDS.items():
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("-"):
                    yield name, option


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_section(command: str) -> None:
    assert f"\n## keii {command}\n" in page("cli.md")


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_stands_in_its_section(command: str, option: str) -> None:
    assert f"{option} " in section(page("cli.md"), f"keii {command}")


@pytest.mark.parametrize("what", ["times", "events", "actors", "notes"])
def test_every_field_of_a_finding_is_explained(what: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", str(ROOT / "samples" / "thesis-2012.txt"), "--what", what]) == 0
    rows = [json.loads(line) for line in capsysbinary.readouterr().out.decode().splitlines()]
    assert rows
    fields = {field for row in rows for field in row}
    text = section(page("formats.md"), f"keii extract --what {what}")
    assert {field for field in fields if f"`{field}`" not in text} == set()


def test_every_field_of_a_row_is_explained(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    db = ["--db", str(tmp_path / "a.db")]
    assert main(["add", str(ROOT / "samples" / "nenpyo-2001-2025.txt"), *db]) == 0
    capsysbinary.readouterr()
    assert main(["chronology", "--format", "json", *db]) == 0
    rows = json.loads(capsysbinary.readouterr().out)["rows"]
    text = section(page("formats.md"), "keii chronology --format json")
    assert rows
    assert {field for row in rows for field in row if f"`{field}`" not in text} == set()


@pytest.mark.parametrize("file", sorted(path.name for path in CODEBOOK.rglob("*.yaml")))
def test_every_file_of_the_codebook_is_explained(file: str) -> None:
    name = "persons_*.yaml" if file.startswith("persons_") else file
    assert f"`{name}`" in page("codebook.md") or f"`actors/{name}`" in page("codebook.md")
