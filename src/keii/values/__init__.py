"""Pure, frozen values: the only joints between the stages. Standard library only."""
