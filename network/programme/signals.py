"""Facts about programmes, announced after commit."""

from django.dispatch import Signal

# Somebody took a place in a cohort: kwargs code, the cohort's, and nobody's name.
place_taken = Signal()
