"""An outside text checked against a view, claim by claim and field by field."""
