"""Who is coming: registration, waiting list. May import diary and everything diary may."""
