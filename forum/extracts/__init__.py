"""What moderators read of private conversations: an extract somebody chose, and more by two. May import concerns."""
