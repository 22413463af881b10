"""Who they are: user, organisation, affiliation, dated role, shield. Imports no other room."""
