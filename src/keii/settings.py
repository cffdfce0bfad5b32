"""What a run depends on beside its inputs; built once, at a door."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from keii.errors import StoreError, UsageError

LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Settings:
    """`db` is the store's file, `codebook` a name or a folder; `patience` are the seconds to wait for a lock,
    `kokkai` the address of the search API of the Diet record."""

    db: Path = Path("keii.db")
    lang: str = "ja"
    codebook: str = "korean_peninsula"
    patience: float = 5.0
    kokkai: str = "https://kokkai.ndl.go.jp/api"


def settings(environment: Mapping[str, str], *, db: str | None = None, lang: str | None = None,
             codebook: str | None = None) -> Settings:
    """Flags first, then KEII_DB, KEII_LANG, KEII_CODEBOOK and KEII_KOKKAI, then what holds by default.

    Raises UsageError for a language that is not there, StoreError for a store that is no file.
    """
    plain = Settings()
    place = db or environment.get("KEII_DB") or str(plain.db)
    if "://" in place:
        raise StoreError("store.no_file", file=place)
    spoken = lang or environment.get("KEII_LANG") or plain.lang
    if spoken not in LANGUAGES:
        raise UsageError("usage.lang", value=spoken, known=", ".join(LANGUAGES))
    return Settings(Path(place), spoken, codebook or environment.get("KEII_CODEBOOK") or plain.codebook,
                    kokkai=environment.get("KEII_KOKKAI") or plain.kokkai)
