from forum.spaces.models.space import SLOWEST, Space, SpaceMode

__all__ = ["SLOWEST", "Space", "SpaceMode"]
