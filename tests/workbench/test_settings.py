from pathlib import Path

import pytest

from keii.errors import StoreError, UsageError
from keii.settings import Settings, settings


def test_what_holds_where_nothing_is_said() -> None:
    assert settings({}) == Settings(Path("keii.db"), "ja", "korean_peninsula")


def test_a_flag_goes_before_the_environment() -> None:
    environment = {"KEII_DB": "a.db", "KEII_LANG": "en", "KEII_CODEBOOK": "mine"}
    assert settings(environment) == Settings(Path("a.db"), "en", "mine")
    assert settings(environment, db="b.db", lang="ja", codebook="other") == Settings(Path("b.db"), "ja", "other")


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(UsageError, match=r"usage\.lang"):
        settings({"KEII_LANG": "fr"})
    with pytest.raises(StoreError, match=r"store\.no_file"):
        settings({"KEII_DB": "postgresql://host/keii"})
