"""Words without a name: pen names, their seals, and how one is opened. May import talk, spaces and network."""
