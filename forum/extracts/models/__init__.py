from forum.extracts.models.excerpt import Excerpt
from forum.extracts.models.widening import Widening, WideningReason

__all__ = ["Excerpt", "Widening", "WideningReason"]
