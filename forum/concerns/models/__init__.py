from forum.concerns.models.concern import Category, Concern, ConcernState
from forum.concerns.models.duty import HEAVY, Duty, Spared
from forum.concerns.models.matter import Matter, MatterQuerySet, matter_seen, matters
from forum.concerns.models.measure import Measure, MeasureKind, MeasureState

__all__ = [
    "HEAVY",
    "Category",
    "Concern",
    "ConcernState",
    "Duty",
    "Matter",
    "MatterQuerySet",
    "Measure",
    "MeasureKind",
    "MeasureState",
    "Spared",
    "matter_seen",
    "matters",
]
