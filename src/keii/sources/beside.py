"""What is known of a source, written into the sidecar beside its document: `talks.pdf` gets `talks.meta.yaml`."""

from pathlib import Path

import yaml

from keii.values.source import Source


def stated(document: Path, source: Source) -> bool:
    """Whether the sidecar was written; one that stands there is left, for a person may have corrected it."""
    place = document.with_name(document.stem + ".meta.yaml")
    if place.exists():
        return False
    authors: object = source.author[0] if len(source.author) == 1 else list(source.author)
    facts = {"title": source.title, "author": authors, "publisher": source.publisher, "kind": source.kind,
             "origin": source.origin, "published": source.published, "language": source.language, "url": source.url}
    place.write_text(yaml.safe_dump({name: fact for name, fact in facts.items() if fact}, allow_unicode=True,
                                    sort_keys=False, width=1000), encoding="utf-8")
    return True
