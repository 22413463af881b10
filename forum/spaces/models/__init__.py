from forum.spaces.models.pause import Pause
from forum.spaces.models.space import SLOWEST, Space, SpaceMode

__all__ = ["SLOWEST", "Pause", "Space", "SpaceMode"]
