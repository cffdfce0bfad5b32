"""An ID is a hash of content: same input, same ID, on any machine, in any order."""

import hashlib
import json


def content_id(*parts: object) -> str:
    """16 hexadecimal digits that depend on `parts` (anything JSON can write) and on nothing else."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
