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
        settings({"KEII_DB": "mysql://host/keii"})


def test_a_database_of_a_server_is_an_address_with_files_named_by_it() -> None:
    found = settings({"KEII_DB": "postgresql://me@host/talks?sslmode=require"})
    assert (found.place, found.db) == ("postgresql://me@host/talks?sslmode=require", Path("talks.postgresql"))
    assert settings({}).place == Path("keii.db")
