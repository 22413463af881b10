"""What is on: event page, calendar files. May import forum, editorial and network."""
