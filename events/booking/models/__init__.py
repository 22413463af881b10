from events.booking.models.registration import Registration, RegistrationState
from events.booking.models.seating import Seating

__all__ = ["Registration", "RegistrationState", "Seating"]
