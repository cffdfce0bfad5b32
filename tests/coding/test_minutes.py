"""In minutes who speaks for the government is meant where the subject is left out; a member's label is nobody's voice."""

import pytest
from made_events import coded


@pytest.mark.parametrize(("text", "initiator"), [
    ("○国務大臣（川口順子君）　お答えいたします。二〇〇二年十月三十日の交渉では、北朝鮮側に家族の帰国を強く求めました。", ("JPN",)),
    ("○見本花子君　お尋ねします。二〇〇二年十月三十日の交渉では、北朝鮮側に家族の帰国を強く求めました。", ()),
])
def test_the_speaker_of_the_minutes(text: str, initiator: tuple[str, ...]) -> None:
    (event,) = coded(text, kind="diet-minutes")
    assert (event.action, event.initiator, event.target) == ("REQUEST", initiator, ("PRK",))
