"""What a run depends on beside its inputs; built once, at a door."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from keii.errors import StoreError, UsageError

LANGUAGES = ("ja", "en")


@dataclass(frozen=True, slots=True)
class Settings:
    """`db` is the store's file, or, where the store is a database of the `server` at that address, what the files beside it
    are named by; `codebook` is a name or a folder; `patience` are the seconds to wait for a lock, `kokkai` the address of
    the search API of the Diet record. `reading_seconds` of processor time (more for a large file) and `reading_memory`
    megabytes are what reading one PDF, Word or HTML file may cost, `coding_seconds` (more for a long text) what coding one
    document may."""

    db: Path = Path("keii.db")
    lang: str = "ja"
    codebook: str = "korean_peninsula"
    patience: float = 5.0
    kokkai: str = "https://kokkai.ndl.go.jp/api"
    reading_seconds: float = 4.0
    reading_memory: int = 2048
    coding_seconds: float = 30.0
    server: str = ""

    @property
    def place(self) -> Path | str:
        """Where the store is."""
        return self.server or self.db


def settings(environment: Mapping[str, str], *, db: str | None = None, lang: str | None = None,
             codebook: str | None = None) -> Settings:
    """Flags first, then KEII_DB, KEII_LANG, KEII_CODEBOOK and KEII_KOKKAI, then what holds by default.

    Raises UsageError for a language that is not there, StoreError for a store that is neither a file nor a PostgreSQL
    database.
    """
    plain = Settings()
    place = db or environment.get("KEII_DB") or str(plain.db)
    server = place if place.startswith(("postgresql://", "postgres://")) else ""
    if "://" in place and not server:
        raise StoreError("store.no_file", file=place)
    spoken = lang or environment.get("KEII_LANG") or plain.lang
    if spoken not in LANGUAGES:
        raise UsageError("usage.lang", value=spoken, known=", ".join(LANGUAGES))
    return Settings(Path(_beside(server) if server else place), spoken,
                    codebook or environment.get("KEII_CODEBOOK") or plain.codebook,
                    kokkai=environment.get("KEII_KOKKAI") or plain.kokkai,
                    reading_seconds=_number(environment, "KEII_READING_SECONDS", plain.reading_seconds),
                    reading_memory=int(_number(environment, "KEII_READING_MEMORY", plain.reading_memory)),
                    coding_seconds=_number(environment, "KEII_CODING_SECONDS", plain.coding_seconds), server=server)


def _beside(server: str) -> str:
    """How files are named that lie beside a database which is no file: by the database, in the current folder."""
    return f"{unquote(urlsplit(server).path).strip('/').replace('/', '_') or 'keii'}.postgresql"


def _number(environment: Mapping[str, str], name: str, usual: float) -> float:
    """A number of at least 1 and of common size."""
    given = environment.get(name)
    if not given:
        return usual
    if not given.isdecimal() or not 1 <= int(given[:9]) <= 1_000_000:
        raise UsageError("usage.reading_limit", name=name, value=given)
    return float(given)
