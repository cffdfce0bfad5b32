"""False friends."""
from keii.language.times.point import Atom


def rejects(text: str, atom: Atom) -> bool:
    return False
