"""A folder of YAML into a Codebook, or a CodebookError that names file and line."""

from importlib import resources
from pathlib import Path

from keii.codebooks.draft import Draft, read_draft
from keii.codebooks.faults import faults
from keii.errors import CodebookError
from keii.values.codebook import Codebook


def folder_of(name_or_dir: str | Path) -> Path:
    """The folder of a codebook: a path where it is one, else the codebook of that name that comes with the product."""
    given = Path(name_or_dir)
    if given.is_dir():
        return given
    own = Path(str(resources.files("keii.codebooks"))) / given
    if len(given.parts) == 1 and own.is_dir():
        return own
    raise CodebookError("codebook.missing", file=str(name_or_dir), line=1)


def load(name_or_dir: str | Path = "korean_peninsula") -> Codebook:
    """The codebook of that name or folder.

    Raises CodebookError (`file` and `line` among its facts) where a file is missing, is no YAML, does not fit
    schema.json, names what does not exist, or holds an impossible date or pattern.
    """
    draft = read_draft(folder_of(name_or_dir))
    for fault in faults(draft):
        raise CodebookError(fault.key, file=fault.file, line=fault.line, what=fault.subject, problem=fault.detail)
    return compose(draft)


def compose(draft: Draft) -> Codebook:
    """The values of a draft without their places."""
    return Codebook(
        draft.name,
        tuple(placed.value for placed in draft.actors),
        tuple(placed.value for placed in draft.offices),
        tuple(placed.value for placed in draft.compounds),
        tuple(placed.value for placed in draft.predicates),
        tuple((name, tuple(placed.value for placed in topics)) for name, topics in draft.topics),
        tuple(placed.value for placed in draft.hedges),
        tuple(placed.value for placed in draft.actions),
    )
