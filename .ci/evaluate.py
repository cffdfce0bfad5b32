"""Measures extraction on the annotated documents and holds it against the floors of `floors.toml`.

Three groups are measured apart: the samples open to those who write rules, the samples held out, and the development
documents of `../shared` where that folder exists. Ends with 1 where a figure falls below its floor.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES, SHARED = ROOT / "samples", ROOT.parent / "shared"
KEII = "import sys, keii.cli; sys.exit(keii.cli.main())"
LAYERS = ("times", "events")
SHOWN = {"times": ("span_f1", "strict_f1", "value_p", "value_r", "value_f1"),
         "events": ("detect_f1", "dated_p", "dated_r", "dated_f1", "coded_f1")}


@dataclass(frozen=True, slots=True)
class Group:
    """Reference lines by layer, and the folder of the documents they speak of."""

    name: str
    gold: Mapping[str, list[str]]
    documents: Path


def groups(work: Path) -> Iterator[Group]:
    documents = _only_documents(SAMPLES, work / "samples")
    held_out = set((SAMPLES / "annotations" / "held_out.list").read_text(encoding="utf-8").split())
    lines = {layer: _lines(SAMPLES / "annotations" / f"{layer}.jsonl") for layer in LAYERS}
    for name, held in (("samples.open", False), ("samples.held_out", True)):
        gold = {layer: [line for line in lines[layer] if (json.loads(line)["doc"] in held_out) is held]
                for layer in LAYERS}
        yield Group(name, gold, documents)
    if (SHARED / "seeds").is_dir():
        yield Group("seeds", {layer: _lines(SHARED / "eval" / f"{layer}.dev.jsonl") for layer in LAYERS},
                    SHARED / "seeds")


def measure(group: Group, work: Path) -> dict[str, float]:
    """Every figure of every layer, named `layer.figure`."""
    found: dict[str, float] = {}
    for layer in LAYERS:
        gold = work / f"{group.name}.{layer}.jsonl"
        gold.write_text("\n".join(group.gold[layer]) + "\n", encoding="utf-8")
        command = [sys.executable, "-c", KEII, "eval", str(gold), "--layer", layer,
                   "--docs", str(group.documents), "--format", "json"]
        ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        if ran.returncode:
            raise SystemExit(ran.returncode)
        found |= {f"{layer}.{name}": value for name, value in json.loads(ran.stdout)["total"].items()}
    return found


def missed(found: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """A sentence for each figure below its floor. Raises KeyError for a floor of a figure that is not measured."""
    return [f"{name} is {found[name]:.3f}, below its floor of {least:.3f}"
            for name, least in floors.items() if found[name] < least]


def main() -> int:
    every = tomllib.loads((ROOT / ".ci" / "floors.toml").read_text(encoding="utf-8"))
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for group in groups(work):
            floors = _floors(every, group.name)
            found = measure(group, work)
            print("\n".join(_told(group, found, floors)))
            faults += [f"{group.name}: {sentence}" for sentence in missed(found, floors)]
    print("\n".join(faults) if faults else "Every floor holds.")
    return 1 if faults else 0


def _only_documents(folder: Path, into: Path) -> Path:
    """A copy of what lies in `folder` itself: texts the documents were built from are none of them."""
    into.mkdir()
    for path in folder.iterdir():
        if path.is_file():
            shutil.copy(path, into)
    return into


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _floors(every: Mapping[str, object], name: str) -> dict[str, float]:
    found: object = every
    for key in name.split("."):
        assert isinstance(found, Mapping)
        found = found[key]
    assert isinstance(found, Mapping)
    return {str(key): float(value) for key, value in found.items()}


def _told(group: Group, found: Mapping[str, float], floors: Mapping[str, float]) -> Iterator[str]:
    for layer in LAYERS:
        yield f"{group.name}  {layer}  ({len(group.gold[layer])} reference lines)"
        for name in SHOWN[layer]:
            figure = f"{layer}.{name}"
            floor = f"   floor {floors[figure]:.3f}" if figure in floors else ""
            yield f"    {name:<10} {found[figure]:.3f}{floor}"


if __name__ == "__main__":
    sys.exit(main())
