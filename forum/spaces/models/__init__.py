from forum.spaces.models.space import Space

__all__ = ["Space"]
