"""Who outranks whom where a document's source is stated twice: the user, then the sidecar, then the file itself."""

from dataclasses import replace

from keii.values.source import Source


def stated_by_user(given: Source) -> Source:
    """`given` with its basis: what comes without one was stated by the user."""
    return replace(
        given,
        published_basis=(given.published_basis or "user") if given.published else None,
        title_basis=(given.title_basis or "user") if given.title else None,
    )


def over(first: Source, second: Source) -> Source:
    """`first` with what it leaves open filled from `second`, each date and title with its own basis."""
    return Source(
        title=first.title or second.title,
        author=first.author or second.author,
        publisher=first.publisher or second.publisher,
        kind=first.kind or second.kind,
        origin=first.origin or second.origin,
        published=first.published or second.published,
        published_basis=first.published_basis if first.published else second.published_basis,
        title_basis=first.title_basis if first.title else second.title_basis,
        language=first.language or second.language,
        url=first.url or second.url,
    )


def from_file(title: str | None = None, published: str | None = None, author: tuple[str, ...] = (), *,
              basis: str = "metadata", title_basis: str | None = None) -> Source:
    """What a file says of itself, with how it is known."""
    return Source(title=title or None, author=author, published=published,
                  published_basis=basis if published else None,
                  title_basis=(title_basis or basis) if title else None)
