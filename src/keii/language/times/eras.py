"""Eras: from the year of an era to the Western year, and whether a date lies within its era."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Era:
    """`first` is the Western year of the era's first year; `begin` and `end` are the days it was in force."""

    name: str
    first: int
    begin: date
    end: date | None

    @property
    def lunisolar(self) -> bool:
        """Whether its dates before 1873 count lunisolar months: the eras of Japan up to 明治."""
        return self.end is not None and self.begin.year < 1873

    def western(self, year: int) -> int:
        """The Western year of the era's `year` (元年 is 1)."""
        return self.first + year - 1


@cache
def eras() -> dict[str, Era]:
    """Every era by each of its names and letters."""
    table = tomllib.loads((files("keii.language.times") / "eras.toml").read_text(encoding="utf-8"))
    found: dict[str, Era] = {}
    for row in table["era"]:
        era = Era(row["names"][0], row["first"], row["from"], row.get("until"))
        for name in (*row["names"], *([row["letter"]] if "letter" in row else [])):
            found[name] = era
    return found
