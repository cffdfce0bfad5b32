"""Questions into answers: what is asked, what the store holds of it, and what can be said. Never more than a row carries."""
