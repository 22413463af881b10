from events.booking.models import Registration
from network.records.data_map import personal

FIELDS = personal(
    Registration,
    "public_id event person state key position booked_at offer_ends_at cancelled_at access_needs",
    purpose="holding a seat for somebody, and making it possible to take part",
    basis="contract; access needs by explicit consent",
    seen_by="the person, events managers",
    keep="12 months after the event; access needs 30 days",
    export="all",
    erase="deleted",
)
