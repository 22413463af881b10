from forum.concerns.models.concern import Category, Concern, ConcernState
from forum.concerns.models.duty import HEAVY, Duty, Spared
from forum.concerns.models.matter import Matter, MatterQuerySet, by_reporter, matter_seen, matters, reported_near
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
    "by_reporter",
    "matter_seen",
    "matters",
    "reported_near",
]
