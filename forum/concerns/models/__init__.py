from forum.concerns.models.concern import Category, Concern, ConcernState
from forum.concerns.models.matter import Matter, MatterQuerySet, matters
from forum.concerns.models.measure import Measure, MeasureKind, MeasureState

__all__ = [
    "Category",
    "Concern",
    "ConcernState",
    "Matter",
    "MatterQuerySet",
    "Measure",
    "MeasureKind",
    "MeasureState",
    "matters",
]
