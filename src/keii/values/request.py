"""What a person asks the reviewer to decide, in the ids that are on the screen."""

from dataclasses import dataclass

from keii.values.decision import Kind


@dataclass(frozen=True, slots=True)
class Request:
    """One thing to be decided.

    kind      as of a Decision; `undo` has a method of its own
    on        ids of rows or events (their beginnings will do); for `date` the name of a document. Of a row, accept, reject
              and note mean all its events, edit its leading one, merge and split all
    apart     for `split`: ids of those events (or rows) that leave the others
    fields    for `edit` and `add`: (field, values) as `decision.FIELDS` names them; actors by code or name, actions and
              statuses by id; `summary`, `date` hold one value, and none takes a field's value away.
              For `date`: (("published", (EDTF,)),)
    span      for `add`: document, start and end of the words selected
    text      a note; with any kind a remark on why
    replaces  id of an earlier decision in place of which this one stands (an open question that is settled by it)
    """

    kind: Kind
    on: tuple[str, ...] = ()
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    apart: tuple[str, ...] = ()
    span: tuple[str, int, int] | None = None
    text: str = ""
    replaces: str | None = None
