"""What they can find: one box over everything. May import jobs, access and people."""
