"""What we hold: data map, the log of staff actions, and what a file must be to be kept. May import jobs, access and people."""
