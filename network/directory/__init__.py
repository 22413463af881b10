"""The profile, with an audience for each field, and the directory. May import everything downstairs."""
