"""What we tell them: notices and letters as rows of the same transaction. May import jobs, access and people."""
