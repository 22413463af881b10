from forum.covers.models.cover import HIDDEN_TITLE, Cover

__all__ = ["HIDDEN_TITLE", "Cover"]
