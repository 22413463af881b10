"""All input of this room, with its bounds."""

from forum.concerns.forms.report import AT_WORK, AT_WORK_HINT, ConcernForm, PublicForm
from forum.concerns.forms.table import (
    HOLDS,
    PROPOSALS,
    DutyForm,
    HoldForm,
    ProposalForm,
    SecondForm,
    card,
    reason_field,
)

__all__ = [
    "AT_WORK",
    "AT_WORK_HINT",
    "HOLDS",
    "PROPOSALS",
    "ConcernForm",
    "DutyForm",
    "HoldForm",
    "ProposalForm",
    "PublicForm",
    "SecondForm",
    "card",
    "reason_field",
]
