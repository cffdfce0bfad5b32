"""`keii eval`: how well extraction does against annotated documents."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import Door, columns, door, end
from keii.cli.grid import grid
from keii.cli.options import Codebook, one_of
from keii.errors import UnreadableError, UsageError
from keii.workbench.extracting import Extractor
from keii.workbench.measuring import LAYERS, Layer, Row, Score, layer_of, read_rows

FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class Task:
    """Reference lines of one layer, and where the documents they speak of are."""

    layer: Layer
    gold: tuple[Row, ...]
    documents: Path


def evaluate(
    context: typer.Context,
    given: Annotated[list[Path] | None, typer.Argument(metavar="DIR|GOLD.jsonl")] = None,
    gold: Annotated[Path | None, typer.Option("--gold", metavar="FILE")] = None,
    docs: Annotated[Path | None, typer.Option("--docs", metavar="DIR")] = None,
    layer: Annotated[str | None, typer.Option("--layer", metavar="|".join(LAYERS))] = None,
    floor: Annotated[list[str] | None, typer.Option("--floor", metavar="NAME=0.85")] = None,
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))] = "text",
    codebook: Codebook = None,
) -> None:
    here = door(context)
    one_of("--format", format, FORMATS)
    floors = [_floor(text) for text in floor or ()]
    named = [*(given or ()), *([gold] if gold else ())] or [Path("samples")]
    tasks = [task for path in named for task in _tasks(path, docs, layer)]
    extractor = Extractor(here.settings(codebook=codebook))
    scores = [extractor.evaluate(task.layer, task.gold, [task.documents]) for task in tasks]
    for score in scores:
        print(_json(score) if format == "json" else _text(score, here))
    end(list(_missed(scores, floors, here)))


def _tasks(path: Path, docs: Path | None, layer: str | None) -> Iterator[Task]:
    """What a folder of samples or a file of reference lines asks to be scored."""
    if not path.is_dir():
        yield _task(path, docs, layer)
        return
    wanted = (one_of("--layer", layer, LAYERS),) if layer else LAYERS
    files = [file for name in wanted if (file := path / "annotations" / f"{name}.jsonl").is_file()]
    if not files:
        raise UsageError("usage.no_gold", file=str(path), known=", ".join(f"annotations/{name}.jsonl" for name in wanted))
    for file in files:
        yield _task(file, docs or path, file.stem)


def _task(file: Path, docs: Path | None, layer: str | None) -> Task:
    try:
        rows = read_rows(file.read_text(encoding="utf-8"), str(file))
    except FileNotFoundError as error:
        raise UnreadableError("unreadable.missing", file=str(file)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError("unreadable.denied", file=str(file), reason=str(error)) from error
    beside = file.parent.parent if file.parent.name == "annotations" else file.parent
    kind = layer or layer_of(rows)
    if kind is None:
        raise UsageError("usage.layer", file=str(file), known=", ".join(LAYERS))
    known: Layer = one_of("--layer", kind, LAYERS)  # type: ignore[assignment]
    if strange := [number for number, row in enumerate(rows, 1) if layer_of([row]) != known]:
        raise UsageError("usage.not_layer", file=str(file), number=strange[0], layer=known)
    return Task(known, rows, docs or beside)


def _floor(text: str) -> tuple[str, float]:
    name, _, least = text.partition("=")
    try:
        return name, float(least)
    except ValueError as error:
        raise UsageError("usage.floor", value=text) from error


def _missed(scores: Sequence[Score], floors: Sequence[tuple[str, float]], here: Door) -> Iterator[str]:
    """Says which floors were missed; a floor for a figure that was not measured is wrong."""
    for name, least in floors:
        layer, _, figure = name.rpartition(".")
        found = [(score.layer, score.total[figure]) for score in scores
                 if figure in score.total and layer in ("", score.layer)]
        if not found:
            known = sorted({figure for score in scores for figure in score.total})
            raise UsageError("usage.value", option="--floor", value=name, known=", ".join(known))
        for measured, value in found:
            if value < least:
                here.warn(here.say("eval.missed", name=f"{measured}.{figure}", value=f"{value:.3f}",
                                   floor=f"{least:.3f}"))
                yield figure


def _text(score: Score, here: Door) -> str:
    names = list(score.total)
    rows = [(doc, *map(_figure, figures.values())) for doc, figures in score.documents]
    total = (here.say("eval.total"), *map(_figure, score.total.values()))
    head = (here.say(f"eval.{score.layer}"), *(here.say(f"eval.{name}") for name in names))
    return grid(head, [*rows, total], columns(), right=frozenset(range(1, len(head))), give={0: 12})


def _figure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _json(score: Score) -> str:
    figures = {doc: _rounded(found) for doc, found in score.documents}
    return json.dumps({"layer": score.layer, "total": _rounded(score.total), "documents": figures}, ensure_ascii=False)


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: value if isinstance(value, int) else round(value, 4) for name, value in figures.items()}
