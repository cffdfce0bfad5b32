"""Speeches as documents: the words as recorded in a text file, who spoke when and where in the sidecar beside it."""

from pathlib import Path

from keii.sources.beside import stated
from keii.sources.kokkai.answers import Speech
from keii.values.source import Source


def filed(speech: Speech, folder: Path) -> Path:
    """The file of a speech in `folder`/YEAR; one that already stands there as it should is left untouched."""
    place = folder / speech.day[:4] / f"{speech.id}.txt"
    place.parent.mkdir(parents=True, exist_ok=True)
    data = (speech.text.replace("\r", "").rstrip("\n") + "\n").encode("utf-8", "replace")
    if not place.is_file() or place.read_bytes() != data:
        place.write_bytes(data)
    stated(place, Source(title=speech.title, author=(speech.speaker,) if speech.speaker else (), publisher=speech.house,
                         kind="diet-minutes", origin="JPN", published=speech.day, language="ja", url=speech.url))
    return place
