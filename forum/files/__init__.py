"""What members upload: pictures and papers, until a message takes them. May import spaces and network."""
