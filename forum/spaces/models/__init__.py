from forum.spaces.models.hold_order import HoldOrder
from forum.spaces.models.pause import Pause
from forum.spaces.models.space import LONGEST_DELAY, SLOWEST, Space, SpaceMode
from forum.spaces.models.watchword import Watchword

__all__ = ["LONGEST_DELAY", "SLOWEST", "HoldOrder", "Pause", "Space", "SpaceMode", "Watchword"]
