"""The same as the pages give, as JSON for programs: documented at /openapi.json, read-only, under the same tokens and roles."""
