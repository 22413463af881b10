"""What must still happen: job rows, schedule, the worker's loop. May import people."""
