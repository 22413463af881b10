"""A show of hands, what people answer without words: reaction and poll. May import talk, spaces and network."""
