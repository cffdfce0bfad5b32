"""A store made of the sentences a test gives, and the verdict on a claim."""

from pathlib import Path

from keii.settings import settings
from keii.values.claim import Check, Checked
from keii.workbench import Verifier, Workbench


class Desk:
    def __init__(self, folder: Path, documents: dict[str, str], kinds: dict[str, str] | None = None) -> None:
        self._folder = folder
        paths = []
        for name, text in documents.items():
            paths.append(folder / f"{name}.txt")
            paths[-1].write_text(text, encoding="utf-8")
            kind = (kinds or {}).get(name)
            if kind:
                (folder / f"{name}.meta.yaml").write_text(f"kind: {kind}\npublisher: {name}\n", encoding="utf-8")
        self._settings = settings({}, db=str(folder / "store.db"), lang="ja", codebook=None)
        Workbench(self._settings).add(paths)

    def check(self, text: str, name: str = "answer.txt") -> Check:
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return Verifier(self._settings).verify(path)

    def one(self, claim: str) -> Checked:
        (only,) = self.check(claim).checked
        return only
