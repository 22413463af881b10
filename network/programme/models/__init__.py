from network.programme.models.cohort import Cohort, DatePrecision
from network.programme.models.place import Completion, Place, PlaceState
from network.programme.models.programme import Programme
from network.programme.models.testimonial import Testimonial

__all__ = ["Cohort", "Completion", "DatePrecision", "Place", "PlaceState", "Programme", "Testimonial"]
