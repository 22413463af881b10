"""Floor 4, the roof: everything is plugged together here, and only here."""
