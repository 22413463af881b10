"""All input of the moderators' table, with its bounds."""

from forum.desk.forms.case import (
    ACT,
    APPEAL_CARDS,
    CARDS,
    CONCERN_CARDS,
    DECISIONS,
    EVERYWHERE,
    OF_SOMEBODY,
    PASS,
    ConcernDecisionForm,
    DecisionForm,
    ReportForm,
    ShowForm,
)
from forum.desk.forms.summary import SummaryForm

__all__ = [
    "ACT",
    "APPEAL_CARDS",
    "CARDS",
    "CONCERN_CARDS",
    "DECISIONS",
    "EVERYWHERE",
    "OF_SOMEBODY",
    "PASS",
    "ConcernDecisionForm",
    "DecisionForm",
    "ReportForm",
    "ShowForm",
    "SummaryForm",
]
