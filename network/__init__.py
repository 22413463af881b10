"""Floor 1: the people, and what we owe each of them. Imports nothing else of ours."""
