"""A bibliographic reference as CSL-JSON has it, kept as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """`issued` is (year[, month[, day]]), cut to the precision stated; the other fields are CSL variables."""

    type: str
    title: str | None = None
    container_title: str | None = None
    author: tuple[str, ...] = ()
    publisher: str | None = None
    issued: tuple[int, ...] = ()
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    url: str | None = None
    accessed: tuple[int, ...] = ()
    note: str | None = None

    def csl(self) -> dict[str, object]:
        """CSL-JSON; variables that are not known are left out."""
        item: dict[str, object] = {"type": self.type}
        plain = {"title": self.title, "container-title": self.container_title, "publisher": self.publisher,
                 "volume": self.volume, "issue": self.issue, "page": self.page, "URL": self.url, "note": self.note}
        item.update({name: value for name, value in plain.items() if value})
        if self.author:
            item["author"] = [{"literal": name} for name in self.author]
        if self.issued:
            item["issued"] = {"date-parts": [list(self.issued)]}
        if self.accessed:
            item["accessed"] = {"date-parts": [list(self.accessed)]}
        return item
