"""Values into the text and bytes people read: pure functions, the same bytes for the same values."""
