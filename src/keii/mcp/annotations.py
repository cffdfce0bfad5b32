"""What a client is told of a tool before it calls it."""

from mcp.types import ToolAnnotations

READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
"""It looks into the store and changes nothing."""

DECIDES = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False)
"""It adds a decision to the ledger; nothing is overwritten, and every decision can be undone."""
