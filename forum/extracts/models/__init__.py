from forum.extracts.models.excerpt import Excerpt
from forum.extracts.models.widening import Widening, WideningReason, WideningState

__all__ = ["Excerpt", "Widening", "WideningReason", "WideningState"]
