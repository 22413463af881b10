"""What we hold: data map, log of staff actions, what a file must be to be kept. May import jobs, access and people."""
