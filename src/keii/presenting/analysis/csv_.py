"""An analysis as CSV that Excel opens: a line a row, what people read, then evidence, exact quotes, and ids where rows are counted."""

import csv
import io

from keii.presenting.analysis.shown import Look
from keii.presenting.csv_ import harmless
from keii.values.analysis import Analysis


def analysis(found: Analysis, look: Look) -> bytes:
    """UTF-8 with its mark, CRLF; the sentences on what is missing stand under the rows where there are no rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    counting = any(line.ids for line in found.lines)
    writer.writerow([look.heading(column) for column in (*found.columns, "evidence", "quotes", *(("ids",) if counting else ()))])
    for line in found.lines:
        cells = map(harmless, look.told(found, line).values())
        writer.writerow([*cells, "; ".join(f"{span.doc}:{span.start}-{span.end}" for span in line.evidence),
                         "\n".join(f"「{span.quote}」" for span in line.evidence), *([" ".join(line.ids)] if counting else [])])
    if not found.lines:
        writer.writerows([sentence] for sentence in look.remarks(found))
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")
