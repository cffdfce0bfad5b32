"""The command line: a thin coat over the workbench. `main` is its entry point."""

from keii.cli.main import main

__all__ = ["main"]
