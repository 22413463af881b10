from forum.sealed.models.mute import PenMute
from forum.sealed.models.opening import Opening, OpeningReason
from forum.sealed.models.pause import PenPause
from forum.sealed.models.seal import Seal

__all__ = ["Opening", "OpeningReason", "PenMute", "PenPause", "Seal"]
