"""What we hold: data map and the append-only log of staff actions. May import jobs, access and people."""
