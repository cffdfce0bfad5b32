"""Pages of a plain text: form feeds part them."""

from keii.values.document import Page


def form_feed_pages(text: str) -> tuple[Page, ...]:
    """The pages that form feeds make, none where there are no form feeds."""
    parts = text.split("\f")
    if len(parts) == 1:
        return ()
    pages, at = [], 0
    for index, part in enumerate(parts):
        if part.strip() or index < len(parts) - 1:
            pages.append(Page(index, str(index + 1), at, min(len(text), at + len(part) + 1)))
        at += len(part) + 1
    return tuple(pages)
