"""What can go wrong, as facts. The doors turn a key and its facts into a sentence of the reader's language."""


class KeiiError(Exception):
    """A fault with a catalogue key (`unreadable.empty`) and the facts its sentence needs (`file`, `place`, …)."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(f"{key}: " + ", ".join(f"{name}={value}" for name, value in facts.items()))
        self.key = key
        self.facts = facts


class UnreadableError(KeiiError):
    """A document, sidecar or folder that cannot be read; `file` is always among the facts."""


class CodebookError(KeiiError):
    """A codebook that cannot be used; `file` and `line` are among the facts."""


class StoreError(KeiiError):
    """A store that cannot be opened, read or written."""


class EngineError(KeiiError):
    """Machines that were to do the work and cannot: `address` tells where they were looked for."""


class UsageError(KeiiError):
    """An argument that means nothing: a filter, a date, a format."""


class OvertakenError(UsageError):
    """Somebody decided meanwhile on what was to be decided: `by` and `at` tell who and when, `id` on what."""
