"""Speeches as documents: the words as recorded in a text file, who spoke when and where in the sidecar beside it."""

from pathlib import Path

import yaml

from keii.sources.kokkai.answers import Speech

_NEWLINES = str.maketrans({"\r": None})


def filed(speech: Speech, folder: Path) -> Path:
    """The file of a speech in `folder`/YEAR; one that already stands there as it should is left untouched.

    A sidecar that stands there is always left: a person may have corrected it.
    """
    place = folder / speech.day[:4] / f"{speech.id}.txt"
    place.parent.mkdir(parents=True, exist_ok=True)
    _write(place, speech.text.translate(_NEWLINES).rstrip("\n") + "\n")
    facts = {"title": speech.title, "author": speech.speaker or None, "publisher": speech.house, "kind": "diet-minutes",
             "origin": "JPN", "published": speech.day, "language": "ja", "url": speech.url}
    beside = place.with_name(f"{speech.id}.meta.yaml")
    if not beside.exists():
        _write(beside, yaml.safe_dump({name: fact for name, fact in facts.items() if fact},
                                      allow_unicode=True, sort_keys=False, width=1000))
    return place


def _write(place: Path, text: str) -> None:
    data = text.encode("utf-8", "replace")
    if not place.is_file() or place.read_bytes() != data:
        place.write_bytes(data)
