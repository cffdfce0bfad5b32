"""In minutes who speaks for the government is meant where the subject is left out; a member's label is nobody's voice."""

from pathlib import Path

import pytest
from made_events import coded

from keii.settings import settings
from keii.workbench import Workbench


@pytest.mark.parametrize(("text", "initiator"), [
    ("○国務大臣（川口順子君）　お答えいたします。二〇〇二年十月三十日の交渉では、北朝鮮側に家族の帰国を強く求めました。", ("JPN",)),
    ("○見本花子君　お尋ねします。二〇〇二年十月三十日の交渉では、北朝鮮側に家族の帰国を強く求めました。", ()),
])
def test_the_speaker_of_the_minutes(text: str, initiator: tuple[str, ...]) -> None:
    (event,) = coded(text, kind="diet-minutes")
    assert (event.action, event.initiator, event.target) == ("REQUEST", initiator, ("PRK",))


def test_what_one_does_oneself_is_the_speakers_not_whoever_was_spoken_of(tmp_path: Path) -> None:
    """The label stands in a line of its own, as the reader leaves it."""
    file = tmp_path / "minutes.txt"
    file.write_text("○国務大臣（川口順子君）　2006年10月14日、安保理は決議第1718号を採択いたしました。"
                    "11月15日からは、奢侈品の輸出を止めております。\n", encoding="utf-8")
    (tmp_path / "minutes.meta.yaml").write_text("kind: diet-minutes\norigin: JPN\n", encoding="utf-8")
    bench = Workbench(settings({}))
    told = {event.date: event.initiator for event in bench.events(bench.read(file))}
    assert told == {"2006-10-14": ("UNSC",), "2006-11-15": ("JPN",)}
