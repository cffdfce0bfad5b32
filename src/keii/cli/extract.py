"""`keii extract`: the findings of files as JSON Lines; touches no store."""

from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from keii.cli.door import door, end, write
from keii.cli.options import Codebook, Published, edtf, one_of
from keii.errors import KeiiError, UnreadableError
from keii.presenting import json_
from keii.workbench.extracting import WHATS, Extractor, What
from keii.workbench.unforeseen import unforeseen

_AT_ONCE = 20_000  # lines: a file of common length is written whole or, where it cannot be read, not at all


def extract(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE")],
    what: Annotated[str, typer.Option("--what", metavar="|".join(WHATS))],
    published: Published = None,
    codebook: Codebook = None,
) -> None:
    here = door(context)
    kind: What = one_of("--what", what, WHATS)  # type: ignore[assignment]
    date = edtf(published)
    extractor = Extractor(here.settings(codebook=codebook))
    extractor.codebook  # noqa: B018 - a codebook at fault is said once, before any file is read
    paths, missing = extractor.documents(files)
    faults: list[KeiiError] = list(missing)
    for path in paths:
        try:
            found = (json_.line(line) + "\n" for line in extractor.extract(path, kind, date))
            while lines := list(islice(found, _AT_ONCE)):
                write("".join(lines), None)
        except UnreadableError as fault:
            faults.append(fault)
        except Exception as error:  # noqa: BLE001 - one file at odds must not stop the others
            faults.append(unforeseen(path, error))
    for told in faults:
        here.tell(told)
    end(faults)
