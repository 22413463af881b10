from network.programme.models import Completion, Place, Testimonial
from network.records.data_map import personal

FIELDS = [
    *personal(
        Place,
        "cohort person is_funded state offered_at answered_at",
        purpose="running a cohort",
        basis="contract; explicit consent, because it reveals ethnic origin",
        seen_by="the person, programme managers",
        keep="6 years after the cohort",
        export="all",
        erase="deleted",
    ),
    *personal(
        Completion,
        "cohort person completed_on evidence",
        purpose="knowing who is an alumna",
        basis="explicit consent, because it reveals ethnic origin",
        seen_by="the person, programme managers",
        keep="with the account",
        export="all",
        erase="deleted",
    ),
    *personal(
        Testimonial,
        "programme cohort person quote signature signature_detail year consented_on is_approved is_featured",
        purpose="showing what the programme means to people",
        basis="explicit consent, withdrawable",
        seen_by="everybody, as far as the person chose",
        keep="while consent lasts",
        export="all",
        erase="deleted",
    ),
]
