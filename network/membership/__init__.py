"""How one becomes an ally or an alumna: claim, ally request, pledge, house rules. May import everything downstairs."""
