"""The workbench in a browser: a door, so it asks the workbench and shows; it computes nothing and knows no SQL."""
