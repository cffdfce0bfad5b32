"""Searching a store for words: every passage that holds them, by document, and how many there are."""

from dataclasses import dataclass

from keii.errors import UsageError
from keii.values.few import few
from keii.values.source import Source
from keii.values.spelling import fold_word
from keii.values.view import Hit, Seek
from keii.values.when import When, parse_edtf
from keii.workbench.looking import Looker


@dataclass(frozen=True)
class Search:
    """What was looked for, the passages found (the earliest limit of them) and how many there are in all.

    `undated` passages hold the words too, but no date is known of them: a window leaves them out.
    """

    words: tuple[str, ...]
    since: str | None
    until: str | None
    hits: tuple[Hit, ...]
    total: int
    undated: int
    documents: int
    sources: tuple[tuple[str, Source], ...]


class Searcher(Looker):
    """Full-text search over documents, tables and notes."""

    def search(self, words: tuple[str, ...], *, since: str | None = None, until: str | None = None,
               docs: tuple[str, ...] = (), limit: int = 200) -> Search:
        """Passages that hold all of `words`, in any spelling, at a date between `since` and `until` (EDTF).

        Raises UsageError for a word without letters and for a window that ends before it begins.
        """
        window = _window(since, until)
        for word in words:
            if not any(char.isalnum() for char in fold_word(word)):
                raise UsageError("usage.search", value=word)
        groups = tuple((word,) for word in words)
        with self.view() as view:
            sources = view.sources()
            named = tuple(name for name in sources if name.startswith(docs)) if docs else ()
            if docs and not named:
                raise UsageError("usage.no_such_doc", value=docs[0], known=few(sources))
            seek = Seek(groups, window, docs=named, limit=limit)
            hits = tuple(view.passages(seek))
            total = view.count_passages(seek)
            undated = view.count_passages(Seek(groups, docs=named, undated=True)) if window else 0
            found = sorted({hit.doc for hit in hits})
            return Search(words, since, until, hits, total, undated, len(sources),
                          tuple((doc, sources[doc]) for doc in found))


def _window(since: str | None, until: str | None) -> When | None:
    if not (since or until):
        return None
    low = parse_edtf(since).earliest if since else None
    high = parse_edtf(until).latest if until else None
    if low and high and low > high:
        raise UsageError("usage.window", since=since, until=until)
    return When(f"{low or '..'}/{high or '..'}")
