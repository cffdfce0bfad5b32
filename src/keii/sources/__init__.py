"""What fetches or imports from elsewhere, and only when it is told to."""
