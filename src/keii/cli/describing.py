"""What `keii add --sources` says of the sidecars it wrote."""

from collections.abc import Sequence
from pathlib import Path

from keii.cli.door import Door
from keii.errors import KeiiError
from keii.workbench import Describer

_SHOWN = 5


def describe(here: Door, describer: Describer, files: Sequence[Path], libraries: Sequence[Path]) -> tuple[KeiiError, ...]:
    """Writes the sidecars and says how many there are, and which documents are not told of; gives what failed."""
    done = describer.describe(files, libraries)
    kept = here.say("add.described.kept", n=len(done.kept)) if done.kept else ""
    print(here.say("add.described", n=len(done.written)) + kept)
    if done.unknown and not done.faults:
        names = [path.name for path in done.unknown[:_SHOWN]] + (["…"] if len(done.unknown) > _SHOWN else [])
        print(here.say("add.undescribed", n=len(done.unknown), names=here.say("join.list").join(names)))
    return done.faults
